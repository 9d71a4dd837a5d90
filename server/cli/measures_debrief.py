"""Measures of the debrief: asked of a worker as the server asks it, over its pipe, JSON and compression included."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Literal

from server.cli.engine import engine_id
from server.cli.load_drills import Size, load
from server.cli.measure import Measure
from server.cli.serving import SCENARIO, serving, telling
from server.debrief.opening import Told
from server.debrief.readers import Readers
from server.debrief.work import Reply, Wish

OPENINGS, SEEKS = 5, 40
SPAN_TICKS, STEP_TICKS, SEAT = 200, 10, "OUT"
SEED = 1
DRILLS, SEATS, BESIDE_S, QUICK_S, DESKS = 10, 3, 60.0, 10.0, 2
Ask = Callable[[str, Literal["opening", "states"], tuple[object, ...]], Awaitable[float]]


def open_s(record: bytes, signer: bytes, reference_s: float) -> list[Measure]:
    """A record of 25 minutes, proven and opened: by a worker that is up, and by one that must be started first."""

    async def work(ask: Ask) -> list[float]:
        return [await ask(f"{n}", "opening", (_told(),)) for n in range(OPENINGS + 1)]

    first, *rest = _measured(record, signer, work)
    return [
        Measure("debrief_open_s", median(rest), "s", "python_loop", reference_s, 2.0, 0.3),
        Measure("debrief_first_open_s", first, "s", "python_loop", reference_s, 2.0, 1.5),
    ]


def seek_s(record: bytes, signer: bytes, ticks: int, reference_s: float) -> list[Measure]:
    """The ten seconds around a tick chosen at random, two states a second, and what a seat saw: median and worst."""

    async def work(ask: Ask) -> list[float]:
        await ask("0", "opening", (_told(),))
        wanted = Random(SEED).sample(range(ticks - SPAN_TICKS), SEEKS)
        return [await ask("0", "states", (tick, tick + SPAN_TICKS, STEP_TICKS, SEAT)) for tick in wanted]

    taken = _measured(record, signer, work)
    return [
        Measure("debrief_seek_s", median(taken), "s", "python_loop", reference_s, 0.3, 0.05),
        Measure("debrief_seek_max_s", max(taken), "s", "python_loop", reference_s, 0.3, 0.1),
    ]


def beside_ms(record: bytes, signer: bytes, ticks: int, quick: bool) -> list[Measure]:
    """How late the ticks of ten live drills begin while two debriefs are opened and sought without a pause; the
    reference is the same drills alone."""
    size = Size(DRILLS, SEATS, QUICK_S if quick else BESIDE_S)
    alone_ms = asyncio.run(_late_ms(size))

    async def work(ask: Ask) -> list[float]:
        desks = [asyncio.create_task(_look_back(ask, f"{n}", ticks)) for n in range(DESKS)]
        try:
            return [await _late_ms(size)]
        finally:
            for desk in desks:
                desk.cancel()
                with suppress(asyncio.CancelledError):
                    await desk

    (beside,) = _measured(record, signer, work)
    return [Measure("live_beside_debriefs_late_p99_ms", beside, "ms", "alone", alone_ms, 10.0, 2.0)]


async def _look_back(ask: Ask, name: str, ticks: int) -> None:
    chance = Random(name)
    for opening in range(1 << 30):
        await ask(f"{name}-{opening}", "opening", (_told(),))
        for _ in range(SEEKS):
            tick = chance.randrange(ticks - SPAN_TICKS)
            await ask(f"{name}-{opening}", "states", (tick, tick + SPAN_TICKS, STEP_TICKS, SEAT))


async def _late_ms(size: Size) -> float:
    tell, progress = telling("加压", "under load", size.seconds)
    with TemporaryDirectory(prefix="yanlian-bench-") as folder:
        try:
            async with serving(Path(folder)) as served, served.administrator() as rest:
                return (await load(served.address, rest, SCENARIO, size, tell)).late_p99_ms
        finally:
            progress.close()


def _told() -> Told:
    return Told("0" * 16, "0001", "0" * 64, "http://127.0.0.1/drills/0/debrief")


def _measured(record: bytes, signer: bytes, work: Callable[[Ask], Awaitable[list[float]]]) -> list[float]:
    """Run against a worker of its own; each name is a copy of the record, so that none is open yet."""

    async def run(folder: Path) -> list[float]:
        readers = Readers()

        async def ask(name: str, what: Literal["opening", "states"], arguments: tuple[object, ...]) -> float:
            path = folder / f"{name}.ylr"
            if not path.exists():
                path.write_bytes(record)
            start_s = perf_counter()
            reply: Reply = await readers.ask(Wish(what, path, signer, engine_id(), arguments))
            if not reply.body:
                raise RuntimeError(f"the record that was measured is not shown: {reply.code} {reply.reason.en}")
            return perf_counter() - start_s

        try:
            return await work(ask)
        finally:
            await readers.end()

    with TemporaryDirectory(prefix="yanlian-debrief-") as folder:
        return asyncio.run(run(Path(folder)))
