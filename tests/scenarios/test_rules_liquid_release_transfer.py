"""Transfer: liquid from the tank that overflows into another one; what it takes, what it ends, what it cannot undo."""

from dataclasses import replace

import pytest

from sim_core.physics.properties import liquid_density_kg_m3
from sim_core.physics.substances import SUBSTANCES
from tests.drills import SCENARIO, SEATS, Stage, drill, put

DENSITY = liquid_density_kg_m3(SUBSTANCES["petrol"], 288.15)
AREA_M2 = SCENARIO.site.tanks[0].area_m2
OPEN = {"RV-101": "open", "RV-102": "open", "P-102": "running"}


def transferring(**hidden: float | str) -> Stage:
    """Liquid runs over, and the transfer line is open with its pump at full speed."""
    stage = Stage(drill(overflow_at_s=3.0, **hidden))
    put(stage, RV_101="open", RV_102="open", P_102="running")
    return stage


def shown(stage: Stage, tag: str) -> float:
    panel = stage.seen("DCS").panel
    assert panel is not None
    return panel.readings[stage.site.tag_index[tag]]


def set_level(stage: Stage, tank: int, level_m: float) -> None:
    tanks = list(stage.world.tanks)
    tanks[tank] = replace(tanks[tank], level_m=level_m)
    stage.change(tanks=tuple(tanks))


def test_the_panel_opens_the_line_and_starts_the_pump_and_the_overflow_ends_though_the_filling_goes_on():
    """300 m3/h come in, 400 go over: T-101 falls by 100 m3/h, some 0.26 m in an hour."""
    stage = Stage(drill(overflow_at_s=3.0, inflow_m3_h=300.0))
    for target, word in (("RV-101", "open"), ("RV-102", "open"), ("P-102", "start")):
        assert stage.act("DCS", "operate", target, word) == ""
        stage.wait(25)
    stage.wait(10)
    assert stage.world.tanks[0].spill_kg_s == 0.0 and stage.device("P-101").state == "running"
    spilled, before = stage.world.hazard.spilled_kg, stage.world.tanks[0].level_m
    stage.wait(60)
    assert stage.world.hazard.spilled_kg == spilled > 0.0  # what has run over stays out
    assert before - stage.world.tanks[0].level_m == pytest.approx(100.0 / 60.0 / AREA_M2)
    assert shown(stage, "FI-101") == 300.0 and shown(stage, "FI-102") == 400.0
    assert shown(stage, "PR-102") == shown(stage, "ZS-103") / 100.0 == shown(stage, "ZS-104") / 100.0 == 1.0


def test_more_comes_in_than_goes_over_and_the_overflow_is_less_by_as_much():
    stage = transferring(inflow_m3_h=900.0)
    stage.wait(10)
    assert stage.world.tanks[0].spill_kg_s * 3600.0 / DENSITY == pytest.approx(500.0)


def test_no_liquid_is_made_or_lost():
    stage = transferring(inflow_m3_h=600.0)
    before = sum(t.level_m for t in stage.world.tanks) * AREA_M2 * DENSITY
    stage.wait(120)
    hazard = stage.world.hazard
    after = sum(t.level_m for t in stage.world.tanks) * AREA_M2 * DENSITY
    assert after + hazard.spilled_kg - before == pytest.approx(600.0 / 3600.0 * 120 * DENSITY)
    assert hazard.moved_kg == pytest.approx(400.0 / 3600.0 * 120 * DENSITY)


@pytest.mark.parametrize("shut", OPEN)
def test_it_takes_both_root_valves_and_the_pump(shut: str):
    stage = transferring(inflow_m3_h=300.0)
    put(stage, **{shut: "stopped" if shut == "P-102" else "closed"})
    stage.wait(20)
    assert stage.world.hazard.moved_kg == 0.0 == shown(stage, "FI-102")
    assert stage.world.tanks[0].spill_kg_s > 0.0


def test_a_full_receiver_overflows_in_turn():
    stage = transferring(inflow_m3_h=300.0)
    put(stage, P_101="stopped")
    set_level(stage, 1, 14.499)
    stage.wait(20)
    assert stage.world.tanks[1].spill_kg_s * 3600.0 / DENSITY == pytest.approx(400.0)
    assert stage.told("fact", subject="second_overflow")
    assert {"T-102"} == {s.id for s in stage.world.sights if s.kind == "overflow"}


def test_an_empty_tank_gives_nothing():
    stage = transferring()
    put(stage, P_101="stopped")
    set_level(stage, 0, 0.4)
    stage.wait(5)
    assert stage.world.hazard.moved_kg == 0.0


def test_filling_counts_as_stopped_while_only_the_transfer_runs():
    stage = transferring()
    put(stage, MV_1="closed")
    stage.wait(5)
    stage.act("IC", "handover")
    stage.wait(25)
    assert stage.told("fact", subject="filling_stopped")
    moved = stage.told("fact", subject="transferred")[0]
    assert moved.value == stage.world.hazard.moved_kg > 0.0


def test_a_colleague_at_the_panel_carries_it_out():
    stage = Stage(drill(tuple(s for s in SEATS if s != "DCS"), overflow_at_s=3.0, inflow_m3_h=300.0))
    for target, word in (("RV-101", "open"), ("RV-102", "open"), ("P-102", "start")):
        assert stage.act("IC", "operate", target, word, to="DCS") == ""
        stage.wait(5)
    stage.wait(60)
    assert stage.device("P-102").by == "IC" and stage.world.hazard.moved_kg > 0.0
