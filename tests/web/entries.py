"""Entries: what an examiner or a trainee enters on the screens, and whether the server has each once."""

import json
import re
from math import dist

from playwright.sync_api import Page, expect

from server.demo.preparing import EXAMINERS
from server.rooms.rows import ActRow, read
from tests.web.ground import Ground, until
from tests.web.test_examiner import HUMAN, sheet_of, versions_of
from tests.web.test_trainee import drawn_m

ANNA = EXAMINERS[0]


def acts_of(ground: Ground, drill: str, seat: str) -> list[ActRow]:
    """What the log has of a seat; each seq once, without a gap. The server must be down."""
    rows = [read(row.kind, row.payload) for row in ground.place.rows(drill, ("act",))]
    acts = [row for row in rows if isinstance(row, ActRow) and row.seat == seat]
    assert [act.seq for act in acts] == list(range(1, len(acts) + 1))
    return acts


def deeds(acts: list[ActRow]) -> list[tuple[str, str, str]]:
    """What is not walking."""
    return [(act.kind, act.target, act.detail) for act in acts if act.kind not in ("steer", "halt")]


def walk(page: Page, key: str, metres: float) -> None:
    """Hold a key until the body is drawn so far away."""
    start = drawn_m(page)
    page.keyboard.down(key)
    until(lambda: dist(drawn_m(page), start) > metres)
    page.keyboard.up(key)


def marks_and_more(page: Page, n: int) -> str:
    """Enter one of each: points, a rating, a note, a bookmark with words. The item that was given points."""
    row = page.locator(HUMAN).nth(n)
    row.get_by_role("button", name=re.compile("加")).click()
    page.locator(f"input[name=rating][value='{n + 2}']").check(force=True)
    page.get_by_label("评语与备注").fill(f"笔记 {n}")
    page.locator("[data-do=note]").click()
    page.get_by_label("记一笔").fill(f"时刻 {n}")
    page.locator("[data-do=keep-note]").click()
    return str(row.get_attribute("data-item"))


def entered_once(ground: Ground, drill: str, items: list[str], others: int = 0) -> None:
    """All of `marks_and_more`, one version each, and `others`."""
    n = len(items)
    told = sheet_of(ground, ANNA, drill)["sheet"]
    assert set(items) <= set(told["marks"])
    assert (told["global_rating"], told["notes"]) == (n + 1, f"笔记 {n - 1}")
    versions = versions_of(ground, ANNA, drill)
    changes = [json.dumps(one["changes"], sort_keys=True) for one in versions]
    assert len(changes) == len(set(changes)) == 3 * n + others, changes
    notes = [one["note"] for one in ground.apis[ANNA].call("GET", f"/api/drills/{drill}/bookmarks")]
    assert sorted(notes) == [f"时刻 {k}" for k in range(n)]


def all_saved(page: Page) -> None:
    """Nothing is left in this browser; on a bad line that takes its time."""
    expect(page.locator("[data-saved]")).to_contain_text("草稿已存", timeout=40_000)


def not_saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_contain_text("未存到服务器", timeout=20_000)
    expect(page.locator("[data-saved]")).to_contain_text("保留在本机")
