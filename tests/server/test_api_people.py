import pytest
import segno
from fastapi.testclient import TestClient

from server.access.roles import Role
from server.api import headsets, network, people, sessions, settings
from tests.server.premises import PASSWORD, Clock, add_account, application, house_in, log_in
from tests.server.routes import faults_of_routes

BYTES = {"Content-Type": "application/octet-stream"}
LIST = "/api/trainees/class-list"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(tmp_path, clock):
    with house_in(tmp_path, clock) as house:
        yield house


@pytest.fixture
def client(house) -> TestClient:
    routers = (sessions.router, settings.router, network.router, people.router, headsets.router)
    client = TestClient(application(house, *routers))
    add_account(house, "root", Role.ADMIN)
    client.headers.update(log_in(client, "root"))
    return client


def people_of(client: TestClient) -> list[tuple[str, str, str]]:
    return [(one["number"], one["name"], one["company"]) for one in client.get("/api/trainees").json()]


def send(client: TestClient, text: str, take: bool) -> dict:
    answer = client.post(LIST, content=text.encode(), params={"take": take}, headers=BYTES)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_route_has_its_door(client: TestClient) -> None:
    assert faults_of_routes(client.app) == []


def test_a_list_is_looked_at_taken_over_and_taken_over_again(client: TestClient) -> None:
    text = "学号,姓名,单位\n1,张三,甲厂\n2,李四,乙厂\n"
    seen = send(client, text, take=False)
    assert [line["change"] for line in seen["lines"]] == ["new", "new"] and not seen["taken"]
    assert people_of(client) == []
    assert send(client, text, take=True)["taken"]
    assert people_of(client) == [("1", "张三", "甲厂"), ("2", "李四", "乙厂")]
    ids = [one["id"] for one in client.get("/api/trainees").json()]
    again = send(client, "学号,姓名\n2,李思\n1,张三\n", take=True)
    assert [line["change"] for line in again["lines"]] == ["changed", "same"]
    assert people_of(client) == [("1", "张三", "甲厂"), ("2", "李思", "乙厂")]
    assert [one["id"] for one in client.get("/api/trainees").json()] == ids


def test_a_list_with_a_fault_takes_over_nobody(client: TestClient) -> None:
    answer = send(client, "学号,姓名\n1,张三\n2,\n", take=True)
    assert not answer["taken"] and answer["faults_in_all"] == 1
    assert (answer["faults"][0]["row"], answer["faults"][0]["column"]) == (3, "B")
    assert people_of(client) == []


def test_a_list_that_is_too_large_is_refused(house, client: TestClient) -> None:
    most = house.config.limits.body_bytes
    assert client.post(LIST, content=b"x" * (most + 1), headers=BYTES).status_code == 413


def test_one_by_one(client: TestClient) -> None:
    made = client.post("/api/trainees", json={"number": " ０４17 ", "name": "张三"}).json()
    assert made["number"] == "0417"
    assert client.post("/api/trainees", json={"number": "0417", "name": "李四"}).json()["code"] == "number_taken"
    wrong = client.post("/api/trainees", json={"number": "110101199001011237", "name": "李四"})
    assert wrong.status_code == 422 and "110101" not in wrong.text
    path = f"/api/trainees/{made['id']}"
    assert client.put(path, json={"number": "0417", "name": "张山", "level": "A"}).json()["level"] == "A"
    assert client.delete(path).status_code == 204 and client.delete(path).status_code == 404
    assert client.put(path, json={"number": "1", "name": "x"}).status_code == 404


def test_who_may(house, client: TestClient) -> None:
    for role in Role:
        if role is Role.ADMIN:
            continue
        add_account(house, role.value, role)
        theirs = log_in(client, role.value)
        sees = client.get("/api/trainees", headers=theirs).status_code == 200
        assert sees == (role in (Role.DIRECTOR, Role.MEDIC)), role
        writes = client.post(LIST, content=b"", headers=BYTES | theirs).status_code == 200
        assert writes == (role is Role.DIRECTOR), role
        assert (client.get("/api/headsets", headers=theirs).status_code == 200) == sees
        assert client.put("/api/settings", json={}, headers=theirs).status_code == 403
        assert client.get("/api/setup", headers=theirs).status_code == 403
        assert client.get("/api/configuration", headers=theirs).status_code == 403
        assert client.get("/api/settings", headers=theirs).status_code == 200


# ---- headsets


@pytest.fixture
def headset(client: TestClient) -> str:
    send(client, "学号,姓名\n1,张三\n2,李四\n", take=True)
    made = client.post("/api/headsets", json={"label": "H-1", "model": "Quest 3"})
    assert made.status_code == 201, made.text
    return made.json()["headsets"][0]["id"]


def out(client: TestClient, headset: str, number: str, despite: bool = False):
    return client.post(f"/api/headsets/{headset}/out", json={"number": number, "despite": despite})


def test_out_and_back_and_the_minutes(clock: Clock, client: TestClient, headset: str) -> None:
    assert out(client, headset, "1").status_code == 200
    clock.pass_(minutes=12)
    (shown,) = client.get("/api/headsets").json()["headsets"]
    assert (shown["wearer"]["name"], shown["wearer"]["now_minutes"], shown["wearer"]["left_minutes"]) == (
        "张三",
        12,
        18,
    )
    assert out(client, headset, "2").json()["code"] == "already_out"
    second = client.post("/api/headsets", json={"label": "H-2"}).json()["headsets"][1]["id"]
    assert out(client, second, "1").json()["code"] == "already_wearing"
    assert out(client, second, "nobody").json()["code"] == "no_such_trainee"
    back = client.post(f"/api/headsets/{headset}/back").json()
    assert (
        back["headsets"][0]["wearer"] is None
        and back["headsets"][0]["dirty"]
        and back["headsets"][0]["day_minutes"] == 12
    )
    assert client.post(f"/api/headsets/{headset}/back").status_code == 200


def test_what_speaks_against_it_is_told_first(clock: Clock, client: TestClient, headset: str) -> None:
    out(client, headset, "1")
    clock.pass_(hours=3)
    client.post(f"/api/headsets/{headset}/back")
    told = out(client, headset, "1")
    assert told.status_code == 409 and told.json()["code"] == "warned"
    assert "180 minutes" in told.json()["en"] and "cleaned" in told.json()["en"]
    client.patch(f"/api/headsets/{headset}", json={"cleaned": True})
    assert "cleaned" not in out(client, headset, "1").json()["en"]
    assert out(client, headset, "2").status_code == 200
    client.post(f"/api/headsets/{headset}/back")
    assert out(client, headset, "1", despite=True).status_code == 200
    client.post(f"/api/headsets/{headset}/back")
    clock.pass_(hours=25)
    client.headers.update(log_in(client, "root"))
    client.patch(f"/api/headsets/{headset}", json={"cleaned": True})
    assert out(client, headset, "1").status_code == 200


def test_a_headset_out_of_use_goes_to_nobody(client: TestClient, headset: str) -> None:
    client.patch(f"/api/headsets/{headset}", json={"withdrawn": True, "battery_percent": 50})
    assert out(client, headset, "1").json()["code"] == "withdrawn"
    assert client.post("/api/headsets", json={"label": "H-1"}).json()["code"] == "label_taken"


def test_who_is_forgotten_takes_his_minutes_along(client: TestClient, headset: str) -> None:
    out(client, headset, "1")
    (one, _) = client.get("/api/trainees").json()
    assert client.delete(f"/api/trainees/{one['id']}").status_code == 204
    told = client.get("/api/headsets").json()
    assert told["headsets"][0]["wearer"] is None and told["wearers"] == []


# ---- settings and the password


def test_settings_set_up_and_seating_are_kept(client: TestClient) -> None:
    base = {"name": "东港基地", "address": "", "language": "both", "public_url": "https://10.0.0.5:8760"}
    assert client.get("/api/settings").json()["name"] == ""
    assert client.put("/api/settings", json=base | {"public_url": "https://10.0.0.5:8760/"}).json() == base
    assert client.get("/api/settings").json() == base
    network = client.get("/api/network").json()
    assert (network["open_url"], network["join_url"]) == ("https://10.0.0.5:8760", "https://10.0.0.5:8760/join")
    drawn = segno.make("https://10.0.0.5:8760", error="m").svg_data_uri(scale=6, border=2)  # of an account: no more
    assert network["open_qr"] == drawn != network["join_qr"]
    assert client.put("/api/settings", json=base | {"public_url": "ftp://x"}).status_code == 422
    assert client.get("/api/setup").json()["finished"] is False
    for step in ("password", "base", "accounts", "trainees", "network", "try_out"):
        told = client.put(f"/api/setup/{step}", json={"state": "skipped"}).json()
    assert told["finished"] is True and client.get("/api/setup").json() == told
    assert client.put("/api/setup/nothing", json={"state": "done"}).status_code == 422
    plan = {"columns": 3, "rows": 1, "places": [{"column": 2, "row": 0, "device": "PC-3", "seat": "IC"}]}
    assert client.put("/api/seating", json=plan).json() == plan == client.get("/api/seating").json()


def test_the_configuration_is_shown_without_what_is_secret(client: TestClient) -> None:
    sections = {one["section"]: one for one in client.get("/api/configuration").json()}
    assert {"server", "tls", "limits"} <= set(sections)
    port = next(one for one in sections["server"]["keys"] if one["key"] == "port")
    assert port["value"] == "8760" and port["standard"] is True and port["text"]["zh"]


def test_a_password_of_ones_own(house, client: TestClient, clock: Clock) -> None:
    add_account(house, "marker", Role.EXAMINER)
    tablet, desk = log_in(client, "marker"), log_in(client, "marker")
    clock.pass_(seconds=1)
    given = {"old": PASSWORD, "new": "quite another one"}
    wrong = client.post("/api/me/password", json=given | {"old": "no"}, headers=desk)
    assert wrong.status_code == 403 and wrong.json()["code"] == "wrong_password"
    same = client.post("/api/me/password", json={"old": PASSWORD, "new": PASSWORD}, headers=desk)
    assert same.json()["code"] == "same_password"
    assert client.post("/api/me/password", json=given | {"new": "short"}, headers=desk).status_code == 422
    changed = client.post("/api/me/password", json=given, headers=desk)
    assert changed.status_code == 200
    for old in (tablet, desk):
        assert client.get("/api/me", headers=old).status_code == 401
    fresh = {"Authorization": f"Bearer {changed.json()['token']}"}
    assert client.get("/api/me", headers=fresh).json()["name"] == "marker"
    log_in(client, "marker", "quite another one")


def test_guessing_the_old_password_is_limited(house, client: TestClient) -> None:
    add_account(house, "marker", Role.EXAMINER)
    desk = log_in(client, "marker")
    given = {"old": "a guess", "new": "quite another one"}
    codes = [client.post("/api/me/password", json=given, headers=desk).status_code for _ in range(7)]
    assert codes.count(403) == house.config.limits.login_attempts_per_account and codes[-1] == 429
