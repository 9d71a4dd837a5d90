"""Absorbing: what the hood draws in and the tower binds, while its fan runs and its liquid lasts."""

from dataclasses import replace

from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics.absorber import Absorber, bound_kg

PERIOD_S = 1.0


def take(
    draft: Draft, rules: PressurisedRelease, absorber: Absorber | None, airborne_kg: float
) -> tuple[float, Absorber | None]:
    """Share of what flies that is bound in this second, and the tower after it."""
    speed = water.open_share(draft, rules, rules.incident.absorber)
    if absorber is None or airborne_kg <= 0.0 or speed <= 0.0:
        return 0.0, absorber
    incident = rules.incident
    most = max(speed * incident.absorb_most_kg_s * PERIOD_S - absorber.now_kg, 0.0)
    kg = bound_kg(airborne_kg, speed * incident.hood_share, most, absorber.reagent_kg, incident.reagent_per_kg)
    left = absorber.reagent_kg - kg * incident.reagent_per_kg
    if kg > 0.0:
        draft.fact("absorbing")
    elif absorber.reagent_kg <= 0.0:
        draft.fact("reagent_spent")
    left = 0.0 if left < 1.0e-9 else left
    return kg / airborne_kg, Absorber(left, absorber.taken_kg + kg, absorber.now_kg + kg)


def begin(absorber: Absorber | None) -> Absorber | None:
    """A new second."""
    return absorber if absorber is None or absorber.now_kg == 0.0 else replace(absorber, now_kg=0.0)
