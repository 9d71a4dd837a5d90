"""Blindness in the browser: what a trainee's page holds of two drills that differ in one hidden value alone is equal
up to that value's cue.

The dead high switch shows itself only once the level has reached it, half a minute into the drill; up to then frames,
answers over HTTP (the model of the site among them) and storage are the same. No name of a hidden parameter, of the
sheet or of the expert's plan is in any of it, nor in the memory of the page. Of the other hidden values, each is held
against one drill in which all are as usual, by the rule of `tests/scenarios/twins.py`.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
import rfc8785
from playwright.sync_api import Browser, Page, Response, WebSocket, expect

from clients.protocol.frames import decode
from clients.protocol.messages import Heard, Noted
from scenarios import Scenario, from_canonical
from scenarios.model import Hidden
from server.catalogue import seats
from server.cli.serve import LOG, make_house
from server.config import read_config
from server.demo.preparing import CODE_LIFETIME, COMMANDER
from server.live.opening import Wish, open_drill
from server.rooms.rows import kind_of, write
from server.store.log import Row
from server.store.sqlite_log import SqliteLog
from server.views import trainee
from sim_core.chance import drill_keys
from sim_core.observation import flatten
from tests.scenarios.twins import Value, _allowed, pairs
from tests.server.served import WHOLE, Place
from tests.web.ground import Ground, ground_at

SEED = 21
COMPARED_TICKS = 200
TAGS = tuple(instrument.tag for instrument in WHOLE.site.instruments)
QUICK = (
    "gauge_stuck_s",
    "inflow_m3_h",
    "wind_shift_s",
    "rosov_fails",
    "dead_detectors",
    "ignition_place",
    "radio_dead",
)
TWINS = {h.id: (h, *pairs(h)[0]) for h in WHOLE.hidden}
OF_ONE_DRILL = {"token", "timeline", "drill", "code"}
SEEN_WORDS = {"night", "fog", "foam"}  # what eyes and notes say has the same name
NEVER_HELD = [
    *(h.id for h in WHOLE.hidden if h.id not in SEEN_WORDS),
    "gauge_stuck", "model_answer", "timing_weight", "floor_s", "hidden_key", "world_key", "commitment",
]  # fmt: skip


@dataclass
class Got:
    """What came to a browser and stays there."""

    frames: list[bytes] = field(default_factory=list)
    answers: dict[str, bytes] = field(default_factory=dict)
    storage: str = ""
    memory: str = ""

    def everything(self) -> str:
        """All of it as one text."""
        parts = [*self.frames, *self.answers.values(), self.storage.encode(), self.memory.encode()]
        return b"\n".join(parts).decode("utf-8", "replace")

    def states(self) -> dict[int, dict[str, Any]]:
        """The seat's cells by tick, as the page puts them together."""
        base: dict[str, Any] = {}
        found = {}
        for frame in self.frames:
            said = msgspec.msgpack.decode(frame)
            if said["type"] == "baseline":
                base = said
                found[said["tick"]] = dict(zip(said["keys"], said["values"], strict=True))
            elif said["type"] == "state":
                cells = dict(zip(base["keys"], base["values"], strict=True))
                changed = zip(said.get("at", ()), said.get("values", ()), strict=True)
                cells.update({base["keys"][at]: value for at, value in changed})
                for at in said.get("gone", ()):
                    cells.pop(base["keys"][at], None)
                found[said["tick"]] = {**cells, **said.get("new", {})}
        return found


def variant(switch: str) -> Scenario:
    """The scenario with one hidden value given; keys draw all others alike."""
    authored = json.loads(WHOLE.canonical)
    for hidden in authored["hidden"]:
        if hidden["id"] == "switch_dead":
            hidden["range"] = {"kind": "choice", "options": [switch], "weights": [1.0]}
            hidden["fault"] = hidden.get("fault", []) if switch == "yes" else []
    return from_canonical(rfc8785.dumps(authored), WHOLE.id)


def taken(ground: Ground, code: str, drill: str, memory: bool = True) -> Got:
    """Take the commander's seat, let the drill run for a while, and keep all that the page has."""
    got = Got()
    context = ground.context(size=(800, 500))
    page = context.new_page()
    page.on("response", lambda response: keep(got, response))
    page.on("websocket", lambda socket: listen(got, socket))
    page.goto(f"/join#{code}")
    page.wait_for_url("**/seat")
    page.get_by_role("button", name="我已读完").click()
    ground.direct(drill, "start")
    expect(page.locator(".top .live")).to_be_visible()
    expect(page.locator(".time")).to_contain_text(re.compile("00:[1-5]" if memory else "00:0[3-9]"), timeout=60_000)
    got.memory = heap(page) if memory else ""
    got.storage = page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    context.close()
    return got


def keep(got: Got, response: Response) -> None:
    if "/api/" in response.url or response.url.endswith(".glb"):
        got.answers[urlsplit(response.url).path] = response.body()


def listen(got: Got, socket: WebSocket) -> None:
    socket.on("framereceived", lambda said: got.frames.append(said if isinstance(said, bytes) else said.encode()))


def heap(page: Page) -> str:
    """Every text in the memory of the page."""
    parts: list[str] = []
    session = page.context.new_cdp_session(page)
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda chunk: parts.append(chunk["chunk"]))
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    return "\n".join(json.loads("".join(parts))["strings"])


def same_for_any_drill(body: bytes) -> Any:
    """An answer without what is each drill's own."""
    try:
        told = json.loads(body)
    except (UnicodeDecodeError, ValueError):
        return body
    return {key: value for key, value in told.items() if key not in OF_ONE_DRILL} if isinstance(told, dict) else told


def played(folder: Path, browser: Browser, switch: str) -> Got:
    known: list[Any] = []

    def prepared(place: Place) -> Any:
        known.append(place.prepared(SEED, variant(switch), 1.0))
        return known[0]

    with ground_at(folder, browser, prepared) as ground:
        return taken(ground, known[0].code, known[0].drill)


def test_a_browser_holds_nothing_that_is_hidden(browser: Browser, tmp_path: Path) -> None:
    left, right = (played(tmp_path / switch, browser, switch) for switch in ("no", "yes"))
    assert left.memory and "yanlian.seat" in left.storage
    names = [name for name in NEVER_HELD if re.search(rf"\b{name}\b", left.everything() + right.everything())]
    assert not names, names
    ours, theirs = left.states(), right.states()
    both = [tick for tick in ours if tick in theirs and tick < COMPARED_TICKS]
    assert len(both) > 30, "the drills were not seen at the same ticks"
    parted = {tick: key for tick in both for key in ours[tick] if ours[tick][key] != theirs[tick].get(key)}
    assert not parted, parted
    assert {url: same_for_any_drill(body) for url, body in left.answers.items()} == {
        url: same_for_any_drill(body) for url, body in right.answers.items()
    }
    assert any(url.endswith(".glb") for url in left.answers), "the model of the site was looked at"


# ---- every other hidden value, against one drill in which all are as usual


def fixed(authored: dict[str, Any], value: Value) -> None:
    """Give a hidden parameter this value whatever is drawn."""
    of = authored["range"]
    if of["kind"] == "choice":
        authored["range"] = {"kind": "choice", "options": [value], "weights": [1.0]}
        authored["fault"] = [one for one in authored.get("fault", []) if one == value]
    elif of["kind"] == "subset":
        authored["range"] = {"kind": "subset", "members": [value], "counts": [0.0, 1.0]}
    elif of["kind"] == "mixture":
        part = {**of["parts"][0], "weight": 1.0, "low": value, "high": value}
        authored["range"] = {"kind": "mixture", "parts": [part]}
    else:
        authored["range"] = {**of, "low": value, "high": value}


def with_one_changed(name: str = "") -> Scenario:
    """The scenario with every hidden value given; one of them the other of its pair."""
    authored = json.loads(WHOLE.canonical)
    for each in authored["hidden"]:
        fixed(each, TWINS[each["id"]][2 if each["id"] == name else 1])
    return from_canonical(rfc8785.dumps(authored), WHOLE.id)


def opened(
    place: Place, scenarios: list[Scenario], people: tuple[str, ...] = (COMMANDER,)
) -> list[tuple[str, dict[str, str]]]:
    """Training drills with the same keys, before the server starts: id, and the codes of seats for people."""
    house = make_house(read_config(place.config), place.data, place.home)
    store = SqliteLog(place.data / LOG)
    entropy, now, found = house.surroundings.entropy, house.surroundings.now(), []
    try:
        for scenario in scenarios:
            wish = Wish(scenario, "training", dict.fromkeys(people, "person"), speed=1.0)
            with house.catalogue.begin() as db:
                row = open_drill(db, wish, house.vault, house.surroundings, drill_keys(SEED))
                more = {"pepper": house.pepper, "entropy": entropy, "now": now, "lifetime": CODE_LIFETIME}
                codes = {seat: seats.issue_code(db, row.drill, seat, **more) for seat in people}
            store.append([Row(row.drill, kind_of(row), 0, write(row))])
            found.append((row.drill, codes))
    finally:
        store.close()
        house.catalogue.dispose()
    return found


def observed(got: Got) -> dict[int, dict[str, Any]]:
    """Every field that the seat has perceived, by tick."""
    return {tick: flatten(trainee.decode(cells, tick, TAGS), WHOLE.site) for tick, cells in got.states().items()}


def told(got: Got, before: int) -> list[Any]:
    """What came by ear or of own acts, up to a tick."""
    messages = [decode("trainee", frame, to_server=False) for frame in got.frames]
    return [
        msgspec.structs.replace(one, timeline="")
        for one in messages
        if isinstance(one, Heard | Noted) and one.tick < before
    ]


def given_away(hidden: Hidden, left: Got, right: Got) -> list[str]:
    """What differs and is not declared as a cue, up to the tick at which the seat rightly parts."""
    ours, theirs = observed(left), observed(right)
    both = sorted(ours.keys() & theirs.keys())
    assert len(both) > 20, "the drills were not seen at the same ticks"
    for tick in both:
        a, b = ours[tick], theirs[tick]
        differing = sorted(k for k in a.keys() | b.keys() if a.get(k) != b.get(k))
        wrong = [f"{tick} {field}" for field in differing if not _allowed(field, hidden, [], True)]
        if differing or wrong:
            return wrong + ([] if told(left, tick) == told(right, tick) else [f"{tick} events"])
    return [] if told(left, both[-1]) == told(right, both[-1]) else ["events"]


def each_against_the_usual(folder: Path, browser: Browser, names: list[str]) -> None:
    drills: list[tuple[str, dict[str, str]]] = []

    def prepared(place: Place) -> None:
        drills.extend(opened(place, [with_one_changed(name) for name in ("", *names)]))

    with ground_at(folder, browser, prepared) as ground:
        ground.crew("director")
        usual, *others = [taken(ground, codes[COMMANDER], drill, memory=False) for drill, codes in drills]
    leaks = {name: given_away(TWINS[name][0], usual, got) for name, got in zip(names, others, strict=True)}
    assert not any(leaks.values()), leaks
    for name, got in zip(names, others, strict=True):
        same = {url: same_for_any_drill(body) for url, body in got.answers.items()}
        assert same == {url: same_for_any_drill(body) for url, body in usual.answers.items()}, name


def test_some_hidden_values_tell_nothing_before_their_cue(browser: Browser, tmp_path: Path) -> None:
    each_against_the_usual(tmp_path / "ground", browser, list(QUICK))


@pytest.mark.soak
def test_every_hidden_value_tells_nothing_before_its_cue(browser: Browser, tmp_path: Path) -> None:
    each_against_the_usual(tmp_path / "ground", browser, list(TWINS))
