"""Ignition: where the flammable cloud meets something that burns, sparks or runs, at that place and time."""

from dataclasses import replace
from math import sqrt

from scenarios.rules.liquid_release.harm import strike
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.physics import cloud as clouds
from sim_core.physics import cloud_reading, explosion
from sim_core.physics.cloud_reading import Flammable
from sim_core.physics.ignition import ignites
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S, Source, Vehicle

STAND_STILL_S = 10  # from the announcement to tools down and engines off


def stop_sources(draft: Draft, rules: LiquidRelease) -> None:
    """An open breaker darkens the lamps; seconds after the announcement hot work ends and traffic stands."""
    stopped = draft.command.stop_work_tick
    announced = stopped >= 0 and draft.tick >= stopped + STAND_STILL_S * TICKS_PER_S
    over = {"lighting": _dark(draft, rules), "hot_work": announced}
    for i, s in enumerate(draft.sources):
        if s.stopped_tick < 0 and over.get(s.kind, False):
            draft.sources[i] = replace(s, stopped_tick=draft.tick)
            draft.event("changed", subject=s.id, detail="stopped")
    van = draft.vehicles[0]
    if announced and van.engine:
        x, y = position(van, draft.tick)
        draft.vehicles[0] = Vehicle(van.id, x, y, draft.tick, speed_m_s=van.speed_m_s)
        draft.event("changed", subject=van.id, detail="stopped")


def _dark(draft: Draft, rules: LiquidRelease) -> bool:
    return any(
        d.kind == "breaker" and draft.devices[i].state == "stopped" for i, d in enumerate(rules.site.devices)
    )


def active(s: Source, tick: int) -> bool:
    """Whether a source can ignite vapour at this tick."""
    if tick < s.start_tick or s.stopped_tick >= 0:
        return False
    return ((tick - s.start_tick) / TICKS_PER_S) % s.period_s < s.on_s


def look_for_spark(
    draft: Draft, rules: LiquidRelease, vehicles_lel: list[float], sources_lel: list[float]
) -> None:
    """The cloud burns once, when half of LFL stands at a source that is at work or a vehicle whose engine runs."""
    if draft.hazard.ignited_tick >= 0:
        return
    for s, lel in zip(draft.sources, sources_lel, strict=True):
        if ignites(lel / 100.0) and active(s, draft.tick):
            _ignite(draft, rules, s.id, "")
            return
    for v, lel in zip(draft.vehicles, vehicles_lel, strict=True):
        if ignites(lel / 100.0) and v.engine:
            _ignite(draft, rules, v.id, v.by)
            return


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
