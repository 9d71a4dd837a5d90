from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path

import pytest

from server.access.roles import Role
from server.catalogue import accounts
from server.catalogue.engine import open_catalogue
from tests.server.premises import QUICK

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path):
    engine = open_catalogue(tmp_path / "catalogue.db")
    with engine.begin() as db:
        yield db
    engine.dispose()


def test_an_account_is_found_by_its_name_however_typed(db) -> None:
    made = accounts.add(db, "a1", " 张 Wei ", Role.EXAMINER, "hash", NOW)
    assert made == accounts.Account("a1", "张 Wei", Role.EXAMINER, False, NOW)
    for typed in ("张 Wei", "张 WEI", " 张 ｗｅｉ "):
        assert accounts.for_login(db, typed) == (made, "hash")
    assert accounts.for_login(db, "张Wei") is None
    assert accounts.list_(db) == (made,)


def test_a_name_is_taken_once_and_the_transaction_goes_on(db) -> None:
    accounts.add(db, "a1", "Wei", Role.EXAMINER, "hash", NOW)
    with pytest.raises(accounts.NameTakenError):
        accounts.add(db, "a2", "wEI", Role.CHIEF, "hash", NOW)
    accounts.add(db, "a3", "Li", Role.CHIEF, "hash", NOW)
    assert [one.id for one in accounts.list_(db)] == ["a3", "a1"]


def test_nobody_logs_in_under_a_disabled_account(db) -> None:
    accounts.add(db, "a1", "Wei", Role.EXAMINER, "hash", NOW)
    assert accounts.change(db, "a1", NOW, disabled=True).disabled
    assert accounts.for_login(db, "Wei") is None
    accounts.change(db, "a1", NOW, disabled=False)
    assert accounts.for_login(db, "Wei") is not None


def test_what_is_not_given_stays(db) -> None:
    accounts.add(db, "a1", "Wei", Role.EXAMINER, "hash", NOW)
    assert accounts.change(db, "a1", NOW + timedelta(days=1)) == accounts.get(db, "a1")
    changed = accounts.change(db, "a1", NOW, role=Role.AUDITOR, password_hash="new")
    assert accounts.for_login(db, "Wei") == (changed, "new")
    assert changed.role is Role.AUDITOR


@pytest.mark.parametrize("change", [{"disabled": True}, {"role": Role.CHIEF}])
def test_the_last_admin_stays(db, change) -> None:
    accounts.add(db, "a1", "one", Role.ADMIN, "hash", NOW)
    accounts.add(db, "a2", "two", Role.ADMIN, "hash", NOW)
    accounts.change(db, "a2", NOW, **change)
    with pytest.raises(accounts.LastAdminError):
        accounts.change(db, "a1", NOW, **change)
    assert accounts.get(db, "a1").role is Role.ADMIN and not accounts.get(db, "a1").disabled
    accounts.change(db, "a1", NOW, role=Role.ADMIN, disabled=False, password_hash="new")


def test_an_unknown_account_is_said(db) -> None:
    with pytest.raises(LookupError):
        accounts.change(db, "none", NOW, disabled=True)


def test_the_first_admin_is_made_once_with_a_password_that_opens(db) -> None:
    name, password = accounts.first_admin(db, QUICK, urandom, NOW)
    made, stored = accounts.for_login(db, name)
    assert made.role is Role.ADMIN
    assert QUICK.check(stored, password) and password not in stored
    assert len(password) >= 16
    assert accounts.first_admin(db, QUICK, urandom, NOW) is None
