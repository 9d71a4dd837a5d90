"""Sessions: log-ins. Of a token only its hash is kept. A session ends by itself, by logging out, or by its account."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, ForeignKey, Table, Text, delete, insert, select, update

from server.catalogue.accounts import Account, account_of, accounts
from server.catalogue.base import Instant, metadata

SEEN_STEP = timedelta(minutes=1)  # how exactly `seen_at` is kept

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.id"), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """idle: without a request. absolute: whatever is asked."""

    idle: timedelta
    absolute: timedelta


@dataclass(frozen=True, slots=True)
class Session:
    """One log-in that is good now."""

    account: Account
    started_at: datetime
    seen_at: datetime


def start(db: Connection, token_hash: str, account_id: str, now: datetime, lifetimes: Lifetimes) -> None:
    """Begin a session; sessions that are over are forgotten."""
    over = (sessions.c.started_at <= now - lifetimes.absolute) | (sessions.c.seen_at <= now - lifetimes.idle)
    db.execute(delete(sessions).where(over))
    row = {"token_hash": token_hash, "account": account_id, "started_at": now, "seen_at": now}
    db.execute(insert(sessions).values(row))


def find(db: Connection, token_hash: str, now: datetime, lifetimes: Lifetimes) -> Session | None:
    """The session of a token; None if it is over, or its account disabled."""
    row = db.execute(
        select(accounts, sessions.c.started_at, sessions.c.seen_at)
        .join_from(sessions, accounts, sessions.c.account == accounts.c.id)
        .where(
            sessions.c.token_hash == token_hash,
            sessions.c.started_at > now - lifetimes.absolute,
            sessions.c.seen_at > now - lifetimes.idle,
            sessions.c.started_at >= accounts.c.sessions_from,
            accounts.c.disabled.is_(False),
        )
    ).one_or_none()
    return None if row is None else Session(account_of(row), row.started_at, row.seen_at)


def see(db: Connection, token_hash: str, now: datetime) -> None:
    """The session is in use. Call it once `SEEN_STEP` has passed."""
    db.execute(update(sessions).where(sessions.c.token_hash == token_hash).values(seen_at=now))


def end(db: Connection, token_hash: str) -> None:
    """Log out."""
    db.execute(delete(sessions).where(sessions.c.token_hash == token_hash))
