from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from server.catalogue import results
from server.catalogue.engine import open_catalogue
from server.catalogue.results import Lease, OutboxRow, Outcome
from tests.server.result_pieces import NOW, issued

SECOND = timedelta(seconds=1)
LEASE = 10 * SECOND


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Engine]:
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def take(catalogue: Engine, owner: str, at=NOW, most: int = 1) -> tuple[Lease, ...]:
    with catalogue.begin() as db:
        return results.lease(db, "office", owner, at, at + LEASE, most)


def finish(catalogue: Engine, held: Lease, state: str, at=NOW, next_at=NOW) -> bool:
    with catalogue.begin() as db:
        return results.finish(db, held, Outcome(state, receipt="C-1" if state == "delivered" else ""), at, next_at)


def row(catalogue: Engine, key: str) -> OutboxRow:
    with catalogue.begin() as db:
        found = results.get_delivery(db, key)
    assert found is not None
    return found


def test_lease_is_for_one(catalogue: Engine) -> None:
    issued(catalogue)
    (held,) = take(catalogue, "one")
    assert (held.key, held.attempts) == ("r-0000000000000001:1:office", 1)
    assert take(catalogue, "two") == ()
    assert take(catalogue, "two", NOW + LEASE - SECOND) == ()


def test_lease_that_ran_out_is_taken_over_and_the_first_is_shut_out(catalogue: Engine) -> None:
    issued(catalogue)
    (late,) = take(catalogue, "one")
    (held,) = take(catalogue, "two", NOW + LEASE)
    assert (held.key, held.attempts) == (late.key, 2)
    assert not finish(catalogue, late, "dead")
    assert row(catalogue, held.key).state == "sending"
    assert finish(catalogue, held, "delivered")
    assert not finish(catalogue, late, "dead")
    assert row(catalogue, held.key).state == "delivered"


@pytest.mark.parametrize("state", ["pending", "uncertain"])
def test_next_try_waits_for_its_time(catalogue: Engine, state: str) -> None:
    issued(catalogue)
    (held,) = take(catalogue, "one")
    finish(catalogue, held, state, next_at=NOW + 5 * SECOND)
    assert take(catalogue, "two", NOW + 4 * SECOND) == ()
    assert len(take(catalogue, "two", NOW + 5 * SECOND)) == 1


@pytest.mark.parametrize("state", ["delivered", "dead"])
def test_what_is_over_is_not_sent(catalogue: Engine, state: str) -> None:
    issued(catalogue)
    (held,) = take(catalogue, "one")
    finish(catalogue, held, state)
    assert take(catalogue, "two", NOW + timedelta(days=365)) == ()


def test_one_item_does_not_block_others(catalogue: Engine) -> None:
    keys = [f"{issued(catalogue, number).id}:1:office" for number in (1, 2, 3)]
    (poison,) = take(catalogue, "one")
    finish(catalogue, poison, "uncertain", next_at=NOW + SECOND)
    assert [held.key for held in take(catalogue, "two", NOW + SECOND, most=9)] == [*keys[1:], keys[0]]


def test_other_destination_is_left_alone(catalogue: Engine) -> None:
    issued(catalogue, destinations=("elsewhere",))
    assert take(catalogue, "one") == ()


@pytest.mark.parametrize("state", ["uncertain", "sending"])
def test_clock_that_was_years_ahead_delays_nothing(catalogue: Engine, state: str) -> None:
    issued(catalogue)
    wrong = NOW + timedelta(days=3650)
    (held,) = take(catalogue, "one", wrong)
    if state == "uncertain":
        finish(catalogue, held, state, next_at=wrong)
    assert len(take(catalogue, "two")) == 1


def test_dead_one_is_sent_again_on_demand(catalogue: Engine) -> None:
    issued(catalogue)
    (held,) = take(catalogue, "one")
    finish(catalogue, held, "dead", next_at=NOW + timedelta(hours=1))
    with catalogue.begin() as db:
        assert results.retry(db, held.key, NOW)
        assert not results.retry(db, "r-none:1:office", NOW)
    (again,) = take(catalogue, "two")
    assert (again.key, again.payload) == (held.key, held.payload)
    with catalogue.begin() as db:
        assert not results.retry(db, held.key, NOW), "it is being sent"


def test_same_result_is_not_queued_twice(catalogue: Engine) -> None:
    made = issued(catalogue)
    with pytest.raises(IntegrityError), catalogue.begin() as db:
        fields = {"destination": "office", "fingerprint": made.fingerprint, "payload": "{}"}
        results.add_delivery(db, f"{made.id}:1:office", fields, NOW)


def test_leases_of_many_workers_are_disjoint(catalogue: Engine) -> None:
    for number in range(1, 25):
        issued(catalogue, number)
    with ThreadPoolExecutor(6) as pool:
        taken = pool.map(lambda turn: take(catalogue, f"owner {turn}", most=3), range(12))
    keys = [held.key for some in taken for held in some]
    assert len(keys) == len(set(keys)) == 24


class Outbox(RuleBasedStateMachine):
    """Workers that lease, die, come late and finish, in any order, on one delivery."""

    @initialize()
    def begin(self) -> None:
        self.engine = open_catalogue(Path(":memory:"))
        self.key = f"{issued(self.engine).id}:1:office"
        self.at = NOW
        self.leases: list[Lease] = []
        self.delivered = False
        self.tries = 0

    @rule()
    def lease(self) -> None:
        taken = take(self.engine, f"owner {self.tries}", self.at)
        assert not (taken and self.delivered), "sent again after its receipt"
        self.leases += taken
        self.tries += len(taken)

    @rule(seconds=st.integers(1, 15))
    def wait(self, seconds: int) -> None:
        self.at += seconds * SECOND

    @precondition(lambda self: self.leases)
    @rule(data=st.data(), state=st.sampled_from(["pending", "uncertain", "delivered"]))
    def come_back(self, data: st.DataObject, state: str) -> None:
        held = data.draw(st.sampled_from(self.leases))
        kept = finish(self.engine, held, state, self.at, self.at + 3 * SECOND)
        assert not (kept and held is not self.leases[-1]), "an old lease wrote over a new one"
        self.delivered |= kept and state == "delivered"

    @invariant()
    def never_lost(self) -> None:
        found = row(self.engine, self.key)
        assert found.state in ("pending", "sending", "uncertain", "delivered")
        assert (found.state == "delivered") == self.delivered
        assert found.attempts == self.tries

    def teardown(self) -> None:
        self.engine.dispose()


Outbox.TestCase.settings = settings(max_examples=20, stateful_step_count=20)
TestOutbox = Outbox.TestCase
