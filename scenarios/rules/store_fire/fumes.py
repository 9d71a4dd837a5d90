"""Fumes: hydrogen cyanide from a row that is wetted, heated or strewn about, and who meets it. Once a second."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import meeting
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.draft import Draft
from sim_core.physics import gaussian, sigma
from sim_core.physics.enclosure import MOLAR_KG, volume_flow_m3_s
from sim_core.site import distance_m

ATMOSPHERE_PA = 101325.0
CURVES = "briggs_rural"
CALM_M_S = 0.5
NOSE_M = 1.5
NEAREST_M = 5.0
PPM = 1.0e6
HCN = "hydrogen_cyanide"


def give_off(draft: Draft, rules: StoreFire) -> None:
    """What comes of the cyanide now."""
    incident, store = rules.incident, store_of(draft)
    kg_s = 0.0
    for row in store.rows:
        if row.kind == "cyanide":
            kg_s += incident.hcn_wet_kg_s if store.wetted else 0.0
            kg_s += incident.hcn_hot_kg_s if row.surface_k >= incident.hot_row_k else 0.0
            kg_s += incident.hcn_strewn_kg_s if store.gone else 0.0
    if kg_s != store.hcn_kg_s:
        draft.hazard = replace(draft.hazard, store=replace(store, hcn_kg_s=kg_s))


def fraction(draft: Draft, rules: StoreFire, x_m: float, y_m: float) -> float:
    """Of hydrogen cyanide by volume at a point: a plume from the store, none upwind of it."""
    store, w = store_of(draft), draft.weather
    if store.hcn_kg_s <= 0.0:
        return 0.0
    speed = max(w.speed_m_s, CALM_M_S)
    x0, y0 = rules.centre_m
    ux, uy = (w.u_m_s / w.speed_m_s, w.v_m_s / w.speed_m_s) if w.speed_m_s > 0.0 else (1.0, 0.0)
    along, across = (x_m - x0) * ux + (y_m - y0) * uy, (y_m - y0) * ux - (x_m - x0) * uy
    if along <= 0.0 and distance_m(x_m, y_m, x0, y0) > NEAREST_M:
        return 0.0
    far = max(along, NEAREST_M)
    kg_m3 = gaussian.plume_kg_m3(
        store.hcn_kg_s, speed, sigma.sigma_y_m(w.stability, far, CURVES), sigma.sigma_z_m(w.stability, far, CURVES),
        across, NOSE_M, 0.0,
    )  # fmt: skip
    return min(volume_flow_m3_s(kg_m3, MOLAR_KG["HCN"], rules.incident.ambient_k, ATMOSPHERE_PA), 1.0)


def meet(draft: Draft, rules: StoreFire) -> None:
    """The air of everybody and of every detector now."""
    if store_of(draft).hcn_kg_s <= 0.0 and not draft.hazard.air_people:
        return
    met = meeting.meet(
        draft, rules, HCN,
        lambda points: np.array([fraction(draft, rules, x, y) for x, y in points.tolist()]), 1.0e-6,
    )  # fmt: skip
    harmful = rules.incident.harmful_ppm / PPM
    worst = max((s.here for s in met.steps), default=0.0)
    worst = max([worst, *(f for f, c in zip(met.crowds, draft.crowds, strict=True) if c.number)])
    if worst >= harmful:
        draft.fact("hcn_at_people", value=PPM * worst)


