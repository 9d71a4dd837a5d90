"""Heads in lean, rich and oxygen-poor gas, foreign gases, open path, poison, drift, faults, range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import sensor

AIR_O2 = 0.209


def bead(fraction: float, o2: float | None = None) -> float:
    air = AIR_O2 * (1.0 - fraction) if o2 is None else o2
    return sensor.catalytic_lel(fraction, air, 2.0, 0.05, 1.0)


def test_rich_gas_reads_like_clean_air() -> None:
    readings = [bead(c) for c in (0.0, 0.05, 0.09, 0.5, 0.9, 1.0)]
    assert readings[0] == readings[-1] == 0.0
    assert readings[1] == pytest.approx(100.0) and readings[2] == pytest.approx(180.0)
    assert readings[2] > readings[3] > readings[4] > 0.0


@given(st.floats(0.001, 0.02), st.floats(0.0, 0.10))
def test_little_oxygen_hides_gas_from_a_bead_but_not_from_infrared(fraction: float, o2: float) -> None:
    assert bead(fraction, o2) <= bead(fraction, 0.10) == pytest.approx(100.0 * fraction / 0.05)
    assert bead(fraction, 0.0) == 0.0
    assert bead(0.01, 0.05) == pytest.approx(10.0)
    assert sensor.infrared_lel(fraction, 0.05, 1.0) == pytest.approx(100.0 * fraction / 0.05)


def test_infrared_is_blind_to_hydrogen_and_a_bead_is_not() -> None:
    assert sensor.INFRARED["hydrogen"] == 0.0 < sensor.CATALYTIC["hydrogen"]


def test_foreign_gases() -> None:
    """Biosystems table: 100 ppm H2 show as 60 on a CO cell, 10 ppm H2S as 13 on an NH3 cell, Cl2 pulls H2S down."""
    assert sensor.electrochemical_ppm("carbon_monoxide", {"hydrogen": 100.0}) == pytest.approx(60.0)
    assert sensor.electrochemical_ppm("ammonia", {"hydrogen_sulfide": 10.0, "methane": 1e4}) == pytest.approx(13.0)
    assert sensor.electrochemical_ppm("hydrogen_sulfide", {"chlorine": 8.0}) == pytest.approx(-2.0)
    assert all(answers[cell] == 1.0 for cell, answers in sensor.CROSS.items())


def test_open_path() -> None:
    """Half of 40 m full of propane at its LEL: 20 LEL m."""
    assert sensor.open_path_lel_m((0.021, 0.021, 0.0, 0.0), 40.0, 0.021, 1.0) == pytest.approx(20.0)


def test_a_lag_reaches_nine_tenths_in_its_t90_however_it_is_cut() -> None:
    value = 0.0
    for _ in range(60):
        value = sensor.lagged(value, 50.0, sensor.lag_share(0.5, 30.0))
    assert value == pytest.approx(45.0)


@given(st.floats(0.0, 1e4), st.floats(0.0, 600.0))
def test_poison_only_takes(ppm: float, period: float) -> None:
    twice = sensor.poisoned(sensor.poisoned(1.0, ppm, period), ppm, period)
    assert 0.0 <= twice <= sensor.poisoned(1.0, ppm, period) <= 1.0
    assert twice == pytest.approx(sensor.poisoned(1.0, ppm, 2.0 * period))


@pytest.mark.parametrize(("fault", "signal"), [("none", 40.0), ("dead", 0.0), ("frozen", 12.0), ("full_scale", 100.0)])
def test_faults(fault: str, signal: float) -> None:
    assert sensor.with_fault(40.0, 12.0, 100.0, fault) == signal


@given(st.floats(-50.0, 300.0))
def test_display(signal: float) -> None:
    seen = sensor.reading(signal, 1.0, 100.0)
    assert 0.0 <= seen.shown <= 100.0 and seen.over_range == (signal > 100.0)
    if 0.0 <= signal <= 100.0:
        assert abs(seen.shown - signal) <= 0.5


def test_over_range_begins_above_the_range() -> None:
    assert not sensor.reading(100.0, 1.0, 100.0).over_range
    assert sensor.reading(99.6, 1.0, 100.0) == sensor.Reading(100.0, False)
    assert sensor.reading(100.2, 1.0, 100.0) == sensor.Reading(100.0, True)


def test_drift() -> None:
    assert sensor.drifted(0.0, 3.0, 0.8) == 3.0 and sensor.drifted(100.0, 0.0, 0.8) == 80.0
