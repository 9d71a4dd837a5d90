"""The routes of operation on a real server: real sockets, a real catalogue, real log-ins."""

import asyncio
import io
import json
import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
import uvicorn
from fastapi import APIRouter, FastAPI

from server.access.roles import Role
from server.api import operation, sessions
from server.config import Config, Operation, read_config
from server.operation.access_log import AccessLog
from server.operation.logs import set_up
from server.operation.metrics import Metrics
from server.operation.vitals import Reading
from sim_core.text import Text
from tests.server.premises import PASSWORD, Clock, add_account, application, house_in
from tests.server.routes import faults_of_routes

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
TOKEN = "pZ8wN0hYk3QeT7uVb1xCr5dMfGjLsAo2i6E9BqRzWXc"
READING = Reading(
    version="0.1.0",
    drills={"running": 1},
    connections={"trainee": 4},
    log_queued=0,
    log_trouble=None,
    outbox={},
    delivery_up=None,
    disk_free_bytes=50_000_000_000,
    disk_total_bytes=100_000_000_000,
    up_s=5.0,
    clock_step_s=0.0,
)


class Fixed:
    """Vitals of a server to which nothing happens; a test sets another reading."""

    def __init__(self) -> None:
        self.reading = READING

    def look(self) -> Reading:
        return self.reading


class Running:
    """A server that runs: what a test looks at and changes."""

    def __init__(self, app: FastAPI, vitals: Fixed, url: str) -> None:
        self.app = app
        self.vitals = vitals
        self.metrics: Metrics = app.state.metrics
        self.url = url

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(self.url + path, headers=headers, timeout=10)

    def log_in(self, name: str) -> str:
        """Log in; what to put into the Authorization header."""
        answer = httpx.post(self.url + "/api/login", json={"name": name, "password": PASSWORD}, timeout=10)
        return f"Bearer {answer.json()['token']}"


odd = APIRouter(prefix="/odd")


@odd.get("/{token}")
def fails(token: str) -> None:
    """Fails, with what was sent in its words."""
    structlog.get_logger().info("failing now")
    raise ValueError(token)


@contextmanager
def running(folder: Path, config: Config = Config()) -> Iterator[Running]:  # noqa: B008
    vitals = Fixed()
    with house_in(folder, Clock()) as house:
        for role in (Role.ADMIN, Role.DIRECTOR):
            add_account(house, role.value, role)
        app = application(replace(house, config=config), operation.router, sessions.router, odd)
        app.state.vitals, app.state.metrics = vitals, Metrics()
        aids = {"entropy": house.surroundings.entropy, "monotonic_s": house.surroundings.monotonic_s}
        app.add_middleware(AccessLog, metrics=app.state.metrics, **aids)
        with listening(app) as port:
            yield Running(app, vitals, f"http://127.0.0.1:{port}")


@contextmanager
def listening(app: FastAPI) -> Iterator[int]:
    """The application on a real socket; its port."""
    # As serve does it: nothing that a client says about its address is believed.
    quiet = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, access_log=False, proxy_headers=False)
    server = uvicorn.Server(quiet)
    started = threading.Event()

    async def serve() -> None:
        task = asyncio.create_task(server.serve())
        while not server.started and not task.done():
            await asyncio.sleep(0.01)
        started.set()
        await task

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert started.wait(20)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("operation")) as found:
        yield found


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    kept = root.handlers[:], root.level, sys.excepthook, threading.excepthook, sys.unraisablehook
    written = io.StringIO()
    set_up(Operation(log_level="debug"), lambda: NOW, written)
    yield written
    root.handlers[:], root.level, sys.excepthook, threading.excepthook, sys.unraisablehook = kept
    logging.captureWarnings(False)
    structlog.reset_defaults()


def lines_of(stream: io.StringIO, requests: int) -> list[dict[str, Any]]:
    """The log once so many requests are in it: a line is written after its answer has gone out."""
    for _ in range(2000):
        if stream.getvalue().count('"event": "request"') >= requests:
            break
        time.sleep(0.005)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_health_is_open_and_short(server: Running) -> None:
    answer = server.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": "0.1.0", "failing": []}
    assert answer.headers["cache-control"] == "no-store"


def test_health_names_what_fails(server: Running) -> None:
    server.vitals.reading = replace(READING, log_trouble=Text("磁盘已满", "disk full"), disk_free_bytes=0)
    try:
        assert server.get("/health").json() == {"status": "degraded", "version": "0.1.0", "failing": ["log", "disk"]}
        assert "disk full" in server.get("/health/page").text
    finally:
        server.vitals.reading = READING


def test_the_page_is_html_that_may_run_nothing(server: Running) -> None:
    answer = server.get("/health/page")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "一切正常" in answer.text


def test_metrics_for_a_near_address(server: Running) -> None:
    answer = server.get("/metrics")
    assert answer.status_code == 200
    assert 'yanlian_drills{phase="running"} 1.0' in answer.text


@pytest.mark.parametrize("networks", ["[]", "['10.0.0.0/8', '::1/128']"])
def test_metrics_for_others_need_an_administrator(tmp_path: Path, networks: str) -> None:
    with running(tmp_path, read_config(f"[operation]\nmetrics_networks = {networks}")) as server:
        assert server.get("/metrics").status_code == 401
        assert server.get("/metrics", authorization="Bearer x").status_code == 401
        assert server.get("/metrics", authorization=server.log_in("director")).status_code == 403
        assert server.get("/metrics", authorization=server.log_in("admin")).status_code == 200
        forged = {"x-forwarded-for": "10.0.0.1", "forwarded": "for=10.0.0.1"}
        assert server.get("/metrics", **forged).status_code == 401


def test_every_route_has_its_door(tmp_path: Path) -> None:
    with house_in(tmp_path, Clock()) as house:
        app = application(house, operation.router)
        app.state.vitals, app.state.metrics = Fixed(), Metrics()
        assert faults_of_routes(app) == []


def test_metrics_may_be_switched_off(tmp_path: Path) -> None:
    with running(tmp_path, read_config("[operation]\nmetrics = false")) as server:
        assert server.get("/metrics", authorization=server.log_in("admin")).status_code == 404


def test_requests_are_logged_by_route_without_what_was_asked(server: Running, stream: io.StringIO) -> None:
    server.get(f"/odd/{TOKEN}?token={TOKEN}", authorization=f"Bearer {TOKEN}", **{"user-agent": TOKEN})
    server.get(f"/nowhere/{TOKEN}")
    lines = lines_of(stream, 2)
    assert TOKEN[:8] not in stream.getvalue()
    requests = [(line["route"], line["status"], line["address"]) for line in lines if line["event"] == "request"]
    assert requests == [("/odd/{token}", 500, "127.0.0.1"), ("none", 404, "127.0.0.1")]
    assert not [line for line in lines if "withheld" in line]


def test_all_lines_of_a_request_have_its_id_as_its_answer_has(server: Running, stream: io.StringIO) -> None:
    answers = [server.get(f"/odd/{n}") for n in range(2)]
    ids = [answer.headers["x-request-id"] for answer in answers]
    assert len(set(ids)) == 2
    lines = lines_of(stream, 2)
    for id_ in ids:
        events = [line["event"] for line in lines if line.get("request") == id_]
        assert events == ["failing now", "request failed", "request"]


def test_requests_are_counted(server: Running, stream: io.StringIO) -> None:
    def answered(status: str) -> float:
        line = next(
            row for row in server.get("/metrics").text.splitlines() if f'requests_total{{status="{status}"}}' in row
        )
        return float(line.split()[1])

    before = answered("4xx")
    server.get("/nowhere")
    lines_of(stream, 2)
    assert answered("4xx") == before + 1
