"""Drone: eyes and a gas head where nobody goes; it takes its time, and in the cloud it is an engine like any other."""

from dataclasses import replace

import pytest

from sim_core.people.bodies import position
from tests.drills import SEATS, Stage, drill
from tests.tank_fires import burning

DRONE = 2


def overflowing(humans: tuple[str, ...] = SEATS, minutes: float = 0.0, **hidden: float | str) -> Stage:
    """Liquid runs over the rim and the vapour drifts west, away from dock and control room."""
    stage = Stage(drill(humans, overflow_at_s=3.0, inflow_m3_h=900.0, wind_from_deg=90.0, wind_speed_m_s=2.0, **hidden))
    stage.wait(5 + 60.0 * minutes)
    return stage


def seen(stage: Stage, seat: str) -> set[tuple[str, str]]:
    return {(s.kind, s.id) for s in stage.seen(seat).seen}


def gas_notes(stage: Stage, seat: str) -> list[tuple[str, float]]:
    return [(n.subject, n.value) for n in stage.seen(seat).notes if n.topic == "gas"]


def test_it_takes_off_after_twenty_seconds_and_flies_straight_at_eight_metres_a_second():
    """From the dock at (225, 110) to the manifold at (112, 20): 144.5 m, 18 s."""
    stage = overflowing()
    assert stage.act("SAF", "fly", "MF") == ""
    stage.wait(19)
    assert position(stage.world.vehicles[DRONE], stage.tick) == (225.0, 110.0)
    stage.wait(1 + 9)
    x, y = position(stage.world.vehicles[DRONE], stage.tick)
    assert (225.0 - x) * 90.0 == pytest.approx((110.0 - y) * 113.0, rel=0.01)
    assert gas_notes(stage, "SAF") == []
    stage.wait(12)
    assert position(stage.world.vehicles[DRONE], stage.tick) == pytest.approx((112.0, 20.0))
    assert gas_notes(stage, "SAF") == [("MF", 0.0)]


def test_who_flies_it_sees_what_is_there_from_indoors_and_nobody_else_does():
    stage = overflowing()
    assert ("overflow", "T-101") not in seen(stage, "IC")
    stage.act("IC", "fly", "RC")
    stage.wait(60)
    assert ("overflow", "T-101") in seen(stage, "IC")
    assert ("overflow", "T-101") not in seen(stage, "DCS")
    assert stage.person("IC").place == "CR"
    stage.act("IC", "fly", "DK")
    stage.wait(60)
    assert ("overflow", "T-101") not in seen(stage, "IC")
    assert not stage.world.vehicles[DRONE].engine


def test_its_camera_does_not_see_the_whole_farm():
    """T-101 stands 92 m from the manifold."""
    stage = overflowing()
    stage.act("IC", "fly", "MF")
    stage.wait(60)
    assert ("overflow", "T-101") not in seen(stage, "IC")


def test_its_gas_head_sounds_once_at_a_tenth_of_the_lower_limit():
    stage = overflowing(minutes=3.0)
    stage.act("OUT", "fly", "RW")
    stage.wait(70)
    warned = [n for n in gas_notes(stage, "OUT") if n[1] >= 10.0]
    assert warned and warned[0][0] in stage.site.place
    assert len(gas_notes(stage, "OUT")) <= 2


def test_in_the_cloud_it_is_an_engine_and_lights_it():
    stage = overflowing(minutes=4.0)
    stage.act("SAF", "fly", "RW")
    stage.wait(80)
    assert stage.told("fact", subject="engine_in_cloud")[0].by == "SAF"
    lit = stage.told("fact", subject="ignition")
    assert lit and lit[0].by == "SAF"
    assert next(e.subject for e in stage.told("changed", detail="ignited")) == "drone"


def test_on_its_dock_and_upwind_it_lights_nothing():
    stage = overflowing(minutes=4.0)
    stage.act("SAF", "fly", "PH")
    stage.wait(60)
    assert not stage.told("fact", subject="engine_in_cloud") and not stage.told("fact", subject="ignition")
    assert stage.world.vehicles[DRONE].engine


def test_stopped_traffic_does_not_ground_it():
    stage = overflowing()
    stage.act("IC", "stop_work")
    stage.wait(20)
    assert stage.act("SAF", "fly", "MF") == ""
    stage.wait(45)
    assert position(stage.world.vehicles[DRONE], stage.tick) == pytest.approx((112.0, 20.0))


@pytest.mark.parametrize(("seat", "target", "word"), [
    ("FF", "MF", "not_your_seat"), ("LIA", "MF", "not_your_seat"), ("SAF", "P-101", "unknown_place"),
    ("SAF", "nowhere", "unknown_place"),
])  # fmt: skip
def test_it_is_refused(seat: str, target: str, word: str):
    assert overflowing().act(seat, "fly", target) == word


def test_where_there_is_none_nobody_flies_it():
    assert burning().act("SAF", "fly", "MF") == "not_here"
    stage = overflowing()
    stage.change(vehicles=stage.world.vehicles[:DRONE])
    assert stage.act("SAF", "fly", "MF") == "not_here"


def test_a_colleague_flies_it_on_order_and_tells_what_it_reads():
    stage = overflowing(tuple(s for s in SEATS if s != "SAF"))
    assert stage.act("IC", "fly", "MF", to="SAF") == ""
    stage.wait(75)
    assert stage.world.vehicles[DRONE].by == "IC" and stage.world.vehicles[DRONE].eyes == "SAF"
    heard = [(h.sender, h.topic, h.subject, h.value) for h in stage.seen("IC").inbox if h.kind == "report"]
    assert ("SAF", "gas", "MF", 0.0) in heard


def test_a_colleague_who_sees_the_overflow_through_it_reports_that():
    stage = overflowing(tuple(s for s in SEATS if s != "SAF"))
    stage.change(weather=replace(stage.world.weather, night=True, fog=True))
    stage.act("IC", "fly", "PH", to="SAF")
    stage.wait(90)
    before = {h.topic for h in stage.seen("IC").inbox if h.sender == "SAF"}
    assert "overflow_seen" not in before  # farther off than a camera sees in fog at night
    stage.act("IC", "fly", "RB", to="SAF")
    stage.wait(60)
    assert "overflow_seen" in {h.topic for h in stage.seen("IC").inbox if h.sender == "SAF"}
