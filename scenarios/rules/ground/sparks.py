"""Sparks: what can ignite vapour at its place and time, and what stops it."""

from collections.abc import Sequence
from dataclasses import replace

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.physics import flash_fire_zone
from sim_core.world import TICKS_PER_S, Source, Vehicle

STAND_STILL_S = 10  # from the announcement to tools down and engines off


def stop_sources(draft: Draft, rules: Ground) -> None:
    """An open breaker darkens the lamps; seconds after the announcement hot work ends and traffic stands."""
    stopped = draft.command.stop_work_tick
    announced = stopped >= 0 and draft.tick >= stopped + STAND_STILL_S * TICKS_PER_S
    over = {"lighting": _dark(draft, rules), "hot_work": announced}
    for i, s in enumerate(draft.sources):
        if s.stopped_tick < 0 and over.get(s.kind, False):
            draft.sources[i] = replace(s, stopped_tick=draft.tick)
            draft.event("changed", subject=s.id, detail="stopped")
    for i, v in enumerate(draft.vehicles):
        if announced and v.engine and not v.by:  # who was sent by a seat drives on
            x, y = position(v, draft.tick)
            draft.vehicles[i] = Vehicle(v.id, x, y, draft.tick, speed_m_s=v.speed_m_s)
            draft.event("changed", subject=v.id, detail="stopped")


def _dark(draft: Draft, rules: Ground) -> bool:
    return any(
        d.kind == "breaker" and draft.devices[i].state == "stopped" for i, d in enumerate(rules.site.devices)
    )


def active(s: Source, tick: int) -> bool:
    """Whether a source can ignite vapour at this tick."""
    if tick < s.start_tick or s.stopped_tick >= 0:
        return False
    return ((tick - s.start_tick) / TICKS_PER_S) % s.period_s < s.on_s


def lit_by(draft: Draft, of_lfl: Sequence[float], vehicles_of_lfl: Sequence[float]) -> tuple[str, str] | None:
    """What ignites the vapour now, and by whose order it was there: id and seat, or None.

    of_lfl: vapour at each source over LFL, aligned with `draft.sources`; likewise at each vehicle.
    """
    for s, share in zip(draft.sources, of_lfl, strict=True):
        if flash_fire_zone.zone(share, 1.0) and active(s, draft.tick):
            return s.id, ""
    for v, share in zip(draft.vehicles, vehicles_of_lfl, strict=True):
        if flash_fire_zone.zone(share, 1.0) and v.engine:
            return v.id, v.by
    return None
