"""Signatures: who of the base has confirmed the values of a scenario. Rows are added and never changed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Table, Text, insert, select

from server.catalogue.base import Instant, metadata

signatures = Table(
    "signatures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("scenario_id", Text, nullable=False, index=True),
    Column("values_hash", Text, nullable=False),
    Column("signed_by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("signed_at", Instant, nullable=False),
)


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """values_hash: of what was confirmed (`scenarios.values`). signed_by: the expert's name as he writes it.
    account: that signed; "" = at the command line."""

    id: str
    scenario_id: str
    values_hash: str
    signed_by: str
    note: str
    account: str
    signed_at: datetime


def add(db: Connection, row: SignatureRow) -> None:
    """Write a signature down."""
    db.execute(insert(signatures), asdict(row))


def list_(db: Connection) -> tuple[SignatureRow, ...]:
    """All signatures, newest first."""
    rows = db.execute(select(signatures).order_by(signatures.c.signed_at.desc(), signatures.c.id))
    return tuple(SignatureRow(**row._mapping) for row in rows)


def unsigned(db: Connection, hashes: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Those of (scenario, hash of its values) that nobody has signed as they are now, by id."""
    held = {(row.scenario_id, row.values_hash) for row in list_(db)}
    return tuple(scenario for scenario, values in hashes if (scenario, values) not in held)
