"""Outflow: what leaves a hole: liquid under pressure and head, gas below and at the speed of sound; relief area."""

from dataclasses import dataclass
from math import pi, sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states

GRAVITY_M_S2 = 9.80665
GAS_CONSTANT = 8.314462618  # J/(mol K), CODATA 2018
SHARP_LIQUID = 0.61  # discharge coefficient of a sharp edge, Reynolds number above 30 000
SHARP_GAS = 0.85
CCPS_LIQUID = "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1, liquid discharge"
CCPS_GAS = "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1, gas discharge (isentropic)"


@dataclass(frozen=True, slots=True)
class GasFlow:
    """Gas through a hole. Throat state: pressure and temperature where the jet is narrowest."""

    mass_flow_kg_s: float
    choked: bool
    throat_pressure_pa: float
    throat_temperature_k: float
    velocity_m_s: float


def _area_m2(diameter_m: float) -> float:
    return 0.25 * pi * diameter_m * diameter_m


@states(
    CCPS_LIQUID,
    Example(
        "CCPS 1999 p. 40",
        {"pressure_pa": 120935.0368, "ambient_pressure_pa": 101325.0, "density_kg_m3": 490.0, "head_m": 0.0,
         "discharge_coefficient": 0.63},
        5.636333880812954,
        1e-6,
    ),
    pressure_pa=(1.0e4, 1.0e8),
    ambient_pressure_pa=(1.0e4, 1.0e7),
    density_kg_m3=(50.0, 3000.0),
    head_m=(0.0, 200.0),
    discharge_coefficient=(0.1, 1.0),
)  # fmt: skip
def liquid_velocity_m_s(
    pressure_pa: float, ambient_pressure_pa: float, density_kg_m3: float, head_m: float, discharge_coefficient: float
) -> float:
    """Mean velocity over the hole's area, m/s, 0 where nothing drives it out. u = Cd sqrt(2 (p - pa)/rho + 2 g h)."""
    drive = 2.0 * (pressure_pa - ambient_pressure_pa) / density_kg_m3 + 2.0 * GRAVITY_M_S2 * head_m
    return discharge_coefficient * sqrt(max(drive, 0.0))


@states(
    CCPS_LIQUID,
    Example(
        "CCPS 1999 p. 40",
        {"pressure_pa": 120935.0368, "ambient_pressure_pa": 101325.0, "density_kg_m3": 490.0, "head_m": 0.0,
         "diameter_m": 0.01, "discharge_coefficient": 0.63},
        0.21691154763598,
        1e-6,
    ),
    pressure_pa=(1.0e4, 1.0e8),
    ambient_pressure_pa=(1.0e4, 1.0e7),
    density_kg_m3=(50.0, 3000.0),
    head_m=(0.0, 200.0),
    diameter_m=(1.0e-4, 3.0),
    discharge_coefficient=(0.1, 1.0),
)  # fmt: skip
def liquid_mass_flow_kg_s(
    pressure_pa: float,
    ambient_pressure_pa: float,
    density_kg_m3: float,
    head_m: float,
    diameter_m: float,
    discharge_coefficient: float,
) -> float:
    """Mass flow of liquid that does not boil in the hole, kg/s. m = rho A u, u = Cd sqrt(2 (p - pa)/rho + 2 g h)."""
    velocity = liquid_velocity_m_s(pressure_pa, ambient_pressure_pa, density_kg_m3, head_m, discharge_coefficient)
    return density_kg_m3 * _area_m2(diameter_m) * velocity


@states(
    CCPS_GAS,
    Example("k = 1.4: 0.5283, isentropic flow tables (NACA 1135, 1953)", {"heat_capacity_ratio": 1.4}, 0.52828),
    heat_capacity_ratio=(1.01, 1.67),
)
def critical_pressure_ratio(heat_capacity_ratio: float) -> float:
    """Throat over upstream pressure at the speed of sound, 0..1. r = (2 / (k + 1))^(k / (k - 1))."""
    k = heat_capacity_ratio
    return exact.power(2.0 / (k + 1.0), k / (k - 1.0))


@states(
    CCPS_GAS,
    Example(
        "CCPS 1999 p. 47",
        {"pressure_pa": 501.0e3, "temperature_k": 298.0, "density_kg_m3": 8.90, "heat_capacity_ratio": 1.15,
         "diameter_m": 0.01, "discharge_coefficient": 0.85, "ambient_pressure_pa": 101325.0},
        {"mass_flow_kg_s": 0.09002799947040846, "choked": True, "throat_pressure_pa": 287766.01316878956,
         "throat_temperature_k": 277.2093023255814, "velocity_m_s": 208.58711308961637},
        1e-9,
    ),
    pressure_pa=(1.0e4, 1.0e8),
    temperature_k=(50.0, 2000.0),
    density_kg_m3=(0.01, 700.0),
    heat_capacity_ratio=(1.01, 1.67),
    diameter_m=(1.0e-4, 3.0),
    discharge_coefficient=(0.1, 1.0),
    ambient_pressure_pa=(1.0e4, 1.0e7),
)  # fmt: skip
def gas_flow(
    pressure_pa: float,
    temperature_k: float,
    density_kg_m3: float,
    heat_capacity_ratio: float,
    diameter_m: float,
    discharge_coefficient: float,
    ambient_pressure_pa: float,
) -> GasFlow:
    """Gas through a hole, upstream at rest, ideal gas of constant k; none where the pressure is not above ambient.

    m = Cd A sqrt(2 k/(k-1) p rho (r^(2/k) - r^((k+1)/k))), r = max(pa/p, critical ratio); throat p r, T r^((k-1)/k).
    velocity_m_s: mass flow over the hole's area and the throat's density.
    """
    k = heat_capacity_ratio
    if pressure_pa <= ambient_pressure_pa:
        return GasFlow(0.0, False, ambient_pressure_pa, temperature_k, 0.0)
    critical, outside = critical_pressure_ratio(k), ambient_pressure_pa / pressure_pa
    ratio = max(outside, critical)
    thin = exact.power(ratio, 1.0 / k)  # throat density over upstream
    drive = max(thin * (thin - ratio), 0.0)
    flux = discharge_coefficient * sqrt(2.0 * k / (k - 1.0) * pressure_pa * density_kg_m3 * drive)
    return GasFlow(
        flux * _area_m2(diameter_m),
        outside <= critical,
        ratio * pressure_pa,
        temperature_k * ratio / thin,
        flux / (density_kg_m3 * thin),
    )


@states(
    "Hydraulic Institute ANSI/HI 9.6.1-2017, definition of NPSHA",
    Example(
        "open water tank at 20 C, 3 m above the pump, 1 m lost: 10.1 m of air over 0.24 m of vapour, by hand",
        {"pressure_pa": 101325.0, "vapour_pressure_pa": 2339.0, "density_kg_m3": 998.2, "head_m": 3.0, "loss_m": 1.0},
        12.112,
    ),
    pressure_pa=(0.0, 1.0e8),
    vapour_pressure_pa=(0.0, 1.0e7),
    density_kg_m3=(50.0, 3000.0),
    head_m=(-20.0, 200.0),
    loss_m=(0.0, 200.0),
)
def net_positive_suction_head_m(
    pressure_pa: float, vapour_pressure_pa: float, density_kg_m3: float, head_m: float, loss_m: float
) -> float:
    """Head above boiling at a pump's inlet, m. NPSHA = (p - pv)/(rho g) + h - loss; below its NPSHR a pump cavitates.

    pressure_pa: over the liquid, absolute. head_m: of the surface over the pump, negative for suction lift.
    """
    return (pressure_pa - vapour_pressure_pa) / (density_kg_m3 * GRAVITY_M_S2) + head_m - loss_m


@states(
    "API Standard 520 Part I, 9th ed. 2014, sizing for critical flow of gas or vapour (SI form)",
    Example(
        "API 520 Part I worked example as computed by an independent package",
        {"mass_flow_kg_s": 24270.0 / 3600.0, "temperature_k": 348.0, "compressibility": 0.9, "kg_mol": 0.051,
         "heat_capacity_ratio": 1.11, "pressure_pa": 670.0e3, "discharge_coefficient": 0.975,
         "back_pressure_factor": 1.0, "rupture_disc_factor": 1.0},
        0.0036990460646834414,
        1e-6,
    ),
    mass_flow_kg_s=(0.0, 1.0e4),
    temperature_k=(50.0, 2000.0),
    compressibility=(0.2, 2.0),
    kg_mol=(0.002, 0.5),
    heat_capacity_ratio=(1.001, 2.0),
    pressure_pa=(1.0e5, 1.0e8),
    discharge_coefficient=(0.5, 1.0),
    back_pressure_factor=(0.3, 1.0),
    rupture_disc_factor=(0.5, 1.0),
)  # fmt: skip
def relief_area_m2(
    mass_flow_kg_s: float,
    temperature_k: float,
    compressibility: float,
    kg_mol: float,
    heat_capacity_ratio: float,
    pressure_pa: float,
    discharge_coefficient: float,
    back_pressure_factor: float,
    rupture_disc_factor: float,
) -> float:
    """Effective area of a relief valve for choked gas, m2. A = W / (C Kd p Kb Kc) sqrt(T Z / M), p absolute, relieving.

    C = 0.03948 sqrt(k (2/(k+1))^((k+1)/(k-1))) in mm2, kg/h, kPa, kg/kmol, as the standard rounds it.
    """
    k = heat_capacity_ratio
    c = 0.03948 * sqrt(k * exact.power(2.0 / (k + 1.0), (k + 1.0) / (k - 1.0)))
    capacity = c * discharge_coefficient * (pressure_pa / 1000.0) * back_pressure_factor * rupture_disc_factor
    root = sqrt(temperature_k * compressibility / (1000.0 * kg_mol))
    return 1.0e-6 * 3600.0 * mass_flow_kg_s / capacity * root
