"""Ignition: the vapour beneath the covers burns from reach to reach as far as it can, and throws the covers off."""

from dataclasses import replace

from scenarios.rules.ground.exposure import strike
from scenarios.rules.pipeline_release.rules import PipelineRelease, culvert_of
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.physics import culvert as laws
from sim_core.physics import enclosure, flash_fire_zone, tnt
from sim_core.site import distance_m

ATMOSPHERE_PA = 101325.0
NEAREST_M = 2.0
LEAST_KG = 1.0e-3


def burning_reaches(rules: PipelineRelease, vapour: tuple[float, ...], lit: int) -> tuple[int, ...]:
    """Reaches through which the flame runs from the one that is lit: all that hang together and can burn."""
    lfl = rules.incident.substance.lfl
    can = [bool(flash_fire_zone.zone(f, lfl)) for f in vapour]
    first = last = lit
    while first > 0 and can[first - 1]:
        first -= 1
    while last < len(vapour) - 1 and can[last + 1]:
        last += 1
    return tuple(range(first, last + 1))


def explode(draft: Draft, rules: PipelineRelease, lit: int, source: str, by: str) -> None:
    """Once: flame and blast along every reach that burns; what stands above it is thrown up."""
    incident, culvert = rules.incident, culvert_of(draft)
    if culvert.burst:
        return
    reaches = burning_reaches(rules, culvert.vapour, lit)
    long_m = incident.length_m(rules.site)
    draft.event("changed", subject=source, detail="ignited")
    draft.fact("ignition", by=by)
    draft.fact("explosion", by=by, value=long_m * len(reaches))
    room = incident.width_m * incident.headroom_m * long_m
    charges = tuple((k, _charge_kg(rules, culvert.vapour[k], room)) for k in reaches)
    points = incident.line_m(rules.site)

    def blast(x: float, y: float) -> tuple[float, float]:
        felt = [(0.0, 0.0)]
        for k, kg in charges:
            if kg > LEAST_KG:
                far = max(distance_m(x, y, *points[k]), NEAREST_M)
                scaled = draft.held(tnt.overpressure_pa, "scaled", tnt.scaled_m_kg13(kg, far))
                near = draft.held(tnt.impulse_pa_s, "scaled", scaled)
                felt.append((tnt.overpressure_pa(scaled), tnt.impulse_pa_s(near, kg)))
        return max(felt)

    strike(
        draft, rules, [_zone(draft, rules, reaches, p.place, *position(p, draft.tick)) for p in draft.people],
        [_zone(draft, rules, reaches, c.place, *position(c, draft.tick)) for c in draft.crowds], blast,
    )  # fmt: skip
    vapour = tuple(0.0 if k in reaches else f for k, f in enumerate(culvert.vapour))
    fires = list(draft.hazard.fires_kw)
    for k in reaches:
        n = incident.kerbs[k]
        fires[n] = 1.0 if draft.hazard.pools[n].mass_kg > 0.0 else 0.0
    draft.hazard = replace(
        draft.hazard, culvert=replace(culvert, vapour=vapour, burst=True), fires_kw=tuple(fires),
        ignited_tick=draft.tick,
    )  # fmt: skip


def _charge_kg(rules: PipelineRelease, fraction: float, room_m3: float) -> float:
    """TNT of the same blast as what burns in one reach."""
    incident, substance = rules.incident, rules.incident.substance
    burns = laws.burns_fraction(fraction, substance.oxygen_mol)
    fuel = enclosure.held_kg(burns, room_m3, substance.kg_mol, incident.ambient_k, ATMOSPHERE_PA)
    return tnt.equivalent_kg(max(fuel, LEAST_KG), substance.heat_of_combustion_j_kg, incident.blast_efficiency)


def _zone(
    draft: Draft, rules: PipelineRelease, reaches: tuple[int, ...], place: str, x_m: float, y_m: float
) -> str:
    """Over a reach that burns one stands in the flame and among the covers."""
    if place and rules.site.place[place].indoors:
        return ""
    k, aside = rules.incident.nearest(rules.site, x_m, y_m)
    return "burns" if k in reaches and aside <= rules.incident.above_m else ""
