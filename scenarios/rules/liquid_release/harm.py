"""Harm: what flash fire and blast do to people and tanks at the moment that the cloud burns."""

from dataclasses import replace

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.people.doing import perform
from sim_core.physics import explosion, exposure, flash_fire
from sim_core.site import distance_m

BLAST_STRENGTH = 6  # inside the tank farm's pipework: training assumption 训练假设


def strike(draft: Draft, rules: LiquidRelease, energy_j: float) -> None:
    """Flash where the vapour was, blast from the middle of the congested part."""
    x, y, _ = rules.incident.congested_m
    lfl = rules.incident.substance.lfl
    for i, p in enumerate(draft.people):
        blast_pa = _blast_pa(energy_j, *position(p, draft.tick), x, y)
        chance = rules.chance.uniform("strike.people", i, draft.tick)
        state = _state(draft.hazard.air_people[i][0] / lfl, "fire_suit" in p.worn, blast_pa, chance)
        if state:
            perform(draft, rules, i, Act("halt"))
            draft.people[i] = replace(draft.people[i], state=state)
            draft.event("harm", subject=p.seat, detail=state, value=1.0)
    for i, c in enumerate(draft.crowds):
        blast_pa = _blast_pa(energy_j, *position(c, draft.tick), x, y)
        chance = rules.chance.uniform("strike.crowds", i, draft.tick)
        state = _state(draft.hazard.air_crowds[i][0] / lfl, False, blast_pa, chance)
        if state and c.number:
            draft.crowds[i] = replace(c, number=0, hurt=c.hurt + c.number)
            draft.event("harm", subject=rules.site.crowds[i].id, detail=state, value=float(c.number))
    for tank in rules.site.tanks:
        damage = explosion.tank_damage(_blast_pa(energy_j, tank.x_m, tank.y_m, x, y, 0.5 * tank.diameter_m))
        if damage:
            draft.event("changed", subject=tank.id, detail=damage)


def _blast_pa(energy_j: float, ax: float, ay: float, bx: float, by: float, least_m: float = 0.0) -> float:
    far = max(distance_m(ax, ay, bx, by), least_m)
    return explosion.overpressure_pa(energy_j, far, BLAST_STRENGTH)


def _state(share_of_lfl: float, fire_suit: bool, blast_pa: float, chance: float) -> str:
    """dead, hurt or "" for someone at this vapour and overpressure. chance: 0..1."""
    survives = 1.0 - flash_fire.death_by_flash(share_of_lfl, fire_suit)
    survives *= 1.0 - exposure.death_by_blast(blast_pa)
    if chance >= survives:
        return "dead"
    hurt = flash_fire.burns(share_of_lfl, fire_suit) or exposure.blast_harm(blast_pa) in ("hurt", "killed")
    return "hurt" if hurt else ""
