import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from server.catalogue import results
from server.catalogue.engine import open_catalogue, reading
from server.catalogue.results import ResultRow
from server.result.issuing import NotCurrentError, issue
from server.result.signing import check, check_members
from tests.server.result_pieces import NOW, PUBLIC, SIGNER, add_drill, facts, sitting

BOTH = ("office", "region")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Engine]:
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def made(db: Connection, at=NOW, **more) -> ResultRow:
    return issue(db, facts(), SIGNER, BOTH, at, **more)


def test_result_and_deliveries_come_together(catalogue: Engine) -> None:
    add_drill(catalogue)
    with catalogue.begin() as db:
        row = made(db)
        rows = results.deliveries(db)
    assert {one.key for one in rows} == {f"r-{sitting()}:1:office", f"r-{sitting()}:1:region"}
    assert {(one.state, one.fingerprint, one.attempts) for one in rows} == {("pending", row.fingerprint, 0)}
    with catalogue.begin() as db:
        (held,) = results.lease(db, "office", "me", NOW, NOW + timedelta(seconds=1), 9)
    event = json.loads(held.payload)
    assert (event["type"], event["timestamp"]) == ("practical_result.issued", "2026-05-20T01:30:00+00:00")
    assert check_members(event["data"], [PUBLIC]).content.decode() == row.document


def test_neither_comes_without_the_other(catalogue: Engine) -> None:
    add_drill(catalogue)
    with pytest.raises(ZeroDivisionError), catalogue.begin() as db:
        made(db)
        raise ZeroDivisionError
    with reading(catalogue) as db:
        assert results.latest(db, sitting()) is None
        assert results.deliveries(db) == ()


def test_repeat_gives_the_first(catalogue: Engine) -> None:
    add_drill(catalogue)
    with catalogue.begin() as db:
        first = made(db)
    with catalogue.begin() as db:
        assert made(db, at=NOW + timedelta(days=1)) == first
        assert len(results.deliveries(db)) == 2


def test_many_at_once_make_one(catalogue: Engine) -> None:
    add_drill(catalogue)

    def ask(turn: int) -> str:
        with catalogue.begin() as db:
            return made(db, at=NOW + timedelta(seconds=turn)).fingerprint

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(ask, range(12)))) == 1
    with reading(catalogue) as db:
        assert len(results.deliveries(db)) == 2


def test_changed_result_is_a_new_version(catalogue: Engine) -> None:
    add_drill(catalogue)
    with catalogue.begin() as db:
        first = made(db)
        second = made(db, replaces=first.fingerprint)
        assert (second.version, second.previous, second.id) == (2, first.fingerprint, first.id)
        assert made(db, replaces=first.fingerprint) == second
        assert made(db) == second
        assert results.latest(db, sitting()) == second
        assert results.by_fingerprint(db, first.fingerprint) == first
        assert len(results.deliveries(db)) == 4
        made(db, replaces=second.fingerprint)
        with pytest.raises(NotCurrentError):
            made(db, replaces=first.fingerprint)
        with pytest.raises(NotCurrentError):
            made(db, replaces="0" * 64)


def test_document_in_the_catalogue_is_the_signed_one(catalogue: Engine) -> None:
    add_drill(catalogue)
    with catalogue.begin() as db:
        row = made(db)
    members = {"result": json.loads(row.document), "jws": row.jws, "fingerprint": row.fingerprint}
    assert check(json.dumps(members).encode(), [PUBLIC]).document.sitting == sitting()
