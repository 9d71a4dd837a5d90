"""Scenarios: incidents as data on few rule modules, their hidden parameters, policies and checks; accident cases."""

from scenarios.hidden import MAX_FAULTS, draw
from scenarios.lint import lint
from scenarios.model import FAMILIES, Hidden, Scenario
from scenarios.policy import Memory, Policy, Step, decide
from scenarios.reader import ScenarioError, catalogue, from_canonical, load, read

__all__ = [
    "FAMILIES",
    "MAX_FAULTS",
    "Hidden",
    "Memory",
    "Policy",
    "Scenario",
    "ScenarioError",
    "Step",
    "catalogue",
    "decide",
    "draw",
    "from_canonical",
    "lint",
    "load",
    "read",
]
