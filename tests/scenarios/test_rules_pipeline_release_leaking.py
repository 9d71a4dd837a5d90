"""The line: what leaks by pump and valves, where it goes, and what the meters make of it."""

import pytest

from tests.culverts import SEATS, culvert, facts, line, reading, street
from tests.drills import put

DENSITY = 1061.705 - 0.7 * 285.15


def flowing(seconds: float = 60.0, **hidden: float | str):
    stage = street(**hidden)
    stage.wait(seconds)
    return stage


def test_the_hole_passes_what_was_drawn_while_the_line_is_worked():
    stage = flowing(leak_m3_h=30.0)
    assert line(stage).flow_kg_s == pytest.approx(30.0 / 3600.0 * DENSITY, rel=1.0e-6)


def test_with_the_pump_stopped_it_passes_by_the_root_of_the_head_that_is_left():
    """1.6 MPa against 30 m of oil above it, then 15 m from downstream once the valve upstream is shut."""
    stage = flowing()
    worked = line(stage).flow_kg_s
    put(stage, P_1="stopped")
    stage.wait(2)
    assert line(stage).flow_kg_s / worked == pytest.approx((30.0 * 9.80665 * DENSITY / 1.6e6) ** 0.5, rel=1.0e-4)
    put(stage, BV_1="closed")
    stage.wait(2)
    assert line(stage).flow_kg_s / worked == pytest.approx((15.0 * 9.80665 * DENSITY / 1.6e6) ** 0.5, rel=1.0e-4)


def test_downstream_shut_first_makes_it_leak_more_and_is_told():
    stage = flowing()
    worked = line(stage).flow_kg_s
    stage.act("DCS", "operate", "BV-2", "close")
    stage.wait(30)
    assert line(stage).flow_kg_s / worked == pytest.approx((2.4 / 1.6) ** 0.5, rel=1.0e-4)
    assert [(e.subject, e.by) for e in stage.told("fact", subject="dead_headed")] == [("dead_headed", "DCS")]


def test_in_the_right_order_the_pressure_never_rises():
    stage = flowing()
    for device, detail in (("P-1", "stop"), ("BV-1", "close"), ("BV-2", "close")):
        stage.act("DCS", "operate", device, detail)
        stage.wait(30)
    assert "dead_headed" not in facts(stage)


def test_shut_in_it_runs_empty_and_no_more_than_what_lay_above_the_hole():
    stage = flowing(leak_m3_h=50.0)
    put(stage, P_1="stopped", BV_1="closed", BV_2="closed")
    stage.wait(5)
    early = line(stage)
    stage.wait(300)
    late = line(stage)
    assert 0.0 < late.left_m3 < early.left_m3 <= 25.0
    assert late.flow_kg_s < early.flow_kg_s


def test_what_left_the_line_is_all_found_again():
    """On the street, in the culvert, in the air, on the water or in the accident pool."""
    stage = flowing(500.0, leak_m3_h=50.0, leak_reach="MH-5")
    put(stage, AV_1="open")
    stage.wait(200)
    hazard = stage.world.hazard
    found = sum(p.mass_kg for p in hazard.pools[:5]) + sum(p.mass_kg for p in culvert(stage).oil)
    assert hazard.moved_kg > 0.0 and hazard.drained_kg > 0.0
    assert found + hazard.evaporated_kg + hazard.drained_kg + hazard.moved_kg == pytest.approx(hazard.spilled_kg)


@pytest.mark.parametrize(("valve", "seconds", "position"), [
    ("normal", 30, 0.0), ("slow", 30, 81.0), ("stuck", 200, 100.0),
])  # fmt: skip
def test_the_block_valve_upstream_may_crawl_or_be_deaf_and_its_wheel_turns_all_the_same(valve, seconds, position):
    stage = flowing(block_valve=valve)
    stage.act("DCS", "operate", "BV-1", "close")
    stage.wait(seconds)
    assert reading(stage, "ZS-1") == pytest.approx(position, abs=2.0)
    stage.stand("OUT", "BV1")
    stage.act("OUT", "operate", "BV-1", "close")
    stage.wait(62)
    assert stage.device("BV-1").state == "closed"


def test_the_imbalance_alarms_on_the_smallest_leak_and_more_goes_in_than_comes_out():
    stage = flowing(120.0, leak_m3_h=2.0)
    assert [e.detail for e in stage.told("alarm", subject="DI-1")] == ["raised"]
    stage = flowing(240.0, leak_m3_h=50.0)
    assert reading(stage, "FI-1") - reading(stage, "FI-2") == pytest.approx(50.0, abs=2.0)
    assert reading(stage, "DI-1") == pytest.approx(50.0, abs=1.0)


def test_the_leak_is_located_wrongly_by_as_much_as_was_drawn_and_a_small_one_not_at_all():
    assert reading(flowing(leak_reach="MH-3", location_error_m=-140.0), "LD-1") == 275.0 - 140.0 + 5.0  # to 10 m
    assert reading(flowing(300.0, leak_m3_h=4.0), "LD-1") == 0.0


def test_oil_wells_up_where_it_leaks_and_is_seen_and_smelt_there():
    stage = flowing(300.0, leak_reach="MH-2")
    stage.stand("OUT", "S2")
    stage.stand("FF", "S4")
    stage.wait(1)
    assert [s.id for s in stage.seen("OUT").seen if s.kind == "pool"] == ["G-2"]
    assert (stage.seen("OUT").body.smell, stage.seen("FF").body.smell) == (1, 0)
    assert set(SEATS) == {p.seat for p in stage.world.people}
