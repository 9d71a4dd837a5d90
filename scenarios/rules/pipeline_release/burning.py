"""Burning: oil on the ground that the explosion has lit, and its heat on people. Once a second."""

from dataclasses import replace
from math import pi, sqrt

import numpy as np

from scenarios.rules.ground import exposure
from scenarios.rules.ground.exposure import Floats
from scenarios.rules.pipeline_release.rules import PipelineRelease
from sim_core.draft import Draft
from sim_core.physics import burning_rate, pool_fire

PERIOD_S = 1.0
HUMIDITY = 0.6
STANDING_M = 1.5
LEAST_BURNING_M = 0.5  # a pool narrower than this goes out


def burn(draft: Draft, rules: PipelineRelease) -> None:
    """Every pool that is alight."""
    for n, kw in enumerate(draft.hazard.fires_kw):
        if kw > 0.0:
            _burn(draft, rules, n)


def _burn(draft: Draft, rules: PipelineRelease, n: int) -> None:
    incident, hazard, w = rules.incident, draft.hazard, draft.weather
    pool, fires, pools = hazard.pools[n], list(hazard.fires_kw), list(hazard.pools)
    wide_m = sqrt(4.0 * pool.area_m2 / pi)
    if wide_m < LEAST_BURNING_M or pool.mass_kg <= 0.0:
        fires[n] = 0.0
        draft.hazard = replace(hazard, fires_kw=tuple(fires))
        return
    flux = burning_rate.flux_kg_m2_s(incident.burning.flux_kg_m2_s, incident.burning.k_beta_1_m, wide_m)
    now = pool_fire.pool_fire(
        flux, incident.substance.heat_of_combustion_j_kg, wide_m, w.speed_m_s, incident.burning.smoke_kw_m2,
        incident.burning.radiant_fraction, 0.0,
    )  # fmt: skip
    burned = min(flux * pool.area_m2 * PERIOD_S, pool.mass_kg)
    fires[n] = now.heat_release_kw
    pools[n] = replace(pool, mass_kg=pool.mass_kg - burned)
    draft.hazard = replace(hazard, fires_kw=tuple(fires), pools=tuple(pools), burned_kg=hazard.burned_kg + burned)
    (x, y), still = rules.site.bunds[n].middle_m, w.speed_m_s <= 0.0
    ux, uy = (1.0, 0.0) if still else (w.u_m_s / w.speed_m_s, w.v_m_s / w.speed_m_s)

    def arrives(points_m: Floats) -> Floats:
        dx, dy = points_m[:, 0] - x, points_m[:, 1] - y
        heights = np.full(points_m.shape[0], STANDING_M)
        found = pool_fire.heat_flux_array(
            now, dx * ux + dy * uy, dy * ux - dx * uy, heights, incident.ambient_k, HUMIDITY
        )
        return 1000.0 * found

    exposure.radiate(draft, rules, arrives)
