"""Live measures: what clients of a real server see of 40 drills, beside bare sockets and a bare disk in one run."""

import asyncio
import sqlite3
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from clients.load import Chair, Report, press
from clients.load.report import quantile
from server.cli.children import ended
from server.cli.load_drills import SEATS, Loaded, Size, load
from server.cli.measure import Measure
from server.cli.serving import SCENARIO, serving, telling

FULL, QUICK = Size(40, 3, 300.0), Size(3, 3, 5.0)
RELAYED_S = 30.0
COMMITS = 300


def live_tick_lateness_p99_ms(quick: bool) -> list[Measure]:
    """How late ticks begin; the reference is a bare timer in the load tool."""
    loaded = _loaded(quick)
    late_ms = loaded.late_p99_ms
    return [Measure("live_tick_lateness_p99_ms", late_ms, "ms", "bare_timer", loaded.report.own_late_p99_ms, 10.0, 2.0)]


def live_rate_hz(quick: bool) -> list[Measure]:
    """Ticks that the states bring to the client that gets least."""
    value, reference = _loaded(quick).report.ticks_hz_least, _relayed(quick).ticks_hz_least
    return [Measure("live_rate_hz", value, "Hz", "bare_relay", reference, 19.95, 20.0)]


def live_act_to_event_p95_ms(quick: bool) -> list[Measure]:
    """From an act to its event on another client."""
    value, reference = _loaded(quick).report.event_p95_ms, _relayed(quick).event_p95_ms
    return [Measure("live_act_to_event_p95_ms", value, "ms", "bare_relay", reference, 120.0, 80.0)]


def live_ack_p99_ms(quick: bool) -> list[Measure]:
    """From an act to its acknowledgement, which is given when it is on disk."""
    value = _loaded(quick).report.ack_p99_ms
    return [Measure("live_ack_p99_ms", value, "ms", "bare_commit", _commit_p99_ms(), 60.0, 25.0)]


def live_state_kbit_s(quick: bool) -> list[Measure]:
    """States to a trainee; the reference is every state sent whole."""
    seen = _loaded(quick).report
    return [Measure("live_state_kbit_s", seen.state_kbit_s, "kbit/s", "sent_whole", seen.whole_kbit_s, 40.0, 15.0)]


def live_lost_events(quick: bool) -> list[Measure]:
    """Numbered events lost, doubled or out of order, acts without answer or event; the reference is the acts."""
    seen = _loaded(quick).report
    lost = seen.lost + seen.doubled + seen.late + seen.unanswered + seen.unseen
    return [Measure("live_lost_events", lost, "", "acts", seen.acts, 0.0, 0.0)]


@cache
def _loaded(quick: bool) -> Loaded:
    """One load for all these figures."""
    size = QUICK if quick else FULL

    async def run() -> Loaded:
        with TemporaryDirectory(prefix="yanlian-bench-") as folder:
            async with serving(Path(folder)) as served, served.administrator() as rest:
                return await load(served.address, rest, SCENARIO, size, tell)

    tell, progress = telling("加压", "under load", size.seconds)
    try:
        return asyncio.run(run())
    finally:
        progress.close()


@cache
def _relayed(quick: bool) -> Report:
    """The same clients at a server that only passes on."""
    size = QUICK if quick else FULL
    chairs = [
        Chair(f"room{n}", f"room{n}/{seat}", seat) for n in range(size.drills) for seat in (*SEATS[: size.seats], "")
    ]

    async def nothing() -> None:
        return

    async def run() -> Report:
        relay = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "server.cli.bare_relay"), stdout=asyncio.subprocess.PIPE
        )
        async with ended(relay):
            assert relay.stdout is not None
            port = int(await relay.stdout.readline())
            return await press(f"ws://127.0.0.1:{port}", chairs, min(size.seconds, RELAYED_S), nothing, nothing)

    return asyncio.run(run())


def _commit_p99_ms() -> float:
    """A small row committed to a bare SQLite file as durably as the log is, nothing else going on."""
    with TemporaryDirectory(prefix="yanlian-bench-") as folder:
        db = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        try:
            for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE t (b BLOB)"):
                db.execute(statement)
            taken_s = []
            for _ in range(COMMITS):
                begun_s = perf_counter()
                db.execute("INSERT INTO t VALUES (?)", (bytes(200),))
                taken_s.append(perf_counter() - begun_s)
        finally:
            db.close()
    return 1000.0 * quantile(taken_s, 0.99)
