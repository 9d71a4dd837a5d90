"""Play: to the end by time or handover, jumping as stepping, followers in order, seeds apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scenarios import load
from scenarios.drill import Drill, build
from scenarios.play import COMMANDER, LOOK_PHASE, LOOK_TICKS, play
from scenarios.policy import Policy, Step
from sim_core.acts import Act, SeatAct
from sim_core.chance import drill_keys
from sim_core.events import Event
from sim_core.pack import pack
from sim_core.simulation import Point, advance

HASTY = Policy(
    "hasty",
    (Step("see", Act("declare"), times=9, wait_s=5.0), Step("dress", Act("wear", "scba", to="FF"))),
)


def drill_of(seed: int = 1, seconds: float = 90.0) -> Drill:
    keys = drill_keys(seed)
    return build(replace(load("tank_overfill"), duration_s=seconds), keys.hidden, keys.world)


def test_a_drill_is_played_to_its_end() -> None:
    drill = drill_of()
    played = play(drill, drill.scenario.policies["idle"])
    assert (played.point.world.tick, played.point.world.ended) == (1800, "time")
    assert played.events[-1].kind == "ended"


def test_the_commander_may_end_a_drill_by_handing_over() -> None:
    played = play(drill_of(), Policy("weary", (Step("go", Act("handover"), wait_s=2.0),)))
    assert played.point.world.ended == "handover"
    assert played.point.world.tick < 1800
    assert played.events[-1].kind == "ended"


def test_followers_are_called_in_order_with_what_leads_from_point_to_point() -> None:
    called, told, ticks = list[str](), list[Event](), list[tuple[int, int]]()

    def first(before: Point, acts: Sequence[SeatAct], after: Point, events: Sequence[Event]) -> None:
        called.append("first")
        told.extend(events)
        ticks.append((before.world.tick, after.world.tick))

    drill = drill_of(seconds=20.0)
    played = play(drill, HASTY, first, lambda *_: called.append("second"))
    assert called == ["first", "second"] * len(ticks)
    assert tuple(told) == played.events
    assert all(after == before + 1 for before, after in ticks)
    assert all(after <= then for (_, after), (then, _) in pairwise(ticks))
    assert (ticks[0][0], ticks[-1][1]) == (0, played.point.world.tick)


def test_the_commander_acts_with_rising_seq_and_only_when_it_looks() -> None:
    drill, given = drill_of(), list[tuple[int, SeatAct]]()
    follow = lambda before, acts, after, events: given.extend((before.world.tick, act) for act in acts)  # noqa: E731
    play(drill, HASTY, follow)
    assert len(given) > 3
    assert [act.seq for _, act in given] == list(range(len(given)))
    assert all(act.seat == COMMANDER and act.seen_tick == tick for tick, act in given)
    assert all(tick % LOOK_TICKS == LOOK_PHASE for tick, _ in given)


def test_jumping_gives_what_stepping_every_tick_gives() -> None:
    drill, given = drill_of(), dict[int, tuple[SeatAct, ...]]()
    follow = lambda before, acts, after, events: given.update({before.world.tick: acts})  # noqa: E731
    played = play(drill, HASTY, follow)
    drill = drill_of()
    point, told = drill.point, list[Event]()
    while not point.world.ended:
        point, events = advance(point, drill.rules, given.get(point.world.tick, ()))
        told += events
    assert point.chain == played.point.chain
    assert tuple(told) == played.events


def test_one_seed_one_course_another_seed_another() -> None:
    chains = [play(d, HASTY).point.chain for d in map(drill_of, (1, 1, 2))]
    assert chains[0] == chains[1] != chains[2]


def test_two_seeds_with_one_draw_still_differ_in_what_happens() -> None:
    scenario = replace(load("tank_overfill"), duration_s=90.0)
    one, other = drill_keys(1), drill_keys(2)
    drills = (build(scenario, one.hidden, keys.world) for keys in (one, other))
    first, second = (play(drill, HASTY).point for drill in drills)
    assert pack(first.world) != pack(second.world)
    assert first.world.weather.speed_m_s != second.world.weather.speed_m_s
    assert first.chain != second.chain
