"""Foam: critical rate, cover and burn-back, ageing, stock; all of them training assumptions, so limits are tested."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import suppression as foam

RATES = st.floats(0.0, 30.0)


def test_polar_liquids_break_common_foam() -> None:
    assert foam.works_on("AFFF", False) and not foam.works_on("AFFF", True)
    assert foam.works_on("AFFF/AR", True) and foam.works_on("AFFF/AR", False)
    assert not foam.works_on("water", False)


@given(RATES, st.floats(3.0, 15.0))
def test_no_fire_goes_out_below_the_critical_rate(rate: float, code: float) -> None:
    critical = foam.critical_l_min_m2(code)
    out = foam.knock_down_s(rate, code)
    assert (out == inf) == (rate / critical - 1.0 <= 0.0)
    assert foam.knock_down_s(rate + 1.0, code) <= out


@given(st.floats(0.0, 1.0), RATES, st.booleans(), st.floats(0.0, 60.0))
def test_cover_stays_a_share_and_rises_with_rate(covered: float, rate: float, burning: bool, dt: float) -> None:
    after = foam.cover(covered, rate, 6.5, burning, dt)
    assert 0.0 <= after <= 1.0
    assert foam.cover(covered, rate + 1.0, 6.5, burning, dt) >= after


def test_cover_takes_the_time_that_knock_down_says() -> None:
    covered, seconds = 0.0, 0
    while covered < 1.0:
        covered, seconds = foam.cover(covered, 5.0, 6.5, True, 1.0), seconds + 1
    assert seconds == pytest.approx(foam.knock_down_s(5.0, 6.5), abs=1.5)


def test_burn_back_and_ageing() -> None:
    assert foam.cover(1.0, 0.0, 6.5, True, 60.0) == pytest.approx(1.0 - 60.0 / 180.0)
    assert foam.cover(1.0, 0.0, 6.5, False, 60.0) == pytest.approx(0.97531, abs=1e-5)


def test_stock() -> None:
    assert foam.concentrate_l(6000.0, 0.03, 1800.0) == pytest.approx(5400.0)
    assert foam.lasts_s(5400.0, 6000.0, 0.03) == pytest.approx(1800.0)
    assert foam.evaporation_share(1.0) == pytest.approx(0.1) and foam.evaporation_share(0.0) == 1.0
