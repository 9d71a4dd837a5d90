"""Substance: properties of the spilled liquid and its vapour, and what follows at a temperature."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.text import Text

GAS_CONSTANT = 8.314462618  # J/(mol K), CODATA 2018
GRAVITY_M_S2 = 9.80665
ATMOSPHERE_PA = 101325.0
AIR_KG_MOL = 0.02896
AIR_HEAT_CAPACITY_J_KG_K = 1006.0


@dataclass(frozen=True, slots=True)
class Substance:
    """A volatile liquid. Fractions are 0..1; lfl, ufl by volume in air.

    light_fraction: e-fold of vapour pressure with the mass fraction evaporated (light ends leave first).
    weathered: vapour pressure of a pool that came down a cascade, over that of the fresh liquid.
    """

    name: Text
    density_kg_m3: float
    heat_capacity_j_kg_k: float
    latent_heat_j_kg: float
    vapour_kg_mol: float
    vapour_heat_capacity_j_kg_k: float
    reference_k: float
    reference_pa: float
    light_fraction: float
    weathered: float
    schmidt: float
    lfl: float
    ufl: float
    heat_of_combustion_j_kg: float
    burning_flux_kg_m2_s: float
    radiant_fraction: float
    polar: bool


# Sources: density, heat capacity, latent heat, heat of combustion, burning flux 0.055: SFPE Handbook,
# gasoline (to be checked against the edition in force). LFL 1.4 %, UFL 7.6 %: NIOSH Pocket Guide,
# gasoline. Molar mass 0.065 and 50 kPa at 293 K: light ends of winter petrol. light_fraction, weathered,
# radiant_fraction (a large smoky fire), schmidt: training assumption 训练假设; light_fraction is set so that
# 10-15 % vaporises in a fall of 10-15 m.
PETROL = Substance(
    name=Text("汽油", "petrol"),
    density_kg_m3=740.0,
    heat_capacity_j_kg_k=2100.0,
    latent_heat_j_kg=3.3e5,
    vapour_kg_mol=0.065,
    vapour_heat_capacity_j_kg_k=1700.0,
    reference_k=293.15,
    reference_pa=50.0e3,
    light_fraction=0.08,
    weathered=0.25,
    schmidt=2.0,
    lfl=0.014,
    ufl=0.076,
    heat_of_combustion_j_kg=43.7e6,
    burning_flux_kg_m2_s=0.055,
    radiant_fraction=0.2,
    polar=False,
)


def vapour_pressure_pa(substance: Substance, temperature_k: float) -> float:
    """Vapour pressure of the fresh liquid, Pa, 230-340 K.

    p = p0 exp(-(L M / R)(1/T - 1/T0)), Clausius-Clapeyron.
    """
    slope_k = substance.latent_heat_j_kg * substance.vapour_kg_mol / GAS_CONSTANT
    return substance.reference_pa * exact.exp(-slope_k * (1.0 / temperature_k - 1.0 / substance.reference_k))


def vapour_density_kg_m3(substance: Substance, temperature_k: float) -> float:
    """Density of the pure vapour at one atmosphere, kg/m3. rho = P M / (R T), ideal gas."""
    return ATMOSPHERE_PA * substance.vapour_kg_mol / (GAS_CONSTANT * temperature_k)


def air_density_kg_m3(temperature_k: float) -> float:
    """Density of dry air at one atmosphere, kg/m3. rho = P M / (R T), ideal gas."""
    return ATMOSPHERE_PA * AIR_KG_MOL / (GAS_CONSTANT * temperature_k)
