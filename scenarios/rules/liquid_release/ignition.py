"""Ignition: where the flammable cloud meets something that burns, sparks or runs, at that place and time."""

from dataclasses import replace
from math import sqrt

from scenarios.rules.ground.meeting import Met
from scenarios.rules.ground.sparks import lit_by
from scenarios.rules.liquid_release.harm import strike
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import cloud as clouds
from sim_core.physics import cloud_reading, explosion
from sim_core.physics.cloud_reading import Flammable
from sim_core.site import distance_m


def look_for_spark(draft: Draft, rules: LiquidRelease, met: Met) -> None:
    """The cloud burns once, when half of LFL stands at a source that is at work or a vehicle whose engine runs."""
    if draft.hazard.ignited_tick >= 0:
        return
    lfl = rules.incident.substance.lfl
    lit = lit_by(draft, [f / lfl for f in met.sources], [f / lfl for f in met.vehicles])
    if lit is not None:
        _ignite(draft, rules, *lit)


def _ignite(draft: Draft, rules: LiquidRelease, source: str, by: str) -> None:
    """Flash fire over the flammable cloud, blast from its congested part, fire on the pools beneath it."""
    hazard, incident = draft.hazard, rules.incident
    burning = cloud_reading.flammable(hazard.cloud, incident.substance)
    draft.fact("ignition", by=by, value=burning.vapour_kg)
    draft.event("changed", subject=source, detail="ignited")
    cx, cy, radius = incident.congested_m
    off = distance_m(burning.x_m, burning.y_m, cx, cy)
    share = explosion.congested_share(burning.area_m2, clouds.PI * radius * radius, off)
    energy = explosion.energy_j(burning.vapour_kg * share, incident.substance.heat_of_combustion_j_kg)
    if energy > 0.0:
        draft.fact("explosion", by=by, value=burning.vapour_kg * share)
    strike(draft, rules, energy)
    _light_pools(draft, rules, burning)
    vapour_kg = float(hazard.cloud.puffs[clouds.VAPOUR].sum())
    draft.hazard = replace(
        draft.hazard,
        cloud=clouds.empty(),
        flashed_kg=vapour_kg + hazard.cloud.dispersed_kg,
        ignited_tick=draft.tick,
    )


def _light_pools(draft: Draft, rules: LiquidRelease, burning: Flammable) -> None:
    """The flash runs back over every pool that lies under the flammable cloud."""
    fires = list(draft.hazard.fires_kw)
    reach = sqrt(burning.area_m2 / clouds.PI)
    for n, bund in enumerate(rules.site.bunds):
        x, y = bund.middle_m
        if draft.hazard.pools[n].mass_kg > 0.0 and distance_m(x, y, burning.x_m, burning.y_m) <= reach + 40.0:
            fires[n] = 1.0
            draft.fact("pool_fire")
    draft.hazard = replace(draft.hazard, fires_kw=tuple(fires))
