"""The life of a drill, read as a table: what may follow, in which mode, and what it is called after."""

from itertools import product

import pytest

from server.rooms.life import ANNULLED, LIFE, NOT_IN_EXAMS, step
from tests.server.rooms import stand

PHASES = ("lobby", "briefing", "running", "frozen", "ended", "sealed")
VERBS = (
    *("brief", "start", "freeze", "resume", "interrupted", "speed"),
    *("inject", "takeover", "annul", "safety_stop", "finish"),
)
# rows: phases; columns: VERBS; . = cannot be done, capitals = not in exams, either case: first letter of the new phase
# (E ended, F frozen, R running, B briefing, L lobby)
TABLE = """
lobby     b r . . . . . L e e .
briefing  . r . . . . . B e e .
running   . . F . f R R R e e E
frozen    . . . r f F F F e e E
ended     . . . . . . . . . . .
sealed    . . . . . . . . . . .
"""
NAMES = {phase[0]: phase for phase in PHASES[:5]}
CELLS = {
    (row.split()[0], verb): cell
    for row in TABLE.split("\n")[1:-1]
    for verb, cell in zip(VERBS, row.split()[1:], strict=True)
}


@pytest.mark.parametrize(("phase", "verb"), list(product(PHASES, VERBS)))
def test_table(phase: str, verb: str) -> None:
    cell = CELLS[phase, verb]
    in_training = step(phase, verb, "training")
    in_exam = step(phase, verb, "exam")
    assert in_training == ((phase, "not_running") if cell == "." else (NAMES[cell.lower()], ""))
    if verb in ("freeze", "speed", "inject", "takeover", "finish"):
        assert in_exam == (phase, "not_allowed")
    else:
        assert in_exam == in_training


def test_a_drill_ends_by_itself_and_is_sealed_once() -> None:
    assert step("running", "end", "exam") == ("ended", "")
    assert step("ended", "seal", "exam") == ("sealed", "")
    for phase in PHASES:
        assert step(phase, "seal", "exam").refused or phase == "ended"
        assert step(phase, "end", "exam").refused or phase == "running"


def test_nothing_else_is_in_the_table() -> None:
    assert {verb for _, verb in LIFE} == {*VERBS, "hint", "end", "seal"}
    assert {phase for phase, _ in LIFE} == set(PHASES) - {"sealed"}
    assert {verb for (phase, verb), cell in CELLS.items() if cell.isupper()} == NOT_IN_EXAMS - {"hint"}
    assert {"safety_stop", "annulled"} == ANNULLED


def test_the_tutor_speaks_while_a_training_drill_runs() -> None:
    assert step("running", "hint", "training") == ("running", "")
    assert step("running", "hint", "exam") == ("running", "not_allowed")
    for phase in set(PHASES) - {"running"}:
        assert step(phase, "hint", "training") == (phase, "not_running")


def test_an_exam_is_annulled_with_a_reason_only() -> None:
    at = stand("exam")
    for words in ((), (("reason", " "),), (("why", "power"),)):
        assert at.direct("annul", words=words) == "bad_act"
    assert at.room.phase == "running"
    assert at.do("annul", words=(("reason", "power failed"),)).over
