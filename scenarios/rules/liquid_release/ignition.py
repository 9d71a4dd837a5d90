"""Ignition: where the flammable cloud meets something that burns, sparks or runs, at that place and time."""

from dataclasses import replace
from math import sqrt

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.people.doing import perform
from sim_core.physics import cloud as clouds
from sim_core.physics import cloud_reading, explosion
from sim_core.physics.cloud_reading import Flammable
from sim_core.world import TICKS_PER_S, Source

# Clouds are patchy: pockets burn where the mean is half of LFL (0.5 LFL rule). Training assumption 训练假设.
POCKET_LEL = 50.0
FLASH_DEAD_LEL, FLASH_HURT_LEL = 100.0, 50.0
BLAST_STRENGTH = 6  # inside the tank farm's pipework: training assumption 训练假设
BLAST_HURT_PA, BLAST_DEAD_PA = 35.0e3, 100.0e3


def stop_sources(draft: Draft, rules: LiquidRelease) -> None:
    """An open breaker darkens the lamps; seconds after the announcement hot work ends and traffic stands."""
    for i, s in enumerate(draft.sources):
        if s.kind == "lighting" and s.stopped_tick < 0 and _dark(draft, rules):
            draft.sources[i] = replace(s, stopped_tick=draft.tick)
            draft.event("changed", subject=s.id, detail="stopped")
    stopped = draft.command.stop_work_tick
    if stopped < 0 or draft.tick < stopped + 10 * TICKS_PER_S:
        return
    for i, s in enumerate(draft.sources):
        if s.kind == "hot_work" and s.stopped_tick < 0:
            draft.sources[i] = replace(s, stopped_tick=draft.tick)
            draft.event("changed", subject=s.id, detail="stopped")
    van = draft.vehicles[0]
    if van.engine and not van.by:
        x, y = position(van, draft.tick)
        draft.vehicles[0] = replace(
            van, x_m=x, y_m=y, tick=draft.tick, vx_m_s=0.0, vy_m_s=0.0, until_tick=0, route=(), engine=False,
            start_tick=-1,
        )  # fmt: skip
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
        if lel >= POCKET_LEL and active(s, draft.tick):
            _ignite(draft, rules, s.id, "")
            return
    for v, lel in zip(draft.vehicles, vehicles_lel, strict=True):
        if lel >= POCKET_LEL and v.engine:
            _ignite(draft, rules, v.id, v.by)
            return


def _ignite(draft: Draft, rules: LiquidRelease, source: str, by: str) -> None:
    """Flash fire over the flammable cloud, blast from its congested part, fire on the pools beneath it."""
    hazard, incident = draft.hazard, rules.incident
    burning = cloud_reading.flammable(hazard.cloud, incident.substance)
    draft.fact("ignition", by=by, value=burning.vapour_kg)
    draft.event("changed", subject=source, detail="ignited")
    cx, cy, radius = incident.congested_m
    off = _far(burning.x_m, burning.y_m, cx, cy)
    share = explosion.congested_share(burning.area_m2, clouds.PI * radius * radius, off)
    energy = explosion.energy_j(burning.vapour_kg * share, incident.substance.heat_of_combustion_j_kg)
    if energy > 0.0:
        draft.fact("explosion", by=by, value=burning.vapour_kg * share)
    _harm_people(draft, rules, energy, cx, cy)
    _harm_tanks(draft, rules, energy, cx, cy)
    _light_pools(draft, rules, burning)
    vapour_kg = float(hazard.cloud.puffs[clouds.VAPOUR].sum())
    draft.hazard = replace(
        draft.hazard,
        cloud=clouds.empty(),
        flashed_kg=vapour_kg + hazard.cloud.dispersed_kg,
        ignited_tick=draft.tick,
    )


def _far(ax: float, ay: float, bx: float, by: float) -> float:
    return sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by))


def harm_of(lel: float, blast_pa: float) -> str:
    """What flash and blast do to someone: dead, down, hurt or "". Clothes burn through within the LFL."""
    if lel >= FLASH_DEAD_LEL or blast_pa >= BLAST_DEAD_PA:
        return "dead"
    if lel >= FLASH_HURT_LEL or blast_pa >= BLAST_HURT_PA:
        return "hurt"
    return ""


def _harm_people(draft: Draft, rules: LiquidRelease, energy: float, cx: float, cy: float) -> None:
    hazard = draft.hazard
    for i, p in enumerate(draft.people):
        x, y = position(p, draft.tick)
        state = harm_of(
            hazard.lel_people[i], explosion.overpressure_pa(energy, _far(x, y, cx, cy), BLAST_STRENGTH)
        )
        if state:
            perform(draft, rules, i, Act("halt"))
            draft.people[i] = replace(draft.people[i], state=state)
            draft.event("harm", subject=p.seat, detail=state, value=1.0)
    for i, c in enumerate(draft.crowds):
        x, y = position(c, draft.tick)
        state = harm_of(
            hazard.lel_crowds[i], explosion.overpressure_pa(energy, _far(x, y, cx, cy), BLAST_STRENGTH)
        )
        if state and c.number:
            draft.crowds[i] = replace(c, number=0, hurt=c.hurt + c.number)
            draft.event("harm", subject=rules.site.crowds[i].id, detail=state, value=float(c.number))


def _harm_tanks(draft: Draft, rules: LiquidRelease, energy: float, cx: float, cy: float) -> None:
    for tank in rules.site.tanks:
        far = max(_far(tank.x_m, tank.y_m, cx, cy), 0.5 * tank.diameter_m)
        damage = explosion.tank_damage(explosion.overpressure_pa(energy, far, BLAST_STRENGTH))
        if damage:
            draft.event("changed", subject=tank.id, detail=damage)


def _light_pools(draft: Draft, rules: LiquidRelease, burning: Flammable) -> None:
    """The flash runs back over every pool that lies under the flammable cloud."""
    fires = list(draft.hazard.fires_kw)
    reach = sqrt(burning.area_m2 / clouds.PI)
    for n, bund in enumerate(rules.site.bunds):
        x, y = 0.5 * (bund.x0_m + bund.x1_m), 0.5 * (bund.y0_m + bund.y1_m)
        if draft.hazard.pools[n].mass_kg > 0.0 and _far(x, y, burning.x_m, burning.y_m) <= reach + 40.0:
            fires[n] = 1.0
            draft.fact("pool_fire")
    draft.hazard = replace(draft.hazard, fires_kw=tuple(fires))
