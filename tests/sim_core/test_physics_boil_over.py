"""Boil-over: the clock, the Milford Haven fire of 1983, signs and retreat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import boil_over

HOUR = 3600.0


def test_milford_haven() -> None:
    """46 to 47 kt of crude in a 78 m tank boiled over about 12 h after ignition: within the spread of hot zones."""
    oil_m = 46.5e6 / 860.0 / (0.25 * 3.14159265 * 78.0 * 78.0)
    burn = boil_over.burn_m_s(0.045, 860.0)
    soonest, latest = (boil_over.time_s(oil_m, v, burn) / HOUR for v in reversed(boil_over.HOT_ZONE_M_S))
    assert soonest < 12.0 < latest
    assert soonest > 6.0 and latest < 30.0


@given(st.floats(1.0, 25.0), st.floats(0.1, 2.0), st.floats(0.0, 0.5))
def test_the_front_meets_the_water_when_the_clock_says(oil: float, zone: float, burn: float) -> None:
    after = boil_over.time_s(oil, zone / HOUR, burn / HOUR)
    assert boil_over.front_m(after, zone / HOUR, burn / HOUR) == pytest.approx(oil)


def test_signs_come_in_order_and_in_both_languages() -> None:
    told = [boil_over.sign(left) for left in (7200.0, 3600.0, 900.0, 300.0, 0.0)]
    assert told[0] == boil_over.NONE and told[3] == told[4] and len(set(told)) == 4
    assert all(t.zh and t.en for t in told)


def test_conditions_and_retreat() -> None:
    assert boil_over.can_happen(True, True, 0.05)
    lacking = [(False, True, 0.05), (True, False, 0.05), (True, True, 0.0)]
    assert not any(boil_over.can_happen(wide, full, water) for wide, full, water in lacking)
    assert boil_over.retreat_m(78.0) == 780.0
