"""The whole way by screens alone: first set-up, an exam opened, a blind drill played in a browser, three examiners at
their tablets, the mean, the radar, and the result in the certificate system's hands."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from server.cli.again import again
from server.cli.demo import CONFIG
from server.cli.installation import signing_key
from server.result.webhook import new_secret
from tests.server.conftest import surroundings
from tests.server.served import Place
from tests.web.ground import Ground, free_port, shoot, until
from tests.web.test_examiner import judge, lock
from tests.web.test_wizard import OWN, log_in


@pytest.fixture
def posting(browser: Browser, tmp_path: Path) -> Iterator[tuple[Ground, str]]:
    """A server that has never been started before, and the certificate system that it posts to; its address."""
    place = Place.at(tmp_path)
    signing_key(place.home)  # it must be there before the receiver reads whom to trust
    secret = tmp_path / "webhook.secret"
    secret.touch(mode=0o600)
    secret.write_text(new_secret(lambda n: bytes(range(n))) + "\n", encoding="ascii")
    command = again("receiver", "--data", tmp_path / "receiver", "--secret", secret)
    receiver = subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings(place.home), text=True)
    assert receiver.stdout is not None
    url = receiver.stdout.readline().strip()
    config = CONFIG.format(url=json.dumps(url), secret=json.dumps(str(secret)))
    ground = Ground(Place(place.data, place.home, config), browser, free_port())
    ground.start()
    try:
        yield ground, url
        assert not ground.unexpected(), ground.unexpected()
    finally:
        for context in browser.contexts:
            context.close()
        ground.stop()
        receiver.terminate()
        receiver.wait()


def set_up(page: Page, first: dict[str, str]) -> dict[str, str]:
    """The first set-up as far as an exam needs it: names and first passwords of the crew."""
    log_in(page, first["name"], first["password"])
    page.get_by_label("旧密码").fill(first["password"])
    page.get_by_label("新密码（至少 10 字）").fill(OWN)
    page.get_by_label("再输一次新密码").fill(OWN)
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_text("密码已改")).to_be_visible()
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="跳过此步").click()
    page.get_by_role("button", name="创建账号").click()
    expect(page.locator(".secret")).to_have_count(5, timeout=60_000)
    cards = page.locator(".card").filter(has=page.locator(".secret")).all()
    return {card.locator("strong").inner_text(): card.locator(".secret").inner_text() for card in cards}


def confirm_values(page: Page) -> None:
    """The base's expert reads the values of the petrol tank and puts his name under them."""
    page.goto("/administration/values")
    row = page.locator("details", has_text="汽油内浮顶罐满溢泄漏")
    row.locator("summary").click()
    page.get_by_label("签认人姓名").fill("李工")
    row.get_by_role("button", name="已阅读，签认以上数值").click()
    expect(row).to_contain_text("已签认")


def open_exam(page: Page, examiners: list[str]) -> str:
    """An exam of the petrol tank; the code of the commander's seat."""
    page.goto("/drills/new")
    page.get_by_role("button", name="汽油内浮顶罐").click()
    page.get_by_text("考试", exact=True).click()
    page.get_by_label("考生代号").fill("0417")
    for n, name in enumerate(examiners):
        page.locator(".el-select").nth(n).click()
        page.locator(".el-select-dropdown:visible").get_by_text(name).click()
        page.get_by_role("group", name=f"考官 {n + 1}").get_by_text("已声明").click()
    page.get_by_role("group", name="考官 3").get_by_text("来自本单位以外").click()
    page.get_by_role("button", name="开设并邀请").click()
    return page.locator("article .code").inner_text()


def command(page: Page) -> None:
    """What a hasty commander does: declare, alarm, stop the pump by an order, hand over."""
    stop = ("DCS", "operate/stop", "P-101")
    for choices in (("self", "declare", "overfill"), ("self", "alarm", "PA"), stop, ("self", "handover")):
        page.keyboard.press("o")
        for choice in choices:
            page.locator(f"[data-choice='{choice}']").click()
        page.wait_for_timeout(1000)  # on the server's disk, begun, and seen to have begun
        if choices[-1] != "handover":
            expect(page.locator(".doing")).to_be_hidden(timeout=60_000)


def test_from_the_first_start_to_a_posted_result(posting: tuple[Ground, str]) -> None:
    ground, certificates = posting
    ground.expect("4(01|03|04|09)")
    assert ground.first is not None
    office = ground.page(path="/login")
    secrets = set_up(office, ground.first)
    examiners = [name for name in secrets if "考官" in name and "主" not in name]
    director = next(name for name in secrets if "导" in name)
    chief = next(name for name in secrets if "主" in name)
    assert len(examiners) == 3
    confirm_values(office)

    station = ground.page(path="/login", reduced_motion="reduce")
    log_in(station, director, secrets[director])
    station.wait_for_url(re.compile("/$"))
    code = open_exam(station, examiners)
    drill = station.url.split("/")[-2]
    trainee = ground.page(path=f"/join#{code}", size=(1280, 720))
    trainee.get_by_role("button", name="我已读完").click(timeout=60_000)
    consoles = {}
    for name in examiners:
        console = ground.page(path="/login", size=(1024, 768))
        log_in(console, name, secrets[name])
        console.wait_for_url(re.compile("/$"))
        console.goto(f"/drills/{drill}/examine")
        expect(console.locator("[data-drill-time]")).to_be_visible()
        consoles[name] = console
    station.get_by_role("button", name="开始演练").click()
    expect(trainee.locator(".top .live")).to_be_visible(timeout=60_000)
    expect(trainee.locator(".top")).to_contain_text("考试")
    command(trainee)
    expect(trainee.get_by_role("heading", name=re.compile("结束"))).to_be_visible(timeout=60_000)
    shoot(trainee, "whole-way-trainee-ended-zh")
    for console in consoles.values():
        judge(console, 2)
    for console in consoles.values():
        lock(console)
    last = consoles[examiners[2]]
    expect(last.locator("[data-outcome]")).to_be_visible()
    if "裁定" in last.locator("[data-outcome]").inner_text():
        desk = ground.page(path="/login")
        log_in(desk, chief, secrets[chief])
        desk.wait_for_url(re.compile("/$"))
        desk.goto(f"/drills/{drill}/examine")
        desk.get_by_label("理由").last.fill("复看记录后维持")
        desk.locator("[data-adjudication] button[type=submit]").click()
    expect(last.locator("[data-mean]")).to_be_visible()
    expect(last.locator("img[alt=雷达图]")).to_be_visible()
    fingerprint = last.locator("[data-outcome] code").inner_text()
    shoot(last, "whole-way-outcome-zh")

    def held() -> int:
        told = httpx.get(certificates, params={"fingerprint": fingerprint}, trust_env=False).json()
        return len(told["certificates"])

    until(lambda: held() == 1)
    office.goto("/administration/health")
    expect(office.locator("main")).to_contain_text("delivered 1")
