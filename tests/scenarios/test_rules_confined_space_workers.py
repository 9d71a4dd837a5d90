"""Those who go in by themselves, what the air does to them, and the mate who runs in unless he is held back."""

from dataclasses import replace

import pytest

from sim_core.world import Casualty
from tests.pits import facts, fill, pit, share


def go_in(victims: str = "one", **hidden):
    stage = pit(victims=victims, worker_goes_s=450.0, **hidden)
    workers = tuple(replace(w, goes_tick=20 if w.goes_tick >= 0 else -1) for w in stage.world.hazard.workers)
    stage.change(hazard=replace(stage.world.hazard, workers=workers))
    return stage


def casualty(stage, name: str = "W1") -> Casualty:
    return next(c for c in stage.world.casualties if c.id == name)


def test_one_leaves_the_crew_climbs_down_and_falls_of_what_he_frees():
    stage = go_in()
    stage.wait(2)
    assert stage.world.crowds[0].number == 2
    assert casualty(stage).place == "P1" and casualty(stage).state == "inside"
    stage.wait(10)
    assert casualty(stage).place == "P3"
    assert share(stage, 0, "hydrogen_sulfide") > 0.0
    stage.wait(40)
    assert casualty(stage).state == "down" and not casualty(stage).breathing
    assert [e.detail for e in stage.told("harm", subject="W1")] == ["down"]
    assert "somebody_down" in facts(stage)


def test_with_the_fan_on_he_falls_later_and_lives_longer():
    left, aired = go_in(), go_in()
    aired.stand("ATT", "FA")
    aired.act("ATT", "operate", "FN-1", "start")
    for stage in (left, aired):
        stage.wait(300)
    fell = [next(e.value for e in s.told("fact", subject="somebody_down")) for s in (left, aired)]
    assert fell[0] < fell[1] < 60.0
    assert casualty(left).body.lethal > 2.0 * casualty(aired).body.lethal


def test_two_go_in_one_after_the_other_and_none_when_none_was_drawn():
    stage = go_in("two")
    stage.wait(60)
    assert {c.id for c in stage.world.casualties} == {"W1", "W2"}
    stage = go_in("none")
    stage.wait(60)
    assert stage.world.casualties == () and stage.world.crowds[0].number == 3


@pytest.mark.parametrize(("how", "runs"), [("", True), ("alarm", False), ("stop_work", False), ("evacuate", False)])
def test_a_mate_runs_in_unless_everybody_is_called_back(how, runs):
    stage = go_in(helper_runs="yes")
    stage.wait(15)
    if how == "alarm":
        stage.stand("IC", "AL")
        assert stage.act("IC", "alarm", "MCP-1") == ""
    elif how == "evacuate":
        stage.act("IC", "evacuate", "MP")
    elif how:
        stage.act("IC", how)
    stage.wait(120)
    assert ("W3" in {c.id for c in stage.world.casualties}) is runs


def test_a_mate_who_was_not_drawn_stays_out():
    stage = go_in(helper_runs="no")
    stage.wait(150)
    assert {c.id for c in stage.world.casualties} == {"W1"}


def test_face_down_in_the_sludge_nobody_breathes_and_seven_minutes_kill():
    stage = go_in(posture="face_down")
    stage.wait(60)
    fill(stage)
    stage.change(hazard=replace(stage.world.hazard, spaces=(replace(stage.world.hazard.spaces[0], stirrings=()),)))
    assert casualty(stage).state == "down" and not casualty(stage).breathing
    washed = replace(casualty(stage).body, down_hydrogen_sulfide=0.6, asphyxia=0.0)  # the air alone would let him go
    shut = tuple(replace(d, opening=0.0) for d in stage.world.devices)
    stage.change(casualties=(replace(casualty(stage), body=washed),), devices=shut)
    stage.wait(300)
    assert not stage.told("harm", detail="dead")
    stage.wait(130)
    assert stage.told("harm", subject="W1", detail="dead")


def test_first_aid_in_safe_air_ends_the_time_without_breath():
    stage = go_in()
    stage.wait(60)
    stage.act("ATT", "winch", "WN-1")
    stage.wait(61)
    assert casualty(stage).state == "out" and not casualty(stage).breathing
    stage.act("MED", "cpr", "W1")
    stage.wait(32)
    assert casualty(stage).breathing and casualty(stage).body.asphyxia == 0.0
    stage.wait(420)
    assert not stage.told("harm", detail="dead")


def test_nobody_brings_back_who_is_dead():
    stage = go_in()
    stage.wait(60)
    stage.act("ATT", "winch", "WN-1")
    stage.wait(61)
    dead = replace(casualty(stage), body=replace(casualty(stage).body, condition="dead"))
    stage.change(casualties=(dead,))
    stage.act("MED", "cpr", "W1")
    stage.wait(33)
    assert not casualty(stage).breathing
