"""Shells: heat of all fires on all tanks, what it makes of steel and vapour, warning signs, the fire that jumps."""

from collections.abc import Iterator
from dataclasses import replace
from math import pi, sqrt

import numpy as np

from scenarios.rules.tank_fire import shields
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.water import put
from sim_core.draft import Draft
from sim_core.physics import burning_rate, burning_tank, pool_fire, tank_fire, wall_strength
from sim_core.physics.burning_tank import Blaze
from sim_core.physics.pool_fire import PoolFire
from sim_core.physics.pool_fire import pool_fire as flame_of
from sim_core.site import Tank, distance_m

Burning = tuple[PoolFire, float, float, int]  # flame, middle, tank (-1: the bund)
PERIOD_S = 1.0
EVERY_TICKS = 200  # view factors are worked anew every 10 s: the wind and the pools move slowly
SEES = 0.7  # share of the shell's mean over the whole side that faces the fire: training assumption 训练假设
FULL_FILM_L_MIN_M2 = 2.0  # GB 50160, a neighbour: so much keeps the wet side cool: training assumption 训练假设
HIDDEN_ROOF_M = 1.0  # least height of dry shell
RESEATS = 0.93  # of the pressure at which it sang, the hatch falls silent


def fires(draft: Draft, rules: TankFire) -> Iterator[Burning]:
    """Every surface that burns as a pool: its flame, its middle, and the tank it belongs to (-1: the bund)."""
    incident, w = rules.incident, draft.weather
    hc, burns = incident.liquid.heat_of_combustion_j_kg, incident.burns
    wind = draft.held(flame_of, "wind_m_s", w.speed_m_s)
    for n, (tank, blaze) in enumerate(zip(rules.site.tanks, fires_of(draft).tanks, strict=True)):
        if blaze.fire == "full":
            bare = sqrt(max(1.0 - blaze.covered, 0.05))  # foam narrows what burns
            across = tank.diameter_m * bare
            yield _flame(burns, hc, across, wind, tank.rim_m), tank.x_m, tank.y_m, n
    if draft.hazard.fires_kw[incident.bund] > 0.0:
        pool = draft.hazard.pools[incident.bund]
        across = sqrt(4.0 * pool.area_m2 * max(1.0 - pool.foam_cover, 0.05) / pi)
        x, y = rules.site.bunds[incident.bund].middle_m
        yield _flame(burns, hc, max(across, 0.5), wind, 0.0), x, y, -1


def _flame(burns: burning_rate.Pool, hc: float, across_m: float, wind_m_s: float, base_m: float) -> PoolFire:
    flux = burning_rate.flux_kg_m2_s(burns.flux_kg_m2_s, burns.k_beta_1_m, across_m)
    return flame_of(flux, hc, across_m, wind_m_s, burns.smoke_kw_m2, burns.radiant_fraction, base_m)


def seal_kw(rules: TankFire, tank: Tank, blaze: Blaze) -> float:
    """Heat released by a seal fire."""
    burns = rules.incident.burns
    return (
        1.0e-3
        * burns.flux_kg_m2_s
        * rules.incident.liquid.heat_of_combustion_j_kg
        * max(rules.incident.ring_m2(tank) * blaze.share * (1.0 - blaze.covered), 0.01)
    )


def radiate(draft: Draft, rules: TankFire) -> None:
    """Heat on every shell, every five seconds."""
    if draft.tick % EVERY_TICKS:
        return
    incident, site, now = rules.incident, rules.site, fires_of(draft)
    heat = [0.0] * len(site.tanks)
    walls = shields.walls(draft, rules)
    w = draft.weather
    ux, uy = (w.u_m_s / w.speed_m_s, w.v_m_s / w.speed_m_s) if w.speed_m_s > 0.1 else (1.0, 0.0)
    full = [i for i in range(len(site.tanks)) if draft.tanks[i].level_m > 0.0]  # an empty one is not looked after
    for fire, x, y, own in fires(draft, rules):
        others = [i for i in full if i != own]
        for i, greatest in zip(others, _facing(rules, fire, x, y, ux, uy, others), strict=True):
            tank = site.tanks[i]
            gap = distance_m(tank.x_m, tank.y_m, x, y) - 0.5 * tank.diameter_m
            engulfed = own < 0 and gap <= fire.flame.across_m  # the pool reaches its foot: half of it is in flames
            past = shields.passes(rules, walls, x, y, shields.heights_of(fire.flame), tank)
            heat[i] += 0.5 * burning_tank.own_flux_kw_m2("full") if engulfed else SEES * greatest * past
    for n, blaze in enumerate(now.tanks):
        if blaze.fire != "rim":
            continue
        for i in full:
            tank = site.tanks[i]
            if i != n:
                far = distance_m(tank.x_m, tank.y_m, site.tanks[n].x_m, site.tanks[n].y_m) - 0.5 * tank.diameter_m
                lit = site.tanks[n]
                past = shields.passes(rules, walls, lit.x_m, lit.y_m, (lit.rim_m,), tank)
                heat[i] += past * tank_fire.seal_heat_kw_m2(
                    seal_kw(rules, site.tanks[n], blaze), incident.burns.radiant_fraction, max(far, 1.0),
                    incident.size.ambient_k, incident.size.humidity,
                )  # fmt: skip
    draft.hazard = replace(draft.hazard, tank_fires=replace(now, heat_kw_m2=tuple(heat)))


def _facing(rules: TankFire, fire: PoolFire, x: float, y: float, ux: float, uy: float, tanks: list[int]) -> list[float]:
    """The greatest heat on the line of each shell that faces a fire: `tank_fire.shell_heat` for all at once."""
    along, cross, up = [], [], []
    for i in tanks:
        tank = rules.site.tanks[i]
        dx, dy = tank.x_m - x, tank.y_m - y
        away = max(sqrt(dx * dx + dy * dy), 2.0)
        near = max(away - 0.5 * tank.diameter_m, 0.0) / away
        for k in range(tank_fire.LEVELS):
            along.append((dx * ux + dy * uy) * near)
            cross.append((dy * ux - dx * uy) * near)
            up.append(tank.rim_m * (k + 0.5) / tank_fire.LEVELS)
    incident = rules.incident
    heat = pool_fire.heat_flux_array(
        fire,
        np.array(along),
        np.array(cross),
        np.array(up),
        incident.size.ambient_k,
        incident.size.humidity,
        upright=True,
    )
    found: list[float] = heat.reshape(len(tanks), tank_fire.LEVELS).max(axis=1).tolist()
    return found


def warm(draft: Draft, rules: TankFire) -> None:
    """Every shell's second: steel, the layer of liquid that it warms, the vapour above."""
    for n, tank in enumerate(rules.site.tanks):
        if draft.tanks[n].level_m > 0.0:
            _warm(draft, rules, n, tank)
    _sign(draft, rules)


def _warm(draft: Draft, rules: TankFire, n: int, tank: Tank) -> None:
    size, now, t = rules.incident.size, fires_of(draft), draft.tanks[n]
    blaze, outside = now.tanks[n], now.heat_kw_m2[n]
    level = min(t.level_m, tank.rim_m - HIDDEN_ROOF_M)
    half = 0.5 * pi * tank.diameter_m
    flux = burning_tank.own_flux_kw_m2(blaze.fire) * (1.0 - blaze.covered) + outside
    layer = size.layer_m * tank.area_m2 * rules.incident.density_kg_m3
    rate = min(now.applied_l_min_m2[n], 60.0)
    into_kw = 0.0 if blaze.fire else outside * half * level * max(1.0 - rate / FULL_FILM_L_MIN_M2, 0.0)
    wall_k, layer_k = burning_tank.shell_after(
        t.wall_k, blaze.layer_k, burning_tank.STILL_KG if blaze.fire else layer, half * (tank.rim_m - level),
        draft.held(burning_tank.shell_after, "flux_kw_m2", flux), into_kw, rate, size.thickness_m, size.ambient_k,
        PERIOD_S,
    )  # fmt: skip
    layer_k = min(layer_k, rules.incident.liquid.boiling_k)  # above it boils and vents
    draft.tanks[n] = replace(t, wall_k=wall_k)
    closed = not blaze.hatch and not blaze.fire
    pressure, held = _sealed(rules, tank, level, wall_k, layer_k, blaze.held) if closed else (0.0, 1.0)
    put(draft, n, replace(blaze, layer_k=layer_k, pressure_pa=pressure, held=held))
    if blaze.fire:
        _hold(draft, rules, n, wall_k)
    elif not blaze.was:
        _jump(draft, rules, n, wall_k, pressure)


def _sealed(
    rules: TankFire, tank: Tank, level_m: float, wall_k: float, layer_k: float, held: float
) -> tuple[float, float]:
    """Overpressure and gas of a vapour space that can only breathe in. Its gas is as warm as what it touches on the
    side of the fire: dry shell, and the half of the liquid's surface."""
    size = rules.incident.size
    dry_m2, wet_m2 = 0.5 * pi * tank.diameter_m * (tank.rim_m - level_m), 0.5 * tank.area_m2
    gas_k = (wall_k * dry_m2 + layer_k * wet_m2) / (dry_m2 + wet_m2)
    room = (tank.rim_m - level_m) / (tank.rim_m - size.neighbour_level_m)
    held = burning_tank.breathed_in(gas_k, size.ambient_k, room, held)
    return burning_tank.sealed_pa(gas_k, size.ambient_k, room, held), held


def _hold(draft: Draft, rules: TankFire, n: int, wall_k: float) -> None:
    """A burning tank's shell folds once hot steel keeps too little of its strength."""
    blaze = fires_of(draft).tanks[n]
    kept = wall_strength.kept(draft.held(wall_strength.kept, "wall_k", wall_k))
    if blaze.sound and blaze.fire == "full" and kept < rules.incident.size.buckles_at:
        draft.fact("shell_buckled")
        draft.event("changed", subject=rules.site.tanks[n].id, detail="buckled")
        tank = rules.site.tanks[n]
        fold_m = max(rules.incident.size.fold_m, tank.rim_m - draft.tanks[n].level_m)  # all that is dry comes down
        put(draft, n, replace(blaze, sound=False, fold_m=fold_m))


def _jump(draft: Draft, rules: TankFire, n: int, wall_k: float, pressure_pa: float) -> None:
    """A tank catches fire: its dry shell lights the vapour if there is oxygen enough, or a vapour space that cannot
    breathe tears open."""
    blaze, tank = fires_of(draft).tanks[n], rules.site.tanks[n]
    torn = pressure_pa >= rules.incident.size.seam_pa
    breathes = draft.tanks[n].roof_o2 >= rules.incident.size.least_o2
    if not torn and (wall_k < rules.incident.size.lights_k or not breathes):
        return
    if torn:
        draft.fact("roof_torn")
    draft.fact("tank_lit" if n == rules.incident.tank else "neighbour_lit")
    draft.event("changed", subject=tank.id, detail="ignited")
    put(draft, n, replace(blaze, fire="full", was="full", pressure_pa=0.0, hatch=True))


def _sign(draft: Draft, rules: TankFire) -> None:
    """Since when a warning sign stands: a shell that glows, a hatch that screams."""
    now = fires_of(draft)
    signs = any(glows(draft, rules, n) or screams(draft, rules, n) for n in range(len(now.tanks)))
    tick = now.sign_tick
    if signs and tick < 0:
        draft.fact("warning_sign")
        draft.hazard = replace(draft.hazard, tank_fires=replace(now, sign_tick=draft.tick))
    elif not signs and tick >= 0:
        draft.hazard = replace(draft.hazard, tank_fires=replace(now, sign_tick=-1))


def glows(draft: Draft, rules: TankFire, n: int) -> bool:
    """Whether a burning tank's shell can be seen to glow."""
    return bool(fires_of(draft).tanks[n].fire) and draft.tanks[n].wall_k >= rules.incident.size.glows_k


def screams(draft: Draft, rules: TankFire, n: int) -> bool:
    """Whether a jammed hatch whistles: from its set pressure until it has fallen a little below."""
    now = fires_of(draft)
    least = rules.incident.size.hatch_pa * (RESEATS if now.sign_tick >= 0 else 1.0)
    return now.tanks[n].pressure_pa >= least
