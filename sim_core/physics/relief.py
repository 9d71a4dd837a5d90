"""Relief: when a safety valve opens and shuts, what it passes, and how large it must be for a load of gas."""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states

API_520 = "API Std 520 Part I, 9th ed. 2014, 5.6 (critical flow of gas)"
GAUGE_PA = 101_325.0
RESEAT = 0.93  # of the set pressure: blowdown of 7 %


@states(
    "ASME BPVC Section VIII Div. 1 (2021), UG-125 to UG-136; API Std 520 Part I, 9th ed. 2014, table 1",
    Example("pops at set", {"pressure_pa": 1.95e6, "set_pa": 1.8e6, "was_open": False}, True),
    pressure_pa=(0.0, 2.0e7),
    set_pa=(1.0e4, 2.0e7),
)
def is_open(pressure_pa: float, set_pa: float, was_open: bool) -> bool:
    """Whether a spring valve stands open. Opens at p gauge >= set, shuts below 0.93 set.

    set_pa: gauge. pressure_pa: absolute.
    """
    gauge = pressure_pa - GAUGE_PA
    return gauge >= set_pa * RESEAT if was_open else gauge >= set_pa


@states(
    f"{API_520}, C",
    Example("air, k 1.4: 0.0270 as tabulated", {"heat_capacity_ratio": 1.4}, 0.0270, 0.002),
    heat_capacity_ratio=(1.01, 1.7),
)
def coefficient(heat_capacity_ratio: float) -> float:
    """C of API 520 in kPa, mm2 and kg/h. C = 0.03948 sqrt(k (2/(k+1))^((k+1)/(k-1)))."""
    k = heat_capacity_ratio
    return 0.03948 * sqrt(k * exact.power(2.0 / (k + 1.0), (k + 1.0) / (k - 1.0)))


@states(
    f"{API_520}, eq. for A",
    Example("24,270 kg/h of a mixture of 51 g/mol at 670 kPa",
            {"flow_kg_s": 6.7416666667, "temperature_k": 348.0, "compressibility": 0.9, "molar_mass_g_mol": 51.0,
             "heat_capacity_ratio": 1.11, "pressure_pa": 6.7e5}, 3.6990460646834414e-3, 1e-6),
    flow_kg_s=(1.0e-3, 1.0e3),
    temperature_k=(150.0, 1500.0),
    compressibility=(0.2, 1.2),
    molar_mass_g_mol=(2.0, 300.0),
    heat_capacity_ratio=(1.01, 1.7),
    pressure_pa=(2.0e5, 2.0e7),
    discharge_coefficient=(0.5, 1.0),
    back_pressure_factor=(0.3, 1.0),
    disc_factor=(0.5, 1.0),
)  # fmt: skip
def area_m2(
    flow_kg_s: float, temperature_k: float, compressibility: float, molar_mass_g_mol: float,
    heat_capacity_ratio: float, pressure_pa: float, discharge_coefficient: float = 0.975,
    back_pressure_factor: float = 1.0, disc_factor: float = 1.0,
) -> float:  # fmt: skip
    """Orifice area for a load of gas, m2. A = W / (C Kd P1 Kb Kc) sqrt(T Z / M); pressure_pa: upstream, absolute."""
    held = coefficient(heat_capacity_ratio) * discharge_coefficient * back_pressure_factor * disc_factor
    per_area = held * pressure_pa / 1000.0 / sqrt(temperature_k * compressibility / molar_mass_g_mol)
    return flow_kg_s * 3600.0 / per_area * 1.0e-6


@states(
    f"{API_520}, the same solved for W",
    Example("the valve above",
            {"orifice_m2": 3.6990460646834414e-3, "temperature_k": 348.0, "compressibility": 0.9,
             "molar_mass_g_mol": 51.0, "heat_capacity_ratio": 1.11, "pressure_pa": 6.7e5}, 6.7416666667, 1e-6),
    orifice_m2=(0.0, 1.0),
    temperature_k=(150.0, 1500.0),
    compressibility=(0.2, 1.2),
    molar_mass_g_mol=(2.0, 300.0),
    heat_capacity_ratio=(1.01, 1.7),
    pressure_pa=(2.0e5, 2.0e7),
    discharge_coefficient=(0.5, 1.0),
)  # fmt: skip
def flow_kg_s(
    orifice_m2: float, temperature_k: float, compressibility: float, molar_mass_g_mol: float,
    heat_capacity_ratio: float, pressure_pa: float, discharge_coefficient: float = 0.975,
) -> float:  # fmt: skip
    """What an open valve passes, kg/s. W = A C Kd P1 sqrt(M / (T Z)), critical flow."""
    per_area = coefficient(heat_capacity_ratio) * discharge_coefficient * pressure_pa / 1000.0
    return orifice_m2 * 1.0e6 * per_area / sqrt(temperature_k * compressibility / molar_mass_g_mol) / 3600.0


@states(
    "API Std 521, 6th ed. 2014, 4.4.13.2.4",
    Example("1 MW into propane near 20 bar", {"heat_w": 1.0e6, "latent_j_kg": 2.7e5}, 3.7037),
    heat_w=(0.0, 1.0e9),
    latent_j_kg=(1.0e4, 2.5e6),
)
def fire_load_kg_s(heat_w: float, latent_j_kg: float) -> float:
    """Vapour that a fire makes once the liquid boils, kg/s. W = Q / L."""
    return heat_w / latent_j_kg
