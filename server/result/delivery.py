"""Delivery: the worker that empties the outbox. Any number of them may run, and each may be killed at any moment.

The receiver tells a repeat by its key; so everything here only has to see that a row is tried until there is a receipt
for it, and that one row, or one receiver, never keeps others waiting.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import httpx
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from structlog import get_logger

from server.catalogue import results
from server.catalogue.results import Lease
from server.result.answers import Answer, Judgement, asked_s, judge, pause_s
from server.result.document import sitting_of
from server.result.posting import Destination, new_client, post
from server.result.reconcile import ReconcileError, reconcile
from server.surroundings import Surroundings

AT_ONCE = 4  # deliveries to one receiver
POLL_S = 0.5
FIRST_RECONCILE_S, RECONCILE_EVERY_S, RECONCILE_AGAIN_S = 60.0, 86_400.0, 3_600.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pace:
    """timeout_s: of a try. retry_first_s: longest pause before the second try, doubling up to retry_most_s. lease_s:
    longer than timeout_s; a worker that died holds a row no longer than this."""

    timeout_s: float
    retry_first_s: float
    retry_most_s: float
    lease_s: float


class Delivery:
    """The worker: `run` until `stop`."""

    def __init__(
        self, catalogue: Engine, destinations: Sequence[Destination], pace: Pace, surroundings: Surroundings
    ) -> None:
        self.catalogue = catalogue
        self.destinations = destinations
        self.pace = pace
        self.surroundings = surroundings
        self._log = get_logger("server.result.delivery")
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Take no more rows; what is being sent is finished. To be called in the loop of `run`."""
        self._stopping.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        async with new_client() as client, asyncio.TaskGroup() as tasks:
            for to in self.destinations:
                for _ in range(AT_ONCE):
                    tasks.create_task(self._deliver_all(client, to))
                tasks.create_task(self._compare_daily(client, to))
            await self._stopping.wait()

    async def _deliver_all(self, client: httpx.AsyncClient, to: Destination) -> None:
        while not self._stopping.is_set():
            try:
                held = await self._lease(to)
                if held is None:
                    await self._sleep(POLL_S)
                else:
                    await self._try(client, to, held)
            except (SQLAlchemyError, OSError) as error:
                # Disk full, or the file busy for too long: the row stays as it is, and its lease runs out.
                self._log.error("outbox cannot be used", destination=to.name, error=type(error).__name__)
                await self._sleep(self.pace.retry_first_s + POLL_S)

    async def _lease(self, to: Destination) -> Lease | None:
        owner = self.surroundings.entropy(16).hex()

        def take(db: Connection) -> Lease | None:
            # The time is read here, after the wait for other writers.
            now = self.surroundings.now()
            found = results.lease(db, to.name, owner, now, now + timedelta(seconds=self.pace.lease_s), 1)
            return found[0] if found else None

        return await self._in_transaction(take)

    async def _try(self, client: httpx.AsyncClient, to: Destination, held: Lease) -> None:
        try:
            sent_at = self.surroundings.now()
            answer = await post(client, to, held.key, held.payload, sent_at, self.pace.timeout_s)
        except Exception as error:  # one row that cannot even be sent must not end the worker
            self._log.error("delivery cannot be sent", destination=to.name, exc_info=error)
            answer = Answer(error="cannot_be_sent")
        judged = judge(answer, held.key, held.fingerprint)
        kept = await self._in_transaction(lambda db: self._write(db, held, answer, judged))
        self._tell(to, held, answer, judged, kept)

    def _write(self, db: Connection, held: Lease, answer: Answer, judged: Judgement) -> bool:
        now = self.surroundings.now()
        pause = pause_s(
            held.attempts,
            self.pace.retry_first_s,
            self.pace.retry_most_s,
            int.from_bytes(self.surroundings.entropy(4)) / 2**32,
            asked_s(answer.retry_after, now),
        )
        next_at = now + timedelta(seconds=pause)
        outcome = results.Outcome(judged.state, answer.status, judged.error, judged.receipt)
        if results.finish(db, held, outcome, now, next_at):
            return True
        # The lease ran out meanwhile. A receipt is a receipt all the same.
        return judged.state == "delivered" and results.settle(db, held.key, judged.receipt, now)

    def _tell(self, to: Destination, held: Lease, answer: Answer, judged: Judgement, kept: bool) -> None:
        facts = {
            "drill": sitting_of(held.key),
            "destination": to.name,
            "state": judged.state,
            "attempts": held.attempts,
            "status": answer.status,
            "reason": judged.error,
        }
        if not kept:
            self._log.warning("delivery went to another worker", **facts)
        elif judged.state == "dead":
            self._log.critical("delivery refused for good, a person must look", **facts)
        elif judged.state == "delivered":
            self._log.info("result delivered", **facts)
        else:
            self._log.warning("delivery to be repeated", **facts)

    async def _compare_daily(self, client: httpx.AsyncClient, to: Destination) -> None:
        pause = FIRST_RECONCILE_S
        while not self._stopping.is_set():
            await self._sleep(pause)
            if self._stopping.is_set():
                return
            try:
                found = await reconcile(self.catalogue, client, to, self.surroundings, self.pace.timeout_s)
            except (ReconcileError, SQLAlchemyError, OSError) as error:
                self._log.warning("reconciliation failed", destination=to.name, error=type(error).__name__)
                pause = RECONCILE_AGAIN_S
                continue
            found.tell(self._log, to.name)
            pause = RECONCILE_EVERY_S

    async def _in_transaction(self, work: Callable[[Connection], T]) -> T:
        """In a thread: a busy file or a slow disk must not hold up the deadlines of other deliveries."""

        def do() -> T:
            with self.catalogue.begin() as db:
                return work(db)

        return await asyncio.to_thread(do)

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return
