"""Which connections are made anew, and which not."""

from typing import Any

import pytest
from websockets.asyncio.server import serve

from clients.protocol.frames import encode
from clients.protocol.messages import (
    Baseline,
    Phase,
    Problem,
)
from clients.sdk import EndedError
from clients.sdk import link as link_module
from tests.clients.peer import DRILL, Peer, client, listening, run


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"\xc1",
        b"\x81\xa4type\xa3act",
        "words",
        encode(Baseline(timeline="ff", number=1, tick=1, keys=(), values=())),
    ],
)
def test_nonsense_from_the_server_costs_a_connection_only(nonsense: bytes | str) -> None:
    async def body() -> None:
        peer = Peer()
        async with listening(peer) as address, client(address) as trainee:
            assert peer.current is not None
            await peer.current.send(nonsense)
            await trainee.until(lambda: trainee.connections == 2)
            assert await trainee.act("go") == 1

    run(body)


@pytest.mark.parametrize("code", ["unauthorised", "version", "taken", "not_allowed", "malformed"])
def test_a_closing_problem_ends_it(code: str) -> None:
    async def body() -> None:
        peer = Peer()
        peer.closing = [Problem(code=code, zh="中", en="e", closing=True)]
        async with listening(peer) as address:
            with pytest.raises(EndedError) as ended:
                async with client(address):
                    pass
        assert (ended.value.code, ended.value.zh, peer.connections) == (code, "中", 1)

    run(body)


@pytest.mark.parametrize("code", ["stopping", "busy", "too_slow", "too_many"])
def test_other_closing_problems_do_not(code: str) -> None:
    async def body() -> None:
        peer = Peer()
        peer.closing = [Problem(code=code, zh="中", en="e", closing=True)] * 3
        async with listening(peer) as address, client(address) as trainee:
            assert await trainee.act("go") == 1
        assert peer.connections == 4

    run(body)


def test_an_act_on_its_way_ends_with_the_conversation() -> None:
    async def body() -> None:
        peer = Peer(["act"])
        async with listening(peer) as address, client(address) as trainee:
            peer.closing = [Problem(code="taken", zh="-", en="-", closing=True)]
            with pytest.raises(EndedError, match="taken"):
                await trainee.act("go")
            with pytest.raises(EndedError, match="taken"):
                await trainee.until(lambda: False)
            with pytest.raises(EndedError, match="taken"):
                await trainee.act("go")

    run(body)


def test_a_sealed_drill_is_not_called_again() -> None:
    async def body() -> None:
        peer = Peer()
        async with listening(peer) as address, client(address) as trainee:
            await peer.send(Phase(timeline=DRILL, event=1, tick=9, phase="sealed"))
            await trainee.until(lambda: trainee.phase == "sealed")
            assert peer.current is not None
            await peer.current.close()
            with pytest.raises(EndedError, match="sealed"):
                await trainee.until(lambda: False)
        assert peer.connections == 1

    run(body)


def test_a_server_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "SILENCE_S", 0.05)

    async def body() -> None:
        peer = Peer()
        async with listening(peer) as address, client(address) as trainee:
            await trainee.until(lambda: trainee.connections == 3)

    run(body)


@pytest.mark.parametrize(("status", "ends"), [(403, True), (404, True), (429, False), (503, False)])
def test_a_server_that_opens_no_socket(status: int, ends: bool) -> None:
    async def body() -> None:
        asked = []

        async def answer(connection: Any, request: Any) -> Any:
            asked.append(request.path)
            return connection.respond(status, "") if len(asked) < 3 else None

        async with serve(Peer().handle, "127.0.0.1", 0, process_request=answer) as server:
            address = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
            if ends:
                with pytest.raises(EndedError, match="http"):
                    async with client(address):
                        pass
            else:
                async with client(address) as trainee:
                    assert trainee.connections == 1
        assert asked == ["/ws"] * (1 if ends else 3)

    run(body)


def test_a_proxy_for_the_internet_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)

    async def body() -> None:
        async with listening(Peer()) as address, client(address) as trainee:
            assert trainee.connections == 1

    run(body)
