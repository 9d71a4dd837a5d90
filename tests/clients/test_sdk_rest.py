"""Rest against a real HTTP server."""

import asyncio
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest

from clients.sdk import Rest, RestError

PROBLEM = {"code": "attempts", "zh": "请稍后再试", "en": "try later", "status": 429}


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; keeps what was asked in `seen`."""

    seen: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append(
            {
                "path": self.path,
                "body": json.loads(body) if body else None,
                "token": self.headers.get("Authorization"),
                "language": self.headers.get("Accept-Language"),
            }
        )
        match self.path:
            case "/api/login":
                self.answer(200, {"token": "session-1", "role": "director"})
            case "/api/seats/claim":
                self.answer(200, {"drill": "d1", "seat": "IC", "token": "seat-1", "scenario": "x"})
            case "/api/logout":
                self.answer(204, None)
            case "/api/limited":
                self.answer(429, PROBLEM, {"Retry-After": "7", "Content-Type": "application/problem+json"})
            case _:
                self.send_error(502, "something between")

    def answer(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json"} | (headers or {})).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    Handler.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_log_in_and_out(address: str) -> None:
    async def body() -> None:
        async with Rest(address, language="en") as rest:
            await rest.login("wang", "secret words")
            assert rest.token == "session-1"
            await rest.logout()
            assert rest.token == ""

    asyncio.run(body())
    login, logout = Handler.seen
    assert login["body"] == {"name": "wang", "password": "secret words"}
    assert (login["token"], logout["token"]) == (None, "Bearer session-1")
    assert login["language"] == "en" and "secret" not in login["path"]


def test_a_seat_by_its_code(address: str) -> None:
    async def body() -> None:
        async with Rest(address) as rest:
            claimed = await rest.claim("ABCD-EFGH")
            assert (claimed.drill, claimed.seat, claimed.token) == ("d1", "IC", "seat-1")

    asyncio.run(body())
    assert Handler.seen[0]["body"] == {"code": "ABCD-EFGH"}


def test_a_problem_is_an_error_with_its_words(address: str) -> None:
    async def body() -> None:
        async with Rest(address, token="mine-4711") as rest:
            with pytest.raises(RestError) as limited:
                await rest.call("POST", "/api/limited", {"x": 1})
            error = limited.value
            assert (error.status, error.code, error.zh, error.retry_after_s) == (429, "attempts", "请稍后再试", 7.0)
            assert error.body == PROBLEM and "mine-4711" not in str(error)

    asyncio.run(body())


def test_an_answer_of_something_between_is_an_error_too(address: str) -> None:
    async def body() -> None:
        async with Rest(address) as rest:
            with pytest.raises(RestError) as between:
                await rest.call("POST", "/elsewhere")
            assert (between.value.status, between.value.code) == (502, "http_502")

    asyncio.run(body())


def test_a_proxy_for_the_internet_is_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)

    async def body() -> None:
        async with Rest(address) as rest:
            await rest.claim("ABCD-EFGH")

    asyncio.run(body())
