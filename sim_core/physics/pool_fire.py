"""Pool fire: the burning pool as a leaning flame, and the heat that reaches a place near or far from it."""

from dataclasses import dataclass
from math import pi, sqrt

import numpy as np

from sim_core import exact
from sim_core.exact.polynomial import FloatArray
from sim_core.physics import burning_rate, flame, transmissivity, view_factor
from sim_core.physics.validity import Example, states
from sim_core.physics.view_factor import Cylinder
from sim_core.text import Text

RAD = pi / 180.0
LUMINOUS_KW_M2 = 140.0
# Most: measured on LNG flames 20 and 56 m wide with narrow view (Phoenix). Least, mean over the flame, and from where
# on its axis it radiates: fitted on Phoenix 1 and Montoir 1.
LNG_LEAST_KW_M2, LNG_MOST_KW_M2, LNG_WIDE_M = 135.0, 245.0, 20.0
LNG_CENTRE, MIDDLE = 0.3, 0.5
MOST_KW_M2 = 350.0
# In lengths of the flame from its middle: solid flame up to the first, point source from the second.
NEAR, FAR = 0.75, 1.5
SMOKE = "Mudan and Croce, SFPE Handbook of Fire Protection Engineering, 3rd ed. 2002, ch. 3-11"


@dataclass(frozen=True, slots=True)
class PoolFire:
    """A burning pool. radiant_kw: all that it radiates; flame: its shape, downwind being where the wind blows to.

    centre: from where it radiates afar, as a share of its length.
    """

    flame: Cylinder
    tilt_deg: float
    heat_release_kw: float
    emissive_power_kw_m2: float
    radiant_kw: float
    centre: float = MIDDLE


@states(
    SMOKE,
    Example("20 m: 140 x 0.0907 + 20 x 0.9093", {"diameter_m": 20.0, "smoke_kw_m2": 20.0}, 30.886),
    diameter_m=(0.2, 300.0),
    smoke_kw_m2=(5.0, 140.0),
)
def smoky_power_kw_m2(diameter_m: float, smoke_kw_m2: float) -> float:
    """Mean emissive power of a flame that smoke hides, kW/m2. E = 140 exp(-0.12 D) + S (1 - exp(-0.12 D))."""
    bare = exact.exp(-0.12 * diameter_m)
    return LUMINOUS_KW_M2 * bare + smoke_kw_m2 * (1.0 - bare)


@states(
    f"{SMOKE}; LNG: Blanchat et al., SAND2010-8676, 2011 (Phoenix), as in NIST fire experiments 2026",
    assumes=Text(
        "清洁火焰的表面辐射功率 = 辐射份额 × 热释放 / 火焰侧面积；"
        "LNG 取 135 至 245 kW/m2（池径 20 m 以下下限按比例降低），远处视为自火焰轴线十分之三处辐射，"
        "下限、该处与 LNG 的辐射份额由 Phoenix 1 与 Montoir 1 拟合；"
        "冒烟火焰取 Mudan-Croce 值，且不超过其辐射份额；"
        "LPG 烟幕部分取 38.8 kW/m2，辐射份额 0.30；氢 0.20",
        "A clean flame radiates its radiant fraction of the heat over its side; LNG is held in 135 to 245"
        " kW/m2 (the lower bound falls in proportion below 20 m) and radiates afar from three tenths along its axis:"
        " the lower bound, that place and its radiant fraction are fitted on Phoenix 1 and Montoir 1; a smoky one"
        " radiates as Mudan and Croce say, but no more than its radiant fraction; the smoke of LPG gives 38.8 kW/m2,"
        " its radiant fraction is 0.30, that of hydrogen 0.20",
    ),
    burning_flux_kg_m2_s=(0.001, 0.3),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
    diameter_m=(0.5, 200.0),
    wind_m_s=(0.0, 25.0),
    smoke_kw_m2=(0.0, 140.0),
    radiant_fraction=(0.02, 0.6),
    base_m=(0.0, 100.0),
    example=Example("Phoenix LNG 1: 50 deg; 0.147 x 50.0 MJ/kg x 336.5 m2", {
        "burning_flux_kg_m2_s": 0.147, "heat_of_combustion_j_kg": 50.0e6, "diameter_m": 20.7, "wind_m_s": 4.77,
        "smoke_kw_m2": 0.0, "radiant_fraction": 0.25}, {"tilt_deg": 50.0, "heat_release_kw": 2.473e6}, 0.1),
)  # fmt: skip
def pool_fire(
    burning_flux_kg_m2_s: float,
    heat_of_combustion_j_kg: float,
    diameter_m: float,
    wind_m_s: float,
    smoke_kw_m2: float,
    radiant_fraction: float,
    base_m: float = 0.0,
    cold: bool = False,
) -> PoolFire:
    """A round pool that burns steadily. smoke_kw_m2: of the smoke-covered flame, 0 = burns clean; cold: LNG.

    radiant_kw = emissive power x side, side = pi (a + b) L of the flame with half widths a, b and length L. A tank that
    burns over its whole surface is a pool at the height of its rim, base_m.
    """
    smoky = smoke_kw_m2 > 0.0
    heat = burning_rate.heat_release_kw(burning_flux_kg_m2_s, heat_of_combustion_j_kg, diameter_m)
    length = flame.length_m(heat, burning_flux_kg_m2_s, diameter_m, wind_m_s, smoky)
    sine = flame.tilt_sine(diameter_m, wind_m_s, smoky)
    across = 0.5 * diameter_m
    along = across * flame.drag_ratio(diameter_m, wind_m_s)
    side = pi * (along + across) * length
    share = radiant_fraction * heat / side
    if smoky:
        power = min(smoky_power_kw_m2(diameter_m, smoke_kw_m2), share)
    elif cold:
        least = LNG_LEAST_KW_M2 * min(diameter_m / LNG_WIDE_M, 1.0)
        power = min(max(share, least), LNG_MOST_KW_M2)
    else:
        power = min(share, MOST_KW_M2)
    shape = Cylinder(along, across, length, sine, along - across, base_m)
    tilt = exact.atan2(sine, sqrt(1.0 - sine * sine)) / RAD
    return PoolFire(shape, tilt, heat, power, power * side, LNG_CENTRE if cold else MIDDLE)


@states(
    "NUREG-1805, Fire Dynamics Tools, 2004, ch. 5",
    Example("472403.6 kW, 0.3, 39.624 m: 7.183 kW/m2", {
        "heat_release_kw": 472403.6, "radiant_fraction": 0.3, "distance_m": 39.624}, 7.183034614795194, 1e-6),
    heat_release_kw=(1.0, 5.0e8),
    radiant_fraction=(0.02, 0.6),
    distance_m=(0.1, 5000.0),
)  # fmt: skip
def point_source_kw_m2(heat_release_kw: float, radiant_fraction: float, distance_m: float) -> float:
    """Heat at distance_m from the middle of a flame in air that lets all through, kW/m2. q = X Q / (4 pi r^2)."""
    return radiant_fraction * heat_release_kw / (4.0 * pi * distance_m * distance_m)


@states(
    "Shokri and Beyler 1989, as in SFPE Handbook, 3rd ed. 2002, ch. 3-11: 0.7 < L/D < 15",
    Example("L/D = 3: 15.4 x 3^-1.59", {"diameter_m": 2.0, "distance_m": 6.0}, 2.6847),
    diameter_m=(1.0, 50.0),
    distance_m=(0.7, 750.0),
)
def shokri_beyler_kw_m2(diameter_m: float, distance_m: float) -> float:
    """Heat on an upright receiver on the ground, kW/m2, any fuel: a check of size. q = 15.4 (L / D)^-1.59.

    distance_m from the middle of the pool, L in the formula.
    """
    return 15.4 * exact.power(distance_m / diameter_m, -1.59)


@states(
    "solid flame: Mudan, Prog. Energy Combust. Sci. 10 (1984) 59-80; point source: NUREG-1805, 2004, ch. 5",
    assumes=Text(
        "距火焰中点 0.75 倍火焰长以内为实体火焰，1.5 倍以外为点源，其间线性过渡；接收面取最不利朝向",
        "Solid flame up to 0.75 flame lengths from its middle, point source from 1.5, linear between; the receiver"
        " faces the worst way",
    ),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)
def heat_flux_array(
    fire: PoolFire,
    downwind_m: FloatArray,
    crosswind_m: FloatArray,
    height_m: FloatArray,
    air_temperature_k: float,
    relative_humidity: float,
    upright: bool = False,
) -> FloatArray:
    """Heat at many receivers, kW/m2; arrays of one dimension, m from the middle of the pool, heights above ground.

    near: q = E F t; far: q = radiant_kw t / (4 pi r^2), r from the centre of the fire on the flame's axis, t the
    transmissivity from the flame's side. upright: on a wall that faces the flame (a tank's shell), not the worst way.

    Example: tests/sim_core/test_physics_pool_fire.py
    """
    shape, air = fire.flame, (air_temperature_k, relative_humidity)
    away, through, _ = middle = _from_axis(shape, MIDDLE, downwind_m, crosswind_m, height_m, *air)
    vertical, _, greatest = view_factor.view_factors_array(shape, downwind_m, crosswind_m, height_m)
    solid = fire.emissive_power_kw_m2 * (vertical if upright else greatest)
    of_middle = fire.centre == MIDDLE
    far, reached, level = (
        middle if of_middle else _from_axis(shape, fire.centre, downwind_m, crosswind_m, height_m, *air)
    )
    point = fire.radiant_kw / (4.0 * pi * far * far)
    if upright:
        point = point * level / far
    if not of_middle:
        point = point * reached / np.maximum(through, 1.0e-9)
    size = max(shape.length_m, 2.0 * shape.across_m)
    share = np.clip((away / size - NEAR) / (FAR - NEAR), 0.0, 1.0)
    found: FloatArray = through * (solid * (1.0 - share) + point * share)
    return found


def _from_axis(
    shape: Cylinder,
    along: float,
    downwind_m: FloatArray,
    crosswind_m: FloatArray,
    height_m: FloatArray,
    air_temperature_k: float,
    relative_humidity: float,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Distance (m) from a point so far along the flame's axis, what the air lets through, distance on the level (m)."""
    upward = along * shape.length_m * sqrt(1.0 - shape.tilt_sine * shape.tilt_sine)
    east = downwind_m - shape.offset_m - along * shape.length_m * shape.tilt_sine
    rise = shape.base_m + upward - height_m
    level2 = east * east + crosswind_m * crosswind_m
    away = np.sqrt(np.maximum(level2 + rise * rise, 1.0e-6))
    path = np.maximum(away - shape.across_m, 0.0)
    through = transmissivity.transmissivity_array(air_temperature_k, relative_humidity, path)
    return away, through, np.sqrt(level2)


@states(
    "as `heat_flux_array`: Mudan 1984; NUREG-1805, 2004, ch. 5",
    distance_m=(0.0, 5000.0),
    bearing_deg=(-360.0, 360.0),
    height_m=(0.0, 200.0),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)
def heat_flux_kw_m2(
    fire: PoolFire,
    distance_m: float,
    bearing_deg: float,
    height_m: float,
    air_temperature_k: float,
    relative_humidity: float,
    upright: bool = False,
) -> float:
    """Heat at one receiver, kW/m2, distance_m from the middle of the pool. q as in `heat_flux_array`.

    bearing_deg: 0 = downwind, 90 = crosswind, 180 = upwind. upright: as there.

    Example: tests/sim_core/test_physics_pool_fire.py
    """
    angle = bearing_deg * RAD
    at = (distance_m * exact.cos(angle), distance_m * exact.sin(angle), height_m)
    x, y, z = (np.array([v]) for v in at)
    return float(heat_flux_array(fire, x, y, z, air_temperature_k, relative_humidity, upright)[0])
