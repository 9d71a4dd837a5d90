"""Overflow: liquid over the rim of a tank, and what the falling cascade turns into vapour (Buncefield)."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.properties import (
    Properties,
    latent_heat_j_kg,
    liquid_capacity_j_kg_k,
    vapour_capacity_j_kg_k,
    vapour_pressure_pa,
)
from sim_core.physics.train_air import AIR_J_KG_K, AIR_KG_MOL
from sim_core.physics.validity import Example, states
from sim_core.text import Text

ATMOSPHERE_PA = 101325.0
AIR_PER_METRE = 0.08
LIGHT_FRACTION = 0.08
LEAST_FALL_M = 0.5
NEWTON_STEPS = 10


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


@states(
    "mass balance of a tank, 1 to 1",
    Example("full: what flows in goes over",
            {"level_m": 15.0, "inflow_kg_s": 120.0, "rim_m": 15.0, "area_m2": 500.0, "density_kg_m3": 740.0,
             "dt_s": 2.0},
            (15.0, 240.0), 1.0e-9),
    level_m=(0.0, 60.0),
    inflow_kg_s=(0.0, 5000.0),
    rim_m=(0.1, 60.0),
    area_m2=(0.1, 2.0e4),
    density_kg_m3=(100.0, 3000.0),
    dt_s=(0.0, 600.0),
)  # fmt: skip
def fill(
    level_m: float, inflow_kg_s: float, rim_m: float, area_m2: float, density_kg_m3: float, dt_s: float
) -> tuple[float, float]:
    """Level after dt and mass over the rim, (m, kg). rho A (new - old level) + spilled = inflow dt."""
    full = level_m + inflow_kg_s * dt_s / (density_kg_m3 * area_m2)
    if full <= rim_m:
        return full, 0.0
    return rim_m, (full - rim_m) * density_kg_m3 * area_m2


@states(
    "equilibrium at the foot as in the Buncefield vapour cloud studies: HSE RR908 (2012), in its order of size",
    assumes=Text(
        "每下落 1 m 每千克液体卷入 0.08 kg 空气；脚下达到平衡；轻组分按蒸发质量份额 0.08 指数耗尽"
        "（使 10 至 15 m 落差蒸发 10 % 至 15 %、体积分数约 6 %，与邦斯菲尔德量级相符）",
        "each metre of fall drags in 0.08 kg of air per kg of liquid; equilibrium is reached at the foot; light ends"
        " leave exponentially over a mass fraction of 0.08 (so that a fall of 10 to 15 m makes 10 to 15 % vapour of"
        " about 6 % by volume, the order found for Buncefield)",
    ),
    spill_kg_s=(0.0, 2000.0),
    liquid_k=(240.0, 330.0),
    ambient_k=(230.0, 325.0),
    fall_height_m=(0.0, 40.0),
)
def cascade(
    substance: Properties, spill_kg_s: float, liquid_k: float, ambient_k: float, fall_height_m: float
) -> Cascade:
    """What a cascade of spill_kg_s that falls fall_height_m makes of the liquid.

    Per kg of liquid with a kg of air, f kg evaporates. Energy: cp (Tl - T) + a cpa (Ta - T) = f L. Equilibrium:
    y P = p(T) exp(-f / 0.08), y the mole fraction of vapour; f by Newton's rule in the log, from below.

    Example: tests/sim_core/test_physics_overflow.py
    """
    if spill_kg_s <= 0.0:
        return Cascade(0.0, 0.0, 0.0, liquid_k, 0.0)
    air = AIR_PER_METRE * max(fall_height_m, LEAST_FALL_M)
    liquid_j_k, latent = liquid_capacity_j_kg_k(substance, liquid_k), latent_heat_j_kg(substance, liquid_k)
    capacity = liquid_j_k + air * AIR_J_KG_K
    mixed_k = (liquid_j_k * liquid_k + air * AIR_J_KG_K * ambient_k) / capacity
    fraction = _evaporated(substance, air, mixed_k, latent / capacity)
    temperature_k = mixed_k - fraction * latent / capacity
    vapour_kg_s, air_kg_s = fraction * spill_kg_s, air * spill_kg_s
    cold = vapour_kg_s * vapour_capacity_j_kg_k(substance, ambient_k) + air_kg_s * AIR_J_KG_K
    return Cascade(vapour_kg_s, spill_kg_s - vapour_kg_s, air_kg_s, temperature_k, cold * (temperature_k - ambient_k))


def _evaporated(substance: Properties, air: float, mixed_k: float, cooling_k: float) -> float:
    """Root f of ln(y P / p(T)) + f / f0 = 0 with T = mixed_k - cooling_k f."""
    _, b, c, d = substance.ln_pressure
    air_per_vapour = air * substance.kg_mol / AIR_KG_MOL
    fraction = 0.002
    for _ in range(NEWTON_STEPS):
        t = mixed_k - cooling_k * fraction
        mole = fraction / (fraction + air_per_vapour)
        miss = exact.log(mole * ATMOSPHERE_PA / vapour_pressure_pa(substance, t)) + fraction / LIGHT_FRACTION
        rises = -b / (t * t) + c / t + d  # d ln p / dT
        fraction -= miss / ((1.0 - mole) / fraction + rises * cooling_k + 1.0 / LIGHT_FRACTION)
    return fraction
