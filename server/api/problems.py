"""Problems: every refusal of the REST interface, as RFC 9457 problem details in Chinese and English.

Nothing that was sent is echoed, and nothing of an exception is told: both might hold a secret.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import PurePath
from traceback import extract_tb
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog import get_logger

from sim_core.text import Text

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:yanlian:problem:"

# code and text of the refusals that the framework makes
STANDARD: dict[int, tuple[str, Text]] = {
    400: ("bad_request", Text("请求无法读懂", "The request cannot be read")),
    404: ("not_found", Text("没有这个地址", "There is nothing at this address")),
    405: ("method_not_allowed", Text("此地址不支持这种请求方法", "This address does not take this method")),
    500: ("internal", Text("服务器内部错误，已记入日志", "An internal error; it has been logged")),
}
OTHER = ("refused", Text("请求被拒绝", "The request was refused"))
INVALID = Text("请求内容不合要求", "The request is not valid")
TOO_LARGE = Text("请求内容过大", "The body of the request is too large")
TOO_SLOW = Text("请求内容迟迟没有到齐", "The body of the request took too long to arrive")
BODY_S = 20.0
HANG_UP = {"Connection": "close"}  # the rest of the body is not read

# kinds of pydantic errors, by the beginning of their names -> what a person is told
FAULTS: tuple[tuple[str, Text], ...] = (
    ("missing", Text("缺少此项", "this is missing")),
    ("extra_forbidden", Text("有未知的项", "there is an unknown field here")),
    ("json_invalid", Text("不是有效的 JSON", "this is not valid JSON")),
    ("string_too_short", Text("过短", "this is too short")),
    ("string_too_long", Text("过长", "this is too long")),
    ("string", Text("应为符合格式的文字", "this must be text of the right form")),
    ("int", Text("应为整数", "this must be a whole number")),
    ("float", Text("应为数", "this must be a number")),
    ("decimal", Text("应为小数", "this must be a decimal number")),
    ("bool", Text("应为 true 或 false", "this must be true or false")),
    ("enum", Text("不在允许的值之内", "this is none of the values allowed")),
    ("literal", Text("不在允许的值之内", "this is none of the values allowed")),
    ("model", Text("应为 JSON 对象", "this must be a JSON object")),
    ("dict", Text("应为 JSON 对象", "this must be a JSON object")),
)
MOST_FAULTS = 20  # told of one request
OWN_NAME = re.compile(r"[A-Za-z0-9_.-]{1,24}")  # of a field, seat or item; what is longer may be somebody's token
OTHER_FAULT = Text("取值不合要求", "this value is not allowed")


class Problem(BaseModel):
    """A refusal as it is sent; some have further members."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    zh: str
    en: str


_CONTENT = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
# for the OpenAPI: `APIRouter(responses=PROBLEM_RESPONSES)`
PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "refused", "content": _CONTENT},
    "5XX": {"description": "out of order", "content": _CONTENT},
}


class ApiProblem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A refusal. status: of HTTP. code: a word for programs, stable. zh, en: what to tell a person; never a secret.
    headers: such as Retry-After. extra: further members of the answer, JSON."""

    def __init__(
        self, status: int, code: str, zh: str, en: str, headers: Mapping[str, str] | None = None, **extra: Any
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.text = Text(zh, en)
        self.headers = headers
        self.extra = extra


def language_of(accept_language: str) -> str:
    """ "zh" or "en": the one that comes first in an Accept-Language header, Chinese if neither does."""
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip()[:2]
        if tag in ("zh", "en"):
            return tag
    return "zh"


def problem_response(problem: ApiProblem, accept_language: str = "") -> JSONResponse:
    """The answer that says so: type, title, status, code, detail in the asked language, zh and en, extra members."""
    language = language_of(accept_language)
    body = {
        "type": TYPE + problem.code,
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "code": problem.code,
        "detail": getattr(problem.text, language),
        "zh": problem.text.zh,
        "en": problem.text.en,
    }
    headers = {"Content-Language": language, "Cache-Control": "no-store", **(problem.headers or {})}
    return JSONResponse(problem.extra | body, problem.status, headers, MEDIA_TYPE)


def install_problems(app: FastAPI, max_body_bytes: int) -> None:
    """Make the application refuse everything in this way, and bodies of more than `max_body_bytes`."""
    app.add_exception_handler(ApiProblem, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _standard)
    app.add_middleware(BodyLimit, max_bytes=max_body_bytes)
    app.add_middleware(LastResort)


class BodyLimit:
    """Reads the whole body of an HTTP request before the application does: 413 for one that is too large, 408 for one
    that takes too long."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(BODY_S):
                body = await self._read(scope, receive)
        except TimeoutError:
            problem = ApiProblem(408, "too_slow", *TOO_SLOW, headers=HANG_UP)
            await problem_response(problem, _asked(scope))(scope, receive, send)
            return
        if body is None:
            problem = ApiProblem(413, "too_large", *TOO_LARGE, headers=HANG_UP, max_bytes=self.max_bytes)
            await problem_response(problem, _asked(scope))(scope, receive, send)
            return
        first: Message | None = {"type": "http.request", "body": body, "more_body": False}

        async def replay() -> Message:
            nonlocal first
            message, first = first, None
            return message if message is not None else await receive()

        await self.app(scope, replay, send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes | None:
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self.max_bytes:
            return None
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":  # the client has gone: there is nobody to answer
                return bytes(body)
            body += message.get("body", b"")
            if len(body) > self.max_bytes:
                return None
            if not message.get("more_body", False):
                return bytes(body)


class LastResort:
    """Answers 500 to whatever went wrong, and logs the kind of the exception and its place, never its text."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            place = extract_tb(error.__traceback__)[-1]
            where = f"{PurePath(place.filename).stem}.{place.name}:{place.lineno}"
            get_logger("server.api").error("request failed", error=type(error).__name__, where=where)
            if not begun:
                code, text = STANDARD[500]
                await problem_response(ApiProblem(500, code, *text), _asked(scope))(scope, receive, send)


def _asked(scope: Scope) -> str:
    raw: bytes = dict(scope["headers"]).get(b"accept-language", b"")
    return raw.decode("latin-1")


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiProblem)
    return problem_response(error, request.headers.get("accept-language", ""))


async def _standard(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code, text = STANDARD.get(error.status_code, OTHER)
    problem = ApiProblem(error.status_code, code, *text, headers=error.headers)
    return problem_response(problem, request.headers.get("accept-language", ""))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = [_fault(one["type"], one["loc"]) for one in error.errors()[:MOST_FAULTS]]
    problem = ApiProblem(422, "invalid", *INVALID, faults=faults)
    return problem_response(problem, request.headers.get("accept-language", ""))


def _fault(kind: str, place: Sequence[str | int]) -> dict[str, str]:
    """kind: pydantic's word. place: the way to the fault; its last step is left out where the client has chosen it."""
    named = place[:-1] if kind == "extra_forbidden" else place
    text = next((text for start, text in FAULTS if kind.startswith(start)), OTHER_FAULT)
    where = ".".join(part if OWN_NAME.fullmatch(part) else "?" for part in map(str, named))
    return {"where": where, "kind": kind, "zh": text.zh, "en": text.en}
