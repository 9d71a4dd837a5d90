"""Drivers: people without a seat whose vehicle stands near by, and what they do by themselves once they notice danger.

A driver who hears the siren, a leak or a blast goes to the cab, makes ready and starts the engine, and drives off if
there is a way; one who sleeps hears the siren alone, and later. Who is told first that all traffic stands, or to leave
on foot, leaves the vehicle as it is. Nothing here is drawn by chance.
"""

from dataclasses import dataclass, replace

from scenarios.model import Scenario
from scenarios.rules.ground.rules import Ground
from scenarios.rules.ground.sparks import STAND_STILL_S
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.people.walking import send_crowd
from sim_core.world import TICKS_PER_S, CrowdState, Vehicle

FRIGHTENING = ("hiss", "roar", "scream")


@dataclass(frozen=True, slots=True)
class Driver:
    """vehicle: by its id; crowd: position of those it belongs to; cab: where they get in; ready_s: how long they undo
    what holds it; bed: where they sleep, "" = nowhere; wakes_s: how long the siren takes to wake them."""

    vehicle: str
    crowd: int
    cab: str
    ready_s: float
    bed: str
    wakes_s: float


def drivers_of(scenario: Scenario) -> tuple[Driver, ...]:
    """Who drives what: the parameter `driver_<vehicle>`: `crowd;cab;ready_s;bed;wakes_s`."""
    crowds = [c.id for c in scenario.site.crowds]
    found = []
    for t in scenario.traffic:
        if f"driver_{t.id}" in scenario.params:
            crowd, cab, ready, bed, wakes = str(scenario.params[f"driver_{t.id}"]).split(";")
            found.append(Driver(t.id, crowds.index(crowd), cab, float(ready), bed, float(wakes)))
    return tuple(found)


def heed(draft: Draft, rules: Ground, drivers: tuple[Driver, ...]) -> None:
    """Once a second, every driver whose engine does not run."""
    for d in drivers:
        n = next((n for n, v in enumerate(draft.vehicles) if v.id == d.vehicle), -1)
        if n >= 0 and not draft.vehicles[n].engine:
            _heed(draft, rules, d, n)


def _heed(draft: Draft, rules: Ground, d: Driver, n: int) -> None:
    v, c = draft.vehicles[n], draft.crowds[d.crowd]
    if _told_to_leave_it(draft) or not c.number:
        if v.start_tick >= 0:
            draft.vehicles[n] = replace(v, start_tick=-1)
    elif 0 <= v.start_tick <= draft.tick:
        _start(draft, n, v)
    elif v.start_tick < 0 and _notices(draft, d, c):
        _go(draft, rules, d, n, v, c)


def _told_to_leave_it(draft: Draft) -> bool:
    stopped, left = draft.command.stop_work_tick, draft.command.evacuate_tick
    return left >= 0 or 0 <= stopped <= draft.tick - STAND_STILL_S * TICKS_PER_S


def _notices(draft: Draft, d: Driver, c: CrowdState) -> bool:
    siren, lit = draft.command.siren_tick, draft.hazard.ignited_tick
    if lit >= 0:
        return True
    if d.bed and c.place == d.bed:
        return 0 <= siren <= draft.tick - d.wakes_s * TICKS_PER_S
    x, y = position(c, draft.tick)
    return siren >= 0 or any(
        s.kind in FRIGHTENING and (s.reach_m == 0.0 or within_m(x, y, s.x_m, s.y_m, s.reach_m)) for s in draft.noises
    )


def _go(draft: Draft, rules: Ground, d: Driver, n: int, v: Vehicle, c: CrowdState) -> None:
    """To the cab; there the hands make ready, and then the engine starts."""
    if c.place == d.cab:
        draft.vehicles[n] = replace(v, start_tick=draft.tick + int(d.ready_s) * TICKS_PER_S)
    elif not c.until_tick:
        draft.crowds[d.crowd] = send_crowd(c, rules.site, d.cab, draft.tick)


def _start(draft: Draft, n: int, v: Vehicle) -> None:
    """The engine runs from now on; one that has a way is on it already."""
    draft.vehicles[n] = replace(v, engine=True)
    draft.event("changed", subject=v.id, detail="running")
    draft.fact("driver_started")
