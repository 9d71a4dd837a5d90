"""A drill in lock-step whose seat loses its connection again and again: the same drill as without a network."""

import asyncio
import signal
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from clients.sdk import DrillClient, Pauses, Rest
from scenarios import Scenario
from scenarios.drill import build
from scenarios.play import Played, play
from scoring.marks import prefill
from server.demo.bot import play_seat
from sim_core.chance import drill_keys
from tests.server.chaos import Chaos
from tests.server.served import BRIEF, WHOLE, Place, served

QUICKLY = Pauses(first_s=0.01, longest_s=0.05)
GUARD_S = 300.0  # ends a test that would hang


def headless(scenario: Scenario, seed: int) -> Played:
    """The drill without server and sockets."""
    keys = drill_keys(seed)
    return play(build(scenario, keys.hidden, keys.world), scenario.policies["expert"])


def course(played: Played) -> tuple[int, str]:
    """Ticks and digest."""
    return played.point.world.tick, played.point.chain.hex()


def machine_lines(scenario: Scenario, played: Played) -> dict[str, tuple[str, str]]:
    """Points and timing points of each item that the machine fills."""
    sheet = prefill(played.events, scenario.rubric, ("IC",), played.point.world.tick)
    lines = [line for line in sheet.lines if line.points is not None]
    return {line.item_id: (f"{line.points:.2f}", f"{line.time_points:.2f}") for line in lines}


@dataclass(frozen=True)
class Told:
    """What the server says of a drill that is over. lines: the sheet as it lies before an examiner."""

    course: tuple[int, str]
    lines: dict[str, tuple[str, str]]
    connections: int


async def played(place: Place, scenario: Scenario, seed: int, most_bytes: int) -> Told:
    """Play a seed through a proxy that cuts."""
    prepared = place.prepared(seed, scenario)
    path = f"/api/drills/{prepared.drill}"
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(served(place))
        chaos = await stack.enter_async_context(Chaos(seed, most_bytes).before(server.address))
        director, examiner = [await stack.enter_async_context(Rest(server.address)) for _ in range(2)]
        await director.login("director", prepared.passwords["director"])
        await examiner.login("examiner-1", prepared.passwords["examiner-1"])
        claimed = await director.claim(prepared.code)
        watching = await stack.enter_async_context(
            DrillClient(server.address, director.token, role="director", drill=prepared.drill)
        )
        seat = await stack.enter_async_context(DrillClient(chaos.address, claimed.token, pauses=QUICKLY))
        playing = asyncio.create_task(play_seat(seat, scenario, scenario.policies["expert"]))
        await director.call("POST", f"{path}/directions", {"kind": "start"})
        await playing
        await watching.until(lambda: watching.phase == "sealed")
        told = await director.call("GET", path)
        sheet = await examiner.call("GET", f"{path}/sheet")
        lines = {line["item"]: (line["points"], line["time_points"]) for line in sheet["lines"] if not line["human"]}
        return Told((told["ticks"], told["digest"]), lines, seat.connections)


def plays_as_headless(place: Place, scenario: Scenario, seed: int, most_bytes: int, at_least: int) -> None:
    async def guarded() -> Told:
        async with asyncio.timeout(GUARD_S):
            return await played(place, scenario, seed, most_bytes)

    told, wanted = asyncio.run(guarded()), headless(scenario, seed)
    assert told.connections >= at_least
    assert told.course == course(wanted)
    assert told.lines == machine_lines(scenario, wanted)


def test_cut_at_random(tmp_path: Path) -> None:
    plays_as_headless(Place.at(tmp_path), BRIEF, 7, 10_000, 10)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(30, 38))
def test_cut_again_and_again(tmp_path: Path, seed: int) -> None:
    """Often before the first answer."""
    plays_as_headless(Place.at(tmp_path), WHOLE, seed, 6_000, 200)


@pytest.mark.soak
def test_turned_away_by_the_limits(tmp_path: Path) -> None:
    """A server that takes hardly any message: what it turns away is said again, and no act is lost by it."""
    config = '[operation]\nlog_level = "error"\n[limits]\nmessages_per_s = 3.0\nmessages_burst = 3\n'
    plays_as_headless(Place.at(tmp_path, config=config), BRIEF, 7, 1 << 40, 1)


async def stormed(place: Place, scenario: Scenario, seed: int, kills: int) -> tuple[int, str]:
    """Play a seed on a server that is killed, started anew and told to go on; ticks and digest."""
    prepared, chance = place.prepared(seed, scenario), Random(seed)
    path = f"/api/drills/{prepared.drill}"
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(served(place))
        director = await stack.enter_async_context(Rest(server.address))
        await director.login("director", prepared.passwords["director"])
        claimed = await director.claim(prepared.code)
        seat = await stack.enter_async_context(DrillClient(server.address, claimed.token, pauses=QUICKLY))
        playing = asyncio.create_task(play_seat(seat, scenario, scenario.policies["expert"]))
        await director.call("POST", f"{path}/directions", {"kind": "start"})
        for _ in range(kills):
            await asyncio.sleep(chance.uniform(0.05, 0.5))
            await server.stop(signal.SIGKILL)
            server = await stack.enter_async_context(served(place, server.port))
            await going_on(director, path)
        await playing
        while (told := await director.call("GET", path))["phase"] != "sealed":
            await asyncio.sleep(0.1)
        return told["ticks"], told["digest"]


async def going_on(director: Rest, path: str) -> None:
    """Let an interrupted drill go on, if it has not ended."""
    told = await director.call("GET", path)
    assert told["phase"] in ("frozen", "ended", "sealed", "lobby")
    if told["phase"] in ("frozen", "lobby"):
        kind = "resume" if told["phase"] == "frozen" else "start"
        await director.call("POST", f"{path}/directions", {"kind": kind})


def stands_the_storm(folder: Path, scenario: Scenario, seed: int, kills: int) -> None:
    async def guarded() -> tuple[int, str]:
        async with asyncio.timeout(GUARD_S):
            return await stormed(Place.at(folder), scenario, seed, kills)

    assert asyncio.run(guarded()) == course(headless(scenario, seed))


def test_the_server_is_killed(tmp_path: Path) -> None:
    """An interrupted exam goes on from the log: no act is lost, done twice, or done at another tick."""
    stands_the_storm(tmp_path, BRIEF, 7, 2)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(40, 46))
def test_the_server_is_killed_again_and_again(tmp_path: Path, seed: int) -> None:
    """The same, at more moments."""
    stands_the_storm(tmp_path, WHOLE, seed, 12)
