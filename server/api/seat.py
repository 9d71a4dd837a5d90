"""Seat: what the holder of a seat is told over HTTP. Of the core it knows nothing."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from server.api.briefing import BriefingOut, whole
from server.api.door import SeatHolder, house, seat_holder
from server.api.drills import scenario_of
from server.api.problems import PROBLEM_RESPONSES
from server.catalogue import drills
from server.catalogue.engine import reading

router = APIRouter(prefix="/api", tags=["scenarios"], responses=PROBLEM_RESPONSES)


class SeatBriefing(BriefingOut):
    """A scenario to who holds a seat of it."""

    drill: str
    seat: str


@router.get("/seat")
def get_seat(request: Request, who: Annotated[SeatHolder, Depends(seat_holder)]) -> SeatBriefing:
    """What the holder of a seat is told before the start."""
    with reading(house(request).catalogue) as db:
        scenario = scenario_of(drills.get(db, who.drill).scenario_id)
    return SeatBriefing(**whole(request, scenario), drill=who.drill, seat=who.seat)
