"""Sinking: the cylinder that leaks is hoisted into a bath of alkali, which binds what leaks until it is spent.

Only what leaks at the cylinder itself goes with it; a bath without alkali is water on a leak. Once a second.
"""

from dataclasses import replace

from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics.absorber import Absorber, bound_kg
from sim_core.physics.flashing_jet import Given
from sim_core.physics.pressure_vessel import Leak

PERIOD_S = 1.0
ALL = 1.0  # of what bubbles up through alkali is bound: training assumption 训练假设
MOST_KG = 1.0e3


def sink(draft: Draft, rules: PressurisedRelease) -> None:
    """Alkali runs into the bath; the cylinder comes to lie in it once the hoist is right down."""
    incident, bath = rules.incident, draft.hazard.bath
    if bath is None:
        return
    run_in = water.open_share(draft, rules, incident.bath_valve) * incident.bath_fill_kg_s * PERIOD_S
    room = max(incident.bath_full_kg - bath.reagent_kg - bath.taken_kg * incident.reagent_per_kg, 0.0)
    if min(run_in, room) > 0.0:
        draft.hazard = replace(draft.hazard, bath=replace(bath, reagent_kg=bath.reagent_kg + min(run_in, room)))
    if water.open_share(draft, rules, incident.hoist) >= 1.0 and "cylinder_sunk" not in draft.facts:
        _sunk(draft, rules)


def _sunk(draft: Draft, rules: PressurisedRelease) -> None:
    incident, hazard = rules.incident, draft.hazard
    by = draft.devices[rules.site.device_index[incident.hoist]].by
    draft.fact("cylinder_sunk", by=by)
    leaks = tuple(_moved(rules, k) for k in hazard.leaks)
    flows = any(k.id == incident.bath and k.flow_kg_s > 0.0 for k in leaks)
    if flows and hazard.bath is not None and hazard.bath.reagent_kg <= 0.0:
        draft.fact("water_on_leak", by=by)
    draft.hazard = replace(hazard, leaks=leaks)


def _moved(rules: PressurisedRelease, k: Leak) -> Leak:
    """A leak at the cylinder's own valve lies in the bath now; pipework is fed by it no more."""
    if k.vessel != rules.incident.tank:
        return k
    return replace(k, left=0.0) if k.closed_by else replace(k, id=rules.incident.bath)


def bubble(draft: Draft, rules: PressurisedRelease, bath: Absorber, given: Given) -> tuple[float, Given, Absorber]:
    """Share of what leaks in the bath that is bound in this second, what comes up, the bath after it. All of it boils:
    nothing rains down."""
    given = replace(given, vapour_kg_s=given.vapour_kg_s + given.rain_kg_s, rain_kg_s=0.0)
    leaks = given.vapour_kg_s * PERIOD_S
    if leaks <= 0.0:
        return 0.0, given, bath
    per_kg = rules.incident.reagent_per_kg
    kg = bound_kg(leaks, ALL, MOST_KG, bath.reagent_kg, per_kg)
    left = bath.reagent_kg - kg * per_kg
    if bath.taken_kg > 0.0 and left < 1.0e-9:
        draft.fact("bath_spent")
    return kg / leaks, given, Absorber(0.0 if left < 1.0e-9 else left, bath.taken_kg + kg)
