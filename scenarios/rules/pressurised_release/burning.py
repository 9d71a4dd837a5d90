"""Burning: jet fires and the pool fire below, what they do to people, shells and legs. Once a second."""

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from scenarios.rules.ground import exposure
from scenarios.rules.ground.meeting import Floats
from scenarios.rules.pressurised_release import shapes, water
from scenarios.rules.pressurised_release.cloud import DIRECTIONS
from scenarios.rules.pressurised_release.leaking import DOWN, UP, pressure_pa
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from scenarios.rules.pressurised_release.start import level_m
from sim_core.draft import Draft
from sim_core.physics import burning_rate, jet_fire, pool_fire, properties, relief, vessel_fire
from sim_core.physics.jet_fire import JetFire
from sim_core.physics.pool_fire import PoolFire
from sim_core.physics.pressure_vessel import Leak, VesselState, covered_share, layer_kg, leg_after_k
from sim_core.physics.vessel_fire import Heated
from sim_core.site import Tank, distance_m

PERIOD_S = 1.0
WATER_K = 293.15
EVAPORATED = 0.5  # of the film: training assumption 训练假设
LEG_M = 2.0  # how high the lowest point of a sphere stands: training assumption 训练假设
LEG_OFF = 0.45  # legs stand at so much of the diameter from the middle
HOT_AFTER_S = 60.0
COMPRESSIBILITY = 0.8
DEGREES = 57.29577951308232
UNSEEN_M = 1.0e4  # what is in the flame itself is not radiated upon from afar
MOST_W_M2 = 3.5e5
BARE_K = 573.15  # from here on nobody can say that the vessel was cooled


@dataclass(frozen=True, slots=True)
class Flame:
    """A jet fire from a hole. axis: unit vector on the ground, (0, 0) = upright or flat on the ground. hits_w_m2: what
    it gives to a wall that it strikes."""

    fire: JetFire
    x_m: float
    y_m: float
    axis_x: float
    axis_y: float
    hits_w_m2: float


def burn(draft: Draft, rules: PressurisedRelease) -> None:
    """Every fire of this second, and all that it heats. What cools, cools."""
    if not rules.incident.burns:
        return
    hazard = draft.hazard
    leaks = tuple(_aged(rules, k) for k in hazard.leaks)
    if leaks != hazard.leaks:
        draft.hazard = replace(hazard, leaks=leaks)
    pool = _burn_pool(draft, rules)
    flames = [_flame(draft, rules, k) for k in draft.hazard.leaks if k.burning_s >= 0.0 and k.airborne_kg_s > 0.0]
    if flames or pool is not None:
        flux = _flux_of(draft, rules, flames, pool)
        exposure.radiate(draft, rules, flux)
    elif all(v.wall_k == v.layer_k and v.leg_k == v.wall_k for v in draft.hazard.vessels):
        return
    _heat_vessels(draft, rules, flames, pool)


def _aged(rules: PressurisedRelease, k: Leak) -> Leak:
    """A fire grows older; one without gas goes out; metal that burned for a minute stays hot for a while."""
    hot = rules.incident.hot_s
    if k.burning_s >= 0.0:
        if k.flow_kg_s <= 0.0:
            return replace(k, burning_s=-1.0, hot_s=0.0)
        return replace(k, burning_s=k.burning_s + PERIOD_S, hot_s=hot if k.burning_s >= HOT_AFTER_S else 0.0)
    return replace(k, hot_s=max(k.hot_s - PERIOD_S, 0.0)) if k.hot_s else k


def _burn_pool(draft: Draft, rules: PressurisedRelease) -> PoolFire | None:
    hazard, incident = draft.hazard, rules.incident
    n = incident.bund
    if hazard.fires_kw[n] <= 0.0:
        return None
    pool, fires, pools = hazard.pools[n], list(hazard.fires_kw), list(hazard.pools)
    wide = sqrt(4.0 * pool.area_m2 / 3.141592653589793)
    if pool.mass_kg <= 0.0 or wide < 0.5:
        fires[n] = 0.0
        still = any(k.burning_s >= 0.0 for k in hazard.leaks)
        pools[n] = replace(pool, mass_kg=0.0, area_m2=0.0) if still else pool
        gone = pool.mass_kg if still else 0.0
        draft.hazard = replace(
            hazard, fires_kw=tuple(fires), pools=tuple(pools), burned_kg=hazard.burned_kg + gone,
            evaporated_kg=hazard.evaporated_kg + gone,
        )  # fmt: skip
        return None
    kind = burning_rate.POOLS[incident.substance.id]
    rate = burning_rate.flux_kg_m2_s(kind.flux_kg_m2_s, kind.k_beta_1_m, wide)
    s = incident.substance
    fire = pool_fire.pool_fire(
        rate, s.heat_of_combustion_j_kg, min(wide, 200.0), min(draft.weather.speed_m_s, 25.0), kind.smoke_kw_m2,
        kind.radiant_fraction,
    )  # fmt: skip
    burned = min(rate * pool.area_m2 * PERIOD_S, pool.mass_kg)
    fires[n] = fire.heat_release_kw
    pools[n] = replace(pool, mass_kg=pool.mass_kg - burned)
    draft.hazard = replace(
        hazard, fires_kw=tuple(fires), pools=tuple(pools), burned_kg=hazard.burned_kg + burned,
        evaporated_kg=hazard.evaporated_kg + burned,
    )  # fmt: skip
    draft.fact("pool_fire")
    return fire


def _flame(draft: Draft, rules: PressurisedRelease, k: Leak) -> Flame:
    """A burning jet. A jet of liquid burns as one of its gas: training assumption 训练假设."""
    s, w = rules.incident.substance, draft.weather
    place = rules.site.place[k.id]
    dx, dy = DIRECTIONS.get(k.points, (0.0, 0.0))
    speed = min(w.speed_m_s, 25.0)
    cosine = (dx * w.u_m_s + dy * w.v_m_s) / max(w.speed_m_s, 1.0e-6)
    angle = 90.0 * (1.0 - max(cosine, 0.0)) if k.points not in (UP, DOWN) else 90.0
    v = draft.hazard.vessels[k.vessel]
    ratio = properties.heat_capacity_ratio(s, v.liquid_k)
    velocity = jet_fire.jet_velocity_m_s(max(pressure_pa(s, v), 1.05e5), v.liquid_k, ratio, s.kg_mol)
    fire = jet_fire.jet_fire(
        draft.held(jet_fire.jet_fire, "mass_flow_kg_s", k.airborne_kg_s), velocity, speed, angle, s.kg_mol,
        s.oxygen_mol, s.heat_of_combustion_j_kg,
    )  # fmt: skip
    hits = k.strikes_kw_m2 or rules.incident.impinged_kw_m2
    return Flame(fire, place.x_m, place.y_m, dx, dy, 1000.0 * hits)


def _flux_of(
    draft: Draft, rules: PressurisedRelease, flames: list[Flame], pool: PoolFire | None
) -> exposure.Flux:
    incident, w = rules.incident, draft.weather

    def flux(points_m: Floats) -> Floats:
        total = np.zeros(points_m.shape[0])
        for f in flames:
            dx, dy = points_m[:, 0] - f.x_m, points_m[:, 1] - f.y_m
            along = dx * f.axis_x + dy * f.axis_y
            off = np.sqrt(np.maximum(dx * dx + dy * dy - along * along, 0.0))
            total = total + jet_fire.heat_flux_array(f.fire, along, off, incident.ambient_k, incident.humidity)
        if pool is not None:
            x, y = rules.centre_m
            ux, uy = w.u_m_s / max(w.speed_m_s, 1.0e-6), w.v_m_s / max(w.speed_m_s, 1.0e-6)
            dx, dy = points_m[:, 0] - x, points_m[:, 1] - y
            down, cross = dx * ux + dy * uy, dy * ux - dx * uy
            high = np.full(points_m.shape[0], 1.5)
            total = total + pool_fire.heat_flux_array(pool, down, cross, high, incident.ambient_k, incident.humidity)
        return total * 1000.0

    return flux


def _heat_vessels(
    draft: Draft, rules: PressurisedRelease, flames: list[Flame], pool: PoolFire | None
) -> None:
    vessels = list(draft.hazard.vessels)
    dry, legs, covered = _on_vessels(rules, flames, pool)
    for n, tank in enumerate(rules.site.tanks):
        v = vessels[n]
        if v.state != "burst" and v.gas_pa == 0.0:
            vessels[n] = _heated(draft, rules, n, tank, v, min(dry[n], MOST_W_M2), min(legs[n], MOST_W_M2), covered[n])
    draft.hazard = replace(draft.hazard, vessels=tuple(vessels))


def _on_vessels(
    rules: PressurisedRelease, flames: list[Flame], pool: PoolFire | None
) -> tuple[list[float], list[float], list[float]]:
    """For each vessel: heat on its dry wall and on its legs, W/m2, and the share of its wetted wall in flames."""
    tanks = rules.site.tanks
    dry, legs, covered = ([0.0] * len(tanks) for _ in range(3))
    for f in flames:
        _jet_on_vessels(rules, f, dry, legs, covered)
    if pool is not None:
        _pool_on_vessels(rules, pool, dry, legs)
        own = rules.incident.tank
        face = shapes.face_m(rules.incident, tanks[own])
        covered[own] = max(covered[own], min(pool.flame.across_m / (0.5 * face), 1.0))
    return dry, legs, covered


def _jet_on_vessels(
    rules: PressurisedRelease, f: Flame, dry: list[float], legs: list[float], covered: list[float]
) -> None:
    """A flame under its own vessel washes up the wall; a neighbour is hit that lies in its way and reach."""
    hit_w_m2, reach, incident = f.hits_w_m2, f.fire.length_m, rules.incident
    upright = f.axis_x == 0.0 and f.axis_y == 0.0
    points = []
    for n, tank in enumerate(rules.site.tanks):
        radius = 0.5 * tank.diameter_m
        wide, deep = shapes.half_m(incident, tank, f.axis_x, f.axis_y)
        far = distance_m(f.x_m, f.y_m, tank.x_m, tank.y_m)
        along = (tank.x_m - f.x_m) * f.axis_x + (tank.y_m - f.y_m) * f.axis_y
        off = sqrt(max(far * far - along * along, 0.0))
        own = shapes.over(incident, tank, f.x_m, f.y_m)
        if own:
            hits_dry, hits_legs = upright and reach >= LEG_M + radius, reach >= LEG_OFF * tank.diameter_m
            longest = reach
            points += [(radius, LEG_M + radius), (0.0, LEG_OFF * radius)]
        else:
            hits_dry = hits_legs = along > 0.0 and off <= wide and reach >= far - deep
            longest = reach - far + deep
            points += [(along, max(off - wide, 1.0))] * 2
        dry[n] += hit_w_m2 if hits_dry else 0.0
        legs[n] += hit_w_m2 if hits_legs else 0.0
        if own or hits_dry:
            face = shapes.face_m(incident, tank)
            covered[n] = max(covered[n], covered_share(min(longest, 500.0), f.fire.width_m, face))
        points[-2] = (points[-2][0], UNSEEN_M) if hits_dry else points[-2]
        points[-1] = (points[-1][0], UNSEEN_M) if hits_legs else points[-1]
    at = np.array(points)
    there = jet_fire.heat_flux_array(f.fire, at[:, 0], at[:, 1], rules.incident.ambient_k, rules.incident.humidity)
    for k, kw in enumerate(there.tolist()):
        if at[k, 1] < UNSEEN_M:
            (legs if k % 2 else dry)[k // 2] += 1000.0 * kw


def _pool_on_vessels(rules: PressurisedRelease, pool: PoolFire, dry: list[float], legs: list[float]) -> None:
    x, y = rules.centre_m
    far, high = [], []
    for tank in rules.site.tanks:
        radius = 0.5 * tank.diameter_m
        far += [max(distance_m(x, y, tank.x_m, tank.y_m) - radius, 0.0)] * 2
        high += [LEG_M + 1.5 * radius, 1.0]
    there = pool_fire.heat_flux_array(
        pool, np.array(far), np.zeros(len(far)), np.array(high), rules.incident.ambient_k, rules.incident.humidity
    )
    for k, kw in enumerate(there.tolist()):
        (legs if k % 2 else dry)[k // 2] += 1000.0 * kw


def _heated(
    draft: Draft, rules: PressurisedRelease, n: int, tank: Tank, v: VesselState, dry: float, legs: float,
    covered: float,
) -> VesselState:  # fmt: skip
    """A vessel a second later: film on the wall, warm layer, relief valve, legs."""
    incident = rules.incident
    s, rate = incident.substance, water.on_vessel_l_min_m2(draft, rules, n, covered > 0.0)
    film_dry = vessel_fire.film_removes_w_m2(min(rate, 60.0), WATER_K, EVAPORATED, dry)
    film_legs = vessel_fire.film_removes_w_m2(min(rate, 60.0), WATER_K, EVAPORATED, legs)
    level = min(level_m(incident, tank, v.liquid_kg, v.water_m3), tank.diameter_m)
    wetted = max(shapes.wetted_m2(incident, tank, level), 0.1)
    whole = shapes.wall_m2(incident, tank)
    fire_w = covered * vessel_fire.fire_heat_w(min(wetted, 2000.0), 1.0, True)
    into = fire_w * (1.0 - (film_dry / dry if dry > 0.0 else 0.0))
    pressure = pressure_pa(s, v)
    is_open = relief.is_open(min(pressure, 2.0e7), incident.relief_set_pa, v.relief)
    if is_open and not v.relief:
        draft.fact("relief_opened")
    vented = _vented_kg(rules, v, pressure) if is_open else 0.0
    layer = layer_kg(v.liquid_kg, incident.layer_share)
    latent = properties.latent_heat_j_kg(s, min(v.layer_k, s.critical_k - 5.0))
    was = Heated(layer, v.layer_k, v.wall_k, 0.0)
    after = vessel_fire.advance(
        was, into, max(dry - film_dry, 0.0), max(whole - wetted, 0.0), incident.wall_m,
        properties.liquid_capacity_j_kg_k(s, min(v.layer_k, s.liquid_k[1])), min(vented, 0.5 * layer), latent, PERIOD_S,
        incident.ambient_k,
    )  # fmt: skip
    leg_k = leg_after_k(v.leg_k, max(legs - film_legs, 0.0), incident.leg_m, incident.ambient_k, PERIOD_S)
    if rate <= 0.0 and max(after.wall_k, leg_k) >= BARE_K:
        draft.fact("vessel_uncooled")
    if n != incident.tank and max(after.wall_k, leg_k) >= 373.15:
        draft.fact("neighbour_heated")
    return replace(
        v, liquid_kg=max(v.liquid_kg - vented, 1.0), layer_k=min(after.liquid_k, s.liquid_k[1]), wall_k=after.wall_k,
        leg_k=leg_k, relief=is_open,
    )  # fmt: skip


def _vented_kg(rules: PressurisedRelease, v: VesselState, pressure: float) -> float:
    s = rules.incident.substance
    ratio = properties.heat_capacity_ratio(s, min(v.layer_k, 450.0))
    return PERIOD_S * relief.flow_kg_s(
        rules.incident.relief_m2 * v.relief_share, v.layer_k, COMPRESSIBILITY, s.kg_mol, ratio, pressure
    )
