"""What the pit promises beyond what every scenario holds: Chengdu 2024, and rescuers who become victims."""

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
from tests.pits import QUIET

SCENARIO = load("h2s_pit")


def played(policy: str | Policy, **hidden: float | str) -> tuple[Played, Sheet]:
    keys = drill_keys(3)
    given: Mapping[str, float | str] = {**QUIET, "victims": "one", "post_h2s_ppm": 300.0, **hidden}
    plan = SCENARIO.policies[policy] if isinstance(policy, str) else policy
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=given), plan)
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def points(sheet: Sheet) -> dict[str, float]:
    return {line.item_id: float(line.points) for line in sheet.lines if line.points is not None}


def told(done: Played, kind: str, subject: str) -> int:
    """The tick at which it happened first, -1 = never."""
    return next((e.tick for e in done.events if e.kind == kind and e.subject == subject), -1)


@pytest.mark.parametrize("hidden", [
    {"winch_attached": "yes"},
    {"winch_attached": "no"},
    {"victims": "two", "winch_attached": "yes"},
    {"victims": "two", "winch_attached": "no", "helper_runs": "yes", "posture": "face_down"},
    {"o2_bottom_pct": 8.0, "ch4_lel": 30.0, "post_h2s_ppm": 1100.0},
    {"meter_dead": "h2s", "scba_low": "ENT", "winch_attached": "no"},
])  # fmt: skip
def test_every_branch_can_be_won_with_everybody_alive(hidden):
    done, sheet = played("expert", **hidden)
    assert sheet.passed and sheet.score_raw >= 80, points(sheet)
    assert not [e for e in done.events if e.kind == "harm" and e.detail == "dead"]
    assert told(done, "fact", "all_out") > told(done, "fact", "W1_in") > 0


def test_the_winch_comes_first_and_entry_only_where_it_cannot_help():
    on_line, _ = played("expert", winch_attached="yes")
    off_line, _ = played("expert", winch_attached="no")
    carried = [[e.subject for e in d.events if e.kind == "did" and e.act == "carry"] for d in (on_line, off_line)]
    assert carried == [[], ["W1"]]


def test_off_the_line_hooking_on_and_winding_up_wins_as_well():
    expert = SCENARIO.policies["expert"]
    hooked = (Condition("told", "done:hook*"),)
    other = {"carry_first": {"act": Act("hook", "W1", to="ENT")}, "leave_pit": {"any": hooked}}
    steps = [replace(s, **other.get(s.id, {})) for s in expert.steps]
    again = Step("again", Act("winch", "WN-1", to="ATT"), any=hooked, after=("carry_first",), confirm_s=15.0)
    out = replace(again, id="out", act=Act("go", "MP", to="ENT"))
    done, sheet = played(replace(expert, steps=(again, out, *steps)), winch_attached="no")
    wound = [e.value for e in done.events if e.kind == "did" and e.act == "winch"]
    assert 1.0 in wound
    assert not [e for e in done.events if e.kind == "did" and e.act == "carry"]
    assert sheet.passed and {points(sheet)[item] for item in ("WINCH", "ENTRYRES")} == {5.0, 2.0}, points(sheet)
    assert points(sheet)["ALIVE"] == 5.0 and "all_out" in done.point.world.facts


def test_a_duct_that_is_left_hauled_up_costs_the_life_of_who_goes_to_the_bottom():
    """What he treads free stays about him."""
    expert = SCENARIO.policies["expert"]
    haul = Step(
        "haul", Act("operate", "DU-1", "haul", to="ATT"), any=(Condition("told", "done:operate*"),),
        after=("ventilate",), confirm_s=25.0,
    )  # fmt: skip
    left, sheet = played(replace(expert, steps=(haul, *expert.steps)), winch_attached="no", post_h2s_ppm=1100.0)
    kept, best = played("expert", winch_attached="no", post_h2s_ppm=1100.0)
    dead = [{e.subject for e in d.events if e.kind == "harm" and e.detail == "dead"} for d in (left, kept)]
    assert dead == [{"W1"}, set()]
    assert points(sheet)["AIR_KEPT"] == 0.0 < points(best)["AIR_KEPT"]


def test_who_does_nothing_loses_the_one_who_went_in_and_the_mate_who_ran_after_him():
    done, sheet = played("idle", helper_runs="yes", winch_attached="no")
    dead = {e.subject for e in done.events if e.kind == "harm" and e.detail == "dead"}
    assert dead == {"W1", "W3"}
    assert sheet.score_raw < 60 and points(sheet)["NO_SECOND"] == 0.0


def test_a_training_drill_in_which_nobody_goes_in_can_be_passed_by_preparing():
    done, sheet = played("expert", victims="none")
    assert sheet.passed and "nobody_went_in" in done.point.world.facts
    assert not played("idle", victims="none")[1].passed


def test_an_exam_always_has_one_who_goes_in():
    drawn = next(h for h in SCENARIO.hidden if h.id == "victims").range
    assert drawn.weights[drawn.options.index("none")] == 0.0  # type: ignore[union-attr]


def test_the_emergency_comes_after_six_minutes_and_is_told_from_the_mouth():
    done, _ = played("expert")
    went = told(done, "fact", "W1_in") / 20.0
    heard = [e for e in done.events if e.kind == "told" and e.seat == "IC" and e.detail == "worker_inside"]
    assert 360.0 <= went <= 520.0
    assert heard[0].to in ("ATT", "GAS") and heard[0].tick > went * 20.0
    fell = told(done, "fact", "somebody_down") / 20.0
    assert went < fell < went + 60.0


def test_rushing_in_earns_nothing_where_the_winch_would_do():
    line = next(i for i in SCENARIO.rubric.items if i.id == "WINCH")
    assert {p.subject for p in line.instead_if} == {"off_the_line", "nobody_went_in"}
