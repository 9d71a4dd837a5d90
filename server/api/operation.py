"""Operation: GET /health, /health/page and /metrics. Needs `app.state.vitals` (Vitals) and `app.state.metrics`.

What is open says nothing of a drill: numbers of drills and sockets, disk, clock, delays of the server as a whole.
"""

from ipaddress import ip_address
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel

from server.access.roles import Role
from server.api.bodies import Both
from server.api.door import Caller, Door, caller, house
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.config import Operation
from server.operation.health import Health, judge
from server.operation.metrics import Metrics
from server.operation.page import CONTENT_POLICY, health_page
from server.operation.vitals import Reading, Vitals

router = APIRouter()
_FRESH = {"Cache-Control": "no-store"}


@router.get("/health", summary="健康 / Health")
def health(request: Request) -> JSONResponse:
    """Whether all is well: `{"status": "ok" | "degraded", "version", "failing": [ids of checks]}`, always 200."""
    judged, reading = _judged(request)
    failing = [check.id for check in judged.checks if not check.well]
    return JSONResponse({"status": judged.status, "version": reading.version, "failing": failing}, headers=_FRESH)


@router.get("/health/page", summary="健康页 / Health page", response_class=HTMLResponse)
def page(request: Request) -> HTMLResponse:
    """The same for people, in Chinese and English, for a tablet."""
    judged, reading = _judged(request)
    text = health_page(judged, reading, house(request).surroundings.now())
    return HTMLResponse(text, headers=_FRESH | {"Content-Security-Policy": CONTENT_POLICY})


class CheckOut(BaseModel):
    """A check of health. advice: what to do, if it is not well."""

    id: str
    well: bool
    name: Both
    seen: Both
    advice: Both


class VitalsOut(BaseModel):
    """Whether all is well. drills: number by phase. connections: number by kind of socket. outbox: number by state; for
    administrators only, as version."""

    status: str
    checks: list[CheckOut]
    drills: dict[str, int]
    connections: dict[str, int]
    up_s: float
    outbox: dict[str, int] | None
    version: str | None


@router.get("/api/vitals", summary="体征 / Vitals", responses=PROBLEM_RESPONSES)
def vitals(request: Request, who: Annotated[Caller, Depends(caller("vitals.read"))]) -> VitalsOut:
    """The health page as data, for screens of staff."""
    judged, reading = _judged(request)
    details = who.role is Role.ADMIN
    checks = [
        CheckOut(
            id=check.id,
            well=check.well,
            name=Both(**check.name._asdict()),
            seen=Both(**check.seen._asdict()),
            advice=Both(**check.advice._asdict()),
        )
        for check in judged.checks
    ]
    return VitalsOut(
        status=judged.status,
        checks=checks,
        drills=dict(reading.drills),
        connections=dict(reading.connections),
        up_s=reading.up_s,
        outbox=dict(reading.outbox) if details else None,
        version=reading.version if details else None,
    )


class NearDoor(Door):
    """Lets in the networks of the configuration without asking who it is, and everybody else as any door does."""

    __slots__ = ()

    def __call__(self, request: Request) -> Caller | None:  # type: ignore[override]  # nobody need have a name here
        """Who asks, None for one from near."""
        return None if _is_near(request, house(request).config.operation) else super().__call__(request)


@router.get(
    "/metrics",
    summary="指标 / Metrics",
    include_in_schema=False,
    dependencies=[Depends(NearDoor("metrics.read"))],
)
def metrics(request: Request) -> Response:
    """Metrics for Prometheus: for the networks of the configuration, everyone else needs an administrator's log-in."""
    if not house(request).config.operation.metrics:
        raise ApiProblem(404, "not_found", "未启用指标", "Metrics are switched off")
    text = _metrics(request).render(_vitals(request).look())
    return Response(text, media_type=CONTENT_TYPE_LATEST, headers=_FRESH)


def _vitals(request: Request) -> Vitals:
    return cast(Vitals, request.app.state.vitals)


def _metrics(request: Request) -> Metrics:
    return cast(Metrics, request.app.state.metrics)


def _judged(request: Request) -> tuple[Health, Reading]:
    reading, told = _vitals(request).look(), _metrics(request)
    late_s, commit_s = told.recent_lateness_s.quantile(0.99), told.recent_commit_s.quantile(0.99)
    return judge(reading, late_s, commit_s, house(request).config.operation.disk_low_mb), reading


def _is_near(request: Request, operation: Operation) -> bool:
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)  # how a socket for both families shows an IPv4 address
    return any((mapped or address) in network for network in operation.metrics_networks)
