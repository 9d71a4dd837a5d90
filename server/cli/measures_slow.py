"""Slow reader measures: one client that never reads and one that reads a trickle and answers late, among many."""

import asyncio
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from clients.load import Chair, Report, dawdle, press
from clients.sdk.link import socket_address
from server.cli.load_drills import Size, direct_all, open_drills, scrape
from server.cli.measure import Measure
from server.cli.serving import SCENARIO, serving, telling

FULL, QUICK = Size(50, 5, 30.0), Size(2, 3, 16.0)
TRICKLE_BYTES_S = 200.0
POLL_S = 0.25
DAWDLERS = 2


@dataclass(slots=True)
class Watched:
    """What became of the two, s after the second of them stopped reading as it should; memory: of the server, MB."""

    begun_s: float = 0.0
    noticed_s: float | None = None
    dropped_s: float | None = None
    memory_mb: list[float] = field(default_factory=list)


def slow_reader(quick: bool) -> list[Measure]:
    """When both were noticed and dropped, what the others lost, how the server's memory grew meanwhile."""
    watched, seen = _slow(quick)
    if watched.noticed_s is None or watched.dropped_s is None:
        raise RuntimeError("a client that does not read was not let go")
    pause_s, memory = seen.longest_pause_s, watched.memory_mb
    lost = seen.lost + seen.doubled + seen.late + seen.unanswered + seen.unseen + sum(seen.dropped.values())
    return [
        Measure("slow_reader_noticed_s", watched.noticed_s, "s", "others_pause", pause_s, 5.0, 4.0),
        Measure("slow_reader_dropped_s", watched.dropped_s, "s", "others_pause", pause_s, 15.0, 11.0),
        Measure("slow_reader_lost_of_others", lost, "", "acts", seen.acts, 0.0, 0.0),
        Measure("slow_reader_memory_mb", max(memory) - memory[0], "MB", "before", memory[0], 20.0, 5.0),
    ]


@cache
def _slow(quick: bool) -> tuple[Watched, Report]:
    size = QUICK if quick else FULL
    tell, progress = telling("慢读客户端", "slow readers", size.seconds)

    async def run() -> tuple[Watched, Report]:
        with TemporaryDirectory(prefix="yanlian-bench-") as folder:
            async with serving(Path(folder)) as served, served.administrator() as rest:
                chairs = await open_drills(rest, SCENARIO, size.drills, size.seats)
                slow = [chairs[n * (size.seats + 1)] for n in range(DAWDLERS)]  # a seat in each of two drills
                watched, tasks = Watched(), []

                async def start() -> None:
                    await direct_all(rest, {chair.drill for chair in chairs}, "start")

                async def counting() -> None:
                    tasks.append(asyncio.create_task(watch(served.address, slow, watched)))

                others = [chair for chair in chairs if chair not in slow]
                seen = await press(socket_address(served.address), others, size.seconds, start, counting, tell)
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                return watched, seen

    try:
        return asyncio.run(run())
    finally:
        progress.close()


async def watch(address: str, slow: list[Chair], watched: Watched) -> None:
    """Let the first of two chairs never read and the second read a trickle; note what the server makes of them."""
    begun = asyncio.Semaphore(0)
    rates = (0.0, TRICKLE_BYTES_S)
    tasks = [
        asyncio.create_task(dawdle(socket_address(address), chair, rate, begun.release))
        for chair, rate in zip(slow, rates, strict=True)
    ]
    try:
        for _ in slow:
            await begun.acquire()
        watched.begun_s = perf_counter()
        while watched.dropped_s is None:
            seen = await scrape(address)
            passed_s = perf_counter() - watched.begun_s
            watched.memory_mb.append(seen.memory_mb)
            if watched.noticed_s is None and seen.slow + seen.too_slow >= len(slow):
                watched.noticed_s = passed_s
            if seen.too_slow >= len(slow):
                watched.dropped_s = passed_s
            await asyncio.sleep(POLL_S)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
