"""Bursting: walls that weaken, legs that give way, the vessel that bursts hot, and what flies to its neighbour."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import exposure
from scenarios.rules.ground.meeting import Floats
from scenarios.rules.pressurised_release import shapes
from scenarios.rules.pressurised_release.leaking import pressure_pa
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from scenarios.rules.pressurised_release.start import level_m
from sim_core.draft import Draft
from sim_core.physics import fireball, properties, tnt, vessel_burst, wall_strength
from sim_core.physics.pressure_vessel import Ball, VesselState
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S

AMBIENT_PA = 101325.0
GLOWS_K = 823.15  # dull red in the dark
BULGES = 1.6  # margin at which the wall begins to bulge: training assumption 训练假设
LEGS_KEPT = 0.23  # legs give way when steel keeps less than this, at 700 C: training assumption 训练假设
FRAGMENT = 0.5  # chance that a fragment meets the nearest vessel: training assumption 训练假设
FRAGMENT_S = 60  # and so long after it bursts too (San Juan 1984: a minute)
RADIANT = 0.3
NEAREST = 0.7  # below a fireball one is as near as this share of its radius: training assumption 训练假设


def weaken(draft: Draft, rules: PressurisedRelease) -> None:
    """Once a second: strength of every heated shell, and fireballs that burn."""
    for n, v in enumerate(draft.hazard.vessels):
        if v.state != "burst" and max(v.wall_k, v.leg_k) > GLOWS_K - 200.0:
            _weaken(draft, rules, n, v)
    if draft.hazard.balls:
        _balls(draft, rules)


def _weaken(draft: Draft, rules: PressurisedRelease, n: int, v: VesselState) -> None:
    incident = rules.incident
    tank = rules.site.tanks[n]
    over = max(pressure_pa(incident.substance, v) - AMBIENT_PA, 1.0e4)
    stress = wall_strength.hoop_pa(over, tank.diameter_m, incident.wall_m, tank.shape != shapes.BULLET)
    margin = wall_strength.margin(min(v.wall_k, 1500.0), stress)
    if margin <= 1.0 or wall_strength.kept(min(v.leg_k, 1500.0)) < LEGS_KEPT:
        if margin > 1.0:
            draft.fact("legs_gave_way")
        burst(draft, rules, n)
        return
    state = "bulging" if margin <= BULGES else "glowing" if max(v.wall_k, v.leg_k) >= GLOWS_K else v.state
    if state != v.state:
        draft.event("changed", subject=tank.id, detail=state)
        if state == "bulging":
            draft.fact("wall_weak")
        vessels = list(draft.hazard.vessels)
        vessels[n] = replace(v, state=state)
        draft.hazard = replace(draft.hazard, vessels=tuple(vessels))


def burst(draft: Draft, rules: PressurisedRelease, n: int) -> None:
    """The vessel bursts: blast now, fireball for seconds, fragments."""
    incident, tank, hazard = rules.incident, rules.site.tanks[n], draft.hazard
    v = hazard.vessels[n]
    s, mass = incident.substance, min(max(v.liquid_kg, 1.0), 1.0e6)
    draft.fact("bleve", value=mass)
    draft.event("changed", subject=tank.id, detail="burst")
    _blast(draft, rules, n, v)
    until = draft.tick + int(fireball.duration_s(mass) * TICKS_PER_S)
    vessels = list(hazard.vessels)
    vessels[n] = replace(v, liquid_kg=0.0, state="burst", relief=False)
    leaks = tuple(
        replace(k, flow_kg_s=0.0, airborne_kg_s=0.0, burning_s=-1.0) if k.vessel == n else k for k in hazard.leaks
    )
    balls = (*hazard.balls, Ball(tank.x_m, tank.y_m, mass, until))
    draft.hazard = replace(
        draft.hazard, vessels=tuple(vessels), leaks=leaks, balls=balls, ignited_tick=draft.tick,
        spilled_kg=hazard.spilled_kg + v.liquid_kg, evaporated_kg=hazard.evaporated_kg + v.liquid_kg,
        burned_kg=hazard.burned_kg + v.liquid_kg,
    )  # fmt: skip
    assert s.lfl > 0.0
    if rules.chance.uniform("fragment", n, draft.tick) < FRAGMENT:
        draft.fact("fragment_hit")


def _blast(draft: Draft, rules: PressurisedRelease, n: int, v: VesselState) -> None:
    """What expands: the vapour space and what the liquid flashes to."""
    incident, tank = rules.incident, rules.site.tanks[n]
    s, pressure = incident.substance, max(pressure_pa(incident.substance, v), 1.1e5)
    whole = incident.volume_m3(tank)
    liquid = shapes.liquid_m3(incident, tank, level_m(incident, tank, v.liquid_kg, 0.0))
    flashed = v.liquid_kg * vessel_burst.flash_share(
        v.liquid_k, s.boiling_k, s.critical_k, properties.liquid_capacity_j_kg_k(s, s.boiling_k),
        properties.latent_heat_j_kg(s, s.boiling_k),
    )  # fmt: skip
    vapour = flashed / properties.vapour_density_kg_m3(s, v.layer_k, pressure)
    ratio = properties.heat_capacity_ratio(s, v.layer_k)
    energy = vessel_burst.blast_j(vessel_burst.expansion_j(pressure, max(whole - liquid, 0.0) + vapour, ratio))
    charge = max(energy / tnt.BLAST_HEAT_J_KG, 1.0e-3)

    def wave(x: float, y: float) -> tuple[float, float]:
        far = max(distance_m(x, y, tank.x_m, tank.y_m), 0.5 * tank.diameter_m)
        scaled = draft.held(tnt.impulse_pa_s, "scaled", tnt.scaled_m_kg13(charge, far))
        return tnt.overpressure_pa(scaled), tnt.impulse_pa_s(scaled, charge)

    exposure.strike(draft, rules, ["" for _ in draft.people], ["" for _ in draft.crowds], wave)


def _balls(draft: Draft, rules: PressurisedRelease) -> None:
    """The heat of fireballs; once a neighbour was hit, it bursts a minute after the first."""
    incident = rules.incident
    burning = [b for b in draft.hazard.balls if draft.tick < b.until_tick]
    if burning:
        s = incident.substance

        def flux(points_m: Floats) -> Floats:
            found = np.zeros(points_m.shape[0])
            for b in burning:
                power = fireball.emissive_power_kw_m2(b.mass_kg, s.heat_of_combustion_j_kg, RADIANT)
                nearest = NEAREST * 0.5 * fireball.diameter_m(b.mass_kg)
                for k, (x, y) in enumerate(points_m.tolist()):
                    far = min(max(distance_m(x, y, b.x_m, b.y_m), nearest), 1.0e4)
                    found[k] += 1000.0 * fireball.heat_flux_kw_m2(
                        b.mass_kg, far, power, incident.ambient_k, incident.humidity
                    )
            return found

        exposure.radiate(draft, rules, flux)
    _domino(draft, rules)


def _domino(draft: Draft, rules: PressurisedRelease) -> None:
    if "fragment_hit" not in draft.facts or "domino" in draft.facts:
        return
    first = draft.hazard.balls[0]
    began = first.until_tick - int(fireball.duration_s(first.mass_kg) * TICKS_PER_S)
    if draft.tick < began + FRAGMENT_S * TICKS_PER_S:
        return
    whole = [n for n, v in enumerate(draft.hazard.vessels) if v.state != "burst"]
    if whole:
        draft.fact("domino")
        tanks = rules.site.tanks
        burst(draft, rules, min(whole, key=lambda n: distance_m(tanks[n].x_m, tanks[n].y_m, first.x_m, first.y_m)))
