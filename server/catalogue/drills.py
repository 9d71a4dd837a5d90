"""Drills: one row a drill, what is known of it outside its log and record."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Integer, Row, Table, Text, insert, select

from server.catalogue.base import Instant, metadata

drills = Table(
    "drills",
    metadata,
    Column("id", Text, primary_key=True),
    Column("scenario_id", Text, nullable=False),
    Column("scenario_hash", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("phase", Text, nullable=False, index=True),
    Column("outcome", Text, nullable=False),
    Column("parent", Text, ForeignKey("drills.id")),
    Column("parent_tick", Integer),
    Column("commitment", Text, nullable=False),
    Column("policy_hash", Text, nullable=False),
    Column("candidate", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    Column("ticks", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("record_sha256", Text, nullable=False),
    Column("engine", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class DrillRow:
    """id: 16 lower-case hex digits. mode: training, exam, week. phase: lobby, briefing, running, frozen, ended,
    sealed. outcome: "" until ended. parent, parent_tick: of a branch. commitment, policy_hash, digest, record_sha256,
    engine (of the record): hex, "" while there is none. candidate: pseudonymous number or "". created_by: an
    account's id, or "" for none."""

    id: str
    scenario_id: str
    scenario_hash: str
    mode: str
    created_at: datetime
    phase: str = "lobby"
    outcome: str = ""
    parent: str | None = None
    parent_tick: int | None = None
    commitment: str = ""
    policy_hash: str = ""
    candidate: str = ""
    created_by: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    ticks: int = 0
    digest: str = ""
    record_sha256: str = ""
    engine: str = ""


def add(db: Connection, drill: DrillRow) -> None:
    """Note a new drill."""
    db.execute(insert(drills).values(asdict(drill)))


def get(db: Connection, drill_id: str) -> DrillRow:
    """The drill. Raises LookupError."""
    row = db.execute(select(drills).where(drills.c.id == drill_id)).one_or_none()
    if row is None:
        raise LookupError("no such drill")
    return _drill(row)


def list_(db: Connection, phases: Collection[str] | None = None, limit: int = 200) -> tuple[DrillRow, ...]:
    """The newest drills first, at most `limit`; of these phases only, if given."""
    query = select(drills).order_by(drills.c.created_at.desc(), drills.c.id).limit(limit)
    if phases is not None:
        query = query.where(drills.c.phase.in_(phases))
    return tuple(map(_drill, db.execute(query)))


def update(db: Connection, drill_id: str, **columns: Any) -> None:
    """Change these columns. Raises LookupError for an unknown drill."""
    if db.execute(drills.update().where(drills.c.id == drill_id).values(columns)).rowcount != 1:
        raise LookupError("no such drill")


def _drill(row: Row[Any]) -> DrillRow:
    return DrillRow(**{field.name: getattr(row, field.name) for field in fields(DrillRow)})
