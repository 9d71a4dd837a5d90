"""Making: the generated files of the contract. Keys, secret and time of the examples are fixed and worthless."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic.json_schema import models_json_schema

from server.receiver.application import Trust, make_receiver
from server.receiver.bodies import Event, HeldKey, Ids, Problem, Receipt, ResultFile, Standing, Standings
from server.receiver.ledger import Ledger
from server.result.document import DrillFacts, SittingFacts, document
from server.result.issuing import payload
from server.result.signing import Signed, key_id, sign
from server.result.webhook import headers, new_secret, read_secret
from server.surroundings import Surroundings

EXAMPLE_SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
EXAMPLE_SECRET = new_secret(lambda length: bytes(range(length)))
EXAMPLE_TIME = datetime(2026, 5, 20, 1, 30, tzinfo=UTC)
EXAMPLE_DESTINATION = "certificates"


def openapi() -> str:
    """Give the OpenAPI of the receiver, the body of a delivery included."""
    surroundings = Surroundings(lambda: EXAMPLE_TIME, lambda: 0.0, bytes)
    ledger = Ledger(Path(":memory:"))
    try:
        found = make_receiver(ledger, Trust((), ()), surroundings).openapi()
    finally:
        ledger.close()
    # FastAPI knows the models of its own parameters; a delivery is read as bytes, for its signature.
    _, schema = models_json_schema([(Event, "validation")], ref_template="#/components/schemas/{model}")
    found["components"]["schemas"] |= schema["$defs"]
    return _text(found)


def result_schema() -> str:
    """Give the JSON Schema of a result.json."""
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema", **ResultFile.model_json_schema()})


def examples() -> str:
    """Give a delivery with everything one needs to check it, and the answers to it."""
    signed = example()
    body = payload(signed)
    key = f"{signed.document.result}:{signed.document.version}:{EXAMPLE_DESTINATION}"
    receipt = "C-00000001"
    at = EXAMPLE_TIME.isoformat(timespec="seconds")
    answer = Receipt(receipt=receipt, key=key, fingerprint=signed.fingerprint, received_at=at, repeated=False)
    standing = Standing(
        receipt=receipt,
        fingerprint=signed.fingerprint,
        result=signed.document.result,
        version=1,
        passed=True,
        current=True,
        received_at=at,
    )
    held = HeldKey(key=key, fingerprint=signed.fingerprint, receipt=receipt)
    public = EXAMPLE_SIGNER.public_key().public_bytes_raw()
    return _text(
        {
            "signer": {"public_key": public.hex(), "kid": key_id(public)},
            "webhook_secret": EXAMPLE_SECRET,
            "delivery": {
                "headers": headers((read_secret(EXAMPLE_SECRET),), key, body.encode(), EXAMPLE_TIME),
                "body": body,
            },
            "answers": {
                "200": answer.model_dump(mode="json"),
                "200 again": answer.model_copy(update={"repeated": True}).model_dump(mode="json"),
                "409": _problem("in_progress").model_dump(mode="json"),
            },
            "ids": Ids(ids=[held]).model_dump(mode="json"),
            "certificates": Standings(certificates=[standing]).model_dump(mode="json"),
        }
    )


def example() -> Signed:
    """Give the result of the examples."""
    drill = DrillFacts(
        scenario="tank_overfill",
        code="S01",
        drill="00112233445566ff",
        score=Decimal("85.17"),
        mean=Decimal("85.17"),
        sheets=(Decimal("84.00"), Decimal("86.50"), Decimal("85.00")),
        vetoes=(),
        record_digest="0f" * 16,
        record_sha256="1e" * 32,
    )
    facts = SittingFacts(
        sitting=drill.drill,
        candidate="K-0007",
        drills=(drill,),
        passed=True,
        policy_hash="2d" * 32,
        commitment="3c" * 32,
        engine="4b" * 32,
    )
    return sign(document(facts, 1, None, EXAMPLE_TIME), EXAMPLE_SIGNER)


def _problem(code: str) -> Problem:
    zh, en = "同一投递正在处理", "The same delivery is being worked on"
    return Problem(type=f"urn:yanlian:problem:{code}", title="Conflict", status=409, code=code, detail=zh, zh=zh, en=en)


def _text(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


FILES: dict[str, Callable[[], str]] = {
    "openapi.gen.json": openapi,
    "result.gen.json": result_schema,
    "examples.gen.json": examples,
}
