"""Pool: what of a catalogue of scenarios goes into a draw."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scenarios.fair_draw.documents import Committed, Fixed, Sealed
from scenarios.fair_draw.rules import Parameters, PoolError, Previous, Variant, eligible
from scenarios.model import Scenario
from sim_core.text import Text


@dataclass(frozen=True, slots=True)
class Sitting:
    """Whose draw it is. candidate: pseudonymous number. attempt: from 1. level: of the certificate."""

    exam: str
    candidate: str
    attempt: int
    level: str


@dataclass(frozen=True, slots=True)
class Fresh:
    """What the caller brings: the time, ISO 8601 with offset, and twice 32 bytes of entropy, in hex."""

    committed_at: str
    server_seed: str
    nonce: str


def seal(
    scenarios: Sequence[Scenario], sitting: Sitting, parameters: Parameters, previous: Previous, fresh: Fresh
) -> Sealed:
    """Freeze the draw of a sitting; its pool: examined, not mandatory. PoolError where that has too little."""
    stratum = parameters.strata[sitting.level]
    in_order = sorted(scenarios, key=lambda scenario: scenario.id)
    drawable = (scenario for scenario in in_order if scenario.examined and not scenario.mandatory)
    pool = tuple(variant_of(scenario, stratum) for scenario in drawable)
    eligible(pool, parameters, stratum)
    committed = Committed(
        exam=sitting.exam,
        candidate=sitting.candidate,
        attempt=sitting.attempt,
        level=sitting.level,
        committed_at=fresh.committed_at,
        parameters=parameters,
        pool=pool,
        mandatory=tuple(Fixed(scenario=each.id, hash=each.hash) for each in in_order if each.mandatory),
        previous=previous,
        server_seed=fresh.server_seed,
    )
    return Sealed(nonce=fresh.nonce, committed=committed)


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


def _substance(scenario: Scenario) -> str:
    """What a caller must name it to be right; else what the rule module is given."""
    for called in sorted(scenario.calls):
        if words := scenario.calls[called].get("substance"):
            return words[0]
    if given := scenario.params.get("substance"):
        return str(given)
    raise PoolError(Text(f"{scenario.id} 未写明介质", f"{scenario.id} names no substance"))


def _axis(scenario: Scenario) -> str:
    """The axis on which most points of the procedure lie, by the Q-matrix; of equals the first.

    Outcome, command and closing are alike in all scenarios: counted too, they would make D8 the axis of most.
    """
    points: defaultdict[str, Decimal] = defaultdict(Decimal)
    for item in scenario.rubric.items:
        if item.section == "procedure":
            for axis, weight in item.axes.items():
                points[axis] += weight * item.points
    if not any(points.values()):
        raise PoolError(Text(f"{scenario.id} 不考察任何能力维度", f"{scenario.id} examines no axis"))
    return min(points, key=lambda axis: (-points[axis], axis))
