"""Properties: what is known of one substance, and what follows at a temperature. The table is `substances.py`."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

GAS_CONSTANT = 8.314462618  # J/(mol K), CODATA 2018
MOLAR_VOLUME_20C_L = 24.055  # of an ideal gas at 20 °C and 101.325 kPa
POLING = "Poling, Prausnitz, O'Connell, The Properties of Gases and Liquids, 5th ed. 2001"
TABLE = f"Table of substances: fits of chemicals 1.5.2 and thermo 0.6.1, mixtures as stated there; forms as of {POLING}"
# The widest range of any substance; that of one substance is its `liquid_k`, for vapour VAPOUR_K.
LIQUID_K = (18.0, 600.0)
VAPOUR_K = (90.0, 450.0)


@dataclass(frozen=True, slots=True)
class ExposureLimit:
    """One limit of exposure. kind: IDLH, AEGL-1..3, ERPG-1..3, MAC, PC-TWA, PC-STEL. minutes: 0 = none stated.

    ppm by volume, mg_m3: as the source gives it, 0.0 = it gives the other one alone. evidence: R read in the source,
    R2 second-hand, B to be confirmed.
    """

    kind: str
    minutes: float
    ppm: float
    mg_m3: float
    source: str
    edition: str
    evidence: str = "R"


@dataclass(frozen=True, slots=True)
class Properties:
    """One substance. Temperature fits hold over liquid_k (least, most); fractions are 0..1 by volume in air.

    ln_pressure: ln(p/Pa) = a + b/T + c ln T + d T. density: liquid, kg/m3 = a + b T + c T^2 + d T^3.
    liquid_capacity, vapour_capacity: J/(kg K) = a + b T + c T^2 (vapour: ideal gas). latent: J/kg = a (1 - T/Tc)^b.
    oxygen_mol: O2 burnt by one mol. lfl = 0: does not burn; how a pool burns stands in `burning_rate`.
    reactivity: high, medium, low, "" (flame speed, as of BST). polar: takes alcohol-resistant foam only.
    lfl_source: where the pinned lfl and ufl come from, and what other sources say.
    """

    id: str
    name: Text
    cas: str
    un: str
    kg_mol: float
    boiling_k: float
    critical_k: float
    critical_pa: float
    liquid_k: tuple[float, float]
    ln_pressure: tuple[float, float, float, float]
    density: tuple[float, float, float, float]
    liquid_capacity: tuple[float, float, float]
    vapour_capacity: tuple[float, float, float]
    latent: tuple[float, float]
    diffusivity_m2_s: float
    heat_of_combustion_j_kg: float = 0.0
    oxygen_mol: float = 0.0
    lfl: float = 0.0
    ufl: float = 0.0
    reactivity: str = ""
    polar: bool = False
    lfl_source: str = ""
    limits: tuple[ExposureLimit, ...] = ()


@states(
    TABLE,
    temperature_k=LIQUID_K,
)
def vapour_pressure_pa(substance: Properties, temperature_k: float) -> float:
    """Saturation pressure of the liquid, Pa, at temperature_k within `liquid_k`. ln p = a + b/T + c ln T + d T.

    Example: tests/sim_core/test_physics_properties.py
    """
    a, b, c, d = substance.ln_pressure
    return exact.exp(a + b / temperature_k + c * exact.log(temperature_k) + d * temperature_k)


@states(
    TABLE,
    temperature_k=LIQUID_K,
)
def liquid_density_kg_m3(substance: Properties, temperature_k: float) -> float:
    """Density of the saturated liquid, kg/m3. rho = a + b T + c T^2 + d T^3.

    Example: tests/sim_core/test_physics_properties.py
    """
    a, b, c, d = substance.density
    return a + temperature_k * (b + temperature_k * (c + temperature_k * d))


@states(
    TABLE,
    temperature_k=LIQUID_K,
)
def liquid_capacity_j_kg_k(substance: Properties, temperature_k: float) -> float:
    """Heat capacity of the liquid, J/(kg K). cp = a + b T + c T^2.

    Example: tests/sim_core/test_physics_properties.py
    """
    a, b, c = substance.liquid_capacity
    return a + temperature_k * (b + temperature_k * c)


@states(
    TABLE,
    temperature_k=VAPOUR_K,
)
def vapour_capacity_j_kg_k(substance: Properties, temperature_k: float) -> float:
    """Heat capacity of the vapour as an ideal gas at constant pressure, J/(kg K). cp = a + b T + c T^2.

    Example: tests/sim_core/test_physics_properties.py
    """
    a, b, c = substance.vapour_capacity
    return a + temperature_k * (b + temperature_k * c)


@states(
    f"{POLING}, ch. 3: ideal gas",
    temperature_k=VAPOUR_K,
)
def heat_capacity_ratio(substance: Properties, temperature_k: float) -> float:
    """cp / cv of the vapour as an ideal gas. k = cp / (cp - R / M).

    Example: tests/sim_core/test_physics_properties.py
    """
    capacity = vapour_capacity_j_kg_k(substance, temperature_k)
    return capacity / (capacity - GAS_CONSTANT / substance.kg_mol)


@states(
    TABLE,
    temperature_k=(1.0, 2000.0),
)
def latent_heat_j_kg(substance: Properties, temperature_k: float) -> float:
    """Heat of vaporisation, J/kg, 0 at and above the critical temperature. L = a (1 - T/Tc)^b (Watson).

    Example: tests/sim_core/test_physics_properties.py
    """
    left = 1.0 - temperature_k / substance.critical_k
    return substance.latent[0] * exact.power(left, substance.latent[1]) if left > 0.0 else 0.0


@states(
    f"{POLING}, ch. 4: ideal gas; within 5 % below 5 bar",
    temperature_k=(18.0, 2000.0),
    pressure_pa=(1.0, 5.0e5),
)
def vapour_density_kg_m3(substance: Properties, temperature_k: float, pressure_pa: float) -> float:
    """Density of the vapour as an ideal gas, kg/m3. rho = p M / (R T).

    Example: tests/sim_core/test_physics_properties.py
    """
    return pressure_pa * substance.kg_mol / (GAS_CONSTANT * temperature_k)


@states(
    "NIOSH IDLH 1994; EPA/NAS AEGL 2014; AIHA ERPG 2020; GBZ 2.1-2019 and amendment 1; ACGIH TLV 2021; 29 CFR 1910",
    minutes=(0.0, 480.0),
)
def limits_of(substance: Properties, kind: str, minutes: float = 0.0) -> tuple[ExposureLimit, ...]:
    """Limits of exposure whose kind begins so (kind = "AEGL": all levels), of one duration or (minutes = 0) of all.

    Example: tests/sim_core/test_physics_exposure_limits.py
    """
    return tuple(x for x in substance.limits if x.kind.startswith(kind) and minutes in (0.0, x.minutes))


@states(
    "GBZ 2.1-2019: 20 °C, 101.3 kPa",
    Example("H2S, 10 mg/m3 is about 7 ppm", {"concentration_mg_m3": 10.0, "molar_mass_kg_mol": 0.03408}, 7.06),
    concentration_mg_m3=(0.0, 1.0e6),
    molar_mass_kg_mol=(0.002, 0.5),
)
def share_ppm(concentration_mg_m3: float, molar_mass_kg_mol: float) -> float:
    """Parts per million by volume of a mass of gas in a volume of air. ppm = c V / M, V = 24.055 L/mol."""
    return concentration_mg_m3 * MOLAR_VOLUME_20C_L / (1000.0 * molar_mass_kg_mol)
