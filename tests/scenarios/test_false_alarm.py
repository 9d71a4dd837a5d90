"""False alarms: drawn in training alone, harmless but for an instrument that lies, won by a second look."""

from dataclasses import replace
from functools import cache

import pytest

from scenarios import catalogue, load
from scenarios.drill import Drill, build
from scenarios.false_alarm import lie, marked_by
from scenarios.hidden import NoDrawError, Terms
from scenarios.play import play
from scoring.marks import Sheet, prefill
from sim_core.acts import Act, SeatAct
from sim_core.chance import drill_keys
from sim_core.events import Event
from sim_core.people.walking import served_from
from sim_core.simulation import Point, advance, jump
from sim_core.site import Place
from sim_core.world import Person

IDS = [s.id for s in catalogue()]
MUST = Terms(false_alarm="must")
END = 1 << 40
HAPPENED = ("ignition", "explosion", "pool_fire")


def false(scenario_id: str, seed: int) -> Drill:
    keys = drill_keys(seed)
    return build(load(scenario_id), keys.hidden, keys.world, terms=MUST)


def run_to(drill: Drill, tick: int) -> Point:
    point = drill.point
    while point.world.tick < tick:
        point = jump(advance(point, drill.rules)[0], drill.rules, tick)
    return point


@cache
def played(scenario_id: str, seed: int, policy: str) -> tuple[tuple[Event, ...], Sheet]:
    drill = false(scenario_id, seed)
    done = play(drill, drill.scenario.policies[policy])
    return done.events, prefill(done.events, drill.scenario.rubric, ("IC",), done.point.world.tick)


@pytest.mark.parametrize("scenario_id", IDS)
def test_the_model_answer_looks_twice_and_passes(scenario_id: str) -> None:
    events, sheet = played(scenario_id, 1, "expert")
    assert sheet.passed, (sheet.score_raw, sheet.vetoes, [n.item_id for n in sheet.lines if n.points != n.max_points])
    assert {"VERIFY", "JUDGE"} <= {n.item_id for n in sheet.lines if n.points == n.max_points}
    assert not [e for e in events if e.kind == "harm" or (e.kind == "fact" and e.subject in HAPPENED)]
    assert not [e for e in events if e.subject == "released" and e.value > 0.0]


@pytest.mark.parametrize("scenario_id", IDS)
def test_idling_fails_for_want_of_a_second_look(scenario_id: str) -> None:
    events, sheet = played(scenario_id, 1, "idle")
    assert sheet.score_raw < 60
    assert next(n.points for n in sheet.lines if n.item_id == "VERIFY") == 0
    # what a crew begins of itself has consequences of its own
    begun = next((e.tick for e in events if e.subject == "begun_unbidden"), END)
    assert not [e for e in events if e.kind == "harm" and e.tick <= begun]


@pytest.mark.parametrize("scenario_id", IDS)
def test_an_unchecked_judgement_earns_nothing(scenario_id: str) -> None:
    """Who declares it false without a look has guessed."""
    drill = false(scenario_id, 1)
    point, rules = run_to(drill, 2400), drill.rules
    point, told = advance(point, rules, (SeatAct("IC", 1, Act("declare", target="false_alarm"), point.world.tick),))
    events = [*told]
    while point.world.tick < 2500:
        point, told = advance(point, rules)
        events += told
    assert [e.subject for e in events if e.kind == "did" and e.act == "declare"] == ["false_alarm"]
    sheet = prefill(events, drill.scenario.rubric, ("IC",), point.world.tick)
    assert next(n.points for n in sheet.lines if n.item_id == "JUDGE") == 0


@pytest.mark.parametrize("scenario_id", IDS)
def test_the_share_of_training_draws_is_as_stated(scenario_id: str) -> None:
    scenario, told = load(scenario_id), load(scenario_id).false_alarm
    assert told is not None
    may = [lie(scenario, drill_keys(seed).hidden, Terms(false_alarm="may")) for seed in range(2000)]
    drawn = [one for one in may if one is not None]
    assert len(drawn) / 2000 == pytest.approx(told.share, abs=0.03)
    assert {one.tag for one in drawn} == set(told.shows)
    assert all(told.from_s * 20 <= one.tick <= told.to_s * 20 for one in drawn)
    assert all(lie(scenario, drill_keys(seed).hidden, Terms()) is None for seed in range(50))


def test_nothing_of_an_ordinary_draw_changes_where_the_alarm_may_be_false() -> None:
    for seed in range(1, 8):
        keys, scenario = drill_keys(seed), load("tank_overfill")
        may = Terms(false_alarm="may")
        if lie(scenario, keys.hidden, may) is None:
            bound, free = build(scenario, keys.hidden, keys.world, terms=may), build(scenario, keys.hidden, keys.world)
            assert (bound.scenario, bound.point) == (free.scenario, free.point)


def test_the_sheet_follows_the_draw() -> None:
    scenario, key = load("tank_overfill"), drill_keys(1).hidden
    assert marked_by(scenario, key, Terms()) == scenario.rubric
    ids = {item.id for item in marked_by(scenario, key, MUST).items}
    assert "VERIFY" in ids
    assert "PUMP_STOP" not in ids


def test_a_scenario_without_one_refuses() -> None:
    keys = drill_keys(1)
    with pytest.raises(NoDrawError):
        build(replace(load("tank_overfill"), false_alarm=None), keys.hidden, keys.world, terms=MUST)


def _at(p: Person, place: Place) -> Person:
    """Somebody who stands at a place."""
    return replace(p, place=place.id, x_m=place.x_m, y_m=place.y_m, until_tick=0, route=())


def test_a_bump_tells_the_liar_once_it_lies() -> None:
    """Not before: what has not begun cannot be found out."""
    drill = false("tank_overfill", 1)
    liar = next(i for i, g in enumerate(drill.point.world.gauges) if g.fault == "spurious")
    tag, begins = drill.rules.site.instruments[liar].tag, drill.point.world.gauges[liar].fault_tick
    seat = [p.seat for p in drill.point.world.people].index("SAF")
    site = drill.rules.site
    here = served_from(site, site.instruments[liar])

    def found(tick: int) -> str:
        point = run_to(drill, tick)
        people = tuple(_at(p, site.place[here]) for p in point.world.people)
        point = Point(replace(point.world, people=people), point.chain)
        bump = SeatAct("SAF", 1, Act("bump", target=tag), tick)
        point, _ = advance(point, drill.rules, (bump,))
        while point.world.people[seat].doing is not None:
            point, _ = advance(point, drill.rules)
        return point.world.people[seat].notes[-1].word

    assert found(begins - 450) == "alive"
    assert found(begins + 40) == "not_zero"
