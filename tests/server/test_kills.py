"""kill -9 at random moments under load: nothing acknowledged is lost, nothing is done twice, nothing is told otherwise.

Real processes: server, delivery worker, sealing job, receiver. Training drills at real time and exams in lock-step,
seats and desks over sockets, examiners over routes. What is checked is in tests/server/kill_checks.py.
"""

import asyncio
import random
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from clients.sdk import RestError
from server.catalogue import drills, results
from server.catalogue.engine import reading
from server.cli.serve import LOG
from server.rooms.rows import TickRow, write
from server.store.log import Row
from server.store.sqlite_log import SqliteLog
from tests.server.kill_checks import check_all
from tests.server.kill_players import Memory, Players
from tests.server.kill_site import CREW, Desk, Exam, Site

AT_ONCE = 2  # exams under way
PATIENCE_S = 180.0


@dataclass(frozen=True)
class Weather:
    """kills: of the server. life_s: see `Site.live_and_die`. trainings: at a time. exams: in all, at most."""

    kills: int
    life_s: float
    trainings: int
    exams: int


async def storm(site: Site, memory: Memory, weather: Weather) -> None:
    """Play drills while the server is killed so often; afterwards see everything to its end, and stop it gently."""
    over, harm = asyncio.Event(), asyncio.Event()
    harm.set()
    patience_s = PATIENCE_S + 20.0 * weather.kills
    async with AsyncExitStack() as stack, asyncio.timeout(patience_s), asyncio.TaskGroup() as group:
        desks = {name: await stack.enter_async_context(Desk(site.address)) for name in CREW}
        players = Players(site.address, desks, site.chance, memory)
        first = site.open_exam()
        site.serve()
        await site.up()
        await asyncio.gather(*(desk.sign_in(name) for name, desk in desks.items()))
        exams = [group.create_task(players.examination(first))]
        slots = [group.create_task(players.train(over)) for _ in range(weather.trainings)]
        keeping = [group.create_task(site.keep_receiver(harm)), group.create_task(site.kill_workers())]
        for kill in range(weather.kills):
            await site.live_and_die(weather.life_s, is_up=kill == 0)
            if sum(not exam.done() for exam in exams) < AT_ONCE and len(exams) < weather.exams:
                exams.append(group.create_task(players.examination(site.open_exam())))
            site.serve()
        over.set()
        await site.up()
        await asyncio.gather(*slots)
        await asyncio.gather(*exams)
        keeping[1].cancel()
        harm.clear()
        await leave_nothing(site, players, desks["admin"])
        await site.stop()
        keeping[0].cancel()


async def leave_nothing(site: Site, players: Players, desk: Desk) -> None:
    """Wait until every result is delivered; end the drills of which nobody was told before the server died."""
    with reading(site.house.catalogue) as db:
        rows = drills.list_(db, limit=10_000)
    for row in rows:
        if row.phase != "sealed":
            await players.direct(row.id, "annul", "nobody was told of it")
            await players.keep_going(row.id)
    while set((await desk.call("GET", "/api/outbox"))["counts"]) - {"delivered"}:
        await asyncio.sleep(0.2)


def killed(folder: Path, seed: int, weather: Weather) -> tuple[Site, Memory]:
    """The whole of it, checked."""
    print(f"seed {seed}")
    memory = Memory()
    with Site(folder, random.Random(seed)) as site:
        asyncio.run(storm(site, memory, weather))
        assert site.server_kills == weather.kills
        check_all(site, memory)
        with reading(site.house.catalogue) as db:
            attempts = sum(row.attempts for row in results.deliveries(db))
        print(
            f"kills: server {site.server_kills}, worker {site.worker_kills}, receiver {site.receiver_kills} "
            f"(died by itself {site.receiver_deaths}); drills {len(memory.trainings)} + {len(memory.exams)} exams; "
            f"acts {len(memory.acts)}, staff acts {sum(memory.staff.values())}, digests {len(memory.digests)}, "
            f"events {sum(map(len, memory.heard.values()))}, heard again {memory.replayed}, "
            f"saves {sum(map(len, memory.saves.values()))}, attempts {attempts}"
        )
    return site, memory


def test_kills_lose_nothing(tmp_path: Path) -> None:
    _, memory = killed(tmp_path, 1, Weather(kills=6, life_s=2.0, trainings=1, exams=2))
    assert memory.acts
    assert memory.replayed
    assert memory.fingerprints


def test_drill_that_cannot_be_restored_harms_no_other(tmp_path: Path) -> None:
    async def look(site: Site, broken: str, whole: Exam) -> None:
        site.serve()
        await site.up()
        async with Desk(site.address) as desk:
            await desk.sign_in("director")
            with pytest.raises(RestError, match="no_such_drill"):
                await desk.call("POST", f"/api/drills/{broken}/directions", {"kind": "start"})
            await desk.call("POST", f"/api/drills/{whole.drill}/directions", {"kind": "start"})
        await site.stop()

    with Site(tmp_path, random.Random(3)) as site:
        broken, whole = site.open_exam().drill, site.open_exam()
        store = SqliteLog(tmp_path / LOG)
        store.append([Row(broken, "tick", 0, write(TickRow(0, (), bytes(16), {})))])  # no drill begins with this digest
        store.close()
        asyncio.run(look(site, broken, whole))
        (told,) = [line for line in site.log.read_text().splitlines() if "drill_not_restored" in line]
        assert broken in told
        assert "RestoreError" in told


@pytest.mark.soak
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    site, memory = killed(tmp_path, 2, Weather(kills=200, life_s=4.5, trainings=3, exams=60))
    assert len(memory.acts) > 1000
    assert len(memory.fingerprints) >= 10
    assert site.worker_kills > 20
