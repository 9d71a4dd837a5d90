"""Restore measures: a server killed by -9 under load, and how soon its drills answer again, frozen, with the digest
that stands in the log."""

import asyncio
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from clients.load import press
from clients.sdk import Rest
from clients.sdk.link import socket_address
from server.cli.load_drills import direct_all, open_drills
from server.cli.measure import Measure
from server.cli.serve import LOG
from server.cli.serving import SCENARIO, serving, telling
from server.rooms.rows import TickRow, read
from server.store.sqlite_log import SqliteLog

SEATS = 3
POLL_S = 0.005


def restore_one_s(quick: bool) -> list[Measure]:
    """From the start of the process to its drill answering, frozen, same digest; the reference is an empty start."""
    return [Measure("restore_one_s", _restored_s(1, 5.0 if quick else 60.0), "s", "empty_start", _empty_s(), 2.0, 1.0)]


def restore_forty_s(quick: bool) -> list[Measure]:
    """The same with forty drills, all of them."""
    drills, seconds = (4, 5.0) if quick else (40, 180.0)
    return [Measure("restore_forty_s", _restored_s(drills, seconds), "s", "empty_start", _empty_s(), 5.0, 1.0)]


@cache
def _empty_s() -> float:
    async def run() -> float:
        with TemporaryDirectory(prefix="yanlian-bench-") as folder:
            begun_s = perf_counter()
            async with serving(Path(folder)):
                return perf_counter() - begun_s

    return asyncio.run(run())


def _restored_s(drills: int, seconds: float) -> float:
    tell, progress = telling("加压后断电", "under load, then killed", seconds)
    with TemporaryDirectory(prefix="yanlian-bench-") as folder:
        try:
            token = asyncio.run(_run_and_kill(Path(folder), drills, seconds, tell))
        finally:
            progress.close()
        return asyncio.run(_start_again(Path(folder), token, _digests(Path(folder))))


async def _run_and_kill(folder: Path, drills: int, seconds: float, tell: Callable[[float], None]) -> str:
    """Kill a server under load; a log-in's token that is good afterwards."""
    async with serving(folder) as served, served.administrator() as rest:
        chairs = await open_drills(rest, SCENARIO, drills, SEATS)

        def pass_(passed_s: float) -> None:
            tell(passed_s)
            if passed_s >= seconds and served.process.returncode is None:
                served.process.kill()

        async def nothing() -> None:
            return

        async def start() -> None:
            await direct_all(rest, {chair.drill for chair in chairs}, "start")

        await press(socket_address(served.address), chairs, seconds + 0.5, start, nothing, pass_)
        return rest.token


def _digests(folder: Path) -> dict[str, str]:
    """The newest digest of each drill that is on disk."""
    log = SqliteLog(folder / LOG)
    try:
        return {drill: _newest(log, drill) for drill in log.drills()}
    finally:
        log.close()


def _newest(log: SqliteLog, drill: str) -> str:
    rows = (read(row.kind, row.payload) for row in log.read(drill, kinds=("tick",)))
    newest = [row.chain for row in rows if isinstance(row, TickRow) and row.chain][-1:]
    return newest[0].hex() if newest else ""


async def _start_again(folder: Path, token: str, digests: dict[str, str]) -> float:
    begun_s = perf_counter()
    async with serving(folder) as served, Rest(served.address, token=token) as rest:
        while True:
            shown = {drill["id"]: (drill["phase"], drill["digest"]) for drill in await rest.call("GET", "/api/drills")}
            taken_s = perf_counter() - begun_s
            if set(shown) == set(digests) and all(phase == "frozen" for phase, _ in shown.values()):
                break
            await asyncio.sleep(POLL_S)
    wrong = [drill for drill, digest in digests.items() if shown[drill][1] != digest]
    if wrong:
        raise RuntimeError(f"came back with another digest: {wrong}")
    return taken_s
