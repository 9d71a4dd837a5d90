"""Requests nobody would send, made from the OpenAPI for every role and for nobody: refused as a problem, no 5xx."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from server.access.roles import PERMITS, Role
from server.access.tokens import hashed, new_token
from server.api.door import OPEN_ROUTES, Door, lifetimes, seat_holder
from server.app import Start, make_app
from server.catalogue import sessions
from server.store.sqlite_log import SqliteLog
from tests.server.hostile_ground import Drilled, Ground, ground_in
from tests.server.premises import Clock, add_account, house_in
from tests.server.routes import doors_of, faults_of_routes, methods_of, open_routes_gone

NOBODY, SEAT = "nobody", "seat"
CALLERS = (NOBODY, SEAT, *map(str, Role))
PROBLEM = "application/problem+json"
SECRET = "SECRET-MARK-as-long-as-a-token-of-43-letters"
LEAVES_ALONE = {("POST", "/api/logout")}  # it would end the session that the others need
CONFIG = "[limits]\nlogin_attempts_per_address = 1000\nclaim_attempts_per_address = 1000\nlive_drills = 8\n"
MODES = st.sampled_from((schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with ground_in(tmp_path_factory.mktemp("asked"), CONFIG) as ground:
        yield ground


@pytest.fixture(scope="module")
def drill(ground: Ground) -> Drilled:
    return ground.drill()


@pytest.fixture(scope="module")
def operations(ground: Ground) -> list[Any]:
    told = ground.call("GET", "/openapi.json")
    assert told.status_code == 200
    schema = schemathesis.openapi.from_dict(told.json())
    schema.config.update(base_url=ground.address)
    return [result.ok() for result in schema.get_all_operations()]


def problems_of(answer: Any) -> None:
    """An error is a problem with a code, in both languages, and repeats nothing of the request."""
    assert answer.status_code < 500 or answer.json()["code"] == "busy", answer.text
    if answer.status_code >= 400:
        assert answer.headers["content-type"] in (PROBLEM, [PROBLEM]), (answer.status_code, answer.text)
        problem = answer.json()
        assert problem["status"] == answer.status_code
        assert problem["code"] and problem["zh"] and problem["en"]
        assert problem["type"] == f"urn:yanlian:problem:{problem['code']}"


def ask_all(ground: Ground, drill: Drilled, operations: list[Any], who: str, examples: int) -> set[str]:
    """Send made-up requests to every route as one caller; the routes that let him in."""
    token = {NOBODY: "", SEAT: drill.tokens["IC"]}.get(who) or ground.tokens.get(who, "")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    let_in: set[str] = set()
    made = settings(
        max_examples=examples,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        database=None,
    )

    def ask(operation: Any) -> None:
        @made
        @given(st.data())
        def one(data: st.DataObject) -> None:
            case = data.draw(operation.as_strategy(data.draw(MODES)))
            if "drill" in case.path_parameters and data.draw(st.booleans()):
                case.path_parameters["drill"] = drill.id
            case.headers = {
                key: value for key, value in (case.headers or {}).items() if key.lower() != "authorization"
            }
            answer = case.call(headers=headers, session=None)
            problems_of(answer)
            case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])
            assert not token or token.encode() not in answer.content
            if not _kept_out(answer):
                let_in.add(f"{operation.method.upper()} {operation.path}")

        one()

    for operation in operations:
        if (operation.method.upper(), operation.path) not in LEAVES_ALONE:
            ask(operation)
    return let_in


def _kept_out(answer: Any) -> bool:
    """Whether he came no farther than the door. A body that is no JSON is seen before it, and says nothing."""
    if answer.status_code in (400, 422):
        return all(fault["kind"] == "json_invalid" for fault in answer.json().get("faults", []))
    return answer.status_code in (401, 403, 404, 405)


@pytest.mark.parametrize("who", CALLERS)
def test_made_up_requests_are_answered_by_the_book(
    ground: Ground, drill: Drilled, operations: list[Any], who: str
) -> None:
    let_in = ask_all(ground, drill, operations, who, 4)
    if who in (NOBODY, SEAT):
        assert let_in <= {f"{method} {path}" for method, path in OPEN_ROUTES} | {"GET /api/seat"}
        assert ("GET /api/seat" in let_in) == (who == SEAT)
    assert ground.faults_in_log() == []


@pytest.mark.soak
@pytest.mark.parametrize("who", CALLERS)
def test_many_made_up_requests(ground: Ground, drill: Drilled, operations: list[Any], who: str) -> None:
    ask_all(ground, drill, operations, who, 100)
    assert ground.faults_in_log() == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/drills", {"scenario": "tank_overfill", "people": {"\ud800": "person"}}),
        ("/api/drills", {"scenario": "tank_overfill", "people": {SECRET: "cat"}}),
        ("/api/drills", {"scenario": "\x00", "people": {"IC": "person"}}),
        ("/api/drills", {"scenario": "../../etc/passwd"}),
        ("/api/drills", {SECRET: SECRET}),
        ("/api/login", {"name": "admin", "password": [SECRET]}),
        ("/api/login", {"name": "admin", "password": "\ud800"}),
        ("/api/login", {"name": "\ud800", "password": SECRET}),
        ("/api/login", {"name": SECRET * 20, "password": "x"}),
        ("/api/accounts", {"name": "a", "role": SECRET, "password": "long enough for all"}),
        ("/api/seats/claim", {"code": "\ud800"}),
        ("/api/seats/claim", {"code": SECRET * 20}),
        ("/api/drills/DRILL/directions", {"kind": "end"}),
        ("/api/drills/DRILL/directions", {"kind": "seal"}),
        ("/api/drills/DRILL/directions", {"kind": "interrupted", "value": 1000.0}),
        ("/api/drills/DRILL/directions", {"kind": "speed", "value": 1e-300}),
        ("/api/drills/DRILL/directions", {"kind": "inject", "target": "\ud800"}),
        ("/api/drills/DRILL/directions", {"kind": "inject", "target": "message", "words": [["topic", "\ud800"]]}),
        ("/api/drills/DRILL/directions", {"kind": "start", "reason": SECRET * 30}),
        ("/api/drills/DRILL/branches", {"tick": 10**30}),
        ("/api/drills/DRILL/branches", {"tick": 2**31 - 1}),
    ],
)
def test_what_is_wrong_is_refused_and_not_repeated(ground: Ground, drill: Drilled, path: str, body: Any) -> None:
    answer = ground.http.post(
        ground.address + path.replace("DRILL", drill.id),
        content=json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {ground.tokens['admin']}", "Content-Type": "application/json"},
    )
    assert 400 <= answer.status_code < 500, answer.text
    problems_of(answer)
    assert SECRET not in answer.text
    assert ground.faults_in_log() == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"name":' * 50_000,
        b'{"name": ' + b"9" * 5000 + b"}",
        b'{"name": NaN}',
        b'{"name": "a", "name": "b"}',
        "{'name': 'ä'}".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x", "\xff", ""])
def test_a_body_that_is_none_is_refused(ground: Ground, content: bytes, kind: str) -> None:
    headers = {b"Content-Type": kind.encode("latin-1")} if kind else {}
    answer = ground.http.post(f"{ground.address}/api/login", content=content, headers=headers)
    assert answer.status_code in (400, 415, 422), answer.text
    problems_of(answer)


# ---- the doors


def test_every_route_of_the_whole_application_has_one_door_that_holds(tmp_path) -> None:
    with house_in(tmp_path, Clock()) as house:
        store = SqliteLog(tmp_path / "log.db")
        try:
            app = make_app(Start(house, store, None, lambda: None))
            assert faults_of_routes(app, "/ws", "/openapi.json") == []
            assert open_routes_gone(app) == set()
        finally:
            store.close()


def test_a_token_opens_what_its_holder_may_and_nothing_else(tmp_path) -> None:
    with house_in(tmp_path, Clock()) as house:
        store = SqliteLog(tmp_path / "log.db")
        app = make_app(Start(house, store, None, lambda: None))
        client = TestClient(app, raise_server_exceptions=False)
        tokens = {}
        for role in Role:
            tokens[role] = new_token(house.surroundings.entropy)
            account = add_account(house, role, role)
            now = house.surroundings.now()
            with house.catalogue.begin() as db:
                sessions.start(db, hashed(house.pepper, tokens[role]), account, now, lifetimes(house))
        seen = 0
        for context in iter_route_contexts(app.routes):
            if not isinstance(context.original_route, APIRoute) or not (doors := doors_of(context)):
                continue
            for method, path in methods_of(context):
                if (method, path) in LEAVES_ALONE:
                    continue
                for role, token in tokens.items():
                    # a body that no route takes: who is let in is told that it is none
                    address = path.replace("{drill}", "0" * 16).replace("{", "").replace("}", "")
                    headers = {"Authorization": f"Bearer {token}"}
                    status = client.request(method, address, headers=headers, json=[]).status_code
                    (door,) = doors
                    if door is seat_holder:
                        assert status == 401, (method, path, role)
                    else:
                        assert isinstance(door, Door)
                        assert (status == 403) == (role not in PERMITS[door.action]), (method, path, role, status)
                        assert status != 401
                    seen += 1
        assert seen > 100
        store.close()


def test_a_seat_opens_no_route_of_staff(ground: Ground, drill: Drilled) -> None:
    headers = {"Authorization": f"Bearer {drill.tokens['FF']}"}
    told = ground.call("GET", "/openapi.json").json()
    asked = 0
    for path, methods in told["paths"].items():
        for method in methods:
            address = ground.address + path.replace("{drill}", drill.id).replace("{", "").replace("}", "")
            if (method.upper(), path) not in OPEN_ROUTES:
                status = ground.http.request(method, address, headers=headers).status_code
                assert status == (200 if path == "/api/seat" else 401), (method, path)
                asked += 1
    assert asked > 15
