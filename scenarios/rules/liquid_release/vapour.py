"""Vapour: pools give it off, the wind carries it, people, detectors and sources meet it. Once a second."""

from dataclasses import replace
from functools import partial

import numpy as np

from scenarios.rules.ground import curtains, drones, meeting, sights
from scenarios.rules.ground.air import air_now
from scenarios.rules.ground.meeting import Floats
from scenarios.rules.ground.pools import give_off, sky
from scenarios.rules.liquid_release import facts
from scenarios.rules.liquid_release.ignition import look_for_spark
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import spreading, train_motion, train_reading
from sim_core.plant.devices import opening
from sim_core.world import Sight

PERIOD_S = 1.0
DRAIN_DISCHARGE = 0.62  # sharp edge
BREATHING_M = 1.0
# Detectors hang near the ground where the vapour is heavier than air: in a calm its layer is thin, and at a metre there
# is little to read beside a large pool. Of the height: training assumption 训练假设.
DETECTOR_M = 0.5
FAINTEST_OF_LFL = 0.01  # puffs thinner than this are let go
SMELT_OF_LFL = 0.005


def pools(draft: Draft, rules: LiquidRelease) -> None:
    """Evaporation, drains and walls of every bund. A pool that burns gives nothing to the wind."""
    incident, site = rules.incident, rules.site
    over = sky(draft, incident.ambient_k)
    air = air_now(draft, rules)
    for n, bund in enumerate(site.bunds):
        pool = draft.hazard.pools[n]
        if pool.mass_kg <= 0.0 or pool.area_m2 <= 0.0:
            continue
        if draft.hazard.fires_kw[n] == 0.0:
            gas = incident.gas
            pool = give_off(draft, incident.substance, gas, n, pool, bund.middle_m, over, air, incident.weathered)
        drained_kg = 0.0
        for i, device in enumerate(site.devices):
            if device.kind == "drain_valve" and device.bund == bund.id:
                open_m2 = incident.drain_m2 * opening(draft.devices[i], draft.tick)
                pool, lost_kg = spreading.drain(incident.substance, pool, open_m2, DRAIN_DISCHARGE, PERIOD_S)
                drained_kg += lost_kg
        pool, over_kg = spreading.overtop(incident.substance, pool, bund.wall_m)
        after = tuple(pool if k == n else p for k, p in enumerate(draft.hazard.pools))
        lost = draft.hazard.drained_kg + drained_kg + over_kg
        draft.hazard = replace(draft.hazard, pools=after, drained_kg=lost)


def drift(draft: Draft, rules: LiquidRelease) -> None:
    """The train moves for a second, and its concentrations are read where they matter."""
    hazard, incident = draft.hazard, rules.incident
    faintest = FAINTEST_OF_LFL * incident.substance.lfl
    train = train_motion.advance(hazard.train, incident.gas, air_now(draft, rules), PERIOD_S, faintest)
    draft.hazard = replace(hazard, train=train)
    meet(draft, rules)


def meet(draft: Draft, rules: LiquidRelease) -> None:
    """What the vapour reaches, what is made of that, and whether it burns."""
    incident, air, train = rules.incident, air_now(draft, rules), draft.hazard.train
    walls = [(c, share * incident.curtain_l_min_m) for c, share in rules.curtains(draft)]

    def at_height(height_m: float, points_m: Floats) -> Floats:
        heights = np.full(points_m.shape[0], height_m)
        found = train_reading.concentration(train, incident.gas, air, points_m, heights)
        for curtain, litres in walls:
            found = found / curtains.dilution(draft, rules, curtain, litres, points_m)
        return found

    read, low = partial(at_height, BREATHING_M), partial(at_height, DETECTOR_M)
    met = meeting.meet(draft, rules, incident.substance.id, read, SMELT_OF_LFL * incident.substance.lfl, low=low)
    drones.hover(draft, rules, met.vehicles, incident.dock_m)
    facts.judge(draft, rules, met)
    look_for_spark(draft, rules, met)


def show(draft: Draft, rules: LiquidRelease) -> None:
    """What eyes can see of it: liquid over a rim, pools, fires, walls of water, sparks."""
    over = (
        Sight("overflow", tank.id, tank.x_m, tank.y_m, "pouring")
        for tank, t in zip(rules.site.tanks, draft.tanks, strict=True)
        if t.spill_kg_s > 0.0
    )
    walls = curtains.seen(rules.curtains(draft))
    alight = (
        Sight("fire", tank.id, tank.x_m, tank.y_m, "burning", shines=True)
        for tank, t in zip(rules.site.tanks, draft.tanks, strict=True)
        if t.fire_kw > 0.0
    )
    draft.sights = (*over, *alight, *sights.bunds(draft, rules), *walls, *sights.sparks(draft))
