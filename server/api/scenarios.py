"""Scenarios: what may be known beforehand, to staff: briefing and plant. A seat's own is `server.api.seat`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from scenarios import reader
from server.api.briefing import BriefingOut, ScenarioOut, short, whole
from server.api.door import Caller, caller
from server.api.drills import scenario_of
from server.api.models import ModelOut, model_of
from server.api.problems import PROBLEM_RESPONSES

router = APIRouter(prefix="/api", tags=["scenarios"], responses=PROBLEM_RESPONSES)


@router.get("/scenarios")
def list_scenarios(who: Annotated[Caller, Depends(caller("drills.read"))]) -> list[ScenarioOut]:
    """The catalogue."""
    return [ScenarioOut(**short(scenario)) for scenario in reader.catalogue()]


async def _model(request: Request, scenario: str) -> ModelOut:
    return await model_of(request, scenario_of(scenario))


@router.get("/scenarios/{scenario}")
def get_scenario(
    scenario: str, who: Annotated[Caller, Depends(caller("drills.read"))], model: Annotated[ModelOut, Depends(_model)]
) -> BriefingOut:
    """One scenario, nothing hidden."""
    return BriefingOut(**whole(scenario_of(scenario), model))
