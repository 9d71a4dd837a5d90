"""Races: saves and locks of one panel in threads that start together, on a real catalogue."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine

from server.catalogue import panels
from server.catalogue.engine import open_catalogue, reading
from server.catalogue.panels import VersionRow
from server.panel.chain import fault
from server.panel.life import lock, progress, save
from server.panel.refusal import PanelError
from server.panel.sheet import OwnSheet, Patch, applied
from server.panel.stored import body_of
from tests.server.panel_rooms import ANNA, AT, BO, DRILL, EXAMINERS, FULL, Finals, judged, marks, new_id, opened


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Engine]:
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def at_once(*calls: Any) -> list[VersionRow | str]:
    """Make these calls in threads that start together; what each returns, or the code of its refusal."""
    together = Barrier(len(calls))

    def run(call: Any) -> VersionRow | str:
        together.wait()
        try:
            row: VersionRow = call()
        except PanelError as error:
            return error.code
        return row

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def saving(engine: Engine, examiner: str, patch: Patch, base: int, save_id: str) -> Any:
    def call() -> VersionRow:
        with engine.begin() as db:
            return save(db, DRILL, examiner, save_id, base, patch, AT)

    return call


def locking(engine: Engine, examiner: str, base: int, finals: Finals) -> Any:
    save_id = new_id()

    def call() -> VersionRow:
        with engine.begin() as db:
            return lock(db, DRILL, examiner, save_id, base, AT, finals)

    return call


def test_many_tabs_at_once_lose_nothing(catalogue: Engine) -> None:
    opened(catalogue)
    parts = [marks(command="1.00"), marks(report="2.00"), Patch(notes="x"), Patch(global_rating=4)]
    calls = [saving(catalogue, who, patch, 0, new_id()) for who in EXAMINERS for patch in parts]
    answers = at_once(*calls)
    assert not [one for one in answers if isinstance(one, str)]
    whole = OwnSheet()
    for patch in parts:
        whole = applied(whole, patch)
    with reading(catalogue) as db:
        for examiner in EXAMINERS:
            rows = panels.versions_of(db, DRILL, examiner)
            assert (len(rows), fault(DRILL, examiner, rows)) == (4, None)
            assert body_of(rows[-1].body).sheet == whole


def test_one_save_sent_many_times_at_once_is_one_version(catalogue: Engine) -> None:
    opened(catalogue)
    answers = at_once(*[saving(catalogue, ANNA, marks(command="3.00"), 0, new_id())] * 6)
    assert len({one if isinstance(one, str) else one.hash for one in answers}) == 1
    with reading(catalogue) as db:
        assert len(panels.versions_of(db, DRILL, ANNA)) == 1


def test_the_same_field_at_once_has_one_winner_and_a_conflict(catalogue: Engine) -> None:
    opened(catalogue)
    answers = at_once(*(saving(catalogue, ANNA, marks(command=f"{one}.00"), 0, new_id()) for one in range(5)))
    assert Counter(one for one in answers if isinstance(one, str)) == {"conflict": 4}


@pytest.mark.parametrize("attempt", range(6))
def test_a_lock_racing_a_save(catalogue: Engine, attempt: int) -> None:
    opened(catalogue)
    saving(catalogue, ANNA, FULL, 0, new_id())()
    saved, locked = at_once(
        saving(catalogue, ANNA, Patch(notes="late"), 1, new_id()), locking(catalogue, ANNA, 1, Finals())
    )
    assert isinstance(saved, str) != isinstance(locked, str)
    assert (saved if isinstance(saved, str) else locked) in ("locked", "stale")
    with reading(catalogue) as db:
        rows = panels.versions_of(db, DRILL, ANNA)
    assert len(rows) == 2
    assert (body_of(rows[-1].body).sheet.notes == "late") == (not isinstance(saved, str))


@pytest.mark.parametrize("attempt", range(3))
def test_the_last_locks_at_once_make_one_result(catalogue: Engine, attempt: int) -> None:
    opened(catalogue)
    for examiner in EXAMINERS:
        saving(catalogue, examiner, FULL, 0, new_id())()
    finals = Finals()
    answers = at_once(*(locking(catalogue, who, 1, finals) for who in EXAMINERS))
    assert not [one for one in answers if isinstance(one, str)]
    assert finals == [DRILL]
    with reading(catalogue) as db:
        assert progress(db, DRILL) == (3, 3)


def test_panels_of_two_drills_do_not_touch(catalogue: Engine) -> None:
    other = "00000000000000d2"
    opened(catalogue), opened(catalogue, other)
    for examiner in EXAMINERS:
        judged(catalogue, examiner, "12.00", drill=other)
    with reading(catalogue) as db:
        assert (progress(db, DRILL), progress(db, other)) == ((0, 3), (3, 3))
        assert panels.versions_of(db, DRILL, BO) == ()
