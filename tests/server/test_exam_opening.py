"""An exam opened over HTTP on a real server: refused until the base has confirmed the scenario's values as they are."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from clients.sdk import Rest, RestError
from tests.server.served import Place, Server, served

PANEL = ("examiner-1", "examiner-2", "examiner-3")
PASSWORD = "long enough 1"


async def _refused(desk: Rest, body: dict[str, Any]) -> RestError:
    with pytest.raises(RestError) as caught:
        await desk.call("POST", "/api/drills", body)
    return caught.value


async def _exam(admin: Rest, scenario: str) -> dict[str, Any]:
    """The body of an exam with its panel."""
    seated = [one for one in await admin.call("GET", "/api/accounts") if one["name"] in PANEL]
    examiners = [{"account": one["id"], "external": one["name"] == PANEL[0], "declared": True} for one in seated]
    return {
        "scenario": scenario,
        "mode": "exam",
        "people": {"IC": "person"},
        "candidate": "0417",
        "examiners": examiners,
    }


async def _opening(server: Server) -> None:
    async with Rest(server.address) as admin, Rest(server.address) as desk:
        await admin.login(server.first["name"], server.first["password"])
        for name in PANEL:
            await admin.call("POST", "/api/accounts", {"name": name, "role": "examiner", "password": PASSWORD})
        await admin.call("POST", "/api/accounts", {"name": "desk", "role": "director", "password": PASSWORD})
        await desk.login("desk", PASSWORD)

        exam = await _exam(admin, "tank_fire")
        refused = await _refused(desk, exam)
        assert (refused.status, refused.code) == (409, "values_not_signed") and refused.zh and refused.en
        assert "tank_fire" in (await desk.call("GET", "/api/directing"))["unsigned"]
        await desk.call("POST", "/api/drills", {**exam, "mode": "training", "candidate": "", "examiners": []})

        for one in await admin.call("GET", "/api/values"):
            if one["scenario"] in ("tank_fire", "lifting"):
                body = {"values_hash": one["values_hash"], "signed_by": "李工"}
                await admin.call("POST", f"/api/values/{one['scenario']}/signatures", body)
        opened = await desk.call("POST", "/api/drills", exam)
        assert (opened["drill"]["mode"], opened["drill"]["phase"]) == ("exam", "lobby")
        told = await desk.call("GET", "/api/directing")
        assert "tank_fire" not in told["unsigned"] and "h2s_pit" in told["unsigned"]

        refused = await _refused(desk, await _exam(admin, "lifting"))  # signed, and yet not made for exams
        assert (refused.status, refused.code) == (422, "training_alone")
        examined = {one["id"]: one["examined"] for one in await desk.call("GET", "/api/scenarios")}
        assert examined["tank_fire"] and examined["hot_work"] and not examined["lifting"]


def test_nobody_is_examined_by_what_the_base_has_not_confirmed(tmp_path: Path) -> None:
    async def run() -> None:
        async with served(Place.at(tmp_path)) as server:
            await _opening(server)

    asyncio.run(run())
