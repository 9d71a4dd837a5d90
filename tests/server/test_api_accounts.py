import pytest
from fastapi.testclient import TestClient

from server.access.roles import Role
from server.api import accounts, sessions
from tests.server.premises import PASSWORD, Clock, add_account, application, house_in, log_in

NEW = {"name": "张 Wei", "role": "examiner", "password": "a new password"}


@pytest.fixture
def house(tmp_path):
    with house_in(tmp_path, Clock()) as house:
        yield house


@pytest.fixture
def client(house) -> TestClient:
    client = TestClient(application(house, sessions.router, accounts.router))
    add_account(house, "root", Role.ADMIN)
    client.headers.update(log_in(client, "root"))
    return client


def test_an_account_is_made_listed_and_logs_in(client: TestClient) -> None:
    answer = client.post("/api/accounts", json=NEW)
    assert answer.status_code == 201
    made = answer.json()
    assert made["role_zh"] == "考官" and made["disabled"] is False and made["created_at"].endswith("+00:00")
    assert [one["name"] for one in client.get("/api/accounts").json()] == ["root", "张 Wei"]
    assert client.get("/api/accounts").json()[1] == made
    assert "password" not in client.get("/api/accounts").text
    log_in(client, "张 wei", NEW["password"])


def test_a_name_is_taken_once(client: TestClient) -> None:
    client.post("/api/accounts", json=NEW)
    answer = client.post("/api/accounts", json=NEW | {"name": "张 WEI"})
    assert answer.status_code == 409 and answer.json()["code"] == "name_taken"


WRONG = [
    *({"name": name} for name in ("", " ", " a", "a\nb", "a\n", "x" * 65, "<b>")),
    *({"password": password} for password in ("short", "x" * 129, None)),
    *({"role": role} for role in ("trainee", "god", 1)),
    {"admin": True},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_account_is_refused_without_echo(client: TestClient, wrong: dict[str, object]) -> None:
    answer = client.post("/api/accounts", json=NEW | wrong)
    assert answer.status_code == 422
    assert NEW["password"] not in answer.text and "short" not in answer.json()["faults"][0]["where"]
    assert len(client.get("/api/accounts").json()) == 1


def test_a_new_password_ends_sessions_and_is_the_one_that_opens(client: TestClient) -> None:
    made = client.post("/api/accounts", json=NEW).json()
    theirs = log_in(client, "张 Wei", NEW["password"])
    client.app.state.house.surroundings.now.__self__.pass_(seconds=1)
    changed = client.patch(f"/api/accounts/{made['id']}", json={"password": PASSWORD})
    assert changed.json() == made
    assert client.get("/api/me", headers=theirs).status_code == 401
    assert client.post("/api/login", json={"name": "张 Wei", "password": NEW["password"]}).status_code == 401
    log_in(client, "张 Wei", PASSWORD)


def test_disabled_is_out_and_may_come_back(client: TestClient) -> None:
    made = client.post("/api/accounts", json=NEW).json()
    theirs = log_in(client, "张 Wei", NEW["password"])
    client.app.state.house.surroundings.now.__self__.pass_(seconds=1)
    assert client.patch(f"/api/accounts/{made['id']}", json={"disabled": True}).json()["disabled"] is True
    assert client.get("/api/me", headers=theirs).status_code == 401
    assert client.post("/api/login", json={"name": "张 Wei", "password": NEW["password"]}).status_code == 401
    client.patch(f"/api/accounts/{made['id']}", json={"disabled": False})
    assert client.get("/api/me", headers=theirs).status_code == 401
    log_in(client, "张 Wei", NEW["password"])


def test_the_last_administrator_stays(client: TestClient) -> None:
    (root,) = client.get("/api/accounts").json()
    for change in ({"disabled": True}, {"role": "medic"}):
        answer = client.patch(f"/api/accounts/{root['id']}", json=change)
        assert answer.status_code == 409 and answer.json()["code"] == "last_admin"
    assert client.get("/api/accounts").json() == [root]


def test_an_unknown_account_is_said(client: TestClient) -> None:
    answer = client.patch("/api/accounts/none", json={"disabled": True})
    assert answer.status_code == 404 and answer.json()["code"] == "no_such_account"


def test_others_change_no_account(house, client: TestClient) -> None:
    for role in Role:
        if role is not Role.ADMIN:
            add_account(house, role.value, role)
            theirs = log_in(client, role.value)
            assert client.post("/api/accounts", json=NEW, headers=theirs).status_code == 403
            may_read = role is Role.DIRECTOR
            assert client.get("/api/accounts", headers=theirs).status_code == (200 if may_read else 403)
