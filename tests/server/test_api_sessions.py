from dataclasses import replace
from datetime import timedelta
from os import urandom
from threading import Event, Thread

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from sqlalchemy import text
from structlog.testing import capture_logs

from server.access.passwords import AT_ONCE, WAITING, Passwords
from server.access.roles import Role
from server.api import sessions
from server.catalogue import accounts, drills, seats
from tests.server.premises import PASSWORD, QUICK, Clock, add_account, application, house_in, log_in

DRILL = "ab" * 8


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(tmp_path, clock: Clock):
    with house_in(tmp_path, clock) as house:
        add_account(house, "张 Wei", Role.EXAMINER)
        yield house


@pytest.fixture
def client(house) -> TestClient:
    return TestClient(application(house, sessions.router))


@pytest.fixture
def code(house) -> str:
    with house.catalogue.begin() as db:
        now = house.surroundings.now()
        drills.add(db, drills.DrillRow(DRILL, "tank_overfill", "", "exam", now))
        seats.add(db, DRILL, "IC", "person")
        keys = {"pepper": house.pepper, "entropy": house.surroundings.entropy}
        return seats.issue_code(db, DRILL, "IC", now=now, lifetime=timedelta(hours=8), **keys)


def attempt(client: TestClient, name: str, password: str = "wrong password"):
    return client.post("/api/login", json={"name": name, "password": password})


def test_log_in_who_am_i_log_out(client: TestClient) -> None:
    answer = attempt(client, " 张 wei", PASSWORD)
    assert answer.headers["cache-control"] == "no-store"
    headers = {"Authorization": f"bearer {answer.json()['token']}"}
    me = client.get("/api/me", headers=headers).json()
    assert me == {key: value for key, value in answer.json().items() if key != "token"}
    assert (me["name"], me["role"], me["role_zh"], me["role_en"]) == ("张 Wei", "examiner", "考官", "examiner")
    assert client.post("/api/logout", headers=headers).status_code == 204
    assert client.get("/api/me", headers=headers).status_code == 401


def test_unknown_disabled_and_wrong_get_one_answer(house, client: TestClient) -> None:
    disabled = add_account(house, "Li", Role.CHIEF)
    with house.catalogue.begin() as db:
        accounts.change(db, disabled, house.surroundings.now(), disabled=True)
    answers = [attempt(client, "张 Wei"), attempt(client, "nobody"), attempt(client, "Li", PASSWORD)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(401, answers[0].text)}
    assert answers[0].json()["code"] == "login_failed"


@pytest.mark.parametrize("name", ["张 Wei", "nobody"])
def test_attempts_on_one_account_are_finite_known_or_not(client: TestClient, clock: Clock, name: str) -> None:
    assert [attempt(client, name).status_code for _ in range(6)] == [401] * 5 + [429]
    answer = attempt(client, name.upper(), PASSWORD)
    assert answer.status_code == 429
    wait_s = int(answer.headers["retry-after"])
    assert str(wait_s) in answer.json()["zh"] and str(wait_s) in answer.json()["en"]
    clock.pass_(seconds=wait_s)
    assert attempt(client, name, PASSWORD).status_code == (200 if name == "张 Wei" else 401)


def test_attempts_from_one_address_are_finite(client: TestClient) -> None:
    statuses = [attempt(client, f"name {n}").status_code for n in range(31)]
    assert statuses == [401] * 30 + [429]
    assert attempt(client, "张 Wei", PASSWORD).status_code == 429


def test_those_who_know_their_password_are_not_counted(client: TestClient) -> None:
    for _ in range(40):
        log_in(client, "张 Wei")


def test_nothing_of_a_log_in_is_kept_or_logged(house, client: TestClient, code: str) -> None:
    with capture_logs() as logs:
        token = attempt(client, "张 Wei", PASSWORD).json()["token"]
        attempt(client, "张 Wei", "password that I mistyped")
        client.post("/api/seats/claim", json={"code": "ZZZZ-ZZZZ"})
    assert [line["event"] for line in logs] == ["log-in failed", "seat code refused"]
    with house.catalogue.begin() as db:
        kept = str(db.execute(text("SELECT * FROM sessions")).all() + db.execute(text("SELECT * FROM accounts")).all())
    for secret in (token, PASSWORD, "mistyped", "ZZZZ"):
        assert secret not in kept + str(logs)


def test_a_seat_is_claimed_once(client: TestClient, code: str) -> None:
    answer = client.post("/api/seats/claim", json={"code": code.lower()})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert (answer.json()["drill"], answer.json()["seat"]) == (DRILL, "IC")
    assert len(answer.json()["token"]) == 43
    again = client.post("/api/seats/claim", json={"code": code})
    assert again.status_code == 404 and again.json()["code"] == "no_such_code"
    assert code not in again.text


def test_attempts_at_codes_are_finite(client: TestClient, code: str) -> None:
    statuses = [client.post("/api/seats/claim", json={"code": f"{n:08}"}).status_code for n in range(31)]
    assert statuses == [404] * 30 + [429]
    assert client.post("/api/seats/claim", json={"code": code}).status_code == 429


NO_LOGINS = [[], {}, {"name": "x"}, {"name": "x", "password": 1}, {"name": "x" * 65, "password": ""}]


@pytest.mark.parametrize("body", NO_LOGINS)
def test_a_body_that_is_no_log_in_is_refused_and_not_counted(client: TestClient, body) -> None:
    for _ in range(40):
        assert client.post("/api/login", json=body).status_code == 422
    log_in(client, "张 Wei")


def test_a_password_changed_while_the_old_one_is_checked_lets_nobody_in(house, client: TestClient) -> None:
    with house.catalogue.begin() as db:
        (wei,) = accounts.list_(db)

    class Slow(PasswordHasher):
        def verify(self, hash, password):
            with house.catalogue.begin() as db:
                accounts.change(db, wei.id, house.surroundings.now(), password_hash=QUICK.hash("quite another"))
            return super().verify(hash, password)

    client.app.state.turnstile = replace(client.app.state.turnstile, passwords=Passwords(urandom, Slow()))
    assert attempt(client, "张 Wei", PASSWORD).status_code == 401


def test_being_turned_away_because_many_log_in_is_not_counted(client: TestClient) -> None:
    may_go = Event()

    class Held(PasswordHasher):
        def verify(self, hash, password):
            assert may_go.wait(30)
            return True

    passwords = Passwords(urandom, Held())
    client.app.state.turnstile = replace(client.app.state.turnstile, passwords=passwords)
    threads = [Thread(target=passwords.check, args=("", "")) for _ in range(AT_ONCE + WAITING)]
    for thread in threads:
        thread.start()
    try:
        while passwords._admitted.acquire(blocking=False):  # until the threads have taken every place
            passwords._admitted.release()
        answers = [attempt(client, "张 Wei", PASSWORD) for _ in range(10)]
        assert {answer.status_code for answer in answers} == {503}
        assert answers[0].headers["retry-after"] == "1" and answers[0].json()["code"] == "busy"
    finally:
        may_go.set()
        for thread in threads:
            thread.join()
    assert attempt(client, "张 Wei", PASSWORD).status_code == 200


def test_a_body_nested_without_end_is_refused(client: TestClient) -> None:
    for body in (b"[" * 100_000, b'{"name": ' * 50_000, b"9" * 100_000):
        answer = client.post("/api/login", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in (400, 422)


def test_odd_letters_are_only_wrong(client: TestClient) -> None:
    for odd in ("\U0001f600", "' OR 1=1 --", "%s%s", "\u202e"):
        assert attempt(client, odd, odd).status_code == 401
        assert client.post("/api/seats/claim", json={"code": odd}).status_code == 404


@pytest.mark.parametrize("odd", ["\\ud83d", "\\u0000"])
def test_what_no_store_could_hold_is_refused(client: TestClient, odd: str) -> None:
    """Half a letter, and the end of a C string."""
    body = f'{{"name": "{odd}", "password": "x"}}'
    answer = client.post("/api/login", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
