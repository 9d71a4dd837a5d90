"""Gases: what comes out at the work and near it, how the wind carries it, and whom it meets. Once a second.

Small outflows at the ground: a steady passive plume (`sim_core.physics.gaussian`) that comes up and goes down over
ramp_s, its way to the people included (training assumption 训练假设).
"""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import meeting
from scenarios.rules.ground.meeting import Floats, Met
from scenarios.rules.special_work import igniting
from scenarios.rules.special_work.incident import Escape
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.physics import gaussian, sigma
from sim_core.work import Outflow

CURVES = "ccps"
SPREAD_M = 3.0  # a leak between pipes and walls begins as wide as if it came from so far upwind: training assumption
ABOUT_M = 2.0  # so near its place an outflow is met on every side
BREATHING_M = 1.0
LEAST_WIND_M_S = 0.5
SMELT_OF_LFL = 0.005


def drift(draft: Draft, rules: SpecialWork) -> None:
    """Outflows a second later, who meets them, and whether they burn."""
    work = work_of(draft)
    outflows = tuple(_later(draft, rules, e, out) for e, out in zip(rules.incident.escapes, work.outflows, strict=True))
    put_work(draft, replace(work, outflows=outflows))
    igniting.look_for_spark(draft, rules, meet(draft, rules))


def _later(draft: Draft, rules: SpecialWork, e: Escape, out: Outflow) -> Outflow:
    """A second on its way to what it gives now."""
    due = 0 <= out.start_tick <= draft.tick and rules.flows(draft, e.flaw, e.shut_by) and _under_way(draft, rules, e)
    aim = out.full_kg_s if due else 0.0
    step = out.full_kg_s / e.ramp_s
    if out.kg_s < aim:
        return replace(out, kg_s=min(out.kg_s + step, aim))
    return replace(out, kg_s=max(out.kg_s - step, aim)) if out.kg_s > aim else out


def _under_way(draft: Draft, rules: SpecialWork, e: Escape) -> bool:
    """Whether that goes on during which it comes out."""
    work = work_of(draft)
    if e.when == "work":
        return rules.working(draft)
    if e.when == "others":
        crowd = draft.crowds[rules.others]
        return crowd.place == rules.incident.others_at and crowd.number > 0 and draft.command.stop_work_tick < 0
    return work.dropped if e.when == "drop" else True


def meet(draft: Draft, rules: SpecialWork) -> Met:
    """What the gas reaches."""
    lfl = rules.incident.lfl

    def read(points_m: Floats) -> Floats:
        return np.array([fraction(draft, rules, float(x), float(y)) for x, y in points_m])

    return meeting.meet(draft, rules, rules.incident.substance, read, SMELT_OF_LFL * lfl)


def fraction(draft: Draft, rules: SpecialWork, x_m: float, y_m: float) -> float:
    """Volume fraction of the gas at a point, at breathing height."""
    kg_m3 = sum(
        _plume(draft, e, out.kg_s, x_m, y_m)
        for e, out in zip(rules.incident.escapes, work_of(draft).outflows, strict=True)
        if out.kg_s > 0.0
    )
    return rules.incident.fraction(kg_m3)


def _plume(draft: Draft, e: Escape, kg_s: float, x_m: float, y_m: float) -> float:
    w = draft.weather
    speed = max(w.speed_m_s, LEAST_WIND_M_S)
    dx, dy = x_m - e.place.x_m, y_m - e.place.y_m
    along, across = (dx * w.u_m_s + dy * w.v_m_s) / speed, (dy * w.u_m_s - dx * w.v_m_s) / speed
    if along < 0.0:
        if dx * dx + dy * dy > ABOUT_M * ABOUT_M:
            return 0.0
        along, across = 0.0, 0.0
    far = along + SPREAD_M
    sigma_y, sigma_z = (f(w.stability, far, CURVES) for f in (sigma.sigma_y_m, sigma.sigma_z_m))
    return gaussian.plume_kg_m3(kg_s, speed, sigma_y, sigma_z, across, BREATHING_M, 0.0)
