"""The case library by its screens: found, read in both languages, printed in the base's, and led on to a drill."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.ground import Ground, accessibility, paper, shoot


def titles(page: Page) -> list[str]:
    return page.locator(".cards b").all_inner_texts()


@pytest.mark.parametrize(
    ("language", "theme", "size"),
    [("zh", "light", (1280, 800)), ("en", "dark", (1024, 768)), ("en", "light", (390, 844))],
)
def test_list_and_page_are_accessible_in_both_languages_and_themes(
    ground: Ground, language: str, theme: str, size: tuple[int, int]
) -> None:
    page = ground.page("auditor", path="/cases", language=language, size=size, color_scheme=theme)
    expect(page.locator(".cards li")).to_have_count(24)
    shoot(page, f"cases-{size[0]}-{theme}-{language}")
    assert accessibility(page) == []
    page.get_by_role("link", name={"zh": "临沂", "en": "Linyi"}[language]).click()
    expect(page.locator(".case-screen .step")).to_have_count(4)
    shoot(page, f"case-{size[0]}-{theme}-{language}")
    assert accessibility(page) == []


def test_words_and_tags_narrow_the_list_and_the_way_back_keeps_them(ground: Ground) -> None:
    page = ground.page("examiner-1", path="/cases")
    expect(page.locator(".cards li")).to_have_count(24)
    page.get_by_label("搜索").fill("硫化氢中毒")
    expect(page.get_by_role("status")).to_contain_text("2 / 24")
    assert titles(page) == ["成都污水池硫化氢中毒", "南阳污泥池酸反应硫化氢中毒"]
    page.get_by_label("原因").select_option(label="化学反应与自热")
    expect(page.get_by_role("status")).to_contain_text("1 / 24")
    page.get_by_role("link", name="南阳").click()
    expect(page.get_by_role("heading", name="南阳污泥池")).to_be_visible()
    page.get_by_role("link", name="返回案例列表").click()
    expect(page.get_by_role("status")).to_contain_text("1 / 24")
    expect(page.get_by_label("搜索")).to_have_value("硫化氢中毒")
    page.get_by_label("搜索").fill("没有这回事")
    expect(page.get_by_text("没有符合的案例")).to_be_visible()
    assert accessibility(page) == []
    page.get_by_role("button", name="清除条件").click()
    expect(page.locator(".cards li")).to_have_count(24)
    page.get_by_role("button", name="English").click()
    page.get_by_label("Search").fill("boil-over")
    expect(page.get_by_role("status")).to_contain_text("1 of 24")


def test_a_page_says_what_is_known_and_what_is_open(ground: Ground) -> None:
    page = ground.page("chief", path="/cases/linyi_2017")
    step = page.locator(".case-screen .step")
    expect(step.nth(0)).to_contain_text("[R]")
    expect(step.nth(0)).to_contain_text("2 min 10 s。 [B]")
    expect(step.nth(1)).to_contain_text(re.compile("直接原因.*间接原因", re.DOTALL))
    expect(step.nth(2)).to_contain_text("其余待查证")
    expect(step.nth(3)).to_contain_text("待查证：手头的资料没有写到")
    expect(page.locator(".case-screen .lessons")).to_contain_text("[P]")
    ground.expect("404")
    page.goto("/cases/atlantis")
    expect(page.get_by_role("alert")).to_contain_text("案例库中没有这个案例")
    assert accessibility(page) == []


def test_who_may_opens_a_drill_from_a_case_and_nobody_else(ground: Ground) -> None:
    page = ground.page("director", path="/cases/buncefield_2005")
    page.get_by_role("link", name="开一场演练 汽油内浮顶罐满溢泄漏").click()
    expect(page).to_have_url(re.compile("/drills/new"))
    expect(page.get_by_role("button", name="汽油内浮顶罐满溢泄漏", pressed=True)).to_be_visible()
    other = ground.page("examiner-1", path="/cases/buncefield_2005")
    expect(other.get_by_text("汽油内浮顶罐满溢泄漏")).to_be_visible()
    expect(other.get_by_role("link", name="开一场演练")).to_have_count(0)


def test_a_printed_case_speaks_the_language_of_the_base(ground: Ground) -> None:
    admin = ground.apis["admin"]
    for tongue, said, unsaid in (("zh", "事故经过", "What happened"), ("en", "What happened", "事故经过")):
        admin.call("PUT", "/api/settings", {"name": "东港危险化学品实训基地", "language": tongue})
        page = ground.page("director", path="/cases/jaipur_2009", language={"zh": "en", "en": "zh"}[tongue])
        expect(page.locator(".case-screen .step").first).to_contain_text(unsaid)
        page.emulate_media(media="print")
        sheet = page.locator(".case-paper")
        expect(sheet).to_be_visible()
        expect(sheet).to_contain_text(said)
        expect(sheet).not_to_contain_text(unsaid)
        expect(page.locator("header.head")).to_be_hidden()
        expect(page.locator(".case-screen")).to_be_hidden()
        paper(page, f"case-{tongue}")
