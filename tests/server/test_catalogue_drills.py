from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.catalogue import drills
from server.catalogue.engine import open_catalogue

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path):
    engine = open_catalogue(tmp_path / "catalogue.db")
    with engine.begin() as db:
        yield db
    engine.dispose()


def drill(n: int, **more) -> drills.DrillRow:
    return drills.DrillRow(f"{n:016x}", "tank_overfill", "ab" * 32, "exam", NOW + timedelta(minutes=n), **more)


def test_a_drill_comes_back_as_it_was_noted(db) -> None:
    root = drill(1, candidate="K-17", commitment="cd" * 32)
    branch = drill(2, parent=root.id, parent_tick=200, started_at=NOW, created_by="a1")
    for one in (root, branch):
        drills.add(db, one)
        assert drills.get(db, one.id) == one


def test_lists_are_newest_first_of_some_phases_and_finite(db) -> None:
    for n in range(4):
        drills.add(db, drill(n, phase="running" if n % 2 else "sealed"))
    numbers = [int(one.id, 16) for one in drills.list_(db)]
    assert numbers == [3, 2, 1, 0]
    assert [int(one.id, 16) for one in drills.list_(db, ("running", "frozen"))] == [3, 1]
    assert [int(one.id, 16) for one in drills.list_(db, limit=1)] == [3]


def test_only_the_columns_given_change(db) -> None:
    drills.add(db, drill(1))
    drills.add(db, drill(2))
    drills.update(db, drill(1).id, phase="ended", outcome="time", ended_at=NOW, ticks=30_000)
    assert drills.get(db, drill(1).id) == drill(1, phase="ended", outcome="time", ended_at=NOW, ticks=30_000)
    assert drills.get(db, drill(2).id) == drill(2)


def test_an_unknown_drill_is_said(db) -> None:
    with pytest.raises(LookupError):
        drills.get(db, "none")
    with pytest.raises(LookupError):
        drills.update(db, "none", phase="ended")
