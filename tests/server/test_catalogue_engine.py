import sqlite3
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from shutil import copytree
from subprocess import PIPE, Popen
from threading import Event, Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Engine, Table, Text, insert, select, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

import server.catalogue
from server.catalogue.base import metadata
from server.catalogue.engine import MIGRATIONS, NewerCatalogueError, open_catalogue, reading
from server.catalogue.seats import spent_seat_tokens

OPEN_AND_WRITE = """
import sys
from pathlib import Path
from sqlalchemy import insert
from server.catalogue.engine import open_catalogue
from server.catalogue.seats import spent_seat_tokens

for path in sys.argv[2:]:
    print("ready", flush=True)
    sys.stdin.readline()
    engine = open_catalogue(Path(path))
    with engine.begin() as db:
        db.execute(insert(spent_seat_tokens).values(token_hash=sys.argv[1], drill="", seat=""))
"""


@pytest.fixture
def engine(tmp_path: Path):
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def differences(engine: Engine) -> list[object]:
    with reading(engine) as db:
        return compare_metadata(MigrationContext.configure(db), metadata)


def test_migrations_make_the_tables_that_the_code_uses(engine: Engine) -> None:
    for module in iter_modules(server.catalogue.__path__):
        import_module(f"server.catalogue.{module.name}")
    assert len(metadata.tables) >= 5
    assert differences(engine) == []


def test_a_table_without_migration_is_seen(engine: Engine) -> None:
    planted = Table("planted", metadata, Column("id", Text, primary_key=True))
    try:
        assert [kind for kind, _ in differences(engine)] == ["add_table"]
    finally:
        metadata.remove(planted)


def test_every_commit_is_durable_and_keys_are_held(engine: Engine) -> None:
    with engine.begin() as db:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        assert [db.execute(text(f"PRAGMA {name}")).scalar() for name in asked] == ["wal", 2, 1, 10_000]
    with pytest.raises(IntegrityError), engine.begin() as db:
        db.execute(text("INSERT INTO seats (drill, seat, holder, candidate) VALUES ('no such', 'C', 'bot', '')"))


def test_processes_that_open_a_new_file_at_once_all_work(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.db" for n in range(8)]
    command = [sys.executable, "-c", OPEN_AND_WRITE]
    children = [
        Popen([*command, str(n), *map(str, paths)], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) for n in range(4)
    ]
    for _ in paths:
        ready = [child.stdout.readline() for child in children]
        for child in children:
            if child.poll() is None:
                child.stdin.write("go\n")
                child.stdin.flush()
    told = [child.communicate(timeout=60)[1] for child in children]
    assert [child.returncode for child in children] == [0] * 4, (ready, told)
    for path in paths:
        with sqlite3.connect(path) as db:
            assert db.execute("SELECT count(*) FROM spent_seat_tokens").fetchone() == (4,)


def test_another_process_in_the_middle_of_opening_is_waited_for(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "catalogue.db"
    other = sqlite3.connect(path, isolation_level=None)
    for statement in ("CREATE TABLE theirs (n)", "BEGIN", "SELECT * FROM theirs"):
        other.execute(statement).fetchall()
    waits: list[float] = []

    def pause(seconds: float) -> None:
        waits.append(seconds)
        other.close()

    monkeypatch.setattr(server.catalogue.engine, "BUSY_MS", 50)
    monkeypatch.setattr(server.catalogue.engine, "sleep", pause)
    open_catalogue(path).dispose()
    assert len(waits) == 1


def test_what_a_writer_has_read_is_not_stale(engine: Engine) -> None:
    """Twenty threads read a count and write the next: with a late lock two would read the same."""

    def count_up() -> None:
        for _ in range(5):
            with engine.begin() as db:
                seen = len(db.execute(select(spent_seat_tokens)).all())
                db.execute(insert(spent_seat_tokens).values(token_hash=str(seen), drill="", seat=""))

    threads = [Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as db:
        assert len(db.execute(select(spent_seat_tokens)).all()) == 20


def test_a_reader_neither_waits_nor_sees_what_is_not_committed(engine: Engine) -> None:
    written, may_end = Event(), Event()

    def write() -> None:
        with engine.begin() as db:
            db.execute(insert(spent_seat_tokens).values(token_hash="1", drill="", seat=""))
            written.set()
            may_end.wait(30)

    writer = Thread(target=write)
    writer.start()
    try:
        assert written.wait(30)
        with reading(engine) as db:
            assert db.execute(select(spent_seat_tokens)).all() == []
        assert writer.is_alive()
    finally:
        may_end.set()
        writer.join()


def test_opening_again_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as db:
        db.execute(insert(spent_seat_tokens).values(token_hash="1", drill="", seat=""))
    again = open_catalogue(tmp_path / "catalogue.db")
    with reading(again) as db:
        assert len(db.execute(select(spent_seat_tokens)).all()) == 1
    again.dispose()


def test_a_file_of_a_newer_version_is_refused(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerCatalogueError):
        open_catalogue(tmp_path / "catalogue.db")


def test_folders_with_odd_signs_in_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "数据 100%d ?x=1#"
    folder.mkdir()
    monkeypatch.setattr(server.catalogue.engine, "MIGRATIONS", copytree(MIGRATIONS, folder / "migrations"))
    open_catalogue(folder / "catalogue.db").dispose()
    assert (folder / "catalogue.db").is_file()


def test_an_error_does_not_repeat_what_was_to_be_written(tmp_path: Path) -> None:
    engine = open_catalogue(tmp_path / "catalogue.db")
    with pytest.raises(SQLAlchemyError) as told, engine.begin() as db:
        db.execute(text("INSERT INTO nowhere VALUES (:secret)"), {"secret": "planted-secret"})
    assert "planted-secret" not in str(told.value)
    engine.dispose()
