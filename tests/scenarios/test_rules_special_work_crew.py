"""Acts at an operation: what they need, what they change, what they tell."""

from dataclasses import replace

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.model import Frightened
from sim_core.chance import drill_keys
from sim_core.cues import Condition
from sim_core.site import Crowd
from sim_core.text import Text
from tests.drills import Stage, put
from tests.works import at_work, facts, now, quiet, ready, seats_of, set_work, work


def test_reading_the_permit_tells_each_of_its_fields():
    stage = work("hot_work", grade="first", test_age_min=41.0)
    stage.act("IC", "permit")
    stage.wait(15.1)
    told = {n.subject: (n.value, n.word) for n in stage.person("IC").notes}
    assert told == {"grade": (0.0, "first"), "test_age_min": (41.0, "")}


@pytest.mark.parametrize(("word", "right"), [("special", 1.0), ("first", 0.0)])
def test_a_grade_is_set_and_held_against_the_right_one(word, right):
    stage = work("hot_work", grade="first")
    stage.act("IC", "grade", word)
    stage.wait(5.1)
    assert now(stage).grade == word
    assert [e.value for e in stage.told("did", act="grade")] == [right]
    assert stage.act("ATT", "grade", word) == "not_your_seat"


@pytest.mark.parametrize("word", ["ex", "not_ex"])
def test_a_look_on_the_spot_tells_what_it_is_like_and_only_there(word):
    stage = work("hot_work", camera=word)
    assert stage.act("GAS", "inspect", "CAM-1") == "out_of_reach"
    assert stage.act("ATT", "inspect", "CAM-1") == ""
    stage.wait(15.1)
    assert [(n.topic, n.subject, n.word) for n in stage.person("ATT").notes] == [("inspect", "CAM-1", word)]
    stage.act("ATT", "inspect", "CAM-2")
    stage.wait(15.1)
    assert stage.person("ATT").notes[-1].word == "as_it_should_be"


def test_the_crew_comes_and_begins_when_it_is_let_and_goes_back_when_it_is_put_off():
    stage = work("hot_work")
    stage.act("IC", "approve", "", "begin")
    stage.wait(7)
    assert now(stage).stage == "called" and now(stage).by == "IC"
    stage.wait(40)
    assert now(stage).stage == "working" and stage.world.crowds[0].place == "HW"
    stage.act("IC", "approve", "", "put_off")
    stage.wait(40)
    assert now(stage).stage == "put_off" and stage.world.crowds[0].place == "RS"
    assert "put_off_for_wind" not in facts(stage)


def test_putting_off_for_the_wind_is_a_fact_only_in_such_a_wind():
    stage = work("hot_work", wind_speed_m_s=12.0)
    stage.wait(1.1)
    stage.act("IC", "approve", "", "put_off")
    stage.wait(7)
    assert facts(stage)["put_off_for_wind"] == "IC" and now(stage).stage == "put_off"


def test_blinds_go_in_once_and_all_of_them_are_a_fact():
    stage = work("hot_work", blind="missing")
    stage.stand("FF", "BS2")
    assert stage.act("FF", "isolate", "BL-2") == ""
    stage.wait(60.1)
    assert stage.device("BL-2").state == "closed" and "blinds_in" not in facts(stage)
    assert stage.act("FF", "isolate", "BL-2") == "already_closed"
    stage.stand("FF", "BS1")
    stage.act("FF", "isolate", "BL-1")
    stage.wait(60.1)
    assert "blinds_in" in facts(stage)


def test_a_lock_forbids_the_hand_and_hangs_once():
    stage = work("hot_work")
    stage.stand("FF", "SP")
    assert stage.act("FF", "lock", "HV-1") == ""
    stage.wait(15.1)
    assert now(stage).locked == ("HV-1",)
    assert [e.value for e in stage.told("did", act="lock")] == [0.0]  # it stands open
    assert stage.act("FF", "lock", "HV-1") == "already_closed"
    assert stage.act("FF", "operate", "HV-1", "close") == "locked"


def test_who_does_not_belong_here_goes_when_asked_at_his_place():
    stage = work("hot_work", sampling="yes")
    set_work(stage, others_tick=stage.tick + 20 - stage.tick % 20)
    stage.wait(2)
    assert "SP" in stage.world.crowds[1].route
    stage.stand("GAS", "HW")
    stage.act("GAS", "clear", "HW")
    stage.wait(11)
    assert "SP" in stage.world.crowds[1].route  # not here
    stage.stand("GAS", "SP")
    stage.act("GAS", "clear", "SP")
    stage.wait(11)
    assert stage.world.crowds[1].route[-1] == "OF"
    assert [e.value for e in stage.told("did", act="clear")] == [0.0, 2.0]


def with_a_helper(**hidden) -> Stage:
    """Hot work, and a helper beside it who loses his head at the siren."""
    scenario, keys = load("hot_work"), drill_keys(7)
    helper = Crowd("helper", Text("小工", "helper"), "HW", 1)
    frightened = Frightened("helper", ((Condition("hears", "siren"),),), 50.0, "GT")
    site = replace(scenario.site, crowds=(*scenario.site.crowds, helper))
    scenario = replace(scenario, site=site, frightened=(frightened,))
    return Stage(build(scenario, keys.hidden, keys.world, seats_of(scenario), {**quiet("hot_work"), **hidden}))


def test_who_has_lost_his_head_is_led_to_the_muster_point_and_neither_crew_nor_passers_by_are():
    stage = with_a_helper(sampling="yes")
    stage.stand("IC", "AL")
    assert stage.act("IC", "alarm", "MCP-1") == ""
    stage.wait(5)
    assert stage.act("IC", "evacuate", "MP-S") == ""
    stage.wait(120)
    helper = stage.world.crowds[2]
    assert "helper_panics" in facts(stage) and helper.place == "GT"
    for n, place in ((0, "GT"), (1, "GT")):
        at = stage.site.place[place]
        there = replace(stage.world.crowds[n], x_m=at.x_m, y_m=at.y_m, place=place, until_tick=0, route=())
        stage.change(crowds=tuple(there if k == n else c for k, c in enumerate(stage.world.crowds)))
    stage.stand("GAS", "GT")
    assert stage.act("GAS", "clear", "GT") == ""
    stage.wait(10.5)
    crew, others, helper = stage.world.crowds
    assert (crew.place, others.route[-1], helper.route[-1]) == ("GT", "OF", "MP-S")
    assert [e.value for e in stage.told("did", act="clear")] == [3.0]
    assert [(n.subject, n.value) for n in stage.person("GAS").notes if n.topic == "led"] == [("GT", 3.0)]
    stage.wait(200)
    assert stage.world.crowds[2].place == "MP-S"


def test_an_extinguisher_puts_out_what_has_not_spread_and_is_not_fed():
    stage = work("hot_work")
    assert stage.act("ATT", "extinguish", "HW") == "not_burning"
    set_work(stage, fire_tick=stage.tick, fire_at="HW")
    stage.act("ATT", "extinguish", "HW")
    stage.wait(30.1)
    assert now(stage).fire_tick == -1 and "fire_out" in facts(stage)


@pytest.mark.parametrize("why", ["spread", "fed"])
def test_a_fire_out_of_hand_or_fed_by_gas_stays(why):
    stage = work("hot_work")
    set_work(stage, fire_tick=stage.tick, fire_at="HW")
    if why == "fed":
        first, *rest = now(stage).outflows
        set_work(stage, outflows=(replace(first, start_tick=0, full_kg_s=0.01, kg_s=0.01), *rest))
    else:
        stage.change(facts=("fire_spread",))
    stage.act("ATT", "extinguish", "HW")
    stage.wait(30.1)
    assert now(stage).fire_tick >= 0 and [e.value for e in stage.told("did", act="extinguish")] == [0.0]


def test_a_test_at_each_point_counts_and_reads_what_stands_in_the_drain():
    stage = work("hot_work", drain_lel="15")
    for place in ("HW", "PI", "DR"):
        stage.stand("GAS", place)
        stage.act("GAS", "measure", place)
        stage.wait(15.1)
    assert [round(v) for v in now(stage).tested] == [0, 0, 15] and "points_tested" in facts(stage)
    assert stage.person("GAS").notes[-1].value == 15.0
    put(stage, GC_1="placed")
    stage.act("GAS", "measure", "DR")
    stage.wait(15.1)
    assert now(stage).tested[2] == 0.0


def test_a_fresh_test_lets_the_work_begin_rightly():
    stage = work("hot_work")
    ready(stage)
    at_work(stage)
    assert "begun_right" in facts(stage)
