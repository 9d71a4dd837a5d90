"""Flash fire: which part of a cloud burns when it is lit, how fast and how high, and whom it harms."""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CCPS = "CCPS Guidelines for Vapor Cloud Explosion, Pressure Vessel Burst, BLEVE and Flash Fire Hazards, 2nd ed. 2010"
PURPLE = "TNO Purple Book CPR 18E, 2nd ed. 2005, part 1, ch. 5"
POCKETS = 0.5
EXPANSION = 8.0
GRAVITY = 9.80665
EMISSIVE_KW_M2 = 173.0  # CCPS ch. 5, from the Maplin Sands trials


@states(
    f"{PURPLE}: flash fire within the LFL contour",
    Example("mean 1.2 LFL", {"fraction": 0.06, "lfl": 0.05}, "burns"),
    Text(
        "云团浓度起伏：平均 0.5 LFL 以上的口袋也会燃烧",
        "clouds are patchy: pockets burn where the mean is above half of LFL",
    ),
    fraction=(0.0, 1.0),
    lfl=(0.001, 0.5),
)
def zone(fraction: float, lfl: float) -> str:
    """What happens here when the cloud is lit: "burns" (f >= LFL), "pockets" (f >= 0.5 LFL) or "". f = mean fraction.

    Vapour above UFL burns at its edge as it mixes: it belongs to the zone.
    """
    if fraction >= lfl:
        return "burns"
    return "pockets" if fraction >= POCKETS * lfl else ""


@states(
    f"{PURPLE}: lethality 1 within the flame envelope, 0 outside",
    Example("in the flame, unprotected", {"here": "burns", "fire_suit": False}, 1.0),
    Text(
        "穿消防服者在火焰内死亡概率 0.3；口袋区无防护者 0.2",
        "in fire clothing within the flame 0.3; unprotected in the pockets 0.2",
    ),
)
def death(here: str, fire_suit: bool) -> float:
    """Probability of death of a person in a zone, 0..1. P = 1 in the flame, less in fire clothing or in pockets."""
    if here == "burns":
        return 0.3 if fire_suit else 1.0
    return 0.2 if here == "pockets" and not fire_suit else 0.0


@states(
    f"{CCPS}, ch. 5: turbulent flame speed over the unburnt cloud, Maplin Sands and China Lake trials",
    Example("5 m/s of wind", {"wind_10m_m_s": 5.0}, 11.5),
    wind_10m_m_s=(0.0, 20.0),
)
def flame_speed_m_s(wind_10m_m_s: float) -> float:
    """Speed of the burning front through the cloud, m/s. S = 2.3 U, at least 2 m/s in calm."""
    return max(2.3 * wind_10m_m_s, 2.0)


@states(
    f"{CCPS}, ch. 5, flame height after Raj and Emmons",
    Example("by hand: 40 (6.743 x 1.1025 x 0.0078125 x 246.5 / 0.9768)^(1/3)", {
        "depth_m": 2.0, "speed_m_s": 11.5, "density_ratio": 1.05, "fraction": 0.1, "stoichiometric": 0.04,
        "air_fuel_ratio": 15.7}, 97.9, 1.0e-3),
    Text("贫云整体向上膨胀 8 倍", "a lean cloud expands eightfold, upward"),
    depth_m=(0.05, 50.0),
    speed_m_s=(0.5, 50.0),
    density_ratio=(0.5, 3.0),
    fraction=(0.0, 1.0),
    stoichiometric=(0.005, 0.5),
    air_fuel_ratio=(1.0, 40.0),
)  # fmt: skip
def flame_height_m(
    depth_m: float,
    speed_m_s: float,
    density_ratio: float,
    fraction: float,
    stoichiometric: float,
    air_fuel_ratio: float,
) -> float:
    """Height of the flame over a cloud of depth_m, m. H = 20 d (S^2/(g d) (rho0/rhoa)^2 w r^2/(1-w)^3)^(1/3).

    w = (phi - phi_st) / (8 (1 - phi_st)) for a rich cloud; a lean one burns through: H = the depth times 8.
    """
    rich = (fraction - stoichiometric) / (EXPANSION * (1.0 - stoichiometric))
    if rich <= 0.0:
        return EXPANSION * depth_m
    left = 1.0 - rich
    lift = speed_m_s * speed_m_s / (GRAVITY * depth_m) * density_ratio * density_ratio * rich
    height = 20.0 * depth_m * exact.power(lift * air_fuel_ratio * air_fuel_ratio / (left * left * left), 1.0 / 3.0)
    return max(height, EXPANSION * depth_m)


@states(
    "Kinematics of a front of constant speed (ISO 80000-3:2019)",
    Example("100 m at 10 m/s", {"length_m": 100.0, "speed_m_s": 10.0}, 10.0),
    length_m=(0.0, 1.0e5),
    speed_m_s=(0.5, 50.0),
)
def burn_time_s(length_m: float, speed_m_s: float) -> float:
    """How long the front needs through the cloud, s. t = L / S; length_m from the source to the farthest edge."""
    return length_m / speed_m_s


@states(
    "Circle of equal area (ISO 80000-3:2019)",
    Example("circle of radius 10 m", {"area_m2": 314.159265}, 10.0),
    area_m2=(0.0, 1.0e9),
)
def radius_m(area_m2: float) -> float:
    """Radius of the round footprint of equal area, m. r = sqrt(A / pi)."""
    return sqrt(area_m2 / 3.141592653589793)
