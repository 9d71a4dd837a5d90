"""Seat: what the holder of a seat is told over HTTP. Of the core it knows nothing."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from scenarios.model import Scenario
from server.api.bodies import Both
from server.api.briefing import BriefingOut, whole
from server.api.door import SeatHolder, house, seat_holder
from server.api.drills import scenario_of
from server.api.models import ModelOut, model_of
from server.api.problems import PROBLEM_RESPONSES
from server.catalogue import drills
from server.catalogue.engine import reading

router = APIRouter(prefix="/api", tags=["scenarios"], responses=PROBLEM_RESPONSES)


class CardOut(BaseModel):
    """A plan card of this seat; it comes up when a cue of its reaches the seat."""

    id: str
    title: Both
    lines: list[Both]


class SeatBriefing(BriefingOut):
    """A scenario to who holds a seat of it."""

    drill: str
    seat: str
    cards: list[CardOut]


def _scenario(request: Request, who: Annotated[SeatHolder, Depends(seat_holder)]) -> Scenario:
    with reading(house(request).catalogue) as db:
        return scenario_of(drills.get(db, who.drill).scenario_id)


Told = Annotated[Scenario, Depends(_scenario)]


async def _model(request: Request, scenario: Told) -> ModelOut:
    return await model_of(request, scenario)


@router.get("/seat")
def get_seat(
    who: Annotated[SeatHolder, Depends(seat_holder)], scenario: Told, model: Annotated[ModelOut, Depends(_model)]
) -> SeatBriefing:
    """What the holder of a seat is told before the start."""
    cards = [
        CardOut.model_validate({"id": c.id, "title": c.title._asdict(), "lines": [line._asdict() for line in c.lines]})
        for c in scenario.plan_cards
        if c.seat == who.seat
    ]
    return SeatBriefing(**whole(scenario, model), drill=who.drill, seat=who.seat, cards=cards)
