"""Headsets: the inventory, and who wore which when. A wear is forgotten after KEPT, and with its trainee."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Row,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from server.catalogue.base import Instant, metadata
from server.catalogue.trainees import trainees

KEPT = timedelta(days=30)  # minutes in a headset are close to health data: no longer than they are of use

headsets = Table(
    "headsets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("label", Text, nullable=False, unique=True),
    Column("model", Text, nullable=False),
    Column("fit", Text, nullable=False),
    Column("battery_percent", Integer),
    Column("cleaned_at", Instant),
    Column("withdrawn", Boolean, nullable=False),
)
# Somebody wore a headset. despite: it was handed out although a limit was told.
wears = Table(
    "wears",
    metadata,
    Column("id", Text, primary_key=True),
    Column("headset", Text, ForeignKey("headsets.id"), nullable=False, index=True),
    Column("trainee", Text, ForeignKey("trainees.id"), nullable=False, index=True),
    Column("donned_at", Instant, nullable=False),
    Column("doffed_at", Instant),
    Column("given_by", Text, nullable=False),
    Column("despite", Boolean, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Headset:
    """One headset. label: what is written on it. fit: notes such as the width of the lenses. cleaned_at: None = never.
    battery_percent: as last read, None = unknown. withdrawn: not to be handed out."""

    id: str
    label: str
    model: str
    fit: str
    battery_percent: int | None
    cleaned_at: datetime | None
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Wear:
    """Somebody wore a headset; doffed_at None: still does."""

    headset: str
    trainee: str
    donned_at: datetime
    doffed_at: datetime | None


class LabelTakenError(Exception):
    """Another headset has this label."""


def list_(db: Connection) -> tuple[Headset, ...]:
    """All headsets, by label."""
    return tuple(map(_headset, db.execute(select(headsets).order_by(headsets.c.label))))


def get(db: Connection, headset_id: str) -> Headset:
    """The headset. Raises LookupError."""
    row = db.execute(select(headsets).where(headsets.c.id == headset_id)).one_or_none()
    if row is None:
        raise LookupError("no such headset")
    return _headset(row)


def add(db: Connection, headset_id: str, label: str, model: str, fit: str) -> Headset:
    """Note a new headset. Raises LabelTakenError."""
    row = {"id": headset_id, "label": label, "model": model, "fit": fit, "withdrawn": False}
    try:
        with db.begin_nested():
            db.execute(insert(headsets).values(row))
    except IntegrityError as error:
        raise LabelTakenError from error
    return get(db, headset_id)


def change(db: Connection, headset_id: str, **columns: Any) -> Headset:
    """Change these columns. Raises LookupError, LabelTakenError."""
    get(db, headset_id)
    try:
        with db.begin_nested():
            if columns:
                db.execute(update(headsets).where(headsets.c.id == headset_id).values(columns))
    except IntegrityError as error:
        raise LabelTakenError from error
    return get(db, headset_id)


def wears_since(db: Connection, since: datetime) -> tuple[Wear, ...]:
    """What was worn after a moment, or is still, oldest first."""
    late = wears.c.doffed_at.is_(None) | (wears.c.doffed_at > since)
    return tuple(map(_wear, db.execute(select(wears).where(late).order_by(wears.c.donned_at, wears.c.id))))


def last_doffed(db: Connection) -> dict[str, datetime]:
    """When each headset was last taken back."""
    done = select(wears).where(wears.c.doffed_at.is_not(None)).order_by(wears.c.doffed_at)
    return {row.headset: row.doffed_at for row in db.execute(done)}


def don(
    db: Connection, wear_id: str, headset: str, trainee: str, now: datetime, *, given_by: str, despite: bool
) -> None:
    """Somebody puts a headset on; wears older than KEPT are forgotten."""
    db.execute(delete(wears).where(wears.c.doffed_at < now - KEPT))
    row = {"id": wear_id, "headset": headset, "trainee": trainee, "donned_at": now, "doffed_at": None}
    db.execute(insert(wears).values({**row, "given_by": given_by, "despite": despite}))


def doff(db: Connection, headset: str, now: datetime) -> bool:
    """The headset is back; False if nobody wore it."""
    worn = (wears.c.headset == headset) & wears.c.doffed_at.is_(None)
    return db.execute(update(wears).where(worn).values(doffed_at=now)).rowcount > 0


def forget_wearer(db: Connection, trainee: str) -> None:
    """Forget what a trainee wore."""
    db.execute(delete(wears).where(wears.c.trainee == trainee))


def names_of_wearers(db: Connection) -> dict[str, tuple[str, str]]:
    """Number and name of each trainee who has worn a headset of late, by id."""
    query = select(trainees.c.id, trainees.c.number, trainees.c.name).where(
        trainees.c.id.in_(select(wears.c.trainee).distinct())
    )
    return {row.id: (row.number, row.name) for row in db.execute(query)}


def _headset(row: Row[Any]) -> Headset:
    return Headset(row.id, row.label, row.model, row.fit, row.battery_percent, row.cleaned_at, row.withdrawn)


def _wear(row: Row[Any]) -> Wear:
    return Wear(row.headset, row.trainee, row.donned_at, row.doffed_at)
