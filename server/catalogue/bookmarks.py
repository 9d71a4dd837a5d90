"""Bookmarks: moments of a drill that somebody of staff has marked for himself, with or without a note. Rows only; who
may see whose is in server.watching.bookmarks. A row that was taken back stays, so that a late repeat does not revive it."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Integer, Table, Text, func, insert, select, update

from server.catalogue.base import Instant, metadata

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("drill", Text, ForeignKey("drills.id"), nullable=False, index=True),
    Column("account", Text, ForeignKey("accounts.id"), nullable=False),
    Column("tick", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("removed_at", Instant),
)


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """id: UUID, made by the client. account: whose. tick: of the drill. note: "" = none. removed_at: None = it stands."""

    id: str
    drill: str
    account: str
    tick: int
    note: str
    made_at: datetime
    removed_at: datetime | None = None


def add(db: Connection, row: BookmarkRow) -> None:
    """Note a bookmark. IntegrityError: the id is taken."""
    db.execute(insert(bookmarks), asdict(row))


def find(db: Connection, bookmark: str) -> BookmarkRow | None:
    """The bookmark with this id, one that was taken back included; None: there never was one."""
    row = db.execute(select(bookmarks).where(bookmarks.c.id == bookmark)).one_or_none()
    return None if row is None else BookmarkRow(**{field.name: getattr(row, field.name) for field in fields(BookmarkRow)})


def remove(db: Connection, bookmark: str, at: datetime) -> None:
    """Take a bookmark back; the first time counts."""
    standing = bookmarks.c.id == bookmark, bookmarks.c.removed_at.is_(None)
    db.execute(update(bookmarks).where(*standing).values(removed_at=at))


def list_(db: Connection, drill: str, account: str | None = None) -> tuple[BookmarkRow, ...]:
    """The bookmarks of a drill that stand, in order of time in the drill; of one account, if given."""
    query = select(bookmarks).where(bookmarks.c.drill == drill, bookmarks.c.removed_at.is_(None))
    if account is not None:
        query = query.where(bookmarks.c.account == account)
    rows = db.execute(query.order_by(bookmarks.c.tick, bookmarks.c.id))
    return tuple(BookmarkRow(**row._mapping) for row in rows)


def count(db: Connection, drill: str, account: str) -> int:
    """How many an account has ever made in a drill."""
    query = select(func.count()).select_from(bookmarks)
    return db.execute(query.where(bookmarks.c.drill == drill, bookmarks.c.account == account)).scalar_one()
