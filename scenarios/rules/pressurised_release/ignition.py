"""Ignition: where the flammable cloud meets something that burns, sparks, runs or is still hot."""

from dataclasses import replace

from scenarios.rules.ground import exposure
from scenarios.rules.ground.meeting import Met
from scenarios.rules.ground.sparks import lit_by
from scenarios.rules.pressurised_release import engines
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics import bst, burning_rate, congestion, train_reading
from sim_core.physics.flash_fire_zone import radius_m, zone
from sim_core.physics.train import EMPTY, VAPOUR, Gas, mixture
from sim_core.physics.train_air import Air
from sim_core.physics.train_reading import Flammable
from sim_core.site import distance_m
from sim_core.world import Hazard

CONGESTION_FREEDOM = 2.5  # flames grow in two and a half dimensions below pipes: BST
HOT_METAL = "hot_metal"
GATHERS_S = 15.0  # so long the vapour gathers before hot metal lights it again: training assumption 训练假设
LEAST_KG = 0.05


def look_for_spark(draft: Draft, rules: PressurisedRelease, met: Met, air: Air, gas: Gas) -> None:
    """Half of LFL at a source that is at work, an engine that runs, or metal still hot beside a leak."""
    if draft.hazard.train.puffs.shape[1] == 0:
        return
    lfl = rules.incident.substance.lfl
    room = rules.incident.room
    shut_in = [room is not None and room.inside(s.x_m, s.y_m) for s in draft.sources]
    outdoors = [0.0 if within else f / lfl for f, within in zip(met.sources, shut_in, strict=True)]
    lit = lit_by(draft, outdoors, [f / lfl for f in met.vehicles])
    ready_s = rules.incident.hot_s - GATHERS_S
    bare = [k for k in draft.hazard.leaks if k.burning_s < 0.0 and k.flow_kg_s > 0.0]
    if lit is None and any(0.0 < k.hot_s <= ready_s for k in bare):
        lit = (HOT_METAL, "")
    if lit is None:
        lit = engines.lit_by_engines(draft, rules)
    if lit is not None:
        _ignite(draft, rules, air, gas, *lit)


def _ignite(draft: Draft, rules: PressurisedRelease, air: Air, gas: Gas, source: str, by: str) -> None:
    """Flash fire over the flammable cloud, blast from its congested part, then fire at every leak and pool."""
    s = rules.incident.substance
    cloud = train_reading.flammable(draft.hazard.train, gas, air, s.lfl, s.ufl)
    draft.fact("ignition", by=by, value=cloud.vapour_kg)
    draft.event("changed", subject=source, detail="ignited")
    energy = _energy_j(draft, rules, cloud, gas, air)
    if energy > 0.0:
        draft.fact("explosion", by=by, value=energy)
    strike(draft, rules, energy)
    hazard = draft.hazard
    vapour_kg = float(hazard.train.puffs[VAPOUR].sum())
    draft.hazard = replace(
        _set_alight(hazard, rules),
        train=EMPTY,
        flashed_kg=hazard.flashed_kg + vapour_kg + hazard.train.dispersed_kg,
        ignited_tick=draft.tick,
    )


def _energy_j(draft: Draft, rules: PressurisedRelease, cloud: Flammable, gas: Gas, air: Air) -> float:
    """Energy of the vapour that burns among pipes and pumps."""
    if cloud.vapour_kg < LEAST_KG:
        return 0.0
    incident = rules.incident
    off = distance_m(cloud.x_m, cloud.y_m, incident.congested_x_m, incident.congested_y_m)
    shared = congestion.overlap_m2(radius_m(cloud.area_m2), incident.congested_radius_m, off)
    if shared <= 0.0:
        return 0.0
    depth = mixture(draft.hazard.train.puffs, gas, air).depth
    height = min(max(float(depth.mean()), 0.1), 50.0)
    within = congestion.share(shared, cloud.area_m2, height, incident.congested_height_m)
    return bst.ground_energy_j(
        max(cloud.vapour_kg * within, 1.0e-3), incident.substance.heat_of_combustion_j_kg
    )


def strike(draft: Draft, rules: PressurisedRelease, energy_j: float) -> None:
    """Flash where the vapour is, blast from the middle of the congested part, on all who are there."""
    incident = rules.incident
    n, lfl = rules.site.species_index[incident.species], incident.substance.lfl
    mach = bst.flame_mach(incident.substance.reactivity, incident.congestion, CONGESTION_FREEDOM)

    def blast(x: float, y: float) -> tuple[float, float]:
        if energy_j <= 0.0:
            return 0.0, 0.0
        far = max(distance_m(x, y, incident.congested_x_m, incident.congested_y_m), 1.0)
        scaled = draft.held(bst.overpressure, "scaled", bst.scaled_distance(energy_j, far))
        pressure = bst.AMBIENT_PA * bst.overpressure(mach, scaled)
        return pressure, 0.5 * pressure * bst.positive_phase_s(mach, scaled, energy_j)

    people = [zone(a[n], lfl) for a in draft.hazard.air_people]
    crowds = [zone(a[n], lfl) for a in draft.hazard.air_crowds]
    exposure.strike(draft, rules, people, crowds, blast)
    engines.flash(draft, rules)


def _set_alight(hazard: Hazard, rules: PressurisedRelease) -> Hazard:
    """The flash runs back: every leak that flows in the open burns, and the pool below the vessel if it can."""
    leaks = tuple(
        replace(k, burning_s=0.0) if k.flow_kg_s > 0.0 and k.burning_s < 0.0 and not rules.in_room(k.id) else k
        for k in hazard.leaks
    )
    fires, n = list(hazard.fires_kw), rules.incident.bund
    if hazard.pools[n].mass_kg > 0.0 and rules.incident.substance.id in burning_rate.POOLS:
        fires[n] = max(fires[n], 1.0)
    return replace(hazard, leaks=leaks, fires_kw=tuple(fires))
