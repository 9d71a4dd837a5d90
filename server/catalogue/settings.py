"""Settings: what the base itself writes down over the web; one row a key, its value canonical JSON."""

import json
from datetime import datetime
from typing import Any

import rfc8785
from sqlalchemy import Column, Connection, Table, Text, delete, insert, select

from server.catalogue.base import Instant, metadata

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
)


def get(db: Connection, key: str) -> Any:
    """What is written under a key; None if nothing is."""
    found = db.execute(select(settings.c.value).where(settings.c.key == key)).scalar_one_or_none()
    return None if found is None else json.loads(found)


def put(db: Connection, key: str, value: Any, account_id: str, now: datetime) -> None:
    """Write a value of JSON under a key, in place of what was there."""
    db.execute(delete(settings).where(settings.c.key == key))
    row = {"key": key, "value": rfc8785.dumps(value).decode(), "changed_by": account_id, "changed_at": now}
    db.execute(insert(settings).values(row))
