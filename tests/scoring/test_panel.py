from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.marks import prefill
from scoring.panel import Mark, MarkedSheet, mark_sheet, mean, panel_result, rating_of, total
from sim_core.events import Event

few = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def sheet(fought, rubric):
    return prefill(fought, rubric, ("IC",), 10_000)


def flat(examiner, points, rating=None, vetoes=(), external=False):
    points = Decimal(points)
    return MarkedSheet(examiner, (Mark("x", points),), rating or rating_of(points), vetoes, external)


def judged(sheet, examiner, command, rating=5, **more):
    return mark_sheet(sheet, examiner, {"command": Mark("command", Decimal(command))}, rating, **more)


def codes(result):
    return {found.code for found in result.discrepancies}


def test_the_mean_is_rounded_once_half_up():
    assert str(mean([flat("a", "84.00"), flat("b", "86.50"), flat("c", "85.00")])) == "85.17"
    assert str(mean([flat("a", "80.01"), flat("b", "80.00")])) == "80.01"


sheets_of_points = st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=5).map(
    lambda points: [flat(f"examiner {place}", value) for place, value in enumerate(points)]
)


@few
@given(sheets_of_points, st.randoms(use_true_random=False))
def test_the_mean_is_bounded_and_blind_to_order(sheets, chance):
    shuffled = sorted(sheets, key=lambda _: chance.random())
    assert mean(shuffled) == mean(sheets)
    totals = [total(sheet) for sheet in sheets]
    assert min(totals) <= mean(sheets) <= max(totals)


@few
@given(st.decimals(0, 100, places=2), st.integers(1, 7))
def test_the_mean_of_equal_sheets_is_their_total(points, count):
    assert mean([flat(str(place), points) for place in range(count)]) == points


def test_an_examiner_fills_what_is_open(sheet):
    assert total(judged(sheet, "a", "12.5")) == sheet.machine_points + Decimal("12.5")


@pytest.mark.parametrize(
    ("marks", "fault"),
    [
        ({}, "not judged yet: command"),
        ({"command": Mark("command", Decimal(16))}, "out of range"),
        ({"command": Mark("command", Decimal(-1))}, "out of range"),
        ({"command": Mark("command", Decimal("1.005"))}, "two decimals"),
        ({"command": Mark("command", Decimal(9)), "x": Mark("x", Decimal(1))}, "no such line: x"),
        (
            {"command": Mark("command", Decimal(9)), "alarm": Mark("alarm", Decimal(0))},
            "an override needs a reason on alarm",
        ),
    ],
)
def test_what_a_sheet_refuses(sheet, marks, fault):
    with pytest.raises(ValueError, match=fault):
        mark_sheet(sheet, "a", marks, 3)


def test_an_override_with_a_reason_stands(sheet):
    mute = Mark("alarm", Decimal(0), reason="siren was mute")
    marks = {"command": Mark("command", Decimal(10)), "alarm": mute}
    lost = total(judged(sheet, "a", 10)) - total(mark_sheet(sheet, "a", marks, 4))
    assert lost == Decimal("20.54")


def test_global_rating_out_of_scale(sheet):
    with pytest.raises(ValueError, match="global rating"):
        judged(sheet, "a", 10, rating=6)


@few
@given(order=st.permutations([0, 1, 2]))
def test_the_result_is_blind_to_the_order_of_sheets(sheet, rubric, order):
    alarmed = judged(sheet, "c", 9, rating=2, vetoes=("engine",))
    sheets = [judged(sheet, "a", 3), judged(sheet, "b", 14), alarmed]
    shuffled = [sheets[place] for place in order]
    assert panel_result(shuffled, sheet, rubric) == panel_result(sheets, sheet, rubric)


def test_a_quiet_panel(sheet, rubric):
    result = panel_result([judged(sheet, name, 12) for name in "abc"], sheet, rubric)
    assert (str(result.mean), str(result.score)) == ("95.04", "95.04")
    assert (result.passed, result.vetoes) == (True, ())
    assert result.discrepancies == ()
    assert not result.external
    assert {line.item_id: line.points for line in result.lines}["command"] == 12


def test_an_outsider_is_seen(sheet, rubric):
    sheets = [judged(sheet, "a", 12), judged(sheet, "b", 12, external=True)]
    assert panel_result(sheets, sheet, rubric).external


def test_a_veto_needs_two_of_three_or_a_fact(sheet, rubric, fought):
    alone = [judged(sheet, "a", 12, vetoes=("engine",)), judged(sheet, "b", 12), judged(sheet, "c", 12)]
    result = panel_result(alone, sheet, rubric)
    assert (result.vetoes, codes(result), result.passed) == ((), {"veto"}, True)
    two = panel_result([alone[0], judged(sheet, "b", 12, vetoes=("engine",)), alone[2]], sheet, rubric)
    assert (two.vetoes, two.score, two.mean, two.passed) == (("engine",), 59, Decimal("95.04"), False)
    assert panel_result(alone[:1], sheet, rubric).vetoes == ()
    fact = prefill([*fought, Event(9999, "fact", subject="engine_on")], rubric, ("IC",), 10_000)
    assert panel_result([judged(fact, name, 12) for name in "abc"], fact, rubric).vetoes == ("engine",)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (("70.00", "85.00", "70.00"), set()),
        (("69.99", "85.00", "70.00"), {"range"}),
        (("59.00", "67.00", "66.00"), set()),
        (("58.99", "67.00", "66.00"), {"straddle"}),
        (("60.00", "69.00", "66.00"), set()),
        (("82.00", "82.00", "82.00"), {"near_threshold"}),
        (("78.00", "78.00", "78.00"), {"near_threshold"}),
        (("77.99", "77.99", "77.99"), set()),
        (("82.01", "82.01", "82.01"), set()),
    ],
)
def test_the_gate_on_totals(sheet, rubric, points, expected):
    one_line = replace(sheet, lines=(replace(sheet.lines[0], item_id="x", max_points=Decimal(100)),))
    sheets = [flat(str(place), value) for place, value in enumerate(points)]
    result = panel_result(sheets, one_line, rubric)
    assert codes(result) == expected
    assert all(found.reason.zh and found.reason.en for found in result.discrepancies)


def test_the_gate_on_ratings(sheet, rubric):
    totals = ("0", "59.99", "60", "80", "85", "90", "100")
    assert [rating_of(Decimal(value)) for value in totals] == [1, 1, 2, 3, 4, 5, 5]
    one_off = [judged(sheet, "a", 12, rating=4), judged(sheet, "b", 12), judged(sheet, "c", 12)]
    assert codes(panel_result(one_off, sheet, rubric)) == set()
    two_off = [judged(sheet, "a", 12, rating=3), *one_off[1:]]
    assert codes(panel_result(two_off, sheet, rubric)) == {"rating"}


def test_the_gate_on_a_split_critical_item(sheet, rubric):
    def without(item_id):
        lost = Mark(item_id, Decimal(0), reason="seen otherwise")
        third = mark_sheet(sheet, "c", {"command": Mark("command", Decimal(15)), item_id: lost}, 3)
        agreed = [judged(sheet, name, 3, rating=4) for name in "ab"]
        return panel_result([*agreed, third], sheet, rubric)

    assert "critical" in codes(without("alarm"))
    assert "critical" not in codes(without("stop"))


def test_a_panel_refuses_no_sheets_twins_and_strangers(sheet, rubric):
    for sheets in ([], [judged(sheet, "a", 9)] * 2, [flat("a", 50)]):
        with pytest.raises(ValueError, match="sheet"):
            panel_result(sheets, sheet, rubric)
