"""Watching: what the machine has seen of a drill so far, beside an examiner's sheet; nothing of anybody's marks.

The application gives `state.watch`.
"""

import asyncio
from decimal import Decimal
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel

from scoring.rubric import Veto
from scoring.veto import Drawn
from server.api.bodies import Both, both
from server.api.door import Caller, caller
from server.api.drills import DrillId, drill_of, scenario_of
from server.api.panels import unstored
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.watching.progress import LineSoFar, Moment, Progress
from server.watching.watch import Watch

router = APIRouter(
    prefix="/api/drills/{drill}", tags=["watching"], dependencies=[Depends(unstored)], responses=PROBLEM_RESPONSES
)


class LineWatched(BaseModel):
    """One line of the sheet as far as the drill has come. state: human = for an examiner to judge; not_yet = not done
    yet; holds = earned if nothing happens until the end; done, lost. points: null unless done or lost: what is not done
    yet is no zero. provisional: what is still to come may change it. cue_tick: when its clock started, null = not yet
    or none. done_tick: when the act was done. tick: of what decided it, which may be what was missed. seconds: response
    time."""

    item: str
    name: Both
    section: str
    critical: bool
    state: Literal["human", "not_yet", "holds", "done", "lost"]
    provisional: bool
    max_points: str
    points: str | None
    time_max: str
    time_points: str | None
    target_s: float
    limit_s: float
    cue_tick: int | None
    done_tick: int | None
    tick: int | None
    seconds: str | None
    too_fast: bool
    reason: Both
    what: Both


class VetoWatched(BaseModel):
    """A veto that the log draws. It stands."""

    id: str
    name: Both
    life: bool
    tick: int
    reason: Both


class MomentWatched(BaseModel):
    """Something for the timeline. kind: cue_revealed, fact, harm, alarm, directed, ended. text: with its moment."""

    number: int
    tick: int
    kind: str
    subject: str
    text: Both


class WatchedAnswer(BaseModel):
    """What the machine has seen up to a tick. over: the drill has ended, nothing changes any more. moments: those from
    the number asked for on; moments_so_far: how many there are."""

    drill: str
    tick: int
    over: bool
    lines: list[LineWatched]
    vetoes: list[VetoWatched]
    moments: list[MomentWatched]
    moments_so_far: int


@router.get("/watching")
async def get_watching(
    request: Request,
    drill: DrillId,
    who: Annotated[Caller, Depends(caller("watching.read"))],
    from_moment: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> WatchedAnswer:
    """Steps, response times and vetoes as the log has them so far; an examiner asks for drills of his own panel."""
    row, _ = await asyncio.to_thread(drill_of, request, drill, who)
    scenario = await asyncio.to_thread(scenario_of, row.scenario_id)
    watch = cast(Watch, request.app.state.watch)
    try:
        found = await watch.look(drill)
    except LookupError:
        raise ApiProblem(404, "no_such_drill", "没有这场演练", "There is no such drill") from None
    return _answer(drill, found, {veto.id: veto for veto in scenario.rubric.vetoes}, from_moment)


def _answer(drill: str, found: Progress, vetoes: dict[str, Veto], from_moment: int) -> WatchedAnswer:
    return WatchedAnswer(
        drill=drill,
        tick=found.tick,
        over=found.over,
        lines=[_line(line) for line in found.lines],
        vetoes=[_veto(drawn, vetoes[drawn.veto_id]) for drawn in found.vetoes if drawn.veto_id in vetoes],
        moments=[_moment(moment) for moment in found.moments[from_moment:]],
        moments_so_far=len(found.moments),
    )


def _line(line: LineSoFar) -> LineWatched:
    item = line.item
    return LineWatched(
        item=item.id,
        name=both(item.name),
        section=item.section,
        critical=item.critical,
        state=line.state,
        provisional=line.provisional,
        max_points=_amount(item.points) or "0.00",
        points=_amount(line.points),
        time_max=_amount(line.time_max) or "0.00",
        time_points=_amount(line.time_points),
        target_s=item.target_s,
        limit_s=item.limit_s,
        cue_tick=line.cue_tick,
        done_tick=line.done_tick,
        tick=line.tick,
        seconds=_amount(line.seconds),
        too_fast=line.too_fast,
        reason=both(line.reason),
        what=both(line.what),
    )


def _veto(drawn: Drawn, veto: Veto) -> VetoWatched:
    return VetoWatched(
        id=veto.id, name=both(veto.name), life=veto.life, tick=drawn.tick, reason=both(drawn.reason)
    )


def _moment(moment: Moment) -> MomentWatched:
    return MomentWatched(
        number=moment.number,
        tick=moment.tick,
        kind=moment.kind,
        subject=moment.subject,
        text=both(moment.text),
    )


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
