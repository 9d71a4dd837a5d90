"""Socket: /ws, the one endpoint of the protocol. The first message says who comes; then two tasks, one each way.

A trainee's side: of the core it knows nothing.
"""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

from fastapi import WebSocket, WebSocketDisconnect
from structlog import get_logger

from clients.protocol import frames
from clients.protocol.messages import VERSION, Hello, Message, Welcome
from server.access.limits import Bucket
from server.access.roles import SOCKET_CLASSES, Role
from server.api.door import signed_in
from server.catalogue import panels, seats
from server.catalogue.engine import reading
from server.live.desk import Desk
from server.live.host import Host
from server.live.line import Line
from server.live.live import Live
from server.live.transport import ABORT
from server.live.words import problem
from server.rooms.lanes import STAFF

HELLO_S = 5.0
FAREWELL_S = 1.0
RECHECK_S = 30.0

log = get_logger("server.socket")


@dataclass(frozen=True, slots=True)
class Guest:
    """Who has come. audience: the seat, or STAFF. who: the seat, or the account. token: of a seat, for next time.
    session: token of a log-in, asked again now and then."""

    drill: str
    audience: str
    who: str
    role: str
    token: str = field(default="", repr=False)
    session: str = field(default="", repr=False)


class Entrance:
    """Counts who is here. One in a process."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self._addresses: Counter[str] = Counter()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def __call__(self, websocket: WebSocket) -> None:
        """Serve one connection, from its first message to its last."""
        address = websocket.client.host if websocket.client else ""
        limits = self.live.house.config.limits
        await websocket.accept()
        here, all_here = self._addresses[address], self._addresses.total()
        if all_here >= limits.connections or here >= limits.connections_per_address:
            self.live.metrics.dropped("busy")
            await _part(websocket, problem("", "busy", closing=True))
            return
        self._addresses[address] += 1
        try:
            with suppress(WebSocketDisconnect):
                await self._receive(websocket)
        finally:
            self._addresses[address] -= 1
            if not self._addresses[address]:
                del self._addresses[address]

    async def _receive(self, websocket: WebSocket) -> None:
        hello = await _hello(websocket)
        guest = "malformed" if hello is None else await self._known(hello)
        if hello is None or isinstance(guest, str):
            code = guest if isinstance(guest, str) else "malformed"
            self.live.metrics.dropped(code)
            await _part(websocket, problem("", code, closing=True))
            return
        host = self.live.hosts[guest.drill]
        limits = self.live.house.config.limits
        bucket = Bucket(limits.messages_per_s, limits.messages_burst)
        line = Line(guest.drill, guest.audience, guest.who, guest.role, bucket, limits.event_queue_length)
        line.spare_token = guest.token
        self._make_room(host, line)
        line.give((frames.encode(_welcome(host, guest)),))
        await self.live.attach(host, line, hello.last_event)
        try:
            await self._converse(websocket, host, line, guest.session)
        finally:
            host.detach(line)

    async def _known(self, hello: Hello) -> Guest | str:
        """Find out who says Hello; the code of a Problem if he may not come in."""
        if hello.version != VERSION:
            return "version"
        # One after the other for one token: the token that the newest connection was given must be the one that counts.
        async with self._turns.setdefault(hello.token, asyncio.Lock()):
            guest = await asyncio.to_thread(self._look_up, hello)
        if guest is None:
            self.live.metrics.entry_refused("token")
            return "unauthorised"
        host = self.live.hosts.get(guest.drill)
        if host is None:
            return "wrong_timeline"
        return "not_allowed" if guest.role == "trainee" and guest.audience not in host.room.people else guest

    def _look_up(self, hello: Hello) -> Guest | None:
        house = self.live.house
        if not hello.timeline:
            return self._seat_of(hello.token)
        found = signed_in(house, hello.token)
        if found is None:
            with reading(house.catalogue) as db:
                known = seats.find(db, hello.token, pepper=house.pepper)
            return self._seat_of(hello.token) if known and known.drill == hello.timeline else None
        role = SOCKET_CLASSES[found.role]
        if found.role is Role.EXAMINER and not self._sits(hello.timeline, found.account_id):
            return None
        return Guest(hello.timeline, STAFF, found.account_id, role, session=hello.token)

    def _sits(self, drill: str, account: str) -> bool:
        """Whether an examiner may watch: a drill without a panel, or one on whose panel he sits."""
        with reading(self.live.house.catalogue) as db:
            return panels.panel_of(db, drill) is None or any(
                member.examiner == account for member in panels.members_of(db, drill)
            )

    def _seat_of(self, token: str) -> Guest | None:
        house = self.live.house
        with house.catalogue.begin() as db:
            found = seats.connect(db, token, pepper=house.pepper)
        if isinstance(found, seats.Replayed):
            log.warning("seat_token_replayed", drill=found.drill, seat=found.seat)
            return None
        return None if found is None else Guest(found.drill, found.seat, found.seat, "trainee", found.new_token)

    def _make_room(self, host: Host, line: Line) -> None:
        """A seat has one connection, the newest; an account a few."""
        same = [other for other in host.lines[line.audience] if other.who == line.who]
        most = 1 if line.role == "trainee" else self.live.house.config.limits.connections_per_seat
        for other in same[: max(0, len(same) + 1 - most)]:
            other.close("taken")

    async def _until_logged_out(self, session: str, line: Line) -> None:
        """An account that was disabled, or a session that ended, watches no longer."""
        while await asyncio.to_thread(signed_in, self.live.house, session) is not None:
            await asyncio.sleep(RECHECK_S)
        line.close("unauthorised")

    async def _converse(self, websocket: WebSocket, host: Host, line: Line, session: str) -> None:
        desk = Desk(self.live, host, line)
        tasks = [
            asyncio.create_task(line.pump(websocket.send_bytes)),
            asyncio.create_task(_read(websocket, desk)),
            asyncio.create_task(line.closed.wait()),
        ]
        if session:
            tasks.append(asyncio.create_task(self._until_logged_out(session, line)))
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if line.closing:
            self.live.metrics.dropped(line.closing)
            await _part(websocket, line.farewell(), abort=line.closing == "too_slow")


async def _read(websocket: WebSocket, desk: Desk) -> None:
    while True:
        message = await websocket.receive()
        if message["type"] != "websocket.receive":
            return
        desk.take(message.get("bytes"))


async def _hello(websocket: WebSocket) -> Hello | None:
    try:
        message: dict[str, Any] = dict(await asyncio.wait_for(websocket.receive(), HELLO_S))
        if message["type"] != "websocket.receive":
            raise WebSocketDisconnect
        hello = frames.decode("trainee", message.get("bytes") or b"", to_server=True)
    except (TimeoutError, frames.FrameError):
        return None
    return hello if isinstance(hello, Hello) and hello.last_event >= 0 else None


def _welcome(host: Host, guest: Guest) -> Message:
    room = host.room
    return Welcome(
        timeline=room.id,
        version=VERSION,
        drill=room.id,
        scenario=room.drill.scenario.id,
        mode=room.mode,
        phase=room.phase,
        role=guest.role,
        seat=guest.audience if guest.role == "trainee" else "",
        token=guest.token,
        tick=room.tick,
        speed=room.speed,
        last_seq=room.settled_seq(guest.who, staff=guest.role != "trainee"),
        last_event=room.lanes[guest.audience].released,
    )


async def _part(websocket: WebSocket, last: Message, *, abort: bool = False) -> None:
    """Say the last word and close; a client that does not read is cut off."""
    with suppress(TimeoutError, RuntimeError, WebSocketDisconnect):
        if not abort:
            async with asyncio.timeout(FAREWELL_S):
                await websocket.send_bytes(frames.encode(last))
                await websocket.close(1008)
                return
    cut_off = websocket.scope["extensions"].get(ABORT)
    if cut_off is not None:
        cut_off()
