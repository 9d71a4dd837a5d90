"""Values to be confirmed over HTTP: listed to all staff, signed by administrator or chief, as they were read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from scenarios import catalogue, load
from scenarios.values import values, values_hash
from server.access.roles import Role
from server.api import sessions
from server.api import values as routes
from server.house import House
from tests.server.premises import Clock, add_account, application, house_in, log_in
from tests.server.routes import faults_of_routes

HASH = values_hash(load("tank_overfill"))
PATH = "/api/values/tank_overfill/signatures"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with house_in(tmp_path, Clock()) as house:
        yield house


@pytest.fixture
def client(house: House) -> TestClient:
    return TestClient(application(house, sessions.router, routes.router))


def as_(client: TestClient, house: House, role: Role) -> TestClient:
    add_account(house, role.value, role)
    client.headers.update(log_in(client, role.value))
    return client


def test_every_route_has_its_door(client: TestClient) -> None:
    assert faults_of_routes(client.app) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("role", list(Role))
def test_all_staff_read_and_two_roles_sign(client: TestClient, house: House, role: Role) -> None:
    as_(client, house, role)
    told = client.get("/api/values").json()
    assert [one["scenario"] for one in told] == [s.id for s in catalogue()]
    first = next(one for one in told if one["scenario"] == "tank_overfill")
    assert [v["id"] for v in first["values"]] == [v.id for v in values(load("tank_overfill"))]
    assert not first["signed"] and first["values_hash"] == HASH
    status = client.post(PATH, json={"values_hash": HASH, "signed_by": "李工"}).status_code
    assert status == (201 if role in (Role.ADMIN, Role.CHIEF) else 403)


def test_a_signature_stands_with_its_name_and_holds(client: TestClient, house: House) -> None:
    as_(client, house, Role.CHIEF)
    told = client.post(PATH, json={"values_hash": HASH, "signed_by": " 李工 ", "note": "2026 年版"}).json()
    assert told["signed"] is True
    [one] = told["signatures"]
    assert (one["signed_by"], one["note"], one["holds"]) == ("李工", "2026 年版", True)
    others = [one["signed"] for one in client.get("/api/values").json() if one["scenario"] != "tank_overfill"]
    assert not any(others)


def test_what_was_not_read_cannot_be_signed(client: TestClient, house: House) -> None:
    as_(client, house, Role.ADMIN)
    assert client.post(PATH, json={"values_hash": "0" * 64, "signed_by": "李工"}).status_code == 409
    assert client.post(PATH, json={"values_hash": HASH, "signed_by": "  "}).status_code == 422
    assert client.post(PATH, json={"values_hash": "x", "signed_by": "李工"}).status_code == 422
    nowhere = PATH.replace("tank_overfill", "nothing")
    assert client.post(nowhere, json={"values_hash": HASH, "signed_by": "李"}).status_code == 422
    assert not any(one["signed"] for one in client.get("/api/values").json())
