"""Administration by screens: accounts, class list, headsets, cards, seat plan, settings, health, and trust."""

import base64
import hashlib
import re
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
import segno
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser, Page, expect

from server.cli.again import again
from tests.server.conftest import surroundings
from tests.server.served import Place
from tests.web.ground import FLAGS, PASSWORD, Ground, accessibility, chromium, free_port, paper, shoot
from tests.web.test_wizard import class_list

BYTES = "application/octet-stream"
OPENED = """new Promise(done => {
    const socket = new WebSocket(`wss://${location.host}/ws`);
    socket.onopen = () => done(true);
    socket.onerror = () => done(false);
})"""
SCREENS = {
    "accounts": "/administration/accounts",
    "trainees": "/administration/trainees",
    "cards": "/administration/cards",
    "seating": "/administration/seating",
    "headsets": "/administration/headsets",
    "values": "/administration/values",
    "settings": "/administration/settings",
    "health": "/administration/health",
    "password": "/administration/password",
    "administration": "/administration",
    "setup": "/setup",
}


@pytest.fixture
def ground(fresh: Ground) -> Ground:
    """Each of these tests changes what is kept."""
    return fresh


def furnished(ground: Ground) -> None:
    """People, headsets in their places and a drill to show."""
    admin = ground.apis["admin"]
    for n, name in enumerate(("张三", "李四", "王五"), start=1):
        admin.call("POST", "/api/trainees", {"number": f"041{n}", "name": name, "company": "东港油库"})
    for label in ("H-1", "H-2"):
        told = admin.call("POST", "/api/headsets", {"label": label, "model": "Quest 3", "fit": "宽，可戴眼镜"})
    admin.call("POST", f"/api/headsets/{told['headsets'][0]['id']}/out", {"number": "0411"})
    admin.call("PATCH", f"/api/headsets/{told['headsets'][1]['id']}", {"battery_percent": 40})
    places = [{"column": 0, "row": 0, "device": "H-1", "seat": "IC"}, {"column": 1, "row": 0, "device": "PC-1"}]
    admin.call("PUT", "/api/seating", {"columns": 4, "rows": 2, "places": places})
    ground.open_training(("IC", "DCS"))


@pytest.mark.parametrize(("language", "theme", "size"), [("zh", "light", (1280, 800)), ("en", "dark", (1024, 768))])
def test_every_screen_is_accessible_in_both_languages_and_themes(
    ground: Ground, language: str, theme: str, size: tuple[int, int]
) -> None:
    furnished(ground)
    page = ground.page("admin", language=language, size=size, color_scheme=theme)
    faults = {}
    for name, path in SCREENS.items():
        page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        shoot(page, f"{name}-{language}-{theme}")
        faults[name] = accessibility(page)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, f"{name} is wider than the screen"
        if name == "seating":
            assert page.locator(".ad-wide").evaluate("plan => plan.scrollWidth <= plan.clientWidth")
    assert {name: told for name, told in faults.items() if told} == {}


def test_an_expert_reads_the_values_and_confirms_them(ground: Ground) -> None:
    page = ground.page("admin", path="/administration/values")
    row = page.locator("details", has_text="汽油内浮顶罐满溢泄漏")
    expect(row).to_contain_text("待签认")
    row.locator("summary").click()
    expect(row.get_by_role("row").nth(1)).to_contain_text("[P] 建议值")
    sign = row.get_by_role("button", name="已阅读，签认以上数值")
    expect(sign).to_be_disabled()
    page.get_by_label("签认人姓名").fill("李工")
    shoot(page, "values-open-zh")
    assert not accessibility(page)
    sign.click()
    expect(row).to_contain_text("已签认")
    expect(row.get_by_role("listitem")).to_contain_text("李工")
    told = ground.apis["admin"].call("GET", "/api/values")
    assert [one["scenario"] for one in told if one["signed"]] == ["tank_overfill"]


def test_accounts_are_made_changed_and_the_last_administrator_stays(ground: Ground) -> None:
    ground.expect("409")
    page = ground.page("admin", path="/administration/accounts", language="en")
    row = page.get_by_role("row", name=re.compile("^admin"))
    row.get_by_role("button", name="Disable").click()
    expect(page.get_by_role("alert")).to_contain_text("last administrator")
    expect(row.get_by_text("may log in")).to_be_visible()
    row = page.get_by_role("row", name=re.compile("^examiner-1"))
    row.get_by_role("button", name="Reset password").click()
    secret = page.locator(".secret").inner_text()
    ground.log_in("examiner-1", secret)
    card = page.locator(".card")
    expect(card).to_contain_text("考官")  # the base prints in Chinese, whatever this screen speaks
    expect(card).to_contain_text("首次密码")
    expect(card.get_by_alt_text(ground.address)).to_have_attribute(
        "src", segno.make(ground.address, error="m").svg_data_uri(scale=6, border=2)
    )
    shoot(page, "account-card-en")
    paper(page, "account-card-zh")
    assert accessibility(page) == []
    row.get_by_role("button", name="Disable").click()
    expect(row.get_by_text("disabled")).to_be_visible()
    page.get_by_role("button", name="Add").click()
    page.get_by_label("Account").last.fill("medic 1")
    page.locator("form select").last.select_option("medic")
    page.get_by_role("button", name="Make accounts").click()
    expect(page.get_by_role("row", name=re.compile("^medic 1"))).to_be_visible()


def test_a_class_list_with_faults_is_told_line_by_line_and_changes_nobody(ground: Ground) -> None:
    page = ground.page("director", path="/administration/trainees")
    page.get_by_role("button", name="导入名单").click()
    page.get_by_label("选择文件").set_input_files(class_list(("1", "张三", ""), ("1", "", "")))
    expect(page.get_by_role("alert")).to_contain_text("2 处问题")
    expect(page.get_by_role("row", name=re.compile("缺少姓名"))).to_contain_text("3")
    shoot(page, "class-list-faults-zh")
    assert accessibility(page) == []
    csv = "学号,姓名,身份证号\n1,张三,110101199001011237\n".encode("gb18030")
    page.get_by_label("选择文件").set_input_files({"name": "a.csv", "mimeType": BYTES, "buffer": csv})
    expect(page.get_by_text("身份证号一列不保存")).to_be_visible()
    shoot(page, "class-list-preview-zh")
    page.get_by_role("button", name="导入这 1 人").click()
    row = page.get_by_role("row", name=re.compile("张三"))
    expect(row).to_be_visible()
    row.get_by_role("button", name="修改").click()
    page.get_by_label("单位", exact=True).fill("东港油库")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("row", name=re.compile("东港油库"))).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="删除 张三").click()
    expect(page.get_by_text("还没有学员")).to_be_visible()


def test_a_headset_goes_out_by_two_taps_and_comes_back_by_one(ground: Ground) -> None:
    ground.expect("409")
    furnished(ground)
    page = ground.page("director", path="/administration/headsets", size=(1024, 768))
    expect(page.get_by_text("0411 张三").first).to_be_visible()
    expect(page.get_by_text("第 1 行第 1 列 · IC")).to_be_visible()
    page.get_by_role("button", name="发出 H-2").click()
    page.get_by_role("button", name="0412 李四").click()
    expect(page.get_by_role("button", name="收回 H-2")).to_be_visible()
    shoot(page, "headsets-out-zh")
    page.get_by_role("button", name="收回 H-2").click()
    expect(page.get_by_text("待清洁")).to_be_visible()
    page.get_by_role("button", name="发出 H-2").click()
    page.get_by_role("button", name="0413 王五").click()
    expect(page.get_by_role("alert")).to_contain_text("尚未清洁")
    assert accessibility(page) == []
    page.get_by_role("button", name="取消").click()
    page.get_by_role("button", name="已清洁 H-2").click()
    page.get_by_role("button", name="发出 H-2").click()
    page.get_by_role("button", name="0413 王五").click()
    expect(page.get_by_role("button", name="收回 H-2")).to_be_visible()


def test_cards_speak_the_language_of_the_base_whatever_the_screen_speaks(ground: Ground) -> None:
    numbers = {"IC": "0411"}
    body = {"scenario": "tank_overfill", "people": {"IC": "person", "DCS": "person"}, "candidates": numbers}
    drill = ground.apis["director"].call("POST", "/api/drills", body)["drill"]["id"]
    page = ground.page("director", language="en")
    texts = {"zh": ("指挥", "有效至", "学员 0411"), "en": ("ommander", "Good until", "Trainee 0411")}
    texts["both"] = texts["zh"][:2] + texts["en"][:2] + ("学员 Trainee 0411",)
    for tongue, said in texts.items():
        base = {"name": "东港危险化学品实训基地", "language": tongue}
        ground.apis["admin"].call("PUT", "/api/settings", base)
        page.goto(f"/administration/cards?drill={drill}")
        page.get_by_role("button", name="Make cards").click()
        expect(page.locator(".card")).to_have_count(2)
        card = page.locator(".card", has_text="IC").first
        for text in said:
            expect(card).to_contain_text(text)
        for text in set(texts["both"]) - set(said):
            expect(card).not_to_contain_text(text)
        page.emulate_media(media="print")
        paper(page, f"cards-{tongue}")
        assert page.locator(".card").evaluate_all("all => all.every(one => one.scrollHeight <= one.clientHeight)")
        page.emulate_media(media="screen")
        assert accessibility(page) == []


def test_cards_let_people_in_and_fit_eight_to_a_page(ground: Ground) -> None:
    drill, codes = ground.open_training(("IC", "DCS"))
    page = ground.page("director", path=f"/administration/cards?drill={drill}")
    page.get_by_role("button", name="生成卡片").click()
    expect(page.locator(".card")).to_have_count(2)
    code = page.locator(".card .code").first.inner_text()
    assert code not in codes.values()
    shoot(page, "cards-made-zh")
    page.emulate_media(media="print")
    expect(page.locator("header")).to_be_hidden()
    box = page.locator(".card").first.bounding_box()
    assert box is not None and box["height"] * 4 <= 1123 - 2 * 38  # four rows on A4 at 96 dpi, margins of 10 mm
    shoot(page, "cards-print-zh")
    assert ground.log_in("director", PASSWORD).client.post("/api/seats/claim", json={"code": code}).is_success


def test_the_seat_plan_is_kept_and_knows_the_headsets(ground: Ground) -> None:
    furnished(ground)
    _, second = ground.apis["admin"].call("GET", "/api/headsets")["headsets"]
    ground.apis["admin"].call("PATCH", f"/api/headsets/{second['id']}", {"battery_percent": 12})
    page = ground.page("director", size=(1024, 768))
    page.clock.set_fixed_time("2001-01-01T00:30:00Z")  # of this browser: wrong by years and half an hour
    page.goto("/administration/seating")
    place = page.get_by_role("group", name="第 1 行第 2 列")
    expect(page.get_by_role("group", name="第 1 行第 1 列")).to_contain_text("0411 张三")
    assert page.locator("datalist option").evaluate_all("all => all.map(one => one.value)") == ["H-2"]
    place.get_by_label("设备").fill("h-2")
    place.get_by_label("席位").fill("DCS")
    expect(place).to_contain_text("空闲")
    expect(place).to_contain_text("! 电量 12%")
    page.get_by_role("button", name="保存").click()
    told = page.get_by_text(re.compile(r"已保存 \d\d:\d\d:\d\d")).inner_text()
    minutes = datetime.now().minute - int(told.split(":")[1])
    assert minutes % 60 in (0, 1), told
    shoot(page, "seating-saved-zh")
    page.emulate_media(media="print")
    expect(page.get_by_text("0411 张三")).to_be_hidden()  # what hangs on the wall names nobody
    paper(page, "seating-print-zh")
    page.emulate_media(media="screen")
    other = ground.page("examiner-1", path="/administration/seating")
    expect(other.get_by_role("group", name="第 1 行第 2 列").get_by_label("设备")).to_have_value("h-2")
    expect(other.get_by_text("空闲")).to_have_count(0)


def test_health_shows_details_to_administrators_alone(ground: Ground) -> None:
    page = ground.page("admin", path="/administration/health", language="en")
    expect(page.get_by_text("Free disk space")).to_be_visible()
    expect(page.get_by_role("heading", name="Details")).to_be_visible()
    other = ground.page("examiner-1", path="/administration/health", language="en")
    expect(other.get_by_text("Free disk space")).to_be_visible()
    expect(other.get_by_role("heading", name="Details")).to_have_count(0)


def test_a_lost_server_is_said_and_health_comes_back(ground: Ground) -> None:
    ground.expect("Failed to load|ERR_CONNECTION")
    page = ground.page("director", path="/administration/health")
    expect(page.get_by_text("磁盘剩余")).to_be_visible()
    ground.stop()
    expect(page.get_by_role("alert")).to_contain_text("连不上服务器", timeout=20_000)
    ground.start()
    expect(page.get_by_role("alert")).to_have_count(0, timeout=20_000)


def test_by_keyboard_alone(ground: Ground) -> None:
    page = ground.page("admin", path="/administration/password", language="en")
    page.get_by_label("Old password").focus()
    for text in ("not it at all", "a fresh password", "a fresh password"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    ground.expect("403")
    page.get_by_label("The new password again").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("old password is wrong")


def told_of_trust(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}?lang={language}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    shoot(page, f"trust-{language}")
    assert accessibility(page) == []


def test_an_encrypted_server_is_a_secure_context_and_its_socket_opens(browser: Browser, tmp_path: Path) -> None:
    """The browser is told the key of the server, as one that trusts the authority; so it must not ask."""
    (tmp_path / "site").mkdir()
    place = Place.at(tmp_path / "site")
    port = free_port()
    command = again("serve", "--json", "--tls", "--port", port, "--data", place.data)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings(place.home), cwd=place.home)
    try:
        assert process.stdout is not None and process.stdout.readline()
        leaf = x509.load_pem_x509_certificate((place.data / "tls" / "certificate.pem").read_bytes())
        key = leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        pin = base64.b64encode(hashlib.sha256(key).digest()).decode()
        flags = [*FLAGS, f"--ignore-certificate-errors-spki-list={pin}"]
        folder = str(tmp_path / "profile")
        context = browser.browser_type.launch_persistent_context(
            folder, executable_path=chromium(), args=flags, bypass_csp=True
        )
        page = context.new_page()
        page.goto(f"https://127.0.0.1:{port}/login")
        expect(page.get_by_role("button", name=re.compile("登录|Log in"))).to_be_visible()
        assert page.evaluate("isSecureContext")
        assert page.evaluate(OPENED)
        for language in ("zh", "en"):
            told_of_trust(page, f"http://127.0.0.1:{port + 1}/trust", language)
        context.close()
        strange = browser.new_page()
        with pytest.raises(Exception, match="ERR_CERT_AUTHORITY_INVALID"):
            strange.goto(f"https://127.0.0.1:{port}/login")
    finally:
        process.terminate()
        process.wait(30)
