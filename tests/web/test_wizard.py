"""The first set-up: from the printed password to a drill that is about to be tried, by screens alone."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect

from tests.web.ground import Ground, accessibility, ground_at, shoot

OWN = "my-own-password-1"


@pytest.fixture
def fresh(browser: Browser, tmp_path: Path) -> Iterator[Ground]:
    """A server that was started for the first time; nobody has logged in."""
    with ground_at(tmp_path / "ground", browser) as ground:
        yield ground


def class_list(*rows: tuple[object, ...]) -> dict[str, object]:
    book = Workbook()
    for row in (("学号", "姓名", "单位"), *rows):
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    return {"name": "class.xlsx", "mimeType": "application/octet-stream", "buffer": data.getvalue()}


def log_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录").click()


def test_from_the_printed_password_to_a_drill(fresh: Ground) -> None:
    assert fresh.first is not None
    fresh.expect("4(01|03|22)")
    page = fresh.page(path="/login")
    log_in(page, fresh.first["name"], fresh.first["password"])
    expect(page.get_by_role("heading", name="自己的密码")).to_be_visible()
    shoot(page, "setup-password-zh")
    assert accessibility(page) == []

    page.get_by_label("旧密码").fill("not the old one")
    page.get_by_label("新密码（至少 10 字）").fill(OWN)
    page.get_by_label("再输一次新密码").fill(OWN)
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_role("alert")).to_contain_text("旧密码不对")
    page.get_by_label("旧密码").fill(fresh.first["password"])
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_text("密码已改")).to_be_visible()
    page.get_by_role("button", name="下一步").click()

    page.get_by_label("基地名称").fill("东港实训基地")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    page.get_by_role("button", name="下一步").click()

    page.get_by_role("button", name="创建账号").click()
    expect(page.locator(".secret")).to_have_count(5, timeout=60_000)  # each is hashed, slowly by intent
    shoot(page, "setup-accounts-zh")
    assert accessibility(page) == []
    secret = page.locator(".card", has_text="考官2").locator(".secret").inner_text()
    page.get_by_role("button", name="下一步").click()
    fresh.log_in("考官2", secret)

    page.get_by_label("选择文件").set_input_files(class_list(("0417", "张三", "某油库"), ("0418", "李四", "某油库")))
    expect(page.get_by_text("预览：新增 2")).to_be_visible()
    page.get_by_role("button", name="导入这 2 人").click()
    expect(page.get_by_text("已导入：新增 2")).to_be_visible()
    page.get_by_role("button", name="下一步").click()

    expect(page.get_by_alt_text("/join")).to_be_visible()
    shoot(page, "setup-network-zh")
    assert accessibility(page) == []
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="新开演练").click()
    expect(page).to_have_url(re.compile("/drills/new"))
    page.goto("/setup")
    expect(page.get_by_role("heading", name="设置完成")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("继续首次设置")).to_have_count(0)


def test_it_is_left_resumed_elsewhere_and_opened_again(fresh: Ground) -> None:
    assert fresh.first is not None
    admin = fresh.log_in(fresh.first["name"], fresh.first["password"])
    page = fresh.page("admin", path="/setup", language="en")
    page.get_by_role("button", name="Skip this step").click()
    expect(page.get_by_role("heading", name="Name and language")).to_be_visible()
    page.get_by_role("link", name="Go on later").click()
    expect(page.get_by_text("5 steps left")).to_be_visible()

    other = fresh.page("admin", language="en", size=(390, 844))
    other.get_by_role("link", name="Continue the set-up").click()
    expect(other.get_by_role("heading", name="Name and language")).to_be_visible()
    other.get_by_role("button", name=re.compile("Your own password")).click()
    expect(other.get_by_label("Old password")).to_be_visible()
    shoot(other, "setup-phone-en")
    assert accessibility(other) == []
    assert admin.call("GET", "/api/setup")["steps"][0] == {"step": "password", "state": "skipped"}


def test_it_is_for_administrators_alone(fresh: Ground) -> None:
    fresh.crew("director")
    page = fresh.page("director", path="/setup")
    expect(page.get_by_role("heading", name=re.compile("director"))).to_be_visible()
    expect(page.get_by_text("继续首次设置")).to_have_count(0)
