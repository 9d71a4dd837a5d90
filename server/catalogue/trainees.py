"""Trainees: people of the class list. A trainee has no account and never logs in; the number is what others refer to.
No identity number is kept: nothing here needs one."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal
from unicodedata import normalize

from sqlalchemy import Column, Connection, Row, Table, Text, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.catalogue.base import Instant, metadata

trainees = Table(
    "trainees",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Text, nullable=False),
    Column("number_key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
)
Change = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a class list says of one person. company, level: None where the list has no such column."""

    number: str
    name: str
    company: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person who is trained. number: of the base, such as a student number. level: of the certificate."""

    id: str
    number: str
    name: str
    company: str
    level: str
    changed_at: datetime


class NumberTakenError(Exception):
    """Another trainee has this number."""


def number_key(number: str) -> str:
    """What makes a number the same number, however it is typed."""
    return normalize("NFKC", number).casefold().strip()


def list_(db: Connection) -> tuple[Trainee, ...]:
    """All trainees, by number."""
    return tuple(map(_trainee, db.execute(select(trainees).order_by(trainees.c.number_key))))


def get(db: Connection, trainee_id: str) -> Trainee:
    """The trainee. Raises LookupError."""
    return _only(db, trainees.c.id == trainee_id)


def of_number(db: Connection, number: str) -> Trainee:
    """The trainee of a number, as typed. Raises LookupError."""
    return _only(db, trainees.c.number_key == number_key(number))


def add(db: Connection, trainee_id: str, entry: Entry, now: datetime) -> Trainee:
    """Note a new trainee. Raises NumberTakenError."""
    row = {"id": trainee_id, **_columns(entry, now)}
    try:
        with db.begin_nested():
            db.execute(insert(trainees).values({"company": "", "level": "", **row}))
    except IntegrityError as error:
        raise NumberTakenError from error
    return get(db, trainee_id)


def change(db: Connection, trainee_id: str, entry: Entry, now: datetime) -> Trainee:
    """Change what the entry says. Raises LookupError, NumberTakenError."""
    get(db, trainee_id)
    try:
        with db.begin_nested():
            db.execute(update(trainees).where(trainees.c.id == trainee_id).values(_columns(entry, now)))
    except IntegrityError as error:
        raise NumberTakenError from error
    return get(db, trainee_id)


def remove(db: Connection, trainee_id: str) -> None:
    """Forget a trainee. Raises LookupError."""
    if db.execute(delete(trainees).where(trainees.c.id == trainee_id)).rowcount != 1:
        raise LookupError("no such trainee")


def compare(db: Connection, entries: Iterable[Entry]) -> list[Change]:
    """What taking each entry over would do to the list."""
    known = {number_key(one.number): one for one in list_(db)}
    return [_difference(known.get(number_key(entry.number)), entry) for entry in entries]


def take_over(db: Connection, entries: Iterable[tuple[str, Entry]], now: datetime) -> None:
    """Note all entries, each with the id that it gets if it is new; who is known by number is brought up to date, and
    who is not on this list stays."""
    known = {number_key(one.number): one for one in list_(db)}
    for new_id, entry in entries:
        before = known.get(number_key(entry.number))
        if before is None:
            add(db, new_id, entry, now)
        elif _difference(before, entry) == "changed":
            change(db, before.id, entry, now)


def _difference(before: Trainee | None, entry: Entry) -> Change:
    if before is None:
        return "new"
    said = {key: value for key, value in asdict(entry).items() if value is not None}
    return "same" if all(getattr(before, key) == value for key, value in said.items()) else "changed"


def _columns(entry: Entry, now: datetime) -> dict[str, Any]:
    said = {key: value for key, value in asdict(entry).items() if value is not None}
    return {**said, "number_key": number_key(entry.number), "changed_at": now}


def _only(db: Connection, condition: Any) -> Trainee:
    row = db.execute(select(trainees).where(condition)).one_or_none()
    if row is None:
        raise LookupError("no such trainee")
    return _trainee(row)


def _trainee(row: Row[Any]) -> Trainee:
    return Trainee(row.id, row.number, row.name, row.company, row.level, row.changed_at)
