from dataclasses import replace
from decimal import ROUND_DOWN, Decimal, localcontext

from scoring.marks import prefill
from sim_core.events import Event

END = 10_000


def lines(events, rubric, examined=("IC",)):
    return {line.item_id: line for line in prefill(events, rubric, examined, END).lines}


def moved(events, act, tick):
    changed = [replace(event, tick=tick) if event.act == act else event for event in events]
    return sorted(changed, key=lambda event: event.tick)


def test_a_drill_fought_well(fought, rubric):
    sheet = prefill(fought, rubric, ("IC",), END)
    # alarm 75 s: 73.84 % of 7.50 = 5.54; stop 80 s and isolate 120 s are within target
    assert sheet.machine_points == Decimal("83.04") == Decimal(70) + Decimal("5.54") + Decimal("7.50")
    assert sheet.machine_max == 85
    assert (str(sheet.score), sheet.score_raw, sheet.passed) == ("97.69", Decimal("97.69"), True)
    assert sheet.vetoes == ()


def test_the_callers_decimal_context_does_not_matter(fought, rubric):
    expected = prefill(fought, rubric, ("IC",), END)
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert prefill(fought, rubric, ("IC",), END) == expected


def test_a_timed_line(fought, rubric):
    line = lines(fought, rubric)["alarm"]
    assert (line.points, line.time_points, line.time_max) == (15, Decimal("5.54"), Decimal("7.50"))
    assert (line.seconds, line.time_score, line.tick, line.event) == (75, Decimal("73.84"), 1700, fought[2])
    assert line.reason.zh == "已完成：01:25 (tick 1700) 下令 IC ALARM siren"
    assert line.reason.en == "done: 01:25 (tick 1700) ordered IC ALARM siren"


def test_human_items_stay_open_and_outside_the_maximum(fought, rubric):
    line = lines(fought, rubric)["command"]
    assert (line.points, line.max_points) == (None, 15)


def test_beyond_the_limit_the_act_earns_nothing(fought, rubric):
    at_limit = lines(moved(fought, "VALVE_R", 200 + 20 * 360), rubric)["isolate"]
    assert (at_limit.points, at_limit.time_points) == (15, 0)
    late = lines(moved(fought, "VALVE_R", 201 + 20 * 360), rubric)["isolate"]
    assert (late.points, late.time_points, late.tick) == (0, 0, 7401)
    assert "360.05 s" in late.reason.en
    assert "过迟" in late.reason.zh


def test_out_of_order_earns_neither_points_nor_time(fought, rubric):
    line = lines(moved(fought, "PUMP_STOP", 1699), rubric)["stop"]
    assert (line.points, line.time_points, line.tick) == (0, 0, 1699)
    assert "out of order, 'Raise the alarm' comes first" in line.reason.en
    assert "应先“报警”" in line.reason.zh
    assert lines(moved(fought, "PUMP_STOP", 1700), rubric)["stop"].points == 15


def test_left_undone_names_the_cue_that_asked(fought, rubric):
    line = lines([event for event in fought if event.act != "ALARM"], rubric)["alarm"]
    assert (line.points, line.tick, line.event) == (0, 200, fought[1])


def test_faster_than_the_floor_is_flagged_without_time_credit(fought, rubric):
    line = lines(moved(fought, "ALARM", 299), rubric)["alarm"]
    assert (line.points, line.time_points, line.too_fast) == (15, 0, True)
    assert not lines(moved(fought, "ALARM", 300), rubric)["alarm"].too_fast


def test_ahead_of_its_cue_counts_as_done_without_time_credit(fought, rubric):
    line = lines(moved(fought, "ALARM", 199), rubric)["alarm"]
    assert (line.points, line.time_points, line.seconds) == (15, 0, None)


def test_outcome_is_lost_by_harm_and_needs_a_fight(fought, rubric):
    assert lines(fought, rubric)["unhurt"].points == 15
    harm = Event(5000, "harm", subject="FF", detail="burned", value=1.0)
    lost = lines([*fought, harm], rubric)["unhurt"]
    assert (lost.points, lost.event, lost.tick) == (0, harm, 5000)
    assert lines(fought[:2], rubric)["unhurt"].points == 0


def test_nothing_done_earns_nothing(fought, rubric):
    sheet = prefill(fought[:2], rubric, ("IC",), END)
    assert (sheet.machine_points, sheet.score, sheet.passed) == (0, 0, False)


def test_a_veto_caps_the_score_and_keeps_the_raw_value(fought, rubric):
    sheet = prefill([*fought, Event(9999, "fact", subject="engine_in_cloud")], rubric, ("IC",), END)
    assert (str(sheet.score), sheet.score_raw, sheet.passed) == ("59.00", Decimal("97.69"), False)
    assert [veto.veto_id for veto in sheet.vetoes] == ["engine"]
