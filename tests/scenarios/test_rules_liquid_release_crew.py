"""The fire crew: monitors open and shut, the engine drives along the ways and never jumps."""

from math import dist

import pytest

from sim_core.people.bodies import position
from tests.drills import Stage, drill


@pytest.mark.parametrize("monitor", ["FM-1", "FM-2"])
def test_a_monitor_is_opened_and_shut_where_it_stands(monitor: str):
    stage = Stage(drill())
    stage.stand("FF", stage.site.devices[stage.site.device_index[monitor]].place)
    assert stage.act("FF", "foam", monitor, "start") == ""
    stage.wait(20)
    assert stage.device(monitor).state == "open" and stage.device(monitor).by == "FF"
    assert [(e.subject, e.detail) for e in stage.told("did", act="foam")] == [(monitor, "start")]
    assert stage.act("FF", "foam", monitor, "stop") == ""
    stage.wait(20)
    assert stage.device(monitor).state == "closed"


@pytest.mark.parametrize("target", ["FS", "P-101", "HV-101", "nothing"])
def test_foam_comes_out_of_monitors_only(target: str):
    stage = Stage(drill())
    if target in stage.site.device_index:
        stage.stand("FF", stage.site.devices[stage.site.device_index[target]].place)
    assert stage.act("FF", "foam", target, "start") in ("unknown_device", "out_of_reach")
    assert stage.act("FF", "check_foam", target) in ("unknown_device", "out_of_reach")
    stage.wait(35)
    assert stage.device("P-101").state == "running" and stage.seen("FF").notes == ()


def test_the_engine_drives_to_a_place_and_stands_with_its_engine_on():
    stage = Stage(drill())
    assert stage.act("FF", "drive", "RE") == ""
    stage.wait(60)
    engine = stage.world.vehicles[1]
    place = stage.site.place["RE"]
    assert (engine.x_m, engine.y_m) == (pytest.approx(place.x_m), pytest.approx(place.y_m))
    assert engine.until_tick == 0 and engine.engine and engine.by == "FF"


def test_a_new_goal_on_the_way_does_not_throw_it_back():
    stage = Stage(drill())
    stage.act("FF", "drive", "RE")
    stage.wait(12)
    before = position(stage.world.vehicles[1], stage.tick)
    assert stage.world.vehicles[1].until_tick
    stage.act("FF", "drive", "FS")
    stage.tick_with()
    after = position(stage.world.vehicles[1], stage.tick)
    assert dist(before, after) < 6.0 * 0.2
    stage.wait(90)
    assert position(stage.world.vehicles[1], stage.tick) == (pytest.approx(185.0), pytest.approx(-60.0))
