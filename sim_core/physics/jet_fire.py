"""Jet fire: the flame of gas that escapes under pressure: length, lift-off, radiated share, heat around it."""

from dataclasses import dataclass
from math import pi, sqrt

import numpy as np

from sim_core import exact
from sim_core.exact.polynomial import FloatArray
from sim_core.physics import transmissivity
from sim_core.physics.properties import GAS_CONSTANT
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CHAMBERLAIN = "Chamberlain, Chem. Eng. Res. Des. 65 (1987) 299-309; TNO Yellow Book, CPR 14E, 3rd ed. 1997, sec. 6.5.3"
HANKINSON = "Hankinson and Lowesmith, Combust. Flame 159 (2012) 1165-1177"
PANDA = "Panda and Hecht, Int. J. Hydrogen Energy 42 (2017), as in HyRAM 6.1; width 0.17 L and residence time: as there"
AIR_KG_M3 = 1.2
AIR_KG_MOL = 0.02896
GRAVITY_M_S2 = 9.81
AMBIENT_PA = 101325.0
RAD = pi / 180.0
POINTS, WAIST = 48, 0.75  # sources along the flame, and where along it they are strongest
SHORTENED = 0.00607  # per degree between the axis of the hole and the wind, from 90
FLAME_K, PRODUCTS_KG_MOL = 2226.0, 0.0276  # methane burnt in air
ABSORBED_PER_M = 0.5  # Planck mean of burnt methane
MOST_RADIANT = 0.45
MOST_KW_M2 = 350.0


@dataclass(frozen=True, slots=True)
class JetFire:
    """A steady jet fire along a straight axis. radiant_kw: all that it radiates."""

    length_m: float
    lift_off_m: float
    width_m: float
    radiant_fraction: float
    radiant_kw: float


@states(
    CHAMBERLAIN,
    Example("methane, 60 bar, 288 K, k = 1.31: Mach 3.24, 110 K behind the expansion (by hand)", {
        "pressure_pa": 60.0e5, "temperature_k": 288.0, "heat_capacity_ratio": 1.31, "kg_mol": 0.016043}, 883.0, 0.01),
    pressure_pa=(1.05e5, 3.0e7),
    temperature_k=(200.0, 500.0),
    heat_capacity_ratio=(1.05, 1.67),
    kg_mol=(0.002, 0.15),
)  # fmt: skip
def jet_velocity_m_s(pressure_pa: float, temperature_k: float, heat_capacity_ratio: float, kg_mol: float) -> float:
    """Velocity of the gas once it has expanded to ambient pressure, m/s. u = M sqrt(k R T / W).

    M^2 = 2 ((P / Pa)^((k - 1) / k) - 1) / (k - 1), T = 2 T0 / (2 + (k - 1) M^2); one form for choked and unchoked
    holes, as with Pc in the throat (k + 1) (Pc / Pa)^((k - 1) / k) = 2 (P / Pa)^((k - 1) / k). pressure_pa is absolute,
    before the hole.
    """
    k = heat_capacity_ratio
    part = (k - 1.0) / k
    mach2 = 2.0 * (exact.power(pressure_pa / AMBIENT_PA, part) - 1.0) / (k - 1.0)
    jet_k = 2.0 * temperature_k / (2.0 + (k - 1.0) * mach2)
    return sqrt(mach2 * k * GAS_CONSTANT * jet_k / kg_mol)


@states(
    "stoichiometry; air with 20.95 % oxygen by volume",
    Example("methane: 16.04 / (16.04 + 2 x 4.773 x 28.96)", {"kg_mol": 0.01604, "oxygen_mol": 2.0}, 0.0548, 3e-3),
    kg_mol=(0.002, 0.2),
    oxygen_mol=(0.25, 30.0),
)
def fuel_share(kg_mol: float, oxygen_mol: float) -> float:
    """Mass of fuel in a mixture with just enough air. W = M / (M + 4.773 n Ma), n: oxygen burnt by one mol of fuel."""
    return kg_mol / (kg_mol + oxygen_mol / 0.2095 * AIR_KG_MOL)


@states(
    CHAMBERLAIN,
    Example("Loughborough 3: natural gas, 60 bar, 50 mm, 19.5 kg/s, wind 3.6 m/s behind: 49.9 m", {
        "mass_flow_kg_s": 19.5, "velocity_m_s": 883.0, "fuel_mass_share": 0.0548, "wind_m_s": 3.6,
        "wind_angle_deg": 0.0}, 49.9, 0.2),
    mass_flow_kg_s=(0.01, 1000.0),
    velocity_m_s=(20.0, 3000.0),
    fuel_mass_share=(0.005, 0.4),
    wind_m_s=(0.0, 25.0),
    wind_angle_deg=(0.0, 90.0),
)  # fmt: skip
def length_m(
    mass_flow_kg_s: float, velocity_m_s: float, fuel_mass_share: float, wind_m_s: float, wind_angle_deg: float
) -> float:
    """Length from the hole to the tip, m. L = D Y (0.51 exp(-0.4 u) + 0.49) (1 - 0.00607 (a - 90)).

    D = sqrt(4 m / (pi rho_air v)); Y: 0.024 (g D / v^2)^(1/3) Y^(5/3) + 0.2 Y^(2/3) = (2.85 / W)^(2/3), solved by
    Newton's steps on Y^(1/3) from above. a: wind_angle_deg between the hole's axis and the wind, 0 = wind from behind.
    """
    width = sqrt(4.0 * mass_flow_kg_s / (pi * AIR_KG_M3 * velocity_m_s))
    rise = 0.024 * exact.power(GRAVITY_M_S2 * width / (velocity_m_s * velocity_m_s), 1.0 / 3.0)
    sought = exact.power(2.85 / fuel_mass_share, 2.0 / 3.0)
    s = sqrt(sought / 0.2)
    for _ in range(40):
        s2 = s * s
        s -= (rise * s2 * s2 * s + 0.2 * s2 - sought) / (5.0 * rise * s2 * s2 + 0.4 * s)
    still = width * s * s * s
    return still * (0.51 * exact.exp(-0.4 * wind_m_s) + 0.49) * (1.0 - SHORTENED * (wind_angle_deg - 90.0))


@states(
    CHAMBERLAIN,
    Example("Loughborough 3: 8.7 m of 49.9 m", {
        "flame_length_m": 49.9, "velocity_m_s": 883.0, "wind_m_s": 3.6}, 8.7, 0.2),
    flame_length_m=(0.1, 500.0),
    velocity_m_s=(20.0, 3000.0),
    wind_m_s=(0.0, 25.0),
)  # fmt: skip
def lift_off_m(flame_length_m: float, velocity_m_s: float, wind_m_s: float) -> float:
    """Length without flame from the hole, m. b = L (0.185 exp(-20 u / v) + 0.015), of a flame along the jet."""
    return flame_length_m * (0.185 * exact.exp(-20.0 * wind_m_s / velocity_m_s) + 0.015)


@states(
    f"{PANDA}; heavier fuels: sqrt(M / 0.021) from 0.021 to 0.060 kg/mol, TNO Yellow Book, 3rd ed. 1997, sec. 6.5.3",
    Example("Loughborough 1: 0.137 of 2.9 kg/s and 19.8 m", {
        "mass_flow_kg_s": 2.9, "flame_length_m": 19.8, "fuel_mass_share": 0.0548, "kg_mol": 0.016043}, 0.137, 0.15),
    assumes=Text(
        "所有燃料均按甲烷火焰的温度（2226 K）与吸收系数（0.5 1/m）；分子量修正取自 Chamberlain 的火炬模型；上限 0.45",
        "Every fuel burns at methane's flame temperature (2226 K) and absorption (0.5 1/m); the factor for heavier"
        " molecules is that of Chamberlain's flare; at most 0.45",
    ),
    mass_flow_kg_s=(0.01, 1000.0),
    flame_length_m=(0.1, 500.0),
    fuel_mass_share=(0.005, 0.4),
    kg_mol=(0.002, 0.15),
)  # fmt: skip
def radiant_fraction(mass_flow_kg_s: float, flame_length_m: float, fuel_mass_share: float, kg_mol: float) -> float:
    """Share of the heat that is radiated, 0..0.45. X = 9.45e-9 (t a T^4)^0.47, t: residence time, ms.

    t = pi rho W^2 L f / (12 m) 1000: rho of the burnt gas, W = 0.17 L the flame's width, f: mass share of the fuel.
    """
    burnt = AMBIENT_PA * PRODUCTS_KG_MOL / (GAS_CONSTANT * FLAME_K)
    width = 0.17 * flame_length_m
    stay_ms = 1000.0 * pi / 12.0 * burnt * width * width * flame_length_m * fuel_mass_share / mass_flow_kg_s
    squared = FLAME_K * FLAME_K
    share = 9.45e-9 * exact.power(stay_ms * ABSORBED_PER_M * squared * squared, 0.47)
    return min(share * sqrt(min(max(kg_mol / 0.021, 1.0), 60.0 / 21.0)), MOST_RADIANT)


@states(
    CHAMBERLAIN,
    assumes=Text("射流水平、顺风，火焰轴线笔直", "The jet is level, the wind blows along it, its axis is straight"),
    mass_flow_kg_s=(0.01, 1000.0),
    velocity_m_s=(20.0, 3000.0),
    wind_m_s=(0.0, 25.0),
    wind_angle_deg=(0.0, 90.0),
    kg_mol=(0.002, 0.15),
    oxygen_mol=(0.25, 30.0),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
    example=Example("Loughborough 3: 49.9 m, radiant fraction 0.202", {
        "mass_flow_kg_s": 19.5, "velocity_m_s": 883.0, "wind_m_s": 3.6, "wind_angle_deg": 0.0, "kg_mol": 0.016043,
        "oxygen_mol": 2.0, "heat_of_combustion_j_kg": 50.0e6}, {"length_m": 49.9, "radiant_fraction": 0.202}, 0.2),
)  # fmt: skip
def jet_fire(
    mass_flow_kg_s: float,
    velocity_m_s: float,
    wind_m_s: float,
    wind_angle_deg: float,
    kg_mol: float,
    oxygen_mol: float,
    heat_of_combustion_j_kg: float,
) -> JetFire:
    """The flame of a steady escape. radiant_kw = X m Hc."""
    share = fuel_share(kg_mol, oxygen_mol)
    length = length_m(mass_flow_kg_s, velocity_m_s, share, wind_m_s, wind_angle_deg)
    radiant = radiant_fraction(mass_flow_kg_s, length, share, kg_mol)
    return JetFire(
        length,
        lift_off_m(length, velocity_m_s, wind_m_s),
        0.17 * length,
        radiant,
        1.0e-3 * radiant * mass_flow_kg_s * heat_of_combustion_j_kg,
    )


@states(
    HANKINSON,
    assumes=Text(
        "48 个点源自举升处至火焰尖端，强度线性增至 0.75 处再线性降至零；"
        "距轴线半个火焰宽度以内不再增大，且不超过 350 kW/m2",
        "48 points from lift-off to the tip, their strength rising in proportion to 0.75 of the way, then falling to"
        " nothing; no nearer than half the flame's width, at most 350 kW/m2",
    ),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)
def heat_flux_array(
    fire: JetFire,
    along_m: FloatArray,
    off_m: FloatArray,
    air_temperature_k: float,
    relative_humidity: float,
) -> FloatArray:
    """Heat at many receivers, kW/m2: along_m from the hole along the axis, off_m away from it; one dimension.

    q = |sum of w P t / (4 pi r^2) e| over the points, e the direction to each: the greatest over all orientations.

    Example: tests/sim_core/test_physics_jet_fire.py
    """
    place = (np.arange(POINTS) + 0.5) / POINTS
    strength = np.where(place < WAIST, place / WAIST, (1.0 - place) / (1.0 - WAIST))
    strength = strength / np.sum(strength)
    at = fire.lift_off_m + place * (fire.length_m - fire.lift_off_m)
    x = at - along_m[:, None]
    y = np.maximum(np.abs(off_m), 0.5 * fire.width_m)[:, None]
    r2 = x * x + y * y
    r = np.sqrt(r2)
    path = np.maximum(np.min(r, axis=1) - 0.5 * fire.width_m, 0.0)
    through = transmissivity.transmissivity_array(air_temperature_k, relative_humidity, path)
    per = strength / (4.0 * pi * r2 * r)
    level, off = np.sum(x * per, axis=1), np.sum(y * per, axis=1)
    found: FloatArray = np.minimum(fire.radiant_kw * through * np.sqrt(level * level + off * off), MOST_KW_M2)
    return found


@states(
    HANKINSON,
    distance_m=(0.0, 5000.0),
    bearing_deg=(-360.0, 360.0),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)
def heat_flux_kw_m2(
    fire: JetFire, distance_m: float, bearing_deg: float, air_temperature_k: float, relative_humidity: float
) -> float:
    """Heat at one receiver, kW/m2, distance_m from the hole; bearing_deg from the axis, 0 = in front of the jet.

    q as in `heat_flux_array`. Example: tests/sim_core/test_physics_jet_fire.py
    """
    angle = bearing_deg * RAD
    at = np.array([distance_m * exact.cos(angle)]), np.array([distance_m * exact.sin(angle)])
    return float(heat_flux_array(fire, *at, air_temperature_k, relative_humidity)[0])
