"""Flames: what burns in tanks and bund, what feeds it, what foam does to it. Once a second; mass is kept."""

from dataclasses import replace
from math import pi, sqrt

from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.water import demand_l_min, put
from sim_core.draft import Draft
from sim_core.physics import burning_rate, burning_tank, suppression
from sim_core.physics.burning_tank import Blaze
from sim_core.site import Tank
from sim_core.world import TICKS_PER_S

PERIOD_S = 1.0
SHARP_EDGE, GRAVITY_M_S2 = 0.62, 9.81
LEAST_KG = 20.0  # less than this burns in spots, not as a pool: training assumption 训练假设
OUT = 0.95  # covered so far, a fire is out
WATCHED_S = 600.0
THROWN = 0.5  # of what a monitor throws at a tank falls onto it (API RP 2021: losses); training assumption 训练假设
SPOT_BARE = 0.5
METAL_K, HEATS_S, COOLS_S = 900.0, 300.0, 900.0  # metal in the flame: training assumption 训练假设


def burn(draft: Draft, rules: TankFire) -> None:
    """Foam, then what burns away, then what runs over and leaks out."""
    foam_l_min = _proportion(draft, rules)
    for n, tank in enumerate(rules.site.tanks):
        blaze = fires_of(draft).tanks[n]
        if blaze.fire or blaze.was:
            reached = foam_l_min if n == rules.incident.tank else {}
            _tank(draft, rules, n, tank, reached.get("tank", 0.0), reached.get("thrown", 0.0))
    _feed(draft, rules)
    _bund(draft, rules, foam_l_min.get("bund", 0.0))


def _proportion(draft: Draft, rules: TankFire) -> dict[str, float]:
    """Solution that reaches tank and bund this second, as long as there is concentrate. Lost risers throw it away."""
    incident, fires = rules.incident, fires_of(draft)
    asked = demand_l_min(draft, rules)
    share = burning_tank.shared(incident.size.main_l_min * fires.main_share, sum(asked))
    to_tank = to_bund = 0.0
    lies = draft.hazard.pools[incident.bund].mass_kg > 0.0 and not fires.tanks[incident.tank].was
    on_pool = draft.hazard.fires_kw[incident.bund] > 0.0 or lies
    for i, device in enumerate(rules.site.devices):
        if device.kind == "riser":
            to_tank += asked[i] * share
        elif device.kind == "monitor":
            to_bund += asked[i] * share
    total = to_tank + to_bund
    if total <= 0.0:
        return {}
    wanted = suppression.concentrate_l(total, incident.size.foam_proportion, PERIOD_S)
    made = min(1.0, draft.foam_stock_l / wanted)
    draft.foam_stock_l -= wanted * made
    holds = suppression.works_on(draft.foam_type, incident.polar) and fires.contents != "light"
    good = made if holds else 0.0
    arrives = 0.0 if fires.riser_lost or not fires.tanks[incident.tank].sound else good
    thrown = 0.0 if on_pool else to_bund * good * THROWN
    return {"tank": to_tank * arrives, "thrown": thrown, "bund": to_bund * good if on_pool else 0.0}


def _tank(draft: Draft, rules: TankFire, n: int, tank: Tank, piped_l_min: float, thrown_l_min: float) -> None:
    """One tank's fire: its seal takes up, its surface sinks, foam covers it, hot metal lights it again."""
    incident, blaze = rules.incident, fires_of(draft).tanks[n]
    fire = blaze.fire or blaze.was
    rate = min(piped_l_min / incident.area_m2(tank, fire) + thrown_l_min / tank.area_m2, 60.0)
    covered = suppression.cover(blaze.covered, rate, incident.code(fire).rate_l_min_m2, bool(blaze.fire), PERIOD_S)
    if not blaze.fire:
        _smoulder(draft, rules, n, replace(blaze, covered=covered))
        return
    if covered >= OUT:
        draft.fact("fire_out")
        draft.event("changed", subject=tank.id, detail="out")
        put(draft, n, replace(blaze, fire="", covered=covered, spot=1.0))
        return
    seal = burning_tank.seal_share(blaze.share, incident.rim_round_m(tank), PERIOD_S) if fire == "rim" else 1.0
    hot_k = blaze.hot_k + (METAL_K - blaze.hot_k) * PERIOD_S / HEATS_S
    put(draft, n, replace(blaze, covered=covered, share=seal, hot_k=hot_k))
    burned = min(_burns_kg_s(rules, tank, blaze) * (1.0 - covered) * PERIOD_S, _mass_kg(draft, rules, n))
    _sink(draft, rules, n, burned)
    draft.hazard = replace(draft.hazard, burned_kg=draft.hazard.burned_kg + burned)


def _burns_kg_s(rules: TankFire, tank: Tank, blaze: Blaze) -> float:
    burns, incident = rules.incident.burns, rules.incident
    flux = burning_rate.flux_kg_m2_s(burns.flux_kg_m2_s, burns.k_beta_1_m, tank.diameter_m)
    return flux * (incident.ring_m2(tank) * blaze.share if blaze.fire == "rim" else tank.area_m2)


def _mass_kg(draft: Draft, rules: TankFire, n: int) -> float:
    return draft.tanks[n].level_m * rules.site.tanks[n].area_m2 * rules.incident.density_kg_m3


def _sink(draft: Draft, rules: TankFire, n: int, kg: float) -> None:
    """The level falls by what left the tank."""
    t, tank = draft.tanks[n], rules.site.tanks[n]
    draft.tanks[n] = replace(t, level_m=t.level_m - kg / (tank.area_m2 * rules.incident.density_kg_m3))


def _smoulder(draft: Draft, rules: TankFire, n: int, blaze: Blaze) -> None:
    """Out: metal stays hot, the blanket over it is eaten unless it is watched; bare and hot, it burns again."""
    incident, fires = rules.incident, fires_of(draft)
    since = draft.tick - fires.watched_tick
    watched = fires.watched_tick >= 0 and since <= WATCHED_S * TICKS_PER_S
    hot_k = blaze.hot_k + (incident.size.ambient_k - blaze.hot_k) * PERIOD_S / COOLS_S
    spot = blaze.spot
    if blaze.hot_spot:
        spot = burning_tank.eaten(spot, hot_k, incident.size.lights_k, watched, PERIOD_S)
    lights = hot_k >= incident.size.lights_k and (spot < SPOT_BARE or blaze.covered < SPOT_BARE)
    if lights:
        draft.fact("reignition")
        draft.event("changed", subject=rules.site.tanks[n].id, detail="ignited")
        put(draft, n, replace(blaze, fire=blaze.was, covered=0.0, hot_k=hot_k, spot=1.0))
    else:
        put(draft, n, replace(blaze, hot_k=hot_k, spot=spot))


def _feed(draft: Draft, rules: TankFire) -> None:
    """Pump and valves into the burning tank; what stands above the rim, or the folded rim, runs into the bund."""
    incident, site, fires = rules.incident, rules.site, fires_of(draft)
    n = incident.tank
    tank, t = site.tanks[n], draft.tanks[n]
    running = min([rules.open(draft, incident.feed)] + [rules.open(draft, v) for v in site.lines[0].valves])
    inflow = running * draft.inflow_m3_h / 3600.0 * incident.density_kg_m3
    leak = 0.0
    if fires.leaks:
        leak = incident.size.leak_kg_s * running
        leak = max(leak, incident.size.drain_kg_s * rules.open(draft, incident.shut_off))
    per_m = tank.area_m2 * incident.density_kg_m3
    level = t.level_m + (inflow - leak) * PERIOD_S / per_m
    sound = fires.tanks[n].sound
    rim = tank.rim_m - fires.tanks[n].fold_m
    most = 1.0e9 if sound else incident.size.fold_kg_s * PERIOD_S
    over = min(max(level - rim, 0.0) * per_m, most)
    if over > 0.0:
        draft.fact("boiled_over_rim" if sound else "poured_out")
    draft.tanks[n] = replace(t, level_m=level - over / per_m, inflow_kg_s=inflow, spill_kg_s=over / PERIOD_S)
    out = leak * PERIOD_S + over
    if out > 0.0:
        pools, fires_kw = list(draft.hazard.pools), list(draft.hazard.fires_kw)
        pool = pools[incident.bund]
        pools[incident.bund] = replace(pool, mass_kg=pool.mass_kg + out)
        if fires.tanks[n].fire and over > 0.0 and fires_kw[incident.bund] == 0.0:
            fires_kw[incident.bund] = 1.0  # what runs over burns
            draft.fact("bund_fire")
        draft.hazard = replace(
            draft.hazard, pools=tuple(pools), fires_kw=tuple(fires_kw), spilled_kg=draft.hazard.spilled_kg + out
        )
    draft.hazard = replace(draft.hazard, tank_fires=replace(fires_of(draft), leak_kg_s=leak))


def drains_kg_s(draft: Draft, rules: TankFire, b: int, kg: float, area_m2: float) -> float:
    """What the drains of a bund pass. rho Cd A sqrt(2 g h)."""
    bund, incident = rules.site.bunds[b].id, rules.incident
    drains = (d.id for d in rules.site.devices if d.kind == "drain_valve" and d.bund == bund)
    open_m2 = incident.size.drain_m2 * sum(rules.open(draft, d) for d in drains)
    depth = kg / (incident.density_kg_m3 * max(area_m2, 1.0))
    return incident.density_kg_m3 * SHARP_EDGE * open_m2 * sqrt(2.0 * GRAVITY_M_S2 * depth)


def _bund(draft: Draft, rules: TankFire, solution_l_min: float) -> None:
    """The pool in the bund of the tank: it spreads to a film, burns away, or is covered with foam."""
    incident, hazard = rules.incident, draft.hazard
    b = incident.bund
    pool = hazard.pools[b]
    if pool.mass_kg <= 0.0 and hazard.fires_kw[b] == 0.0:
        return
    area = min(pool.mass_kg / (incident.density_kg_m3 * incident.size.film_m), incident.floor_m2(rules.site))
    burning = hazard.fires_kw[b] > 0.0
    rate = min(solution_l_min / max(area, 1.0), 60.0)
    covered = suppression.cover(pool.foam_cover, rate, incident.spill_code().rate_l_min_m2, burning, PERIOD_S)
    if covered >= OUT and not fires_of(draft).tanks[incident.tank].was:
        draft.fact("pool_covered")
    burned, kw = 0.0, 0.0
    if burning:
        across = max(sqrt(4.0 * area / pi), 0.2)
        flux = burning_rate.flux_kg_m2_s(incident.burns.flux_kg_m2_s, incident.burns.k_beta_1_m, across)
        burned = min(flux * area * (1.0 - covered) * PERIOD_S, pool.mass_kg)
        if covered >= OUT or pool.mass_kg - burned <= LEAST_KG:
            draft.fact("bund_fire_out")
            draft.event("changed", subject=rules.site.bunds[b].id, detail="out")
        else:
            kw = 1.0e-3 * flux * area * (1.0 - covered) * incident.liquid.heat_of_combustion_j_kg
    drained = min(drains_kg_s(draft, rules, b, pool.mass_kg, area) * PERIOD_S, pool.mass_kg - burned)
    left = replace(pool, mass_kg=pool.mass_kg - burned - drained, area_m2=area, foam_cover=covered)
    away = drained * rules.open(draft, incident.outfall)
    if away > 0.0:
        draft.fact("dike_drain_opened")
    _out(draft, rules, away)
    hazard = draft.hazard
    draft.hazard = replace(
        hazard,
        drained_kg=hazard.drained_kg + drained,
        pools=(*hazard.pools[:b], left, *hazard.pools[b + 1 :]),
        fires_kw=(*hazard.fires_kw[:b], kw, *hazard.fires_kw[b + 1 :]),
        burned_kg=hazard.burned_kg + burned,
    )


def _out(draft: Draft, rules: TankFire, kg: float) -> None:
    """Product that went through the outfall, off the site."""
    fires = fires_of(draft)
    if kg > 0.0:
        out = fires.product_out_kg + kg
        draft.hazard = replace(draft.hazard, tank_fires=replace(fires, product_out_kg=out))
        if out >= rules.incident.size.product_out_kg:
            draft.fact("product_out", value=out)
