from decimal import Decimal

import pytest

from scoring.marks import Sheet
from scoring.panel import total
from server.panel.judging import Missing, check, marked, missing, running_total
from server.panel.refusal import TEXTS, PanelError
from server.panel.sheet import Entry, OwnSheet, Patch
from tests.server.panel_rooms import MACHINE, PREFILLED, RUBRIC, mark, marks

FULL = OwnSheet({"command": mark("12.00"), "report": mark("8.00")}, 4)


@pytest.mark.parametrize(
    ("patch", "prefilled", "code", "fields"),
    [
        (marks(nothing="1.00"), None, "unknown_field", ["marks/nothing"]),
        (Patch(vetoes={"nothing": True}), PREFILLED, "unknown_field", ["vetoes/nothing"]),
        (marks(alarm="1.00", command="1.00"), None, "not_sealed", ["marks/alarm"]),
        (marks(command="15.01", report="10.00"), None, "out_of_range", ["marks/command"]),
        (marks(command="15.01"), PREFILLED, "out_of_range", ["marks/command"]),
        (marks(command="-0.01"), None, "out_of_range", ["marks/command"]),
        (marks(command="1.001"), None, "out_of_range", ["marks/command"]),
        (marks(command="NaN"), None, "out_of_range", ["marks/command"]),
        (Patch(marks={"command": mark("1.00", "0.01")}), None, "out_of_range", ["marks/command"]),
        (Patch(marks={"alarm": mark("45.00", "15.01")}), PREFILLED, "out_of_range", ["marks/alarm"]),
        (Patch(global_rating=6), None, "out_of_range", ["global_rating"]),
        (Patch(global_rating=0), None, "out_of_range", ["global_rating"]),
    ],
)
def test_what_a_patch_may_not_say(patch: Patch, prefilled: Sheet | None, code: str, fields: list[str]) -> None:
    with pytest.raises(PanelError) as refused:
        check(patch, RUBRIC, prefilled)
    assert (refused.value.code, refused.value.facts) == (code, {"fields": fields})


def test_what_a_patch_may_say() -> None:
    early = Patch(marks={"command": mark("15.00"), "report": None}, global_rating=5, vetoes={"engine": True})
    late = Patch(marks={"alarm": mark("45.00", "15.00"), "unhurt": mark("0.00")}, global_rating=None)
    check(early, RUBRIC, None)
    check(early, RUBRIC, PREFILLED)
    check(late, RUBRIC, PREFILLED)


def test_a_sheet_says_what_it_lacks() -> None:
    rating, report = Missing("global_rating", "rating"), Missing("marks/report", "mark")
    assert missing(OwnSheet({"command": mark("1.00")}), PREFILLED) == (report, rating)
    assert missing(FULL, PREFILLED) == ()


def test_an_override_needs_a_reason_to_be_locked() -> None:
    overridden = OwnSheet({**FULL.marks, "alarm": mark("0.00", "0.00", " ")}, 4)
    assert missing(overridden, PREFILLED) == (Missing("marks/alarm", "reason"),)
    with pytest.raises(PanelError, match="incomplete"):
        marked(overridden, PREFILLED, "x", False)
    reasoned = OwnSheet({**FULL.marks, "alarm": mark("0.00", "0.00", "seen_not_done")}, 4)
    assert total(marked(reasoned, PREFILLED, "x", False)) == Decimal("35.00")
    as_machine = {line.item_id: line for line in PREFILLED.lines}["alarm"]
    assert as_machine.points is not None
    same = OwnSheet({**FULL.marks, "alarm": Entry(as_machine.points, as_machine.time_points)}, 4)
    assert missing(same, PREFILLED) == ()


def test_the_running_total_ends_at_the_total() -> None:
    assert running_total(OwnSheet(), None) == 0
    assert running_total(FULL, None) == Decimal("20.00")
    assert running_total(FULL, PREFILLED) == MACHINE + 20 == total(marked(FULL, PREFILLED, "x", False))


def test_every_refusal_speaks_both_languages() -> None:
    assert all(text.zh and text.en for text in TEXTS.values())
