"""Fire: a pool or tank fire, its radiation at a distance, and the wall of a tank that it heats."""

from dataclasses import dataclass
from math import sqrt

from sim_core import exact
from sim_core.physics.substance import GRAVITY_M_S2, Substance, air_density_kg_m3

PI = 3.141592653589793
STEFAN_BOLTZMANN = 5.670374419e-8
STEEL_J_M2_K = 7850.0 * 490.0 * 0.008  # one node: 8 mm of steel
EMISSIVITY = 0.8
WALL_AIR_W_M2_K = 10.0
WETTED_W_M2_K = 300.0  # liquid behind the wall: training assumption 训练假设
# Half of the cooling water does its work: training assumption 训练假设.
WATER_J_KG = 0.5 * (4190.0 * 80.0 + 2.257e6)


@dataclass(frozen=True, slots=True)
class Fire:
    """A burning pool. tilt: of the flame from the vertical, downwind."""

    diameter_m: float
    burning_kg_s: float
    heat_release_w: float
    flame_length_m: float
    tilt_rad: float


def pool_fire(
    substance: Substance, area_m2: float, foam_cover: float, wind_m_s: float, ambient_k: float
) -> Fire | None:
    """The fire on the part of a pool which no foam covers; None if less than 0.01 m2 is open.

    L = 42 D (m" / (rho_a sqrt(g D)))^0.61, Thomas 1963. Tilt: cos = u*^-0.5, u* = u / (g m" D /
    rho_v)^(1/3), AGA 1974, with air density for rho_v.
    """
    open_m2 = area_m2 * (1.0 - foam_cover)
    if open_m2 < 0.01:
        return None
    diameter_m = sqrt(4.0 * open_m2 / PI)
    flux, air = substance.burning_flux_kg_m2_s, air_density_kg_m3(ambient_k)
    length_m = 42.0 * diameter_m * exact.power(flux / (air * sqrt(GRAVITY_M_S2 * diameter_m)), 0.61)
    speed = wind_m_s / exact.power(GRAVITY_M_S2 * flux * diameter_m / air, 1.0 / 3.0)
    tilt_rad = exact.atan2(sqrt(speed - 1.0), 1.0) if speed > 1.0 else 0.0
    burning_kg_s = flux * open_m2
    return Fire(diameter_m, burning_kg_s, burning_kg_s * substance.heat_of_combustion_j_kg, length_m, tilt_rad)


def transmissivity(path_m: float, relative_humidity: float, ambient_k: float) -> float:
    """Share of heat radiation that air lets through, 0..1. 2.02 (p_w x)^-0.09, p_w in Pa, CCPS 1999."""
    water_pa = relative_humidity * 610.78 * exact.exp(17.27 * (ambient_k - 273.15) / (ambient_k - 35.85))
    return min(2.02 * exact.power(max(water_pa * path_m, 1.0), -0.09), 1.0)


def radiant_flux_w_m2(
    substance: Substance, fire: Fire, distance_m: float, relative_humidity: float, ambient_k: float
) -> float:
    """Heat on a target distance_m from the flame's middle, W/m2. chi Q tau / (4 pi r^2), point source.

    Good beyond three diameters; nearer than half a diameter it is held at half a diameter.
    """
    r = max(distance_m, 0.5 * fire.diameter_m)
    tau = transmissivity(r, relative_humidity, ambient_k)
    return substance.radiant_fraction * fire.heat_release_w * tau / (4.0 * PI * r * r)


def heat_wall(
    wall_k: float, flux_w_m2: float, wetted: bool, cooling_l_min_m2: float, ambient_k: float, dt_s: float
) -> float:
    """Temperature of a tank's wall after dt <= 20 s, K. One node: absorbed - radiated - air - liquid - water.

    Cooling water takes min(rate x half of (4190 x 80 + 2.257e6) J/kg, all the wall gives above ambient).
    """
    over_k = wall_k - ambient_k
    t2, a2 = wall_k * wall_k, ambient_k * ambient_k
    net_w_m2 = EMISSIVITY * (flux_w_m2 - STEFAN_BOLTZMANN * (t2 * t2 - a2 * a2)) - WALL_AIR_W_M2_K * over_k
    if wetted:
        net_w_m2 -= WETTED_W_M2_K * over_k
    available_w_m2 = net_w_m2 + STEEL_J_M2_K * over_k / dt_s
    net_w_m2 -= min(cooling_l_min_m2 / 60.0 * WATER_J_KG, max(available_w_m2, 0.0))
    return wall_k + net_w_m2 * dt_s / STEEL_J_M2_K
