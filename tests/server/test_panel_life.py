from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from server.catalogue import panels
from server.catalogue.engine import open_catalogue, reading
from server.catalogue.panels import VersionRow
from server.panel.chain import fault
from server.panel.life import Seated, lock, open_panel, progress, save, set_prefilled
from server.panel.outcome import outcome, result_of
from server.panel.refusal import PanelError
from server.panel.sheet import OwnSheet, Patch, applied
from server.panel.stored import body_of
from tests.server.panel_rooms import (
    ANNA,
    AT,
    BO,
    CHEN,
    CHIEF,
    DRILL,
    EXAMINERS,
    FULL,
    PREFILLED,
    RUBRIC,
    Finals,
    judged,
    mark,
    marks,
    new_id,
    opened,
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Engine]:
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def saving(engine: Engine, patch: Patch, base: int, save_id: str = "", examiner: str = ANNA) -> VersionRow:
    with engine.begin() as db:
        return save(db, DRILL, examiner, save_id or new_id(), base, patch, AT)


def locking(engine: Engine, base: int, save_id: str = "", finals: Finals | None = None) -> VersionRow:
    with engine.begin() as db:
        return lock(db, DRILL, ANNA, save_id or new_id(), base, AT, Finals() if finals is None else finals)


def sheet_now(engine: Engine, examiner: str = ANNA) -> OwnSheet:
    with reading(engine) as db:
        row = panels.current_version(db, DRILL, examiner)
    return OwnSheet() if row is None else body_of(row.body).sheet


def refused(code: str) -> "pytest.RaisesExc[PanelError]":
    return pytest.raises(PanelError, match=f"^{code}$")


def test_saves_of_two_tabs_are_merged(catalogue: Engine) -> None:
    opened(catalogue, sealed=False)
    first = saving(catalogue, marks(command="12.00"), 0)
    second = saving(catalogue, marks(report="8.00"), 0)
    assert (first.version, second.version, second.state) == (1, 2, "draft")
    assert sheet_now(catalogue) == applied(applied(OwnSheet(), marks(command="12.00")), marks(report="8.00"))
    with refused("conflict"):
        saving(catalogue, marks(command="1.00"), 0)
    assert saving(catalogue, marks(command="1.00"), 1).version == 3


def test_a_repeated_save_gets_the_first_answer_whatever_came_since(catalogue: Engine) -> None:
    opened(catalogue)
    save_id = new_id()
    first = saving(catalogue, FULL, 0, save_id)
    other = saving(catalogue, marks(command="1.00"), 1)
    assert saving(catalogue, FULL, 0, save_id) == first
    assert sheet_now(catalogue).marks["command"] == mark("1.00")
    lock_id = new_id()
    locked = locking(catalogue, other.version, lock_id)
    assert saving(catalogue, FULL, 0, save_id) == first
    assert locking(catalogue, other.version, lock_id) == locked
    judged(catalogue, BO, "11.00"), judged(catalogue, CHEN, "11.00")
    finals = Finals()
    assert locking(catalogue, other.version, lock_id, finals) == locked
    assert finals == []


def test_a_save_id_is_not_taken_for_saved_with_other_content(catalogue: Engine) -> None:
    opened(catalogue)
    save_id = new_id()
    saving(catalogue, FULL, 0, save_id)
    for patch, base in ((marks(command="1.00"), 0), (FULL, 1)):
        with refused("save_id_used"):
            saving(catalogue, patch, base, save_id)
    with refused("save_id_used"):
        locking(catalogue, 1, save_id)
    assert saving(catalogue, FULL, 0, save_id, BO).version == 1  # another's ids are another's


def test_a_base_that_the_server_does_not_have(catalogue: Engine) -> None:
    """As after a restored back-up: said, not guessed."""
    opened(catalogue)
    saving(catalogue, FULL, 0)
    with pytest.raises(PanelError, match="unknown_base") as told:
        saving(catalogue, marks(command="1.00"), 7)
    assert told.value.facts == {"version": 1}


def test_a_lock_asks_for_the_version_it_saw(catalogue: Engine) -> None:
    opened(catalogue)
    saving(catalogue, FULL, 0)
    saving(catalogue, Patch(notes="from the other tab"), 1)
    with pytest.raises(PanelError, match="stale") as told:
        locking(catalogue, 1)
    assert told.value.facts == {"version": 2}
    locked = locking(catalogue, 2)
    assert (locked.version, locked.state) == (3, "locked")
    assert body_of(locked.body).sheet == applied(applied(OwnSheet(), FULL), Patch(notes="from the other tab"))
    with refused("locked"):
        saving(catalogue, marks(command="1.00"), 2)
    with refused("locked"):
        locking(catalogue, 3)


def test_nothing_is_locked_before_the_drill_is_sealed(catalogue: Engine) -> None:
    opened(catalogue, sealed=False)
    saving(catalogue, FULL, 0)
    with refused("not_sealed"):
        saving(catalogue, marks(alarm="1.00"), 1)
    with refused("not_sealed"):
        locking(catalogue, 1)
    with catalogue.begin() as db:
        set_prefilled(db, DRILL, PREFILLED)
        set_prefilled(db, DRILL, PREFILLED)
    assert locking(catalogue, 1).state == "locked"


def test_what_is_incomplete_is_not_locked(catalogue: Engine) -> None:
    opened(catalogue)
    for version, patch in enumerate((Patch(), marks(report="8.00", alarm="0.00"))):
        saving(catalogue, patch, version)
    with pytest.raises(PanelError, match="incomplete") as told:
        locking(catalogue, 2)
    assert told.value.facts == {
        "missing": [
            {"field": "marks/alarm", "what": "reason"},
            {"field": "marks/command", "what": "mark"},
            {"field": "global_rating", "what": "rating"},
        ]
    }


def test_only_the_machines_own_sheet_can_be_laid_under(catalogue: Engine) -> None:
    opened(catalogue)
    for other in (replace(PREFILLED, vetoes=(), passed=False), replace(PREFILLED, lines=PREFILLED.lines[1:])):
        with catalogue.begin() as db, pytest.raises(ValueError, match="sheet"):
            set_prefilled(db, DRILL, other)
    with catalogue.begin() as db, pytest.raises(ValueError, match="no panel"):
        set_prefilled(db, "0" * 16, PREFILLED)


def test_the_last_lock_makes_the_panel_final(catalogue: Engine) -> None:
    opened(catalogue)
    judged(catalogue, BO, "11.00")
    judged(catalogue, CHEN, "13.00")
    saving(catalogue, FULL, 0)
    finals = Finals()
    with reading(catalogue) as db:
        assert progress(db, DRILL) == (2, 3)
        with refused("not_all_locked"):
            outcome(db, DRILL)
    locking(catalogue, 1, finals=finals)
    with reading(catalogue) as db:
        found = outcome(db, DRILL)
        assert progress(db, DRILL) == (3, 3)
    assert finals == [DRILL]
    assert (found.state, found.size, found.decided, found.result.discrepancies) == ("final", 3, None, ())
    assert [f"{name[0]} {total}" for name, total in found.result.totals] == ["a 91.08", "b 90.08", "c 92.08"]
    assert (str(found.result.mean), found.result.passed, found.result.external) == ("91.08", True, True)
    assert found.prefilled == PREFILLED and found.rubric == RUBRIC


def test_open_sheets_come_to_nothing(catalogue: Engine) -> None:
    opened(catalogue)
    for examiner in EXAMINERS:
        saving(catalogue, FULL, 0, examiner=examiner)
    with reading(catalogue) as db:
        panel = panels.panel_of(db, DRILL)
        assert panel is not None
        with refused("not_all_locked"):
            result_of(db, panel)


def test_a_result_that_cannot_be_made_leaves_the_sheet_open(catalogue: Engine) -> None:
    opened(catalogue)
    judged(catalogue, BO, "11.00"), judged(catalogue, CHEN, "11.00")
    saving(catalogue, FULL, 0)

    def broken(db: object, drill: str) -> None:
        raise RuntimeError("disk full")

    lock_id = new_id()
    with pytest.raises(RuntimeError), catalogue.begin() as db:
        lock(db, DRILL, ANNA, lock_id, 1, AT, broken)
    with reading(catalogue) as db:
        assert progress(db, DRILL) == (2, 3)
    finals = Finals()
    assert locking(catalogue, 1, lock_id, finals).version == 2
    assert finals == [DRILL]


def test_versions_are_chained_and_name_what_was_asked(catalogue: Engine) -> None:
    opened(catalogue)
    saving(catalogue, FULL, 0), saving(catalogue, marks(command="9.00"), 1), locking(catalogue, 2)
    with reading(catalogue) as db:
        rows = panels.versions_of(db, DRILL, ANNA)
    assert fault(DRILL, ANNA, rows) is None
    assert [body_of(row.body).asked.patch for row in rows[:2]] == [FULL, marks(command="9.00")]
    assert [body_of(row.body).asked.kind for row in rows] == ["save", "save", "lock"]


def test_who_is_not_on_the_panel_learns_nothing(catalogue: Engine) -> None:
    opened(catalogue)
    for drill, examiner in ((DRILL, CHIEF), ("0" * 16, ANNA)):
        with catalogue.begin() as db, refused("no_sheet"):
            save(db, drill, examiner, new_id(), 0, FULL, AT)
        with catalogue.begin() as db, refused("no_sheet"):
            lock(db, drill, examiner, new_id(), 0, AT, Finals())
    with reading(catalogue) as db, refused("no_sheet"):
        progress(db, "0" * 16)


def test_a_panel_is_opened_once_for_people_who_are_there(catalogue: Engine) -> None:
    opened(catalogue)
    with catalogue.begin() as db, pytest.raises(ValueError, match="each of them once"):
        open_panel(db, DRILL, RUBRIC, [Seated(ANNA), Seated(ANNA)], AT)
    with pytest.raises(IntegrityError), catalogue.begin() as db:
        open_panel(db, DRILL, RUBRIC, [Seated(one) for one in EXAMINERS], AT)
    with pytest.raises(IntegrityError), catalogue.begin() as db:
        open_panel(db, "0" * 16, RUBRIC, [Seated("nobody")], AT)
