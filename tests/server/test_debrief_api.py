"""The law of opening: nothing of an exam before its panel is final, to anybody; then to those whom it concerns."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from clients.sdk import DrillClient, Rest
from clients.sdk.rest import RestError
from server.demo.bot import play_seat
from server.demo.examiner import mark_and_lock
from server.demo.preparing import EXAMINERS
from tests.server.served import BRIEF, Place, served

PATHS = ("", "/course", "/model", "/states?from_tick=0&to_tick=200")
WORD = "a long enough word"


async def code(rest: Rest, path: str) -> str:
    try:
        await rest.call("GET", path)
    except RestError as problem:
        return problem.code
    return "open"


async def enter(stack: AsyncExitStack, address: str, names: dict[str, str]) -> dict[str, Rest]:
    desks = {name: await stack.enter_async_context(Rest(address)) for name in names}
    await asyncio.gather(*(rest.login(name, names[name]) for name, rest in desks.items()))
    return desks


async def answers(desks: dict[str, Rest], drill: str) -> dict[str, set[str]]:
    base = f"/api/drills/{drill}/debrief"
    return {name: {await code(rest, base + path) for path in PATHS} for name, rest in desks.items()}


async def fought(folder: Path) -> None:
    place = Place.at(folder)
    prepared = place.prepared(6, BRIEF)
    drill = prepared.drill
    async with served(place) as server, AsyncExitStack() as stack:
        desks = await enter(stack, server.address, prepared.passwords)
        for name, role in (("stranger", "examiner"), ("medic", "medic")):
            account = {"name": name, "role": role, "password": WORD}
            await desks["admin"].call("POST", "/api/accounts", account)
        others = await enter(stack, server.address, {"stranger": WORD, "medic": WORD})
        before = await answers(desks | others, drill)
        assert before.pop("stranger") == {"no_such_drill"} and before.pop("medic") == {"forbidden"}
        assert set().union(*before.values()) == {"not_over"}

        claimed = await desks["director"].claim(prepared.code)
        seat = await stack.enter_async_context(DrillClient(server.address, claimed.token))
        watching = DrillClient(server.address, desks["director"].token, role="director", drill=drill)
        await stack.enter_async_context(watching)
        await desks["director"].call("POST", f"/api/drills/{drill}/directions", {"kind": "start"})
        await play_seat(seat, BRIEF, BRIEF.policies["expert"])
        await watching.until(lambda: watching.phase == "sealed")
        assert set().union(*(await answers(desks, drill)).values()) == {"panel_not_final"}
        async with Rest(server.address, token=claimed.token) as trainee:
            assert await code(trainee, f"/api/drills/{drill}/debrief") == "unauthorised"

        await asyncio.gather(*(mark_and_lock(desks[name], drill, name) for name in EXAMINERS[:2]))
        assert set().union(*(await answers(desks, drill)).values()) == {"panel_not_final"}
        await mark_and_lock(desks[EXAMINERS[2]], drill, EXAMINERS[2])
        if (await desks["chief"].call("GET", f"/api/drills/{drill}/panel"))["state"] == "adjudicating":
            assert set().union(*(await answers(desks, drill)).values()) == {"panel_not_final"}
            decision = {"save_id": "0" * 8 + "-0000-4000-8000-" + "0" * 11 + "1", "kind": "confirm", "reason": "seen"}
            await desks["chief"].call("POST", f"/api/drills/{drill}/panel/adjudication", decision)
        assert set().union(*(await answers(desks, drill)).values()) == {"open"}
        assert await answers(others, drill) == {"stranger": {"no_such_drill"}, "medic": {"forbidden"}}
        await told(desks, drill)


async def told(desks: dict[str, Rest], drill: str) -> None:
    """The panel's marks are for those who may read results; the director has the machine's."""
    path = f"/api/drills/{drill}/debrief"
    opened: dict[str, dict[str, Any]] = {name: await rest.call("GET", path) for name, rest in desks.items()}
    assert opened.pop("director")["panel"] is None
    panel = await desks["chief"].call("GET", f"/api/drills/{drill}/panel")
    for one in opened.values():
        assert one["panel"]["score"] == panel["outcome"]["score"]
        assert sum(float(item["panel_points"]) for item in one["items"]) == pytest.approx(
            float(panel["outcome"]["mean"]), abs=0.2
        )
    row = await desks["chief"].call("GET", f"/api/drills/{drill}")
    assert opened["chief"]["proof"]["record_sha256"] == row["record_sha256"]
    for wrong in ("from_tick=0&to_tick=5000&step=400", "from_tick=9&to_tick=0", "from_tick=0&to_tick=3000&step=1"):
        assert await code(desks["chief"], f"{path}/states?{wrong}") == "span_too_long"


def test_the_law_of_opening(tmp_path: Path) -> None:
    asyncio.run(fought(tmp_path))
