"""What hands have hold of on the flat screen: a stick under the thumb, a locked mouse, a gamepad, the detector.

There is no gamepad on a build machine: `navigator.getGamepads` tells of one that the test moves.
"""

import math
from collections.abc import Callable, Sequence
from math import dist
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.ground import Ground, accessibility, screenshots, shoot, until
from tests.web.test_trainee import START_M, drawn_m, started, true_m

PAD = """
window.pad = { id: "Standard Gamepad", index: 0, connected: true, mapping: "standard", timestamp: 0,
  axes: [0, 0, 0, 0], buttons: Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 })) };
navigator.getGamepads = () => [{ ...window.pad, axes: [...window.pad.axes] }, null, null, null];
"""
A, B, X, Y, LB, BACK, START, UP, DOWN, RIGHT = 0, 1, 2, 3, 4, 8, 9, 12, 13, 15
READING = "检测仪 0 %LEL"


def walk_to(page: Page, place: str, thing: str) -> None:
    """By the map; until one stands there and sees how the thing is."""
    page.keyboard.press("m")
    page.get_by_text("地点", exact=True).click()
    page.locator(f"[data-choice='{place}']").click()
    reach = page.get_by_label("手边")
    expect(reach).to_contain_text(thing, timeout=60_000)
    expect(reach).to_contain_text("：")


def eyes_deg(page: Page) -> tuple[float, float]:
    """Which way the own eyes look: bearing and height, degrees."""
    yaw, pitch = page.locator(".view").get_attribute("data-look").split()
    return float(yaw), float(pitch)


class Thumb:
    """A finger on the screen, as Chromium has it of a touch screen."""

    def __init__(self, page: Page) -> None:
        self._cdp = page.context.new_cdp_session(page)

    def _touch(self, kind: str, points: Sequence[tuple[float, float]]) -> None:
        told = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        self._cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    def down(self, x: float, y: float) -> None:
        self._touch("touchStart", [(x, y)])

    def move(self, x: float, y: float) -> None:
        self._touch("touchMove", [(x, y)])

    def up(self) -> None:
        self._touch("touchEnd", [])


HELD = [((390, 844), False), ((844, 390), True), ((390, 844), True), ((844, 390), False)]


@pytest.mark.parametrize(("size", "left"), HELD if screenshots() else HELD[:2])
def test_walks_by_the_thumb(ground: Ground, size: tuple[int, int], left: bool) -> None:
    drill, [page] = started(ground, ("OUT",), size=size, has_touch=True)
    expect(page.locator(".view")).to_have_attribute("data-at", "140.0 20.0")
    if left:
        page.evaluate("localStorage['yanlian.trainee'] = JSON.stringify({ leftHand: true })")
        page.reload()
    page.get_by_role("button", name=READING).tap()
    pad = page.locator(".pad")
    expect(pad).to_be_in_viewport(ratio=1)
    box = pad.bounding_box()
    assert box is not None
    assert (box["x"] + box["width"] / 2 > size[0] / 2) == left, "the stick lies under the other thumb"
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    shoot(page, f"trainee-thumb-{size[0]}x{size[1]}{'-left' if left else ''}-zh")
    thumb = Thumb(page)
    thumb.down(*middle)
    thumb.move(middle[0] + 50, middle[1])  # east: north is ahead
    until(lambda: dist(drawn_m(page), START_M) > 2.0)
    thumb.up()
    page.wait_for_timeout(1000)
    until(lambda: dist(drawn_m(page), true_m(ground, drill, "OUT")) < 0.25)
    here = true_m(ground, drill, "OUT")
    assert here[0] - START_M[0] > 1.5 and abs(here[1] - START_M[1]) < 0.2, here
    before = eyes_deg(page)[0]
    thumb.down(size[0] / 2, size[1] * 0.4)  # beside the stick the finger takes hold of the world
    for n in range(1, 7):
        thumb.move(size[0] / 2 - 20 * n, size[1] * 0.4)
    thumb.up()
    until(lambda: eyes_deg(page)[0] > before + 15)


def test_a_locked_mouse_turns_the_head_without_a_button(ground: Ground) -> None:
    _, [page] = started(ground, ("OUT",))
    expect(page.locator(".view")).to_have_attribute("data-look", "0 0")
    page.locator(".view").dblclick(position={"x": 480, "y": 200})
    page.wait_for_function("document.pointerLockElement !== null")
    page.mouse.move(580, 170)
    page.mouse.move(680, 170)
    until(lambda: eyes_deg(page)[0] > 15)
    assert 0 < eyes_deg(page)[1] < 30, "up with the mouse is up"
    page.evaluate("document.exitPointerLock()")
    page.wait_for_function("document.pointerLockElement === null")
    before = eyes_deg(page)
    page.mouse.move(300, 300)
    page.wait_for_timeout(300)
    assert eyes_deg(page) == before


class Pad:
    """A gamepad in the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, button: int) -> None:
        """Down, until a frame has seen it, and up."""
        for down in ("true", "false"):
            self.page.evaluate(
                f"window.pad.buttons[{button}] = {{ pressed: {down}, touched: {down}, value: Number({down}) }}"
            )
            self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def go(self, button: int, there: Callable[[], bool]) -> None:
        """Press until one is there."""
        for _ in range(30):
            if there():
                return
            self.press(button)
        raise AssertionError("the cross does not lead there")

    def stick(self, axis: int, value: float) -> None:
        self.page.evaluate(f"window.pad.axes[{axis}] = {value}")


@pytest.fixture
def with_pad(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> Ground:
    """Every page has a gamepad on its cable."""
    plain = ground.context

    def padded(*args: Any, **more: Any) -> Any:
        context = plain(*args, **more)
        context.add_init_script(PAD)
        return context

    monkeypatch.setattr(ground, "context", padded)
    return ground


def test_a_gamepad_does_what_the_keys_do(with_pad: Ground) -> None:
    ground = with_pad
    drill, [page] = started(ground, ("OUT",))
    pad = Pad(page)
    expect(page.locator(".view")).to_have_attribute("data-at", "140.0 20.0")
    pad.stick(2, 1.0)  # the right stick turns the head
    until(lambda: eyes_deg(page)[0] > 60)
    pad.stick(2, 0.0)
    yaw = math.radians(eyes_deg(page)[0])
    pad.stick(1, -1.0)  # and the left one walks where it looks
    until(lambda: dist(drawn_m(page), START_M) > 2.0)
    pad.stick(1, 0.0)
    page.wait_for_timeout(1000)
    here = true_m(ground, drill, "OUT")
    went = math.atan2(here[0] - START_M[0], here[1] - START_M[1])
    assert math.cos(went - yaw) > 0.99, (here, yaw)

    pad.press(BACK)  # the map, closed again without a key
    expect(page.get_by_role("dialog", name="地图")).to_be_visible()
    pad.press(B)
    expect(page.get_by_role("dialog", name="地图")).to_be_hidden()
    walk_to(page, "MF", "MV-1")
    pad.press(LB)
    expect(page.get_by_label("便携检测仪")).to_contain_text(READING)
    pad.press(A)
    expect(page.locator(".doing")).to_contain_text("关")
    expect(page.get_by_label("便携检测仪")).to_be_hidden()
    expect(page.locator(".captions")).to_contain_text("要用双手")
    shoot(page, "trainee-pad-turning-zh")
    page.wait_for_timeout(1500)
    pad.press(B)
    expect(page.locator(".doing")).to_be_hidden()
    expect(page.get_by_label("手边")).to_contain_text("动作中")


def test_a_gamepad_goes_through_the_menus(with_pad: Ground) -> None:
    ground = with_pad
    drill, [page] = started(ground, ("OUT",), size=(1280, 800))
    pad = Pad(page)
    pad.press(START)
    expect(page.get_by_role("dialog", name="帮助")).to_be_visible()
    shoot(page, "trainee-help-zh")
    pad.press(B)
    pad.press(Y)
    orders = page.get_by_role("dialog", name="命令与动作")
    focused = page.locator("[data-choice]:focus")
    expect(focused).to_have_attribute("data-choice", "self")
    pad.press(DOWN)
    expect(focused).not_to_have_attribute("data-choice", "self")
    shoot(page, "trainee-pad-orders-zh")
    pad.press(A)
    expect(orders.get_by_role("heading", name="做什么")).to_be_visible()
    pad.press(B)
    expect(orders.get_by_role("heading", name="对谁")).to_be_visible()
    pad.go(UP, lambda: focused.get_attribute("data-choice") == "self")
    pad.press(A)
    expect(focused).to_have_count(1)
    pad.go(DOWN, lambda: focused.get_attribute("data-choice") == "read_wind")
    pad.press(A)
    expect(orders).to_be_hidden()
    expect(page.locator(".captions")).to_contain_text("m/s", timeout=40_000)
    pad.press(DOWN)  # this is real: asked, and taken back
    expect(page.get_by_role("dialog", name="安全暂停")).to_be_visible()
    pad.press(B)
    expect(page.get_by_role("dialog", name="安全暂停")).to_be_hidden()
    ground.direct(drill, "speed", value=16)
    walk_to(page, "XV2", "XV-102")
    ground.direct(drill, "speed", value=1)
    reach = page.get_by_label("手边")
    expect(reach.locator("strong")).to_contain_text("XV-102")
    pad.press(X)
    expect(reach.locator("strong")).to_contain_text("RV-102")


def test_a_gamepad_works_the_panel_and_leaves_the_room(with_pad: Ground) -> None:
    _, [page] = started(with_pad, ("DCS",), size=(1280, 800))
    pad = Pad(page)
    expect(page.get_by_label("流程画面").first).to_be_visible()
    focused = page.locator(".inside :focus")
    pad.press(DOWN)
    expect(focused).to_have_count(1)
    page.get_by_role("button", name="P-101 运行").focus()
    pad.press(A)
    plate = page.get_by_role("dialog", name="P-101")
    expect(plate.locator("button:focus")).to_have_count(1)
    pad.go(RIGHT, lambda: "停" in plate.locator("button:focus").inner_text())
    shoot(page, "trainee-pad-panel-zh")
    pad.press(A)
    expect(plate).to_contain_text("PR-101 停", timeout=40_000)
    pad.press(B)
    expect(plate).to_be_hidden()
    page.get_by_role("button", name="走出门外").focus()
    pad.press(A)
    expect(page.get_by_label("流程画面").first).to_be_hidden()


def test_the_detector_is_taken_and_hung_back(ground: Ground) -> None:
    _, [page] = started(ground, ("OUT",))
    held = page.get_by_label("便携检测仪")
    expect(page.get_by_role("button", name=READING)).to_be_visible()  # the first state has come
    expect(held).to_be_hidden()
    page.keyboard.press("b")
    expect(held).to_contain_text(READING)
    assert not accessibility(page)
    walk_to(page, "MF", "MV-1")
    shoot(page, "trainee-detector-zh")
    box, reach = held.bounding_box(), page.get_by_label("手边").bounding_box()
    assert box and reach and box["x"] > reach["x"] + reach["width"], "it hides nothing of what is in reach"
    page.keyboard.press("f")
    expect(held).to_be_hidden()
    expect(page.locator(".captions")).to_contain_text("检测仪已挂回腰带")
    page.keyboard.press("b")
    expect(page.locator(".captions")).to_contain_text("双手正忙")
    expect(held).to_be_hidden()
    page.keyboard.press("x")
    expect(page.locator(".doing")).to_be_hidden()
    page.keyboard.press("t")
    page.locator("[data-choice='measure']").click()
    page.locator("[data-choice='MF']").click()
    expect(held).to_be_visible()  # it is held to where one tests
    page.get_by_role("button", name="挂回").click()
    expect(held).to_be_hidden()
