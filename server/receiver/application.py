"""Application: the routes of the reference receiver."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from starlette.concurrency import run_in_threadpool

from server.api.problems import ApiProblem, install_problems
from server.receiver.bodies import HeldKey, Ids, Problem, Receipt, Standing, Standings
from server.receiver.ledger import ContraryError, Incoming, Ledger
from server.result.document import MOST_BYTES
from server.result.issuing import EVENT
from server.result.signing import NotAResultError, Signed, WrongResultError, check_members, read_members
from server.result.webhook import ID, fault
from server.surroundings import Surroundings

PAGE = 500
HOLD_S = "yanlian.hold_s"  # in the scope: how long this request dawdles before its effect (server.receiver.faults)
_REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "not a delivery"},
    401: {"model": Problem, "description": "the Standard Webhooks signature does not hold, or is out of its window"},
    409: {"model": Problem, "description": "in_progress: ask again; version_held, key_used: contradicts what is held"},
    422: {"model": Problem, "description": "the result, its signature or its fingerprint does not hold"},
}
_SIGNED_HEADERS = [
    {"name": name, "in": "header", "required": True, "schema": {"type": "string"}}
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
]
_DELIVERY = {
    "parameters": _SIGNED_HEADERS,
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Event"}}},
    },
}


@dataclass(frozen=True, slots=True)
class Trust:
    """signers: public keys whose results are taken. secrets: of the webhook; a delivery is signed by any of them."""

    signers: tuple[bytes, ...]
    secrets: tuple[bytes, ...]


def make_receiver(ledger: Ledger, trust: Trust, surroundings: Surroundings) -> FastAPI:
    """Make the application."""
    app = FastAPI(title="Yanlian certificate receiver", version="1", docs_url=None, redoc_url=None)
    install_problems(app, MOST_BYTES * 2)
    desk = _Desk(ledger, trust, surroundings)

    @app.post(
        "/certificates", response_model=Receipt, responses=_REFUSALS, openapi_extra=_DELIVERY, summary="Take a result"
    )
    async def take(request: Request) -> Receipt:
        return await desk.take(request, await request.body())

    @app.get("/certificates", response_model=Standings, summary="Check a fingerprint")
    def check(fingerprint: Annotated[str, Query(pattern="^[0-9a-f]{64}$")]) -> Standings:
        return desk.standings(fingerprint)

    @app.get(
        "/ids",
        response_model=Ids,
        responses={401: _REFUSALS[401]},
        openapi_extra={"parameters": _SIGNED_HEADERS},
        summary="List the keys held; the target of the request is what is signed",
    )
    def ids(request: Request, after: Annotated[str, Query(max_length=200)] = "") -> Ids:
        desk.admit(request, f"{request.url.path}?{request.url.query}".encode())
        return desk.ids(after)

    return app


class _Desk:
    """What the routes do."""

    def __init__(self, ledger: Ledger, trust: Trust, surroundings: Surroundings) -> None:
        self.ledger = ledger
        self.trust = trust
        self.surroundings = surroundings
        self._busy: set[str] = set()

    def admit(self, request: Request, signed: bytes) -> str:
        """Give the webhook-id of a request whose headers hold; ApiProblem for others."""
        found = fault(self.trust.secrets, request.headers, signed, self.surroundings.now())
        if found == "window":
            raise ApiProblem(401, "timestamp", "请求时间超出五分钟窗口", "The time of the request is outside 5 minutes")
        if found is not None:
            raise ApiProblem(401, "signature", "投递签名不成立", "The signature of the delivery does not hold")
        return request.headers[ID]

    async def take(self, request: Request, body: bytes) -> Receipt:
        """Take a delivery; its effect is durable before there is an answer."""
        key = self.admit(request, body)
        signed = self._result(body)
        if key in self._busy:
            raise ApiProblem(
                409, "in_progress", "同一投递正在处理", "The same delivery is being worked on", {"Retry-After": "1"}
            )
        self._busy.add(key)
        try:
            if hold_s := request.scope.get(HOLD_S):
                await asyncio.sleep(hold_s)
            return await run_in_threadpool(self._hold, key, signed)
        finally:
            self._busy.discard(key)

    def standings(self, fingerprint: str) -> Standings:
        """Say what is held under a fingerprint."""
        held = self.ledger.find(fingerprint)
        if held is None:
            return Standings(certificates=[])
        standing = Standing(
            receipt=held.receipt,
            fingerprint=held.fingerprint,
            result=held.result,
            version=held.version,
            passed=held.passed,
            current=self.ledger.is_current(held),
            received_at=held.received_at,
        )
        return Standings(certificates=[standing])

    def ids(self, after: str) -> Ids:
        """List keys beyond `after`."""
        held = self.ledger.keys(after, PAGE)
        return Ids(ids=[HeldKey(key=key, fingerprint=one.fingerprint, receipt=one.receipt) for key, one in held])

    def _result(self, body: bytes) -> Signed:
        try:
            event = read_members(body)
            if event.get("type") != EVENT or not isinstance(event.get("data"), dict):
                raise ApiProblem(400, "unknown_event", "不认识的事件", "An event that is not known here")
            return check_members(event["data"], self.trust.signers)
        except NotAResultError as error:
            raise ApiProblem(400, "not_a_result", *error.text) from error
        except WrongResultError as error:
            raise ApiProblem(422, "wrong_result", *error.text) from error

    def _hold(self, key: str, signed: Signed) -> Receipt:
        result = signed.document
        file = signed.file().decode()
        incoming = Incoming(key, signed.fingerprint, result.result, result.version, result.passed, file)
        now = self.surroundings.now().isoformat(timespec="seconds")
        try:
            held, before = self.ledger.take(incoming, now)
        except ContraryError as error:
            text = ("与已收存的成绩相矛盾", "It contradicts a result that is held")
            raise ApiProblem(409, str(error), *text) from error
        return Receipt(
            receipt=held.receipt,
            key=key,
            fingerprint=held.fingerprint,
            received_at=held.received_at,
            repeated=before,
        )
