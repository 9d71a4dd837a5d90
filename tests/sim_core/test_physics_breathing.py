"""Breathing protection: minutes of air, whistle, filters and their limits."""

import pytest

from sim_core.physics import breathing
from sim_core.physics.breathing import FILTER_MOST, PROTECTION, WORK_L_MIN


def test_a_set_lasts_some_half_hour_of_work() -> None:
    """6.8 L at 300 bar holds 6.8 x 300/1.1/1.01325 = 1830 L: 45.8 min at 40 L/min, 9.2 of them after the whistle."""
    whole = breathing.air_left_s(6.8, 300.0, 0.0, WORK_L_MIN["moderate"]) / 60.0
    kept = breathing.air_left_s(6.8, 55.0, 0.0, WORK_L_MIN["moderate"]) / 60.0
    to_whistle = breathing.air_left_s(6.8, 300.0, 55.0, WORK_L_MIN["moderate"]) / 60.0
    assert (whole, kept) == pytest.approx((45.76, 9.23), rel=1.0e-3)
    assert to_whistle == pytest.approx(whole - kept)
    assert breathing.air_left_s(6.8, 50.0, 55.0, 40.0) == 0.0


def test_pressure_falls_as_it_is_breathed() -> None:
    lasts = breathing.air_left_s(6.8, 150.0, 0.0, 60.0)
    assert breathing.pressure_drop_bar(6.8, 60.0, lasts) == pytest.approx(150.0)


@pytest.mark.parametrize("kind", FILTER_MOST)
def test_no_filter_where_oxygen_lacks_or_gas_is_too_much(kind: int) -> None:
    assert breathing.filter_allowed(0.209, FILTER_MOST[kind], kind)
    assert not breathing.filter_allowed(0.16, 0.0, kind)
    assert not breathing.filter_allowed(0.209, 1.01 * FILTER_MOST[kind], kind)


def test_a_filter_holds_its_test_and_less_at_work() -> None:
    assert breathing.filter_time_s(0.005, 2400.0, 0.005, 30.0) == pytest.approx(2400.0)
    assert breathing.filter_time_s(0.005, 2400.0, 0.005, 60.0) == pytest.approx(1200.0)


def test_protection() -> None:
    assert breathing.inside_fraction(0.01, PROTECTION["none"]) == 0.01
    factors = list(PROTECTION.values())
    assert factors == sorted(factors)
