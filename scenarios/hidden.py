"""Hidden parameters: one draw per drill, each parameter on its own stream, so that none shifts another."""

from scenarios.model import Choice, Distribution, Hidden, Mixture, Scenario, Subset
from sim_core.chance import Chance

MAX_FAULTS = 3  # at once, domain §4.1 rule 3

Value = float | str


def draw(scenario: Scenario, hidden_key: bytes) -> dict[str, Value]:
    """Draw every hidden parameter of a drill, by id, in file order.

    No more than MAX_FAULTS faults: later ones in the file fall back to their `normal`.
    """
    chance = Chance(hidden_key)
    drawn: dict[str, Value] = {}
    faults = 0
    for hidden in scenario.hidden:
        value = _value(hidden.range, chance, f"hidden/{hidden.id}")
        if is_fault(hidden, value):
            faults += 1
            value = value if faults <= MAX_FAULTS else hidden.normal
        drawn[hidden.id] = value
    return drawn


def is_fault(hidden: Hidden, value: Value) -> bool:
    """Tell whether a value counts as a fault."""
    return value in hidden.fault or ("*" in hidden.fault and value != hidden.normal)


def _value(range_: Distribution, chance: Chance, label: str) -> Value:
    if isinstance(range_, Choice):
        return range_.options[chance.choose(label, 0, 0, range_.weights)]
    if isinstance(range_, Subset):
        return _members(range_, chance, label)
    if isinstance(range_, Mixture):
        part = range_.parts[chance.choose(f"{label}/part", 0, 0, tuple(p.weight for p in range_.parts))]
        return _grid(part.low, part.high, part.step, chance, label)
    return _grid(range_.low, range_.high, range_.step, chance, label)


def _grid(low: float, high: float, step: float, chance: Chance, label: str) -> float:
    return min(high, low + step * chance.below(label, 0, 0, grid_points(low, high, step)))


def grid_points(low: float, high: float, step: float) -> int:
    """How many values a uniform range has; both ends belong to it."""
    return int((high - low) / step + 0.5) + 1


def _members(subset: Subset, chance: Chance, label: str) -> str:
    """Draw how many, then which: a partial Fisher-Yates, one entity a place."""
    members = list(subset.members)
    count = chance.choose(f"{label}/count", 0, 0, subset.counts)
    for i in range(count):
        j = i + chance.below(label, i, 0, len(members) - i)
        members[i], members[j] = members[j], members[i]
    chosen = members[:count]
    return ",".join(m for m in subset.members if m in chosen)
