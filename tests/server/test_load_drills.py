"""What the load commands read of a server's metrics, and the commands themselves against a real server."""

import asyncio
import json
from collections import Counter
from pathlib import Path

import psutil
import pytest

from clients.load import Chair, press
from clients.sdk import Rest
from clients.sdk.link import socket_address
from server.cli.load_drills import direct_all, lateness_ms, open_drills, read_metrics
from server.cli.measures import LONG, MEASURES
from server.cli.measures_slow import Watched, watch
from server.operation.metrics import Metrics
from server.operation.vitals import Reading
from tests.server.conftest import Yanlian
from tests.server.served import Place, Server, served

READING = Reading("0", Counter(), Counter(), 0, None, {}, None, 1, 2, 0.0, 0.0, slow=2)


def test_lateness_is_that_of_the_ticks_between_two_looks() -> None:
    metrics = Metrics()
    for _ in range(50):
        metrics.tick(0.9)  # long ago
    before = read_metrics(metrics.render(READING).decode())
    for late_s in (*[0.0009] * 90, *[0.0035] * 9, 0.09):
        metrics.tick(late_s)
    after = read_metrics(metrics.render(READING).decode())
    assert after.slow == 2 and after.too_slow == 0
    assert 0.75 <= lateness_ms(before, after, 0.90) <= 1.0
    assert 3.0 <= lateness_ms(before, after, 0.99) <= 4.0
    assert 50.0 <= lateness_ms(before, after, 1.0) <= 100.0


def test_nothing_between_two_looks_is_no_figure() -> None:
    look = read_metrics(Metrics().render(READING).decode())
    assert lateness_ms(look, look, 0.99) != lateness_ms(look, look, 0.99)  # nan


async def _slow_among_others(server: Server) -> None:
    async with Rest(server.address) as rest:
        await rest.login(server.first["name"], server.first["password"])
        chairs = await open_drills(rest, "tank_overfill", 2, 3)
        slow: list[Chair] = [chairs[0], chairs[4]]
        watched, process = Watched(), psutil.Process(server.process.pid)
        memory: list[int] = []
        watching: list[asyncio.Task[None]] = []

        async def start() -> None:
            await direct_all(rest, {chair.drill for chair in chairs}, "start")

        async def counting() -> None:
            watching.append(asyncio.create_task(watch(server.address, slow, watched)))

        others = [chair for chair in chairs if chair not in slow]
        tell = lambda _: memory.append(process.memory_info().rss)  # noqa: E731 - an argument with a name
        seen = await press(socket_address(server.address), others, 14.0, start, counting, tell)
        async with asyncio.timeout(30.0):  # a guard: the server's own bounds are held in test_live_line.py
            await asyncio.gather(*watching)
    assert watched.noticed_s is not None and watched.dropped_s is not None
    assert watched.noticed_s < watched.dropped_s
    assert seen.whole, seen
    assert seen.clients == len(chairs) - 2 and seen.acts > 0
    assert max(memory) - memory[0] < 16 << 20


def test_who_does_not_read_is_let_go_and_nobody_else_loses_anything(tmp_path: Path) -> None:
    async def run() -> None:
        async with served(Place.at(tmp_path)) as server:
            await _slow_among_others(server)

    asyncio.run(run())


def test_loadtest_puts_a_server_under_load_and_tidies_up(tmp_path: Path, yanlian: Yanlian) -> None:
    async def run() -> None:
        async with served(Place.at(tmp_path)) as server:
            options = ("--drills", 1, "--seats", 2, "--seconds", 2, "--json")
            secret = {"YANLIAN_PASSWORD": server.first["password"]}
            done = await asyncio.to_thread(yanlian, "loadtest", server.address, *options, env=secret)
            assert done.returncode == 0, done.stderr
            figures = json.loads(done.stdout)
            assert figures["whole"] and figures["clients"] == 3
            assert 0.0 < figures["state_kbit_s"] < figures["whole_kbit_s"]
            assert figures["ticks_hz_least"] > 0.0 and figures["tick_lateness_p99_ms"] >= 0.0
            async with Rest(server.address) as rest:
                await rest.login("admin", server.first["password"])
                assert {drill["phase"] for drill in await rest.call("GET", "/api/drills")} <= {"ended", "sealed"}

            wrong = await asyncio.to_thread(yanlian, "loadtest", server.address, env={"YANLIAN_PASSWORD": "x"})
            assert wrong.returncode == 1 and len(wrong.stderr.splitlines()) == 1

    asyncio.run(run())


@pytest.mark.parametrize("address", ["localhost:1", "ftp://localhost"])
def test_loadtest_wants_an_address(yanlian: Yanlian, address: str) -> None:
    assert yanlian("loadtest", address, env={"YANLIAN_PASSWORD": "x"}).returncode == 2


def test_loadtest_says_when_nobody_is_there(yanlian: Yanlian) -> None:
    done = yanlian("loadtest", "http://127.0.0.1:1", env={"YANLIAN_PASSWORD": "x"})
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(LONG))
def test_a_live_measure_has_its_reference_in_the_same_run(name: str) -> None:
    for row in MEASURES[name](True):
        assert row.reference_value > 0.0 and row.value == row.value, row
