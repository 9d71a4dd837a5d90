"""Heat dose: the probits of HyRAM's own tests, limits of bearing, thresholds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import heat_dose


@pytest.mark.parametrize(("relation", "expected"), [("eisenberg", 2.7823249), ("tsao_perry", 4.8823249)])
def test_hyram_probits(relation: str, expected: float) -> None:
    assert heat_dose.thermal_probit(relation, 1.0e7) == pytest.approx(expected, abs=1.0e-6)


@pytest.mark.parametrize(("relation", "expected"), [("tno", 4.0323), ("lees", 1.6760)])
def test_the_other_probits_by_hand(relation: str, expected: float) -> None:
    """-37.23 + 2.56 x 16.11810; -29.02 + 1.99 x 15.42495."""
    assert heat_dose.thermal_probit(relation, 1.0e7) == pytest.approx(expected, abs=1.0e-3)


def test_half_die_at_probit_five() -> None:
    """HyRAM: 15796.17 W/m2 for 60 s."""
    dose = heat_dose.thermal_dose_w43_s(15796.170691, 60.0)
    assert heat_dose.probability(heat_dose.thermal_probit("eisenberg", dose)) == pytest.approx(0.5, abs=1.0e-4)


@given(probit=st.floats(-20.0, 30.0))
def test_probability_is_symmetric_about_five(probit: float) -> None:
    both = heat_dose.probability(probit) + heat_dose.probability(10.0 - probit)
    assert both == pytest.approx(1.0, abs=1.0e-12)


@pytest.mark.parametrize(("celsius", "minutes"), [(60.0, 156.0), (100.0, 24.7), (150.0, 5.72)])
def test_how_long_hot_air_is_borne(celsius: float, minutes: float) -> None:
    """By hand from 4.1e8 T^-3.61."""
    assert heat_dose.hot_air_fed(celsius + 273.15, 60.0 * minutes) == pytest.approx(1.0, rel=0.01)
    assert heat_dose.hot_air_bare_fed(celsius + 273.15, 60.0) > heat_dose.hot_air_fed(celsius + 273.15, 60.0)


def test_thresholds() -> None:
    assert heat_dose.radiant_fed(2.4, 3600.0) == 0.0 == heat_dose.radiant_pain_fed(2.4, 3600.0)
    assert heat_dose.radiant_pain_fed(5.0, 10.0) > heat_dose.radiant_fed(5.0, 10.0) > 0.0
    assert heat_dose.hot_air_fed(273.15, 60.0) == 0.0 == heat_dose.thermal_dose_w43_s(0.0, 60.0)
