"""Blindness in the browser: what a trainee's page holds of two drills that differ in one hidden value alone is equal.

The dead high switch shows itself only once the level has reached it, half a minute into the drill; up to then frames,
answers over HTTP (the model of the site among them) and storage are the same. No name of a hidden parameter, of the
sheet or of the expert's plan is in any of it, nor in the memory of the page.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import rfc8785
from playwright.sync_api import Browser, Page, Response, WebSocket, expect

from scenarios import Scenario, from_canonical
from tests.server.served import WHOLE, Place
from tests.web.ground import Ground, ground_at

SEED = 21
COMPARED_TICKS = 200
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


def taken(ground: Ground, code: str, drill: str) -> Got:
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
    expect(page.locator(".time")).to_contain_text(re.compile("00:[1-5]"), timeout=60_000)
    got.memory = heap(page)
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
