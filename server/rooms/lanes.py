"""Lanes: the two ways from a room to an audience: numbered events, each once and in order, and the latest state.

An audience is a seat, or STAFF: examiners, directors and observers see the same events and the same state.
"""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from clients.protocol import frames
from clients.protocol.cells import baseline_of, changes
from clients.protocol.messages import Baseline, Message

STAFF = "staff"
KEPT_EVENTS = 2048
BASELINE_TICKS = 400
SOONEST_TICKS = 40  # a baseline that has grown old is replaced early, but not more often than this
WORN_SHARE = 0.4  # of the baseline's bytes that its changes may take


class EventLane:
    """Numbered frames to one audience. Only what is durable is released; the newest are kept for who comes back."""

    def __init__(self) -> None:
        self.sent = self.released = 0
        self._kept: deque[bytes] = deque(maxlen=KEPT_EVENTS)

    def push(self, make: Callable[[int], Message]) -> bytes:
        """Give the next event its number and write it."""
        self.sent += 1
        frame = frames.encode(make(self.sent))
        self._kept.append(frame)
        return frame

    def push_again(self, frame: bytes) -> None:
        """Take in an event that was numbered and written before."""
        self.sent += 1
        self._kept.append(frame)

    def begin_at(self, sent: int) -> None:
        """Go on after so many events that are not kept here."""
        self.sent = self.released = sent
        self._kept.clear()

    def after(self, number: int) -> list[bytes] | None:
        """The released events after a number; None if the first of them is no longer kept."""
        missing, waiting = self.sent - number, self.sent - self.released
        if missing > len(self._kept):
            return None
        kept = list(self._kept)
        return kept[len(kept) - missing : len(kept) - waiting] if missing > waiting else []


class Picture(NamedTuple):
    """The latest state for an audience. A client that has baseline `number` needs `change` alone; b"" = none."""

    number: int
    baseline: bytes
    change: bytes


class StateLane:
    """Baselines and changes for one audience. offset: staggers the baselines of the audiences of one room."""

    def __init__(self, timeline: str, offset: int) -> None:
        self._timeline, self._offset = timeline, offset
        self._baseline: Baseline | None = None
        self._frame = b""
        self._number = 0
        self._worn = False

    def render(self, tick: int, cells: Mapping[str, Any]) -> Picture:
        """Write the state at a tick."""
        held = self._baseline
        age = BASELINE_TICKS if held is None else tick - held.tick
        due = (tick + self._offset) % BASELINE_TICKS == 0 or age > BASELINE_TICKS or age < 0
        if held is None or due or (self._worn and age >= SOONEST_TICKS):
            self._number += 1
            self._baseline = baseline_of(self._timeline, self._number, tick, cells)
            self._frame = frames.encode(self._baseline)
            self._worn = False
            return Picture(self._number, self._frame, b"")
        change = frames.encode(changes(self._timeline, held, tick, cells))
        self._worn = len(change) > WORN_SHARE * len(self._frame)
        return Picture(self._number, self._frame, change)
