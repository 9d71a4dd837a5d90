"""The whole model answer by screens: the expert's plan, with a browser for hands and eyes, to the end of the drill."""

from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page, expect

from clients.protocol import frames
from clients.protocol.cells import cells_of, patched
from clients.protocol.messages import Baseline, State
from clients.sdk.client import Snapshot
from scenarios import load
from scenarios.play import LOOK_TICKS
from scenarios.policy import Memory, decide
from server.cli.run import policy_of
from server.views.trainee import decode
from sim_core.acts import Act
from tests.server.served import WHOLE
from tests.web.ground import Ground, shoot

RADIO = ("report", "sitrep")
SPEED = 4
PASS = 80.0


class Sight:
    """What a page's own socket brings: the state of its seat."""

    def __init__(self, page: Page) -> None:
        self.state = Snapshot(-1, {})
        self._baseline: Any = None
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))

    def _frame(self, payload: bytes | str) -> None:
        assert isinstance(payload, bytes)
        if msgspec.msgpack.decode(payload)["type"] not in ("baseline", "state"):
            return
        message = frames.decode("trainee", payload, to_server=False)
        if isinstance(message, Baseline):
            self._baseline, self.state = message, Snapshot(message.tick, cells_of(message))
        elif isinstance(message, State):
            self.state = Snapshot(message.tick, patched(self._baseline, message))


def perform(page: Page, act: Act) -> None:
    """Do it as a person does: whom, what, where, and what is said in a call."""
    radio = act.kind in RADIO
    page.keyboard.press("r" if radio else "o")
    sheet = page.locator("[role=dialog]")
    way = act.target if radio else f"{act.kind}/{act.detail}" if act.detail else act.kind
    for choice in (act.to or "self", way):
        page.locator(f"[data-choice='{choice}']").click()
    for more in ("" if radio else act.target, f"{act.value:g}" if act.value else ""):
        asked = page.locator(f"[data-choice='{more}']") if more else None
        if asked is not None and asked.count():
            asked.click()
    if act.kind == "call":
        for key, word in act.words:
            page.locator(f"select[name='{key}']").select_option(word)
        sheet.locator("button[type=submit]").click()
    expect(sheet).to_be_hidden()


@pytest.mark.soak
def test_the_model_answer_by_screens_passes(ground: Ground) -> None:
    drill, codes = ground.open_training(("IC",))
    page = ground.context(size=(1280, 800)).new_page()
    sight = Sight(page)
    page.goto(f"/join#{codes['IC']}")
    page.get_by_role("button", name="我已读完").click(timeout=60_000)
    ground.direct(drill, "start")
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    ground.direct(drill, "speed", value=SPEED)
    scenario = load(WHOLE.id)
    policy, memory = policy_of(scenario, "expert"), Memory()
    tags = tuple(instrument.tag for instrument in scenario.site.instruments)
    looked, done = 0, list[str]()
    while not page.get_by_role("heading", name="结束").count():
        page.wait_for_timeout(50)
        state = sight.state
        if state.tick < looked + LOOK_TICKS:
            continue
        looked = state.tick
        acts, memory = decide(policy, decode(state.cells, state.tick, tags), memory, scenario.site)
        for act in acts:
            perform(page, act)
            done.append(act.kind)
    shoot(page, "model-answer-ended-zh")
    ground.until_phase(drill, "sealed")
    opening = ground.apis["director"].call("GET", f"/api/drills/{drill}/debrief")
    drawn = [veto for veto in opening["vetoes"] if veto["stands"]]
    score = opening["machine_score"]
    print(f"\n{len(done)} acts by screens in {opening['ticks'] / 20:.0f} s of drill, machine's score {score}")
    assert not drawn and float(score) >= PASS, (drawn, score, done)
