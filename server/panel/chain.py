"""Chain: each version of a sheet carries the hash of all before it, so that a change of the past shows."""

from collections.abc import Iterable
from datetime import UTC
from hashlib import sha256

import rfc8785

from server.catalogue.panels import VersionRow


def first_link(drill: str, examiner: str) -> str:
    """What the first version of a sheet follows: SHA-256, hex, of whose sheet it is."""
    return sha256(rfc8785.dumps({"drill": drill, "examiner": examiner})).hexdigest()


def link(row: VersionRow) -> str:
    """SHA-256, hex, over everything a version says and the hash before it; its own hash field is not read."""
    said: dict[str, str | int] = {
        "drill": row.drill,
        "examiner": row.examiner,
        "version": row.version,
        "state": row.state,
        "body": row.body,
        "reason": row.reason,
        "actor": row.actor,
        "save_id": row.save_id,
        "saved_at": row.saved_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "previous_hash": row.previous_hash,
    }
    return sha256(rfc8785.dumps(said)).hexdigest()


def fault(drill: str, examiner: str, rows: Iterable[VersionRow]) -> int | None:
    """The number of the first version that breaks the chain, or None. rows: all versions of one sheet, from the first.

    A missing last version does not show here, but in the signed result, whose totals it would not come to.
    """
    previous = first_link(drill, examiner)
    for number, row in enumerate(rows, start=1):
        whose = (row.drill, row.examiner, row.version) == (drill, examiner, number)
        if not whose or row.previous_hash != previous or row.hash != link(row):
            return number
        previous = row.hash
    return None
