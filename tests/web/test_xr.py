"""A trainee in a headset, against a real drill: enter, walk, turn a valve by hand, be seen, leave; the seat stays."""

import math
import re
from typing import Any

import msgspec
from playwright.sync_api import Page, expect

from clients.protocol.messages import Baseline, FromTrainee, Pose
from tests.web.ground import Ground, accessibility, shoot, until
from tests.web.headset import UP, Headset, give_headset, node_at, turn

FROM_TRAINEE = msgspec.msgpack.Decoder(FromTrainee)
EYES = (0.0, 1.65, 0.0)
WEST = turn(UP, 90)
VALVE = "MV-1"
VALVE_PLACE = "MF"
RIM_M = 0.24
SLOW = 0.25
MOST_CALLS, MOST_TRIANGLES = 250, 300_000
KEY_LEAVE = (0.154, 1.491, -0.3)  # a hand before the key "Leave VR" of the wrist's board, for eyes at EYES


def in_the_lobby(ground: Ground, code: str, poses: list[Pose]) -> Page:
    """The seat is taken in a browser with a headset. Small: both eyes are drawn without a graphics card.

    poses: takes what the page tells of head and hands.
    """
    context = ground.context(size=(480, 300))
    give_headset(context)
    page = context.new_page()

    def sent(payload: bytes | str) -> None:
        message = FROM_TRAINEE.decode(payload if isinstance(payload, bytes) else payload.encode())
        if isinstance(message, Pose):
            poses.append(message)

    page.on("websocket", lambda socket: socket.on("framesent", sent))
    page.goto(f"/join#{code}")
    page.get_by_role("button", name="我已读完").click()
    return page


def cell(ground: Ground, drill: str, key: str) -> list[Any]:
    """A cell of the true state, as staff have it now."""
    for seconds in (0.5, 2.0, 8.0):
        for message in ground.hear("director", drill, "director", seconds):
            if isinstance(message, Baseline):
                return list(message.values[message.keys.index(key)])
    raise AssertionError("no state came")


def place_m(ground: Ground, drill: str) -> tuple[float, float]:
    """Where the server has the trainee."""
    x, y, *_ = cell(ground, drill, "person.OUT")
    return x / 10, y / 10


def stands(ground: Ground, drill: str) -> bool:
    """Whether the body stands still."""
    return place_m(ground, drill) == place_m(ground, drill)


def rim(middle: tuple[float, float, float], degrees: float) -> tuple[float, float, float]:
    """A point of the rim of a wheel that lies flat; from above, anticlockwise from the right."""
    x, y, z = middle
    angle = math.radians(degrees)
    return (x + RIM_M * math.cos(angle), y, z - RIM_M * math.sin(angle))


def within_budget(cost: dict[str, float]) -> None:
    """Of a frame for both eyes. How long its script takes is a figure, not a check."""
    print("a frame for both eyes:", cost)
    assert 0 < cost["calls"] <= MOST_CALLS and cost["triangles"] <= MOST_TRIANGLES, cost


def seen(ground: Ground, name: str, path: str) -> None:
    """Somebody of the staff sees the trainee on the plan, and the valve at work."""
    page = ground.page(name, path, size=(1024, 768))
    expect(page.locator("[data-seat='OUT']").first).to_be_visible()
    expect(page.get_by_text(re.compile(f"{VALVE} (moving|动作中)")).first).to_be_attached()
    shoot(page, f"xr-seen-by-{name}-zh")
    page.close()


def test_walk_and_turn_a_valve_in_the_headset(ground: Ground) -> None:
    drill, codes = ground.open_training(("OUT",))
    poses: list[Pose] = []
    page = in_the_lobby(ground, codes["OUT"], poses)
    ground.direct(drill, "start")
    enter = page.get_by_role("button", name="进入 VR")
    expect(enter).to_be_enabled(timeout=120_000)
    headset = Headset(page)
    headset.head(EYES, WEST)
    headset.hand("left", (-0.3, 1.3, -0.2), WEST)
    headset.hand("right", (-0.3, 1.2, 0.2), WEST)
    enter.click()
    leave = page.get_by_role("button", name="退出 VR")
    expect(leave).to_be_visible(timeout=60_000)

    headset.frames()
    # Above the body, 1.65 m up, a quarter turn to the left about the vertical: w and z of a half of it are alike.
    assert poses[-1].head[:3] == (0, 0, 1650) and sorted(map(abs, poses[-1].head[4:])) == [0, 0, 511], poses[-1]
    assert poses[-1].left[:3] != poses[-1].right[:3] and poses[-1].right[3] < 4
    started_m = place_m(ground, drill)
    ground.direct(drill, "speed", value=SLOW)  # few frames are drawn here: it takes long until the stick's end is seen
    headset.stick("left", 0.0, -1.0)
    until(lambda: place_m(ground, drill)[0] < started_m[0] - 2)
    headset.stick("left", 0.0, 0.0)
    until(lambda: stands(ground, drill))
    walked_m = place_m(ground, drill)
    assert abs(walked_m[1] - started_m[1]) < 0.5, "the stick goes where the head looks: west"
    ground.direct(drill, "speed", value=1.0)
    within_budget(headset.cost(4))
    shoot(page, "xr-walked-zh")
    page.keyboard.press("m")
    page.locator(".sheet summary").dispatch_event("click")  # the runtime's own canvas lies over the page
    page.locator(f"[data-choice='{VALVE_PLACE}']").dispatch_event("click")
    until(lambda: cell(ground, drill, "person.OUT")[2] == VALVE_PLACE)
    at_m = place_m(ground, drill)

    headset.head(EYES, turn((1.0, 0.0, 0.0), -30))
    briefing = ground.apis["director"].call("GET", "/api/scenarios/tank_overfill")
    wheel = node_at(ground.address, briefing["model"]["url"], f"{VALVE}/wheel")
    # The room is not turned and hangs on the body: north of the site is ahead of the room.
    middle = (wheel[0] - at_m[0], wheel[1], wheel[2] + at_m[1])
    assert cell(ground, drill, f"device.{VALVE}")[:2] == ["open", 100]
    headset.hand("right", rim(middle, 0))
    headset.press("right", "squeeze")
    for degrees in (-25, -50, -75, -100):  # clockwise from above
        headset.hand("right", rim(middle, degrees))
        headset.frames(2)
    shoot(page, "xr-wheel-zh")
    until(lambda: cell(ground, drill, f"device.{VALVE}")[1] < 100)
    headset.press("right", "squeeze", 0.0)

    seen(ground, "director", f"/drills/{drill}/direct")
    seen(ground, "examiner-1", f"/drills/{drill}/examine")

    leave.dispatch_event("click")
    expect(enter).to_be_visible(timeout=60_000)
    expect(page.locator(".top .live")).to_be_visible()
    seats = ground.apis["director"].call("GET", f"/api/drills/{drill}")["seats"]
    assert next(one for one in seats if one["seat"] == "OUT")["connected"], seats


def test_from_the_control_room_and_out_by_the_wrist(ground: Ground) -> None:
    drill, codes = ground.open_training(("IC", "DCS"))
    page = in_the_lobby(ground, codes["IC"], [])
    plain = ground.context(size=(900, 600))
    plain.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    other = plain.new_page()
    other.goto(f"/join#{codes['DCS']}")
    other.get_by_role("button", name="我已读完").click()
    ground.direct(drill, "start")

    other.get_by_role("button", name="VR：需先信任证书").click()
    told = other.get_by_role("dialog", name="为何不能进入 VR")
    expect(told.get_by_role("link", name="信任页")).to_have_attribute("href", "/trust")
    expect(told).to_contain_text("adb reverse")
    expect(told).to_be_in_viewport(ratio=0.9)
    assert accessibility(other) == []
    shoot(other, "xr-insecure-zh")
    other.close()

    enter = page.get_by_role("button", name="进入 VR")
    expect(enter).to_be_enabled(timeout=120_000)
    headset = Headset(page)
    headset.head(EYES)
    headset.hand("left", (-0.4, 1.0, 0.2))
    headset.hand("right", KEY_LEAVE)
    enter.click()
    expect(page.get_by_role("button", name="退出 VR")).to_be_visible(timeout=60_000)
    within_budget(headset.cost(4))
    shoot(page, "xr-control-room-zh")
    headset.press("left", "y-button")
    headset.press("left", "y-button", 0.0)
    shoot(page, "xr-wrist-menu-zh")
    page.evaluate("window.headset.controllers.right.updateButtonValue('trigger', 1)")
    expect(enter).to_be_visible(timeout=60_000)
    expect(page.locator(".top .live")).to_be_visible()
