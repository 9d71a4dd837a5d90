"""What the first scenario promises beyond what every scenario holds: the case it is built on (Buncefield, Jaipur)."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from statistics import median

import pytest

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.simulation import advance, jump

OVERFLOW_S = 30.0
FLOOR_S = 130.0
LONG_S = 5400.0


def seconds_to_ignition(seed: int, duration_s: float = LONG_S) -> float:
    """From the first liquid over the rim to ignition when nobody acts; infinite if it does not come."""
    keys = drill_keys(seed)
    drill = build(replace(load("tank_overfill"), duration_s=duration_s), keys.hidden, keys.world)
    point = drill.point
    while not point.world.ended and point.world.hazard.ignited_tick < 0:
        point, _ = advance(point, drill.rules)
        point = jump(point, drill.rules, drill.rules.limit_tick)
    lit = point.world.hazard.ignited_tick
    return lit / 20.0 - OVERFLOW_S if lit >= 0 else float("inf")


@pytest.mark.parametrize("seed", range(1, 5))
def test_nothing_burns_before_the_floor(seed):
    assert seconds_to_ignition(seed, FLOOR_S + OVERFLOW_S) == float("inf")


@pytest.mark.soak
def test_soak_the_median_time_to_ignition_without_action_is_that_of_the_cases():
    """Buncefield 24 to 41 min from overflow (domain §3)."""
    with ProcessPoolExecutor() as pool:
        times = list(pool.map(seconds_to_ignition, range(1, 101), chunksize=2))
    print("median", median(times), "least", min(times), "ignited", sum(t < float("inf") for t in times))
    assert 24 * 60 <= median(times) <= 41 * 60
    assert min(times) >= FLOOR_S
