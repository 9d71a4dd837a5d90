from typing import Annotated

import pytest
from fastapi import APIRouter, Depends, FastAPI
from fastapi.testclient import TestClient

from server.access.roles import PERMITS, Role
from server.access.tokens import hashed
from server.api import accounts, sessions
from server.api.door import OPEN_ROUTES, Caller, SeatHolder, caller, seat_holder, signed_in
from server.catalogue import accounts as accounts_table
from server.catalogue import drills, seats
from server.catalogue.sessions import find
from tests.server.premises import Clock, add_account, application, house_in, log_in
from tests.server.routes import faults_of_routes, open_routes_gone

router = APIRouter()


@router.get("/who/{action}")
def nobody_special(who: Annotated[Caller, Depends(caller("session.own"))]) -> str:
    return f"{who.name} {who.role}"


@router.get("/marks")
def marks(who: Annotated[Caller, Depends(caller("sheet.own"))]) -> str:
    return who.account_id


@router.get("/seat")
def seat(held: Annotated[SeatHolder, Depends(seat_holder)]) -> list[str]:
    return [held.drill, held.seat]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(tmp_path, clock: Clock):
    with house_in(tmp_path, clock) as house:
        yield house


@pytest.fixture
def client(house) -> TestClient:
    return TestClient(application(house, sessions.router, accounts.router, router))


def test_every_route_of_ours_has_one_door_that_holds(client: TestClient) -> None:
    assert faults_of_routes(client.app) == []


@pytest.mark.parametrize(
    ("dependencies", "fault"),
    [
        ([], "GET /api/planted: 0 doors"),
        ([Depends(caller("session.own")), Depends(seat_holder)], "GET /api/planted: 2 doors"),
    ],
)
def test_a_route_without_one_door_is_seen(house, dependencies, fault: str) -> None:
    planted = APIRouter(prefix="/api")
    planted.add_api_route("/planted", lambda: 1, dependencies=dependencies)
    (told,) = faults_of_routes(application(house, planted))
    assert told.startswith(fault)


def test_an_open_door_with_a_second_door_is_seen(house) -> None:
    planted = APIRouter()
    planted.add_api_route("/health", lambda: 1, dependencies=[Depends(seat_holder)])
    (told,) = faults_of_routes(application(house, planted))
    assert told.startswith("GET /health: 1 doors, open True")


def test_what_stands_beside_the_doors_is_seen(house) -> None:
    app = application(house)
    app.mount("/static", FastAPI())
    app.add_api_websocket_route("/ws", lambda socket: None)
    assert len(faults_of_routes(app)) == 2
    assert len(faults_of_routes(app, "/ws", "/static")) == 0
    assert open_routes_gone(app) == set(OPEN_ROUTES)


def test_an_open_route_has_its_reason() -> None:
    assert all(OPEN_ROUTES.values())


def test_there_is_no_door_for_an_unknown_action() -> None:
    with pytest.raises(KeyError):
        caller("no.such.action")


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_what_the_table_says(house, client: TestClient, role: Role) -> None:
    account_id = add_account(house, "Wei", role)
    headers = log_in(client, "Wei")
    assert client.get("/who/x", headers=headers).json() == f"Wei {role.value}"
    answer = client.get("/marks", headers=headers)
    if role in PERMITS["sheet.own"]:
        assert answer.json() == account_id
    else:
        assert answer.status_code == 403 and answer.json()["code"] == "forbidden"


def test_a_changed_role_counts_at_once(house, client: TestClient) -> None:
    account_id = add_account(house, "Wei", Role.EXAMINER)
    headers = log_in(client, "Wei")
    with house.catalogue.begin() as db:
        accounts_table.change(db, account_id, house.surroundings.now(), role=Role.MEDIC)
    assert client.get("/marks", headers=headers).status_code == 403


def test_a_disabled_account_is_out_at_once(house, client: TestClient) -> None:
    account_id = add_account(house, "Wei", Role.EXAMINER)
    headers = log_in(client, "Wei")
    with house.catalogue.begin() as db:
        accounts_table.change(db, account_id, house.surroundings.now(), disabled=True)
    assert client.get("/who/x", headers=headers).status_code == 401


def test_a_session_lasts_while_it_is_used(house, client: TestClient, clock: Clock) -> None:
    add_account(house, "Wei", Role.EXAMINER)
    headers = log_in(client, "Wei")
    for _ in range(3):
        clock.pass_(hours=11)
        assert client.get("/who/x", headers=headers).status_code == 200
    clock.pass_(hours=12)
    assert client.get("/who/x", headers=headers).status_code == 401


def test_being_seen_is_written_at_most_once_a_minute(house, client: TestClient, clock: Clock) -> None:
    add_account(house, "Wei", Role.EXAMINER)
    token = log_in(client, "Wei")["Authorization"].split()[1]

    def seen_after(seconds: float):
        clock.pass_(seconds=seconds)
        assert signed_in(house, token).name == "Wei"
        with house.catalogue.begin() as db:
            return find(db, hashed(house.pepper, token), clock.now(), sessions.lifetimes(house)).seen_at

    begun = clock.now()
    assert seen_after(59) == begun
    assert seen_after(1) == clock.now()


def test_a_seat_token_opens_its_seat_and_no_account_and_the_other_way_round(house, client: TestClient) -> None:
    surroundings, drill = house.surroundings, "ab" * 8
    with house.catalogue.begin() as db:
        drills.add(db, drills.DrillRow(drill, "tank_overfill", "", "exam", surroundings.now()))
        seats.add(db, drill, "IC", "person")
        keys = {"pepper": house.pepper, "entropy": surroundings.entropy, "now": surroundings.now()}
        code = seats.issue_code(db, drill, "IC", lifetime=sessions.lifetimes(house).idle, **keys)
        token = seats.claim(db, code, **keys).token
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/seat", headers=headers).json() == [drill, "IC"]
    assert client.get("/who/x", headers=headers).status_code == 401
    add_account(house, "Wei", Role.ADMIN)
    assert client.get("/seat", headers=log_in(client, "Wei")).status_code == 401
