"""Training drills on a real server at real time: what directors do, branches, stops, restarts, and who comes late."""

import asyncio
import signal
import subprocess
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from clients.protocol.messages import Baseline, Happened, Message, Phase, SeatHeld, State
from clients.sdk import DrillClient, EndedError, Pauses, RefusedError, Rest, RestError
from server.cli.again import again
from tests.server.conftest import surroundings
from tests.server.served import Place, Server, served

GUARD_S = 120.0  # ends a test that would hang
QUICKLY = Pauses(first_s=0.01, longest_s=0.1)
PASSWORD = "correct horse 电池 staple"


def run(work: Coroutine[Any, Any, None]) -> None:
    async def guarded() -> None:
        async with asyncio.timeout(GUARD_S):
            await work

    asyncio.run(guarded())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place.at(tmp_path_factory.mktemp("training"))


@pytest.fixture(scope="module")
def server(place: Place) -> Iterator[Server]:
    """One server for all tests here that do not stop it."""
    with asyncio.Runner() as runner:
        context = served(place)
        up = runner.run(context.__aenter__())
        try:
            runner.run(staffed(up))
            yield up
        finally:
            runner.run(context.__aexit__(None, None, None))


async def staffed(server: Server) -> None:
    """Accounts of every role, all with one password."""
    async with Rest(server.address) as admin:
        await admin.login(server.first["name"], server.first["password"])
        for role in ("director", "examiner", "auditor", "medic"):
            await admin.call("POST", "/api/accounts", {"name": role, "role": role, "password": PASSWORD})


@dataclass
class Drill:
    """A training drill, its director, and who holds its seats."""

    server: Server
    director: Rest
    id: str
    codes: dict[str, str]
    seats: dict[str, DrillClient] = field(default_factory=dict)
    heard: list[Message] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"/api/drills/{self.id}"

    async def do(self, kind: str, **what: Any) -> None:
        await self.director.call("POST", f"{self.path}/directions", {"kind": kind, **what})

    async def look(self) -> dict[str, Any]:
        told: dict[str, Any] = await self.director.call("GET", self.path)
        return told

    async def until(self, phase: str) -> dict[str, Any]:
        while (told := await self.look())["phase"] != phase:
            await asyncio.sleep(0.05)
        return told

    async def play_to(self, tick: int) -> None:
        """Go on in lock-step, every seat doing nothing, to a tick."""
        await self.do("speed", value=0.0)
        for seat in self.seats.values():
            await seat.ready(tick)
        for seat in self.seats.values():
            await seat.until(lambda seat=seat: seat.state.tick >= tick)  # type: ignore[misc]


@asynccontextmanager
async def drill(server: Server, *people: str, **asked: Any) -> AsyncIterator[Drill]:
    """A new training drill, with a client in each seat."""
    async with AsyncExitStack() as stack:
        director = await stack.enter_async_context(Rest(server.address))
        await director.login("director", PASSWORD)
        body = {"scenario": "tank_overfill", "people": dict.fromkeys(people, "person"), **asked}
        opened = await director.call("POST", "/api/drills", body)
        made = Drill(server, director, opened["drill"]["id"], opened["codes"])
        for seat in people:
            token = (await director.claim(made.codes[seat])).token
            client = DrillClient(server.address, token, pauses=QUICKLY, hear=made.heard.append)
            made.seats[seat] = await stack.enter_async_context(client)
        yield made


def desk(server: Server, rest: Rest, role: str, drill: str, heard: list[Message], last_event: int = 0) -> DrillClient:
    return DrillClient(
        server.address, rest.token, role=role, drill=drill, hear=heard.append, last_event=last_event, pauses=QUICKLY
    )


def verified(place: Place, record: bytes) -> None:
    """The record holds, by the command of another process."""
    file = place.home / "record.ylr"
    file.write_bytes(record)
    done = subprocess.run(
        again("verify", file, "--json"), env=surroundings(place.home), cwd=place.home, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_a_director_does(server: Server, place: Place) -> None:
    async def course() -> None:
        async with drill(server, "IC", "DCS") as at:
            ic, dcs, told = at.seats["IC"], at.seats["DCS"], list[Message]()
            with pytest.raises(RefusedError) as early:
                await ic.act("halt")
            assert early.value.code == "not_running"
            async with desk(server, at.director, "director", at.id, told) as watching:
                await at.do("start")
                await ic.until(lambda: ic.state.tick > 10)
                assert await ic.act("declare", "T-101") == 1
                await watching.until(lambda: any(isinstance(m, Happened) and m.seat == "IC" for m in told))

                await at.do("freeze", reason="让我们看看 let us look")
                await ic.until(lambda: ic.phase == "frozen")
                stood = (await at.look())["ticks"]
                with pytest.raises(RefusedError):
                    await ic.act("halt")
                assert (await at.look())["ticks"] == stood
                with pytest.raises(RestError) as refused:
                    await at.do("freeze")
                assert (refused.value.status, refused.value.code) == (409, "not_running")

                await at.do("speed", value=0.5)
                await at.do("resume")
                await ic.until(lambda: ic.phase == "running" and ic.speed == 0.5 and ic.state.tick > stood)
                await at.do("inject", target="radio_dies", detail="OUT")
                await watching.until(lambda: any(isinstance(m, Happened) and m.act == "inject" for m in told))

                await at.do("takeover", target="DCS", detail="colleague")
                with pytest.raises(EndedError):
                    await dcs.until(lambda: False)
                assert dcs.ended is not None
                assert dcs.ended.code == "taken"
                await watching.until(lambda: ("DCS", "colleague") in holders(told))
                await at.do("takeover", target="DCS", detail="person")
                await watching.until(lambda: holders(told)[-1] == ("DCS", "person"))
                code = (await at.director.call("POST", f"{at.path}/seats/DCS/code"))["code"]
                token = (await at.director.claim(code)).token
                async with DrillClient(server.address, token, pauses=QUICKLY) as dcs_again:
                    at.seats["DCS"] = dcs_again
                    assert await dcs_again.act("operate", "P-101", "stop") == 1
                    await at.play_to(600)
                await at.do("annul")
                await watching.until(lambda: watching.phase == "sealed")
            told_of = await at.look()
            assert (told_of["outcome"], told_of["phase"]) == ("annulled", "sealed")
            assert told_of["ticks"] >= 600
            verified(place, await at.director.fetch(f"{at.path}/record"))

    run(course())


def holders(told: list[Message]) -> list[tuple[str, str]]:
    return [(m.seat, m.holder) for m in told if isinstance(m, SeatHeld)]


def test_a_branch(server: Server, place: Place) -> None:
    """It has the parent's past, a course of its own, and its record holds; the parent stays as it is."""

    async def course() -> None:
        async with drill(server, "IC") as at:
            ic = at.seats["IC"]
            await at.do("start")
            await at.play_to(100)
            await ic.act("declare", "T-101")
            await at.play_to(400)
            while_running = await at.director.call("POST", f"{at.path}/branches", {"tick": 200})
            with pytest.raises(RestError) as beyond:
                await at.director.call("POST", f"{at.path}/branches", {"tick": 100_000})
            assert beyond.value.code == "beyond_the_end"
            await at.do("annul")
            parent = await at.until("sealed")
            record = await at.director.fetch(f"{at.path}/record")
            verified(place, record)
            afterwards = await at.director.call("POST", f"{at.path}/branches", {"tick": 200})
            for opened in (while_running, afterwards):
                await another_course(at, opened, place)
            assert await at.look() == parent
            assert await at.director.fetch(f"{at.path}/record") == record

    async def another_course(at: Drill, opened: dict[str, Any], place: Place) -> None:
        other = Drill(server, at.director, opened["drill"]["id"], opened["codes"])
        told = await other.look()
        assert (told["phase"], told["ticks"], told["parent"], told["parent_tick"]) == ("frozen", 200, at.id, 200)
        token = (await at.director.claim(other.codes["IC"])).token
        async with DrillClient(server.address, token, pauses=QUICKLY) as ic:
            other.seats["IC"] = ic
            assert ic.welcome is not None
            assert ic.welcome.last_seq == 1
            await other.do("resume")
            assert await ic.act("operate", "P-101", "stop", to="DCS") == 2
            await other.play_to(500)
            await other.do("annul")
            await other.until("sealed")
        verified(place, await at.director.fetch(f"{other.path}/record"))

    run(course())


def test_seats_know_numbers_alone_and_a_branch_keeps_them(server: Server) -> None:
    async def course() -> None:
        async with Rest(server.address) as director:
            await director.login("director", PASSWORD)
            people = {"IC": "person", "DCS": "person", "OUT": "bot"}
            body = {"scenario": "tank_overfill", "people": people, "candidate": "0400"}
            opened = await director.call("POST", "/api/drills", body | {"candidates": {"IC": "0411", "DCS": ""}})
            known = {"IC": "0411", "DCS": "", "OUT": "0400"}
            assert {one["seat"]: one["candidate"] for one in opened["drill"]["seats"] if one["seat"] in known} == known
            assert all(not one["candidate"] for one in opened["drill"]["seats"] if one["seat"] not in known)
            again = await director.call("POST", f"/api/drills/{opened['drill']['id']}/branches", {"tick": 0})
            assert {one["seat"]: one["candidate"] for one in again["drill"]["seats"] if one["seat"] in known} == known
            for wrong in ({"candidates": {"SAF": "0411"}}, {"candidates": {"IC": "张三"}}, {"candidate": "Li Si"}):
                with pytest.raises(RestError) as refused:
                    await director.call("POST", "/api/drills", body | wrong)
                assert refused.value.status == 422

    run(course())


@pytest.mark.parametrize("who", ["trainee", "director", "examiner", "auditor", "medic", "by_route"])
def test_a_safety_stop_by_everyone(server: Server, who: str) -> None:
    async def course() -> None:
        async with drill(server, "IC") as at, Rest(server.address) as rest:
            await at.do("start")
            if who == "trainee":
                await at.seats["IC"].safety_stop("真有人受伤 someone is hurt")
            else:
                await rest.login("medic" if who == "by_route" else who, PASSWORD)
                if who == "by_route":
                    await rest.call("POST", f"{at.path}/safety-stop")
                else:
                    role = "observer" if who in ("auditor", "medic") else who
                    async with desk(server, rest, role, at.id, []) as watching:
                        await watching.safety_stop()
                        await watching.until(lambda: watching.phase in ("ended", "sealed"))
            ic = at.seats["IC"]
            await ic.until(lambda: ic.phase in ("ended", "sealed"))
            assert any(isinstance(m, Phase) and (m.phase, m.word) == ("ended", "safety_stop") for m in at.heard)
            assert (await at.until("sealed"))["outcome"] == "safety_stop"

    run(course())


def test_who_comes_late(server: Server) -> None:
    """Every event from the first on, then a whole state, then what changes."""

    async def course() -> None:
        async with drill(server, "IC") as at, Rest(server.address) as admin:
            await admin.login(server.first["name"], server.first["password"])
            early, late, later = list[Message](), list[Message](), list[Message]()
            async with desk(server, at.director, "director", at.id, early) as first:
                await at.do("start")
                await at.play_to(300)
                async with desk(server, at.director, "director", at.id, late) as second:
                    await second.until(lambda: second.last_event == first.last_event >= 4)
                    assert events(late) == events(early)
                    await second.until(lambda: second.state.tick >= 300)
                    assert next(type(m) for m in late if isinstance(m, Baseline | State)) is Baseline
                    known = events(late)[2][0]
                    async with desk(server, admin, "director", at.id, later, known) as third:
                        await third.until(lambda: third.last_event == first.last_event)
                        assert events(later) == events(early)[3:]
                    await at.play_to(420)
                    await second.until(lambda: second.state == first.state and first.state.tick >= 420)
                    assert any(isinstance(m, State) for m in late)
            await at.do("annul")

    run(course())


def events(told: list[Message]) -> list[tuple[int, Message]]:
    """Numbered messages, as they came."""
    return [(number, m) for m in told if (number := getattr(m, "event", 0))]


def test_stop_and_start(tmp_path: Path) -> None:
    """A graceful stop loses nothing, clients come back by themselves, and what they missed long ago is in the log."""

    async def course() -> None:
        place = Place.at(tmp_path)
        async with AsyncExitStack() as stack:
            up = await stack.enter_async_context(served(place))
            await staffed(up)
            at = await stack.enter_async_context(drill(up, "IC"))
            ic, early, late = at.seats["IC"], list[Message](), list[Message]()
            first = await stack.enter_async_context(desk(up, at.director, "director", at.id, early))
            await at.do("start")
            await at.play_to(450)
            await ic.act("declare", "T-101")
            await at.do("speed", value=1.0)
            await ic.until(lambda: ic.state.tick > 470)
            assert await up.stop(signal.SIGTERM) == 0
            up = await stack.enter_async_context(served(place, up.port))
            await ic.until(lambda: ic.phase == "frozen")
            told = await at.look()
            assert told["phase"] == "frozen"
            assert told["ticks"] > 450  # quiet ticks leave no rows, a digest does every second
            await at.do("resume")
            await ic.until(lambda: ic.phase == "running" and ic.state.tick > told["ticks"])
            assert await ic.act("alarm") == 2
            await first.until(lambda: any(m.act == "alarm" for m in early if isinstance(m, Happened)))
            second = await stack.enter_async_context(desk(up, at.director, "director", at.id, late))
            await at.do("annul")
            for watching in (first, second):
                await watching.until(lambda watching=watching: watching.phase == "sealed")  # type: ignore[misc]
            assert [number for number, _ in events(early)] == list(range(1, first.last_event + 1))
            assert events(late) == events(early)
            verified(place, await at.director.fetch(f"{at.path}/record"))

    run(course())
