"""Every scenario: skipping the quiet ticks and working each one of them give equal digests, events and worlds."""

from dataclasses import replace

import pytest

from scenarios import catalogue, load
from scenarios.drill import build
from scenarios.model import Scenario
from scenarios.play import play
from sim_core.acts import SeatAct
from sim_core.chance import drill_keys
from sim_core.events import Event
from sim_core.pack import pack
from sim_core.simulation import Point, advance
from tests.drills import NOBODY

IDS = [s.id for s in catalogue()]
FIRST_S = 420.0  # of a drill, in the short test: past the first cues and acts of every scenario
SOAK_SEEDS = range(1, 6)


def parted(scenario: Scenario, seed: int, policy: str) -> str:
    """What differs between a drill that jumped and one of which every tick was worked, "" = nothing."""
    keys = drill_keys(seed)
    acts: dict[int, tuple[SeatAct, ...]] = {}

    def follow(before: Point, given: tuple[SeatAct, ...], after: Point, events: tuple[Event, ...]) -> None:
        acts[before.world.tick] = given

    jumped = play(build(scenario, keys.hidden, keys.world), scenario.policies[policy], follow)
    drill = build(scenario, keys.hidden, keys.world)
    point, told = drill.point, list[Event]()
    while not point.world.ended:
        point, events = advance(point, drill.rules, (*acts.get(point.world.tick, ()), NOBODY))
        told += events
    if tuple(told) != jumped.events:
        first = next((a for a, b in zip(told, jumped.events, strict=False) if a != b), None)
        return f"events, the first: {first}"
    if pack(point.world) != pack(jumped.point.world):
        return "worlds"
    return "" if point.chain == jumped.point.chain else "digests"


@pytest.mark.parametrize("scenario_id", IDS)
def test_the_first_minutes_with_and_without_jumps_are_equal(scenario_id: str) -> None:
    assert parted(replace(load(scenario_id), duration_s=FIRST_S), 1, "expert") == ""


@pytest.mark.soak
@pytest.mark.parametrize("seed", SOAK_SEEDS)
@pytest.mark.parametrize("scenario_id", IDS)
def test_soak_whole_drills_with_and_without_jumps_are_equal(scenario_id: str, seed: int) -> None:
    scenario = load(scenario_id)
    careless = [f"careless:{veto.id}" for veto in scenario.rubric.vetoes]
    for policy in ("expert", "idle", careless[seed % len(careless)]):
        assert parted(scenario, seed, policy) == "", policy
