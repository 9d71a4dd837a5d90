import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.store.log import Row, StoreError
from server.store.sqlite_log import APPLICATION_ID, SqliteLog
from tests.server.store_rows import DRILLS

DRILL, OTHER, _ = DRILLS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteLog]:
    store = SqliteLog(path)
    yield store
    store.close()


def outside(path: Path, *statements: str) -> list[list[tuple[object, ...]]]:
    """Do as somebody with a shell on the file would."""
    db = sqlite3.connect(path)
    answers = [db.execute(statement).fetchall() for statement in statements]
    db.commit()
    db.close()
    return answers


def test_commits_reach_the_disk_not_only_the_system(store: SqliteLog) -> None:
    # kill -9 leaves the system's cache alone, so no test by processes would see this go
    assert store._db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert store._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE rows SET payload = x'00' WHERE n = 3", 3),
        ("UPDATE rows SET kind = 'art' WHERE n = 3", 3),
        ("UPDATE rows SET kind = CAST(x'ff' AS TEXT) WHERE n = 4", 4),
        ("UPDATE rows SET kind = 'a' || kind, payload = substr(payload, 2) WHERE n = 3", 3),
        ("UPDATE rows SET tick = tick + 1 WHERE n = 0", 0),
        ("UPDATE rows SET tick = -1 WHERE n = 5", 5),
        ("UPDATE rows SET link = zeroblob(32) WHERE n = 9", 9),
        ("UPDATE rows SET n = 20 WHERE n = 9", 9),
        ("DELETE FROM rows WHERE n = 0", 0),
        ("DELETE FROM rows WHERE n = 4", 4),
        ("DELETE FROM rows WHERE n BETWEEN 2 AND 8", 2),
        ("INSERT INTO rows SELECT NULL, drill, 10, kind, tick, payload, link FROM rows WHERE n = 9", 10),
        (f"UPDATE rows SET drill = '{OTHER}'", None),
    ],
)
def test_tampering_is_found(store: SqliteLog, path: Path, tampering: str, fault: int | None) -> None:
    store.append([Row(DRILL, "act", n, b"payload %d" % n) for n in range(10)])
    assert store.fault(DRILL) is None
    outside(path, tampering)
    assert store.fault(DRILL) == fault
    if fault is None:
        assert store.fault(OTHER) == 0, "a drill's rows were given to another"


def test_dawdling_reader_holds_nothing(store: SqliteLog, path: Path) -> None:
    store.append([Row(DRILL, "act", n, b"x" * 100) for n in range(900)])
    reading = store.read(DRILL)
    next(reading)
    store.append([Row(DRILL, "act", 900, b"")])
    assert outside(path, "PRAGMA wal_checkpoint(TRUNCATE)") == [[(0, 0, 0)]], "the write-ahead file cannot be reset"
    assert sum(1 for _ in reading) == 900


def test_others_may_read_and_back_up_a_live_log(store: SqliteLog, path: Path, tmp_path: Path) -> None:
    store.append([Row(DRILL, "act", 7, b"x")])
    outside(path, f"VACUUM INTO '{tmp_path / 'copy.db'}'")
    store.append([Row(DRILL, "act", 8, b"y")])
    copy = SqliteLog(tmp_path / "copy.db")
    assert [row.tick for row in copy.read(DRILL)] == [7]
    copy.close()


def test_shell_left_open_refuses_rows_then_lets_them_in(store: SqliteLog, path: Path) -> None:
    store.append([Row(DRILL, "act", 1, b"")])
    shell = sqlite3.connect(path, isolation_level=None)
    shell.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program holds the file") as refused:
        store.append([Row(DRILL, "act", 2, b""), Row(OTHER, "act", 2, b"")])
    assert "占用" in refused.value.text.zh
    shell.execute("ROLLBACK")
    store.append([Row(DRILL, "act", 3, b"")])
    assert [row.tick for row in store.read(DRILL)] == [1, 3]
    assert store.fault(DRILL) is None and store.drills() == (DRILL,)
    shell.close()


def test_second_store_in_this_process_is_refused(store: SqliteLog, path: Path) -> None:
    with pytest.raises(StoreError, match="another process writes this log"):
        SqliteLog(path)
    store.append([Row(DRILL, "act", 1, b"")])
    store.close()
    store.close()
    SqliteLog(path).close()


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE guests (name TEXT)"],
        ["CREATE TABLE rows (id)", "PRAGMA application_id = 77", "PRAGMA user_version = 1"],
        ["CREATE TABLE rows (id)", f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA user_version = 2"],
    ],
    ids=["foreign", "other application", "newer"],
)
def test_file_of_others_is_refused_untouched(path: Path, statements: list[str]) -> None:
    outside(path, *statements)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a log of drills of this version"):
        SqliteLog(path)
    assert path.read_bytes() == before


def test_unusable_places_are_told(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"no database at all, whatever it may be" * 100)
    with pytest.raises(StoreError, match="not a database"):
        SqliteLog(path)
    with pytest.raises(StoreError, match="cannot open it"):
        SqliteLog(tmp_path / "missing" / "log.db")


def test_closed_store_says_so(path: Path) -> None:
    store = SqliteLog(path)
    store.close()
    with pytest.raises(StoreError):
        store.append([Row(DRILL, "act", 1, b"")])
    with pytest.raises(StoreError):
        store.drills()
