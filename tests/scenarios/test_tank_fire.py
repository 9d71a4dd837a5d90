"""What this scenario promises beyond what every scenario holds: its case, its branches, what the sheet asks."""

from dataclasses import replace

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys

SCENARIO = load("tank_fire")
SOUND = {
    "fire": "full", "bund_fire": "no", "foam_share": 1.2, "foam_type": "right", "riser": "sound",
    "fire_main": "sound", "neighbours": "T-202", "reignition": "no", "contents": "stable", "trap": "none",
}  # fmt: skip
REQUIRED = {
    "RECOG": (60, False), "ALARM": (60, True), "CALL119": (180, True), "PUMP_STOP": (120, True),
    "VALVE_R": (180, False),
    "EVAC": (180, False), "COOL": (300, True), "RAINVALVE": (300, True), "CMD": (300, False), "FOAM_CHECK": (600, True),
    "FOAM": (900, False), "COUNT": (600, False), "ZONE": (300, False), "MONITOR": (0, False), "WATCH": (0, False),
    "RETREAT": (0, True), "REPORT_HEAD": (300, False),
}  # fmt: skip


def marked(policy="expert", seed=3, **hidden):
    keys = drill_keys(seed)
    played = play(build(SCENARIO, keys.hidden, keys.world, hidden={**SOUND, **hidden}), SCENARIO.policies[policy])
    sheet = prefill(played.events, SCENARIO.rubric, ("IC",), played.point.world.tick)
    return sheet, {line.item_id: line for line in sheet.lines}, played


def test_every_act_that_is_asked_for_has_its_item_with_target_limit_floor_and_mark():
    items = {item.act: item for item in SCENARIO.rubric.items if item.act}
    for code, (target, critical) in REQUIRED.items():
        item = items[code]
        assert (item.target_s, item.critical) == (target, critical), code
        if target:
            assert item.limit_s == min(3 * target, SCENARIO.duration_s), code
            assert item.floor_s == pytest.approx(0.1 * target), code


@pytest.mark.parametrize(
    "hidden",
    [
        {"foam_share": 0.7},
        {"foam_type": "unfit"},
        {"contents": "light"},
        {"riser": "in_flames"},
        {"fire": "rim", "foam_share": 0.9},
    ],
)
def test_where_foam_is_wrong_short_or_unreachable_defence_earns_the_item(hidden):
    sheet, lines, played = marked(**hidden)
    assert lines["FOAM"].points == lines["FOAM"].max_points
    assert "foam_unfit_started" not in played.point.world.facts
    assert sheet.passed


@pytest.mark.parametrize("hidden", [{}, {"fire": "rim"}, {"fire_main": "weak", "reignition": "yes"}])
def test_where_foam_fits_and_lasts_it_is_out_and_stays_out(hidden):
    sheet, _, played = marked(**hidden)
    assert {"foam_attack", "fire_out"} <= set(played.point.world.facts)
    assert "reignition" not in played.point.world.facts
    assert sheet.score_raw >= 95


def test_defence_without_a_reason_does_not_earn_it():
    keys = drill_keys(3)
    policy = SCENARIO.policies["expert"]
    steps = tuple(
        replace(s, act=replace(s.act, detail="", target="defensive")) if s.id == "offensive_full" else s
        for s in policy.steps
        if s.id not in ("foam_full", "foam_full_again")
    )
    played = play(build(SCENARIO, keys.hidden, keys.world, hidden=SOUND), replace(policy, steps=steps))
    sheet = prefill(played.events, SCENARIO.rubric, ("IC",), played.point.world.tick)
    (line,) = [n for n in sheet.lines if n.item_id == "FOAM"]
    assert line.points == 0


def test_a_sign_asks_for_the_retreat_and_without_one_it_is_not_asked_for():
    keys, policy = drill_keys(3), SCENARIO.policies["expert"]
    late = replace(policy, steps=tuple(s for s in policy.steps if s.id != "cool_own"))  # the shell glows
    played = play(build(SCENARIO, keys.hidden, keys.world, hidden={**SOUND, "foam_type": "unfit"}), late)
    sheet = prefill(played.events, SCENARIO.rubric, ("IC",), played.point.world.tick)
    (line,) = [n for n in sheet.lines if n.item_id == "RETREAT"]
    assert "warning_sign" in played.point.world.facts
    assert line.points == line.max_points
    assert line.event is not None
    assert line.event.act == "retreat"
    assert not sheet.vetoes
    _, calm, played = marked()
    assert "no_warning_sign" in played.point.world.facts
    assert calm["RETREAT"].points == calm["RETREAT"].max_points


def test_left_alone_it_goes_the_way_of_the_cases():
    """The shell folds after 8 to 10 min, burning product fills the bund, the neighbour follows, people are hurt."""
    sheet, _, played = marked("idle")
    first = {e.subject: e.tick / 20.0 for e in reversed(played.events) if e.kind == "fact"}
    assert 480 <= first["shell_buckled"] <= 600
    assert first["shell_buckled"] < first["neighbour_lit"]
    assert any(e.kind == "harm" for e in played.events)
    assert sheet.score_raw < 60


def test_when_the_muster_comes_to_lie_downwind_it_is_moved_and_counted_anew_and_that_costs_nothing():
    west = {"wind_from_deg": 270.0, "wind_speed_m_s": 4.0, "wind_shift_s": 960.0}  # once all are counted
    (_, stayed, _), (_, moved, played) = marked(**west, wind_shift_deg=0.0), marked(**west, wind_shift_deg=90.0)
    did = [(e.act, e.subject) for e in played.events if e.kind == "did" and e.act in ("evacuate", "count")]
    assert [place for act, place in did if act == "evacuate"] == ["MP-S", "MP-N"]
    last = [e for e in played.events if e.kind == "did" and e.act == "count"][-1]
    assert (last.subject, last.value) == ("MP-N", 0.0)
    assert {c.place for c in played.point.world.crowds} == {"MP-N"}
    assert {i: line.points for i, line in moved.items()} == {i: line.points for i, line in stayed.items()}
