"""Vapour: pools give it off, the wind carries it, people, detectors and sources meet it. Once a second."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import meeting, sights
from scenarios.rules.ground.meeting import Floats
from scenarios.rules.liquid_release import facts
from scenarios.rules.liquid_release.ignition import look_for_spark
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import cloud as clouds
from sim_core.physics import cloud_motion, cloud_reading, pool, wind
from sim_core.plant.devices import opening
from sim_core.world import Hazard, Sight

PERIOD_S = 1.0
EMIT_TICKS = 100
SOLAR_W_M2 = 400.0
EMIT_RADIUS_M = 6.0
SMELT_OF_LFL = 0.005
OVERCAST = "D"  # neutral under a closed cover, day and night (Pasquill 1961). Rain washes no vapour out 训练假设.


def pools(draft: Draft, rules: LiquidRelease) -> None:
    """Evaporation, drains and walls of every bund."""
    incident, hazard, site = rules.incident, draft.hazard, rules.site
    w = draft.weather
    solar = 0.0 if w.night or w.fog or w.rain else SOLAR_W_M2
    after, drained_kg = list(hazard.pools), 0.0
    vapour_kg = air_kg = heat_j = 0.0
    for n, bund in enumerate(site.bunds):
        if after[n].mass_kg <= 0.0:
            continue
        if hazard.fires_kw[n] == 0.0:
            left, given = pool.evaporate(
                incident.substance, after[n], w.speed_m_s, incident.ambient_k, solar, PERIOD_S,
                incident.substance.weathered,
            )  # fmt: skip
            after[n] = left
            vapour_kg += given.vapour_kg
            air_kg += given.air_kg
            heat_j += given.heat_j
        for i, device in enumerate(site.devices):
            if device.kind == "drain_valve" and device.bund == bund.id:
                open_m2 = incident.drain_m2 * opening(draft.devices[i], draft.tick)
                after[n], lost_kg = pool.drain(incident.substance, after[n], open_m2, PERIOD_S)
                drained_kg += lost_kg
        after[n], over_kg = pool.overtop(incident.substance, after[n], bund.wall_m)
        drained_kg += over_kg
    draft.hazard = replace(
        hazard,
        pools=tuple(after),
        evaporated_kg=hazard.evaporated_kg + vapour_kg,
        waiting_vapour_kg=hazard.waiting_vapour_kg + vapour_kg,
        waiting_air_kg=hazard.waiting_air_kg + air_kg,
        waiting_heat_j=hazard.waiting_heat_j + heat_j,
        drained_kg=hazard.drained_kg + drained_kg,
    )


def drift(draft: Draft, rules: LiquidRelease) -> None:
    """The cloud of the next second, and what everyone and everything meets in it."""
    incident, w = rules.incident, draft.weather
    hazard = _emit(draft, rules) if draft.tick % EMIT_TICKS == 0 else draft.hazard
    friction = wind.friction_velocity_m_s(w.speed_m_s, OVERCAST if w.rain else w.stability)
    cloud = cloud_motion.advance(
        hazard.cloud, incident.substance, w.u_m_s, w.v_m_s, friction, incident.ambient_k, PERIOD_S
    )
    draft.hazard = replace(hazard, cloud=cloud)
    meet(draft, rules)


def _emit(draft: Draft, rules: LiquidRelease) -> Hazard:
    """What waited becomes a puff over the bund of the release."""
    hazard, incident = draft.hazard, rules.incident
    if hazard.waiting_vapour_kg <= 0.0:
        return hazard
    x, y = incident.centre(rules.site)
    wet_m2 = hazard.pools[incident.bund].area_m2
    radius = max(EMIT_RADIUS_M, float(np.sqrt(wet_m2 / clouds.PI)))
    cloud = clouds.emit(
        hazard.cloud, incident.substance, x, y, radius, hazard.waiting_vapour_kg, hazard.waiting_air_kg,
        hazard.waiting_heat_j, incident.ambient_k,
    )  # fmt: skip
    return replace(hazard, cloud=cloud, waiting_vapour_kg=0.0, waiting_air_kg=0.0, waiting_heat_j=0.0)


def meet(draft: Draft, rules: LiquidRelease) -> None:
    """What the vapour reaches, what is made of that, and whether it burns."""
    substance = rules.incident.substance

    def read(points_m: Floats) -> Floats:
        return cloud_reading.concentration(draft.hazard.cloud, substance, points_m)

    met = meeting.meet(draft, rules, "petrol", read, SMELT_OF_LFL * substance.lfl)
    facts.judge(draft, rules, met)
    look_for_spark(draft, rules, met)


def show(draft: Draft, rules: LiquidRelease) -> None:
    """What eyes can see of it: liquid over a rim, pools, fires, sparks."""
    over = (
        Sight("overflow", tank.id, tank.x_m, tank.y_m, "pouring")
        for tank, t in zip(rules.site.tanks, draft.tanks, strict=True)
        if t.spill_kg_s > 0.0
    )
    draft.sights = (*over, *sights.bunds(draft, rules), *sights.sparks(draft))
