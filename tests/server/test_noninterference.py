"""Non-interference on bytes: two drills that differ in one hidden value alone, through the whole server in still time.

What each trainee's socket carries - bytes, lengths, order, the moment and tick of each frame - is equal until that
value's declared cue; what anybody gets over HTTP, and the log, are equal to the end. See `partings` for the rules.
"""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import rfc8785

from clients.protocol import frames
from clients.protocol.messages import Baseline, State
from scenarios import catalogue, load
from scenarios.model import Hidden, Scenario
from scenarios.reader import from_canonical
from tests.scenarios.twins import pairs
from tests.server.partings import Leak, leaks, observed, written
from tests.server.twin_rooms import COMMIT_S, Course, Play, StepWriter, play
from tests.server.twin_seats import SCRIPTS

SHORT_S, LONG_S = 10.0, 600.0
LONG_PACE = 12.0
SHORT_PACE = 0.21  # all that the scripts hold comes before the end, the safety stop last
QUIET: dict[str, tuple[()]] = {}
WHO = ("nobody acts", "all act", "the commander orders colleagues")
CASES = [
    pytest.param(scenario, hidden, values, id=f"{scenario.id}-{hidden.id}-{values[0]}-{values[1]}")
    for scenario in catalogue()
    for hidden in scenario.hidden
    for values in pairs(hidden)
]
COVER = [  # of a drawable scenario one parameter: the wire carries all observations alike (the soak has all of them)
    pytest.param(scenario, hidden, pairs(hidden)[0], id=f"{scenario.id}-{hidden.id}")
    for scenario in catalogue()
    for hidden in (scenario.hidden if scenario.mandatory else scenario.hidden[:1])
]


@cache
def short(scenario_id: str, duration_s: float) -> Scenario:
    """A scenario of the catalogue that is over sooner."""
    whole = next(scenario for scenario in catalogue() if scenario.id == scenario_id)
    authored = json.loads(whole.canonical)
    return from_canonical(rfc8785.dumps({**authored, "duration_s": duration_s}), scenario_id)


def twin_play(scenario: Scenario, who: str, duration_s: float) -> Play:
    """A drill in which all, or the commander alone, hold seats; up to its end by time, or by a safety stop."""
    seats = tuple(role.seat for role in scenario.roles)
    people = seats[:1] if who == WHO[2] else seats
    scripts = QUIET if who == WHO[0] else SCRIPTS
    pace = {SHORT_S: SHORT_PACE, LONG_S: 1.0 if who == WHO[2] else LONG_PACE}.get(duration_s, 1.0)
    return Play(short(scenario.id, duration_s), {}, people, scripts, duration_s, pace=pace)


def twins(asked: Play, hidden: Hidden, values: tuple[object, object], folder: Path) -> tuple[Course, Course]:
    """Play both."""
    left, right = (
        play(replace(asked, hidden={**asked.hidden, hidden.id: value}), folder / str(n))  # type: ignore[dict-item]
        for n, value in enumerate(values)
    )
    return left, right


def found(asked: Play, hidden: Hidden, values: tuple[object, object], folder: Path) -> list[Leak]:
    """Play both, and tell what leaks."""
    left, right = twins(asked, hidden, values, folder)
    assert set(left.sent) == set(asked.people)
    assert all(len(sent) > 20 for sent in (*left.sent.values(), *right.sent.values()))
    assert left.log.count("\n") > 20
    return leaks(left, right, hidden, asked.scenario.site, not asked.scripts)


@pytest.mark.parametrize("who", [pytest.param(WHO[0], marks=pytest.mark.soak), WHO[1]])
@pytest.mark.parametrize(("scenario", "hidden", "values"), COVER)
def test_a_short_drill_tells_nothing_before_its_cue(scenario, hidden, values, who, tmp_path):
    assert found(twin_play(scenario, who, SHORT_S), hidden, values, tmp_path) == []


@pytest.mark.soak
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize(("scenario", "hidden", "values"), CASES)
def test_a_long_drill_tells_nothing_before_its_cue(scenario, hidden, values, who, tmp_path):
    assert found(twin_play(scenario, who, LONG_S), hidden, values, tmp_path) == []


@pytest.mark.parametrize("name", ["switch_dead", "radio_dead"])
def test_colleagues_pass_on_no_more_than_they_have_found_out(name, tmp_path):
    scenario = load("tank_overfill")
    hidden = next(each for each in scenario.hidden if each.id == name)
    assert found(twin_play(scenario, WHO[2], 42.0), hidden, pairs(hidden)[0], tmp_path) == []


def test_the_same_drill_twice_is_the_same_to_the_last_bit(tmp_path):
    scenario = load("tank_overfill")
    asked = twin_play(scenario, WHO[1], SHORT_S)
    left, right = play(asked, tmp_path / "0"), play(asked, tmp_path / "1")
    assert left == right


@pytest.mark.parametrize("delay_s", [0.02, 0.035])
def test_a_slow_disk_tells_nothing_either(tmp_path, monkeypatch, delay_s):
    """An independent switch raises its alarm, a radio is dead: rows that nobody at these seats can know of."""
    monkeypatch.setattr(StepWriter, "delay_s", delay_s)
    scenario = load("tank_overfill")
    for name in ("switch_dead", "radio_dead"):
        hidden = next(each for each in scenario.hidden if each.id == name)
        assert found(twin_play(scenario, WHO[1], SHORT_S), hidden, pairs(hidden)[0], tmp_path / name) == []


def test_a_slower_disk_moves_what_waits_for_it_and_nothing_else(tmp_path, monkeypatch):
    """The stand-in for the writer decides when, never what."""
    asked = twin_play(load("tank_overfill"), WHO[1], SHORT_S)
    quick = play(asked, tmp_path / "0")
    monkeypatch.setattr(StepWriter, "delay_s", 2 * COMMIT_S)
    slow = play(asked, tmp_path / "1")
    for seat, sent in quick.sent.items():
        assert [s.frame for s in sent] == [s.frame for s in slow.sent[seat]]


def test_a_state_holds_the_observation_and_nothing_else(tmp_path):
    asked = replace(twin_play(load("tank_overfill"), WHO[1], SHORT_S), watch=True)
    course, tags = play(asked, tmp_path / "0"), tuple(i.tag for i in asked.scenario.site.instruments)
    compared = 0
    for seat, sent in course.sent.items():
        base = None
        for each in sent:
            message = frames.decode("trainee", each.frame, to_server=False) if each.frame else None
            if not isinstance(message, State | Baseline):
                continue
            base = message if isinstance(message, Baseline) else base
            seen = observed(message, base, tags)
            assert written(message, seen, base, tags) == each.frame
            if message.tick in course.seen[seat]:
                assert seen == course.seen[seat][message.tick]
                compared += 1
    assert compared > 6 * 80
