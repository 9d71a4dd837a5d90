"""Ignition: what burns and breaks when the flammable cloud meets something that is at work."""

from dataclasses import replace
from math import pi, sqrt

from scenarios.rules.ground.air import air_now
from scenarios.rules.ground.meeting import Met
from scenarios.rules.ground.sparks import lit_by
from scenarios.rules.liquid_release import roofs
from scenarios.rules.liquid_release.harm import strike
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import congestion, flash_fire_zone, train, train_reading
from sim_core.physics.train_reading import Flammable
from sim_core.site import distance_m

CLOUD_DEPTH_M, PIPEWORK_M = 2.0, 6.0  # of the burning cloud, as at Buncefield, and of the congested part


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
    substance = incident.substance
    burning = train_reading.flammable(
        hazard.train, incident.gas, air_now(draft, rules), substance.lfl, substance.ufl
    )
    draft.fact("ignition", by=by, value=burning.vapour_kg)
    draft.event("changed", subject=source, detail="ignited")
    congested_kg = burning.vapour_kg * _congested(rules, burning)
    if congested_kg > 0.0:
        draft.fact("explosion", by=by, value=congested_kg)
    strike(draft, rules, congested_kg * substance.heat_of_combustion_j_kg)
    _light_pools(draft, rules, burning)
    roofs.flash(draft, rules)
    vapour_kg = float(hazard.train.puffs[train.VAPOUR].sum())
    draft.hazard = replace(
        draft.hazard,
        train=train.EMPTY,
        flashed_kg=vapour_kg + hazard.train.dispersed_kg,
        ignited_tick=draft.tick,
    )


def _congested(rules: LiquidRelease, burning: Flammable) -> float:
    """Share of the flammable cloud that lies among the pipework."""
    if burning.area_m2 <= 0.0:
        return 0.0
    x, y, part_m = rules.incident.congested_m
    away_m = distance_m(burning.x_m, burning.y_m, x, y)
    shared = congestion.overlap_m2(flash_fire_zone.radius_m(burning.area_m2), part_m, away_m)
    return congestion.share(shared, burning.area_m2, CLOUD_DEPTH_M, PIPEWORK_M)


def _light_pools(draft: Draft, rules: LiquidRelease, burning: Flammable) -> None:
    """The flash runs back over every pool that lies under the flammable cloud."""
    fires = list(draft.hazard.fires_kw)
    reach = sqrt(burning.area_m2 / pi)
    for n, bund in enumerate(rules.site.bunds):
        x, y = bund.middle_m
        if draft.hazard.pools[n].mass_kg > 0.0 and distance_m(x, y, burning.x_m, burning.y_m) <= reach + 40.0:
            fires[n] = 1.0
            draft.fact("pool_fire")
    draft.hazard = replace(draft.hazard, fires_kw=tuple(fires))
