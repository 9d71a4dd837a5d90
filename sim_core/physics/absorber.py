"""Absorber: a hood and a tower in which a gas is bound by a liquid that circulates, until the liquid is spent."""

from dataclasses import dataclass

from sim_core.physics.validity import Example, states
from sim_core.text import Text

ALKALI_PER_CHLORINE = 2.0 * 0.039997 / 0.070906  # kg NaOH a kg Cl2: Cl2 + 2 NaOH -> NaCl + NaOCl + H2O
HOOD = Text(
    "集气罩收集份额、吸收塔最大处理量由情景给定；碱液耗尽前吸收完全，可用份额为训练取值",
    "what share a hood catches and how much a tower takes are given by the scenario; all that is drawn in is bound "
    "until the liquid is spent, of which a set share is of use",
)


@dataclass(frozen=True, slots=True)
class Absorber:
    """reagent_kg: what is left that still binds; taken_kg: gas bound since the start; now_kg: in this second."""

    reagent_kg: float
    taken_kg: float = 0.0
    now_kg: float = 0.0


@states(
    "mass balance; stoichiometry of Cl2 + 2 NaOH",
    Example("0.2 kg, hood takes 0.8, tower 0.1 a second", {
        "airborne_kg": 0.2, "hood_share": 0.8, "most_kg": 0.1, "reagent_kg": 100.0, "per_kg": 1.128}, 0.1),
    assumes=HOOD,
    airborne_kg=(0.0, 1.0e4),
    hood_share=(0.0, 1.0),
    most_kg=(0.0, 1.0e3),
    reagent_kg=(0.0, 1.0e6),
    per_kg=(0.01, 100.0),
)  # fmt: skip
def bound_kg(airborne_kg: float, hood_share: float, most_kg: float, reagent_kg: float, per_kg: float) -> float:
    """Gas bound out of what flies, kg. m = min(share x airborne, most, reagent / per_kg)."""
    return min(hood_share * airborne_kg, most_kg, reagent_kg / per_kg)
