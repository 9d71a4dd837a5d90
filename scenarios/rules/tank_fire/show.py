"""What eyes and ears find of a tank fire, put up once a second."""

from collections.abc import Iterator

from scenarios.rules.ground import curtains, sights
from scenarios.rules.tank_fire import shells, shields
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.draft import Draft
from sim_core.world import TICKS_PER_S, Noise, Sight

ROAR_M, SCREAM_M = 150.0, 250.0
FILM_L_MIN_M2 = 0.1
SIGNAL_S = 60.0


def show(draft: Draft, rules: TankFire) -> None:
    """Fires, shells, water; the roar of the fire and the scream of a hatch."""
    full = rules.incident.size.curtain_l_min_m
    walls = curtains.seen((c, litres / full) for c, litres in shields.walls(draft, rules))
    bunds = sights.bunds(draft, rules, rules.incident.faint)
    draft.sights = (*_tanks(draft, rules), *bunds, *_monitors(draft, rules), *walls)
    draft.noises = tuple(_noises(draft, rules))


def top_of(tank: str) -> str:
    """The zone from which, or looking into which, one sees what burns on a tank."""
    return f"{tank}-top"


def _tanks(draft: Draft, rules: TankFire) -> Iterator[Sight]:
    """From the ground a tank burns or smokes; only from above one sees whether its seal or its whole surface does."""
    now = fires_of(draft)
    for n, (tank, blaze) in enumerate(zip(rules.site.tanks, now.tanks, strict=True)):
        if blaze.fire and (draft.weather.night or not rules.incident.faint):
            yield Sight("fire", tank.id, tank.x_m, tank.y_m, "burning", shines=True)
            yield Sight("tank_fire", tank.id, tank.x_m, tank.y_m, blaze.fire, inside=top_of(tank.id))
        elif blaze.was:
            yield Sight("fire", tank.id, tank.x_m, tank.y_m, "out", shines=True)
        if not blaze.sound:
            yield Sight("shell", tank.id, tank.x_m, tank.y_m, "buckled", shines=True)
        elif shells.glows(draft, rules, n):
            yield Sight("shell", tank.id, tank.x_m, tank.y_m, "glowing", shines=True)
        if draft.tanks[n].spill_kg_s > 0.0:
            yield Sight("overflow", tank.id, tank.x_m, tank.y_m, "pouring", shines=bool(blaze.fire))
        if now.applied_l_min_m2[n] > FILM_L_MIN_M2:
            yield Sight("spray", tank.id, tank.x_m, tank.y_m, "film")


def _monitors(draft: Draft, rules: TankFire) -> Iterator[Sight]:
    for i, device in enumerate(rules.site.devices):
        state = draft.devices[i].state
        if device.kind == "water_monitor" and state in ("fog", "jet"):
            at = rules.site.place[device.place]
            yield Sight("spray", device.id, at.x_m, at.y_m, state)


def _noises(draft: Draft, rules: TankFire) -> Iterator[Noise]:
    now = fires_of(draft)
    if now.retreat_tick >= 0 and draft.tick - now.retreat_tick <= SIGNAL_S * TICKS_PER_S:
        yield Noise("retreat", *rules.centre_m)
    for n, (tank, blaze) in enumerate(zip(rules.site.tanks, now.tanks, strict=True)):
        if blaze.fire:
            yield Noise("roar", tank.x_m, tank.y_m, ROAR_M)
        if shells.screams(draft, rules, n):
            yield Noise("scream", tank.x_m, tank.y_m, SCREAM_M)
