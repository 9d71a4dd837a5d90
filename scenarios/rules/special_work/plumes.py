"""Plumes: how the wind carries what comes out at the work.

Small outflows of heavy vapour at the ground: a steady passive plume (`sim_core.physics.gaussian`), read at the ground,
where it lies (training assumption 训练假设).
"""

from scenarios.rules.special_work.incident import Escape
from scenarios.rules.special_work.rules import SpecialWork, work_of
from sim_core.draft import Draft
from sim_core.physics import gaussian, sigma

CURVES = "ccps"
SPREAD_M = 3.0  # a leak between pipes and walls begins as wide as if it came from so far upwind: training assumption
ABOUT_M = 2.0  # so near its place an outflow is met on every side
LEAST_WIND_M_S = 0.5


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
    return gaussian.plume_kg_m3(kg_s, speed, sigma_y, sigma_z, across, 0.0, 0.0)
