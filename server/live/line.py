"""Line: one client's connection as a drill sees it: a bounded queue of events, one slot for the latest state, beats.

Whoever hands something to a line never waits. A client that does not read fills its own queue and slot, then its beats
stay unanswered, and it is let go.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from clients.protocol import frames
from clients.protocol.messages import Beat, Problem
from server.access.limits import Bucket
from server.live.words import problem
from server.rooms.lanes import Picture

NOTICED_S = 3.0  # oldest unanswered beat: no more states
DROPPED_S = 10.0  # ... and the connection ends
MOST_QUEUED_BYTES = 1 << 20


class Line:
    """A connection. audience: whose events and states it gets. who: the seat, or the account. role: of the protocol."""

    def __init__(
        self, timeline: str, audience: str, who: str, role: str, bucket: Bucket, most_queued: int
    ) -> None:
        self.timeline, self.audience, self.who, self.role, self.bucket = timeline, audience, who, role, bucket
        self.rtt_ms = -1
        self.slow = False
        self.closing = ""  # code of the Problem that ends it
        self.spare_token = ""  # of a seat: made for the next connection, good for sure once a beat is answered
        self.sent_frames = self.sent_bytes = 0
        self._most_queued = most_queued
        self._queue: deque[bytes] = deque()
        self._queued_bytes = 0
        self._missed = 0  # of the queue's first frames: what happened before the client came does not make it slow
        self._slot: Picture | None = None
        self._baseline = 0
        self._beats: deque[tuple[int, float]] = deque()
        self._beat = 0
        self._wake, self.closed = asyncio.Event(), asyncio.Event()

    # ---- what the drill hands over

    def give(self, sent: Iterable[bytes]) -> None:
        """Hand over frames that must arrive, in order."""
        for frame in sent:
            self._queue.append(frame)
            self._queued_bytes += len(frame)
        if len(self._queue) - self._missed > self._most_queued or self._queued_bytes > MOST_QUEUED_BYTES:
            self.close("too_slow")
        self._wake.set()

    def catch_up(self, missed: Iterable[bytes]) -> None:
        """Hand over all that the client missed, however much that is."""
        self._queue.extend(missed)
        self._missed, self._queued_bytes = len(self._queue), 0
        self._wake.set()

    def show(self, picture: Picture) -> None:
        """Hand over the latest state; one that has not gone out yet is replaced."""
        if not self.slow:
            self._slot = picture
            self._wake.set()

    def close(self, code: str) -> None:
        """Let the client go. What is queued is not sent any more."""
        if not self.closing:
            self.closing = code
            self.closed.set()
            self._wake.set()

    # ---- beats

    def beat(self, tick: int, now_s: float) -> bool:
        """Once a second: ask whether the client has read all that came before. True: it was slow and is no more, so
        it must be shown the state again."""
        self._beat += 1
        self._beats.append((self._beat, now_s))
        self.give((frames.encode(Beat(timeline=self.timeline, beat=self._beat, tick=tick)),))
        silent_s = now_s - self._beats[0][1]
        was_slow, self.slow = self.slow, silent_s > NOTICED_S
        if silent_s > DROPPED_S:
            self.close("too_slow")
        return was_slow and not self.slow

    def beat_seen(self, beat: int, now_s: float) -> None:
        """The client has read everything up to this beat."""
        while self._beats and self._beats[0][0] <= beat:
            number, sent_s = self._beats.popleft()
            if number == beat:
                self.rtt_ms = round(1000.0 * (now_s - sent_s))

    # ---- towards the client

    async def pump(self, send: Callable[[bytes], Awaitable[None]]) -> None:
        """Send what is handed over until the line closes; waits wherever the client makes it wait."""
        while not self.closing:
            await self._wake.wait()
            self._wake.clear()
            while self._queue and not self.closing:
                frame = self._queue.popleft()
                if self._missed:
                    self._missed -= 1
                else:
                    self._queued_bytes -= len(frame)
                await self._send(send, frame)
            picture, self._slot = self._slot, None
            if picture is not None and not self.closing:
                if picture.number != self._baseline:
                    self._baseline = picture.number
                    await self._send(send, picture.baseline)
                if picture.change:
                    await self._send(send, picture.change)

    async def _send(self, send: Callable[[bytes], Awaitable[None]], frame: bytes) -> None:
        self.sent_frames += 1
        self.sent_bytes += len(frame)
        await send(frame)

    def farewell(self) -> Problem:
        """What is said last."""
        return problem(self.timeline, self.closing, closing=True)
