"""Tank fire: the heat of a burning tank on the shell beside it, and the fire of a rim seal.

A tank that burns over its whole surface is `pool_fire.pool_fire` with base_m at the rim; its shell hides the flame from
below the foot.
"""

from dataclasses import dataclass
from math import pi

import numpy as np

from sim_core import exact
from sim_core.physics import pool_fire, transmissivity
from sim_core.physics.pool_fire import PoolFire
from sim_core.physics.validity import Example, states
from sim_core.text import Text

RAD = pi / 180.0
LEVELS = 9  # places up the shell


@dataclass(frozen=True, slots=True)
class ShellHeat:
    """Heat on the line of a shell that faces the fire, kW/m2: the greatest along its height, and the mean."""

    greatest_kw_m2: float
    mean_kw_m2: float


@states(
    "Mudan, Prog. Energy Combust. Sci. 10 (1984) 59-80",
    assumes=Text(
        "邻罐朝火一侧竖线上取 9 个高度，接收面竖直",
        "Nine heights on the line of the neighbour's shell that faces the fire, each upright",
    ),
    axis_distance_m=(2.0, 1000.0),
    shell_radius_m=(0.5, 60.0),
    shell_height_m=(1.0, 60.0),
    bearing_deg=(-360.0, 360.0),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)
def shell_heat(
    fire: PoolFire,
    axis_distance_m: float,
    shell_radius_m: float,
    shell_height_m: float,
    bearing_deg: float,
    air_temperature_k: float,
    relative_humidity: float,
) -> ShellHeat:
    """Heat on a neighbour's shell, kW/m2; axis_distance_m between the middles of fire and neighbour.

    q = upright heat at distance axis_distance_m - shell_radius_m on bearing_deg (0 = the neighbour lies downwind).

    Example: tests/sim_core/test_physics_tank_fire.py
    """
    angle = bearing_deg * RAD
    away = axis_distance_m - shell_radius_m
    z = shell_height_m * (np.arange(LEVELS) + 0.5) / LEVELS
    x = np.full_like(z, away * exact.cos(angle))
    y = np.full_like(z, away * exact.sin(angle))
    heat = pool_fire.heat_flux_array(fire, x, y, z, air_temperature_k, relative_humidity, upright=True)
    return ShellHeat(float(np.max(heat)), float(np.mean(heat)))


@states(
    "geometry of a ring, width 0.3 to 1.2 m: GB 50151-2021, 4.3 gives the foam dam at least 0.9 m from the shell",
    Example("half the ring of a 60 m tank, 1 m wide: 0.5 x pi x 59 x 1", {
        "tank_diameter_m": 60.0, "seal_width_m": 1.0, "share": 0.5}, 92.68),
    tank_diameter_m=(3.0, 120.0),
    seal_width_m=(0.1, 2.0),
    share=(0.0, 1.0),
)  # fmt: skip
def seal_area_m2(tank_diameter_m: float, seal_width_m: float, share: float) -> float:
    """Area that burns of a rim seal, m2, share of the ring between shell and foam dam. A = s pi (D - w) w."""
    return share * pi * (tank_diameter_m - seal_width_m) * seal_width_m


@states(
    "line fire: Delichatsios 1984, as in SFPE Handbook, 3rd ed. 2002, ch. 2-14: L = 0.034 Q'^(2/3)",
    Example("721 kW/m: 80.4 x 0.034", {
        "burning_flux_kg_m2_s": 0.055, "heat_of_combustion_j_kg": 43.7e6, "seal_width_m": 0.3}, 2.734, 0.01),
    burning_flux_kg_m2_s=(0.001, 0.3),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
    seal_width_m=(0.1, 2.0),
)  # fmt: skip
def seal_flame_m(burning_flux_kg_m2_s: float, heat_of_combustion_j_kg: float, seal_width_m: float) -> float:
    """Height of the flames over a rim seal, m. L = 0.034 Q'^(2/3), Q' = m Hc w, kW per metre of rim."""
    per_m = 1.0e-3 * burning_flux_kg_m2_s * heat_of_combustion_j_kg * seal_width_m
    return 0.034 * exact.power(per_m, 2.0 / 3.0)


@states(
    "point source: NUREG-1805, 2004, ch. 5",
    Example("NUREG-1805: 472403.6 kW, 39.624 m, radiant fraction 0.3, in clear air 7.183 kW/m2", {
        "heat_release_kw": 472403.6, "radiant_fraction": 0.3, "distance_m": 39.624, "air_temperature_k": 293.0,
        "relative_humidity": 0.0}, 7.183, 0.15),
    heat_release_kw=(0.0, 1.0e7),
    radiant_fraction=(0.02, 0.6),
    distance_m=(1.0, 2000.0),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)  # fmt: skip
def seal_heat_kw_m2(
    heat_release_kw: float,
    radiant_fraction: float,
    distance_m: float,
    air_temperature_k: float,
    relative_humidity: float,
) -> float:
    """Heat from a rim-seal fire at distance_m from its middle, kW/m2. q = X Q t / (4 pi r^2)."""
    through = transmissivity.transmissivity(air_temperature_k, relative_humidity, distance_m)
    return through * pool_fire.point_source_kw_m2(heat_release_kw, radiant_fraction, distance_m)
