"""Results: signed results by version, and the outbox of their deliveries.

A row of the outbox is pending, then sending under a lease, then delivered, uncertain (perhaps it was taken: the same
key is sent again) or dead (refused: a person looks). Nothing is ever given up by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    Table,
    Text,
    UniqueConstraint,
    and_,
    func,
    insert,
    or_,
    select,
    update,
)

from server.catalogue.base import Instant, metadata

OPEN = ("pending", "uncertain")
# No pause and no lease is as long as this. One that ends later was written by a clock that was wrong.
LONGEST = timedelta(days=3)

results = Table(
    "results",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("drill", Text, ForeignKey("drills.id"), nullable=False),
    Column("document", Text, nullable=False),
    Column("jws", Text, nullable=False),
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("previous", Text),
    Column("issued_at", Instant, nullable=False),
    UniqueConstraint("drill", "version"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("key", Text, primary_key=True),
    Column("destination", Text, nullable=False),
    Column("fingerprint", Text, ForeignKey("results.fingerprint"), nullable=False),
    Column("payload", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("lease_owner", Text, nullable=False),
    Column("lease_until", Instant),
    Column("last_status", Integer, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("receipt", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    Index("ix_outbox_destination_state_next_at", "destination", "state", "next_at"),
)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One version of a result. document: its canonical JSON. previous: fingerprint of the version before, if any."""

    id: str
    version: int
    drill: str
    document: str
    jws: str
    fingerprint: str
    previous: str | None
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class Lease:
    """One try of one delivery, this worker's until the lease ends. attempts: this one included."""

    key: str
    fingerprint: str
    payload: str
    attempts: int
    owner: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a try. state: from now on. status: HTTP, 0 = no answer. error: a word. receipt: "" = none."""

    state: str
    status: int = 0
    error: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """How a delivery stands. last_status: HTTP, 0 = no answer. last_error: a word. attempts: tries begun."""

    key: str
    destination: str
    fingerprint: str
    state: str
    attempts: int
    next_at: datetime
    last_status: int
    last_error: str
    receipt: str
    created_at: datetime
    delivered_at: datetime | None


_SHOWN = [outbox.c[name] for name in OutboxRow.__slots__]


def add(db: Connection, row: ResultRow, payloads: Mapping[str, str]) -> None:
    """Add a version of a result and its deliveries. payloads: destination -> body to send.

    IntegrityError where that version is there already.
    """
    db.execute(insert(results).values({name: getattr(row, name) for name in ResultRow.__slots__}))
    for destination, payload in payloads.items():
        fields = {"destination": destination, "fingerprint": row.fingerprint, "payload": payload}
        add_delivery(db, f"{row.id}:{row.version}:{destination}", fields, row.issued_at)


def add_delivery(db: Connection, key: str, fields: Mapping[str, str], at: datetime) -> None:
    """Add a pending row. fields: destination, fingerprint, payload."""
    blank = {"state": "pending", "attempts": 0, "last_status": 0, "last_error": "", "receipt": "", "lease_owner": ""}
    db.execute(insert(outbox).values(key=key, next_at=at, created_at=at, **fields, **blank))


def latest(db: Connection, drill: str) -> ResultRow | None:
    """Give the result of a drill that is current, if it has one."""
    query = select(results).where(results.c.drill == drill).order_by(results.c.version.desc()).limit(1)
    row = db.execute(query).mappings().first()
    return None if row is None else ResultRow(**row)


def by_fingerprint(db: Connection, fingerprint: str) -> ResultRow | None:
    """Give the version of a result that has this fingerprint."""
    row = db.execute(select(results).where(results.c.fingerprint == fingerprint)).mappings().first()
    return None if row is None else ResultRow(**row)


def lease(db: Connection, destination: str, owner: str, now: datetime, until: datetime, most: int) -> tuple[Lease, ...]:
    """Take deliveries that are due, those longest due first; leases that ran out are taken over.

    owner: a word never used before. most: how many at most.
    """
    late = now + LONGEST
    c = outbox.c
    due = or_(
        and_(c.state.in_(OPEN), or_(c.next_at <= now, c.next_at > late)),
        and_(c.state == "sending", or_(c.lease_until <= now, c.lease_until > late)),
    )
    query = select(outbox).where(c.destination == destination, due).order_by(c.next_at, c.key).limit(most)
    taken = []
    for row in db.execute(query).mappings().all():
        # Where transactions do not wait for each other, somebody else may have it by now.
        unchanged = and_(c.key == row["key"], c.state == row["state"], c.lease_owner == row["lease_owner"])
        mine = {"state": "sending", "attempts": row["attempts"] + 1, "lease_owner": owner, "lease_until": until}
        if db.execute(update(outbox).where(unchanged).values(mine)).rowcount:
            taken.append(Lease(row["key"], row["fingerprint"], row["payload"], row["attempts"] + 1, owner))
    return tuple(taken)


def finish(db: Connection, held: Lease, outcome: Outcome, at: datetime, next_at: datetime) -> bool:
    """Write down what came of a try. False: the lease ran out and another has the row; the same key is sent again."""
    mine = and_(outbox.c.key == held.key, outbox.c.state == "sending", outbox.c.lease_owner == held.owner)
    values = {
        "state": outcome.state,
        "next_at": next_at,
        "lease_owner": "",
        "lease_until": None,
        "last_status": outcome.status,
        "last_error": outcome.error,
        "receipt": outcome.receipt,
        "delivered_at": at if outcome.state == "delivered" else None,
    }
    return db.execute(update(outbox).where(mine).values(values)).rowcount == 1


def retry(db: Connection, key: str, now: datetime) -> bool:
    """Make a delivery due now, a dead one as well. False: there is none, it is delivered, or it is being sent."""
    waiting = and_(outbox.c.key == key, outbox.c.state.in_((*OPEN, "dead")))
    return db.execute(update(outbox).where(waiting).values(state="pending", next_at=now)).rowcount == 1


def settle(db: Connection, key: str, receipt: str, now: datetime) -> bool:
    """Note that the receiver holds it, whatever was known here. False: that was known, or there is no such key."""
    other = and_(outbox.c.key == key, outbox.c.state != "delivered")
    values = {"state": "delivered", "lease_owner": "", "lease_until": None, "receipt": receipt, "delivered_at": now}
    return db.execute(update(outbox).where(other).values(values)).rowcount == 1


def resend(db: Connection, key: str, now: datetime) -> bool:
    """Send again what the receiver took and no longer has. False: it is not delivered."""
    gone = and_(outbox.c.key == key, outbox.c.state == "delivered")
    values = {"state": "uncertain", "next_at": now, "last_error": "gone_at_receiver", "delivered_at": None}
    return db.execute(update(outbox).where(gone).values(values)).rowcount == 1


def get_delivery(db: Connection, key: str) -> OutboxRow | None:
    """Give one row of the outbox."""
    row = db.execute(select(*_SHOWN).where(outbox.c.key == key)).mappings().first()
    return None if row is None else _outbox_row(row)


def deliveries(
    db: Connection, *, destination: str | None = None, states: Sequence[str] = (), most: int | None = None
) -> tuple[OutboxRow, ...]:
    """List rows of the outbox, the newest first. states: only these, () = all."""
    query = select(*_SHOWN).order_by(outbox.c.created_at.desc(), outbox.c.key).limit(most)
    if destination is not None:
        query = query.where(outbox.c.destination == destination)
    if states:
        query = query.where(outbox.c.state.in_(states))
    return tuple(_outbox_row(row) for row in db.execute(query).mappings())


def counts(db: Connection) -> dict[str, int]:
    """Count the outbox by state; a state nothing is in is not there."""
    query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    return {str(state): int(number) for state, number in db.execute(query)}


def _outbox_row(row: RowMapping) -> OutboxRow:
    return OutboxRow(**row)
