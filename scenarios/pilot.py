"""Pilot: many draws of a scenario looked at before it is used: where its strata lie and what is drawn how often."""

from collections import Counter
from dataclasses import dataclass

from scenarios.hidden import Value, draw
from scenarios.model import Scenario
from scenarios.strata import STRATA, difficulty, stratum
from sim_core.chance import drill_keys

DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Pilot:
    """bounds: quintiles of difficulty. shares: of the draws in each stratum as the file bounds them, L1 first."""

    draws: tuple[dict[str, Value], ...]
    difficulties: tuple[float, ...]
    bounds: tuple[float, ...]
    shares: tuple[float, ...]

    def often(self, hidden: str) -> dict[Value, float]:
        """Share of the draws that has each value of a hidden parameter, commonest first."""
        counted = Counter(drawn[hidden] for drawn in self.draws)
        return {value: n / len(self.draws) for value, n in counted.most_common()}


def pilot(scenario: Scenario, number: int = DRAWS) -> Pilot:
    """Draw the seeds 0, 1, 2 ... and sort them by difficulty."""
    draws = tuple(draw(scenario, drill_keys(seed).hidden) for seed in range(number))
    hard = tuple(difficulty(scenario, drawn) for drawn in draws)
    ranked = sorted(hard)
    bounds = tuple(round(ranked[len(ranked) * k // len(STRATA)], 2) for k in STRATA[:-1])
    lie = Counter(stratum(scenario, drawn) for drawn in draws)
    return Pilot(draws, hard, bounds, tuple(lie[k] / number for k in STRATA))
