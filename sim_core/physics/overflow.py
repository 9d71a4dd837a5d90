"""Overflow: liquid over the rim of a tank, and what the falling cascade turns into vapour (Buncefield)."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.substance import (
    AIR_HEAT_CAPACITY_J_KG_K,
    AIR_KG_MOL,
    ATMOSPHERE_PA,
    GAS_CONSTANT,
    Substance,
)

# Training assumption 训练假设: each metre of fall drags in 0.08 kg of air per kg of liquid, which leaves the
# foot of a 10 m cascade at about 6 % vapour by volume, the order found for Buncefield.
AIR_PER_METRE = 0.08
LEAST_FALL_M = 0.5
NEWTON_STEPS = 8


@dataclass(frozen=True, slots=True)
class Cascade:
    """What leaves the foot of the fall, at temperature_k. vapour + liquid = spill.

    heat_w: of vapour and air over ambient, negative = cold.
    """

    vapour_kg_s: float
    liquid_kg_s: float
    air_kg_s: float
    temperature_k: float
    heat_w: float


def fill(
    substance: Substance, level_m: float, inflow_kg_s: float, rim_m: float, area_m2: float, dt_s: float
) -> tuple[float, float]:
    """Level after dt and mass over the rim, (m, kg). Once level = rim, what flows in is what is spilled.

    Mass balance: density area (new - old level) + spilled = inflow dt.
    """
    full = level_m + inflow_kg_s * dt_s / (substance.density_kg_m3 * area_m2)
    if full <= rim_m:
        return full, 0.0
    return rim_m, (full - rim_m) * substance.density_kg_m3 * area_m2


def cascade(
    substance: Substance, spill_kg_s: float, liquid_k: float, ambient_k: float, fall_height_m: float
) -> Cascade:
    """Vapour, air and liquid at the foot of a cascade of spill_kg_s falling fall_height_m (1-30 m), SI.

    Per kg of liquid with a kg of air, f kg evaporates. Energy: cp (Tl - T) + a cpa (Ta - T) = f L.
    Equilibrium: y P = p(T) exp(-f / light_fraction), y the mole fraction of vapour. Solved for f by
    Newton's rule in the log, which converges from below. Training assumption 训练假设: equilibrium is
    reached, light ends leave exponentially.
    """
    if spill_kg_s <= 0.0:
        return Cascade(0.0, 0.0, 0.0, liquid_k, 0.0)
    air = AIR_PER_METRE * max(fall_height_m, LEAST_FALL_M)
    capacity = substance.heat_capacity_j_kg_k + air * AIR_HEAT_CAPACITY_J_KG_K
    mixed_k = (substance.heat_capacity_j_kg_k * liquid_k + air * AIR_HEAT_CAPACITY_J_KG_K * ambient_k) / capacity
    fraction = _evaporated(substance, air, mixed_k, substance.latent_heat_j_kg / capacity)
    temperature_k = mixed_k - fraction * substance.latent_heat_j_kg / capacity
    vapour_kg_s, air_kg_s = fraction * spill_kg_s, air * spill_kg_s
    cold = vapour_kg_s * substance.vapour_heat_capacity_j_kg_k + air_kg_s * AIR_HEAT_CAPACITY_J_KG_K
    return Cascade(vapour_kg_s, spill_kg_s - vapour_kg_s, air_kg_s, temperature_k, cold * (temperature_k - ambient_k))


def _evaporated(substance: Substance, air: float, mixed_k: float, cooling_k: float) -> float:
    """Root f of ln(y P / p0) + S (1/T - 1/T0) + f / f0 = 0 with T = mixed_k - cooling_k f."""
    slope_k = substance.latent_heat_j_kg * substance.vapour_kg_mol / GAS_CONSTANT
    air_per_vapour = air * substance.vapour_kg_mol / AIR_KG_MOL
    fraction = 0.002
    for _ in range(NEWTON_STEPS):
        t = mixed_k - cooling_k * fraction
        mole = fraction / (fraction + air_per_vapour)
        miss = (
            exact.log(mole * ATMOSPHERE_PA / substance.reference_pa)
            + slope_k * (1.0 / t - 1.0 / substance.reference_k)
            + fraction / substance.light_fraction
        )
        slope = (1.0 - mole) / fraction + slope_k * cooling_k / (t * t) + 1.0 / substance.light_fraction
        fraction -= miss / slope
    return fraction
