"""Drill: one live run of a scenario with one draw, ready at tick 0."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.false_alarm import harmless, lie, lying
from scenarios.hidden import ANY, Terms, draw
from scenarios.model import Scenario
from scenarios.rules import RULES
from sim_core.rules import Rules
from sim_core.simulation import Point


@dataclass(frozen=True, slots=True)
class Drill:
    """point: the world at tick 0. rules: constants of this drill. Neither holds a hidden value as drawn.

    scenario: with the sheet of this drill, which is another one where the alarm is false.
    """

    scenario: Scenario
    point: Point
    rules: Rules


def build(
    scenario: Scenario,
    hidden_key: bytes,
    world_key: bytes,
    humans: tuple[str, ...] = ("IC",),
    hidden: Mapping[str, float | str] | None = None,
    terms: Terms = ANY,
) -> Drill:
    """Draw the hidden parameters, put them into the world, and forget them. hidden: given values, for proofs.

    NoDrawError where the terms cannot be met.
    """
    drawn = dict(draw(scenario, hidden_key, terms), **(hidden or {}))
    false = lie(scenario, hidden_key, terms)
    if false is not None:
        scenario, drawn = harmless(scenario, drawn)
    world, rules = RULES[scenario.rule_module].build(scenario, drawn, world_key, humans)
    if false is not None:
        world = lying(world, scenario, false)
    return Drill(scenario, Point(world), rules)
