"""Directing: what a director chooses from, and what the events of a scenario are called."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from scenarios import reader
from scenarios.values import values_hash
from server.api.bodies import Both
from server.api.door import Caller, caller, house
from server.api.drill_bodies import DirectingOut, InjectionOut
from server.api.drills import scenario_of
from server.api.problems import PROBLEM_RESPONSES
from server.catalogue import signatures
from server.catalogue.engine import reading
from sim_core.direction import INJECTIONS

router = APIRouter(prefix="/api", tags=["drills"], responses=PROBLEM_RESPONSES)

NEEDS: dict[str, Literal["seat", "bearing", "message"]] = {
    "radio_dies": "seat",
    "radio_mended": "seat",
    "wind": "bearing",
    "message": "message",
}  # the others need nothing


class NamesOut(BaseModel):
    """What codes in the events of a scenario's drills are called; of an act: `act:<kind>`. To staff alone."""

    names: dict[str, Both]


@router.get("/directing")
def get_directing(request: Request, who: Annotated[Caller, Depends(caller("drills.read"))]) -> DirectingOut:
    """The safe list of injections, how many examiners an exam has, and what is not confirmed for one."""
    injections = [
        InjectionOut(id=code, name=Both(**name._asdict()), needs=NEEDS.get(code, "nothing"))
        for code, (name, _) in INJECTIONS.items()
    ]
    here = house(request)
    with reading(here.catalogue) as db:
        unsigned = signatures.unsigned(db, ((one.id, values_hash(one)) for one in reader.catalogue() if one.examined))
    return DirectingOut(
        injections=injections,
        panel=here.config.panel.size,
        unsigned=list(unsigned),
    )


@router.get("/scenarios/{scenario}/names")
def get_names(scenario: str, who: Annotated[Caller, Depends(caller("drills.read"))]) -> NamesOut:
    """What places, things, cues, facts and acts are called."""
    names = scenario_of(scenario).rubric.names
    return NamesOut(names={code: Both(zh=zh, en=en) for code, (zh, en) in names.items()})
