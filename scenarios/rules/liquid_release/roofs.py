"""Roofs: the gas space over an internal floating roof: nitrogen that makes it inert, and fire that enters it if it is
not. Once a second."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from scenarios.rules.ground.air import air_now
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import flash_fire_zone, inerting, train_reading

PERIOD_S = 1.0
VENT_M = 1.0  # the cloud at a tank's foot burns up to its vents: training assumption 训练假设


def blanket(draft: Draft, rules: LiquidRelease) -> None:
    """Nitrogen under the roof of the tank of the incident; a falling level draws in what nitrogen does not give."""
    incident = rules.incident
    n = incident.tank
    t, tank = draft.tanks[n], rules.site.tanks[n]
    nitrogen = rules.open(draft, incident.nitrogen) * incident.nitrogen_m3_h / 3600.0
    drawn = max(t.outflow_kg_s - t.inflow_kg_s, 0.0) / incident.density_kg_m3
    if t.fire_kw == 0.0 and (nitrogen > 0.0 or drawn > 0.0):
        room = incident.roof_m3 + max(tank.rim_m - t.level_m, 0.0) * tank.area_m2
        o2 = inerting.blanketed(t.roof_o2, nitrogen, drawn, room, PERIOD_S)
        draft.tanks[n] = replace(t, roof_o2=o2)


def flash(draft: Draft, rules: LiquidRelease) -> None:
    """The cloud burns: its flame stands at the vents of every tank that it reaches."""
    lfl = rules.incident.substance.lfl
    points = np.array([(t.x_m, t.y_m) for t in rules.site.tanks])
    heights = np.full(points.shape[0], VENT_M)
    train, air = draft.hazard.train, air_now(draft, rules)
    there = train_reading.concentration(train, rules.incident.gas, air, points, heights).tolist()
    enter(draft, rules, lambda i: bool(flash_fire_zone.zone(there[i], lfl)))


def enter(draft: Draft, rules: LiquidRelease, reached: Callable[[int], bool]) -> None:
    """Flame at its vents lights a tank that has run over, whose vapour stands over its roof, unless that is inert."""
    for i, t in enumerate(draft.tanks):
        if not t.ran_over or t.fire_kw > 0.0 or not reached(i):
            continue
        if inerting.can_burn(t.roof_o2):
            draft.fact("tank_lit")
            draft.event("changed", subject=rules.site.tanks[i].id, detail="ignited")
            draft.tanks[i] = replace(t, fire_kw=1.0, roof_o2=inerting.AIR_O2)  # its roof is off
        else:
            draft.fact("tank_inert", value=t.roof_o2)
