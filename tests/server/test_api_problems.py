import asyncio
import json
from typing import Annotated

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from structlog.testing import capture_logs

from server.api.problems import MEDIA_TYPE, ApiProblem, install_problems, language_of

SECRET = "hunter2-Zaphod"
LIMIT_BYTES = 1000
router = APIRouter()


def grumble(value: str) -> str:
    raise ValueError(f"not {value}")


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    number: Annotated[int, Field(ge=3)] = 3
    short: Annotated[str, Field(max_length=2)] = ""
    grumbled: Annotated[str, AfterValidator(grumble)] = ""
    inner: dict[str, int] = Field(default={})


@router.post("/body")
def body(body: Body) -> int:
    return body.number


@router.post("/refused")
def refused() -> None:
    raise ApiProblem(409, "stale", "已过时", "Out of date", headers={"Retry-After": "3"}, version=7, detail="fake")


@router.get("/broken")
def broken() -> None:
    raise RuntimeError(f"the token is {SECRET}")


@pytest.fixture(scope="module")
def client():
    app = FastAPI()
    install_problems(app, LIMIT_BYTES)
    app.include_router(router)
    # As in production: whatever is left uncaught would reach the server, and be raised here.
    with TestClient(app) as client:
        yield client


def problem(answer, status: int, code: str) -> dict[str, object]:
    assert answer.headers["content-type"] == MEDIA_TYPE
    told = answer.json()
    assert answer.status_code == told["status"] == status
    assert told["code"] == code and told["type"].endswith(code)
    assert told["zh"] and told["en"] and told["detail"] in (told["zh"], told["en"])
    return told


def test_a_refusal_has_both_languages_and_its_own_members(client: TestClient) -> None:
    answer = client.post("/refused", headers={"Accept-Language": "en-GB, zh;q=0.5"})
    told = problem(answer, 409, "stale")
    assert told["detail"] == "Out of date" and told["zh"] == "已过时" and told["version"] == 7
    assert answer.headers["retry-after"] == "3" and answer.headers["content-language"] == "en"
    assert client.post("/refused").json()["detail"] == "已过时"


@pytest.mark.parametrize(
    ("asked", "language"),
    [("", "zh"), ("en", "en"), ("zh-CN,en;q=0.9", "zh"), ("fr, en;q=0.3, zh", "en"), ("fr", "zh"), (";;,", "zh")],
)
def test_the_language_is_the_first_that_is_spoken(asked: str, language: str) -> None:
    assert language_of(asked) == language


@given(st.text(max_size=60))
def test_any_header_gives_a_language(asked: str) -> None:
    assert language_of(asked) in ("zh", "en")


@pytest.mark.parametrize(
    ("sent", "where", "kind"),
    [
        ({"number": SECRET}, "body.number", "int_parsing"),
        ({"short": SECRET}, "body.short", "string_too_long"),
        ({"grumbled": SECRET}, "body.grumbled", "value_error"),
        ({SECRET: 1}, "body", "extra_forbidden"),
        ({"number": 2}, "body.number", "greater_than_equal"),
        ([SECRET], "body", "model_attributes_type"),
    ],
)
def test_a_wrong_body_is_explained_without_an_echo(client: TestClient, sent, where: str, kind: str) -> None:
    answer = client.post("/body", json=sent)
    (fault,) = problem(answer, 422, "invalid")["faults"]
    assert (fault["where"], fault["kind"]) == (where, kind)
    assert fault["zh"] and fault["en"]
    assert SECRET not in answer.text


def test_the_answer_to_many_faults_is_finite(client: TestClient) -> None:
    answer = client.post("/body", json={"inner": {str(n): "x" for n in range(99)}})
    assert len(problem(answer, 422, "invalid")["faults"]) == 20


def test_what_is_no_json_is_said(client: TestClient) -> None:
    answer = client.post(
        "/body", content=b'{"number": ' + SECRET.encode(), headers={"Content-Type": "application/json"}
    )
    (fault,) = problem(answer, 422, "invalid")["faults"]
    assert fault["kind"] == "json_invalid" and SECRET not in answer.text


def test_refusals_of_the_framework_are_problems_too(client: TestClient) -> None:
    problem(client.get("/nowhere"), 404, "not_found")
    answer = client.get("/refused")
    problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"


def test_an_error_of_ours_tells_and_logs_nothing_but_its_kind_and_place(client: TestClient) -> None:
    with capture_logs() as logs:
        answer = client.get("/broken")
    problem(answer, 500, "internal")
    assert SECRET not in answer.text and SECRET not in str(logs)
    (line,) = logs
    assert line["error"] == "RuntimeError" and line["where"].startswith("test_api_problems.broken:")


def test_a_body_may_be_as_large_as_the_limit_and_no_larger(client: TestClient) -> None:
    json_type = {"Content-Type": "application/json"}
    fitting = b'{"number": 4' + b" " * (LIMIT_BYTES - 13) + b"}"
    assert client.post("/body", content=fitting, headers=json_type).json() == 4
    told = problem(client.post("/body", content=fitting + b" ", headers=json_type), 413, "too_large")
    assert told["max_bytes"] == LIMIT_BYTES


def pieces():
    for _ in range(LIMIT_BYTES):
        yield b"  "


def test_a_body_that_does_not_tell_its_length_is_counted(client: TestClient) -> None:
    problem(client.post("/body", content=pieces()), 413, "too_large")


def answered(*headers: tuple[bytes, bytes]) -> tuple[int, list[dict]]:
    """Straight at the application with a body without end: how many pieces it reads, and what it sends."""
    app, reads, sent = FastAPI(), [], []
    install_problems(app, LIMIT_BYTES)
    scope = {"type": "http", "method": "POST", "path": "/", "headers": headers, "query_string": b"", "app": app}

    async def receive():
        reads.append(1)
        return {"type": "http.request", "body": b"x" * 100, "more_body": True}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return len(reads), sent


@pytest.mark.parametrize(("headers", "pieces"), [((), LIMIT_BYTES // 100 + 1), (((b"content-length", b"1001"),), 0)])
def test_a_body_without_end_is_not_read_to_its_end(headers, pieces: int) -> None:
    reads, (head, body) = answered(*headers)
    assert reads == pieces
    assert head["status"] == 413 and json.loads(body["body"])["code"] == "too_large"
