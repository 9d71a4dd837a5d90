"""Pool: what of a scenario matters to a draw."""

from collections import defaultdict
from decimal import Decimal

from scenarios.fair_draw.documents import Fixed
from scenarios.fair_draw.rules import PoolError, Variant
from scenarios.model import Scenario
from sim_core.text import Text


def variant_of(scenario: Scenario, stratum: int) -> Variant:
    """Give a scenario as a variant of a stratum. PoolError if it names no substance or examines no axis."""
    return Variant(
        scenario=scenario.id,
        hash=scenario.hash,
        family=scenario.family,
        substance=_substance(scenario),
        axis=_axis(scenario),
        stratum=stratum,
    )


def fixed_of(scenario: Scenario) -> Fixed:
    """Give a mandatory scenario of a sitting."""
    return Fixed(scenario=scenario.id, hash=scenario.hash)


def _substance(scenario: Scenario) -> str:
    """What a caller must name it to be right; else what the rule module is given."""
    for called in sorted(scenario.calls):
        if words := scenario.calls[called].get("substance"):
            return words[0]
    if given := scenario.params.get("substance"):
        return str(given)
    raise PoolError(Text(f"{scenario.id} 未写明介质", f"{scenario.id} names no substance"))


def _axis(scenario: Scenario) -> str:
    """The axis on which most points of its sheet lie, by the Q-matrix; of equals the first."""
    points: defaultdict[str, Decimal] = defaultdict(Decimal)
    for item in scenario.rubric.items:
        for axis, weight in item.axes.items():
            points[axis] += weight * item.points
    if not any(points.values()):
        raise PoolError(Text(f"{scenario.id} 不考察任何能力维度", f"{scenario.id} examines no axis"))
    return min(points, key=lambda axis: (-points[axis], axis))
