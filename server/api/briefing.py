"""Briefing: bodies of what may be known of a scenario before its start, and how they come of it. Nothing hidden."""

from dataclasses import asdict
from typing import Any

from pydantic import BaseModel

from scenarios.model import Scenario
from server.api.bodies import Both
from server.api.models import ModelOut
from server.api.vocabulary import Vocabulary, vocabulary


class RoleOut(BaseModel):
    """A seat of a scenario, and what its holder is told first."""

    seat: str
    name: Both
    brief: Both


class ScenarioOut(BaseModel):
    """A scenario in short. examined: mandatory, or in the pool that exams are drawn from; else for training alone."""

    id: str
    code: str
    name: Both
    family: str
    mandatory: bool
    examined: bool
    duration_s: float
    roles: list[RoleOut]


class BriefingOut(ScenarioOut):
    """A scenario as each seat may know it. site: as `sim_core.site.Site`. model: its looks. vocabulary: its acts."""

    situation: Both
    task: Both
    rules: list[Both]
    site: dict[str, Any]
    model: ModelOut
    vocabulary: Vocabulary


def short(scenario: Scenario) -> dict[str, Any]:
    """Fields of a ScenarioOut."""
    return {
        "id": scenario.id,
        "code": scenario.code,
        "name": scenario.name._asdict(),
        "family": scenario.family,
        "mandatory": scenario.mandatory,
        "examined": scenario.examined,
        "duration_s": scenario.duration_s,
        "roles": [
            {"seat": role.seat, "name": role.name._asdict(), "brief": role.brief._asdict()} for role in scenario.roles
        ],
    }


def whole(scenario: Scenario, model: ModelOut) -> dict[str, Any]:
    """Fields of a BriefingOut."""
    briefing = scenario.briefing
    return {
        **short(scenario),
        "situation": briefing.situation._asdict(),
        "task": briefing.task._asdict(),
        "rules": [rule._asdict() for rule in briefing.rules],
        "site": asdict(scenario.site),
        "model": model,
        "vocabulary": vocabulary(scenario),
    }
