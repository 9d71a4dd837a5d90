"""The shell: log in, languages, theme, who may go where, what the policy holds, what is accessible."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.web.ground import PASSWORD, Ground, accessibility, shoot


@pytest.mark.parametrize("language", ["zh", "en"])
def test_log_in_and_out_in_both_languages(ground: Ground, language: str) -> None:
    ground.expect("401")
    page = ground.page(language=language, path="/drills/nowhere")
    page.goto("/")
    expect(page).to_have_url(re.compile("/login"))
    shoot(page, f"login-{language}")
    assert accessibility(page) == []
    page.get_by_label({"zh": "账号", "en": "Name"}[language]).fill("director")
    page.get_by_label({"zh": "密码", "en": "Password"}[language], exact=True).fill("wrong-password")
    enter = page.get_by_role("button", name={"zh": "登录", "en": "Log in"}[language])
    enter.click()
    wrong = {"zh": "名称或密码不对", "en": "Name or password is wrong"}
    expect(page.get_by_role("alert")).to_contain_text(wrong[language])
    page.get_by_label({"zh": "密码", "en": "Password"}[language], exact=True).fill(PASSWORD)
    enter.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("director")
    shoot(page, f"home-{language}")
    assert accessibility(page) == []
    page.get_by_role("button", name={"zh": "退出登录", "en": "Log out"}[language]).click()
    expect(page).to_have_url(re.compile("/login"))
    assert page.evaluate("localStorage.getItem('yanlian.session')") is None


def test_language_and_theme_are_kept(ground: Ground) -> None:
    page = ground.page("director")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Dark").click()
    page.reload()
    expect(page.get_by_role("button", name="中文")).to_be_visible()
    assert page.evaluate("document.documentElement.className") == "dark"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert accessibility(page) == []
    second = page.context.new_page()
    second.goto("/")
    second.get_by_role("button", name="中文").click()
    expect(page.get_by_role("button", name="English")).to_be_visible()  # chosen in one tab, it is so in all


def test_a_session_that_ended_leads_to_the_log_in_and_back(fresh: Ground) -> None:
    ground = fresh
    ground.expect("401")
    page = ground.page("director")
    ground.apis["director"].call("POST", "/api/logout")
    page.evaluate("fetch('/api/me', { headers: { Authorization: 'Bearer x' } })")
    page.get_by_role("button", name="退出登录").click()
    expect(page).to_have_url(re.compile("/login"))


def test_pages_are_guarded_and_kept_by_the_browser(ground: Ground) -> None:
    with httpx.Client(base_url=ground.address, trust_env=False) as client:
        page = client.get("/drills/anything", headers={"Accept-Encoding": "gzip"})
        assert page.status_code == 200 and page.headers["content-encoding"] == "gzip"
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        again = client.get("/", headers={"If-None-Match": page.headers["etag"]})
        assert again.status_code == 304
        script = re.search(r'src="(/assets/[^"]+\.js)"', page.text)
        assert script is not None
        assert "immutable" in client.get(script[1]).headers["cache-control"]
        for unknown in ("/api/nothing", "/assets/nothing.js", "/health/nothing"):
            answer = client.get(unknown)
            assert answer.status_code == 404 and answer.json()["code"] == "not_found"


def test_a_part_that_was_lost_with_the_network_is_asked_for_again(ground: Ground) -> None:
    ground.expect("ERR_|dynamically imported")
    page = ground.page("director")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.route(re.compile("/(assets|health)"), lambda route: route.abort("internetdisconnected"))
    page.get_by_role("navigation").get_by_role("link", name="演练").click()
    expect(page.get_by_role("status").filter(has_text="正在重试")).to_be_visible()
    page.wait_for_timeout(2000)
    page.unroute(re.compile("/(assets|health)"))
    expect(page).to_have_url(re.compile("/drills$"))
    expect(page.get_by_text("正在重试")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notices_are_readable_in_both_themes(ground: Ground, scheme: str) -> None:
    ground.expect("401")
    page = ground.page(path="/login", color_scheme=scheme)
    page.get_by_label("账号").fill("director")
    page.get_by_label("密码", exact=True).fill("wrong-password")
    page.get_by_role("button", name="登录").click()
    notice = page.get_by_role("alert")
    expect(notice).to_be_visible()
    assert ("dark" in page.evaluate("document.documentElement.className")) == (scheme == "dark")
    page.mouse.move(5, 5)
    for kind in ("error", "warning", "success", "info"):
        page.evaluate(
            """kind => {
              const notice = document.querySelector(".el-alert");
              const now = /el-alert--(error|warning|success|info)/;
              notice.className = notice.className.replace(now, `el-alert--${kind}`);
            }""",
            kind,
        )
        expect(notice).to_have_class(re.compile(f"el-alert--{kind}"))
        page.wait_for_timeout(400)  # colours glide
        assert accessibility(page) == [], kind
        shoot(page, f"notice-{kind}-{scheme}")
