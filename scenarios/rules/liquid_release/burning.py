"""Burning pools, foam on pools, heat on people and on the tanks next door. Once a second."""

from dataclasses import replace
from math import pi, sqrt

import numpy as np

from scenarios.rules.ground import exposure
from scenarios.rules.ground.exposure import Floats
from scenarios.rules.liquid_release import roofs
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import burning_rate, pool_fire, suppression, vessel_fire
from sim_core.physics.pool_fire import PoolFire
from sim_core.physics.vessel_fire import Heated
from sim_core.site import Site

PERIOD_S = 1.0
HUMIDITY = 0.6
HEATED_K = 373.15
SNUFFED = 0.95
LEAST_BURNING_M = 0.5  # a pool narrower than this goes out
CODE_L_MIN_M2 = 6.5  # NFPA 11 monitors on hydrocarbons [R] USFA FP-2011-37
SHELL_M, SHELL_CAPACITY_J_KG_K = 0.008, 2100.0
STANDING_M = 1.5


def spray(draft: Draft, rules: LiquidRelease) -> None:
    """Foam from the monitors that are open, while water and concentrate last; blankets grow, age, burn back."""
    incident, hazard, site = rules.incident, draft.hazard, rules.site
    n = incident.bund
    pool = hazard.pools[n]
    if pool.area_m2 <= 0.0:
        return
    solution = sum(
        incident.monitor_l_min
        for i, d in enumerate(site.devices)
        if d.kind == "monitor"
        and draft.devices[i].state == "open"
        and rules.has_water(draft)
        and _reaches(site, d.place, n, incident.monitor_reach_m)
    )
    wanted_l = suppression.concentrate_l(solution, incident.foam_proportion, PERIOD_S)
    used_l = min(wanted_l, draft.foam_stock_l)
    draft.foam_stock_l -= used_l
    made = used_l / wanted_l if wanted_l > 0.0 else 0.0
    if pool.foam_cover == 0.0 and made == 0.0 and hazard.fires_kw[n] == 0.0:
        return
    holds = suppression.works_on(draft.foam_type, incident.substance.polar)
    rate = draft.held(suppression.cover, "rate_l_min_m2", solution * made / pool.area_m2) if holds else 0.0
    cover = suppression.cover(pool.foam_cover, rate, CODE_L_MIN_M2, hazard.fires_kw[n] > 0.0, PERIOD_S)
    if cover >= 0.5 > pool.foam_cover:
        draft.fact("foam_blanket")
    pools = list(hazard.pools)
    pools[n] = replace(pool, foam_cover=cover)
    draft.hazard = replace(hazard, pools=tuple(pools))


def _reaches(site: Site, place: str, bund: int, reach_m: float) -> bool:
    here = site.place[place]
    return site.bunds[bund].within(here.x_m, here.y_m, reach_m)


def burn(draft: Draft, rules: LiquidRelease) -> None:
    """What burns, in bunds and over the whole surface of tanks, what it heats, whom it hurts."""
    for n, kw in enumerate(draft.hazard.fires_kw):
        if kw > 0.0:
            _burn(draft, rules, n)
    for i, t in enumerate(draft.tanks):
        if t.fire_kw > 0.0:
            _burn_tank(draft, rules, i)


def _burn_tank(draft: Draft, rules: LiquidRelease, i: int) -> None:
    """A tank whose surface burns: its level falls, its flame stands on the rim."""
    incident, tank, t = rules.incident, rules.site.tanks[i], draft.tanks[i]
    flux = burning_rate.flux_kg_m2_s(incident.burning_flux_kg_m2_s, incident.k_beta_1_m, tank.diameter_m)
    now = _fire(draft, rules, flux, tank.diameter_m, tank.rim_m)
    burned = min(flux * tank.area_m2 * PERIOD_S, t.level_m * tank.area_m2 * incident.density_kg_m3)
    level = t.level_m - burned / (tank.area_m2 * incident.density_kg_m3)
    draft.tanks[i] = replace(t, level_m=level, fire_kw=now.heat_release_kw if burned > 0.0 else 0.0)
    draft.hazard = replace(draft.hazard, burned_kg=draft.hazard.burned_kg + burned)
    at = (tank.x_m, tank.y_m)
    _heat_tanks(draft, rules, now, at)
    exposure.radiate(draft, rules, lambda points: _flux(draft, rules, now, at, points, STANDING_M, False))


def _fire(draft: Draft, rules: LiquidRelease, flux_kg_m2_s: float, wide_m: float, base_m: float) -> PoolFire:
    incident = rules.incident
    return pool_fire.pool_fire(
        flux_kg_m2_s, incident.substance.heat_of_combustion_j_kg, wide_m, draft.weather.speed_m_s, incident.smoke_kw_m2,
        incident.radiant_fraction, base_m,
    )  # fmt: skip


def _burn(draft: Draft, rules: LiquidRelease, n: int) -> None:
    incident, hazard = rules.incident, draft.hazard
    pool = hazard.pools[n]
    wide_m = sqrt(4.0 * pool.area_m2 * (1.0 - pool.foam_cover) / pi)
    fires, pools = list(hazard.fires_kw), list(hazard.pools)
    if wide_m < LEAST_BURNING_M or pool.foam_cover >= SNUFFED or pool.mass_kg <= 0.0:
        fires[n] = 0.0
        draft.hazard = replace(hazard, fires_kw=tuple(fires))
        draft.fact("fire_out")
        return
    wide_m = draft.held(pool_fire.pool_fire, "diameter_m", wide_m)
    flux = burning_rate.flux_kg_m2_s(incident.burning_flux_kg_m2_s, incident.k_beta_1_m, wide_m)
    now = _fire(draft, rules, flux, wide_m, 0.0)
    burned = min(flux * 0.25 * pi * wide_m * wide_m * PERIOD_S, pool.mass_kg)
    fires[n] = now.heat_release_kw
    pools[n] = replace(pool, mass_kg=pool.mass_kg - burned)
    draft.hazard = replace(
        hazard, fires_kw=tuple(fires), pools=tuple(pools), burned_kg=hazard.burned_kg + burned
    )
    at, bund = rules.site.bunds[n].middle_m, rules.site.bunds[n].id
    _heat_tanks(draft, rules, now, at)
    exposure.radiate(draft, rules, lambda points: _flux(draft, rules, now, at, points, STANDING_M, False))
    roofs.enter(draft, rules, lambda i: rules.site.tanks[i].bund == bund)


def _flux(
    draft: Draft, rules: LiquidRelease, now: PoolFire, at: tuple[float, float], points: Floats, height_m: float,
    upright: bool,
) -> Floats:
    """Heat at points, W/m2, from a fire at a place: axes turned into the wind."""
    w, (x, y) = draft.weather, at
    along_x, along_y = w.u_m_s / w.speed_m_s, w.v_m_s / w.speed_m_s
    dx, dy = points[:, 0] - x, points[:, 1] - y
    heights = np.full(points.shape[0], height_m)
    found = pool_fire.heat_flux_array(
        now, dx * along_x + dy * along_y, dy * along_x - dx * along_y, heights, rules.incident.ambient_k, HUMIDITY,
        upright,
    )  # fmt: skip
    return found * 1000.0


def _heat_tanks(draft: Draft, rules: LiquidRelease, now: PoolFire, at: tuple[float, float]) -> None:
    """The dry shell of each tank, half way up, on the side that faces the fire."""
    ambient_k = rules.incident.ambient_k
    points = np.array([(t.x_m, t.y_m) for t in rules.site.tanks])
    fluxes = _flux(draft, rules, now, at, points, 0.5 * rules.site.tanks[0].rim_m, True).tolist()
    for i, tank in enumerate(rules.site.tanks):
        t = draft.tanks[i]
        held = max(t.level_m * tank.area_m2 * rules.incident.density_kg_m3, 1.0)
        was = Heated(held, ambient_k, t.wall_k, 0.0)
        flux = draft.held(vessel_fire.advance, "flux_dry_w_m2", fluxes[i])
        wall_k = vessel_fire.advance(
            was, 0.0, flux, 1.0, SHELL_M, SHELL_CAPACITY_J_KG_K, 0.0, 0.0, PERIOD_S, ambient_k
        ).wall_k
        draft.tanks[i] = replace(t, wall_k=wall_k)
        if wall_k >= HEATED_K and i != rules.incident.tank:
            draft.fact("neighbour_heated")
