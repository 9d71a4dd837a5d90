"""/ws, spoken to in frames: who is let in, what is refused, and what ends a connection."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from clients.protocol import frames
from clients.protocol.messages import (
    MAX_FRAME_BYTES,
    VERSION,
    Act,
    Baseline,
    Beat,
    BeatSeen,
    Hello,
    Message,
    Problem,
    SafetyStop,
    StaffAct,
    State,
    Welcome,
)
from clients.sdk import Rest
from clients.sdk.link import socket_address
from tests.server.served import Place, Server, served

GUARD_S = 60.0


def run(work: Coroutine[Any, Any, None]) -> None:
    async def guarded() -> None:
        async with asyncio.timeout(GUARD_S):
            await work

    asyncio.run(guarded())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with asyncio.Runner() as runner:
        context = served(Place.at(tmp_path_factory.mktemp("socket")))
        try:
            yield runner.run(context.__aenter__())
        finally:
            runner.run(context.__aexit__(None, None, None))


@dataclass
class Open:
    """A training drill with one seat held by a person; admin watches as director. token: of the seat."""

    server: Server
    drill: str
    token: str
    admin: Rest

    def hello(self, token: str = "", **what: Any) -> Hello:
        return Hello(**{"version": VERSION, "token": token or self.token, **what})

    @asynccontextmanager
    async def connection(self, first: Message | bytes | str | None) -> AsyncIterator[ClientConnection]:
        async with connect(socket_address(self.server.address), compression=None, proxy=None) as raw:
            if first is not None:
                await raw.send(frames.encode(first) if isinstance(first, Message) else first)
            yield raw


@asynccontextmanager
async def opened(server: Server) -> AsyncIterator[Open]:
    async with Rest(server.address) as admin:
        await admin.login(server.first["name"], server.first["password"])
        made = await admin.call("POST", "/api/drills", {"scenario": "tank_overfill"})
        claimed = await admin.claim(made["codes"]["IC"])
        yield Open(server, made["drill"]["id"], claimed.token, admin)


async def heard(raw: ClientConnection, kind: type, role: str = "trainee") -> Any:
    """The next message of a kind; what else comes is passed over."""
    while True:
        message = frames.decode(role, await raw.recv(decode=False), to_server=False)
        if isinstance(message, kind):
            return message


async def ended(raw: ClientConnection) -> str:
    """The code of the last word before the connection ends."""
    problem = await heard(raw, Problem)
    assert problem.closing
    with pytest.raises(ConnectionClosed):
        await raw.recv()
    return str(problem.code)


FIRST = {
    "text": ("hello", "malformed"),
    "rubbish": (b"\xc1\xff", "malformed"),
    "nothing": (b"", "malformed"),
    "another message": (BeatSeen(beat=1), "malformed"),
    "another version": (Hello(version=VERSION + 1, token="x"), "version"),
    "no such token": (Hello(version=VERSION, token="x"), "unauthorised"),
    "no such session": (Hello(version=VERSION, token="x", timeline="0" * 16), "unauthorised"),
}


@pytest.mark.parametrize("name", FIRST)
def test_who_is_not_let_in(server: Server, name: str) -> None:
    first, code = FIRST[name]

    async def course() -> None:
        async with opened(server) as at, at.connection(first) as raw:
            assert await ended(raw) == code

    run(course())


def test_welcome(server: Server) -> None:
    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as raw:
            welcome = await heard(raw, Welcome)
            assert (welcome.drill, welcome.seat, welcome.role, welcome.phase) == (at.drill, "IC", "trainee", "lobby")
            assert welcome.token not in ("", at.token)
            async with at.connection(at.hello(at.admin.token, timeline=at.drill)) as desk:
                welcome = await heard(desk, Welcome, "director")
                assert (welcome.seat, welcome.role, welcome.token) == ("", "director", "")
            async with at.connection(at.hello(at.admin.token, timeline="f" * 16)) as astray:
                assert await ended(astray) == "wrong_timeline"

    run(course())


def test_what_is_refused_changes_nothing(server: Server) -> None:
    """Each is answered, and the connection goes on."""

    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as raw:
            await heard(raw, Welcome)
            for sent, code in (
                ("text", "malformed"),
                (b"\x80", "malformed"),
                (frames.encode(StaffAct(timeline=at.drill, seq=1, kind="start")), "malformed"),
                (frames.encode(Act(timeline="f" * 16, seq=1, kind="halt")), "wrong_timeline"),
                (frames.encode(Act(timeline=at.drill, seq=1, kind="halt")), "not_running"),
                (frames.encode(at.hello(timeline=at.drill)), "not_allowed"),
            ):
                await raw.send(sent)
                problem = await heard(raw, Problem)
                assert (problem.code, problem.closing) == (code, False), sent
                assert problem.zh and problem.en
            assert (await at.admin.call("GET", f"/api/drills/{at.drill}"))["phase"] == "lobby"

    run(course())


def test_a_frame_too_large(server: Server) -> None:
    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as raw:
            await heard(raw, Welcome)
            await raw.send(b"\x00" * (MAX_FRAME_BYTES + 1))
            with pytest.raises(ConnectionClosed):
                await heard(raw, SafetyStop)

    run(course())


def test_too_many(server: Server) -> None:
    """A flood is turned away, then ended; a safety stop in the midst of it is heard."""

    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as raw:
            await heard(raw, Welcome)
            for _ in range(100):
                await raw.send(frames.encode(BeatSeen(timeline=at.drill, beat=0)))
            await raw.send(frames.encode(SafetyStop(timeline=at.drill)))
            for _ in range(100):
                await raw.send(frames.encode(BeatSeen(timeline=at.drill, beat=0)))
            assert await heard_to_the_end(raw) == "too_many"
            while (await at.admin.call("GET", f"/api/drills/{at.drill}"))["phase"] not in ("ended", "sealed"):
                await asyncio.sleep(0.02)

    run(course())


async def heard_to_the_end(raw: ClientConnection) -> str:
    """The code of the Problem that closes."""
    while True:
        problem = await heard(raw, Problem)
        if problem.closing:
            return str(problem.code)


def test_a_seat_goes_on_in_the_newest_connection(server: Server) -> None:
    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as old:
            token = (await heard(old, Welcome)).token
            async with at.connection(at.hello(token)) as new:
                await heard(new, Welcome)
                assert await ended(old) == "taken"
                await heard(new, Beat)

    run(course())


def test_tokens_rotate(server: Server) -> None:
    """A lost Welcome locks nobody out; a token whose successor was used is refused."""

    async def course() -> None:
        async with opened(server) as at:
            async with at.connection(at.hello()) as lost:
                await heard(lost, Welcome)
            async with at.connection(at.hello()) as again:
                token = (await heard(again, Welcome)).token
            async with at.connection(at.hello(token)) as third:
                await heard(third, Welcome)
            async with at.connection(at.hello()) as replay:
                assert await ended(replay) == "unauthorised"

    run(course())


def test_a_beat_answered_confirms_the_token(server: Server) -> None:
    async def course() -> None:
        async with opened(server) as at:
            async with at.connection(at.hello()) as raw:
                await heard(raw, Welcome)
                beat = (await heard(raw, Beat)).beat
                await raw.send(frames.encode(BeatSeen(timeline=at.drill, beat=beat)))
                await heard(raw, Beat)
            async with at.connection(at.hello()) as replay:
                assert await ended(replay) == "unauthorised"

    run(course())


@pytest.mark.soak
def test_silence_is_not_a_hello(server: Server) -> None:
    async def course() -> None:
        async with opened(server) as at, at.connection(None) as raw:
            assert await ended(raw) == "malformed"

    run(course())


@pytest.mark.soak
def test_who_does_not_answer_beats_is_dropped(server: Server) -> None:
    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as raw:
            await heard(raw, Welcome)
            with pytest.raises(ConnectionClosed):
                await heard(raw, SafetyStop)

    run(course())


@pytest.mark.soak
def test_who_was_slow_is_shown_the_state_again(server: Server) -> None:
    """What was left out while beats were unanswered is made good, though the drill stands still and shows no more."""

    async def course() -> None:
        async with opened(server) as at, at.connection(at.hello()) as raw:
            path, shown, beat = f"/api/drills/{at.drill}/directions", -1, 0
            await heard(raw, Welcome)
            await at.admin.call("POST", path, {"kind": "start"})
            while beat < 5:  # so many unanswered: it counts as slow
                message = await heard(raw, Message)
                beat = max(beat, getattr(message, "beat", 0))
                shown = message.tick if isinstance(message, Baseline | State) else shown
            await asyncio.sleep(0.5)
            await at.admin.call("POST", path, {"kind": "freeze"})
            stood = (await at.admin.call("GET", f"/api/drills/{at.drill}"))["ticks"]
            assert shown < stood
            while shown < stood:
                message = await heard(raw, Message)
                if isinstance(message, Beat):
                    await raw.send(frames.encode(BeatSeen(timeline=at.drill, beat=message.beat)))
                shown = message.tick if isinstance(message, Baseline | State) else shown
            assert shown == stood

    run(course())
