"""Non-interference over real sockets: twin drills on one server, the raw frames of the commander's socket compared.

Drills of one draw differ in one hidden value, written into their scenario. Above real time a tick waits for the seat,
so the same frames come in the same order; ids and tokens are by chance and masked, beats go by the wall clock and are
left out (`test_noninterference` has them, and all times).
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx
import pytest
import rfc8785
from websockets.asyncio.client import connect

from clients.protocol import frames
from clients.protocol.messages import (
    VERSION,
    Accepted,
    Act,
    Baseline,
    Beat,
    BeatSeen,
    Hello,
    Phase,
    Ready,
    State,
    Welcome,
)
from clients.sdk import Rest
from scenarios import Scenario, from_canonical, load
from scenarios.hidden import draw
from server.catalogue import seats
from server.cli.serve import LOG, make_house
from server.config import read_config
from server.demo.preparing import COMMANDER, EXAMINERS
from server.live.opening import Wish, open_drill
from server.rooms.rows import kind_of, write
from server.store.log import Row
from server.store.sqlite_log import SqliteLog
from sim_core.chance import drill_keys
from tests.scenarios.twins import pairs
from tests.server.partings import leaks
from tests.server.served import Place, Server, served
from tests.server.twin_rooms import Course
from tests.server.twin_seats import Sent

SEED, DURATION_S, LOOK_TICKS = 7, 24, 20
WHOLE = load("tank_overfill")
PARTING = "switch_dead"  # found out on the commander's own panel in that time, and the other two are not
PARAMETERS = ("foam", "vehicle_start_s", PARTING)
SCRIPT = {
    40: [("read_wind", "WS-1")],
    60: [("alarm", "PA"), ("sing", "")],
    160: [("alarm", "PA")],
    300: [("operate", "HV-101")],
    400: [("declare", "overfill")],
}
FORBIDDEN = ("record", "radar.svg", "sheet", "sheet/versions", "result")


@dataclass
class Tapped:
    """What a socket carried, masked; the token for HTTP."""

    sent: list[Sent] = field(default_factory=list)
    token: str = ""


def fixed(hidden: Mapping[str, float | str]) -> Scenario:
    """The scenario, shorter, in which nothing is left to chance: the draw of SEED, but for these values."""
    drawn = draw(WHOLE, drill_keys(SEED).hidden) | hidden
    authored = json.loads(WHOLE.canonical)
    for each in authored["hidden"]:
        value = drawn[each["id"]]
        if isinstance(value, str):
            each["range"] = {"kind": "choice", "options": [value], "weights": [1]}
        else:
            each["range"] = {"kind": "uniform", "low": value, "high": value, "step": 1}
        each["fault"] = []
    scenario = from_canonical(rfc8785.dumps(authored | {"duration_s": DURATION_S}), WHOLE.id)
    assert draw(scenario, drill_keys(SEED).hidden) == drawn
    return scenario


def opened(place: Place, scenario: Scenario) -> tuple[str, str]:
    """A drill of SEED without a panel: its id, and the code of the commander's seat."""
    house = make_house(read_config(place.config), place.data, place.home)
    store, around = SqliteLog(place.data / LOG), house.surroundings
    wish = Wish(scenario, "exam", {COMMANDER: "bot"}, speed=0.0)
    try:
        with house.catalogue.begin() as db:
            row = open_drill(db, wish, house.vault, around, drill_keys(SEED))
            code = seats.issue_code(
                db,
                row.drill,
                COMMANDER,
                pepper=house.pepper,
                entropy=around.entropy,
                now=around.now(),
                lifetime=timedelta(hours=1),
            )
        store.append([Row(row.drill, kind_of(row), 0, write(row))])
    finally:
        store.close()
        house.catalogue.dispose()
    return row.drill, code


async def tap(server: Server, drill: str, code: str, director: Rest) -> Tapped:
    """Play the commander's script, and keep every frame."""
    tapped = Tapped()
    async with Rest(server.address) as rest:
        token = (await rest.claim(code)).token
    async with connect(server.address.replace("http", "ws", 1) + "/ws", compression=None, proxy=None) as socket:

        async def say(message: Any) -> None:
            await socket.send(frames.encode(message))

        async def hear() -> Any:
            frame = await socket.recv()
            assert isinstance(frame, bytes)
            told = frames.decode("trainee", frame, to_server=False)
            if isinstance(told, Beat):
                await say(BeatSeen(timeline=drill, beat=told.beat))
                return told
            if isinstance(told, Welcome):
                tapped.token = told.token
            masked = frame.replace(drill.encode(), b"-" * 16).replace(tapped.token.encode(), b"-" * len(tapped.token))
            tapped.sent.append(Sent(0.0, getattr(told, "tick", 0), masked))
            return told

        await say(Hello(version=VERSION, token=token))
        assert isinstance(await hear(), Welcome)
        await director.call("POST", f"/api/drills/{drill}/directions", {"kind": "start"})
        while not isinstance(await hear(), Phase):
            pass
        seq, over = 0, False
        for look in range(LOOK_TICKS, 20 * DURATION_S + 2 * LOOK_TICKS, LOOK_TICKS):
            for kind, target in SCRIPT.get(look, ()):
                seq += 1
                await say(Act(timeline=drill, seq=seq, kind=kind, target=target, seen_tick=look))
                while not isinstance(await hear(), Accepted):  # when an act is on disk is not told by ticks
                    pass
            await say(Act(timeline=drill, seq=99, kind="halt"))  # refused: a seq too far
            await say(Ready(timeline=drill, tick=look))
            reached = False
            while not (reached or over):
                told = await hear()
                reached = isinstance(told, State | Baseline) and told.tick >= look
                over = isinstance(told, Phase) and told.phase == "ended"
            if over:
                return tapped
    raise AssertionError("the drill has not ended")


async def closed_to_all(server: Server, drill: str, tokens: Mapping[str, str]) -> None:
    """Nothing of what was hidden is given out before the panel is final: to staff not yet, to a seat never."""
    async with httpx.AsyncClient(base_url=server.address, trust_env=False) as web:
        for who, token in tokens.items():
            for end in FORBIDDEN[:2] if who != "seat" else FORBIDDEN:
                answer = await web.get(f"/api/drills/{drill}/{end}", headers={"Authorization": f"Bearer {token}"})
                assert answer.status_code == 401 if who == "seat" else answer.status_code in (403, 409), (who, end)
        metrics = await web.get("/metrics")
        assert metrics.status_code == 200
        assert drill not in metrics.text


async def played(place: Place, drills: list[tuple[str, str]], passwords: Mapping[str, str]) -> list[Tapped]:
    """Play them all, the last one to its sealed record."""
    async with served(place) as server, Rest(server.address) as director:
        await director.login("director", passwords["director"])
        tapped = [await tap(server, *each, director) for each in drills]
        tokens = {"director": director.token, "seat": tapped[-1].token}
        for name in ("chief", "auditor", "admin", EXAMINERS[0]):
            async with Rest(server.address) as rest:
                await rest.login(name, passwords[name])
                tokens[name] = rest.token
        last = drills[-1][0]
        await closed_to_all(server, last, tokens)
        async with asyncio.timeout(60):
            while (await director.call("GET", f"/api/drills/{last}"))["phase"] != "sealed":
                await asyncio.sleep(0.1)
        await closed_to_all(server, last, tokens)
        await server.stop()
    return tapped


def test_a_real_socket_tells_nothing_before_its_cue(tmp_path):
    place = Place.at(tmp_path)
    hidden = [next(each for each in WHOLE.hidden if each.id == name) for name in PARAMETERS]
    scenarios = [fixed({each.id: value}) for each in hidden for value in pairs(each)[0]]
    last = place.prepared(SEED, scenarios[-1])
    drills = [*(opened(place, each) for each in scenarios[:-1]), (last.drill, last.code)]
    tapped = asyncio.run(played(place, drills, last.passwords))
    for n, each in enumerate(hidden):
        left, right = tapped[2 * n].sent, tapped[2 * n + 1].sent
        assert len(left) > 50
        assert (left != right) == (each.id == PARTING)
        twins = (Course(sent={"IC": left}), Course(sent={"IC": right}))
        assert leaks(*twins, each, WHOLE.site, True) == []


def test_the_tap_tells_what_differs():
    hidden = next(each for each in WHOLE.hidden if each.id == "foam")
    one, other = (Sent(0.0, 0, frames.encode(Phase(event=n, tick=0, phase="running"))) for n in (1, 2))
    found = leaks(Course(sent={"IC": [one]}), Course(sent={"IC": [other]}), hidden, WHOLE.site, True)
    assert [leak.fields for leak in found] == [("Phase",)]


@pytest.mark.parametrize("name", PARAMETERS)
def test_the_drawn_values_are_the_scenario_s_own(name):
    """What the twins differ in is what a draw could give."""
    hidden = next(each for each in WHOLE.hidden if each.id == name)
    left, right = (draw(fixed({name: value}), drill_keys(SEED).hidden) for value in pairs(hidden)[0])
    assert [key for key in left if left[key] != right[key]] == [name]
