"""The flat trainee against a real drill: enter by code, read, walk, work, talk; nothing is lost with page or server."""

from math import dist
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from clients.protocol.messages import Baseline
from scenarios import catalogue, load
from tests.web.ground import WHOLE, Ground, accessibility, shoot, until

START_M = (140.0, 20.0)  # the pump house, where OUT waits


def enter(ground: Ground, code: str, **more: Any) -> Page:
    """Take a seat as one does who has scanned its code. Small: the world is drawn without a graphics card."""
    page = ground.page(path=f"/join#{code}", **{"size": (960, 600), **more})
    page.wait_for_url("**/seat")
    return page


def started(ground: Ground, seats: tuple[str, ...], scenario: str = WHOLE.id, **more: Any) -> tuple[str, list[Page]]:
    """A training drill that runs, its seats taken in browsers of their own."""
    drill, codes = ground.open_training(seats, scenario=scenario)
    pages = [enter(ground, codes[seat], **more) for seat in seats]
    ground.direct(drill, "start")
    for page in pages:
        expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    return drill, pages


def caption(page: Page, text: str) -> None:
    """Wait until the captions say so."""
    expect(page.locator(".captions")).to_contain_text(text, timeout=40_000)


def drawn_m(page: Page) -> tuple[float, float]:
    """Where the own body is drawn."""
    x, y = page.locator(".view").get_attribute("data-at").split()
    return float(x), float(y)


def true_m(ground: Ground, drill: str, seat: str) -> tuple[float, float]:
    """Where the server has a body, as staff see it."""
    for message in ground.hear("director", drill, "director", 0.6):
        if isinstance(message, Baseline):
            x, y, *_ = message.values[message.keys.index(f"person.{seat}")]
            return x / 10, y / 10
    raise AssertionError("no state came")


def pick(page: Page, *choices: str) -> None:
    """Take these choices of the open menu, one after the other."""
    for choice in choices:
        page.locator(f"[data-choice='{choice}']").click()


def test_from_the_code_to_the_end(ground: Ground) -> None:
    drill, codes = ground.open_training(("OUT",))
    page = ground.page(path="/join")
    page.get_by_label("席位码").fill("WRONG-CODE")
    ground.expect("404|401|422|400")
    page.get_by_role("button", name="进入席位").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert not accessibility(page)
    shoot(page, "trainee-join-zh")
    page.get_by_label("席位码").fill(codes["OUT"])
    page.get_by_role("button", name="进入席位").click()
    page.wait_for_url("**/seat")
    expect(page.get_by_role("heading", name="汽油内浮顶罐满溢泄漏")).to_be_visible(timeout=60_000)
    assert not accessibility(page)
    shoot(page, "trainee-briefing-zh")
    page.get_by_role("button", name="我已读完").click()
    expect(page.get_by_text("等待导演开始")).to_be_visible()
    ground.direct(drill, "start")
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(1500)
    assert not accessibility(page)
    shoot(page, "trainee-play-zh")


@pytest.mark.parametrize("name", sorted(s.id for s in catalogue() if s.mandatory))
def test_two_seats_of_each_mandatory_scenario_are_played_in_a_browser(ground: Ground, name: str) -> None:
    seats = [role.seat for role in load(name).roles]
    _, pages = started(ground, (seats[0], seats[2]), name)
    for page, seat in zip(pages, (seats[0], seats[2]), strict=True):
        page.keyboard.press("o")
        expect(page.locator("[data-choice]")).to_have_count(len(seats))
        shoot(page, f"trainee-{name}-{seat}-zh")
        page.keyboard.press("Escape")


def test_walks_as_foreseen_and_works_a_valve(ground: Ground) -> None:
    drill, [page] = started(ground, ("OUT",))
    expect(page.locator(".view")).to_have_attribute("data-at", "140.0 20.0")
    page.locator(".view").click(position={"x": 500, "y": 300})
    page.keyboard.down("KeyD")  # north is ahead, east to the right
    until(lambda: dist(drawn_m(page), START_M) > 3.0)
    page.keyboard.up("KeyD")
    page.wait_for_timeout(1500)
    until(lambda: dist(drawn_m(page), true_m(ground, drill, "OUT")) < 0.25)
    here = drawn_m(page)
    assert here[0] - START_M[0] > 2.0 and abs(here[1] - START_M[1]) < 0.1, here
    # along the ways to the manifold, by the map's list
    page.keyboard.press("m")
    page.get_by_text("地点", exact=True).click()
    pick(page, "MF")
    expect(page.get_by_label("手边")).to_contain_text("MV-1", timeout=60_000)
    expect(page.get_by_label("手边")).to_contain_text("：开")
    shoot(page, "trainee-valve-zh")
    page.keyboard.press("f")
    expect(page.locator(".doing")).to_contain_text("关")
    page.wait_for_timeout(2500)
    shoot(page, "trainee-turning-zh")
    page.keyboard.press("x")
    expect(page.locator(".doing")).to_be_hidden()
    expect(page.get_by_label("手边")).to_contain_text("动作中")


def test_orders_are_given_in_three_taps_and_read_back(ground: Ground) -> None:
    _, [page] = started(ground, ("IC",), size=(1280, 800))
    expect(page.get_by_label("流程画面").first).to_be_visible()
    page.wait_for_timeout(1000)
    assert not accessibility(page)
    shoot(page, "trainee-controlroom-zh")
    page.keyboard.press("o")
    assert not accessibility(page)
    shoot(page, "trainee-orders-zh")
    pick(page, "DCS", "operate/stop")  # within earshot: a radio may be dead in this draw
    shoot(page, "trainee-orders-where-zh")
    pick(page, "P-101")
    caption(page, "中控操作员 复诵：操作 收油泵 P-101")
    # what cannot be done says why
    page.keyboard.press("o")
    pick(page, "self", "doff", "scba")
    caption(page, "身上没有穿戴它")


def test_controls_the_plant_from_the_pages(ground: Ground) -> None:
    _, [page] = started(ground, ("DCS",), language="en", size=(1280, 800))
    page.get_by_role("button", name="P-101 running").click()
    expect(page.get_by_role("dialog", name="P-101")).to_contain_text("running")
    shoot(page, "trainee-faceplate-en")
    page.get_by_role("button", name="stop P-101").click()
    expect(page.get_by_role("dialog", name="P-101")).to_contain_text("stopped", timeout=40_000)
    assert not accessibility(page)
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("button", name="Step outside").click()
    expect(page.get_by_label("Process page").first).to_be_hidden()
    page.get_by_role("button", name="enter").click(timeout=40_000)  # the door is still within reach
    expect(page.get_by_label("Process page").first).to_be_visible(timeout=40_000)


def test_goes_in_again_whenever_the_door_is_pressed(ground: Ground) -> None:
    """While still on the way out, just as it ends, and long after; on a page that is slow, too."""
    _, [page] = started(ground, ("DCS",), language="en", size=(960, 600))
    throttle = page.context.new_cdp_session(page)
    for rate, wait_ms in ((1, 0), (1, 500), (1, 900), (1, 1200), (1, 4000), (6, 0), (6, 1500)):
        throttle.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        page.get_by_role("button", name="Step outside").click()
        expect(page.get_by_label("Process page").first).to_be_hidden()
        page.wait_for_timeout(wait_ms)
        page.get_by_role("button", name="enter").click(timeout=20_000)
        expect(page.get_by_label("Process page").first).to_be_visible(timeout=20_000)


def test_puts_on_a_breathing_set(ground: Ground) -> None:
    _, [page] = started(ground, ("FF",))
    page.keyboard.press("t")
    shoot(page, "trainee-tools-zh")
    pick(page, "wear", "scba")
    expect(page.locator(".doing")).to_contain_text("空气呼吸器")
    expect(page.locator(".facts")).to_contain_text("余气", timeout=60_000)


def test_page_and_server_may_go_the_seat_stays(ground: Ground) -> None:
    drill, [page] = started(ground, ("OUT",))
    page.reload()
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    page.context.new_page().goto(page.url)  # the same seat in another tab
    expect(page.get_by_role("heading", name="席位已在另一设备上继续")).to_be_visible()
    shoot(page, "trainee-taken-zh")
    page.close()
    page = ground.browser.contexts[-1].pages[-1]
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    ground.expect("ERR_CONNECTION_REFUSED|WebSocket|ERR_|503|Failed to load")
    ground.kill()
    expect(page.locator(".top .lost")).to_contain_text("席位保留", timeout=20_000)
    shoot(page, "trainee-lost-zh")
    ground.start()
    expect(page.get_by_text("演练暂停，时钟不走")).to_be_visible(timeout=40_000)
    shoot(page, "trainee-frozen-zh")
    ground.direct(drill, "resume")
    expect(page.get_by_text("演练暂停，时钟不走")).to_be_hidden()
    page.keyboard.press("o")
    pick(page, "self", "read_wind")
    caption(page, "m/s")


def test_anyone_can_stop_for_what_is_real(ground: Ground) -> None:
    drill, [page] = started(ground, ("SAF",))
    page.get_by_role("button", name="安全暂停", exact=True).click()
    expect(page.get_by_text("仅用于真实情况")).to_be_visible()
    assert not accessibility(page)
    page.get_by_role("button", name="确认：立即停止演练").click()
    expect(page.get_by_role("heading", name="安全暂停：演练已停止")).to_be_visible()
    shoot(page, "trainee-stopped-zh")
    ground.until_phase(drill, "ended", "sealed")
