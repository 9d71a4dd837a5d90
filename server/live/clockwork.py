"""Clockwork: one heap of absolute deadlines for all drills, so that none drifts or waits for a task of its own.

A deadline is the last one plus the period, never "now plus the period". Phases are spread over the period, so that the
drills do not all fall due at once.
"""

import asyncio
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

GOLDEN = 0.6180339887498949
TURN_S = 0.02  # after so long the loop gets its turn, whatever is still due
EARLY_S = 0.0005  # a loop may count its time in whole milliseconds: what is due so soon is due
SLIP_S = 1.0  # a drill so far behind does not race to catch up: its time goes on from now


class Clockwork:
    """Calls each entry at its deadlines. late: told how late each call began, s."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, monotonic_s: Callable[[], float], late: Callable[[float], None]
    ) -> None:
        self._loop, self._monotonic_s, self._late = loop, monotonic_s, late
        self._heap: list[tuple[float, int, str, float, Callable[[], bool]]] = []
        self._live: dict[str, int] = {}
        self._numbers, self._phases = count(), count()
        self._timer: asyncio.TimerHandle | None = None

    def start(self, key: str, period_s: float, work: Callable[[], bool]) -> None:
        """Call `work` every period, from now on, until it gives False or `stop`."""
        number = next(self._numbers)
        self._live[key] = number
        first = self._monotonic_s() + period_s * (1.0 + (next(self._phases) * GOLDEN) % 1.0)
        heappush(self._heap, (first, number, key, period_s, work))
        self._arm()

    def stop(self, key: str) -> None:
        """No more calls for this key."""
        self._live.pop(key, None)

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._heap:
            self._timer = self._loop.call_later(max(0.0, self._heap[0][0] - self._monotonic_s()), self._turn)

    def _turn(self) -> None:
        self._timer = None
        began = now = self._monotonic_s()
        while self._heap and self._heap[0][0] <= now + EARLY_S and now - began < TURN_S:
            deadline, number, key, period_s, work = heappop(self._heap)
            if self._live.get(key) == number:
                self._late(max(0.0, now - deadline))
                if work():
                    following = deadline + period_s
                    if now - following > SLIP_S:
                        following = now + period_s
                    heappush(self._heap, (following, number, key, period_s, work))
                elif self._live.get(key) == number:
                    del self._live[key]
            now = self._monotonic_s()
        self._arm()
