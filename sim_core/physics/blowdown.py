"""Blowdown: a vessel that empties: gas above the speed of sound, boiling liquid, liquid level through a hole."""

from dataclasses import dataclass, replace
from math import sqrt

from sim_core import exact
from sim_core.physics import properties
from sim_core.physics.outflow import GAS_CONSTANT, GRAVITY_M_S2
from sim_core.physics.properties import Properties
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CCPS = "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1"
YELLOW_BOOK = "Yellow Book (CPR 14E), 3rd ed. 1997/2005, ch. 2, vessel depressurising"
ADIABATIC = Text("器壁不向气体传热，气体为理想气体", "the wall gives the gas no heat; ideal gas")
NO_SWELL = Text(
    "只有蒸气逸出，沸腾液面不带液", "vapour alone leaves: the boiling liquid does not swell into the opening"
)


@dataclass(frozen=True, slots=True)
class GasVessel:
    """Gas in a closed vessel, one temperature."""

    mass_kg: float
    temperature_k: float
    volume_m3: float


@dataclass(frozen=True, slots=True)
class BoilingVessel:
    """Liquid and its vapour in equilibrium. mass_kg: both together."""

    mass_kg: float
    temperature_k: float
    volume_m3: float


@states(
    f"{CCPS}; closed form of dp/dt = -(k/tau) p (p/p0)^((k-1)/2k), adiabatic choked nozzle",
    Example(
        "k 1.4, tau 100 s, at 50 s", {"time_s": 50.0, "time_constant_s": 100.0, "heat_capacity_ratio": 1.4}, 0.513158
    ),
    assumes=ADIABATIC,
    time_s=(0.0, 1.0e6),
    time_constant_s=(0.01, 1.0e7),
    heat_capacity_ratio=(1.01, 1.67),
)
def pressure_ratio(time_s: float, time_constant_s: float, heat_capacity_ratio: float) -> float:
    """Pressure over that at the start, 0..1, as long as the hole is choked. p/p0 = (1 + (k-1) t/(2 tau))^(-2k/(k-1)).

    time_constant_s: mass at the start over mass flow at the start.
    """
    k = heat_capacity_ratio
    return exact.power(1.0 + 0.5 * (k - 1.0) * time_s / time_constant_s, -2.0 * k / (k - 1.0))


@states(
    f"{CCPS}; closed form of the adiabatic choked nozzle",
    Example(
        "k 1.4, tau 100 s, at 50 s: 0.513158^(1.2/1.4), by hand",
        {"time_s": 50.0, "time_constant_s": 100.0, "heat_capacity_ratio": 1.4},
        0.564474,
    ),
    assumes=ADIABATIC,
    time_s=(0.0, 1.0e6),
    time_constant_s=(0.01, 1.0e7),
    heat_capacity_ratio=(1.01, 1.67),
)
def flow_ratio(time_s: float, time_constant_s: float, heat_capacity_ratio: float) -> float:
    """Mass flow over that at the start, 0..1, while choked. w/w0 = (1 + (k-1) t/(2 tau))^(-(k+1)/(k-1))."""
    k = heat_capacity_ratio
    return exact.power(1.0 + 0.5 * (k - 1.0) * time_s / time_constant_s, -(k + 1.0) / (k - 1.0))


@states(
    f"{CCPS}; ideal gas law, energy balance of an open vessel",
    assumes=Text("气体为理想气体", "ideal gas"),
    kg_mol=(0.002, 0.5),
)
def vessel_pressure_pa(vessel: GasVessel, kg_mol: float) -> float:
    """Pressure of the gas, Pa. p = m R T / (M V). Example: tests/sim_core/test_physics_blowdown.py."""
    return vessel.mass_kg * GAS_CONSTANT * vessel.temperature_k / (kg_mol * vessel.volume_m3)


@states(
    f"{CCPS}; energy balance of an open vessel: d(m cv T) = -cp T w dt + q dt",
    assumes=Text("气体为理想气体，一步内比热不变", "ideal gas, heat capacity constant within a step"),
    mass_flow_kg_s=(0.0, 1.0e5),
    heat_w=(-1.0e8, 1.0e9),
    heat_capacity_ratio=(1.01, 1.67),
    kg_mol=(0.002, 0.5),
    least_pa=(0.0, 1.0e8),
    dt_s=(0.0, 60.0),
)
def gas_step(
    vessel: GasVessel,
    mass_flow_kg_s: float,
    heat_w: float,
    heat_capacity_ratio: float,
    kg_mol: float,
    least_pa: float,
    dt_s: float,
) -> tuple[GasVessel, float]:
    """Vessel after dt and gas lost, kg. Flow as at the start of the step and, choked, falling with the closed form.

    m = m0 (1 + (k-1) w dt/(2 m0))^(-2/(k-1)), T = T0 (m/m0)^(k-1) + q dt/(m cv); never below least_pa.
    Example: tests/sim_core/test_physics_blowdown.py.
    """
    k, m0 = heat_capacity_ratio, vessel.mass_kg
    if m0 <= 0.0:
        return vessel, 0.0
    grown = 1.0 + 0.5 * (k - 1.0) * mass_flow_kg_s * dt_s / m0
    left_share = exact.power(grown, -2.0 / (k - 1.0))
    pressure = vessel_pressure_pa(vessel, kg_mol)
    if mass_flow_kg_s > 0.0 and pressure > 0.0:  # the adiabat ends where the gas outside holds it
        floor = exact.power(min(least_pa / pressure, 1.0), 1.0 / k) if least_pa > 0.0 else 0.0
        left_share = max(left_share, floor)
    left = m0 * left_share
    cooled = vessel.temperature_k * exact.power(left_share, k - 1.0)
    capacity = GAS_CONSTANT / (kg_mol * (k - 1.0))
    return replace(vessel, mass_kg=left, temperature_k=cooled + heat_w * dt_s / (left * capacity)), m0 - left


@states(
    YELLOW_BOOK,
    assumes=Text("蒸气为理想气体", "vapour as an ideal gas"),
)
def vapour_held_kg(substance: Properties, vessel: BoilingVessel) -> float:
    """Vapour over the liquid, kg. mv = rho_v (V - m/rho_l) / (1 - rho_v/rho_l).

    Example: tests/sim_core/test_physics_blowdown.py.
    """
    t = vessel.temperature_k
    rho_v = properties.vapour_density_kg_m3(substance, t, properties.vapour_pressure_pa(substance, t))
    rho_l = properties.liquid_density_kg_m3(substance, t)
    space = max(vessel.volume_m3 - vessel.mass_kg / rho_l, 0.0)
    return min(rho_v * space / (1.0 - rho_v / rho_l), vessel.mass_kg)


@states(
    YELLOW_BOOK,
    assumes=NO_SWELL,
    mass_flow_kg_s=(0.0, 1.0e5),
    heat_w=(-1.0e8, 1.0e9),
    dt_s=(0.0, 60.0),
)
def boiling_step(
    substance: Properties, vessel: BoilingVessel, mass_flow_kg_s: float, heat_w: float, dt_s: float
) -> tuple[BoilingVessel, float]:
    """Vessel after dt of venting vapour, and mass lost, kg; liquid boils to make up what leaves, and cools.

    (ml cp + L dmv/dT) dT = q dt - L w dt, dmv/dT by Clausius-Clapeyron: rho_v V (L M / (R T^2) - 1/T).
    Never colder than its liquid range. Example: tests/sim_core/test_physics_blowdown.py.
    """
    lost = min(mass_flow_kg_s * dt_s, vessel.mass_kg)
    t, latent = vessel.temperature_k, properties.latent_heat_j_kg(substance, vessel.temperature_k)
    vapour = vapour_held_kg(substance, vessel)
    liquid = vessel.mass_kg - vapour
    slope = vapour * max(latent * substance.kg_mol / (GAS_CONSTANT * t * t) - 1.0 / t, 0.0)
    capacity = liquid * properties.liquid_capacity_j_kg_k(substance, t) + latent * slope
    if capacity <= 0.0:
        return replace(vessel, mass_kg=vessel.mass_kg - lost), lost
    change = (heat_w * dt_s - latent * lost) / capacity
    after = min(max(t + change, substance.liquid_k[0]), substance.liquid_k[1])
    return replace(vessel, mass_kg=vessel.mass_kg - lost, temperature_k=after), lost


@states(
    f"{CCPS}; Torricelli, integrated for an upright cylinder",
    Example(
        "10 m tank, 5 m of liquid, 50 mm, Cd 0.61: 40000/0.61 sqrt(10/9.80665), by hand",
        {"tank_diameter_m": 10.0, "level_m": 5.0, "hole_diameter_m": 0.05, "discharge_coefficient": 0.61},
        66218.0,
    ),
    tank_diameter_m=(0.05, 150.0),
    level_m=(0.0, 50.0),
    hole_diameter_m=(1.0e-4, 3.0),
    discharge_coefficient=(0.1, 1.0),
)
def drain_time_s(tank_diameter_m: float, level_m: float, hole_diameter_m: float, discharge_coefficient: float) -> float:
    """Time until an open tank has run down to the hole, s. t = (D/d)^2 sqrt(2 h/g) / Cd; level_m: over the hole."""
    wide = tank_diameter_m / hole_diameter_m
    return wide * wide * sqrt(2.0 * level_m / GRAVITY_M_S2) / discharge_coefficient


@states(
    f"{CCPS}; Torricelli, integrated for an upright cylinder of constant gas pressure",
    Example(
        "half the drain time leaves a quarter of the level",
        {"level_m": 5.0, "head_m": 0.0, "tank_area_m2": 78.5398, "hole_area_m2": 0.0019635,
         "discharge_coefficient": 0.61, "dt_s": 33109.0},
        1.25,
    ),
    level_m=(0.0, 50.0),
    head_m=(0.0, 5000.0),
    tank_area_m2=(1.0e-3, 2.0e4),
    hole_area_m2=(0.0, 10.0),
    discharge_coefficient=(0.1, 1.0),
    dt_s=(0.0, 1.0e7),
)  # fmt: skip
def level_after_m(
    level_m: float, head_m: float, tank_area_m2: float, hole_area_m2: float, discharge_coefficient: float, dt_s: float
) -> float:
    """Level over the hole after dt, m; exact for any dt. sqrt(h + hp) = sqrt(h0 + hp) - Cd (a/A) sqrt(g/2) dt, h >= 0.

    head_m: gauge pressure of the gas over the liquid, as metres of liquid, (p - pa)/(rho g).
    """
    fall = discharge_coefficient * hole_area_m2 / tank_area_m2 * sqrt(0.5 * GRAVITY_M_S2) * dt_s
    root = max(sqrt(level_m + head_m) - fall, 0.0)
    return min(max(root * root - head_m, 0.0), level_m)


@states(
    f"{CCPS}; mass at the start over choked flow at the start",
    Example(
        "1 m3 of air at 10 bar, 12.08 kg/m3, 1 cm, Cd 0.85: 12.08 / 0.15594, by hand",
        {"volume_m3": 1.0, "density_kg_m3": 12.08, "mass_flow_kg_s": 0.15594},
        77.466,
    ),
    volume_m3=(1.0e-4, 1.0e6),
    density_kg_m3=(0.01, 700.0),
    mass_flow_kg_s=(1.0e-9, 1.0e6),
)
def time_constant_s(volume_m3: float, density_kg_m3: float, mass_flow_kg_s: float) -> float:
    """Time in which the flow at the start would empty the vessel, s. tau = rho V / w0."""
    return density_kg_m3 * volume_m3 / mass_flow_kg_s
