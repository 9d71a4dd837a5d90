"""Issuing: a sitting's facts become a signed result and its deliveries, in the transaction of whoever asks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from server.catalogue import results
from server.catalogue.results import ResultRow
from server.result.document import SittingFacts, document
from server.result.signing import Signed, sign

EVENT = "practical_result.issued"


class NotCurrentError(Exception):
    """The version that was to be replaced is not the current one."""


def issue(
    db: Connection,
    facts: SittingFacts,
    signer: Ed25519PrivateKey,
    destinations: Sequence[str],
    at: datetime,
    replaces: str | None = None,
) -> ResultRow:
    """Issue the result of a sitting: once, however often it is asked for; a repeat gives the current version.

    destinations: names of the receivers. replaces: fingerprint of the current version, for a changed result; None
    for the first. NotCurrentError: another version has taken its place. ValueError: the facts do not make a result.
    """
    current = results.latest(db, facts.sitting)
    if current is not None and replaces in (None, current.previous):
        return current
    if (current.fingerprint if current else None) != replaces:
        raise NotCurrentError
    version = current.version + 1 if current else 1
    signed = sign(document(facts, version, replaces, at), signer)
    row = ResultRow(
        id=signed.document.result,
        version=version,
        drill=facts.sitting,
        document=signed.content.decode(),
        jws=signed.jws,
        fingerprint=signed.fingerprint,
        previous=replaces,
        issued_at=at,
    )
    body = payload(signed)
    results.add(db, row, dict.fromkeys(destinations, body))
    return row


def payload(signed: Signed) -> str:
    """Give the body of a delivery: type, time and data as Standard Webhooks has them; the same bytes on every try."""
    event: dict[str, Any] = {
        "type": EVENT,
        "timestamp": signed.document.issued_at,
        "data": {
            "result": signed.document.model_dump(mode="json"),
            "jws": signed.jws,
            "fingerprint": signed.fingerprint,
        },
    }
    return rfc8785.dumps(event).decode()
