import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.physics.explosion import (
    CURVES,
    SCALED_DISTANCE,
    congested_share,
    energy_j,
    overpressure_pa,
    tank_damage,
)

E = energy_j(100.0, 43.7e6)
LENGTH_M = (E / 101325.0) ** (1.0 / 3.0)


@pytest.mark.parametrize("strength", sorted(CURVES))
def test_the_curve_passes_its_points(strength: int) -> None:
    for scaled, expected in zip(SCALED_DISTANCE, CURVES[strength], strict=True):
        got = overpressure_pa(E, scaled * LENGTH_M, strength)
        assert got == pytest.approx(101325.0 * expected, rel=1e-9)


def test_between_points_it_is_straight_in_the_logarithms() -> None:
    middle = overpressure_pa(E, (2.0 * 5.0) ** 0.5 * LENGTH_M, 7)
    assert middle == pytest.approx(101325.0 * (0.125 * 0.041) ** 0.5, rel=1e-9)
    assert overpressure_pa(E, 40.0 * LENGTH_M, 7) == pytest.approx(101325.0 * 0.00425, rel=1e-9)


@given(st.floats(1.0, 2000.0), st.floats(1.0, 2000.0), st.floats(1e7, 1e12), st.sampled_from(sorted(CURVES)))
@settings(max_examples=50)
def test_pressure_falls_with_distance(a: float, b: float, energy: float, strength: int) -> None:
    near, far = sorted((a, b))
    assert overpressure_pa(energy, near, strength) >= overpressure_pa(energy, far, strength) * (1.0 - 1e-12)


def test_no_fuel_no_blast_and_damage_has_thresholds() -> None:
    assert overpressure_pa(0.0, 10.0, 7) == 0.0
    assert [tank_damage(p) for p in (6.9e3, 7.0e3, 20.0e3, 50.0e3)] == ["", "dented", "torn", "destroyed"]


def test_share_of_the_cloud_in_the_congested_part() -> None:
    assert congested_share(1000.0, 250.0, 0.0) == pytest.approx(0.25)
    assert congested_share(250.0, 1000.0, 0.0) == 1.0
    assert congested_share(1000.0, 250.0, 500.0) == 0.0
    assert congested_share(0.0, 250.0, 0.0) == 0.0
