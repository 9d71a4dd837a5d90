"""Accounts: people who log in. A name is one however it is typed: width, case and spaces around it do not count."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from unicodedata import normalize

from sqlalchemy import Boolean, Column, Connection, Row, Table, Text, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.access.passwords import Passwords
from server.access.roles import Role
from server.access.tokens import new_token
from server.catalogue.base import Instant, metadata, new_id

FIRST_ADMIN = "admin"

# sessions_from: sessions begun earlier are void, because the account was disabled or its password changed.
accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("sessions_from", Instant, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may log in."""

    id: str
    name: str
    role: Role
    disabled: bool
    created_at: datetime


class NameTakenError(Exception):
    """Another account has this name."""


class LastAdminError(Exception):
    """Without this account nobody could change accounts any more."""


def name_key(name: str) -> str:
    """What makes a name the same name."""
    return normalize("NFKC", name).casefold().strip()


def add(db: Connection, account_id: str, name: str, role: Role, password_hash: str, now: datetime) -> Account:
    """Make an account. Raises NameTakenError."""
    row = {
        "id": account_id,
        "name": name.strip(),
        "name_key": name_key(name),
        "role": role.value,
        "password_hash": password_hash,
        "disabled": False,
        "created_at": now,
        "sessions_from": now,
    }
    try:
        with db.begin_nested():  # PostgreSQL would give up the caller's transaction
            db.execute(insert(accounts).values(row))
    except IntegrityError as error:
        raise NameTakenError from error
    return get(db, account_id)


def get(db: Connection, account_id: str) -> Account:
    """The account. Raises LookupError."""
    row = db.execute(select(accounts).where(accounts.c.id == account_id)).one_or_none()
    if row is None:
        raise LookupError("no such account")
    return account_of(row)


def list_(db: Connection) -> tuple[Account, ...]:
    """All accounts, by name."""
    return tuple(map(account_of, db.execute(select(accounts).order_by(accounts.c.name_key))))


def for_login(db: Connection, name: str) -> tuple[Account, str] | None:
    """The account of this name and the hash of its password; None if nobody may log in under it."""
    found = accounts.c.name_key == name_key(name)
    row = db.execute(select(accounts).where(found, accounts.c.disabled.is_(False))).one_or_none()
    return None if row is None else (account_of(row), row.password_hash)


def change(
    db: Connection,
    account_id: str,
    now: datetime,
    *,
    role: Role | None = None,
    disabled: bool | None = None,
    password_hash: str | None = None,
) -> Account:
    """Change what is given. Disabling and a new password end the sessions. Raises LookupError, LastAdminError."""
    before = get(db, account_id)
    columns: dict[str, Any] = {}
    if role is not None:
        columns["role"] = role.value
    if disabled is not None:
        columns["disabled"] = disabled
    if password_hash is not None:
        columns["password_hash"] = password_hash
    if disabled or password_hash is not None:
        columns["sessions_from"] = now
    loses_admin = disabled or role not in (None, Role.ADMIN)
    if _is_working_admin(before) and loses_admin and _working_admins(db) == 1:
        raise LastAdminError
    if columns:
        db.execute(update(accounts).where(accounts.c.id == account_id).values(columns))
    return get(db, account_id)


def first_admin(
    db: Connection, passwords: Passwords, entropy: Callable[[int], bytes], now: datetime
) -> tuple[str, str] | None:
    """Make the first account if there is none: its name and its password, which is nowhere else. None if there is."""
    if db.execute(select(accounts.c.id).limit(1)).first() is not None:
        return None
    password = new_token(lambda _: entropy(12))
    add(db, new_id(entropy), FIRST_ADMIN, Role.ADMIN, passwords.hash(password), now)
    return FIRST_ADMIN, password


def account_of(row: Row[Any]) -> Account:
    """From a row of the table, or of a join with it."""
    return Account(row.id, row.name, Role(row.role), row.disabled, row.created_at)


def _is_working_admin(account: Account) -> bool:
    return account.role is Role.ADMIN and not account.disabled


def _working_admins(db: Connection) -> int:
    working = (accounts.c.role == Role.ADMIN.value) & accounts.c.disabled.is_(False)
    return db.execute(select(func.count()).where(working)).scalar_one()
