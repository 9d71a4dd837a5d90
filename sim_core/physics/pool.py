"""Pool: liquid on the ground of a bund. It spreads, evaporates, drains and runs over the wall."""

from dataclasses import dataclass, replace
from math import sqrt

from sim_core import exact
from sim_core.physics.substance import (
    AIR_KG_MOL,
    ATMOSPHERE_PA,
    GAS_CONSTANT,
    GRAVITY_M_S2,
    Substance,
    vapour_pressure_pa,
)

PI = 3.141592653589793
LEAST_DEPTH_M = 0.01  # smooth concrete, Yellow Book ch. 3 (Shaw and Briscoe)
START_RADIUS_M = 1.0
FOAM_HOLDS_BACK = 0.9  # training assumption 训练假设: a whole blanket stops nine tenths
GROUND_W_M2_K = 15.0  # training assumption 训练假设: concrete, minutes after wetting
STILL_AIR_W_M2_K = 5.0  # training assumption 训练假设: free convection and longwave ...
WIND_W_M2_K = 4.0  # ... and this much more for each m/s
DRAIN_DISCHARGE = 0.62  # sharp edge


@dataclass(frozen=True, slots=True)
class Pool:
    """Liquid in one bund: mass, one temperature, wetted area, share covered with foam (0..1)."""

    mass_kg: float
    temperature_k: float
    area_m2: float
    foam_cover: float = 0.0


@dataclass(frozen=True, slots=True)
class Evaporation:
    """What a pool gave off in a step: vapour, and the air that leaves with it.

    heat_j: of the vapour over ambient, negative = cold. taken_j: heat into the pool from sun, air and ground.
    """

    vapour_kg: float
    air_kg: float
    heat_j: float
    taken_j: float


def depth_m(substance: Substance, pool: Pool) -> float:
    """Mean depth, m; 0 where there is no pool."""
    return pool.mass_kg / (substance.density_kg_m3 * pool.area_m2) if pool.area_m2 > 0.0 else 0.0


def spread(
    substance: Substance,
    pool: Pool,
    in_kg_s: float,
    in_temperature_k: float,
    bund_area_m2: float,
    dt_s: float,
) -> Pool:
    """The pool after dt of inflow. dR/dt = sqrt(2 g h), Shaw-Briscoe, not thinner than 1 cm, within the bund.

    Mass and enthalpy are those of pool and inflow together. Never shrinks.
    """
    added_kg = in_kg_s * dt_s
    mass_kg = pool.mass_kg + added_kg
    if mass_kg <= 0.0:
        return pool
    temperature_k = (pool.mass_kg * pool.temperature_k + added_kg * in_temperature_k) / mass_kg
    volume_m3 = mass_kg / substance.density_kg_m3
    area_m2 = max(pool.area_m2, PI * START_RADIUS_M * START_RADIUS_M)
    head_m = max(volume_m3 / area_m2 - LEAST_DEPTH_M, 0.0)
    radius_m = sqrt(area_m2 / PI) + sqrt(2.0 * GRAVITY_M_S2 * head_m) * dt_s
    wet_m2 = max(pool.area_m2, min(PI * radius_m * radius_m, volume_m3 / LEAST_DEPTH_M))
    return Pool(mass_kg, temperature_k, min(wet_m2, bund_area_m2), pool.foam_cover)


def evaporation_flux_kg_m2_s(
    substance: Substance, temperature_k: float, area_m2: float, wind_m_s: float, pressure_share: float
) -> float:
    """Mass flux from a bare pool, kg/(m2 s). G = k M p / (R T), k = 0.0048 u^0.78 D^-0.11 Sc^-0.67.

    Mackay and Matsugu 1973 (u at 10 m in m/s, D in m); wind below 0.1 m/s counts as 0.1. pressure_share:
    what light ends have left of the vapour pressure, substance.weathered under a cascade.
    """
    diameter_m = sqrt(4.0 * area_m2 / PI)
    transfer_m_s = 0.0048 * exact.exp(
        0.78 * exact.log(max(wind_m_s, 0.1)) - 0.11 * exact.log(diameter_m) - 0.67 * exact.log(substance.schmidt)
    )
    pressure_pa = pressure_share * vapour_pressure_pa(substance, temperature_k)
    return transfer_m_s * substance.vapour_kg_mol * pressure_pa / (GAS_CONSTANT * temperature_k)


def evaporate(
    substance: Substance,
    pool: Pool,
    wind_m_s: float,
    ambient_k: float,
    solar_w_m2: float,
    dt_s: float,
    pressure_share: float = 1.0,
) -> tuple[Pool, Evaporation]:
    """The pool after dt and what it gave off.

    m cp dT = heat - L vapour (mass before evaporation, ground at ambient). Foam of cover c lets 1 - 0.9 c
    of vapour and of heat through: training assumption 训练假设. Coefficients: training assumption 训练假设.
    """
    if pool.mass_kg <= 0.0:
        return pool, Evaporation(0.0, 0.0, 0.0, 0.0)
    open_share = 1.0 - FOAM_HOLDS_BACK * pool.foam_cover
    flux = evaporation_flux_kg_m2_s(substance, pool.temperature_k, pool.area_m2, wind_m_s, pressure_share)
    vapour_kg = min(flux * pool.area_m2 * open_share * dt_s, pool.mass_kg)
    air_w_m2_k = (STILL_AIR_W_M2_K + WIND_W_M2_K * wind_m_s) * open_share
    warming_w_m2 = solar_w_m2 * open_share + (GROUND_W_M2_K + air_w_m2_k) * (ambient_k - pool.temperature_k)
    heat_j = warming_w_m2 * pool.area_m2 * dt_s
    rise_k = (heat_j - substance.latent_heat_j_kg * vapour_kg) / (pool.mass_kg * substance.heat_capacity_j_kg_k)
    left = replace(pool, mass_kg=pool.mass_kg - vapour_kg, temperature_k=pool.temperature_k + rise_k)
    air_kg = vapour_kg * _air_per_vapour(substance, pool.temperature_k, pressure_share)
    cold_j = vapour_kg * substance.vapour_heat_capacity_j_kg_k * (pool.temperature_k - ambient_k)
    return left, Evaporation(vapour_kg, air_kg, cold_j, heat_j)


def _air_per_vapour(substance: Substance, temperature_k: float, pressure_share: float) -> float:
    """Air (kg) that leaves with a kg of vapour: film at half saturation, training assumption 训练假设."""
    mole = min(0.5 * pressure_share * vapour_pressure_pa(substance, temperature_k) / ATMOSPHERE_PA, 0.99)
    return (1.0 - mole) / mole * AIR_KG_MOL / substance.vapour_kg_mol


def drain(substance: Substance, pool: Pool, opening_m2: float, dt_s: float) -> tuple[Pool, float]:
    """The pool after dt with a drain of opening_m2 open, and mass lost (kg). rho Cd A sqrt(2 g h)."""
    speed_m_s = sqrt(2.0 * GRAVITY_M_S2 * depth_m(substance, pool))
    lost_kg = min(substance.density_kg_m3 * DRAIN_DISCHARGE * opening_m2 * speed_m_s * dt_s, pool.mass_kg)
    return replace(pool, mass_kg=pool.mass_kg - lost_kg), lost_kg


def overtop(substance: Substance, pool: Pool, wall_m: float) -> tuple[Pool, float]:
    """The pool cut down to the height of the bund's wall, and mass over it (kg)."""
    held_kg = wall_m * pool.area_m2 * substance.density_kg_m3
    over_kg = max(pool.mass_kg - held_kg, 0.0)
    return replace(pool, mass_kg=pool.mass_kg - over_kg), over_kg
