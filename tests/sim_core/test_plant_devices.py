"""Devices: strokes, hand wheels, keys of the panel; what stays half done stays half done."""

from dataclasses import replace

import pytest

from sim_core.plant.devices import opening
from tests.drills import Stage, drill


def at(stage: Stage, name: str) -> float:
    return opening(stage.device(name), stage.tick)


def test_a_key_is_pressed_then_the_valve_strokes():
    stage = Stage(drill())
    assert stage.act("DCS", "operate", "XV-101", "close") == ""
    stage.wait(2.9)
    assert stage.device("XV-101").state == "open"
    stage.wait(0.1)
    assert stage.device("XV-101").state == "moving"
    stage.wait(10.0)
    assert at(stage, "XV-101") == pytest.approx(0.5, abs=0.01)
    stage.wait(10.0)
    valve = stage.device("XV-101")
    assert (valve.state, valve.opening, valve.by) == ("closed", 0.0, "DCS")
    assert [(e.subject, e.detail, e.by) for e in stage.told("changed")] == [("XV-101", "closed", "DCS")]
    assert [(e.act, e.subject, e.detail) for e in stage.told("did")] == [("operate", "XV-101", "close")]


def test_a_stuck_valve_does_not_obey_and_the_key_does_not_tell():
    stage = Stage(drill(rosov_fails="yes"))
    stage.act("DCS", "operate", "XV-101", "close")
    stage.wait(60)
    valve = stage.device("XV-101")
    assert (valve.state, valve.wanted, at(stage, "XV-101")) == ("open", "closed", 1.0)
    assert stage.told("did", subject="XV-101") and not stage.told("changed")
    assert not any(d.stuck for d in Stage(drill()).world.devices)


def test_a_pump_runs_down():
    stage = Stage(drill())
    stage.stand("OUT", "PH")
    stage.act("OUT", "operate", "P-101", "stop")
    stage.wait(8.0)
    assert 0.0 < at(stage, "P-101") < 1.0
    stage.wait(5.1)
    assert stage.device("P-101").state == "stopped" and at(stage, "P-101") == 0.0


@pytest.mark.parametrize(("worn", "seconds"), [(("antistatic",), 40.0), (("scba",), 52.0)])
def test_a_wheel_takes_its_turns(worn: tuple[str, ...], seconds: float):
    stage = Stage(drill())
    stage.stand("OUT", "MF")
    stage.put("OUT", worn=worn)
    assert stage.act("OUT", "operate", "MV-1", "close") == ""
    stage.wait(seconds / 2)
    assert at(stage, "MV-1") == pytest.approx(0.5, abs=0.01)
    stage.wait(seconds / 2 - 0.1)
    assert stage.seen("OUT").body.doing == "operate"
    stage.wait(0.2)
    assert stage.seen("OUT").body.doing == "" and stage.device("MV-1").state == "closed"


def test_a_half_turned_wheel_stays_and_the_rest_takes_the_rest():
    stage = Stage(drill())
    stage.stand("OUT", "MF")
    stage.act("OUT", "operate", "MV-1", "close")
    stage.wait(30)
    stage.act("OUT", "halt")
    half = at(stage, "MV-1")
    assert half == pytest.approx(0.25, abs=0.01)
    stage.wait(60)
    assert at(stage, "MV-1") == half
    assert [s.state for s in stage.seen("OUT").seen if s.id == "MV-1"] == ["moving"]
    stage.act("OUT", "operate", "MV-1", "close")
    stage.wait(9)
    assert stage.device("MV-1").state == "moving"
    stage.wait(2)
    assert stage.device("MV-1").state == "closed"


def test_hands_that_leave_a_key_stop_no_powered_stroke():
    stage = Stage(drill())
    stage.act("DCS", "operate", "OV-1", "close")  # has a hand wheel too
    stage.wait(6)
    stage.act("DCS", "operate", "OV-1", "close")
    stage.wait(1)
    stage.act("DCS", "halt")
    stage.wait(20)
    assert stage.device("OV-1").state == "closed"


def test_who_orders_a_wheel_turned_and_halts_stops_nobody():
    stage = Stage(drill())
    stage.stand("OUT", "MF")
    stage.act("OUT", "operate", "MV-1", "close")
    stage.wait(5)
    stage.act("IC", "operate", "MV-1", "open", to="OUT")
    stage.act("IC", "halt")
    stage.wait(40)
    assert stage.device("MV-1").state == "closed"


def test_one_can_turn_back():
    stage = Stage(drill())
    stage.stand("OUT", "MF")
    stage.act("OUT", "operate", "MV-1", "close")
    stage.wait(20)
    stage.act("OUT", "halt")
    stage.act("OUT", "operate", "MV-1", "open")
    stage.wait(21)
    assert stage.device("MV-1").state == "open" and at(stage, "MV-1") == 1.0


@pytest.mark.parametrize("name", ["MCP-1", "FM-1"])
def test_alarm_points_and_monitors_are_no_valves(name: str):
    stage = Stage(drill())
    stage.stand("OUT", stage.site.devices[stage.site.device_index[name]].place)
    assert stage.act("OUT", "operate", name, "open") == "unknown_device"


def test_every_device_can_be_worked_from_somewhere():
    stage = Stage(drill())
    for device in stage.site.devices:
        if device.kind in ("alarm_point", "monitor"):
            continue
        word = {"open": "close", "closed": "open", "running": "stop", "stopped": "start"}[device.normal]
        for seat, place in (("DCS", "CR"), ("OUT", device.place)):
            fresh = Stage(drill())
            fresh.stand(seat, place)
            allowed = device.remote if seat == "DCS" else device.local
            assert (fresh.act(seat, "operate", device.id, word) == "") is allowed, (device.id, seat)
        assert device.remote or device.local


def test_acknowledge_and_reset():
    stage = Stage(drill())
    panel, flow = stage.world.panel, stage.site.tag_index["FI-101"]  # has no limit, so nothing else clears it
    stage.change(panel=replace(panel, alarms=tuple(1 for _ in panel.alarms), horn=True))
    assert stage.seen("DCS").heard == ("horn",)
    stage.act("DCS", "operate", "DCS", "acknowledge")
    stage.wait(3.0)
    assert stage.world.panel.alarms[flow] == 2 and not stage.world.panel.horn
    assert stage.world.command.reset_tick < 0
    stage.act("DCS", "operate", "DCS", "reset")
    stage.wait(3.0)
    assert set(stage.world.panel.alarms) == {0}
    assert (stage.world.command.reset_tick, stage.world.command.reset_by) == (stage.tick - 1, "DCS")
