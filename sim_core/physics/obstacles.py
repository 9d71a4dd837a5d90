"""Obstacles: what stands in the way of a cloud: water curtain, vapour fence or bund wall, the wake of a building.

Each gives a dilution >= 1 that the concentration is divided by, or the share of the gas that is washed out.
"""

from math import pi

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

LITRE_MIN = 1.0e-3 / 60.0  # m3/s
AIR_PER_WATER = 5000.0
MOST_CURTAIN = 5.0
REACH_HEIGHTS = 10.0
RADIANT_M_MIN_L = 0.011552453009332421  # ln 2 / 60
MOST_FENCE = 2.0
FENCE_REACH = 30.0
NUREG_SHARE = 0.5
NUREG_MOST = 3.0
# gas -> share washed out by each kg of water for a kg of gas, as an exponent; hydrogen fluoride: 90 % at 40 to 1.
WASHED = {
    "hydrogen_fluoride": 0.0576,
    "hydrogen_chloride": 0.05,
    "ammonia": 0.03,
    "sulfur_dioxide": 0.005,
    "chlorine": 0.001,
}
WASHED_ALKALINE = {"chlorine": 0.02, "hydrogen_chloride": 0.06, "sulfur_dioxide": 0.03}
CURTAIN = Text(
    "水幕卷吸空气体积取水量的 5000 倍，稀释倍数不超过 5，随下风距离衰减",
    "a curtain draws in 5000 times its volume of water in air, dilutes at most fivefold, less farther downwind",
)


@states(
    "no source at hand; form: air drawn in by a spray against the gas that passes under it",
    Example(
        "60 L/min per metre, 2 m/s, 2 m deep, at the line: 1 + 5000 x 0.001 / 4",
        {"water_l_min_m": 60.0, "wind_m_s": 2.0, "cloud_height_m": 2.0, "beyond_m": 0.0},
        2.25,
    ),
    assumes=CURTAIN,
    water_l_min_m=(0.0, 1000.0),
    wind_m_s=(0.1, 60.0),
    cloud_height_m=(0.1, 100.0),
    beyond_m=(0.0, 1.0e4),
)
def curtain_dilution(water_l_min_m: float, wind_m_s: float, cloud_height_m: float, beyond_m: float) -> float:
    """What a water curtain dilutes by, 1..5. F = 1 + 5000 w / (u h), fading as (F - 1) / (1 + x / 10 h)^2.

    beyond_m: how far behind the line.
    """
    air = AIR_PER_WATER * water_l_min_m * LITRE_MIN / (wind_m_s * cloud_height_m)
    return 1.0 + min(air, MOST_CURTAIN - 1.0) * _fading(beyond_m, REACH_HEIGHTS * cloud_height_m)


@states(
    "no source at hand; form: Beer and Lambert's law through drops that fall as one sheet",
    Example("60 L/min per metre", {"water_l_min_m": 60.0}, 0.5),
    assumes=Text(
        "每米 60 L/min 的水幕挡去一半热辐射，水量加倍再挡去余下的一半",
        "a curtain of 60 L/min per metre keeps back half of the heat that radiates through it, twice the water half of"
        " the rest",
    ),
    water_l_min_m=(0.0, 1000.0),
)
def curtain_transmits(water_l_min_m: float) -> float:
    """Share of radiant heat that passes a water curtain, 0..1. t = exp(-ln 2 w / 60)."""
    return exact.exp(-RADIANT_M_MIN_L * water_l_min_m)


@states(
    "hydrogen fluoride: Schatz and Koopman 1989, Effectiveness of Water Spray Mitigation Systems for Accidental "
    "Releases of Hydrogen Fluoride (Hawk tests), 90 % at 40 to 1; others without a source",
    Example("Hawk tests: 40 kg of water for a kg of gas", {"gas": "hydrogen_fluoride", "water_ratio": 40.0,
                                                           "alkaline": False}, 0.90, 0.01),
    assumes=Text(
        "除氟化氢外，水洗吸收系数为训练取值；清水对氯几乎无效",
        "but for hydrogen fluoride the rates of washing out are training values; plain water hardly takes chlorine",
    ),
    water_ratio=(0.0, 1000.0),
)  # fmt: skip
def washed_share(gas: str, water_ratio: float, alkaline: bool) -> float:
    """Share of a gas that a curtain washes out, 0..1; 0 of one that does not dissolve. a = 1 - exp(-k R).

    water_ratio: kg of water for each kg of gas that passes; alkaline: whether lye is added.
    """
    rate = WASHED.get(gas, 0.0)
    if alkaline:
        rate = max(rate, WASHED_ALKALINE.get(gas, 0.0))
    return 1.0 - exact.exp(-rate * water_ratio)


@states(
    "no source at hand",
    Example("fence as high as the cloud, at the fence", {"fence_height_m": 1.0, "cloud_height_m": 1.0,
                                                         "beyond_m": 0.0}, 2.0),
    assumes=Text(
        "围堰或挡墙使重气云最多稀释 2 倍，30 倍墙高以外衰减",
        "a bund wall or vapour fence dilutes a dense cloud at most twofold, fading over 30 heights of the wall",
    ),
    fence_height_m=(0.0, 20.0),
    cloud_height_m=(0.05, 100.0),
    beyond_m=(0.0, 1.0e4),
)  # fmt: skip
def fence_dilution(fence_height_m: float, cloud_height_m: float, beyond_m: float) -> float:
    """What a wall across the path of a dense cloud dilutes by, 1..2. F = 1 + min(hf / hc, 1) / (1 + x / 30 hf)^2."""
    if fence_height_m == 0.0:
        return 1.0
    lifted = min(fence_height_m / cloud_height_m, MOST_FENCE - 1.0)
    return 1.0 + lifted * _fading(beyond_m, FENCE_REACH * fence_height_m)


@states(
    "US NRC Regulatory Guide 1.145, rev. 1 1982, sec. C.1.3.1: wake of a building, at most threefold",
    Example("(100 pi + 100) / 100 pi", {"sigma_y_m": 10.0, "sigma_z_m": 10.0, "building_m2": 200.0}, 1.31831),
    sigma_y_m=(1.0e-3, 1.0e5),
    sigma_z_m=(1.0e-3, 1.0e5),
    building_m2=(0.0, 1.0e4),
)
def wake_dilution(sigma_y_m: float, sigma_z_m: float, building_m2: float) -> float:
    """What the wake dilutes a release at the foot of a building by, 1..3. F = (pi sy sz + A/2) / (pi sy sz).

    building_m2: least cross-section of the building.
    """
    plume_m2 = pi * sigma_y_m * sigma_z_m
    return min((plume_m2 + NUREG_SHARE * building_m2) / plume_m2, NUREG_MOST)


def _fading(beyond_m: float, reach_m: float) -> float:
    spent = 1.0 + beyond_m / reach_m
    return 1.0 / (spent * spent)
