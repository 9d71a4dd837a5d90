"""Reconcile: what a receiver holds, against what was sent to it. Differences that have one meaning are put right."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from sqlalchemy import Connection, Engine
from structlog.typing import FilteringBoundLogger

from server.catalogue import results
from server.catalogue.engine import reading
from server.result.answers import read_object
from server.result.posting import Destination, ask_ids
from server.surroundings import Surroundings

MOST_PAGES = 10_000


class ReconcileError(Exception):
    """The receiver did not say what it holds. The message is one word, and nothing of its answer."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a receiver says of one key it holds."""

    fingerprint: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Keys. agreed: how many both sides have. settled: held there, not known here. resent: delivered and gone there.
    foreign: held there, never sent from here. contrary: held with another fingerprint; a person must look."""

    agreed: int
    settled: tuple[str, ...]
    resent: tuple[str, ...]
    foreign: tuple[str, ...]
    contrary: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Nothing was lost, and nothing is there that should not be."""
        return not (self.resent or self.foreign or self.contrary)

    def tell(self, log: FilteringBoundLogger, destination: str) -> None:
        """Log it; as an alert where a person must look."""
        log.info("reconciled with the receiver", destination=destination, count=self.agreed)
        if self.settled:
            log.info("receiver holds what was uncertain", destination=destination, count=len(self.settled))
        if self.resent:
            log.critical("receiver lost what it took, sent again", destination=destination, count=len(self.resent))
        if self.foreign:
            log.critical(
                "receiver holds unknown keys, a person must look", destination=destination, count=len(self.foreign)
            )
        if self.contrary:
            log.critical(
                "receiver holds other content, a person must look", destination=destination, count=len(self.contrary)
            )


async def reconcile(
    catalogue: Engine, client: httpx.AsyncClient, to: Destination, surroundings: Surroundings, timeout_s: float
) -> Comparison:
    """Compare and put right. Raises ReconcileError."""
    # Read before the receiver is asked: what is delivered by now must be in its answer.
    with reading(catalogue) as db:
        known = {row.key: row for row in results.deliveries(db, destination=to.name)}
    held = await _ask_all(client, to, surroundings, timeout_s)
    with catalogue.begin() as db:
        return _compare(db, to.name, known, held, surroundings)


async def _ask_all(
    client: httpx.AsyncClient, to: Destination, surroundings: Surroundings, timeout_s: float
) -> dict[str, Held]:
    held: dict[str, Held] = {}
    after = ""
    for _ in range(MOST_PAGES):
        nonce = surroundings.entropy(16).hex()
        answer = await ask_ids(client, to, after, nonce, surroundings.now(), timeout_s)
        if answer.status != 200:
            raise ReconcileError(answer.error or f"status_{answer.status}")
        page = _page(answer.body, after)
        if not page:
            return held
        held |= page
        after = max(page)
    raise ReconcileError("too_many_pages")


def _page(body: bytes, after: str) -> dict[str, Held]:
    """Read one page: {"ids": [{"key", "fingerprint", "receipt"}]}, keys in order; an empty one is the end."""
    entries = read_object(body).get("ids")
    if not isinstance(entries, list):
        raise ReconcileError("malformed")
    page: dict[str, Held] = {}
    for entry in entries:
        if not isinstance(entry, dict):
            raise ReconcileError("malformed")
        key, fingerprint, receipt = (entry.get(name) for name in ("key", "fingerprint", "receipt"))
        if not (isinstance(key, str) and isinstance(fingerprint, str) and isinstance(receipt, str) and key > after):
            raise ReconcileError("malformed")
        page[key] = Held(fingerprint, receipt)
    return page


def _compare(
    db: Connection,
    destination: str,
    known: Mapping[str, results.OutboxRow],
    held: Mapping[str, Held],
    surroundings: Surroundings,
) -> Comparison:
    now = surroundings.now()
    agreed, settled, resent, foreign, contrary = 0, [], [], [], []
    for key, row in known.items():
        there = held.get(key)
        if there is None:
            if row.state == "delivered" and results.resend(db, key, now):
                resent.append(key)
        elif there.fingerprint != row.fingerprint:
            contrary.append(key)
        elif row.state == "delivered":
            agreed += 1
        elif results.settle(db, key, there.receipt, now):
            settled.append(key)
        else:
            agreed += 1
    for key in held.keys() - known.keys():
        late = results.get_delivery(db, key)  # it may have been issued since `known` was read
        if late is None or late.destination != destination:
            foreign.append(key)
    return Comparison(agreed, *(tuple(sorted(keys)) for keys in (settled, resent, foreign, contrary)))
