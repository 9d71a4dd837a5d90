"""Results: the result of a drill for those who may see it, whether a fingerprint is current, and the deliveries."""

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict

from server.api.door import Caller, caller, house
from server.api.problems import ApiProblem
from server.catalogue import results
from server.catalogue.engine import reading
from server.catalogue.results import OutboxRow

router = APIRouter(tags=["results"])
State = Literal["pending", "sending", "delivered", "uncertain", "dead"]
Fingerprint = Annotated[str, Path(pattern="^[0-9a-f]{64}$", examples=["0" * 64])]
Drill = Annotated[str, Path(pattern="^[0-9a-f]{16}$", examples=["0" * 16])]
Key = Annotated[str, Path(max_length=200)]
MOST_ROWS = 500


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True)


class ResultFile(_Body):
    """A result and its proof, as in a result.json."""

    result: dict[str, Any]
    jws: str
    fingerprint: str


class Standing(_Body):
    """What anyone may know who holds a fingerprint. current: no later version replaces it."""

    exists: bool
    current: bool


class DeliveryBody(_Body):
    """How one delivery stands. next_at: of the next try. last_status: HTTP, 0 = no answer. Times: ISO 8601."""

    key: str
    destination: str
    fingerprint: str
    state: State
    attempts: int
    next_at: str
    last_status: int
    last_error: str
    receipt: str
    created_at: str
    delivered_at: str | None


class OutboxBody(_Body):
    """Deliveries, the newest first. counts: all there are, by state."""

    counts: dict[str, int]
    deliveries: list[DeliveryBody]


@router.get("/api/drills/{drill}/result")
def of_drill(request: Request, drill: Drill, who: Annotated[Caller, Depends(caller("result.read"))]) -> ResultFile:
    """The current result of a drill, with its signature. Before the panel is final there is none, for anybody."""
    with reading(house(request).catalogue) as db:
        row = results.latest(db, drill)
    if row is None:
        raise ApiProblem(404, "no_result", "尚无成绩", "There is no result yet")
    return ResultFile(result=json.loads(row.document), jws=row.jws, fingerprint=row.fingerprint)


@router.get("/api/results/{fingerprint}")
def check(request: Request, fingerprint: Fingerprint) -> Standing:
    """Whether a result with this fingerprint exists and is current: no name, no score."""
    with reading(house(request).catalogue) as db:
        row = results.by_fingerprint(db, fingerprint)
        current = None if row is None else results.latest(db, row.drill)
    return Standing(exists=row is not None, current=row is not None and row == current)


@router.get("/api/outbox")
def outbox(
    request: Request,
    who: Annotated[Caller, Depends(caller("outbox.read"))],
    state: Annotated[State | None, Query()] = None,
) -> OutboxBody:
    """The deliveries of results, the newest 500 (of one state, if asked)."""
    with reading(house(request).catalogue) as db:
        rows = results.deliveries(db, states=(state,) if state else (), most=MOST_ROWS)
        return OutboxBody(counts=results.counts(db), deliveries=[_delivery(row) for row in rows])


@router.post("/api/outbox/{key}/retry")
def retry(request: Request, key: Key, who: Annotated[Caller, Depends(caller("outbox.retry"))]) -> DeliveryBody:
    """Make a delivery due now, also one that was refused for good; its key stays the same."""
    with house(request).catalogue.begin() as db:
        done = results.retry(db, key, house(request).surroundings.now())
        row = results.get_delivery(db, key)
    if row is None:
        raise ApiProblem(404, "no_delivery", "没有这项投递", "There is no such delivery")
    if not done:
        raise ApiProblem(409, "not_waiting", "已送达或正在投递", "It is delivered, or being sent", state=row.state)
    return _delivery(row)


def _delivery(row: OutboxRow) -> DeliveryBody:
    return DeliveryBody(
        key=row.key,
        destination=row.destination,
        fingerprint=row.fingerprint,
        state=row.state,  # type: ignore[arg-type]
        attempts=row.attempts,
        next_at=row.next_at.isoformat(),
        last_status=row.last_status,
        last_error=row.last_error,
        receipt=row.receipt,
        created_at=row.created_at.isoformat(),
        delivered_at=row.delivered_at.isoformat() if row.delivered_at else None,
    )
