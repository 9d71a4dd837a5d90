"""A room that a leak fills: its air by hand, fans, walls, what must not spark there, the blast."""

from dataclasses import replace
from math import exp

import pytest

from sim_core.physics.train import VAPOUR
from tests.drills import put
from tests.scenarios.ammonias import yard

M3_KG = 8.314462618 * 293.15 / (0.01703052 * 101325.0)  # of ammonia at 20 C
ROOM_M3, LEAKS_M3_S, FAN_M3_S = 190.0, 0.04, 2.0


def gas(stage):
    return stage.world.hazard.spaces[0].layers[0][0]


def filled(fraction, **hidden):
    """A stage with so much gas in the room."""
    stage = yard(**hidden)
    space = replace(stage.world.hazard.spaces[0], layers=((fraction,),))
    stage.change(hazard=replace(stage.world.hazard, spaces=(space,)))
    return stage


def facts(stage):
    return {e.subject for e in stage.events if e.kind == "fact"}


def test_it_fills_as_a_well_mixed_room_does():
    stage = yard(room_lel=0.0)
    stage.wait(125)
    given = stage.world.hazard.leaks[1].airborne_kg_s * M3_KG
    assert 0.03 < given < 0.08
    through = given + LEAKS_M3_S
    assert gas(stage) == pytest.approx(given / through * (1.0 - exp(-through * 120.0 / ROOM_M3)), rel=0.02)


def test_what_leaves_it_is_in_the_cloud_and_nothing_is_lost():
    stage = yard(hole_mm=2.0, side="gas", room_lel=0.0, wind_speed_m_s=1.0)
    put(stage, FN_1="running")
    stage.wait(60)
    h = stage.world.hazard
    held = gas(stage) * ROOM_M3 / M3_KG
    drifts = float(h.train.puffs[VAPOUR].sum()) + h.train.dispersed_kg
    assert drifts + held == pytest.approx(h.evaporated_kg, rel=1e-6)


def test_the_fan_thins_it_and_either_valve_ends_it():
    stage = yard()
    put(stage, FN_1="running")
    stage.wait(600)
    given = stage.world.hazard.leaks[1].airborne_kg_s * M3_KG
    assert gas(stage) == pytest.approx(given / (given + FAN_M3_S + LEAKS_M3_S), rel=0.02)
    for valve in ("XV_101", "HV_101"):
        shut = filled(0.05)
        put(shut, **{valve: "closed"})
        shut.wait(60)
        assert shut.world.hazard.leaks[1].flow_kg_s == 0.0
        assert gas(shut) == pytest.approx(0.05 * exp(-LEAKS_M3_S * 60.0 / ROOM_M3), rel=1e-3)


def test_its_detector_and_who_stands_in_it_meet_its_air_and_nobody_else_does():
    stage = filled(0.075)
    put(stage, XV_101="closed")
    stage.stand("OUT", "MR")
    stage.stand("FF", "CP-N")
    stage.wait(40)
    reading = stage.seen("DCS").panel.readings[stage.site.tag_index["EX-1"]]
    assert reading == pytest.approx(50.0, abs=4.0)
    air = stage.world.hazard.air_people
    assert air[stage.index("OUT")][0] == pytest.approx(gas(stage))
    assert air[stage.index("FF")][0] == 0.0


@pytest.mark.parametrize(("fraction", "fan", "fact"), [
    (0.014, "FN_2", False), (0.018, "FN_2", True), (0.018, "FN_1", False),
])  # fmt: skip
def test_a_fan_that_is_not_ex_is_a_fault_from_a_tenth_of_the_lower_limit_on(fraction, fan, fact):
    stage = filled(fraction)
    put(stage, XV_101="closed")
    assert stage.act("DCS", "operate", fan.replace("_", "-"), "start") == ""
    stage.wait(6)
    found = stage.told("fact", subject="not_ex_in_gas")
    assert bool(found) is fact
    if fact:
        assert found[0].by == "DCS"


@pytest.mark.parametrize(("fraction", "states", "blast"), [
    (0.14, {}, False), (0.17, {}, True), (0.31, {}, False), (0.17, {"PB_1": "stopped"}, False),
])  # fmt: skip
def test_it_explodes_between_its_limits_where_something_sparks(fraction, states, blast):
    stage = filled(fraction, ignition_place="spark")
    put(stage, XV_101="closed", **states)
    stage.wait(32)
    assert ("indoor_explosion" in facts(stage)) is blast
    assert (stage.world.hazard.ignited_tick >= 0) is blast


def test_without_a_spark_or_with_the_ex_fan_it_does_not():
    for states in ({}, {"FN_1": "running"}):
        stage = filled(0.17)
        put(stage, XV_101="closed", **states)
        stage.wait(32)
        assert "indoor_explosion" not in facts(stage)


def test_the_blast_strikes_who_is_near_once_and_opens_the_room():
    stage = filled(0.2, ignition_place="spark")
    put(stage, XV_101="closed")
    stage.stand("OUT", "MR")
    stage.stand("FF", "CP-N")
    stage.wait(33)
    assert stage.person("OUT").state in ("hurt", "dead")
    assert stage.person("FF").state == "fit"
    assert len(stage.told("fact", subject="indoor_explosion")) == 1
    assert gas(stage) < 0.01
    stage.wait(40)
    assert len(stage.told("fact", subject="indoor_explosion")) == 1
