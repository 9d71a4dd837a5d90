"""Burning pools, foam on pools, heat on people and on the tanks next door. Once a second."""

from dataclasses import replace

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.people.doing import perform
from sim_core.physics import exposure, fire
from sim_core.physics import foam as foams
from sim_core.physics.fire import Fire
from sim_core.site import Site, distance_m

PERIOD_S = 1.0
HUMIDITY = 0.6
HEATED_K = 373.15
HURT, DEAD = 0.01, 0.5
SNUFFED = 0.95


def spray(draft: Draft, rules: LiquidRelease) -> None:
    """Foam from the monitors that are open, as long as there is concentrate; blankets grow, age, burn back."""
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
        and _reaches(site, d.place, n, incident.monitor_reach_m)
    )
    draft.foam_stock_l, made = foams.use_concentrate(
        draft.foam_stock_l, solution, incident.foam_proportion, PERIOD_S
    )
    if pool.foam_cover == 0.0 and made * solution == 0.0 and hazard.fires_kw[n] == 0.0:
        return
    rate = foams.rate_l_min_m2(solution * made, pool.area_m2)
    works = foams.works_on(incident.substance, draft.foam_type)
    cover = foams.cover(pool.foam_cover, rate, works, hazard.fires_kw[n] > 0.0, PERIOD_S)
    if cover >= 0.5 > pool.foam_cover:
        draft.fact("foam_blanket")
    pools = list(hazard.pools)
    pools[n] = replace(pool, foam_cover=cover)
    draft.hazard = replace(hazard, pools=tuple(pools))


def _reaches(site: Site, place: str, bund: int, reach_m: float) -> bool:
    here = site.place[place]
    return site.bunds[bund].within(here.x_m, here.y_m, reach_m)


def burn(draft: Draft, rules: LiquidRelease) -> None:
    """What burns, what it heats, whom it hurts."""
    for n, kw in enumerate(draft.hazard.fires_kw):
        if kw > 0.0:
            _burn(draft, rules, n)


def _burn(draft: Draft, rules: LiquidRelease, n: int) -> None:
    incident, hazard = rules.incident, draft.hazard
    pool = hazard.pools[n]
    now = fire.pool_fire(
        incident.substance, pool.area_m2, pool.foam_cover, draft.weather.speed_m_s, incident.ambient_k
    )
    out = now is None or pool.foam_cover >= SNUFFED or pool.mass_kg <= 0.0
    fires, pools = list(hazard.fires_kw), list(hazard.pools)
    burned = 0.0 if now is None or out else min(now.burning_kg_s * PERIOD_S, pool.mass_kg)
    fires[n] = 0.0 if now is None or out else now.heat_release_w / 1000.0
    pools[n] = replace(pool, mass_kg=pool.mass_kg - burned)
    draft.hazard = replace(
        hazard, fires_kw=tuple(fires), pools=tuple(pools), burned_kg=hazard.burned_kg + burned
    )
    if now is None or out:
        draft.fact("fire_out")
        return
    x, y = rules.site.bunds[n].middle_m
    _heat_tanks(draft, rules, now, x, y)
    _heat_people(draft, rules, now, x, y)


def _flux(rules: LiquidRelease, now: Fire, x: float, y: float, to_x: float, to_y: float) -> float:
    far = distance_m(x, y, to_x, to_y)
    return fire.radiant_flux_w_m2(rules.incident.substance, now, far, HUMIDITY, rules.incident.ambient_k)


def _heat_tanks(draft: Draft, rules: LiquidRelease, now: Fire, x: float, y: float) -> None:
    for i, tank in enumerate(rules.site.tanks):
        flux = _flux(rules, now, x, y, tank.x_m, tank.y_m)
        t = draft.tanks[i]
        wall_k = fire.heat_wall(t.wall_k, flux, False, 0.0, rules.incident.ambient_k, PERIOD_S)
        draft.tanks[i] = replace(t, wall_k=wall_k)
        if wall_k >= HEATED_K and i != rules.incident.tank:
            draft.fact("neighbour_heated")


def _heat_people(draft: Draft, rules: LiquidRelease, now: Fire, x: float, y: float) -> None:
    for i, p in enumerate(draft.people):
        if p.state not in ("fit", "hurt") or (p.place and rules.site.place[p.place].indoors):
            continue
        px, py = position(p, draft.tick)
        dose = p.dose + exposure.thermal_dose(_flux(rules, now, x, y, px, py), PERIOD_S)
        risk = exposure.death_by_heat(dose)
        state = "down" if risk >= DEAD else "hurt" if risk >= HURT else p.state
        if state != p.state:
            draft.event("harm", subject=p.seat, detail=state, value=1.0)
        if state == "down":
            perform(draft, rules, i, Act("halt"))
        draft.people[i] = replace(draft.people[i], dose=dose, state=state)
    for i, c in enumerate(draft.crowds):
        if c.number == 0 or (c.place and rules.site.place[c.place].indoors):
            continue
        cx, cy = position(c, draft.tick)
        dose = c.dose + exposure.thermal_dose(_flux(rules, now, x, y, cx, cy), PERIOD_S)
        if exposure.death_by_heat(dose) >= HURT:
            draft.event("harm", subject=rules.site.crowds[i].id, detail="hurt", value=float(c.number))
            draft.crowds[i] = replace(c, dose=dose, hurt=c.hurt + c.number, number=0)
        else:
            draft.crowds[i] = replace(c, dose=dose)
