"""Warning: signs that a heated vessel may burst, and who stays near it all the same. Once a second.

Where nobody should be: nearer than so many radii of the fireball that its content would make.
"""

from dataclasses import replace

from scenarios.rules.pressurised_release.leaking import AMBIENT_PA, pressure_pa
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.physics import fireball
from sim_core.physics.pressure_vessel import VesselState
from sim_core.world import Person

PERIOD_S = 1.0
SHOWS = ("glowing", "bulging")


def pitch_rises(rules: PressurisedRelease, v: VesselState) -> bool:
    """Whether the relief valve passes too little: the pressure goes on rising above its own, and so does the pitch."""
    rising = rules.incident.rising
    over_pa = pressure_pa(rules.incident.substance, v) - AMBIENT_PA
    return v.relief and rising > 0.0 and over_pa >= rising * rules.incident.relief_set_pa


def warn(draft: Draft, rules: PressurisedRelease) -> None:
    """How long each vessel has shown that it may burst; who is kept near it then."""
    if rules.incident.retreat_radii <= 0.0:
        return
    vessels = tuple(_warned(rules, v) for v in draft.hazard.vessels)
    if vessels != draft.hazard.vessels:
        draft.hazard = replace(draft.hazard, vessels=vessels)
        draft.fact("warning_sign")
    for n, v in enumerate(vessels):
        if v.warned_s > rules.incident.retreat_s and v.state != "burst":
            _kept_near(draft, rules, n, v)


def _warned(rules: PressurisedRelease, v: VesselState) -> VesselState:
    shows = v.warned_s > 0.0 or v.state in SHOWS or pitch_rises(rules, v)
    return replace(v, warned_s=v.warned_s + PERIOD_S) if shows and v.state != "burst" else v


def radius_m(rules: PressurisedRelease, v: VesselState) -> float:
    """How far everybody keeps from a vessel that may burst, m."""
    radius = 0.5 * fireball.diameter_m(min(max(v.liquid_kg, 1.0), 1.0e6))
    return max(rules.incident.retreat_radii * radius, rules.incident.retreat_least_m)


def _kept_near(draft: Draft, rules: PressurisedRelease, n: int, v: VesselState) -> None:
    """Somebody stands in the open within that radius; who is on the way out is not to blame."""
    tank, reach = rules.site.tanks[n], radius_m(rules, v)
    for p in draft.people:
        here = rules.site.place.get(p.place)
        inside = here is not None and here.indoors
        if p.state not in ("fit", "hurt") or p.until_tick or inside:
            continue
        if within_m(*position(p, draft.tick), tank.x_m, tank.y_m, reach):
            draft.fact("crew_inside", seat=p.seat, by=_author(p))


def _author(p: Person) -> str:
    return next((job.author for job in p.jobs if job.author), "")
