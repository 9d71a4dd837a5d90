"""Obstacles only ever dilute, fade downwind, and wash out what dissolves."""

from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import obstacles

METRES = st.floats(0.0, 5000.0)


@given(st.floats(0.0, 500.0), st.floats(0.5, 15.0), st.floats(0.5, 30.0), METRES)
def test_a_curtain_dilutes_within_bounds_and_fades(water: float, wind: float, height: float, beyond: float) -> None:
    here, there = (obstacles.curtain_dilution(water, wind, height, x) for x in (beyond, beyond + 10.0))
    assert 1.0 <= there <= here <= 5.0
    assert obstacles.curtain_dilution(water + 50.0, wind, height, beyond) >= here
    assert obstacles.curtain_dilution(0.0, wind, height, beyond) == 1.0


@given(st.floats(0.0, 10.0), st.floats(0.1, 30.0), METRES)
def test_a_fence_dilutes_at_most_twofold(fence: float, cloud: float, beyond: float) -> None:
    assert 1.0 <= obstacles.fence_dilution(fence, cloud, beyond + 1.0) <= obstacles.fence_dilution(fence, cloud, beyond)
    assert obstacles.fence_dilution(fence, cloud, beyond) <= 2.0


@given(st.floats(0.0, 500.0))
def test_washing_out(ratio: float) -> None:
    shares = [obstacles.washed_share(gas, ratio, False) for gas in ("ammonia", "chlorine", "methane")]
    assert 1.0 >= shares[0] >= shares[1] >= shares[2] == 0.0
    assert obstacles.washed_share("chlorine", ratio, True) >= shares[1]
    assert obstacles.washed_share("ammonia", ratio, True) == shares[0]


@given(st.floats(1.0, 300.0), st.floats(0.0, 5000.0))
def test_a_wake_dilutes_at_most_threefold(spread: float, building: float) -> None:
    assert 1.0 <= obstacles.wake_dilution(spread, spread, building) <= 3.0
    assert obstacles.wake_dilution(spread, spread, 0.0) == 1.0
