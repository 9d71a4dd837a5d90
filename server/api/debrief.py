"""Debrief: what a drill has to say once nothing of it is secret any more. The law of opening is that of the record."""

import asyncio
import gzip
from dataclasses import dataclass, replace
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from server.access.roles import Role
from server.api.door import Caller, caller, house
from server.api.drills import DrillId, drill_of
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.api.records import open_now
from server.catalogue import accounts, panels
from server.catalogue.drills import DrillRow
from server.catalogue.engine import reading
from server.debrief.opening import Told
from server.debrief.readers import CrowdedError, Readers
from server.debrief.shapes import CourseOut, ExaminerTold, ExpertOut, OpeningOut, PanelTold, StatesOut
from server.debrief.work import Wish
from server.panel.outcome import outcome
from server.panel.sight import sight

router = APIRouter(prefix="/api/drills/{drill}/debrief", tags=["debrief"], responses=PROBLEM_RESPONSES)

LONGEST_SPAN_TICKS, MOST_STATES = 4000, 100
Tick = Annotated[int, Query(ge=0, lt=1 << 31)]
Debriefed = Annotated[Caller, Depends(caller("record.read"))]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A drill that may be debriefed, as this account may see it."""

    wish: Wish
    told: Told


@router.get("", response_model=OpeningOut)
async def get_debrief(request: Request, drill: DrillId, who: Debriefed) -> Response:
    """All that is shown at once, from a record that has just been proven. 409 says when it opens."""
    opened = await asyncio.to_thread(_open, request, drill, who, "opening")
    return await _told(request, opened.wish, opened.told)


@router.get("/course", response_model=CourseOut)
async def get_course(request: Request, drill: DrillId, who: Debriefed) -> Response:
    """The record run again from its start: whether every digest agrees; curves and tracks, once a second."""
    opened = await asyncio.to_thread(_open, request, drill, who, "course")
    return await _told(request, opened.wish)


@router.get("/model", response_model=ExpertOut)
async def get_model(request: Request, drill: DrillId, who: Debriefed) -> Response:
    """The expert's own run of the same draw."""
    opened = await asyncio.to_thread(_open, request, drill, who, "model")
    return await _told(request, opened.wish)


@router.get("/states", response_model=StatesOut)
async def get_states(
    request: Request,
    drill: DrillId,
    who: Debriefed,
    from_tick: Tick,
    to_tick: Tick,
    step: Annotated[int, Query(ge=1, le=400)] = 10,
    seat: Annotated[str, Query(pattern="^([A-Z]{2,8})?$")] = "",
) -> Response:
    """The states of a span: what was so, and what a seat perceived."""
    ticks = to_tick - from_tick
    if not 0 <= ticks <= LONGEST_SPAN_TICKS or ticks > MOST_STATES * step:
        raise ApiProblem(422, "span_too_long", "时间段无效或过长", "The span runs backwards or is too long")
    opened = await asyncio.to_thread(_open, request, drill, who, "states")
    return await _told(request, opened.wish, from_tick, to_tick, step, seat)


# ---- what the routes share


def _open(request: Request, drill: str, who: Caller, what: Any) -> _Opened:
    """Whether it may be opened, and with what. ApiProblem 404: not for this account; 409: not yet, and until when."""
    row, held = drill_of(request, drill, who)
    here = house(request)
    path = here.records / f"{drill}.ylr"
    if row.phase != "sealed":
        _not_over(row)
    if not open_now(request, row):
        _panel_at_work(request, drill)
    if not path.is_file():
        raise ApiProblem(409, "no_record", "这场演练没有留下记录", "This drill has left no record")
    wish = Wish(what, path, here.signer.public_key().public_bytes_raw(), here.origin.engine)
    base = here.config.server.public_url or str(request.base_url).rstrip("/")
    check = f"{base}/drills/{drill}/debrief#sha256={row.record_sha256}"
    numbers = {seat.seat: seat.candidate for seat in held}
    told = Told(drill, row.candidate, row.record_sha256, check, numbers)
    return _Opened(wish, _with_panel(request, told, who) if what == "opening" else told)


def _not_over(row: DrillRow) -> None:
    if row.phase == "ended":
        zh, en = "记录正在封存，几秒后可以复盘", "The record is being sealed; the debrief opens in a few seconds"
        raise ApiProblem(409, "being_sealed", zh, en)
    zh, en = (
        "演练尚未结束，结束并封存后可以复盘",
        "The drill is not over; the debrief opens once it has ended and is sealed",
    )
    raise ApiProblem(409, "not_over", zh, en)


def _panel_at_work(request: Request, drill: str) -> None:
    with reading(house(request).catalogue) as db:
        panel, locked = panels.panel_of(db, drill), panels.count_locked(db, drill)
    of = 0 if panel is None else panel.size
    zh = f"考官组定分后可以复盘；已锁定 {locked}/{of} 份评分表"
    en = f"The debrief opens once the panel is final; {locked} of {of} sheets are locked"
    raise ApiProblem(409, "panel_not_final", zh, en, locked=locked, of=of)


def _with_panel(request: Request, told: Told, who: Caller) -> Told:
    """Add what the panel came to, for those who may see it."""
    with reading(house(request).catalogue) as db:
        panel = panels.panel_of(db, told.drill)
        if panel is None or panel.state != "final":
            return told
        members = panels.members_of(db, told.drill)
        member = any(each.examiner == who.account_id for each in members)
        if not sight(panel.state, member, Role(who.role)).outcome:
            return told
        found = outcome(db, told.drill)
        names = {account.id: account.name for account in accounts.list_(db)}
    outside = {each.examiner for each in members if each.external}
    examiners = tuple(
        ExaminerTold(names.get(examiner, examiner), examiner in outside, f"{total:.2f}")
        for examiner, total in found.result.totals
    )
    decided = found.decided
    shown = PanelTold(
        f"{found.result.mean:.2f}",
        f"{found.result.score:.2f}",
        found.result.passed,
        examiners,
        "" if decided is None else names.get(decided.chief, decided.chief),
        "" if decided is None else decided.decision.reason,
    )
    return replace(told, panel=shown, lines=found.result.lines, vetoes=found.result.vetoes)


async def _told(request: Request, wish: Wish, *arguments: Any) -> Response:
    """Have it done, and hand it on as it comes."""
    readers = cast(Readers, request.app.state.readers)
    try:
        reply = await readers.ask(replace(wish, arguments=arguments))
    except CrowdedError:
        zh, en = "复盘请求太多，请稍后再试", "Too many debriefs at once; try again in a moment"
        raise ApiProblem(503, "busy", zh, en, headers={"Retry-After": "1"}) from None
    if reply.code == "broken":
        zh = f"记录不成立，不予复盘：{reply.reason.zh}"
        raise ApiProblem(409, "record_broken", zh, f"The record does not hold and is not shown: {reply.reason.en}")
    if reply.code == "other_engine":
        zh, en = (
            "记录由另一版本的引擎生成，本机无法重演",
            "The record was run by another engine and cannot be run again here",
        )
        raise ApiProblem(409, "other_engine", zh, en)
    if not reply.body:
        raise RuntimeError("a record could not be read")
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(reply.body), media_type="application/json", headers=headers)
    return Response(reply.body, media_type="application/json", headers=headers | {"Content-Encoding": "gzip"})
