"""Playing: a whole exam drill: bots in the seats, examiners at their tablets, one result, delivered."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from clients.protocol.messages import Happened, Message
from clients.sdk import DrillClient, Rest
from scenarios.model import Scenario
from scenarios.policy import Policy
from server.demo.bot import play_seat
from server.demo.examiner import mark_and_lock
from server.demo.preparing import EXAMINERS, Prepared

DELIVERY_POLL_S = 0.1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. panel, result: as the routes give them. record, radar: the files."""

    drill: dict[str, Any]
    panel: dict[str, Any]
    result: dict[str, Any]
    record: bytes
    radar: bytes


async def play(
    address: str, prepared: Prepared, scenario: Scenario, policy: Policy, tell: Callable[[Happened], None] | None
) -> Outcome:
    """Play it through to the result. tell: hears every event of the drill."""
    drill = prepared.drill
    async with AsyncExitStack() as stack:
        desks = {name: await stack.enter_async_context(Rest(address)) for name in prepared.passwords}
        await asyncio.gather(*(rest.login(name, prepared.passwords[name]) for name, rest in desks.items()))
        watching = await stack.enter_async_context(_desk(address, desks["director"], "director", drill, _hear(tell)))
        for name in EXAMINERS:
            await stack.enter_async_context(_desk(address, desks[name], "examiner", drill, None))
        claimed = await desks["director"].claim(prepared.code)
        seat = await stack.enter_async_context(DrillClient(address, claimed.token))
        playing = asyncio.create_task(play_seat(seat, scenario, policy))
        await desks["director"].call("POST", f"/api/drills/{drill}/directions", {"kind": "start"})
        await playing
        await watching.until(lambda: watching.phase == "sealed")
        await asyncio.gather(*(mark_and_lock(desks[name], drill, name) for name in EXAMINERS))
        return await _close(desks, drill)


async def _close(desks: dict[str, Rest], drill: str) -> Outcome:
    """What the chief and the others do once all sheets are locked."""
    chief, path = desks["chief"], f"/api/drills/{drill}"
    panel = await chief.call("GET", f"{path}/panel")
    if panel["state"] == "adjudicating":
        decision = {"save_id": str(uuid4()), "kind": "confirm", "reason": "reviewed 已复核"}
        await chief.call("POST", f"{path}/panel/adjudication", decision)
        panel = await chief.call("GET", f"{path}/panel")
    result = await chief.call("GET", f"{path}/result")
    while not _delivered(await desks["admin"].call("GET", "/api/outbox"), result["fingerprint"]):
        await asyncio.sleep(DELIVERY_POLL_S)
    return Outcome(
        await desks["director"].call("GET", path),
        panel,
        result,
        await chief.fetch(f"{path}/record"),
        await chief.fetch(f"{path}/radar.svg"),
    )


def _delivered(outbox: dict[str, Any], fingerprint: str) -> bool:
    mine = [each for each in outbox["deliveries"] if each["fingerprint"] == fingerprint]
    return all(each["state"] in ("delivered", "dead") for each in mine)


def _desk(
    address: str, rest: Rest, role: str, drill: str, hear: Callable[[Message], None] | None
) -> DrillClient:
    return DrillClient(address, rest.token, role=role, drill=drill, hear=hear)


def _hear(tell: Callable[[Happened], None] | None) -> Callable[[Message], None]:
    def hear(message: Message) -> None:
        if tell is not None and isinstance(message, Happened):
            tell(message)

    return hear
