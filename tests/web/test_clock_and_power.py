"""A clock an hour wrong, and a server that dies with things unsaved: nothing is lost or comes twice, times are the
server's, and what cannot be done any more is refused in words.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from math import dist
from pathlib import Path
from time import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server.served import BRIEF, Place
from tests.web.entries import ANNA, acts_of, all_saved, deeds, entered_once, marks_and_more, not_saved, walk
from tests.web.ground import Ground, ground_at, shoot, until
from tests.web.test_examiner import HUMAN, LOST, console, play, sheet_of, versions_of
from tests.web.test_trainee import caption, drawn_m, pick, started, true_m

AGREE_M = 0.5


@pytest.fixture
def ground(fresh: Ground) -> Ground:
    """Each of these tests changes what is kept."""
    return fresh


@pytest.fixture
def exam(browser: Browser, tmp_path: Path) -> Iterator[tuple[Ground, str]]:
    """A server with an exam drill, not started yet."""
    drills: list[str] = []

    def prepare(place: Place) -> Any:
        prepared = place.prepared(6, BRIEF)
        drills.append(prepared.drill)
        return prepared

    with ground_at(tmp_path / "ground", browser, prepare) as ground:
        yield ground, drills[0]


def test_a_lock_wanted_from_a_dead_server_is_one_lock(exam: tuple[Ground, str]) -> None:
    ground, drill = exam
    ground.expect(LOST)
    play(ground, drill)
    page = console(ground, ANNA, drill)
    expect(page.locator("[data-state=standing]").first).to_be_visible()
    for n in range(page.locator(HUMAN).count()):
        page.locator(HUMAN).nth(n).get_by_role("button", name=re.compile("加")).click()
    all_saved(page)
    ground.kill()
    page.locator("input[name=rating][value='4']").check(force=True)
    page.get_by_label("评语与备注").fill("笔记")
    page.locator("[data-do=mark]").click()
    page.locator("[data-do=ask-lock]").click()
    expect(page.get_by_role("dialog")).to_contain_text("连上服务器存好后才会锁定")
    page.locator("[data-do=lock]").click()
    expect(page.locator("[data-do=ask-lock]")).to_contain_text("等待锁定")
    not_saved(page)
    ground.start()
    expect(page.locator("[data-saved]")).to_contain_text("已锁定", timeout=40_000)
    told = sheet_of(ground, ANNA, drill)
    assert (told["state"], told["sheet"]["global_rating"], told["sheet"]["notes"]) == ("locked", 4, "笔记")
    states = [one["state"] for one in versions_of(ground, ANNA, drill)]
    assert states.count("locked") == 1 and states[-1] == "locked"
    until(lambda: len(ground.apis[ANNA].call("GET", f"/api/drills/{drill}/bookmarks")) == 1)


def wrong_clock(page: Page, hours: int) -> None:
    """From now on this page's clock is so much ahead."""
    page.context.add_init_script(
        f"""(() => {{
          const Right = Date, shift = {hours} * 3600e3
          window.Date = class extends Right {{
            constructor(...of) {{ if (of.length) super(...of); else super(Right.now() + shift) }}
            static now() {{ return Right.now() + shift }}
          }}
        }})()"""
    )
    page.reload()
    assert abs(page.evaluate("Date.now()") / 1000 - time() - hours * 3600) < 60


@pytest.mark.parametrize("hours", [1, -1])
def test_a_wrong_clock_at_an_examiners(exam: tuple[Ground, str], hours: int) -> None:
    ground, drill = exam
    play(ground, drill)
    page = console(ground, ANNA, drill)
    wrong_clock(page, hours)
    expect(page.locator("[data-state=standing]").first).to_be_visible()
    items = []
    for n in range(3):
        items.append(marks_and_more(page, n))
        all_saved(page)
    entered_once(ground, drill, items)
    at = [one["saved_at"] for one in versions_of(ground, ANNA, drill)]
    assert at == sorted(at) and abs(datetime.fromisoformat(at[-1]).timestamp() - time()) < 60
    shown = page.evaluate("at => new Date(at).toLocaleTimeString('zh', { hourCycle: 'h23' })", at[-1])
    expect(page.locator("[data-saved]")).to_contain_text(shown)
    for n in range(3, page.locator(HUMAN).count()):
        page.locator(HUMAN).nth(n).get_by_role("button", name=re.compile("加")).click()
    all_saved(page)
    page.locator("[data-do=ask-lock]").click()
    page.locator("[data-do=lock]").click()
    expect(page.locator("[data-saved]")).to_contain_text("已锁定")


def test_a_wrong_clock_at_a_trainees(ground: Ground) -> None:
    drill, [page] = started(ground, ("OUT",))
    wrong_clock(page, -1)
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    page.locator(".view").click(position={"x": 500, "y": 300})
    walk(page, "KeyD", 2.0)
    page.keyboard.press("o")
    pick(page, "self", "read_wind")
    caption(page, "m/s")
    until(lambda: dist(drawn_m(page), true_m(ground, drill, "OUT")) < AGREE_M)
    shown = page.locator(".time").inner_text()
    minutes, seconds = re.match(r"(\d+):(\d+)", shown).groups()  # type: ignore[union-attr]
    ticks = ground.apis["director"].call("GET", f"/api/drills/{drill}")["ticks"]
    assert abs(ticks / 20 - int(minutes) * 60 - int(seconds)) < 5
    ground.stop()
    assert deeds(acts_of(ground, drill, "OUT")) == [("read_wind", "", "")]


def test_what_is_done_before_a_dead_server_is_done_once_or_refused_in_words(ground: Ground) -> None:
    ground.expect(LOST)
    drill, [page] = started(ground, ("OUT",))
    page.keyboard.press("o")
    pick(page, "self", "read_wind")
    caption(page, "m/s")
    ground.kill()
    expect(page.locator(".top .lost")).to_contain_text("席位保留", timeout=20_000)
    page.keyboard.press("o")
    pick(page, "self", "read_wind")
    ground.start()
    expect(page.get_by_text("演练暂停，时钟不走")).to_be_visible(timeout=40_000)
    expect(page.locator(".captions")).to_contain_text("未接受")  # the drill came back frozen: the screen says so
    shoot(page, "trainee-refused-zh")
    ground.direct(drill, "resume")
    expect(page.get_by_text("演练暂停，时钟不走")).to_be_hidden()
    ground.stop()
    assert deeds(acts_of(ground, drill, "OUT")) == [("read_wind", "", "")]
