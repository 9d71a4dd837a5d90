"""Draws: one draw an exam, candidate and attempt, and the log of what became of it. Rows are added and never changed.

The log is one chain over all draws of the base: its newest hash, lodged with the authority, holds all before it.
The rules that refuse are in server.draws; here the UNIQUE constraints hold against whoever goes round them.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import rfc8785
from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    Row,
    Table,
    Text,
    UniqueConstraint,
    insert,
    select,
)

from server.catalogue.base import Instant, metadata

FIRST_LINK = sha256(b"yanlian draws 1").hexdigest()

draws = Table(
    "draws",
    metadata,
    Column("id", Text, primary_key=True),
    Column("exam", Text, nullable=False),
    Column("candidate", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("level", Text, nullable=False),
    Column("stratum", Integer, nullable=False),
    Column("commitment", Text, nullable=False, unique=True),
    UniqueConstraint("exam", "candidate", "attempt"),
)
draw_events = Table(
    "draw_events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("draw", Text, ForeignKey("draws.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("previous_hash", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False),
    UniqueConstraint("draw", "kind"),
)


@dataclass(frozen=True, slots=True)
class DrawRow:
    """id: 16 lower-case hex digits. candidate: pseudonymous number. attempt: from 1. stratum: L1 to L5.
    commitment: hex."""

    id: str
    exam: str
    candidate: str
    attempt: int
    level: str
    stratum: int
    commitment: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """What happened to a draw, once a kind. number: from 1 over all draws. kind: committed, opened, revealed,
    cancelled. body: RFC 8785 JSON of what it says. hashes: SHA-256, hex."""

    number: int
    draw: str
    kind: str
    body: str
    at: datetime
    previous_hash: str
    hash: str


def add(db: Connection, row: DrawRow) -> None:
    """Write a new draw. IntegrityError: this exam, candidate and attempt has one, or the commitment was used."""
    db.execute(insert(draws).values(asdict(row)))


def append(db: Connection, draw: str, kind: str, body: dict[str, Any], at: datetime) -> EventRow:
    """Write the next link of the log. IntegrityError: there is no such draw, or this has happened to it."""
    last = db.execute(select(draw_events).order_by(draw_events.c.number.desc()).limit(1)).one_or_none()
    number, previous = (1, FIRST_LINK) if last is None else (last.number + 1, last.hash)
    unlinked = EventRow(number, draw, kind, rfc8785.dumps(body).decode(), at, previous, "")
    values = {**asdict(unlinked), "hash": _link(unlinked, _by_id(db, draw))}
    db.execute(insert(draw_events).values(values))
    return EventRow(**values)


def find(db: Connection, exam: str, candidate: str, attempt: int) -> DrawRow | None:
    """The draw of an attempt; None: there is none."""
    wanted = (draws.c.exam == exam, draws.c.candidate == candidate, draws.c.attempt == attempt)
    row = db.execute(select(draws).where(*wanted)).one_or_none()
    return None if row is None else DrawRow(**row._mapping)


def list_(db: Connection, exam: str | None = None, level: str | None = None) -> tuple[DrawRow, ...]:
    """All draws by exam, candidate, attempt; of this exam and this level only, if given."""
    query = select(draws).order_by(draws.c.exam, draws.c.candidate, draws.c.attempt)
    if exam is not None:
        query = query.where(draws.c.exam == exam)
    if level is not None:
        query = query.where(draws.c.level == level)
    return tuple(DrawRow(**row._mapping) for row in db.execute(query))


def events(db: Connection, draw: str | None = None) -> tuple[EventRow, ...]:
    """The log from its first link; of one draw only, if given."""
    query = select(draw_events).order_by(draw_events.c.number)
    return tuple(map(_event, db.execute(query if draw is None else query.where(draw_events.c.draw == draw))))


def last_opened(db: Connection, candidate: str) -> EventRow | None:
    """The newest opening of a candidate's draws, cancelled ones included: what was drawn then was seen."""
    query = select(draw_events).join(draws).where(draws.c.candidate == candidate, draw_events.c.kind == "opened")
    row = db.execute(query.order_by(draw_events.c.number.desc()).limit(1)).one_or_none()
    return None if row is None else _event(row)


def first_break(rows: Iterable[EventRow], by_id: dict[str, DrawRow]) -> int | None:
    """The number of the first link that breaks the chain, or None. rows: all of the log. by_id: all draws."""
    previous = FIRST_LINK
    for number, row in enumerate(rows, start=1):
        draw = by_id.get(row.draw)
        if draw is None or (row.number, row.previous_hash) != (number, previous) or row.hash != _link(row, draw):
            return number
        previous = row.hash
    return None


def _link(row: EventRow, draw: DrawRow | None) -> str:
    """SHA-256, hex, over the draw, what happened to it and the hash before; its own hash field is not read."""
    said: dict[str, Any] = {
        "number": row.number,
        "draw": {"id": row.draw} if draw is None else asdict(draw),
        "kind": row.kind,
        "body": row.body,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "previous_hash": row.previous_hash,
    }
    return sha256(rfc8785.dumps(said)).hexdigest()


def _by_id(db: Connection, draw: str) -> DrawRow | None:
    row = db.execute(select(draws).where(draws.c.id == draw)).one_or_none()
    return None if row is None else DrawRow(**row._mapping)


def _event(row: Row[Any]) -> EventRow:
    return EventRow(**row._mapping)
