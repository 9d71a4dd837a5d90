"""What the nitrogen kettle promises beyond what every scenario holds: the filter mask, and the one who follows."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import Played, play
from scenarios.policy import Policy, Step
from scoring.marks import Sheet, prefill
from sim_core.acts import Act
from sim_core.chance import drill_keys
from sim_core.cues import Condition
from tests.kettles import QUIET

SCENARIO = load("nitrogen_vessel")
EXPERT = SCENARIO.policies["expert"]


def played(policy: str | Policy, **hidden: float | str) -> tuple[Played, Sheet]:
    keys = drill_keys(3)
    given: Mapping[str, float | str] = {**QUIET, **hidden}
    plan = SCENARIO.policies[policy] if isinstance(policy, str) else policy
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=given), plan)
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def points(sheet: Sheet) -> dict[str, float]:
    return {line.item_id: float(line.points) for line in sheet.lines if line.points is not None}


def dead(done: Played) -> set[str]:
    return {e.subject for e in done.events if e.kind == "harm" and e.detail == "dead"}


@pytest.mark.parametrize("hidden", [
    {"winch_attached": "yes"},
    {"winch_attached": "no"},
    {"winch_attached": "no", "side_cover": "open", "inlet_passing": "yes"},
    {"winch_attached": "no", "helper_runs": "yes", "o2_bottom_pct": 3.0, "worker_goes_s": 70.0},
    {"meter_dead": "o2", "filter_handed": "ENT", "winch_attached": "no"},
    {"o2_bottom_pct": 15.0},
    {"o2_bottom_pct": 8.0, "lingers_s": 40.0, "winch_attached": "no"},
])  # fmt: skip
def test_every_branch_can_be_won_with_everybody_alive(hidden):
    done, sheet = played("expert", **hidden)
    assert sheet.passed and sheet.score_raw >= 80, points(sheet)
    assert dead(done) == set()
    assert "all_out" in done.point.world.facts and "oxygen_right" in done.point.world.facts


def test_the_second_victim_is_who_follows_and_an_alarm_holds_him_back():
    """The case behind the scenario: both die where nobody does anything, the follower alone is spared by the alarm."""
    assert dead(played("idle", winch_attached="no", helper_runs="yes")[0]) == {"W1", "W2"}
    assert dead(played("idle", winch_attached="no", helper_runs="no")[0]) == {"W1"}
    alarm = replace(next(s for s in EXPERT.steps if s.id == "alarm"), wait_s=0.0)
    only = Policy("alarm", (alarm,), "MT")
    assert dead(played(only, winch_attached="no", helper_runs="yes")[0]) == {"W1"}


def test_an_alarm_that_comes_late_does_not_hold_back_who_already_ran():
    late = [replace(s, wait_s=120.0) if s.id == "alarm" else s for s in EXPERT.steps]
    done, sheet = played(replace(EXPERT, steps=tuple(late)), winch_attached="no", helper_runs="yes", o2_bottom_pct=3.0)
    assert "W2_in" in done.point.world.facts
    assert points(sheet)["NO_SECOND"] == 0.0


def test_who_goes_in_with_a_filter_mask_falls():
    """A filter gives no oxygen: the seat that is sent in with one lies there as well."""
    sent = Step("sent", Act("go", "P3", to="ENT"), after=("alarm",), confirm_s=20.0)
    steps = tuple(s for s in EXPERT.steps if s.id == "alarm")
    plan = Policy("filter", (*steps, sent), "MT")
    done, sheet = played(plan, filter_handed="ENT", o2_bottom_pct=3.0, winch_attached="no")
    assert [v.veto_id for v in sheet.vetoes] == ["filter_in_idlh"]
    assert "ENT" in {e.subject for e in done.events if e.kind == "harm" and e.detail == "down"}


def test_a_fan_that_runs_before_he_is_down_there_spares_him_the_fall_and_earns_the_rescue_items():
    first = ("duct", "ventilate")
    early = [replace(s, after=(), act=replace(s.act, to="ATT")) for s in EXPERT.steps if s.id in first]
    rest = [s for s in EXPERT.steps if s.id not in first]
    done, sheet = played(replace(EXPERT, steps=(*early, *rest)), o2_bottom_pct=4.5, lingers_s=40.0, worker_goes_s=70.0)
    assert not [e for e in done.events if e.kind == "harm"]
    assert sheet.passed and points(sheet)["ALIVE"] == 5.0


def test_without_the_blind_the_air_does_not_come_right():
    steps = tuple(s for s in EXPERT.steps if s.id != "blind")
    steps = tuple(replace(s, after=("permit",)) if s.id in ("ventilate", "ent_scba") else s for s in steps)
    passing, sheet = played(replace(EXPERT, steps=steps), inlet_passing="yes")
    assert "oxygen_right" not in passing.point.world.facts
    assert points(sheet)["AIR_RIGHT"] == points(sheet)["BLIND"] == 0.0


def test_the_meter_tells_nothing_but_oxygen():
    done, _ = played("expert", o2_bottom_pct=4.0)
    told = [e for e in done.events if e.kind == "told" and e.seat == "IC" and e.detail == "gas"]
    assert told[0].subject == "o2" and told[0].value < 10.0
    other = [n for p in done.point.world.people for n in p.notes if n.topic == "gas" and n.word != "o2"]
    assert other and all(n.value == 0.0 for n in other)


def test_off_the_line_hooking_on_and_winding_up_wins_as_well():
    hooked = (Condition("told", "done:hook*"),)
    other = {"carry_first": {"act": Act("hook", "W1", to="ENT")}, "leave_kettle": {"any": hooked}}
    steps = [replace(s, **other.get(s.id, {})) for s in EXPERT.steps]
    again = Step("again", Act("winch", "WN-1", to="ATT"), any=hooked, after=("carry_first",), confirm_s=15.0)
    out = replace(again, id="out", act=Act("go", "MP", to="ENT"))
    done, sheet = played(replace(EXPERT, steps=(again, out, *steps)), winch_attached="no")
    assert sheet.passed and {points(sheet)[item] for item in ("WINCH", "ENTRYRES")} == {5.0, 2.0}, points(sheet)
    assert "all_out" in done.point.world.facts
