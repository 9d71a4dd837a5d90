from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from server.catalogue import panels
from server.catalogue.engine import open_catalogue, reading
from server.panel.adjudication import adjudicate
from server.panel.chain import fault
from server.panel.outcome import outcome
from server.panel.refusal import PanelError
from server.panel.sheet import Patch
from server.panel.stored import Decision, body_of
from tests.server.panel_rooms import ANNA, AT, BO, CHEN, CHIEF, DRILL, Finals, judged, mark, new_id, opened

SPLIT = Patch(marks={"alarm": mark("0.00", "0.00", "seen_not_done")})
CONFIRM = Decision("confirm", "录像所见如此 as on the recording")
REPLACE = Decision("replace", "已完成 it was done", BO, Patch(marks={"alarm": None}))


@pytest.fixture
def split(tmp_path: Path) -> Iterator[Engine]:
    """A panel of which one does not accept a critical step."""
    engine = open_catalogue(tmp_path / "catalogue.db")
    opened(engine)
    judged(engine, ANNA, "12.00", 5), judged(engine, BO, "12.00", 5, override=SPLIT), judged(engine, CHEN, "12.00", 5)
    yield engine
    engine.dispose()


def decide(
    engine: Engine, decision: Decision, save_id: str = "", chief: str = CHIEF, finals: Finals | None = None
) -> object:
    with engine.begin() as db:
        heard = Finals() if finals is None else finals
        return adjudicate(db, DRILL, chief, save_id or new_id(), decision, AT, heard)


def refused(code: str) -> "pytest.RaisesExc[PanelError]":
    return pytest.raises(PanelError, match=f"^{code}$")


def test_sheets_that_disagree_wait_for_the_chief(split: Engine) -> None:
    with reading(split) as db:
        found = outcome(db, DRILL)
    assert (found.state, found.decided) == ("adjudicating", None)
    assert {one.code for one in found.result.discrepancies} == {"range", "straddle", "rating", "critical"}


def test_the_chief_confirms(split: Engine) -> None:
    finals, save_id = Finals(), new_id()
    with reading(split) as db:
        before = outcome(db, DRILL)
    decided = decide(split, CONFIRM, save_id, finals=finals)
    assert decide(split, CONFIRM, save_id, finals=finals) == decided
    with reading(split) as db:
        after = outcome(db, DRILL)
    assert (after.state, after.result) == ("final", before.result)
    assert after.decided is not None
    assert (after.decided.chief, after.decided.at, after.decided.decision) == (CHIEF, AT, CONFIRM)
    assert finals == [DRILL]
    with refused("already_final"):
        decide(split, CONFIRM)
    with refused("save_id_used"):
        decide(split, REPLACE, save_id)


def test_the_chief_replaces_one_sheet_and_the_original_stays(split: Engine) -> None:
    finals, save_id = Finals(), new_id()
    decided = decide(split, REPLACE, save_id, finals=finals)
    assert decide(split, REPLACE, save_id, finals=finals) == decided
    with reading(split) as db:
        after, rows = outcome(db, DRILL), panels.versions_of(db, DRILL, BO)
    assert [str(total) for _, total in after.result.totals] == ["91.08", "91.08", "91.08"]
    assert after.result.discrepancies == ()
    assert finals == [DRILL]
    assert fault(DRILL, BO, rows) is None
    original, new = rows[-2:]
    assert (original.actor, original.state, new.actor, new.state) == (BO, "locked", CHIEF, "locked")
    assert new.reason == REPLACE.reason
    assert "alarm" in body_of(original.body).sheet.marks and "alarm" not in body_of(new.body).sheet.marks


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Decision("confirm", " "), "reason_needed"),
        (Decision("replace", "x", "nobody", Patch(marks={"alarm": None})), "no_such_member"),
        (Decision("replace", "x", CHIEF, Patch(marks={"alarm": None})), "no_such_member"),
        (Decision("replace", "x", BO, Patch(marks={"command": None})), "incomplete"),
        (Decision("replace", "x", BO, Patch(marks={"command": mark("99.00")})), "out_of_range"),
        (Decision("replace", "x", BO, Patch(marks={"unhurt": mark("0.00")})), "incomplete"),
        (Decision("replace", "x", BO, Patch(marks={"command": mark("12.00")})), "nothing_changed"),
    ],
)
def test_what_the_chief_may_not_do(split: Engine, decision: Decision, code: str) -> None:
    with refused(code):
        decide(split, decision)
    with reading(split) as db:
        assert outcome(db, DRILL).state == "adjudicating"
        assert panels.decision_of(db, DRILL) is None


def test_nobody_decides_on_his_own_panel(split: Engine) -> None:
    with refused("own_panel"):
        decide(split, CONFIRM, chief=ANNA)


def test_there_is_nothing_to_decide_before_the_last_lock(tmp_path: Path) -> None:
    engine = open_catalogue(tmp_path / "other.db")
    opened(engine)
    judged(engine, ANNA, "12.00", 5), judged(engine, BO, "12.00", 5, override=SPLIT)
    with refused("not_all_locked"):
        decide(engine, CONFIRM)
    judged(engine, CHEN, "12.00", 5)
    decide(engine, CONFIRM)
    engine.dispose()
