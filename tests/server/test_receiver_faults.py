"""Each way of misbehaving, over a real connection to a real process: what the sender makes of it, and what is held."""

import asyncio
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from server.receiver.faults import FAULTS, Plan, check_names
from server.result.answers import Answer, Judgement, judge
from server.result.document import document
from server.result.issuing import payload
from server.result.posting import Destination, new_client, post
from server.result.signing import Signed, sign
from server.result.webhook import read_secret
from tests.server.result_pieces import NOW, SIGNER, Office, facts

NUMBERS = iter(range(1, 10**6))
# fault -> what the sender makes of it, the word it notes, and whether the receiver holds the result
MEANINGS = {
    "obey": ("delivered", "", True),
    "lose_answer": ("uncertain", "connection_lost", True),
    "error_after": ("uncertain", "status_503", True),
    "drop_before": ("uncertain", "connection_lost", False),
    "cut_answer": ("uncertain", "connection_lost", True),
    "delay": ("uncertain", "timeout", False),
    "die": ("uncertain", "connection_lost", True),
    "answer_twice": ("delivered", "", True),
    "odd_answer": ("uncertain", "no_receipt", False),
    "other_receipt": ("uncertain", "no_receipt", False),
    "busy": ("pending", "status_429", False),
    "elsewhere": ("uncertain", "status_307", False),
    "dribble": ("uncertain", "timeout", True),
    "flood": ("uncertain", "answer_too_long", True),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = Office(tmp_path_factory.mktemp("office"), "none", hold_s=10.0)
    child = made.receiver()
    yield made
    child.kill()
    child.communicate()


def tell(office: Office, *names: str) -> int:
    return httpx.put(office.url.replace("certificates", "faults"), json={"names": names}).status_code


def deliver(office: Office, signed: Signed, tries: int = 1, timeout_s: float = 20.0) -> list[Judgement]:
    key = f"{signed.document.result}:1:office"
    to = Destination("office", office.url, (read_secret(office.secret.read_text()),))

    async def go() -> list[Answer]:
        async with new_client() as client:
            at = datetime.now().astimezone()
            return [await post(client, to, key, payload(signed), at, timeout_s) for _ in range(tries)]

    return [judge(answer, key, signed.fingerprint) for answer in asyncio.run(go())]


def is_held(office: Office, signed: Signed) -> bool:
    return len(httpx.get(office.url, params={"fingerprint": signed.fingerprint}).json()["certificates"]) == 1


def fresh() -> Signed:
    return sign(document(facts(next(NUMBERS)), 1, None, NOW), SIGNER)


def test_all_are_tried_here() -> None:
    assert set(MEANINGS) == set(FAULTS)


@pytest.mark.parametrize("name", sorted(set(MEANINGS) - {"die"}))
def test_what_a_sender_makes_of_it(office: Office, name: str) -> None:
    state, word, held = MEANINGS[name]
    signed = fresh()
    assert tell(office, name) == 204
    (found,) = deliver(office, signed, timeout_s=1.0 if word == "timeout" else 20.0)
    assert (found.state, found.error) == (state, word)
    assert is_held(office, signed) == held


def test_slow_effect_is_in_progress_meanwhile(office: Office) -> None:
    signed = fresh()
    tell(office, "delay")
    first, second = deliver(office, signed, tries=2, timeout_s=1.0)
    assert (first.error, second.state, second.error) == ("timeout", "uncertain", "status_409")


def test_repeats_of_all_kinds_make_one_certificate(office: Office) -> None:
    signed = fresh()
    names = ["lose_answer", "cut_answer", "answer_twice", "error_after", "obey", "obey"]
    tell(office, *names)
    found = deliver(office, signed, tries=len(names))
    assert [one.state for one in found] == [MEANINGS[name][0] for name in names]
    assert len({one.receipt for one in found if one.receipt}) == 1


def test_dead_process_has_kept_what_it_took(tmp_path: Path) -> None:
    office = Office(tmp_path, "die")
    child = office.receiver()
    signed = fresh()
    (found,) = deliver(office, signed)
    assert (found.state, found.error) == MEANINGS["die"][:2]
    assert child.wait(timeout=30) == -9 or os.name == "nt"
    child.communicate()
    (found,) = deliver(office, signed)
    assert (found.state, found.error) == ("pending", "no_connection")
    office.misbehave = None
    child = office.receiver()
    try:
        assert is_held(office, signed)
        assert tell(office, "obey") == 404, "whoever did not ask for it cannot be told to misbehave"
    finally:
        child.kill()
        child.communicate()


def test_unknown_fault_is_refused(office: Office) -> None:
    assert tell(office, "explode") == 422
    with pytest.raises(ValueError, match="explode"):
        check_names(["obey", "explode"])
    assert Plan(names=[]).repeat is False
