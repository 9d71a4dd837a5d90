import pytest

from sim_core.physics.exposure import (
    blast_harm,
    death_by_blast,
    death_by_heat,
    probability,
    thermal_dose,
    vapour_harm,
)


def test_probit_five_is_half() -> None:
    assert probability(5.0) == 0.5
    assert probability(6.0) == pytest.approx(0.8413447, rel=1e-6)
    assert probability(2.67) == pytest.approx(0.0099, abs=1e-4)


def test_eisenberg_at_ten_kilowatts() -> None:
    # Worked: q^(4/3) = 1e4^(4/3) = 215443.5; 100 s -> V = 2.154e7; Pr = -38.48 + 2.56 * 16.8856 = 4.747.
    dose = thermal_dose(1.0e4, 100.0)
    assert dose == pytest.approx(2.154435e7, rel=1e-6)
    assert death_by_heat(dose) == pytest.approx(probability(4.747), abs=1e-3)
    assert death_by_heat(0.0) == thermal_dose(0.0, 10.0) == 0.0


def test_dose_adds_up_and_grows_faster_than_flux() -> None:
    assert thermal_dose(5e3, 3.0) + thermal_dose(5e3, 7.0) == pytest.approx(thermal_dose(5e3, 10.0), rel=1e-12)
    assert thermal_dose(1.0e4, 1.0) > 2.0 * thermal_dose(5.0e3, 1.0)


def test_blast_and_vapour() -> None:
    assert death_by_blast(1.0e5) == pytest.approx(probability(5.13), rel=1e-9)
    assert death_by_blast(0.0) == 0.0
    assert [blast_harm(p) for p in (1e3, 7e3, 35e3, 100e3)] == ["", "knocked down", "hurt", "killed"]
    assert [vapour_harm(c) for c in (5e-4, 1e-3, 5e-3, 2e-2)] == ["", "irritated", "drunk", "collapse"]
