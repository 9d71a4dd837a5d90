"""Rest: the routes of a server that a client needs before, beside and after the socket."""

import json
import ssl
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx

TIMEOUT_S = 10.0


class RestError(Exception):
    """An answer of 400 or more. status: of HTTP. code: the problem's word. zh, en: what it says. body: all of it."""

    def __init__(self, status: int, body: dict[str, Any], retry_after_s: float | None) -> None:
        self.status, self.body, self.retry_after_s = status, body, retry_after_s
        self.code = str(body.get("code", f"http_{status}"))
        self.zh, self.en = str(body.get("zh", "")), str(body.get("en", ""))
        super().__init__(f"{status} {self.code}: {self.en} {self.zh}")


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a seat code gives: the seat, and the token for the socket."""

    drill: str
    seat: str
    token: str


class Rest:
    """The routes of one server, as one caller. server: `http://host:port`. Use it as an async context manager."""

    def __init__(
        self, server: str, *, token: str = "", language: str = "zh", tls: ssl.SSLContext | None = None
    ) -> None:
        self.token = token
        # trust_env: the server stands in the same hall, a proxy set for the internet does not lead there.
        self._client = httpx.AsyncClient(
            base_url=server,
            headers={"Accept-Language": language},
            timeout=TIMEOUT_S,
            trust_env=False,
            verify=tls if tls is not None else True,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def login(self, name: str, password: str) -> None:
        """Log in; `token` is the session's from then on, here and for DrillClient."""
        answer = await self.call("POST", "/api/login", {"name": name, "password": password})
        self.token = str(answer["token"])

    async def logout(self) -> None:
        """End the session."""
        await self.call("POST", "/api/logout")
        self.token = ""

    async def claim(self, code: str) -> Claimed:
        """Take a seat by its code."""
        answer = await self.call("POST", "/api/seats/claim", {"code": code})
        return Claimed(str(answer["drill"]), str(answer["seat"]), str(answer["token"]))

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        """Call a route with a JSON body and give its JSON answer (None if empty). RestError if it says no."""
        content = await self._request(method, path, body)
        return json.loads(content) if content else None

    async def fetch(self, path: str) -> bytes:
        """Get a file. RestError if the server says no."""
        return await self._request("GET", path, None)

    async def _request(self, method: str, path: str, body: Any) -> bytes:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        content = None if body is None else json.dumps(body).encode()
        if content is not None:
            headers["Content-Type"] = "application/json"
        answer = await self._client.request(method, path, content=content, headers=headers)
        if answer.status_code >= 400:
            raise RestError(answer.status_code, _object(answer), _seconds(answer.headers.get("Retry-After")))
        return answer.content


def _object(answer: httpx.Response) -> dict[str, Any]:
    """The body, if it is a JSON object; what stands between may answer with a page of its own."""
    try:
        body = answer.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _seconds(header: str | None) -> float | None:
    return float(header) if header is not None and header.isdecimal() else None
