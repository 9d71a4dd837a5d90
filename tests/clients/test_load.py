"""The load tool against a small server that is known to be at fault, or not: it must say what is, and only that."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from clients.load import Chair, Report, press, pressing
from clients.load import client as load_client
from clients.load.glance import glance
from clients.load.report import quantile
from clients.load.wire import Wire, open_wire
from clients.protocol.frames import decode, encode
from clients.protocol.messages import (
    VERSION,
    Accepted,
    Act,
    Baseline,
    Beat,
    BeatSeen,
    Happened,
    Hello,
    Problem,
    State,
    Welcome,
)

DRILL = "00112233445566aa"
CHAIRS = (Chair(DRILL, "t-IC", "IC"), Chair(DRILL, "t-DCS", "DCS"), Chair(DRILL, "t"))


@dataclass
class Faulty:
    """One drill. numbers: of the event that the n-th `go` makes, more than one or none where the server is at fault."""

    numbers: Callable[[int], list[int]] = lambda n: [n]
    refuses: bool = False
    unanswered: frozenset[int] | set[int] = frozenset()  # acts by their seq
    throws_out: str = ""  # code with which IC is let go at its second act
    desks: list[ServerConnection] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    beats_seen: list[int] = field(default_factory=list)
    goes: int = 0

    async def handle(self, connection: ServerConnection) -> None:
        hello = decode("trainee", await connection.recv(decode=False), to_server=True)
        assert isinstance(hello, Hello) and hello.version == VERSION
        assert (hello.timeline == "") == hello.token.startswith("t-")
        seat = hello.token.removeprefix("t").removeprefix("-")
        welcome = Welcome(
            timeline=DRILL, version=VERSION, drill=DRILL, scenario="s", mode="training", phase="running", role=""
        )
        await connection.send(encode(welcome))
        await connection.send(encode(Baseline(timeline=DRILL, number=1, tick=1, keys=("a",), values=(1,))))
        await connection.send(encode(Beat(timeline=DRILL, beat=7, tick=1)))
        if hello.token == "t":
            self.desks.append(connection)
        telling = asyncio.create_task(self.tell(connection))
        try:
            async for data in connection:
                await self.take(connection, seat, decode("trainee", data, to_server=True))
        except ConnectionClosed:
            pass
        finally:
            telling.cancel()

    async def tell(self, connection: ServerConnection) -> None:
        for tick in range(3, 1_000_000, 2):
            await connection.send(encode(State(timeline=DRILL, baseline=1, tick=tick)))
            await asyncio.sleep(0.02)

    async def take(self, connection: ServerConnection, seat: str, message: object) -> None:
        if isinstance(message, BeatSeen):
            self.beats_seen.append(message.beat)
        if not isinstance(message, Act):
            return
        self.acts.append(message)
        if self.throws_out and seat == "IC" and message.seq == 2:
            await connection.send(encode(Problem(timeline=DRILL, code=self.throws_out, zh="", en="", closing=True)))
            await connection.close()
        elif self.refuses:
            await connection.send(encode(Problem(timeline=DRILL, code="not_running", zh="", en="", seq=message.seq)))
        elif message.seq not in self.unanswered:
            await connection.send(encode(Accepted(timeline=DRILL, seq=message.seq)))
            if message.kind == "go":
                self.goes += 1
                for number in self.numbers(self.goes):
                    event = Happened(
                        timeline=DRILL, event=number, tick=1, kind="did", seat=seat, act="go", subject=message.target
                    )
                    for desk in self.desks:
                        await desk.send(encode(event))


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool as it is, in less time."""
    monkeypatch.setattr(load_client, "SOONEST_S", 0.05)
    monkeypatch.setattr(load_client, "LATEST_S", 0.1)
    monkeypatch.setattr(pressing, "SETTLE_S", 0.2)


async def nothing() -> None:
    return


def pressed(handle: Callable[[ServerConnection], Awaitable[None]], seconds: float = 1.0) -> Report:
    async def run() -> Report:
        async with serve(handle, "127.0.0.1", 0, compression=None) as server:
            return await press(address_of(server), CHAIRS, seconds, nothing, nothing)

    return asyncio.run(run())


def address_of(server: Server) -> str:
    return f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/ws"


def test_a_server_without_fault_has_none() -> None:
    faulty = Faulty()
    seen = pressed(faulty.handle)
    assert seen.whole, seen
    assert (seen.clients, seen.acts) == (3, len(faulty.acts)) and seen.acts > 4
    assert faulty.beats_seen == [7, 7, 7]
    assert 0.0 <= seen.ack_p50_ms <= seen.ack_p99_ms
    assert 0.0 <= seen.event_p50_ms <= seen.event_p95_ms <= seen.event_p99_ms
    assert 0.0 < seen.ticks_hz_least <= seen.ticks_hz and 0.0 < seen.states_hz_least <= seen.states_hz
    assert seen.state_kbit_s > 0.0 and not seen.refused and not seen.dropped


@pytest.mark.parametrize(
    ("numbers", "figures"),
    [
        (lambda n: [n, n], ("doubled",)),
        (lambda n: [] if n == 2 else [n], ("lost", "unseen")),
        (lambda n: [] if n == 2 else [3, 2] if n == 3 else [n], ("late",)),
    ],
    ids=["doubled", "lost", "out of order"],
)
def test_faulty_events_are_counted_as_what_they_are(
    numbers: Callable[[int], list[int]], figures: tuple[str, ...]
) -> None:
    seen = pressed(Faulty(numbers=numbers).handle)
    faults = {name: getattr(seen, name) for name in ("lost", "doubled", "late", "unanswered", "unseen")}
    assert not seen.whole
    assert set(figures) <= {name for name, count in faults.items() if count}
    if figures != ("late",):  # its first copy makes up for the one that came in its place
        assert {name for name, count in faults.items() if count} == set(figures)


def test_an_act_without_an_answer_is_missed() -> None:
    seen = pressed(Faulty(unanswered={2}).handle)
    assert seen.unanswered == 2 and not seen.whole  # of either seat the second act, after which it waits


def test_a_refused_act_leaves_no_gap_and_no_debt() -> None:
    faulty = Faulty(refuses=True)
    seen = pressed(faulty.handle)
    assert {act.seq for act in faulty.acts} == {1}
    assert seen.refused == {"not_running": seen.acts} and seen.whole


def test_who_is_let_go_is_told_with_the_reason() -> None:
    seen = pressed(Faulty(throws_out="too_slow").handle)
    assert seen.dropped == {"too_slow": 1} and not seen.whole


def test_who_is_not_let_in_is_an_error() -> None:
    async def slam(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(encode(Problem(code="unauthorised", zh="", en="", closing=True)))

    with pytest.raises(ConnectionError, match="unauthorised"):
        pressed(slam)


def test_a_message_in_pieces_is_one_message() -> None:
    whole = encode(Beat(timeline=DRILL, beat=7, tick=1))

    async def pieces(connection: ServerConnection) -> None:
        await connection.send([whole[:3], whole[3:9], whole[9:]])
        await connection.wait_closed()

    async def run() -> bytes:
        async with serve(pieces, "127.0.0.1", 0, compression=None) as server:
            taken: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
            wire = Wire(address_of(server), lambda: None, taken.set_result, lambda: None)
            await open_wire(wire, address_of(server))
            try:
                return await taken
            finally:
                wire.close()

    assert asyncio.run(run()) == whole and glance(whole).beat == 7


def test_a_quantile_is_a_value_that_was_seen() -> None:
    values = [5.0, 1.0, 3.0, 2.0, 4.0]
    assert [quantile(values, share) for share in (0.2, 0.21, 0.5, 0.99, 1.0)] == [1.0, 2.0, 3.0, 5.0, 5.0]
