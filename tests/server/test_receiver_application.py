import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from server.receiver.application import Trust, make_receiver
from server.receiver.ledger import Ledger
from server.result.document import document
from server.result.issuing import payload
from server.result.signing import Signed, sign
from server.result.webhook import headers
from server.surroundings import Surroundings
from tests.server.result_pieces import NOW, PUBLIC, SIGNER, facts

SECRET, OLD = bytes(range(32)), bytes(range(32, 64))


class Desk:
    """A receiver, and a sender that may lie."""

    def __init__(self, file: Path) -> None:
        self.at: datetime = NOW
        self.ledger = Ledger(file)
        trust = Trust((PUBLIC,), (SECRET, OLD))
        surroundings = Surroundings(lambda: self.at, lambda: 0.0, bytes)
        self.client = TestClient(make_receiver(self.ledger, trust, surroundings), raise_server_exceptions=False)

    def send(self, body: str | bytes, key: str, secret: bytes = SECRET, at: datetime = NOW):
        data = body if isinstance(body, bytes) else body.encode()
        return self.client.post("/certificates", content=data, headers=headers((secret,), key, data, at))

    def ids(self, after: str = ""):
        signed = headers((SECRET,), "ids-1", f"/ids?after={after}".encode(), NOW)
        return self.client.get("/ids", params={"after": after}, headers=signed)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "certificates.db")
    yield made
    made.ledger.close()


def signed(number: int = 1, version: int = 1, at: datetime = NOW, key: Ed25519PrivateKey = SIGNER) -> Signed:
    return sign(document(facts(number), version, None, at), key)


RESULT = signed()
BODY, KEY = payload(RESULT), f"{RESULT.document.result}:1:office"


def test_receipt_and_the_same_again(desk: Desk) -> None:
    first = desk.send(BODY, KEY)
    assert first.status_code == 200
    assert first.json() == {
        "receipt": "C-00000001",
        "key": KEY,
        "fingerprint": RESULT.fingerprint,
        "received_at": "2026-05-20T01:30:00+00:00",
        "repeated": False,
    }
    desk.at = NOW + timedelta(minutes=3)
    assert desk.send(BODY, KEY).json() == {**first.json(), "repeated": True}


def test_same_result_under_another_key_is_the_same_certificate(desk: Desk) -> None:
    first = desk.send(BODY, KEY).json()
    other = desk.send(BODY, "another-key").json()
    assert (other["receipt"], other["key"], other["repeated"]) == (first["receipt"], "another-key", True)
    assert [held["key"] for held in desk.ids().json()["ids"]] == ["another-key", KEY]


def test_contradictions_are_refused(desk: Desk) -> None:
    desk.send(BODY, KEY)
    other = payload(signed(at=NOW + timedelta(days=1)))
    assert (desk.send(other, "k2").status_code, desk.send(other, "k2").json()["code"]) == (409, "version_held")
    assert desk.send(payload(signed(2)), KEY).json()["code"] == "key_used"
    assert [held["key"] for held in desk.ids().json()["ids"]] == [KEY]


@pytest.mark.parametrize(
    ("secret", "at", "code"),
    [
        (OLD, NOW, None),
        (bytes(32), NOW, "signature"),
        (SECRET, NOW - timedelta(seconds=301), "timestamp"),
        (SECRET, NOW + timedelta(seconds=301), "timestamp"),
    ],
)
def test_who_may_deliver(desk: Desk, secret: bytes, at: datetime, code: str | None) -> None:
    answer = desk.send(BODY, KEY, secret, at)
    assert answer.status_code == (401 if code else 200)
    assert answer.json().get("code") == code
    assert len(desk.ids().json()["ids"]) == (0 if code else 1)


def test_unsigned_requests_learn_nothing(desk: Desk) -> None:
    assert desk.client.post("/certificates", content=BODY).status_code == 401
    assert desk.client.get("/ids").status_code == 401
    signed_for_another = headers((SECRET,), "ids-1", b"/ids?after=", NOW)
    assert desk.client.get("/ids", params={"after": "x"}, headers=signed_for_another).status_code == 401


def test_signer_must_be_trusted(desk: Desk) -> None:
    answer = desk.send(payload(signed(key=Ed25519PrivateKey.generate())), KEY)
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_result")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("[]", 400),
        ("{}", 400),
        (BODY.replace("practical_result.issued", "other.event"), 400),
        (BODY.replace("85.17", "95.17"), 422),
        (" " * 600_000, 413),
    ],
)
def test_what_is_no_delivery(desk: Desk, body: str, status: int) -> None:
    assert desk.send(body, KEY).status_code == status
    assert desk.ids().json() == {"ids": []}


@given(st.text(max_size=40) | st.recursive(st.none() | st.text(), st.lists, max_leaves=5).map(json.dumps))
def test_signed_nonsense_is_refused(body: str) -> None:
    desk = Desk(Path(":memory:"))
    event = json.dumps({"type": "practical_result.issued", "data": body})
    assert {desk.send(body.encode("utf-8", "replace"), KEY).status_code, desk.send(event, KEY).status_code} == {400}
    desk.ledger.close()


def test_what_a_fingerprint_tells(desk: Desk) -> None:
    def ask(fingerprint: str):
        return desk.client.get("/certificates", params={"fingerprint": fingerprint})

    assert ask(RESULT.fingerprint).json() == {"certificates": []}
    desk.send(BODY, KEY)
    (standing,) = ask(RESULT.fingerprint).json()["certificates"]
    assert (standing["current"], standing["version"], standing["passed"]) == (True, 1, True)
    assert "考生-07" not in ask(RESULT.fingerprint).text
    second = signed(version=2)
    desk.send(payload(second), "k2")
    assert [ask(one.fingerprint).json()["certificates"][0]["current"] for one in (RESULT, second)] == [False, True]
    assert ask("x").status_code == 422


def test_ids_come_page_by_page(desk: Desk) -> None:
    for number in range(1, 503):
        desk.send(BODY, f"key-{number:04d}")
    first = desk.ids().json()["ids"]
    assert [len(first), first[-1]["key"]] == [500, "key-0500"]
    assert [held["key"] for held in desk.ids("key-0500").json()["ids"]] == ["key-0501", "key-0502"]
    assert desk.ids("key-0502").json() == {"ids": []}
