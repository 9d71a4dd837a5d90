"""Strata: how hard a draw is, in points, and in which of the strata L1-L5 it lies. Pure."""

from bisect import bisect_left
from collections.abc import Mapping

from scenarios.model import Choice, Hidden, Mixture, Scenario, Subset, Uniform

STRATA = (1, 2, 3, 4, 5)


def difficulty(scenario: Scenario, drawn: Mapping[str, float | str]) -> float:
    """Points of a draw: the sum over its hidden values, as their `hard` says."""
    return sum(points(hidden, drawn[hidden.id]) for hidden in scenario.hidden)


def stratum(scenario: Scenario, drawn: Mapping[str, float | str]) -> int:
    """In which stratum a draw lies, 1 to 5; a bound belongs to what is below it. 0: the scenario states none."""
    return 1 + bisect_left(scenario.strata, difficulty(scenario, drawn)) if scenario.strata else 0


def points(hidden: Hidden, value: float | str) -> float:
    """Points that one value adds."""
    match hidden.range:
        case Uniform(low=low, high=high):
            return _between(hidden, float(value), low, high)
        case Mixture(parts=parts):
            return _between(hidden, float(value), min(p.low for p in parts), max(p.high for p in parts))
        case Subset():
            members = [m for m in str(value).split(",") if m]
            return sum(hidden.hard.get(m, hidden.hard.get("each", 0.0)) for m in members)
        case Choice():
            other = 0.0 if value == hidden.normal else hidden.hard.get("*", 0.0)
            return hidden.hard.get(str(value), other)


def _between(hidden: Hidden, value: float, low: float, high: float) -> float:
    """Linear between the points at either end; the lower end's where the range is one value."""
    share = (value - low) / (high - low) if high > low else 0.0
    return hidden.hard.get("low", 0.0) * (1.0 - share) + hidden.hard.get("high", 0.0) * share
