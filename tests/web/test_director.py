"""The director's station, before a real server: open, invite, start, direct, rewind, stop, annul."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.ground import Ground, accessibility, paper, shoot, until
from tests.web.test_trainee import caption, enter

LOOKS: dict[str, dict[str, Any]] = {
    "wide-light": {"size": (1280, 800), "color_scheme": "light"},
    "tablet-dark": {"size": (1024, 768), "color_scheme": "dark"},
}


def three_taps(page: Page, language: str = "zh") -> str:
    """Open the common training drill, as a director does. Its id."""
    page.goto("/drills/new")
    page.get_by_role("button", name={"zh": "汽油内浮顶罐", "en": "Petrol tank"}[language]).click()
    page.get_by_role("button", name={"zh": "开设并邀请", "en": "Open and invite"}[language]).click()
    page.get_by_role("button", name={"zh": "开始演练", "en": "Start"}[language]).wait_for()
    return page.url.split("/")[-2]


def drill_of(ground: Ground, drill: str) -> dict[str, Any]:
    return dict(ground.apis["director"].call("GET", f"/api/drills/{drill}"))


def in_words(page: Page, what: str) -> None:
    """The head says that it was done, and that it is on disk."""
    expect(page.locator(".told")).to_contain_text(what)
    expect(page.locator(".told")).to_contain_text(re.compile("已存盘|on disk"))


def class_list(ground: Ground) -> None:
    """Three on the class list, and many more."""
    people = "".join(f"{500 + n:04},学员{n},西港仓储\n" for n in range(200))
    csv = f"学号,姓名,单位\n0411,张三,东港油库\n0412,李四,东港油库\n0413,李四,西港仓储\n{people}"
    admin = ground.apis["admin"]
    headers = {"Authorization": f"Bearer {admin.token}", "Content-Type": "application/octet-stream"}
    told = admin.client.post("/api/trainees/class-list?take=true", content=csv.encode(), headers=headers)
    assert told.json()["taken"], told.text


def test_three_taps_a_code_and_a_start(fresh: Ground) -> None:
    ground = fresh
    ground.apis["admin"].call("PUT", "/api/settings", {"language": "both"})
    page = ground.page("director", "/drills")
    expect(page.get_by_text("三步开一场")).to_be_visible()
    assert accessibility(page) == []
    shoot(page, "drills-empty-zh")
    page.goto("/drills/new")
    page.get_by_text("先选一个情景").wait_for()
    drill = three_taps(page)
    picture = page.get_by_role("img", name="IC 的入席二维码")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 20")
    code = page.locator("article .code").inner_text()
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    shoot(page, "lobby-zh")
    assert accessibility(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".printed")).to_contain_text(code)
    expect(page.locator(".printed")).to_contain_text("IC 现场指挥 incident commander")
    expect(page.locator("#app")).to_be_hidden()
    shoot(page, "cards-printed-zh")
    paper(page, "cards-printed-both")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="发新码").click()
    expect(page.locator("article .code")).not_to_have_text(code)
    trainee = ground.page(path=f"/join#{page.locator('article .code').inner_text()}", size=(800, 600))
    expect(page.locator("article").first).to_contain_text("在线")
    expect(page.locator(".qr")).to_have_count(0)
    page.get_by_role("button", name="开始演练").click()
    in_words(page, "已开始")
    assert drill_of(ground, drill)["phase"] == "running"
    page.locator(".speeds").get_by_text("2×").click()
    in_words(page, "速度 2×")
    expect(page.get_by_text("演练等每个学员席位的终端跟上（IC）")).to_be_visible()
    stood = drill_of(ground, drill)["ticks"]
    until(lambda: drill_of(ground, drill)["ticks"] > stood + 40)  # the trainee's browser keeps up
    trainee.close()
    expect(page.get_by_role("button", name="跟随 IC IC")).to_contain_text("已入席，未连接")
    page.goto("/drills")
    expect(page.get_by_role("article")).to_contain_text("进行中")
    expect(page.get_by_role("article")).to_contain_text("已入席 1/1")
    assert accessibility(page) == []
    shoot(page, "drills-zh")


@pytest.mark.parametrize("look", LOOKS)
def test_directing(ground: Ground, look: str) -> None:
    page = ground.page("director", **LOOKS[look], language="en", reduced_motion="reduce")
    drill = three_taps(page, "en")
    page.get_by_role("button", name="Start").click()
    in_words(page, "Started")
    page.get_by_role("button", name="Freeze").click()
    in_words(page, "Frozen")
    stood = drill_of(ground, drill)
    assert stood["phase"] == "frozen"
    shoot(page, f"station-frozen-{look}-en")
    assert accessibility(page) == []
    page.get_by_role("button", name="Resume").click()
    in_words(page, "Resumed")

    page.locator(".speeds").get_by_text("0.5×").click()
    in_words(page, "0.5×")
    assert drill_of(ground, drill)["speed"] == 0.5

    page.get_by_role("button", name="Inject…").click()
    page.get_by_text("the wind turns to blow from a bearing").click()
    page.get_by_role("button", name="90°", exact=True).click()
    assert accessibility(page) == []
    shoot(page, f"inject-{look}-en")
    page.get_by_role("button", name="Inject", exact=True).click()
    in_words(page, "the wind turns")
    expect(page.locator(".log li.directed").first).to_contain_text("inject the wind turns to blow from a bearing 90")

    page.get_by_role("button", name="Inject…").click()
    page.get_by_text("a seat's radio goes dead").click()
    page.get_by_role("dialog").get_by_text("OUT", exact=True).click()
    page.get_by_role("button", name="Inject", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("Follow OUT OUT"))).to_contain_text("radio dead")

    page.get_by_role("button", name="Actions for IC").click()
    page.get_by_role("button", name="A colleague takes over").click()
    in_words(page, "A colleague has taken IC")
    page.get_by_role("button", name="Hand it to a person").click()
    expect(page.get_by_role("dialog").locator(".qr")).to_be_visible()
    assert accessibility(page) == []
    page.get_by_role("dialog").get_by_role("button", name="Back").click()
    holders = {one["seat"]: one["holder"] for one in drill_of(ground, drill)["seats"]}
    assert holders["IC"] == "person"
    page.get_by_role("button", name=re.compile("Follow SAF SAF")).click()
    expect(page.get_by_role("button", name=re.compile("Follow SAF SAF"))).to_have_attribute("aria-pressed", "true")
    shoot(page, f"station-{look}-en")
    page.locator(".how").get_by_text("3D").click()
    expect(page.get_by_role("img", name="three dimensions")).to_be_visible(timeout=30_000)
    shoot(page, f"station-world-{look}-en")


def test_rain_is_injected_and_falls_for_all(ground: Ground) -> None:
    drill, codes = ground.open_training(("OUT",))
    trainee = enter(ground, codes["OUT"], language="en")
    ground.direct(drill, "start")
    expect(trainee.locator(".top .live")).to_be_visible(timeout=60_000)
    trainee.keyboard.press("m")
    page = ground.page("director", f"/drills/{drill}/direct", language="en", reduced_motion="reduce")
    expect(page.locator(".plan .wind")).not_to_contain_text("rain")
    for words, falls in (("it begins to rain", True), ("the rain ends", False)):
        page.get_by_role("button", name="Inject…").click()
        page.get_by_role("dialog").get_by_text(words).click()
        if not falls:
            now = page.get_by_role("dialog").get_by_text("Now:")
            expect(now).to_have_text(re.compile(r"Now: ((night|fog), )*rain\."))
            assert accessibility(page) == []
            shoot(page, "inject-rain-en")
        page.get_by_role("button", name="Inject", exact=True).click()
        in_words(page, words)
        expect(page.locator(".log li.directed").first).to_contain_text(f"inject {words}")
        for plan in (page.locator(".plan .wind"), trainee.locator(".plan .wind")):
            expect(plan).to_contain_text("rain") if falls else expect(plan).not_to_contain_text("rain")
        if falls:
            caption(trainee, "[rain]")
            trainee.keyboard.press("Escape")
            page.locator(".how").get_by_text("3D").click()
            expect(page.locator(".world .sky")).to_contain_text("rain", timeout=30_000)
            expect(page.locator(".world .told:not(.sky)")).to_have_count(0, timeout=60_000)
            shoot(page, "station-rain-en")
            shoot(trainee, "trainee-rain-en")
            page.locator(".how").get_by_text("Plan").click()
            trainee.keyboard.press("m")


def test_rewinding_is_a_branch_with_the_same_past(ground: Ground) -> None:
    page = ground.page("director", reduced_motion="reduce")
    parent = three_taps(page)
    page.get_by_role("button", name="开始演练").click()
    until(lambda: drill_of(ground, parent)["digest_tick"] >= 60)
    page.get_by_role("slider").focus()
    page.keyboard.press("Home")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_text("选定 00:02")).to_be_visible()
    shoot(page, "branch-zh")
    page.get_by_role("button", name="从此处分支").click()
    expect(page.get_by_text("分支自")).to_be_visible()
    page.get_by_role("button", name="邀请入席").click()
    expect(page.get_by_role("dialog").locator(".qr")).to_be_visible()
    assert accessibility(page) == []
    child = drill_of(ground, page.url.split("/")[-2])
    assert (child["parent"], child["parent_tick"], child["phase"]) == (parent, 40, "frozen")
    assert drill_of(ground, parent)["phase"] == "frozen"
    page.keyboard.press("Escape")
    page.get_by_role("link", name="原演练").click()
    expect(page.get_by_role("link", name=re.compile("00:02"))).to_be_visible()
    again = ground.apis["director"].call("POST", f"/api/drills/{parent}/branches", {"tick": 40})
    assert child["digest"] == again["drill"]["digest"]


def test_stop_and_finish(ground: Ground) -> None:
    page = ground.page("director", reduced_motion="reduce")
    stopped = three_taps(page)
    page.get_by_role("button", name="开始演练").click()
    in_words(page, "已开始")
    page.get_by_role("button", name="安全暂停").click()
    expect(page.get_by_text("安全暂停，不计分")).to_be_visible()
    ground.until_phase(stopped, "sealed")
    assert drill_of(ground, stopped)["outcome"] == "safety_stop"

    finished = three_taps(page)
    page.get_by_role("button", name="开始演练").click()
    page.get_by_role("button", name="结束…").click()
    assert accessibility(page) == []
    page.get_by_role("button", name="到此为止").click()
    expect(page.get_by_text("演练已结束：导演结束")).to_be_visible()
    ground.until_phase(finished, "sealed")
    assert drill_of(ground, finished)["outcome"] == "finished"
    expect(page.get_by_text("记录已封存")).to_be_visible()


def test_everyone_may_stop_from_the_list(fresh: Ground) -> None:
    ground = fresh
    drill, _ = ground.open_training()
    page = ground.page("auditor", "/drills", size=(390, 844), reduced_motion="reduce")
    page.get_by_role("button", name="安全暂停").click()
    assert accessibility(page) == []
    page.get_by_role("button", name="停止", exact=True).click()
    ground.until_phase(drill, "sealed")
    expect(page.get_by_role("article")).to_contain_text("安全暂停，不计分")
    shoot(page, "drills-phone-zh")
    page.goto("/drills/new")
    expect(page).to_have_url(re.compile("/$"))


def test_people_are_found_in_the_class_list_and_numbers_alone_are_sent(fresh: Ground) -> None:
    ground = fresh
    class_list(ground)
    page = ground.page("director", "/drills/new", size=(1024, 768), reduced_motion="reduce")
    page.get_by_role("button", name="汽油内浮顶罐").click()
    page.get_by_role("button", name="OUT 外操").click()
    for seat, typed in (("IC", "张三"), ("OUT", "东港 李")):
        field = page.get_by_label(f"{seat} 学员")
        field.click()
        expect(page.get_by_text("另有 153 人")).to_be_visible()
        field.fill(typed)
        expect(page.get_by_role("option")).to_have_count(1)
        shoot(page, f"open-person-{seat}-zh")
        assert accessibility(page) == []
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    expect(page.get_by_label("OUT 学员")).to_have_value("0412")
    expect(page.get_by_text("李四 · 东港油库")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_request("**/api/drills") as sent:
        page.get_by_role("button", name="开设并邀请").click()
    assert "张三" not in (sent.value.post_data or "")
    expect(page.get_by_role("article", name="IC")).to_contain_text("学员 0411")
    page.emulate_media(media="print")
    expect(page.locator(".printed")).to_contain_text("学员 0412")
    seats = {one["seat"]: one["candidate"] for one in drill_of(ground, page.url.split("/")[-2])["seats"]}
    assert (seats["IC"], seats["OUT"], seats["DCS"]) == ("0411", "0412", "")


def test_an_exam_is_locked_and_annulled_with_a_reason(fresh: Ground) -> None:
    ground = fresh
    class_list(ground)
    page = ground.page("director", "/drills/new", language="en", reduced_motion="reduce")
    page.get_by_role("button", name="Petrol tank").click()
    page.get_by_text("Exam", exact=True).click()
    go = page.get_by_role("button", name="Open and invite")
    expect(go).to_be_disabled()
    candidate = page.get_by_label("Candidate's number")
    candidate.fill("李四")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.get_by_text("A drill knows numbers alone")).to_be_visible()
    expect(page.get_by_text("Enter the candidate's number")).to_be_visible()
    candidate.fill("0417")
    expect(page.get_by_text("not on the class list")).to_be_visible()
    unsigned = page.get_by_text("The values of this scenario are not confirmed")
    expect(unsigned).to_be_visible()
    shoot(page, "open-exam-unsigned-en")
    ground.confirm("tank_overfill")
    page.get_by_role("link", name="See the values to confirm").click()
    expect(page.get_by_role("heading", name="Values to confirm")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Petrol tank").click()
    page.get_by_text("Exam", exact=True).click()
    expect(unsigned).to_have_count(0)
    candidate.fill("0417")
    for n in range(3):
        page.locator(".el-select").nth(n).click()
        page.locator(".el-select-dropdown:visible").get_by_text(f"examiner-{n + 1}").click()
        page.get_by_role("group", name=f"Examiner {n + 1}").get_by_text("Declared").click()
    expect(go).to_be_disabled()
    page.get_by_role("group", name="Examiner 3").get_by_text("From outside").click()
    shoot(page, "open-exam-en")
    assert accessibility(page) == []
    go.click()
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("the station is locked")).to_be_visible()
    in_words(page, "Started")
    drill = page.url.split("/")[-2]
    for name in ("Freeze", "Inject…", "End…"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.locator(".speeds")).to_have_count(0)
    body = {"kind": "inject", "target": "rain_begins"}
    with pytest.raises(AssertionError, match=": 409"):
        ground.apis["director"].call("POST", f"/api/drills/{drill}/directions", body)
    shoot(page, "station-exam-en")
    assert accessibility(page) == []
    page.get_by_role("button", name="Annul").click()
    annul = page.get_by_role("dialog").get_by_role("button", name="Annul", exact=True)
    expect(annul).to_be_disabled()
    page.get_by_role("button", name="Power or network failure").click()
    annul.click()
    expect(page.get_by_text("The drill is over: Annulled")).to_be_visible()
    ground.until_phase(drill, "sealed")
    rows = drill_of(ground, drill)
    assert (rows["outcome"], rows["candidate"]) == ("annulled", "0417")


def test_a_killed_server_comes_back_frozen(ground: Ground) -> None:
    ground.expect("ERR_CONNECTION|WebSocket|502|Failed to load")
    page = ground.page("director")
    drill = three_taps(page)
    page.get_by_role("button", name="开始演练").click()
    in_words(page, "已开始")
    ground.kill()
    expect(page.get_by_text("连接中断")).to_be_visible()
    ground.start()
    expect(page.get_by_role("alert")).to_contain_text("服务器曾中断", timeout=20_000)
    shoot(page, "station-restarted-zh")
    page.get_by_role("alert").get_by_role("button", name="继续").click()
    in_words(page, "已继续")
    assert drill_of(ground, drill)["phase"] == "running"
