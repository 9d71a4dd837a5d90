"""Examiner: watches a drill and fills a sheet through the routes, as a person with a tablet would."""

from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import uuid4

from clients.sdk import Rest
from scoring.panel import rating_of

SHARES = (Decimal("0.70"), Decimal("0.80"), Decimal("0.90"), Decimal("1.00"))
HALF = Decimal("0.5")


async def mark_and_lock(rest: Rest, drill: str, temper: str) -> None:
    """Judge what is left to people, item by item, give the rating that goes with it, and lock.

    temper: how this examiner judges: the same word, the same marks.
    """
    path = f"/api/drills/{drill}/sheet"
    sheet = await rest.call("GET", path)
    version = sheet["version"]
    for item, points in _judged(sheet, temper):
        body = {"save_id": str(uuid4()), "base_version": version, "marks": {item: _mark(points)}}
        version = (await rest.call("POST", f"{path}/saves", body))["version"]
    total = Decimal((await rest.call("GET", path))["total"])
    body = {"save_id": str(uuid4()), "base_version": version, "global_rating": rating_of(total)}
    version = (await rest.call("POST", f"{path}/saves", body))["version"]
    await rest.call("POST", f"{path}/lock", {"save_id": str(uuid4()), "base_version": version})


def _judged(sheet: dict[str, Any], temper: str) -> Iterator[tuple[str, Decimal]]:
    for line in sheet["lines"]:
        if line["human"]:
            share = SHARES[sha256(f"{temper}/{line['item']}".encode()).digest()[0] % len(SHARES)]
            points = Decimal(line["max_points"]) * share
            yield line["item"], (points / HALF).to_integral_value() * HALF


def _mark(points: Decimal) -> dict[str, str]:
    return {"points": f"{points:.2f}", "time_points": "0.00"}
