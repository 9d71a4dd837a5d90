"""Seats of a drill: who holds each, the short code that opens it, and the token that changes with every connection.

A token stays good until its successor has been used or confirmed: a client that never received the successor is not
locked out. From then on it is spent, and whoever shows it has a copy.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, PrimaryKeyConstraint, Row, Table, Text, insert, select, update

from server.access.tokens import hashed, new_code, new_token, next_token, tidy_code
from server.catalogue.base import Instant, metadata
from server.catalogue.drills import drills

OVER = ("ended", "sealed")  # phases in which nobody takes a seat any more

seats = Table(
    "seats",
    metadata,
    Column("drill", Text, ForeignKey("drills.id"), nullable=False),
    Column("seat", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("candidate", Text, nullable=False),
    Column("code_hash", Text, unique=True),
    Column("code_expires_at", Instant),
    Column("token_hash", Text, unique=True),
    Column("next_token_hash", Text, unique=True),
    Column("claimed_at", Instant),
    PrimaryKeyConstraint("drill", "seat"),
)
spent_seat_tokens = Table(
    "spent_seat_tokens",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("drill", Text, nullable=False),
    Column("seat", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """holder: colleague, person or bot. candidate: pseudonymous number or "". code_expires_at: of a code not used."""

    drill: str
    seat: str
    holder: str
    candidate: str
    code_expires_at: datetime | None
    claimed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A seat taken by its code. token: for the first connection, nowhere else."""

    drill: str
    seat: str
    token: str


@dataclass(frozen=True, slots=True)
class Connected:
    """A seat joined by its token. new_token: for the next connection, nowhere else."""

    drill: str
    seat: str
    new_token: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """A token of this seat that was spent: refuse it, and tell the director that somebody has a copy."""

    drill: str
    seat: str


def add(db: Connection, drill: str, seat: str, holder: str, candidate: str = "") -> None:
    """Note a seat of a drill. holder: colleague, person or bot."""
    db.execute(insert(seats).values(drill=drill, seat=seat, holder=holder, candidate=candidate))


def list_(db: Connection, drill: str) -> tuple[SeatRow, ...]:
    """The seats of a drill, by name."""
    return tuple(map(_seat, db.execute(select(seats).where(seats.c.drill == drill).order_by(seats.c.seat))))


def issue_code(
    db: Connection,
    drill: str,
    seat: str,
    *,
    pepper: bytes,
    entropy: Callable[[int], bytes],
    now: datetime,
    lifetime: timedelta,
) -> str:
    """A new code for a seat, XXXX-XXXX, good once and for so long; an earlier one is void. Whoever holds the seat
    keeps it until the code is used. Raises LookupError."""
    code = new_code(entropy)
    columns = {"code_hash": hashed(pepper, tidy_code(code)), "code_expires_at": now + lifetime}
    if db.execute(update(seats).where(_is(drill, seat)).values(columns)).rowcount != 1:
        raise LookupError("no such seat")
    return code


def claim(
    db: Connection, code: str, *, pepper: bytes, entropy: Callable[[int], bytes], now: datetime
) -> Claimed | None:
    """Take the seat of a code, as typed; None if the code is unknown, used or too old, or the drill is over."""
    row = db.execute(
        select(seats)
        .join_from(seats, drills, seats.c.drill == drills.c.id)
        .where(
            seats.c.code_hash == hashed(pepper, tidy_code(code)),
            seats.c.code_expires_at > now,
            drills.c.phase.not_in(OVER),
        )
    ).one_or_none()
    if row is None:
        return None
    for old in (row.token_hash, row.next_token_hash):
        _spend(db, row, old)
    token = new_token(entropy)
    columns = {
        "code_hash": None,
        "code_expires_at": None,
        "token_hash": hashed(pepper, token),
        "next_token_hash": None,
        "claimed_at": now,
    }
    db.execute(update(seats).where(_is(row.drill, row.seat)).values(columns))
    return Claimed(row.drill, row.seat, token)


def connect(db: Connection, token: str, *, pepper: bytes) -> Connected | Replayed | None:
    """Join the seat of a token, and give the token for the next time; None for a token nobody was given."""
    if confirm(db, token, pepper=pepper) is None:
        spent = spent_seat_tokens.c.token_hash == hashed(pepper, token)
        known = db.execute(select(spent_seat_tokens).where(spent)).one_or_none()
        return None if known is None else Replayed(known.drill, known.seat)
    new = next_token(pepper, token)
    current = seats.c.token_hash == hashed(pepper, token)
    db.execute(update(seats).where(current).values(next_token_hash=hashed(pepper, new)))
    row = db.execute(select(seats).where(current)).one()
    return Connected(row.drill, row.seat, new)


def confirm(db: Connection, token: str, *, pepper: bytes) -> SeatRow | None:
    """The client has this token for sure: the one before it is spent. None if the token is not good (any more)."""
    token_hash = hashed(pepper, token)
    row = db.execute(select(seats).where(_opened_by(token_hash))).one_or_none()
    if row is None:
        return None
    if row.next_token_hash == token_hash:
        _spend(db, row, row.token_hash)
        columns = {"token_hash": token_hash, "next_token_hash": None}
        db.execute(update(seats).where(_is(row.drill, row.seat)).values(columns))
    return _seat(row)


def find(db: Connection, token: str, *, pepper: bytes) -> SeatRow | None:
    """The seat of a token that is good now; changes nothing."""
    row = db.execute(select(seats).where(_opened_by(hashed(pepper, token)))).one_or_none()
    return None if row is None else _seat(row)


def _spend(db: Connection, row: Row[Any], token_hash: str | None) -> None:
    if token_hash is not None:
        db.execute(insert(spent_seat_tokens).values(token_hash=token_hash, drill=row.drill, seat=row.seat))


def _is(drill: str, seat: str) -> Any:
    return (seats.c.drill == drill) & (seats.c.seat == seat)


def _opened_by(token_hash: str) -> Any:
    return (seats.c.token_hash == token_hash) | (seats.c.next_token_hash == token_hash)


def _seat(row: Row[Any]) -> SeatRow:
    return SeatRow(row.drill, row.seat, row.holder, row.candidate, row.code_expires_at, row.claimed_at)
