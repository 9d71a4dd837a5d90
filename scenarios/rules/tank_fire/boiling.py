"""Boiling over: the hot zone of burning crude sinks until it meets the water below; its signs; what is thrown out.

Nothing here knows when: the zone sinks through what oil there is as fast as it was drawn, faster where product is
pumped from below it, not at all once the fire is out. Over water that was drawn off first it throws nothing.
"""

from dataclasses import replace
from math import sqrt

from scenarios.rules.ground.start import Hidden
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.water import demand_l_min, put
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.people.doing import perform
from sim_core.physics import boil_over, burning_rate, burning_tank
from sim_core.physics.boil_over import HOUR_S, SIGNS
from sim_core.physics.burning_tank import Blaze
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S

PERIOD_S = 1.0
NEVER_S = 1.0e9
MINUTE_S = 60.0
COVERED = 0.95  # with foam so far, nothing sinks any more
FRYING_S, BRIGHT_S = SIGNS[1][0], SIGNS[2][0]
BOILS_S = 60.0  # for so long it is seen to boil over: training assumption 训练假设
DEAD_OF_REACH = 0.5  # within so much of its reach the wave kills, beyond it fells: training assumption 训练假设
UPWIND_OF_REACH = 0.5  # of its reach downwind, so far it comes upwind: training assumption 训练假设


def ripe(rules: TankFire, hidden: Hidden) -> tuple[float, Blaze]:
    """Level of the tank, and its hot zone and water, after the fire has burned for as long as leaves `left_min`."""
    incident = rules.incident
    oil, water = float(hidden["oil_m"]), float(hidden["water_m"])
    zone, burn = float(hidden["hot_zone_m_h"]) / HOUR_S, burn_m_s(rules)
    burned_s = max(boil_over.time_s(oil, zone, burn) - MINUTE_S * float(hidden["left_min"]), 0.0)
    hot = water + oil - boil_over.front_m(burned_s, zone, burn)
    cold = Blaze(layer_k=incident.size.ambient_k, hot_k=incident.size.ambient_k)
    return water + oil - burn * burned_s, replace(cold, bottom_m=water, hot_m=hot, zone_m_s=zone)


def burn_m_s(rules: TankFire) -> float:
    """How fast the surface of the tank burns down."""
    burns, tank = rules.incident.burns, rules.site.tanks[rules.incident.tank]
    flux = burning_rate.flux_kg_m2_s(burns.flux_kg_m2_s, burns.k_beta_1_m, tank.diameter_m)
    return boil_over.burn_m_s(flux, rules.incident.density_kg_m3)


def sink(draft: Draft, rules: TankFire) -> None:
    """The zone's second; where it meets water, or water is thrown onto it, that boils."""
    n = rules.incident.tank
    blaze = fires_of(draft).tanks[n]
    if rules.incident.boiling is None or blaze.hot_m < 0.0 or blaze.fire != "full":
        return
    _slop(draft, rules, rules.incident.boiling.steam_kg_kg)
    blaze = fires_of(draft).tanks[n]
    falls = (blaze.zone_m_s + burn_m_s(rules)) * (1.0 - blaze.covered) * PERIOD_S
    sunk = replace(blaze, hot_m=max(blaze.hot_m - falls, 0.0))
    put(draft, n, sunk)
    if sunk.hot_m <= sunk.bottom_m and boil_over.can_happen(True, True, sunk.bottom_m):
        _boils_over(draft, rules)


def left_s(draft: Draft, rules: TankFire) -> float:
    """Until it boils over, if nothing changes; NEVER_S where it will not."""
    blaze = fires_of(draft).tanks[rules.incident.tank]
    can = boil_over.can_happen(rules.incident.boiling is not None, blaze.fire == "full", blaze.bottom_m)
    if not can or blaze.hot_m < 0.0 or blaze.covered >= COVERED:
        return NEVER_S
    return boil_over.time_s(max(blaze.hot_m - blaze.bottom_m, 0.0), blaze.zone_m_s, burn_m_s(rules))


def sign(draft: Draft, rules: TankFire) -> str:
    """What can be seen or heard of it from afar: frying, slopping (and brighter), over; "" = nothing yet."""
    boiled = fires_of(draft).boiled_tick
    if boiled >= 0:
        return "over" if draft.tick - boiled <= BOILS_S * TICKS_PER_S else ""
    left = left_s(draft, rules)
    return "slopping" if left <= BRIGHT_S else "frying" if left <= FRYING_S else ""


def hot_line_m(draft: Draft, rules: TankFire, x_m: float, y_m: float) -> float:
    """Oil left between hot zone and water as the line on the shell shows it from this point; -1 = it cannot be read."""
    boiling, tank = rules.incident.boiling, rules.site.tanks[rules.incident.tank]
    blaze = fires_of(draft).tanks[rules.incident.tank]
    dx, dy = x_m - tank.x_m, y_m - tank.y_m
    if boiling is None or blaze.hot_m < 0.0 or sqrt(dx * dx + dy * dy) > boiling.camera_m:
        return -1.0
    step = boiling.read_m if fires_of(draft).camera else boiling.coarse_m
    return step * float(int((blaze.hot_m - blaze.bottom_m) / step))


def _slop(draft: Draft, rules: TankFire, oil_kg_kg: float) -> None:
    """Water from a monitor falls onto the hot zone, boils, and throws oil over the rim, which burns in the bund."""
    incident, site, n = rules.incident, rules.site, rules.incident.tank
    jets = [
        i for i, d in enumerate(site.devices)
        if d.kind == "water_monitor" and draft.devices[i].state == "jet"
        and distance_m(site.place[d.place].x_m, site.place[d.place].y_m, site.tanks[n].x_m, site.tanks[n].y_m)
        <= incident.size.monitor_reach_m
    ]  # fmt: skip
    if not jets:
        return
    asked = demand_l_min(draft, rules)
    share = burning_tank.shared(incident.size.main_l_min * fires_of(draft).main_share, sum(asked))
    water_kg = sum(asked[i] for i in jets) * share / MINUTE_S * PERIOD_S
    draft.fact("water_on_crude", by=draft.devices[jets[0]].by, value=water_kg)
    _throw(draft, rules, oil_kg_kg * water_kg)


def _throw(draft: Draft, rules: TankFire, kg: float) -> float:
    """So much oil, or what there is, leaves the tank over its rim and burns in its bund. What was thrown, kg."""
    incident, n = rules.incident, rules.incident.tank
    blaze, t = fires_of(draft).tanks[n], draft.tanks[n]
    per_m = rules.site.tanks[n].area_m2 * incident.density_kg_m3
    thrown = min(kg, max(t.level_m - blaze.bottom_m, 0.0) * per_m)
    draft.tanks[n] = replace(t, level_m=t.level_m - thrown / per_m)
    pools, fires_kw = list(draft.hazard.pools), list(draft.hazard.fires_kw)
    pools[incident.bund] = replace(pools[incident.bund], mass_kg=pools[incident.bund].mass_kg + thrown)
    if blaze.fire and fires_kw[incident.bund] == 0.0:
        fires_kw[incident.bund] = 1.0
        draft.fact("bund_fire")
    draft.hazard = replace(
        draft.hazard, pools=tuple(pools), fires_kw=tuple(fires_kw), spilled_kg=draft.hazard.spilled_kg + thrown
    )
    return thrown


def _boils_over(draft: Draft, rules: TankFire) -> None:
    """The water under the oil turns to steam: a wave of burning oil goes out as far as ten diameters downwind."""
    incident, n = rules.incident, rules.incident.tank
    tank = rules.site.tanks[n]
    assert incident.boiling is not None
    oil_kg = (draft.tanks[n].level_m - fires_of(draft).tanks[n].bottom_m) * tank.area_m2 * incident.density_kg_m3
    thrown = _throw(draft, rules, incident.boiling.thrown_share * oil_kg)
    draft.fact("boil_over", value=thrown)
    draft.event("changed", subject=tank.id, detail="boiled_over")
    put(draft, n, replace(fires_of(draft).tanks[n], bottom_m=0.0, hot_m=-1.0))
    draft.hazard = replace(draft.hazard, tank_fires=replace(fires_of(draft), boiled_tick=draft.tick))
    for i, p in enumerate(draft.people):
        state = _met(draft, rules, *position(p, draft.tick), p.place)
        if state and p.state in ("fit", "hurt", "down") and p.state != state:
            perform(draft, rules, i, Act("halt"))
            draft.people[i] = replace(draft.people[i], state=state)
            draft.event("harm", subject=p.seat, detail=state, value=1.0)
    for i, c in enumerate(draft.crowds):
        if c.number and _met(draft, rules, *position(c, draft.tick), c.place):
            draft.event("harm", subject=rules.site.crowds[i].id, detail="hurt", value=float(c.number))
            draft.crowds[i] = replace(c, hurt=c.hurt + c.number, number=0)


def _met(draft: Draft, rules: TankFire, x_m: float, y_m: float, place: str) -> str:
    """What the wave makes of somebody outdoors: dead, down, or "" beyond its reach."""
    if place and rules.site.place[place].indoors:
        return ""
    tank, w = rules.site.tanks[rules.incident.tank], draft.weather
    dx, dy = x_m - tank.x_m, y_m - tank.y_m
    far = max(sqrt(dx * dx + dy * dy), 1.0)
    along = (dx * w.u_m_s + dy * w.v_m_s) / (far * w.speed_m_s) if w.speed_m_s > 0.1 else 1.0
    share = UPWIND_OF_REACH + (1.0 - UPWIND_OF_REACH) * 0.5 * (1.0 + along)
    reach = boil_over.retreat_m(tank.diameter_m) * share
    return "dead" if far <= DEAD_OF_REACH * reach else "down" if far <= reach else ""
