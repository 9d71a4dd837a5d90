"""Hidden parameters: one draw per drill, each parameter on its own stream, so that none shifts another."""

from dataclasses import dataclass
from typing import Literal

from scenarios.model import Choice, Distribution, Hidden, Mixture, Scenario, Subset
from scenarios.strata import STRATA, stratum
from sim_core.chance import Chance

MAX_FAULTS = 3  # at once, domain §4.1 rule 3
MAX_TRIES = 1000  # a stratum holds at least a twentieth of the draws (`scenarios.lint`): never missed

Value = float | str


@dataclass(frozen=True, slots=True)
class Terms:
    """What a draw is bound to before it is made. stratum: 1 to 5, 0 = any. false_alarm: whether the alarm of the drill
    is false: never (exams), may be (training), must be."""

    stratum: int = 0
    false_alarm: Literal["never", "may", "must"] = "never"


ANY = Terms()


class NoDrawError(ValueError):
    """The terms cannot be met."""


def draw(scenario: Scenario, hidden_key: bytes, terms: Terms = ANY) -> dict[str, Value]:
    """Draw every hidden parameter of a drill, by id, in file order.

    No more than MAX_FAULTS faults: later ones in the file fall back to their `normal`. Bound to a stratum the draw
    is repeated, each try on streams of its own, until it lies there. NoDrawError where none does.
    """
    chance = Chance(hidden_key)
    if terms.stratum and (terms.stratum not in STRATA or not scenario.strata):
        raise NoDrawError(f"{scenario.id} has no stratum {terms.stratum}")
    for attempt in range(MAX_TRIES):
        drawn = _once(scenario, chance, attempt)
        if terms.stratum in (0, stratum(scenario, drawn)):
            return drawn
    raise NoDrawError(f"{scenario.id}: no draw in stratum {terms.stratum}")


def _once(scenario: Scenario, chance: Chance, attempt: int) -> dict[str, Value]:
    drawn: dict[str, Value] = {}
    faults = 0
    for hidden in scenario.hidden:
        value = _value(hidden.range, chance, f"hidden/{hidden.id}", attempt)
        if is_fault(hidden, value):
            faults += 1
            value = value if faults <= MAX_FAULTS else hidden.normal
        drawn[hidden.id] = value
    return drawn


def is_fault(hidden: Hidden, value: Value) -> bool:
    """Tell whether a value counts as a fault."""
    return value in hidden.fault or ("*" in hidden.fault and value != hidden.normal)


def _value(range_: Distribution, chance: Chance, label: str, attempt: int) -> Value:
    if isinstance(range_, Choice):
        return range_.options[chance.choose(label, 0, attempt, range_.weights)]
    if isinstance(range_, Subset):
        return _members(range_, chance, label, attempt)
    if isinstance(range_, Mixture):
        part = range_.parts[chance.choose(f"{label}/part", 0, attempt, tuple(p.weight for p in range_.parts))]
        return _grid(part.low, part.high, part.step, chance, label, attempt)
    return _grid(range_.low, range_.high, range_.step, chance, label, attempt)


def _grid(low: float, high: float, step: float, chance: Chance, label: str, attempt: int) -> float:
    return min(high, low + step * chance.below(label, 0, attempt, grid_points(low, high, step)))


def grid_points(low: float, high: float, step: float) -> int:
    """How many values a uniform range has; both ends belong to it."""
    return int((high - low) / step + 0.5) + 1


def _members(subset: Subset, chance: Chance, label: str, attempt: int) -> str:
    """Draw how many, then which: a partial Fisher-Yates, one entity a place."""
    members = list(subset.members)
    count = chance.choose(f"{label}/count", 0, attempt, subset.counts)
    for i in range(count):
        j = i + chance.below(label, i, attempt, len(members) - i)
        members[i], members[j] = members[j], members[i]
    chosen = members[:count]
    return ",".join(m for m in subset.members if m in chosen)
