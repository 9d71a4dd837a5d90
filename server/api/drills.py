"""Drills: open, look at, direct, branch; codes of seats."""

import asyncio
from collections.abc import Awaitable
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, TypeVar, cast

import segno
from fastapi import APIRouter, Depends, Path, Request
from sqlalchemy import Connection

from clients.protocol.messages import CODES
from scenarios import reader
from scenarios.hidden import Terms
from scenarios.model import Scenario
from scenarios.values import values_hash
from server.access.roles import Role
from server.api.door import Caller, caller, house
from server.api.drill_bodies import BranchIn, CodeOut, Direction, DrillOut, NewDrill, OpenedOut, SeatOut
from server.api.network import public_url
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import accounts, drills, panels, seats, signatures
from server.catalogue.drills import DrillRow
from server.catalogue.engine import reading
from server.house import House
from server.live.branching import branch_wish
from server.live.live import Live, Refused
from server.live.opening import Wish
from server.panel.life import Seated, open_panel
from server.rooms.staffing import REASON
from sim_core.acts import Act

router = APIRouter(prefix="/api/drills", tags=["drills"], responses=PROBLEM_RESPONSES)

DrillId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", examples=["0" * 16])]
Seat = Annotated[str, Path(pattern="^[A-Z]{2,8}$", examples=["IC"])]
T = TypeVar("T")


def live(request: Request) -> Live:
    """The drills that are under way."""
    return cast(Live, request.app.state.live)


@router.get("")
def list_drills(request: Request, who: Annotated[Caller, Depends(caller("drills.read"))]) -> list[DrillOut]:
    """The newest drills first; an examiner sees those on whose panel he sits, and those that have none."""
    with reading(house(request).catalogue) as db:
        rows = [(row, seats.list_(db, row.id)) for row in drills.list_(db) if may_see(db, row.id, who)]
    return [_shown(request, row, held) for row, held in rows]


@router.post("", status_code=201)
async def open_drill(
    request: Request, new: NewDrill, who: Annotated[Caller, Depends(caller("drills.change"))]
) -> OpenedOut:
    """Open a drill: what is hidden is drawn now, and the commitment to it is made."""
    here = house(request)
    scenario = scenario_of(new.scenario)
    wrong = set(new.people) - {role.seat for role in scenario.roles}
    if wrong or not new.people or not set(new.candidates) <= set(new.people):
        raise ApiProblem(422, "no_such_seat", "情景没有这个席位", "The scenario has no such seat")
    if new.stratum and not scenario.strata:
        raise ApiProblem(422, "no_such_stratum", "情景没有难度分层", "The scenario has no strata of difficulty")
    if new.mode != "training" and new.false_alarm != "never":
        raise ApiProblem(422, "real_alarms_only", "考核中不设误报", "In an exam no alarm is false")
    if new.mode != "training" and new.tutored:
        raise ApiProblem(422, "no_tutor_in_exams", "考核中没有导师", "There is no tutor in an exam")
    if new.mode == "exam":
        await asyncio.to_thread(_must_be_examinable, here, scenario)
    seated = await asyncio.to_thread(_examiners, here, new)
    wish = Wish(
        scenario,
        new.mode,
        new.people,
        new.candidate,
        who.account_id,
        candidates=new.candidates,
        terms=Terms(new.stratum, new.false_alarm),
        tutored=new.tutored,
    )
    opened = await _allowed(live(request).open(wish, prepare=partial(_convene, here, scenario, seated)))
    codes = await asyncio.to_thread(_codes, here, opened.drill, tuple(new.people))
    with reading(here.catalogue) as db:
        row, held = drills.get(db, opened.drill), seats.list_(db, opened.drill)
    return _opened(request, row, held, codes)


@router.get("/{drill}")
def get_drill(
    request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("drills.read"))]
) -> DrillOut:
    """One drill and its seats."""
    row, held = drill_of(request, drill, who)
    return _shown(request, row, held)


@router.post("/{drill}/directions", status_code=204)
async def direct(
    request: Request, drill: DrillId, asked: Direction, who: Annotated[Caller, Depends(caller("drills.change"))]
) -> None:
    """Do something to a drill; it is on disk when this is answered. A repeat of an act_id gives the same answer."""
    words = (*asked.words, (REASON, asked.reason)) if asked.reason else tuple(asked.words)
    act = Act(asked.kind, asked.target, asked.detail, asked.value, words)
    act_id = "" if asked.act_id is None else str(asked.act_id)
    await _allowed(live(request).direct(drill, who.account_id, asked.kind, act, act_id))


@router.post("/{drill}/safety-stop", status_code=204)
async def safety_stop(
    request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("drills.read"))]
) -> None:
    """This is real: stop the drill at once. Open to every account."""
    await _allowed(live(request).direct(drill, who.account_id, "safety_stop", Act("safety_stop")))


@router.post("/{drill}/branches", status_code=201)
async def branch(
    request: Request, drill: DrillId, asked: BranchIn, who: Annotated[Caller, Depends(caller("drills.change"))]
) -> OpenedOut:
    """Leave a training drill at a tick: a new drill on its own timeline, frozen there; the parent stays as it is."""
    here = house(request)
    row, held = await asyncio.to_thread(drill_of, request, drill, who)
    if row.mode != "training":
        raise ApiProblem(403, "not_allowed", *CODES["not_allowed"])
    numbers = {seat.seat: seat.candidate for seat in held}
    store, by = live(request).store, who.account_id
    wish = await asyncio.to_thread(branch_wish, here, store, drill, asked.tick, by, numbers)
    if wish is None:
        raise ApiProblem(422, "beyond_the_end", "演练没有进行到这一时刻", "The drill has not come to this tick")
    opened = await _allowed(live(request).branch(wish))
    codes = await asyncio.to_thread(_codes, here, opened.drill, tuple(opened.people))
    with reading(here.catalogue) as db:
        new, held = drills.get(db, opened.drill), seats.list_(db, opened.drill)
    return _opened(request, new, held, codes)


@router.post("/{drill}/seats/{seat}/code")
def seat_code(
    request: Request, drill: DrillId, seat: Seat, who: Annotated[Caller, Depends(caller("seats.issue"))]
) -> CodeOut:
    """A new code for a seat; an earlier one is void."""
    here = house(request)
    drill_of(request, drill, who)
    try:
        return _invitation(request, seat, _codes(here, drill, (seat,))[seat])
    except LookupError:
        raise ApiProblem(404, "no_such_seat", "演练没有这个席位", "The drill has no such seat") from None


# ---- what the routes share


async def _allowed(work: Awaitable[T]) -> T:
    try:
        return await work
    except Refused as refused:
        raise ApiProblem(409, refused.code, *CODES[refused.code]) from None
    except LookupError:
        raise _unknown() from None


def _unknown() -> ApiProblem:
    return ApiProblem(404, "no_such_drill", "没有这场演练", "There is no such drill")


def scenario_of(scenario_id: str) -> Scenario:
    """A scenario of the catalogue. ApiProblem 422."""
    try:
        return reader.load(scenario_id)
    except reader.ScenarioError:
        raise ApiProblem(422, "no_such_scenario", "没有这个情景", "There is no such scenario") from None


def drill_of(request: Request, drill: str, who: Caller) -> tuple[DrillRow, tuple[seats.SeatRow, ...]]:
    """A drill that this caller may see, and its seats. ApiProblem 404: there is none, or it is not for him."""
    try:
        with reading(house(request).catalogue) as db:
            row = drills.get(db, drill)
            if may_see(db, drill, who):
                return row, seats.list_(db, drill)
    except LookupError:
        pass
    raise _unknown()


def may_see(db: Connection, drill: str, who: Caller) -> bool:
    """Whether a drill is for this caller: an examiner sees those without a panel and those on whose panel he sits."""
    if who.role is not Role.EXAMINER or panels.panel_of(db, drill) is None:
        return True
    return any(member.examiner == who.account_id for member in panels.members_of(db, drill))


def _must_be_examinable(here: House, scenario: Scenario) -> None:
    """Nobody is examined by what is for training alone, nor by values that the base has not confirmed."""
    if not scenario.examined:
        raise ApiProblem(422, "training_alone", "这个情景只供训练", "This scenario is for training alone")
    with reading(here.catalogue) as db:
        lacking = signatures.unsigned(db, [(scenario.id, values_hash(scenario))])
    if lacking:
        zh = "这个情景的数值尚未签认：请管理员或主考在“数值签认”页签认后再开考试"
        en = "Its values are not confirmed: an administrator or the chief signs them on the page Values to confirm"
        raise ApiProblem(409, "values_not_signed", zh, en)


def _examiners(here: House, new: NewDrill) -> tuple[Seated, ...]:
    wanted = here.config.panel.size if new.mode == "exam" else 0
    if len(new.examiners) != wanted or len({each.account for each in new.examiners}) < wanted:
        raise ApiProblem(422, "panel_size", f"需要 {wanted} 名考官", f"The panel has {wanted} examiners", of=wanted)
    with reading(here.catalogue) as db:
        known = {a.id: a for a in accounts.list_(db) if a.role is Role.EXAMINER and not a.disabled}
    if any(each.account not in known for each in new.examiners):
        raise ApiProblem(422, "no_such_examiner", "没有这个考官账号", "There is no such examiner")
    return tuple(Seated(each.account, each.external, each.declared) for each in new.examiners)


def _convene(here: House, scenario: Scenario, seated: tuple[Seated, ...], db: Connection, drill: str) -> None:
    if seated:
        open_panel(db, drill, scenario.rubric, seated, here.surroundings.now())


def _codes(here: House, drill: str, of: tuple[str, ...]) -> dict[str, str]:
    lifetime = timedelta(minutes=here.config.limits.seat_code_minutes)
    with here.catalogue.begin() as db:
        return {
            seat: seats.issue_code(
                db,
                drill,
                seat,
                pepper=here.pepper,
                entropy=here.surroundings.entropy,
                now=here.surroundings.now(),
                lifetime=lifetime,
            )
            for seat in of
        }


def _opened(
    request: Request, row: DrillRow, held: tuple[seats.SeatRow, ...], codes: dict[str, str]
) -> OpenedOut:
    invitations = [_invitation(request, seat, code) for seat, code in codes.items()]
    return OpenedOut(drill=_shown(request, row, held), codes=codes, invitations=invitations)


def _invitation(request: Request, seat: str, code: str) -> CodeOut:
    here = house(request)
    url = f"{public_url(request)}/join#{code}"  # behind the hash: a browser does not send it, so no log has it
    lasts = timedelta(minutes=here.config.limits.seat_code_minutes)
    expires_at = (here.surroundings.now() + lasts).isoformat()
    qr = segno.make(url, error="m").svg_inline(scale=6)
    return CodeOut(seat=seat, code=code, expires_at=expires_at, url=url, qr=qr)


def _instant(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _shown(request: Request, row: DrillRow, held: tuple[seats.SeatRow, ...] = ()) -> DrillOut:
    host = live(request).hosts.get(row.id)
    tick, digest = (max(row.ticks - 1, 0), row.digest)  # of the end: the last tick that was worked
    if host is not None:
        tick, digest = host.digest[0], host.digest[1].hex()
    connected = {} if host is None else {seat: bool(lines) for seat, lines in host.lines.items()}
    holders = None if host is None else host.room.people
    return DrillOut(
        id=row.id,
        scenario=row.scenario_id,
        mode=row.mode,
        phase=row.phase if host is None else host.room.phase,
        outcome=row.outcome,
        parent=row.parent,
        parent_tick=row.parent_tick,
        commitment=row.commitment,
        candidate=row.candidate,
        created_at=row.created_at.isoformat(),
        started_at=_instant(row.started_at),
        ended_at=_instant(row.ended_at),
        ticks=row.ticks if host is None else host.room.tick,
        speed=None if host is None else host.room.speed,
        digest=digest,
        digest_tick=tick,
        record_sha256=row.record_sha256,
        seats=[
            SeatOut(
                seat=each.seat,
                holder=each.holder if holders is None else holders.get(each.seat, "colleague"),
                candidate=each.candidate,
                claimed=each.claimed_at is not None,
                connected=connected.get(each.seat, False),
            )
            for each in held
        ],
    )
