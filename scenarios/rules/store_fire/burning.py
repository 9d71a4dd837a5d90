"""Burning: the fire grows or is beaten back, the rows beside it warm, heat reaches people. Once a second."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import exposure
from scenarios.rules.ground.exposure import Floats
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.draft import Draft
from sim_core.physics import oxidiser
from sim_core.physics.oxidiser import Row, Store

PERIOD_S = 1.0
SHOWS_KW = 300.0  # a smaller fire is not seen from outside: training assumption 训练假设
WET_K = 353.15  # a film of water holds what it covers below this: training assumption 训练假设
NEAREST_M = 2.0
SPRAYS = ("fog", "jet")


def wetted(draft: Draft, rules: StoreFire) -> bool:
    """Whether any monitor gives water."""
    return any(
        d.kind == "water_monitor" and draft.devices[i].state in SPRAYS for i, d in enumerate(rules.site.devices)
    )


def burn(draft: Draft, rules: StoreFire) -> None:
    """The second that ends now."""
    incident, store, wet = rules.incident, store_of(draft), wetted(draft, rules)
    reacts = wet and any(r.kind == "reactive" for r in store.rows)
    step = 1.0
    if reacts:
        step = incident.beats_back  # its gas feeds the fire
    elif wet:
        step = -incident.beats_back
    age = max(store.fire_s + step * PERIOD_S, 0.0)
    kw = oxidiser.fire_kw(store.growth_kw_s2, age, incident.most_kw) + (incident.gas_kw if reacts else 0.0)
    rows = tuple(_warmed(rules, store, row, kw, wet and not reacts) for row in store.rows)
    fires = list(draft.hazard.fires_kw)
    fires[incident.rows[0]] = kw if kw >= SHOWS_KW else 0.0
    draft.hazard = replace(
        draft.hazard, store=replace(store, fire_s=age, fire_kw=kw, rows=rows, wetted=wet), fires_kw=tuple(fires)
    )
    _heat(draft, rules, kw)


def _warmed(rules: StoreFire, store: Store, row: Row, kw: float, wet: bool) -> Row:
    """The layer of a row that faces the fire. What burns itself is left out; after the explosion there are none."""
    incident = rules.incident
    if row.kind == "packing" or store.gone:
        return row
    if wet:
        share = PERIOD_S / incident.cools_s
        return replace(row, surface_k=row.surface_k - share * max(row.surface_k - WET_K, 0.0))
    flux = incident.absorbs * oxidiser.point_flux_w_m2(kw, incident.radiated, incident.gap_m)
    kelvin = oxidiser.layer_k(
        row.surface_k, flux, incident.layer_kg_m2, incident.loss_w_m2_k, incident.ambient_k, store.faster,
        row.kind == "oxidiser", PERIOD_S,
    )  # fmt: skip
    return replace(row, surface_k=kelvin)


def _heat(draft: Draft, rules: StoreFire, kw: float) -> None:
    if kw < SHOWS_KW:
        return
    x, y = rules.centre_m

    def arrives(points_m: Floats) -> Floats:
        dx, dy = points_m[:, 0] - x, points_m[:, 1] - y
        far = np.sqrt(np.maximum(dx * dx + dy * dy, NEAREST_M * NEAREST_M)).tolist()
        return np.array([oxidiser.point_flux_w_m2(kw, rules.incident.radiated, f) for f in far])

    exposure.radiate(draft, rules, arrives)
