"""The debrief: opens when it may, seeks, plays, jumps to a deduction, shows sight against truth, prints."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from server.demo.preparing import EXAMINERS, Prepared
from tests.server.served import Place
from tests.web.ground import Ground, accessibility, ground_at, screenshots, shoot, until

SEED = 6
CARELESS = "careless:engine_in_cloud"
SIZES, LANGUAGES, SCHEMES = ((1280, 800), (1920, 1080), (390, 844)), ("zh", "en"), ("light", "dark")
ALL = [(size, language, scheme) for size in SIZES for language in LANGUAGES for scheme in SCHEMES]
# every size, language and scheme, each with each other one; all of them for pictures
LOOKS = ALL if screenshots() else [ALL[0], ALL[3], ALL[5], ALL[6], ALL[8], ALL[11]]
AGREED = {"zh": "已全程重演，逐位一致", "en": "run again, equal to the bit"}


@pytest.fixture(scope="module")
def played(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ground, str]]:
    """A server with one exam whose panel is final: fought carelessly, vetoed, ignited."""
    kept: list[Prepared] = []

    def prepared(place: Place) -> Prepared:
        kept.append(place.prepared(SEED))
        return kept[0]

    with ground_at(tmp_path_factory.mktemp("debrief"), browser, prepared) as ground:
        ground.expect("409")
        drill = kept[0].drill
        playing = ground.bot(kept[0].code, CARELESS)
        ground.direct(drill, "start")
        playing.join(120)
        ground.until_phase(drill, "sealed", wait_s=120)
        page = ground.page("examiner-1", f"/drills/{drill}/debrief", language="en")
        expect(page.get_by_role("alert")).to_contain_text("0 of 3 sheets are locked")
        assert accessibility(page) == []
        shoot(page, "debrief-not-yet-en")
        ground.examine(drill, *EXAMINERS)
        decision = {"save_id": "00000000-0000-4000-8000-000000000001", "kind": "confirm", "reason": "reviewed 已复核"}
        if ground.apis["chief"].call("GET", f"/api/drills/{drill}/panel")["state"] == "adjudicating":
            ground.apis["chief"].call("POST", f"/api/drills/{drill}/panel/adjudication", decision)
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("heading", name="What mattered")).to_be_visible(timeout=60_000)
        page.context.close()
        yield ground, drill


def opened(ground: Ground, drill: str, query: str = "", name: str = "chief", **more: Any) -> Page:
    page = ground.page(name, f"/drills/{drill}/debrief{query}", **more)
    expect(page.locator(".plan svg").first).to_be_visible(timeout=60_000)
    return page


def now(page: Page) -> int:
    return int(page.locator(".bar [role=slider]").get_attribute("aria-valuenow") or -1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_record_is_proven_and_says_so(played: tuple[Ground, str], language: str) -> None:
    ground, drill = played
    page = opened(ground, drill, language=language)
    expect(page.locator(".proof summary")).to_contain_text(AGREED[language], timeout=60_000)
    page.locator(".proof summary").click()
    sha256 = ground.apis["chief"].call("GET", f"/api/drills/{drill}")["record_sha256"]
    expect(page.locator(".proof dl")).to_contain_text(sha256)
    page.goto(f"/drills/{drill}/debrief#sha256={'0' * 64}")
    page.reload()
    expect(page.locator(".paper")).to_have_class(re.compile("bad"))


def test_one_seeks_plays_and_jumps(played: tuple[Ground, str]) -> None:
    ground, drill = played
    page = opened(ground, drill, "?t=2000", language="en")
    assert now(page) == 2000
    page.locator("body").press("ArrowRight")
    assert now(page) == 2020
    page.locator("body").press("End")
    end = now(page)
    assert end == ground.apis["chief"].call("GET", f"/api/drills/{drill}")["ticks"]
    page.locator("body").press("Home")
    assert now(page) == 0
    page.get_by_label("Speed").select_option("64")
    page.locator("body").press("Space")
    until(lambda: now(page) > 1500)
    page.get_by_role("button", name="Pause").click()
    at = now(page)
    page.get_by_role("button", name=re.compile("veto: engine")).click()
    assert now(page) != at
    expect(page).to_have_url(re.compile(rf"t={now(page)}"))
    item = page.locator("[data-item=PUMP_STOP]")
    expect(item).to_contain_text("not measured")
    item.get_by_role("button").click()
    opening = ground.apis["chief"].call("GET", f"/api/drills/{drill}/debrief")
    assert now(page) == next(one["tick"] for one in opening["items"] if one["item"] == "PUMP_STOP")


def test_a_link_to_a_moment_is_that_moment(played: tuple[Ground, str]) -> None:
    ground, drill = played
    page = opened(ground, drill, "?t=3280", language="en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{ground.address}/drills/{drill}/debrief?t=3280"
    other = opened(ground, drill, link.partition("debrief")[2], name="auditor")
    assert now(other) == 3280


def test_what_a_seat_saw_is_less_than_what_was_so(played: tuple[Ground, str]) -> None:
    ground, drill = played
    page = opened(ground, drill, "?t=3200", language="en")
    cloud = page.locator(".plan .cloud, .plan [class*=puff]")
    expect(cloud.first).to_be_attached()
    page.get_by_role("button", name="Seen").click()
    expect(cloud).to_have_count(0)
    expect(page.get_by_text("All that IC could see")).to_be_visible()
    page.get_by_role("button", name="3D").click()
    expect(page.locator(".world canvas")).to_be_visible(timeout=60_000)
    expect(page.locator(".world .told:not(.sky)")).to_have_count(0, timeout=60_000)  # the model has come
    expect(page.locator(".world .sky")).to_have_text("night, fog · picture brightened")  # as this seed draws it
    shoot(page, "debrief-3d-seen-en")
    page.get_by_role("button", name="True", exact=True).click()
    expect(page.get_by_text("the unseen cloud included")).to_be_visible()
    page.wait_for_timeout(500)  # a frame without a graphics card
    shoot(page, "debrief-3d-true-en")
    page.get_by_role("button", name="Plan", exact=True).click()
    page.locator("[data-seat=OUT]").first.click()
    page.get_by_role("button", name="3D").click()
    page.get_by_label("Eyes of OUT").check()
    page.wait_for_timeout(1500)
    assert not accessibility(page)
    shoot(page, "debrief-3d-eyes-en")
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_role("button", name="Shown and true").click()
    expect(page.locator("tr.off").first).to_be_visible(timeout=60_000)


def test_the_model_answer_stands_beside_ours(played: tuple[Ground, str]) -> None:
    ground, drill = played
    page = opened(ground, drill, language="en")
    page.get_by_role("button", name="Model answer").click()
    expect(page.get_by_text("On the same draw the expert's plan earns")).to_be_visible(timeout=60_000)
    pump = page.locator("tr", has_text="stop pump P-101")
    expect(pump).to_contain_text("never")
    expect(pump.locator("td").nth(1)).to_have_text(re.compile(r"^\d\d:\d\d$"))


@pytest.mark.parametrize(("size", "language", "scheme"), LOOKS, ids=str)
def test_the_screen_is_accessible(
    played: tuple[Ground, str], size: tuple[int, int], language: str, scheme: str
) -> None:
    ground, drill = played
    page = opened(ground, drill, "?t=3290", language=language, size=size, color_scheme=scheme)
    expect(page.locator(".proof summary")).to_contain_text(AGREED[language], timeout=60_000)
    expect(page.locator(".chart canvas").first).to_be_visible()
    name = f"debrief-{size[0]}-{language}-{scheme}"
    shoot(page, name)
    assert accessibility(page) == []
    below = page.locator(".below [role=group]").first.get_by_role("button")
    beside = page.locator(".beside [role=group]").first.get_by_role("button")
    for n in range(1, 4):
        below.nth(n).click()
        beside.nth(n).click()
        if n == 2:
            expect(page.locator(".beside table")).to_be_visible(timeout=60_000)
        shoot(page, f"{name}-{n}")
        assert accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


TITLES = {"zh": "演练评定报告", "en": "Report of a drill", "both": "演练评定报告 Report of a drill"}


@pytest.mark.parametrize("language", TITLES)
def test_the_report_prints_on_a4_in_the_language_of_the_base(
    played: tuple[Ground, str], language: str, tmp_path: Path
) -> None:
    ground, drill = played
    ground.apis["admin"].call("PUT", "/api/settings", {"language": language})
    page = ground.page("chief", f"/drills/{drill}/report", language="en")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[language], timeout=60_000)
    expect(page.get_by_role("button", name="Print or save")).to_be_visible()  # the screen's own words
    expect(page.locator(".report .signatures li")).to_have_count(5)
    seated = ground.apis["chief"].call("GET", f"/api/drills/{drill}")["seats"]
    numbered = [one for one in seated if one["candidate"]]
    assert numbered
    for one in numbered:
        expect(page.locator(".report tr", has_text=one["seat"]).first).to_contain_text(one["candidate"])
    assert accessibility(page) == []
    shoot(page, f"report-{language}")
    folder = screenshots() or tmp_path
    pdf = folder / f"report-{language}.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True)
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
        assert "A4" in told and 2 <= int(re.findall(r"Pages:\s+(\d+)", told)[0]) <= 5
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        sha256 = ground.apis["chief"].call("GET", f"/api/drills/{drill}")["record_sha256"]
        assert sha256[:40] in text.replace("\n", "")


def test_a_running_drill_says_when_it_opens(played: tuple[Ground, str]) -> None:
    ground, _ = played
    drill, _ = ground.open_training()
    page = ground.page("director", f"/drills/{drill}/debrief", language="en")
    expect(page.get_by_role("alert")).to_contain_text("opens once it has ended")
