"""Watching on a real server: what the machine has seen, to whom, and that it tells nothing of anybody's marks."""

import asyncio
import signal
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from clients.sdk import DrillClient, Rest, RestError
from server.cli.run import policy_of
from server.demo.bot import play_seat
from server.demo.examiner import mark_and_lock
from server.demo.preparing import EXAMINERS, Prepared
from tests.server.served import BRIEF, WHOLE, Place, served

GUARD_S = 120.0
PASSWORD = "correct horse 电池 staple"


def run(work: Coroutine[Any, Any, None]) -> None:
    async def guarded() -> None:
        async with asyncio.timeout(GUARD_S):
            await work

    asyncio.run(guarded())


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[tuple[Place, Prepared]]:
    place = Place.at(tmp_path)
    yield place, place.prepared(6, BRIEF)


async def desks_at(address: str, prepared: Prepared) -> dict[str, Rest]:
    desks = {}
    for name, password in prepared.passwords.items():
        desks[name] = await Rest(address).__aenter__()
        await desks[name].login(name, password)
    return desks


async def play(address: str, desks: dict[str, Rest], prepared: Prepared) -> None:
    claimed = await desks["director"].claim(prepared.code)
    async with DrillClient(address, claimed.token) as client:
        playing = asyncio.create_task(play_seat(client, BRIEF, policy_of(WHOLE, "expert")))
        await desks["director"].call("POST", f"/api/drills/{prepared.drill}/directions", {"kind": "start"})
        await playing


async def until_sealed(desk: Rest, drill: str) -> None:
    while (await desk.call("GET", f"/api/drills/{drill}"))["phase"] != "sealed":
        await asyncio.sleep(0.1)


def test_steps_are_told_as_they_come_and_in_the_end_the_sealed_sheet(ground: tuple[Place, Prepared]) -> None:
    place, prepared = ground
    path = f"/api/drills/{prepared.drill}"

    async def work() -> None:
        async with served(place) as server:
            desks = await desks_at(server.address, prepared)
            anna = desks[EXAMINERS[0]]
            before = await anna.call("GET", f"{path}/watching")
            assert (before["tick"], before["over"], before["moments"]) == (0, False, [])
            assert {line["state"] for line in before["lines"]} <= {"not_yet", "human"}
            assert all(line["points"] is None for line in before["lines"])
            playing = asyncio.create_task(play(server.address, desks, prepared))
            seen = []
            while not playing.done():
                seen.append(await anna.call("GET", f"{path}/watching"))
                await asyncio.sleep(0.05)
            await playing
            ticks = [one["tick"] for one in seen]
            assert ticks == sorted(ticks) and len(set(ticks)) > 1
            await until_sealed(anna, prepared.drill)
            last = await anna.call("GET", f"{path}/watching")
            sheet = await anna.call("GET", f"{path}/sheet")
            assert last["over"] and sheet["sealed"]
            for line, sealed in zip(last["lines"], sheet["lines"], strict=True):
                assert (line["points"], line["reason"] if line["points"] else None) == (
                    sealed["points"],
                    sealed["reason"] if sealed["points"] else None,
                )
            rest = await anna.call("GET", f"{path}/watching?from_moment={last['moments_so_far'] - 1}")
            assert rest["moments"] == last["moments"][-1:]
            await server.stop(signal.SIGKILL)
        async with served(place) as server:  # from the log alone, its room gone
            desks = await desks_at(server.address, prepared)
            assert await desks[EXAMINERS[1]].call("GET", f"{path}/watching") == last

    run(work())


def test_who_may_watch_and_what_is_told_depends_on_no_sheet(ground: tuple[Place, Prepared]) -> None:
    place, prepared = ground
    path = f"/api/drills/{prepared.drill}"

    async def work() -> None:
        async with served(place) as server:
            desks = await desks_at(server.address, prepared)
            await desks["admin"].call(
                "POST", "/api/accounts", {"name": "eva", "role": "examiner", "password": PASSWORD}
            )
            eva = await Rest(server.address).__aenter__()
            await eva.login("eva", PASSWORD)
            for desk, status in ((eva, 404), (desks["admin"], 403), (desks["auditor"], 403)):
                with pytest.raises(RestError) as refused:
                    await desk.call("GET", f"{path}/watching")
                assert refused.value.status == status
            claimed = await desks["director"].claim(prepared.code)
            async with httpx.AsyncClient(base_url=server.address, trust_env=False) as trainee:
                header = {"Authorization": f"Bearer {claimed.token}"}
                for route in ("watching", "bookmarks"):
                    assert (await trainee.get(f"{path}/{route}", headers=header)).status_code == 401
            code = (await desks["director"].call("POST", f"{path}/seats/IC/code"))["code"]
            await play(server.address, desks, Prepared(prepared.drill, {}, code))
            await until_sealed(desks["director"], prepared.drill)
            watchers = [desks[name] for name in ("director", "chief", *EXAMINERS)]
            before = [await desk.call("GET", f"{path}/watching") for desk in watchers]
            assert all(one == before[0] for one in before)
            bo = desks[EXAMINERS[1]]
            wish = {"save_id": str(uuid4()), "base_version": 0, "global_rating": 1, "notes": "very poor"}
            await bo.call("POST", f"{path}/sheet/saves", wish)
            await bo.call("POST", f"{path}/bookmarks", {"id": str(uuid4()), "tick": 40, "note": "very poor"})
            assert [await desk.call("GET", f"{path}/watching") for desk in watchers] == before
            await mark_and_lock(desks[EXAMINERS[0]], prepared.drill, "x")
            assert [await desk.call("GET", f"{path}/watching") for desk in watchers] == before

    run(work())
