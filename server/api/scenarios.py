"""Scenarios: what may be known beforehand: briefing and plant; to staff all of them, to a seat its own."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from scenarios import reader
from scenarios.model import Scenario
from server.api.door import Caller, SeatHolder, caller, house, seat_holder
from server.api.drills import scenario_of
from server.api.problems import PROBLEM_RESPONSES
from server.catalogue import drills
from server.catalogue.engine import reading

router = APIRouter(prefix="/api", tags=["scenarios"], responses=PROBLEM_RESPONSES)


class Both(BaseModel):
    """What a person reads, in both languages."""

    zh: str
    en: str


class RoleOut(BaseModel):
    """A seat of a scenario, and what its holder is told first."""

    seat: str
    name: Both
    brief: Both


class ScenarioOut(BaseModel):
    """A scenario in short."""

    id: str
    code: str
    name: Both
    family: str
    mandatory: bool
    duration_s: float
    roles: list[RoleOut]


class BriefingOut(ScenarioOut):
    """A scenario as every seat may know it. site: the plant, as of `sim_core.site.Site`."""

    situation: Both
    task: Both
    rules: list[Both]
    site: dict[str, Any]


class SeatBriefing(BriefingOut):
    """The same to who holds a seat."""

    drill: str
    seat: str


@router.get("/scenarios")
def list_scenarios(who: Annotated[Caller, Depends(caller("drills.read"))]) -> list[ScenarioOut]:
    """The catalogue."""
    return [ScenarioOut(**_short(scenario)) for scenario in reader.catalogue()]


@router.get("/scenarios/{scenario}")
def get_scenario(scenario: str, who: Annotated[Caller, Depends(caller("drills.read"))]) -> BriefingOut:
    """One scenario, nothing hidden."""
    return BriefingOut(**_whole(scenario_of(scenario)))


@router.get("/seat")
def get_seat(request: Request, who: Annotated[SeatHolder, Depends(seat_holder)]) -> SeatBriefing:
    """What the holder of a seat is told before the start."""
    with reading(house(request).catalogue) as db:
        scenario = scenario_of(drills.get(db, who.drill).scenario_id)
    return SeatBriefing(**_whole(scenario), drill=who.drill, seat=who.seat)


def _short(scenario: Scenario) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "code": scenario.code,
        "name": scenario.name._asdict(),
        "family": scenario.family,
        "mandatory": scenario.mandatory,
        "duration_s": scenario.duration_s,
        "roles": [
            {"seat": role.seat, "name": role.name._asdict(), "brief": role.brief._asdict()} for role in scenario.roles
        ],
    }


def _whole(scenario: Scenario) -> dict[str, Any]:
    briefing = scenario.briefing
    return {
        **_short(scenario),
        "situation": briefing.situation._asdict(),
        "task": briefing.task._asdict(),
        "rules": [rule._asdict() for rule in briefing.rules],
        "site": asdict(scenario.site),
    }
