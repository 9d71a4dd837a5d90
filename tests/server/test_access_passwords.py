from os import urandom
from threading import Event, Thread

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from server.access.passwords import AT_ONCE, WAITING, BusyError, Passwords
from tests.server.premises import QUICK


def test_only_the_password_opens_however_its_letters_are_composed() -> None:
    composed, taken_apart = "Z\u00fcrich 2026 1", "Zu\u0308rich 2026 \uff11"
    for stored in map(QUICK.hash, (composed, taken_apart)):
        assert QUICK.check(stored, composed) and QUICK.check(stored, taken_apart)
    assert not QUICK.check(stored, "Zurich 2026 1")
    assert not QUICK.check(stored, "")


def test_two_hashes_of_one_password_differ() -> None:
    assert QUICK.hash("the same again") != QUICK.hash("the same again")


def test_production_uses_argon2id_with_memory() -> None:
    parameters = extract_parameters(Passwords(urandom).hash("correct horse"))
    assert parameters.type is Type.ID
    assert parameters.memory_cost >= 64 * 1024 and parameters.time_cost >= 3


class Counting(PasswordHasher):
    """The real hasher; counts the work it does, and may be held up."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.works: list[str] = []
        self.most = self.now = 0
        self.may_go = Event()
        self.may_go.set()

    def hash(self, password, *, salt=None):
        self._work("hash")
        return super().hash(password, salt=salt)

    def verify(self, hash, password):
        self._work("verify")
        return super().verify(hash, password)

    def _work(self, what: str) -> None:
        self.works.append(what)
        self.now += 1
        self.most = max(self.most, self.now)
        self.may_go.wait(30)
        self.now -= 1


def test_an_unknown_name_costs_the_same_work() -> None:
    hasher = Counting()
    passwords = Passwords(urandom, hasher)
    assert not passwords.check(None, "whatever it is")
    assert len(hasher.works) == 1


def test_few_at_once_and_few_waiting() -> None:
    hasher = Counting()
    passwords = Passwords(urandom, hasher)
    hasher.may_go.clear()
    busy = Event()
    outcomes: list[str] = []

    def ask() -> None:
        try:
            outcomes.append(passwords.hash("a long password"))
        except BusyError:
            outcomes.append("busy")
            busy.set()

    threads = [Thread(target=ask) for _ in range(AT_ONCE + WAITING + 5)]
    for thread in threads:
        thread.start()
    assert busy.wait(30)
    hasher.may_go.set()
    for thread in threads:
        thread.join()
    assert outcomes.count("busy") == 5
    assert hasher.most == AT_ONCE
    with pytest.raises(ZeroDivisionError), passwords._turn():
        raise ZeroDivisionError
    assert passwords.hash("a long password")
