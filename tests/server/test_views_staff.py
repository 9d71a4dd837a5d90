"""Staff's view of whole drills: it can always be written, and what is written can be put together again."""

import pytest

from clients.protocol import frames
from clients.protocol.cells import baseline_of, changes, patched
from clients.protocol.messages import State
from scenarios import catalogue, load
from scenarios.drill import build
from scenarios.play import play
from server.views.staff import encode
from sim_core.chance import drill_keys
from sim_core.world import World
from tests.drills import Stage, drill

SCENARIOS = tuple(scenario.id for scenario in catalogue())


@pytest.mark.parametrize("scenario_id", SCENARIOS)
@pytest.mark.parametrize(("policy", "seed"), [("expert", 1), ("idle", 2)])
def test_it_shows_a_whole_drill(scenario_id: str, policy: str, seed: int) -> None:
    scenario, keys = load(scenario_id), drill_keys(seed)
    played = build(scenario, keys.hidden, keys.world)
    site = played.rules.site
    held = baseline_of("d", 1, 0, encode(played.point.world, site))
    course: list[World] = []
    play(played, scenario.policies[policy], lambda before, acts, after, events: course.append(after.world))
    for world in course[::20]:
        cells = encode(world, site)
        state = frames.decode("director", frames.encode(changes("d", held, world.tick, cells)), to_server=False)
        assert isinstance(state, State)
        assert plain(patched(held, state)) == plain(cells)
    assert len(course) > 2000


def test_it_is_the_truth() -> None:
    """Not what an instrument shows: the gauge is stuck, the tank is not."""
    stage = Stage(drill(gauge_stuck_s=30.0))
    stage.wait(100.0)
    cells = encode(stage.world, stage.site)
    tank, level_m = stage.site.tanks[0], stage.world.tanks[0].level_m
    assert abs(cells[f"tank.{tank.id}"][0] - 1000.0 * level_m) <= 0.5
    assert {name.removeprefix("person.") for name in cells if name.startswith("person.")} == {
        person.seat for person in stage.world.people
    }


def plain(cells: dict[str, object]) -> dict[str, object]:
    """As the wire has it: every sequence a list."""
    return {key: _list(value) for key, value in cells.items()}


def _list(value: object) -> object:
    return [_list(each) for each in value] if isinstance(value, list | tuple) else value
