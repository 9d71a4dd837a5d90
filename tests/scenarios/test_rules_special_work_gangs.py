"""The crew and the others: they act by rule, from what they are told."""

from dataclasses import replace

import pytest

from tests.works import at_work, facts, now, ready, set_work, work


def test_a_crew_that_is_told_nothing_begins_by_itself_and_not_a_second_before():
    stage = work("hot_work", impatient_s=20.0)
    stage.wait(19.9)
    assert now(stage).stage == "preparing"
    stage.wait(60)
    assert now(stage).stage == "working" and facts(stage)["begun_unbidden"] == ""


@pytest.mark.parametrize(("kind", "target"), [("stop_work", ""), ("alarm", "MCP-1"), ("evacuate", "MP-N")])
def test_a_crew_that_has_been_called_back_does_not(kind, target):
    stage = work("hot_work", impatient_s=20.0)
    stage.act("IC", kind, target)
    stage.wait(90)
    assert now(stage).begun_tick < 0


@pytest.mark.parametrize(("kind", "target"), [("stop_work", ""), ("alarm", "MCP-1"), ("evacuate", "MP-N")])
def test_hands_come_off_the_work_when_all_are_called_back(kind, target):
    stage = work("hot_work")
    ready(stage)
    at_work(stage)
    stage.act("IC", kind, target)
    stage.wait(18)
    assert now(stage).stage == "stopped"
    assert [s.stopped_tick >= 0 for s in stage.world.sources if s.id == "ARC"] == [True]


def test_the_arc_burns_only_while_hands_are_at_work():
    stage = work("hot_work")
    assert next(s for s in stage.world.sources if s.id == "ARC").start_tick > stage.tick + 10**6
    ready(stage)
    at_work(stage)
    arc = next(s for s in stage.world.sources if s.id == "ARC")
    assert arc.start_tick <= stage.tick and arc.stopped_tick < 0


def test_work_has_an_end():
    stage = work("hot_work", job_s=30.0, fire_slag_s=0.0)
    ready(stage)
    at_work(stage)
    stage.wait(33)
    assert now(stage).stage == "done" and "work_done" in facts(stage)


def test_who_is_sent_away_before_coming_does_not_come():
    stage = work("hot_work", sampling="yes", others_s=5.0)
    stage.stand("GAS", "SP")
    set_work(stage, others_tick=400)
    stage.act("GAS", "clear", "SP")
    stage.wait(25)
    assert stage.world.crowds[1].place == "OF"
    free = work("hot_work", sampling="yes", others_s=5.0)
    free.wait(8)
    assert free.world.crowds[1].route[-1] == "SP"


def test_a_source_that_has_been_exchanged_ignites_no_more():
    stage = work("hot_work", camera="not_ex")
    (camera,) = [s for s in stage.world.sources if s.kind == "camera"]
    assert camera.start_tick == 0 and camera.stopped_tick < 0
    devices = list(stage.world.devices)
    n = stage.site.device_index["CAM-2"]
    devices[n] = replace(devices[n], state="running", opening=1.0)
    stage.change(devices=tuple(devices))
    stage.wait(1.1)
    assert [s.stopped_tick >= 0 for s in stage.world.sources if s.kind == "camera"] == [True]
    assert not [s for s in work("hot_work").world.sources if s.kind == "camera"]
