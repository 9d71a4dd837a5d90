"""Igniting: gas at a spark, slag on what lies below, what the fire does, and how it ends."""

from dataclasses import replace

from scenarios.rules.ground import exposure
from scenarios.rules.ground.meeting import Met
from scenarios.rules.ground.sparks import active, lit_by
from scenarios.rules.special_work import plumes
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.physics import bst, flash_fire_zone, multi_energy
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S

BLAST_STRENGTH = 6.0  # vapour under a roof that tears: training assumption 训练假设
AMBIENT_PA = 101325.0
FEEDS_KG_S = 0.002  # more than this feeds a fire that a hand extinguisher cannot put out: training assumption 训练假设
SPRINGS_M = 10.0  # how far sparks of the work spring, into a drain as well: GB 30871-2022 5.2.9 keeps 10 m clear


def look_for_spark(draft: Draft, rules: SpecialWork, met: Met) -> None:
    """Gas of half its lower limit at something that is at work, or its lower limit standing where sparks spring."""
    work, lfl = work_of(draft), rules.incident.lfl
    if draft.hazard.ignited_tick < 0:
        of_lfl = [max(f / lfl, _standing(draft, rules, n)) for n, f in enumerate(met.sources)]
        lit = lit_by(draft, of_lfl, [f / lfl for f in met.vehicles]) or _at_the_fire(draft, rules)
        if lit is not None:
            _flash(draft, rules, *lit)
            return
    if work.fire_tick >= 0:
        _burn(draft, rules)
    else:
        _slag(draft, rules)


def _at_the_fire(draft: Draft, rules: SpecialWork) -> tuple[str, str] | None:
    """A fire that burns already lights what reaches it."""
    work = work_of(draft)
    if work.fire_tick < 0:
        return None
    here = rules.site.place[work.fire_at]
    met = plumes.fraction(draft, rules, here.x_m, here.y_m)
    return (work.fire_at, work.by) if flash_fire_zone.zone(met, rules.incident.lfl) else None


def _standing(draft: Draft, rules: SpecialWork, n: int) -> float:
    """What stands in the drains and pipes into which sparks of this source spring, over LFL."""
    s = draft.sources[n]
    if not active(s, draft.tick):
        return 0.0
    places = (e.place for e in rules.incident.escapes)
    near = (p.id for p in places if distance_m(s.x_m, s.y_m, p.x_m, p.y_m) < SPRINGS_M)
    return max((0.01 * rules.standing_lel(draft, place) for place in near), default=0.0)


def _flash(draft: Draft, rules: SpecialWork, source: str, by: str) -> None:
    """The gas burns where it stands, and goes on burning at the spark."""
    lfl, hazard = rules.incident.lfl, draft.hazard
    draft.fact("ignition", by=by or work_of(draft).by)
    draft.event("changed", subject=source, detail="ignited")
    exposure.strike(
        draft,
        rules,
        [flash_fire_zone.zone(air[0], lfl) for air in hazard.air_people],
        [flash_fire_zone.zone(air[0], lfl) for air in hazard.air_crowds],
        lambda x, y: (0.0, 0.0),
    )
    draft.hazard = replace(draft.hazard, ignited_tick=draft.tick)
    if work_of(draft).fire_tick < 0:
        light(draft, rules.incident.at.id)


def light(draft: Draft, place: str) -> None:
    """A fire begins at a place."""
    put_work(draft, replace(work_of(draft), fire_tick=draft.tick, fire_at=place, out_tick=-1))
    draft.fact("fire_begun")


def _slag(draft: Draft, rules: SpecialWork) -> None:
    """Sparks that fall on uncovered residue set fire to it."""
    fire, work = rules.incident.fire, work_of(draft)
    if fire is None or not rules.working(draft) or work.out_tick >= 0 or work.worked_s < fire.slag_s > 0.0:
        return
    if fire.slag_s > 0.0 and not rules.is_set(draft, fire.blanket):
        light(draft, rules.incident.at.id)


def fed(draft: Draft, rules: SpecialWork) -> bool:
    """Whether gas still comes out that keeps a fire burning."""
    return any(out.kg_s > FEEDS_KG_S for out in work_of(draft).outflows)


def _burn(draft: Draft, rules: SpecialWork) -> None:
    """It grows out of hand, and may go back into the tank."""
    fire, work = rules.incident.fire, work_of(draft)
    burning_s = (draft.tick - work.fire_tick) / TICKS_PER_S
    if fire is None:
        return
    if burning_s >= fire.spreads_s:
        draft.fact("fire_spread")
    back = bool(fire.back) and not rules.is_set(draft, fire.back)
    if back and burning_s >= fire.back_s and "tank_explosion" not in draft.facts:
        draft.fact("tank_explosion", by=work.by)
        here = rules.site.place[fire.back_to]
        quiet = [""] * len(draft.people), [""] * len(draft.crowds)
        exposure.strike(draft, rules, *quiet, lambda x, y: blast_pa(fire.blast_j, distance_m(x, y, here.x_m, here.y_m)))


def blast_pa(energy_j: float, far_m: float) -> tuple[float, float]:
    """Peak overpressure (Pa) and impulse (Pa s, triangular pulse) so far from a tank whose vapour explodes."""
    scaled = max(bst.scaled_distance(energy_j, max(far_m, 1.0)), 1.0e-3)
    pressure = AMBIENT_PA * multi_energy.overpressure(BLAST_STRENGTH, scaled)
    return pressure, 0.5 * pressure * multi_energy.positive_phase_s(BLAST_STRENGTH, scaled, energy_j)
