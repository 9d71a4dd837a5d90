"""Harm: what flash fire and blast do to people and tanks at the moment that the cloud burns."""

from scenarios.rules.ground import exposure
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import bst, damage, flash_fire_zone, multi_energy
from sim_core.site import distance_m

BLAST_STRENGTH = 6.0  # inside the tank farm's pipework: training assumption 训练假设
AMBIENT_PA = 101325.0
LEAST_J = 1.0e6  # less than this breaks nothing


def strike(draft: Draft, rules: LiquidRelease, energy_j: float) -> None:
    """Flash where the vapour was, blast from the middle of the congested part."""
    x, y, _ = rules.incident.congested_m
    lfl, hazard = rules.incident.substance.lfl, draft.hazard

    def blast(at_x: float, at_y: float) -> tuple[float, float]:
        return blast_pa(energy_j, distance_m(at_x, at_y, x, y))

    exposure.strike(
        draft,
        rules,
        [flash_fire_zone.zone(air[0], lfl) for air in hazard.air_people],
        [flash_fire_zone.zone(air[0], lfl) for air in hazard.air_crowds],
        blast,
    )
    for tank in rules.site.tanks:
        far = max(distance_m(tank.x_m, tank.y_m, x, y), 0.5 * tank.diameter_m)
        broken = damage.tank(blast_pa(energy_j, far)[0])
        if broken:
            draft.event("changed", subject=tank.id, detail=broken)


def blast_pa(energy_j: float, far_m: float) -> tuple[float, float]:
    """Peak overpressure (Pa) and impulse (Pa s, triangular pulse) at a distance from the congested part's middle."""
    if energy_j < LEAST_J:
        return 0.0, 0.0
    scaled = max(bst.scaled_distance(energy_j, max(far_m, 1.0)), 1.0e-3)
    pressure = AMBIENT_PA * multi_energy.overpressure(BLAST_STRENGTH, scaled)
    return pressure, 0.5 * pressure * multi_energy.positive_phase_s(BLAST_STRENGTH, scaled, energy_j)
