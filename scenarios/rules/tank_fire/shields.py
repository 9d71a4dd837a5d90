"""Shields: walls of water between a fire and a tank, as high as they stand, as dense as the main lets them be."""

from collections.abc import Iterator
from math import sqrt

import numpy as np

from scenarios.rules.ground.curtains import Curtain, crossed
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.water import demand_l_min
from sim_core.draft import Draft
from sim_core.physics import burning_tank
from sim_core.physics.obstacles import curtain_transmits
from sim_core.physics.view_factor import Cylinder
from sim_core.site import Tank

Wall = tuple[Curtain, float]  # and its water, L/min for each metre
PARTS = 5  # of a flame's height, each looked at from its middle


def walls(draft: Draft, rules: TankFire) -> tuple[Wall, ...]:
    """Curtains that give water now."""
    return tuple(_walls(draft, rules))


def _walls(draft: Draft, rules: TankFire) -> Iterator[Wall]:
    size = rules.incident.size
    opened = [c for c in rules.incident.curtains if rules.open(draft, c.device) > 0.0]
    if opened:
        capacity = size.main_l_min * fires_of(draft).main_share
        share = burning_tank.shared(capacity, sum(demand_l_min(draft, rules)))
        for c in opened:
            yield c, rules.open(draft, c.device) * share * size.curtain_l_min_m


def heights_of(flame: Cylinder) -> tuple[float, ...]:
    """The middles of the parts of a flame, above the ground."""
    upright = flame.length_m * sqrt(1.0 - flame.tilt_sine * flame.tilt_sine)
    return tuple(flame.base_m + upright * (k + 0.5) / PARTS for k in range(PARTS))


def passes(
    rules: TankFire, standing: tuple[Wall, ...], x_m: float, y_m: float, heights_m: tuple[float, ...], tank: Tank
) -> float:
    """Share of a fire's heat that reaches the rim of a tank past the walls between: over them all of it passes."""
    share = 1.0
    dx, dy = tank.x_m - x_m, tank.y_m - y_m
    away = sqrt(dx * dx + dy * dy)
    if not standing or away <= 0.5 * tank.diameter_m:
        return share
    near = (away - 0.5 * tank.diameter_m) / away
    facing = np.array([(x_m + dx * near, y_m + dy * near)])
    for curtain, litres in standing:
        behind, along = crossed(curtain, x_m, y_m, facing)
        if bool(behind[0]):
            at = float(along[0])
            below = [h for h in heights_m if h + (tank.rim_m - h) * at <= rules.incident.size.curtain_top_m]
            share *= 1.0 - len(below) / len(heights_m) * (1.0 - curtain_transmits(litres))
    return share
