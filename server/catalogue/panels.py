"""Panels: the examiners of a drill, every version of their sheets, and the chief's decision. Rows only; the rules are
in server.panel. Versions are added and never changed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Row,
    Select,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    select,
    update,
)

from server.catalogue.base import Instant, metadata

panels = Table(
    "panels",
    metadata,
    Column("drill", Text, ForeignKey("drills.id"), primary_key=True),
    Column("state", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("finalled_at", Instant),
    Column("rubric", Text, nullable=False),
    Column("prefilled", Text),
)
panel_members = Table(
    "panel_members",
    metadata,
    Column("drill", Text, ForeignKey("panels.drill"), primary_key=True),
    Column("examiner", Text, ForeignKey("accounts.id"), primary_key=True),
    Column("external", Boolean, nullable=False),
    Column("declared", Boolean, nullable=False),
)
sheet_versions = Table(
    "sheet_versions",
    metadata,
    Column("drill", Text, primary_key=True),
    Column("examiner", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor", Text, ForeignKey("accounts.id"), nullable=False),
    Column("save_id", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("saved_at", Instant, nullable=False),
    ForeignKeyConstraint(["drill", "examiner"], ["panel_members.drill", "panel_members.examiner"]),
    UniqueConstraint("drill", "examiner", "save_id"),
)
panel_decisions = Table(
    "panel_decisions",
    metadata,
    Column("drill", Text, ForeignKey("panels.drill"), primary_key=True),
    Column("chief", Text, ForeignKey("accounts.id"), nullable=False),
    Column("save_id", Text, nullable=False),
    Column("request", Text, nullable=False),
    Column("decided_at", Instant, nullable=False),
)


@dataclass(frozen=True, slots=True)
class PanelRow:
    """state: collecting, adjudicating or final. size: number of examiners. rubric, prefilled: JSON text
    (server.panel.stored); prefilled is None until the drill is sealed."""

    drill: str
    state: str
    size: int
    opened_at: datetime
    rubric: str
    finalled_at: datetime | None = None
    prefilled: str | None = None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """examiner: account id. external: from outside the base. declared: has declared no conflict of interest."""

    drill: str
    examiner: str
    external: bool
    declared: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of one sheet, counted from 1. state: draft or locked. body: canonical JSON (server.panel.stored).
    actor: account that made it. reason: of a replacement, "" = none. hashes: SHA-256, hex (server.panel.chain)."""

    drill: str
    examiner: str
    version: int
    state: str
    body: str
    reason: str
    actor: str
    save_id: str
    previous_hash: str
    hash: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What the chief decided, once a panel. request: canonical JSON (server.panel.adjudication)."""

    drill: str
    chief: str
    save_id: str
    request: str
    decided_at: datetime


def add_panel(db: Connection, panel: PanelRow, members: Sequence[MemberRow]) -> None:
    """Write a new panel and its members. IntegrityError: the drill has one, or a member has no account."""
    db.execute(insert(panels), asdict(panel))
    db.execute(insert(panel_members), [asdict(member) for member in members])


def panel_of(db: Connection, drill: str, hold: bool = False) -> PanelRow | None:
    """The panel of a drill. hold: nobody else changes it or its sheets before this transaction ends."""
    query = select(panels).where(panels.c.drill == drill)
    row = db.execute(query.with_for_update() if hold else query).one_or_none()
    return None if row is None else PanelRow(**row._mapping)


def set_panel(db: Connection, drill: str, **columns: Any) -> None:
    """Set columns of a panel."""
    db.execute(update(panels).where(panels.c.drill == drill).values(**columns))


def members_of(db: Connection, drill: str) -> tuple[MemberRow, ...]:
    """The examiners of a drill, by account id."""
    query = select(panel_members).where(panel_members.c.drill == drill).order_by(panel_members.c.examiner)
    return tuple(MemberRow(**row._mapping) for row in db.execute(query))


def add_version(db: Connection, row: VersionRow) -> None:
    """Write the next version of a sheet. IntegrityError: number or save id is taken."""
    db.execute(insert(sheet_versions), asdict(row))


def _sheet(drill: str, examiner: str) -> Select[Any]:
    return select(sheet_versions).where(sheet_versions.c.drill == drill, sheet_versions.c.examiner == examiner)


def _version(row: Row[Any] | None) -> VersionRow | None:
    return None if row is None else VersionRow(**row._mapping)


def current_version(db: Connection, drill: str, examiner: str) -> VersionRow | None:
    """The last version of a sheet; None: nothing was saved yet."""
    query = _sheet(drill, examiner).order_by(sheet_versions.c.version.desc()).limit(1)
    return _version(db.execute(query).one_or_none())


def version_numbered(db: Connection, drill: str, examiner: str, version: int) -> VersionRow | None:
    """One version of a sheet by its number."""
    return _version(db.execute(_sheet(drill, examiner).where(sheet_versions.c.version == version)).one_or_none())


def version_of_save(db: Connection, drill: str, examiner: str, save_id: str) -> VersionRow | None:
    """The version that a save made; None: it was never written."""
    return _version(db.execute(_sheet(drill, examiner).where(sheet_versions.c.save_id == save_id)).one_or_none())


def versions_of(db: Connection, drill: str, examiner: str) -> tuple[VersionRow, ...]:
    """All versions of one sheet, from the first."""
    rows = db.execute(_sheet(drill, examiner).order_by(sheet_versions.c.version))
    return tuple(VersionRow(**row._mapping) for row in rows)


def count_locked(db: Connection, drill: str) -> int:
    """How many sheets of a panel are locked."""
    query = select(func.count(sheet_versions.c.examiner.distinct()))
    return db.execute(query.where(sheet_versions.c.drill == drill, sheet_versions.c.state == "locked")).scalar_one()


def add_decision(db: Connection, row: DecisionRow) -> None:
    """Write the chief's decision. IntegrityError: there is one."""
    db.execute(insert(panel_decisions), asdict(row))


def decision_of(db: Connection, drill: str) -> DecisionRow | None:
    """The chief's decision; None: none was needed, or it is still to come."""
    row = db.execute(select(panel_decisions).where(panel_decisions.c.drill == drill)).one_or_none()
    return None if row is None else DecisionRow(**row._mapping)
