"""The tables of draws: one draw an attempt whoever writes, and a log in which a change shows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from server.catalogue import draws
from server.catalogue.draws import DrawRow, draw_events
from server.catalogue.engine import open_catalogue

NOW = datetime(2026, 5, 20, 1, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path):
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def row(n: int, **more) -> DrawRow:
    fields = {"exam": "2026-05", "candidate": "K-1", "attempt": n, "level": "junior", "stratum": 2}
    return DrawRow(**{"id": f"{n:016x}", **fields, "commitment": f"{n:064x}", **more})


def filled(db, count: int = 3) -> None:
    for n in range(1, count + 1):
        draws.add(db, row(n))
        draws.append(db, row(n).id, "committed", {"n": n}, NOW + timedelta(minutes=n))


def broken(db) -> int | None:
    return draws.first_break(draws.events(db), {each.id: each for each in draws.list_(db)})


def test_rows_come_back(engine) -> None:
    with engine.begin() as db:
        filled(db)
        assert draws.find(db, "2026-05", "K-1", 2) == row(2)
        assert draws.find(db, "2026-05", "K-2", 2) is None
        assert draws.list_(db) == draws.list_(db, "2026-05", "junior") == (row(1), row(2), row(3))
        assert draws.list_(db, "2026-06") == draws.list_(db, level="senior") == ()
        assert [(e.number, e.draw, e.body, e.at) for e in draws.events(db, row(2).id)] == [
            (2, row(2).id, '{"n":2}', NOW + timedelta(minutes=2))
        ]


@pytest.mark.parametrize(
    "second",
    [
        row(9, attempt=1),  # the same attempt with another commitment
        row(9, commitment=row(1).commitment),  # one commitment for two attempts
        row(1, attempt=2, commitment="ab" * 32),
    ],
)
def test_an_attempt_has_one_draw_whoever_writes(engine, second: DrawRow) -> None:
    with engine.begin() as db:
        filled(db, 1)
    with pytest.raises(IntegrityError), engine.begin() as db:
        draws.add(db, second)


def test_a_thing_happens_once_to_a_draw_and_to_no_other(engine) -> None:
    with engine.begin() as db:
        filled(db, 1)
        draws.append(db, row(1).id, "opened", {"nonce": "one"}, NOW)
    for draw, kind in ((row(1).id, "opened"), ("none", "opened")):
        with pytest.raises(IntegrityError), engine.begin() as db:
            draws.append(db, draw, kind, {"nonce": "two"}, NOW)


def test_the_log_has_no_forks(engine) -> None:
    with engine.begin() as db:
        filled(db, 2)
        first = draws.events(db)[0]
    with pytest.raises(IntegrityError), engine.begin() as db:
        values = {"number": 7, "draw": row(1).id, "kind": "opened", "body": "{}", "at": NOW}
        db.execute(draw_events.insert().values(**values, previous_hash=first.previous_hash, hash="x"))


def test_an_untouched_log_holds(engine) -> None:
    with engine.begin() as db:
        assert broken(db) is None
        filled(db)
        assert broken(db) is None


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (update(draw_events).where(draw_events.c.number == 2).values(body='{"n":5}'), 2),
        (update(draw_events).where(draw_events.c.number == 2).values(at=NOW), 2),
        (update(draw_events).where(draw_events.c.number == 3).values(kind="opened"), 3),
        (update(draw_events).where(draw_events.c.number == 1).values(hash="00" * 32), 1),
        (delete(draw_events).where(draw_events.c.number == 1), 1),
        (delete(draw_events).where(draw_events.c.number == 2), 2),
        (update(draws.draws).where(draws.draws.c.attempt == 2).values(commitment="cd" * 32), 2),
        (update(draws.draws).where(draws.draws.c.attempt == 1).values(candidate="K-2"), 1),
        (update(draws.draws).where(draws.draws.c.attempt == 1).values(stratum=5), 1),
    ],
)
def test_a_change_of_the_past_shows_where_it_was_made(engine, change, at: int) -> None:
    with engine.begin() as db:
        filled(db)
        db.execute(change)
        assert broken(db) == at


def test_a_draw_that_was_taken_away_shows(engine) -> None:
    with engine.connect() as db:
        db.execute(text("PRAGMA foreign_keys = OFF"))
        filled(db)
        kept = {each.id: each for each in draws.list_(db) if each.attempt != 2}
        assert draws.first_break(draws.events(db), kept) == 2


def test_the_newest_opening_of_a_candidate_counts_whatever_the_exam(engine) -> None:
    with engine.begin() as db:
        assert draws.last_opened(db, "K-1") is None
        filled(db)
        draws.add(db, row(8, exam="2025-11"))
        draws.append(db, row(2).id, "opened", {"which": 2}, NOW + timedelta(days=1))
        draws.append(db, row(8).id, "opened", {"which": 8}, NOW)
        last = draws.last_opened(db, "K-1")
        assert last is not None and last.body == '{"which":8}'
        assert draws.last_opened(db, "K-2") is None
