from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from server.access.roles import Role
from server.api import results as routes
from server.api import sessions
from server.catalogue import results
from server.catalogue.results import Outcome
from server.house import House
from server.result.issuing import issue
from server.result.signing import check_members
from tests.server.premises import Clock, add_account, application, house_in, log_in
from tests.server.result_pieces import NOW, PUBLIC, SIGNER, facts, issued, sitting
from tests.server.routes import faults_of_routes

Premises = tuple[House, TestClient, dict[str, str]]


@pytest.fixture
def premises(tmp_path: Path) -> Iterator[Premises]:
    with house_in(tmp_path, Clock()) as house:
        client = TestClient(application(house, routes.router, sessions.router))
        add_account(house, "root", Role.ADMIN)
        yield house, client, log_in(client, "root")


def test_every_route_has_its_door(premises: Premises) -> None:
    assert faults_of_routes(premises[1].app) == []


@pytest.mark.parametrize(
    ("role", "result", "outbox"),
    [(Role.CHIEF, 200, 403), (Role.AUDITOR, 200, 403), (Role.EXAMINER, 200, 403), (Role.DIRECTOR, 403, 403)],
)
def test_who_sees_what(premises: Premises, role: Role, result: int, outbox: int) -> None:
    house, client, _ = premises
    key = f"{issued(house.catalogue).id}:1:office"
    add_account(house, "other", role)
    them = log_in(client, "other")
    assert client.get(f"/api/drills/{sitting()}/result", headers=them).status_code == result
    assert client.get("/api/outbox", headers=them).status_code == outbox
    assert client.post(f"/api/outbox/{key}/retry", headers=them).status_code == outbox


def test_result_with_its_proof(premises: Premises) -> None:
    house, client, root = premises
    assert client.get(f"/api/drills/{sitting()}/result", headers=root).json()["code"] == "no_result"
    row = issued(house.catalogue)
    found = client.get(f"/api/drills/{sitting()}/result", headers=root).json()
    assert check_members(found, [PUBLIC]).fingerprint == row.fingerprint


def test_anyone_may_ask_for_a_fingerprint_and_learns_little(premises: Premises) -> None:
    house, client, _ = premises
    assert client.get(f"/api/results/{'0' * 64}").json() == {"exists": False, "current": False}
    first = issued(house.catalogue).fingerprint
    assert client.get(f"/api/results/{first}").json() == {"exists": True, "current": True}
    with house.catalogue.begin() as db:
        issue(db, facts(), SIGNER, (), NOW, replaces=first)
    assert client.get(f"/api/results/{first}").json() == {"exists": True, "current": False}
    assert client.get("/api/results/xyz").status_code == 422


def test_outbox_and_retry(premises: Premises) -> None:
    house, client, root = premises
    key = f"{issued(house.catalogue).id}:1:office"
    assert client.post("/api/outbox/none:1:office/retry", headers=root).status_code == 404
    with house.catalogue.begin() as db:
        (held,) = results.lease(db, "office", "me", NOW, NOW + timedelta(seconds=9), 1)
    busy = client.post(f"/api/outbox/{key}/retry", headers=root)
    assert (busy.status_code, busy.json()["state"]) == (409, "sending")
    with house.catalogue.begin() as db:
        results.finish(db, held, Outcome("dead", 422, "wrong_result"), NOW, NOW)
    shown = client.get("/api/outbox", params={"state": "dead"}, headers=root).json()
    assert (shown["counts"], [one["key"] for one in shown["deliveries"]]) == ({"dead": 1}, [key])
    assert (shown["deliveries"][0]["last_status"], shown["deliveries"][0]["last_error"]) == (422, "wrong_result")
    assert client.get("/api/outbox", params={"state": "pending"}, headers=root).json()["deliveries"] == []
    assert client.post(f"/api/outbox/{key}/retry", headers=root).json()["state"] == "pending"
    with house.catalogue.begin() as db:
        assert len(results.lease(db, "office", "me", house.surroundings.now(), NOW, 1)) == 1
