"""The examiner's console before a real server: marks, overrides, locks, and what a lost network, a dead server, a
second tab and another's sheet do to them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect

from server.demo.preparing import EXAMINERS
from tests.server.served import BRIEF
from tests.web.ground import Ground, accessibility, ground_at, shoot, until

ANNA, BO, CHEN = EXAMINERS
HUMAN = "[data-item]:has(> .points)"
LOST = r"Failed to load resource|WebSocket connection|ERR_"


@pytest.fixture
def exam(browser: Browser, tmp_path: Path) -> Iterator[tuple[Ground, str]]:
    """A server with an exam drill and its crew, not started yet."""
    drills: list[str] = []

    def prepare(place: Any) -> Any:
        prepared = place.prepared(6, BRIEF)
        drills.append(prepared.drill)
        return prepared

    with ground_at(tmp_path / "ground", browser, prepare) as ground:
        yield ground, drills[0]


def console(ground: Ground, name: str, drill: str, **more: Any) -> Page:
    page = ground.page(name, f"/drills/{drill}/examine", **more)
    expect(page.locator("[data-drill-time]")).to_be_visible()
    return page


def play(ground: Ground, drill: str) -> None:
    """The drill from its start to its record, as fast as it goes."""
    code = ground.apis["director"].call("POST", f"/api/drills/{drill}/seats/IC/code")["code"]
    ground.direct(drill, "start")
    ground.bot(code)
    ground.until_phase(drill, "sealed")


def sheet_of(ground: Ground, name: str, drill: str) -> dict[str, Any]:
    found: dict[str, Any] = ground.apis[name].call("GET", f"/api/drills/{drill}/sheet")
    return found


def versions_of(ground: Ground, name: str, drill: str) -> list[dict[str, Any]]:
    told = ground.apis[name].call("GET", f"/api/drills/{drill}/sheet/versions")
    versions: list[dict[str, Any]] = told["sheets"][0]["versions"]
    return versions


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_contain_text(re.compile("草稿已存|draft saved"))


def judge(page: Page, rating: int, note: str = "") -> None:
    """Whole points on what a person judges, a rating, a note."""
    expect(page.locator("[data-state=standing]").first).to_be_visible()
    for n in range(page.locator(HUMAN).count()):
        page.locator(HUMAN).nth(n).get_by_role("button", name=re.compile("加|more")).click()
    page.locator(f"input[name=rating][value='{rating}']").check(force=True)
    if note:
        page.get_by_label(re.compile("评语|Notes")).fill(note)
    saved(page)


def lock(page: Page) -> None:
    page.locator("[data-do=ask-lock]").click()
    page.locator("[data-do=lock]").click()
    expect(page.locator("[data-saved]")).to_contain_text(re.compile("已锁定|locked"))


class Ear:
    """Everything that the server tells a page from now on: answers of routes, and frames of the socket."""

    def __init__(self, page: Page) -> None:
        self.answers: list[Response] = []
        self.frames: list[bytes] = []
        where = page.url
        page.goto("about:blank")
        page.on("response", lambda answer: self.answers.append(answer))
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))
        page.goto(where)

    def _frame(self, payload: bytes | str) -> None:
        self.frames.append(payload if isinstance(payload, bytes) else payload.encode())

    def heard(self) -> bytes:
        bodies = [one.body() for one in self.answers if "/api/" in one.url and one.status == 200]
        return b"\n".join((*bodies, *self.frames))


def test_three_examiners_from_the_drill_to_mean_and_radar(exam: tuple[Ground, str]) -> None:
    ground, drill = exam
    ground.expect(r"403|404|409")
    pages = {name: console(ground, name, drill, size=(1024, 768)) for name in EXAMINERS}
    expect(pages[ANNA].locator("[data-state=not_yet]").first).to_contain_text("尚未")
    pages[ANNA].locator("[data-state=not_yet] .face").first.click()
    expect(pages[ANNA].locator(".evidence")).to_contain_text("封存后可确认或改分")
    play(ground, drill)
    ear = Ear(pages[ANNA])
    judge(pages[BO], 1, note="SECRET-OF-BO")
    judge(pages[CHEN], 4, note="SECRET-OF-CHEN")
    judge(pages[ANNA], 4)

    page = pages[ANNA]
    before = page.locator("[data-total]").inner_text()
    page.locator("[data-item=ALARM] .tick").click()
    expect(page.locator("[data-item=ALARM]")).to_have_attribute("data-state", "confirmed")
    assert page.locator("[data-total]").inner_text() == before
    page.locator("[data-item=RECOG] .face").click()
    page.get_by_role("button", name="改分").click()
    page.get_by_label("得分: 确认满溢险情").last.fill("1.5")
    page.get_by_label("得分: 确认满溢险情").last.press("Enter")
    expect(page.locator("[data-item=RECOG]")).to_contain_text("缺理由")
    page.locator("[data-do=ask-lock]").click()
    expect(page.get_by_role("dialog")).to_contain_text("改分未写理由：确认满溢险情")
    page.get_by_role("button", name="再看看").click()
    page.locator("[data-item=RECOG]").get_by_label("已做但方式不当").check()
    saved(page)
    until(lambda: sheet_of(ground, ANNA, drill)["sheet"]["marks"].get("RECOG", {}).get("reason") == "wrong_manner")
    assert sheet_of(ground, ANNA, drill)["sheet"]["marks"]["RECOG"]["points"] == "1.50"
    assert sheet_of(ground, ANNA, drill)["total"] == page.locator("[data-total]").inner_text()
    shoot(page, "examiner-override-zh")

    lock(pages[BO])
    lock(pages[CHEN])
    expect(page.locator("[data-locked]")).to_contain_text("2/3")
    assert page.locator("[data-outcome]").count() == 0
    heard = ear.heard()
    assert b"panel_progress" in heard and sheet_of(ground, ANNA, drill)["lines"][0]["item"].encode() in heard
    hidden = [account.me["id"] for name, account in ground.apis.items() if name in (BO, CHEN)]
    for secret in ("SECRET-OF-BO", "SECRET-OF-CHEN", *hidden):
        assert secret.encode() not in heard and secret not in page.content()
    lock(page)
    expect(page.locator("[data-outcome]")).to_contain_text("主考正在裁定")  # Bo rates a good sheet 1

    chief = console(ground, "chief", drill, language="en")
    expect(chief.locator("[data-outcome]")).to_contain_text("examiner 2".capitalize())
    chief.get_by_label("Reason (needed)").fill("seen on the recording")
    shoot(chief, "examiner-adjudication-en")
    chief.locator("[data-adjudication] button[type=submit]").click()
    expect(chief.locator("img[alt=Radar]")).to_be_visible()
    found = ground.apis["chief"].call("GET", f"/api/drills/{drill}/panel")["outcome"]
    for each in (*pages.values(), chief):
        expect(each.locator("[data-mean]")).to_have_text(found["mean"])
    expect(page.locator("img[alt=雷达图]")).to_be_visible()
    assert page.evaluate("document.querySelector('img[alt=雷达图]').naturalWidth") > 0
    fingerprint = ground.apis[ANNA].call("GET", f"/api/drills/{drill}/result")["fingerprint"]
    expect(page.locator("[data-outcome] code")).to_have_text(fingerprint)
    shoot(page, "examiner-outcome-zh")
    assert accessibility(page) == [] and accessibility(chief) == []


def test_nothing_is_lost_or_doubled_offline_with_a_dead_server_or_in_two_tabs(exam: tuple[Ground, str]) -> None:
    ground, drill = exam
    ground.expect(LOST)
    play(ground, drill)
    page = console(ground, ANNA, drill)
    rows = page.locator(HUMAN)
    expect(page.locator("[data-state=standing]").first).to_be_visible()
    items = [rows.nth(n).get_attribute("data-item") for n in range(3)]

    page.context.set_offline(True)
    rows.nth(0).get_by_role("button", name=re.compile("^.*减")).click()
    page.locator("input[name=rating][value='3']").check(force=True)
    page.locator("[data-do=mark]").click()
    expect(page.locator("[data-saved]")).to_contain_text("未存到服务器")
    shoot(page, "examiner-offline-zh")
    ground.apis[ANNA].call(  # another device of the same examiner, meanwhile
        "POST", f"/api/drills/{drill}/sheet/saves", {"save_id": str(uuid4()), "base_version": 0, "notes": "elsewhere"}
    )
    page.context.set_offline(False)
    saved(page)
    expect(page.get_by_label("评语与备注")).to_have_value("elsewhere")
    told = sheet_of(ground, ANNA, drill)
    assert (told["sheet"]["global_rating"], told["sheet"]["notes"]) == (3, "elsewhere")
    assert items[0] in told["sheet"]["marks"]
    assert len(ground.apis[ANNA].call("GET", f"/api/drills/{drill}/bookmarks")) == 1

    ground.kill()
    rows.nth(1).get_by_role("button", name=re.compile("加")).click()
    expect(page.locator("[data-saved]")).to_contain_text("未存到服务器")
    ground.start()
    saved(page)
    assert items[1] in sheet_of(ground, ANNA, drill)["sheet"]["marks"]

    second = page.context.new_page()
    second.goto(f"/drills/{drill}/examine")
    expect(second.locator("input[name=rating][value='3']")).to_be_checked()
    page.context.set_offline(True)
    page.locator("input[name=rating][value='4']").check(force=True)
    second.locator(HUMAN).nth(2).get_by_role("button", name=re.compile("加")).click()
    expect(second.locator("input[name=rating][value='4']")).to_be_checked()
    page.context.set_offline(False)
    saved(page)
    saved(second)
    told = sheet_of(ground, ANNA, drill)
    assert told["sheet"]["global_rating"] == 4 and set(items) <= set(told["sheet"]["marks"])
    changes = [str(one["changes"]) for one in versions_of(ground, ANNA, drill)]
    assert len(changes) == len(set(changes)) == 6
    expect(page.locator(HUMAN).nth(2)).to_have_attribute("data-state", "given")


def test_two_devices_that_disagree_are_asked(exam: tuple[Ground, str]) -> None:
    ground, drill = exam
    ground.expect(LOST)
    play(ground, drill)
    page = console(ground, ANNA, drill, language="en")
    expect(page.locator("[data-state=standing]").first).to_be_visible()
    page.context.set_offline(True)
    page.locator("input[name=rating][value='5']").check(force=True)
    ground.apis[ANNA].call(
        "POST", f"/api/drills/{drill}/sheet/saves", {"save_id": str(uuid4()), "base_version": 0, "global_rating": 2}
    )
    page.context.set_offline(False)
    question = page.get_by_role("alert").filter(has_text="Another device")
    expect(question).to_contain_text("there 2, here 5")
    assert sheet_of(ground, ANNA, drill)["sheet"]["global_rating"] == 2
    question.get_by_role("button", name="Keep mine").click()
    saved(page)
    assert sheet_of(ground, ANNA, drill)["sheet"]["global_rating"] == 5


def test_looking_back_leaves_the_drill_alone(exam: tuple[Ground, str]) -> None:
    ground, _ = exam
    drill, _ = ground.open_training()
    ground.direct(drill, "start")
    page = console(ground, ANNA, drill)
    expect(page.locator("[data-course]")).to_contain_text("实时")
    until(lambda: page.locator("[data-drill-time]").inner_text() >= "00:04")
    page.locator("[data-do=back]").click()
    expect(page.locator("[data-back]")).to_contain_text("回看 00:0")
    expect(page.locator("[data-frame=replay]")).to_be_visible()
    was = page.locator("[data-drill-time]").inner_text()
    until(lambda: page.locator("[data-drill-time]").inner_text() > was)
    page.locator("[data-seat=OUT]").click()
    expect(page.locator("select")).to_have_value("OUT")
    page.locator("[data-do=live]").click()
    expect(page.locator("[data-frame=live]")).to_be_visible()
    page.locator("[data-do=note]").click()
    page.get_by_label("记一笔").fill("报警迟 late alarm")
    page.locator("[data-do=keep-note]").click()
    until(lambda: len(ground.apis[ANNA].call("GET", f"/api/drills/{drill}/bookmarks")) == 1)
    ground.direct(drill, "freeze")
    expect(page.locator("[data-frame=frozen]")).to_be_visible()


def test_borrowed_eyes_look_where_the_trainee_looks(exam: tuple[Ground, str]) -> None:
    ground, _ = exam
    drill, codes = ground.open_training(("OUT",))
    trainee = ground.page(path=f"/join#{codes['OUT']}", size=(640, 480))
    trainee.wait_for_url("**/seat")
    ground.direct(drill, "start")
    expect(trainee.locator(".view")).to_have_attribute("data-look", "0 0", timeout=60_000)
    page = console(ground, ANNA, drill, size=(1024, 768))
    page.locator("[data-view=world]").click()
    page.locator(".follow select").select_option("OUT")
    page.get_by_label("OUT 的视角").check()
    canvas = page.locator("canvas[data-look]")
    expect(canvas).to_have_attribute("data-look", "0 0")
    trainee.keyboard.down("KeyE")
    until(lambda: looks_deg(trainee.locator(".view"))[0] > 60)
    trainee.keyboard.up("KeyE")
    box = trainee.locator(".view").bounding_box()
    assert box is not None
    trainee.mouse.move(box["x"] + 200, box["y"] + 100)
    trainee.mouse.down()
    trainee.mouse.move(box["x"] + 200, box["y"] + 20, steps=5)  # the world goes up with the mouse: the eyes sink
    trainee.mouse.up()
    until(lambda: looks_deg(trainee.locator(".view"))[1] < -5)
    trainee.wait_for_timeout(500)
    eyes = looks_deg(trainee.locator(".view"))  # either page rounds what it has
    until(lambda: all(abs(a - b) <= 1 for a, b in zip(looks_deg(canvas), eyes, strict=True)))
    shoot(page, "examiner-eyes-zh")
    page.get_by_label("OUT 的视角").uncheck()
    page.wait_for_timeout(1500)
    shoot(page, "examiner-follow-zh")


def looks_deg(looks: Locator) -> tuple[int, int]:
    """Bearing and height, as a page tells of its eyes."""
    yaw, pitch = (looks.get_attribute("data-look") or "").split()
    return int(yaw), int(pitch)


@pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [
        ("zh", (1280, 800), "light"),
        ("en", (1024, 768), "dark"),
        ("en", (800, 1280), "light"),
        ("zh", (390, 844), "dark"),
    ],
)
def test_accessible_and_whole_in_both_languages(
    exam: tuple[Ground, str], language: str, size: tuple[int, int], scheme: str
) -> None:
    ground, drill = exam
    play(ground, drill)
    page = console(ground, ANNA, drill, language=language, size=size, color_scheme=scheme)
    expect(page.locator("[data-state=standing]").first).to_be_visible()
    page.locator("[data-item=ALARM] .face").click()
    assert accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    shoot(page, f"examiner-{language}-{size[0]}x{size[1]}-{scheme}")
    page.locator("[data-view=curves]").click()
    page.locator("[data-do=list]").click()
    assert accessibility(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-do=ask-lock]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert accessibility(page) == []


def test_a_foreign_examiner_is_told_that_it_is_not_his(exam: tuple[Ground, str]) -> None:
    ground, drill = exam
    ground.expect("404")
    ground.apis["admin"].call("POST", "/api/accounts", {"name": "eva", "role": "examiner", "password": "a-password-1"})
    ground.log_in("eva", "a-password-1")
    page = ground.page("eva", f"/drills/{drill}/examine")
    expect(page.get_by_role("alert")).to_contain_text("不在您的考官组")
