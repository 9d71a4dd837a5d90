"""What should be so when the work begins and while it goes on: each thing wrong is told by its own fact alone."""

from dataclasses import replace

import pytest

from sim_core.work import NEVER_TICK
from tests.drills import Stage, put
from tests.works import at_work, facts, now, quiet, ready, set_work, work

WRONG = (
    "work_untested", "work_above_limit", "work_wrong_grade", "work_unblinded", "work_unlocked", "work_unguarded",
    "work_flawed", "work_in_wind", "work_unwatched", "work_amid_others",
)  # fmt: skip


def wrong(stage: Stage) -> list[str]:
    return [name for name in WRONG if name in facts(stage)]


def hot(**hidden: float | str) -> Stage:
    stage = work("hot_work", **hidden)
    ready(stage)
    stage.wait(1.1)
    return stage


def test_with_everything_as_it_should_be_nothing_is_wrong_and_it_is_the_approvers():
    stage = hot()
    at_work(stage)
    assert wrong(stage) == [] and facts(stage)["begun_right"] == "IC"


def others_at_the_draw_off(stage: Stage) -> None:
    here = stage.site.place["SP"]
    crowds = (stage.world.crowds[0], replace(stage.world.crowds[1], x_m=here.x_m, y_m=here.y_m, place="SP"))
    stage.change(crowds=crowds)


BREACHES = {
    "work_untested": lambda s: set_work(s, tested_tick=(s.tick, s.tick - 1801 * 20, s.tick)),
    "work_above_limit": lambda s: set_work(s, tested=(0.0, 14.1, 0.0)),
    "work_wrong_grade": lambda s: set_work(s, grade="first"),
    "work_unblinded": lambda s: put(s, BL_2="open"),
    "work_unguarded": lambda s: put(s, GC_1="stowed"),
    "work_unwatched": lambda s: s.stand("ATT", "EQ"),
    "work_amid_others": others_at_the_draw_off,
}


@pytest.mark.parametrize("name", BREACHES)
def test_each_breach_is_told_by_its_own_fact(name):
    stage = hot()
    BREACHES[name](stage)
    at_work(stage)
    assert wrong(stage) == [name] and facts(stage)[name] == "IC" and "begun_right" not in facts(stage)


def test_just_within_the_limits_nothing_is_wrong():
    stage = hot()
    set_work(stage, tested_tick=(stage.tick, stage.tick - 1790 * 20, stage.tick), tested=(0.0, 14.0, 0.0))
    at_work(stage)
    assert wrong(stage) == []


def test_a_point_that_was_never_tested_is_untested():
    stage = hot()
    set_work(stage, tested_tick=(stage.tick, NEVER_TICK, stage.tick))
    at_work(stage)
    assert wrong(stage) == ["work_untested"]


def test_wind_of_force_5_and_a_camera_that_is_not_ex():
    windy = hot(wind_speed_m_s=12.0)
    at_work(windy)
    assert wrong(windy) == ["work_in_wind"]
    bad = hot(camera="not_ex")
    at_work(bad)
    assert wrong(bad) == ["work_flawed"]
    mended = hot(camera="not_ex")
    put(mended, CAM_2="running")
    at_work(mended)
    assert wrong(mended) == []


@pytest.mark.parametrize(("age_min", "counts"), [(20.0, True), (29.0, True), (31.0, False), (50.0, False)])
def test_an_analysis_on_the_permit_counts_for_half_an_hour(age_min, counts):
    stage = work("hot_work", test_age_min=age_min)
    before = now(stage).tested_tick
    ready(stage)
    set_work(stage, tested_tick=before)
    stage.wait(1.1)
    at_work(stage)
    assert ("work_untested" not in facts(stage)) is counts


def test_what_a_crew_begins_by_itself_is_nobodys_word():
    stage = hot()
    set_work(stage, grade="first")
    at_work(stage, by="")
    assert facts(stage)["work_wrong_grade"] == "" == facts(stage)["begun_unbidden"]
    assert "begun_right" not in facts(stage)


def test_a_watcher_may_be_gone_for_a_minute_and_no_longer():
    stage = hot()
    at_work(stage)
    stage.stand("ATT", "RS")
    stage.wait(59)
    assert "watcher_left" not in facts(stage)
    stage.stand("ATT", "HW")
    stage.wait(2)
    stage.stand("ATT", "RS")
    stage.wait(59)
    assert "watcher_left" not in facts(stage)
    stage.wait(3)
    assert facts(stage)["watcher_left"] == "IC"


def test_nobody_watches_over_work_that_has_stopped_and_who_is_driven_off_by_gas_may_go():
    stopped = hot()
    at_work(stopped)
    stopped.act("IC", "stop_work")
    stopped.wait(17)
    stopped.stand("ATT", "RS")
    stopped.wait(70)
    assert "watcher_left" not in facts(stopped)


def test_gas_about_the_crew_must_be_noticed_within_the_grace():
    stage = hot(wind_speed_m_s=4.5, grace_s=20.0)
    at_work(stage)
    first, *rest = now(stage).outflows
    set_work(stage, outflows=(replace(first, start_tick=0, full_kg_s=0.18, kg_s=0.18), *rest))
    stage.wait(19)
    assert "worked_on_in_gas" not in facts(stage)
    stage.wait(3)
    assert facts(stage)["worked_on_in_gas"] == "IC"


def test_a_quiet_draw_has_no_flaw():
    assert now(work("hot_work")).flaws == () and quiet("hot_work")["grade"] == "special"
