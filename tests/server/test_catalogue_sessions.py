from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server.access.roles import Role
from server.catalogue import accounts, sessions
from server.catalogue.engine import open_catalogue

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
RULES = sessions.Lifetimes(idle=timedelta(hours=12), absolute=timedelta(days=30))
SECOND = timedelta(seconds=1)


@pytest.fixture
def db(tmp_path: Path):
    engine = open_catalogue(tmp_path / "catalogue.db")
    with engine.begin() as db:
        accounts.add(db, "a1", "Wei", Role.EXAMINER, "hash", NOW)
        sessions.start(db, "t1", "a1", NOW, RULES)
        yield db
    engine.dispose()


def test_a_session_is_its_account(db) -> None:
    assert sessions.find(db, "t1", NOW, RULES) == sessions.Session(accounts.get(db, "a1"), NOW, NOW)
    assert sessions.find(db, "t2", NOW, RULES) is None


def test_it_ends_when_idle_but_not_when_used(db) -> None:
    assert sessions.find(db, "t1", NOW + RULES.idle - SECOND, RULES) is not None
    assert sessions.find(db, "t1", NOW + RULES.idle, RULES) is None
    sessions.see(db, "t1", NOW + timedelta(hours=11))
    assert sessions.find(db, "t1", NOW + timedelta(hours=22), RULES) is not None


def test_it_ends_however_much_it_is_used(db) -> None:
    end = NOW + RULES.absolute
    sessions.see(db, "t1", end)
    assert sessions.find(db, "t1", end - SECOND, RULES) is not None
    assert sessions.find(db, "t1", end, RULES) is None


def test_logging_out_ends_this_one_only(db) -> None:
    sessions.start(db, "t2", "a1", NOW, RULES)
    sessions.end(db, "t1")
    assert sessions.find(db, "t1", NOW, RULES) is None
    assert sessions.find(db, "t2", NOW, RULES) is not None


@pytest.mark.parametrize("change", [{"disabled": True}, {"password_hash": "new"}])
def test_disabling_and_a_new_password_end_the_sessions_for_good(db, change) -> None:
    later = NOW + SECOND
    accounts.change(db, "a1", later, **change)
    accounts.change(db, "a1", later, disabled=False)
    assert sessions.find(db, "t1", later, RULES) is None
    sessions.start(db, "t2", "a1", later, RULES)
    assert sessions.find(db, "t2", later, RULES) is not None


def test_a_session_begun_while_disabled_is_none(db) -> None:
    accounts.change(db, "a1", NOW, disabled=True)
    sessions.start(db, "t2", "a1", NOW, RULES)
    assert sessions.find(db, "t2", NOW, RULES) is None


def test_the_role_is_that_of_now(db) -> None:
    accounts.change(db, "a1", NOW, role=Role.MEDIC)
    assert sessions.find(db, "t1", NOW, RULES).account.role is Role.MEDIC


def test_sessions_that_are_over_are_forgotten(db) -> None:
    sessions.start(db, "t2", "a1", NOW + RULES.idle, RULES)
    assert [row.token_hash for row in db.execute(select(sessions.sessions))] == ["t2"]
