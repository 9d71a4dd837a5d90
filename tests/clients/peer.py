"""A small server of the protocol on a real socket: one seat, one drill, and connections that break where they hurt."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from clients.protocol.cells import baseline_of
from clients.protocol.frames import decode, encode
from clients.protocol.messages import (
    VERSION,
    Accepted,
    Act,
    Beat,
    BeatSeen,
    Hello,
    Message,
    Noted,
    Problem,
    Ready,
    SafetyStop,
    StaffAct,
    Welcome,
)
from clients.sdk import DrillClient, Pauses

DRILL = "00112233445566aa"
# Where a connection may be cut, in the order of a walk through one act.
MOMENTS = ("hello", "rotated", "welcome", "act", "committed", "accepted", "event", "beat")

AT_ONCE = Pauses(first_s=0.001, longest_s=0.002)
GUARD_S = 30.0  # nothing is measured by it; it ends a test that would hang


class CutError(Exception):
    """The connection is gone."""


class Peer:
    """cuts: the moments at which to cut, one after another. Acts of the kind `bad` are refused."""

    def __init__(self, cuts: Sequence[str] = (), role: str = "trainee", baseline: bool = True) -> None:
        self.cuts, self.role, self.baseline = list(cuts), role, baseline
        self.token, self.given, self.made = "t0", "", 0
        self.acts: list[Act | StaffAct] = []
        self.events: list[Noted] = []
        self.read: list[Message] = []  # all that came, of every connection
        self.connections = 0
        self.beats = 0
        self.phase = "running"
        self.on_read: Callable[[Message], None] = lambda message: None
        self.greeting: list[Message] = []  # sent after the Welcome
        self.closing: list[Problem] = []  # one for each connection, instead of a Welcome
        self.deaf = 0  # so many of the next messages are not looked at
        self.current: ServerConnection | None = None

    async def handle(self, connection: ServerConnection) -> None:
        self.connections += 1
        self.current = connection
        try:
            await self._talk(connection)
        except (CutError, ConnectionClosed):
            connection.transport.abort()

    async def send(self, message: Message) -> None:
        assert self.current is not None
        await self.current.send(encode(message))

    def _cut(self, moment: str) -> None:
        if self.cuts and self.cuts[0] == moment:
            self.cuts.pop(0)
            raise CutError

    async def _talk(self, connection: ServerConnection) -> None:
        hello = self._decoded(await connection.recv(decode=False))
        assert isinstance(hello, Hello)
        self._cut("hello")
        if self.closing:
            await self.send(self.closing.pop(0))
            await connection.close()
            return
        if not self._rotate(hello.token):
            await self.send(Problem(code="unauthorised", zh="-", en="-", closing=True))
            await connection.close()
            return
        self._cut("rotated")
        await self.send(
            Welcome(
                timeline=DRILL,
                version=VERSION,
                drill=DRILL,
                scenario="tank_overfill",
                mode="exam",
                phase=self.phase,
                role=self.role,
                seat="IC",
                token=self.given,
                last_seq=len(self.acts),
            )
        )
        self._cut("welcome")
        if self.baseline:
            await self.send(baseline_of(DRILL, 1, 0, {"here": "gate"}))
        for message in self.greeting:
            await self.send(message)
        for event in self.events[hello.last_event :]:
            await self.send(event)
        await self.beat()
        async for data in connection:
            assert isinstance(data, bytes)
            if self.deaf:
                self.deaf -= 1
                await self.send(Problem(timeline=DRILL, code="too_many", zh="-", en="-"))
                continue
            await self._take(self._decoded(data))

    def _decoded(self, data: bytes) -> Message:
        message: Message = decode(self.role, data, to_server=True)
        self.read.append(message)
        self.on_read(message)
        return message

    def _rotate(self, token: str) -> bool:
        if token not in (self.token, self.given) or not token:
            return False
        self.token, self.made = token, self.made + 1
        self.given = f"t{self.made}"
        return True

    async def _take(self, message: Message) -> None:
        match message:
            case BeatSeen():
                if self.given:
                    self.token, self.given = self.given, ""
            case Act() | StaffAct():
                await self._act(message)
            case Ready() | SafetyStop():
                pass

    async def _act(self, act: Act | StaffAct) -> None:
        self._cut("act")
        if act.kind == "bad":
            await self.send(Problem(timeline=DRILL, code="bad_act", zh="-", en="-", seq=act.seq))
            return
        if act.seq > len(self.acts) + 1:
            await self.send(Problem(timeline=DRILL, code="bad_seq", zh="-", en="-", seq=act.seq))
            return
        new = act.seq == len(self.acts) + 1
        if new:
            self.acts.append(act)
            self.events.append(
                Noted(timeline=DRILL, event=len(self.events) + 1, tick=1, topic=act.kind, subject=act.target)
            )
        self._cut("committed")
        await self.send(Accepted(timeline=DRILL, seq=act.seq))
        self._cut("accepted")
        if new:
            await self.send(self.events[-1])
            self._cut("event")
            await self.beat()

    async def beat(self) -> None:
        self.beats += 1
        await self.send(Beat(timeline=DRILL, beat=self.beats, tick=1))
        self._cut("beat")


@asynccontextmanager
async def listening(peer: Peer) -> AsyncIterator[str]:
    """Let a peer listen; gives its address as DrillClient takes it."""
    async with serve(peer.handle, "127.0.0.1", 0, compression=None, ping_interval=None, close_timeout=0.2) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        if peer.current is not None:
            peer.current.transport.abort()
        await asyncio.sleep(0)


def run(body: Callable[[], Awaitable[None]]) -> None:
    async def guarded() -> None:
        async with asyncio.timeout(GUARD_S):
            await body()

    asyncio.run(guarded())


def client(address: str, token: str = "t0", **more: Any) -> DrillClient:
    return DrillClient(address, token, pauses=AT_ONCE, **more)


async def peer_has(peer: Peer, holds: Callable[[], bool]) -> None:
    """Wait for the other end; it says nothing by itself."""
    while not holds():
        await asyncio.sleep(0.002)
