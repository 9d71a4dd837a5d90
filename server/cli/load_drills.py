"""Load drills: training drills opened over the routes of a server, and what its metrics say, for a load tool."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf, nan

import httpx
from prometheus_client.parser import text_string_to_metric_families

from clients.load import Chair, Report, press
from clients.sdk import Rest
from clients.sdk.link import socket_address

SEATS = ("IC", "DCS", "OUT", "SAF", "FF", "LIA")
AT_ONCE = 4  # requests under way


async def open_drills(rest: Rest, scenario: str, drills: int, seats: int) -> list[Chair]:
    """Open drills and claim their first `seats` seats; each drill's chairs, the last of them staff's. RestError."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one() -> list[Chair]:
        async with gate:
            wish = {"scenario": scenario, "people": dict.fromkeys(SEATS[:seats], "person")}
            opened = await rest.call("POST", "/api/drills", wish)
            claimed = [await rest.claim(code) for code in opened["codes"].values()]
        drill = str(opened["drill"]["id"])
        return [*(Chair(drill, seat.token, seat.seat) for seat in claimed), Chair(drill, rest.token)]

    opened = await asyncio.gather(*(one() for _ in range(drills)))
    return [chair for chairs in opened for chair in chairs]


async def direct_all(rest: Rest, drills: Iterable[str], kind: str) -> None:
    """Do one thing to many drills. RestError."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(drill: str) -> None:
        async with gate:
            await rest.call("POST", f"/api/drills/{drill}/directions", {"kind": kind})

    await asyncio.gather(*map(one, drills))


@dataclass(frozen=True, slots=True)
class Scrape:
    """What /metrics said at one moment. late: upper bound in s -> ticks that began no later, so far. memory_mb,
    cpu_s: of the server's process. slow: clients that do not keep up. too_slow: those let go for it, so far."""

    late: dict[float, float]
    memory_mb: float
    cpu_s: float
    slow: int
    too_slow: int


async def scrape(address: str, token: str = "") -> Scrape:
    """Ask a server for its metrics. token: of an administrator's log-in, if it asks for one. httpx.HTTPError."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"{address}/metrics", headers=headers)
    answer.raise_for_status()
    return read_metrics(answer.text)


def read_metrics(text: str) -> Scrape:
    """Read what /metrics says. KeyError: it is not of a server of this version."""
    late: dict[float, float] = {}
    others: dict[str, float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            if sample.name == "yanlian_tick_lateness_seconds_bucket":
                late[float(sample.labels["le"])] = sample.value
            else:
                others["/".join((sample.name, *sample.labels.values()))] = sample.value
    return Scrape(
        late,
        others.get("process_resident_memory_bytes", nan) / 1.0e6,
        others.get("process_cpu_seconds_total", nan),
        int(others["yanlian_connections_slow"]),
        int(others["yanlian_clients_dropped_total/too_slow"]),
    )


def lateness_ms(before: Scrape, after: Scrape, share: float) -> float:
    """How late the ticks between two scrapes began: the bound that `share` of them kept, interpolated between the
    bounds that are counted, ms; nan if there was none."""
    counted = [(bound_s, after.late[bound_s] - before.late[bound_s]) for bound_s in sorted(after.late)]
    wanted = share * counted[-1][1]
    low_s, low = 0.0, 0.0
    for bound_s, ticks in counted:
        if ticks >= wanted and ticks > low:
            part = (wanted - low) / (ticks - low)
            return 1000.0 * (low_s if bound_s == inf else low_s + part * (bound_s - low_s))
        low_s, low = bound_s, ticks
    return nan


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a load. seats: held by clients in each drill, with one more client for staff."""

    drills: int
    seats: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a load: what the clients saw, and what the server's metrics said before and after."""

    report: Report
    before: Scrape
    after: Scrape

    @property
    def late_p99_ms(self) -> float:
        """How late ticks began."""
        return lateness_ms(self.before, self.after, 0.99)


async def load(address: str, rest: Rest, scenario: str, size: Size, tell: Callable[[float], None]) -> Loaded:
    """Open drills on a server, put clients into them, let them act; in the end the drills are annulled.

    tell: hears the seconds that have passed. RestError, OSError, httpx.HTTPError.
    """
    chairs = await open_drills(rest, scenario, size.drills, size.seats)
    drills = {chair.drill for chair in chairs}
    begun: list[Scrape] = []

    async def start() -> None:
        await direct_all(rest, drills, "start")

    async def counting() -> None:
        begun.append(await scrape(address, rest.token))

    try:
        report = await press(socket_address(address), chairs, size.seconds, start, counting, tell)
        after = await scrape(address, rest.token)
    finally:
        await direct_all(rest, drills, "annul")
    return Loaded(report, begun[0], after)
