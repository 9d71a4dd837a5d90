"""What this scenario promises beyond what every scenario holds: a road that flashes unless it is stopped, lorries that
must not start, a bell that must not be raised again."""

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys
from tests.holders import leaking

SCENARIO = load("vcm_gasholder")
BAD = {
    "seal_pct": 84.0, "wind_speed_m_s": 1.3, "wind_from_deg": 0.0, "wind_shift_deg": 0.0, "queue_number": 40.0,
    "night": "yes",
}  # fmt: skip
REQUIRED = {
    "RECOG": (60, False), "ALARM": (60, True), "ESD": (90, True), "WIND": (60, False), "NEIGHBOR": (120, True),
    "EVAC": (120, True), "ZONE": (300, True), "CURTAIN": (240, False), "CALL119": (180, False), "COUNT": (600, False),
    "REPORT_GOV": (0, False), "REPORT_HEAD": (300, False),
}  # fmt: skip


def marked(policy="expert", seed=3, **hidden):
    keys = drill_keys(seed)
    drill = build(SCENARIO, keys.hidden, keys.world, hidden={**BAD, "radio_dead": "none", **hidden})
    played = play(drill, SCENARIO.policies[policy])
    sheet = prefill(played.events, SCENARIO.rubric, ("IC",), played.point.world.tick)
    return sheet, {line.item_id: line for line in sheet.lines}, played


def first_s(played, fact):
    return next(e.tick / 20.0 for e in played.events if e.kind == "fact" and e.subject == fact)


def released_kg(played):
    return next(e.value for e in played.events if e.kind == "fact" and e.subject == "released")


def test_every_act_that_is_asked_for_has_its_item_with_target_limit_floor_and_mark():
    items = {item.act: item for item in SCENARIO.rubric.items if item.act}
    for code, (target, critical) in REQUIRED.items():
        item = items[code]
        assert (item.target_s, item.critical) == (target, critical), code
        if target:
            assert item.limit_s == min(3 * target, SCENARIO.duration_s), code
            assert item.floor_s == pytest.approx(0.1 * target), code


def test_left_alone_the_cloud_reaches_the_road_and_an_engine_lights_it():
    """Zhangjiakou 2018: lorries that wait beyond the fence burn. Entry: ignition at traffic within 8 to 25 min."""
    sheet, _, played = marked("idle")
    assert "offsite_flash" in played.point.world.facts
    assert 300.0 <= first_s(played, "ignition") <= 1500.0
    assert [e.value for e in played.events if e.kind == "harm" and e.subject == "queue"] == [40.0]
    assert sheet.score_raw < 60


@pytest.mark.parametrize("radio", ["none", "SAF"])
def test_a_road_that_is_stopped_and_a_seal_that_is_made_up_do_not_burn(radio):
    sheet, _, played = marked(radio_dead=radio)
    assert {"queue_warned", "road_warned", "seal_holds"} <= set(played.point.world.facts)
    assert "ignition" not in played.point.world.facts
    assert sheet.passed


def test_the_gate_tells_how_many_wait():
    stage = leaking(queue_number=33.0)
    assert stage.act("LIA", "call", "gate", words=(("incident", "gas_leak"), ("order", "on_foot"))) == ""
    stage.wait(31.0)
    note = stage.person("LIA").notes[-1]  # which is what a colleague tells
    assert (note.topic, note.subject, note.value) == ("queue", "queue", 33.0)


@pytest.mark.parametrize(("order", "started"), [("on_foot", False), ("drive_off", True)])
def test_who_has_the_lorries_drive_off_starts_them(order, started):
    stage = leaking()
    stage.act("IC", "call", "gate", words=(("incident", "gas_leak"), ("order", order)))
    stage.wait(31.0)
    assert ("lorries_started" in stage.world.facts) == started


def test_sending_gas_back_costs_the_road_more_than_leaving_it():
    _, _, left = marked("idle", seal_pct=90.0)
    _, _, raised = marked("careless:bell_raised", seal_pct=90.0)
    assert released_kg(raised) > 1.2 * released_kg(left)
