"""Congestion: how much of a cloud lies among pipes and vessels, and its energy. Only that part explodes."""

from math import pi, sqrt

from sim_core import exact
from sim_core.physics.properties import GAS_CONSTANT
from sim_core.physics.table import log_log, logs
from sim_core.physics.validity import Example, states
from sim_core.text import Text

YELLOW = "TNO Yellow Book CPR 14E, 3rd ed. 2005, ch. 5"
OXYGEN_IN_AIR = 0.20946
LN_SOURCE_PA = logs((1.0e3, 2.0e3, 5.0e3, 1.0e4, 2.0e4, 5.0e4, 1.0e5, 2.0e5, 5.0e5, 1.0e6))
LN_STRENGTH = logs((1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0))


@states(
    "Stoichiometry; oxygen 20.946 % of dry air (US Standard Atmosphere 1976)",
    Example("butane, 6.5 O2", {"oxygen_mol": 6.5}, 0.031218607756809045, 1e-9),
    oxygen_mol=(0.1, 30.0),
)
def stoichiometric_fraction(oxygen_mol: float) -> float:
    """Volume fraction of fuel in the mixture that burns whole. x = 1 / (1 + n / 0.20946); n: mol O2 per mol of fuel."""
    return 1.0 / (1.0 + oxygen_mol / OXYGEN_IN_AIR)


@states(
    f"{YELLOW}: the part filled with a stoichiometric mixture, ideal gas",
    Example(
        "butane cloud, 14.7 psi",
        {"volume_m3": 136857.23663, "oxygen_mol": 6.5, "heat_of_combustion_j_mol": 2.65732e6, "temperature_k": 272.55,
         "pressure_pa": 101352.93},
        5.07786441e11,
    ),
    volume_m3=(0.1, 1.0e8),
    oxygen_mol=(0.1, 30.0),
    heat_of_combustion_j_mol=(1.0e5, 1.0e7),
    temperature_k=(200.0, 400.0),
    pressure_pa=(5.0e4, 1.1e5),
)  # fmt: skip
def energy_j(
    volume_m3: float, oxygen_mol: float, heat_of_combustion_j_mol: float, temperature_k: float, pressure_pa: float
) -> float:
    """Combustion energy of a stoichiometric mixture, J. E = x V p / (R T) Hc; without doubling by the ground."""
    fuel_mol = stoichiometric_fraction(oxygen_mol) * volume_m3 * pressure_pa / (GAS_CONSTANT * temperature_k)
    return fuel_mol * heat_of_combustion_j_mol


@states(
    "Plane geometry, lens of two circles: Euclid, or Bronshtein and Semendyayev, Handbook of Mathematics, 6th ed. 2015",
    Example("two unit circles one radius apart: 2 pi/3 - sqrt(3)/2",
            {"cloud_radius_m": 1.0, "part_radius_m": 1.0, "distance_m": 1.0}, 1.2283696986, 1e-9),
    cloud_radius_m=(0.0, 1.0e5),
    part_radius_m=(0.0, 1.0e4),
    distance_m=(0.0, 1.0e6),
)  # fmt: skip
def overlap_m2(cloud_radius_m: float, part_radius_m: float, distance_m: float) -> float:
    """Area that a round cloud and a round congested part share, m2, middles distance_m apart.

    A = r^2 acos(u) + R^2 acos(v) - 2 x triangle; 0 when apart, the smaller circle when one holds the other.
    """
    r, big, d = cloud_radius_m, part_radius_m, distance_m
    if d >= r + big:
        return 0.0
    if d <= abs(r - big):
        return pi * min(r, big) * min(r, big)
    u = (d * d + r * r - big * big) / (2.0 * d * r)
    v = (d * d + big * big - r * r) / (2.0 * d * big)
    product = (-d + r + big) * (d + r - big) * (d - r + big) * (d + r + big)
    return r * r * _acos(u) + big * big * _acos(v) - 0.5 * sqrt(max(product, 0.0))


@states(
    f"{YELLOW}: the energy is that of the vapour within the congested part alone",
    Example("cloud of 100 m2 wholly inside", {"shared_m2": 100.0, "cloud_m2": 100.0, "cloud_height_m": 2.0,
            "part_height_m": 6.0}, 1.0),
    Text(
        "云在其高度内均匀；超出设备高度的部分不计",
        "the cloud is even over its height; what stands above the plant does not count",
    ),
    shared_m2=(0.0, 1.0e9),
    cloud_m2=(1.0e-6, 1.0e10),
    cloud_height_m=(0.01, 200.0),
    part_height_m=(0.0, 100.0),
)  # fmt: skip
def share(shared_m2: float, cloud_m2: float, cloud_height_m: float, part_height_m: float) -> float:
    """Share of the cloud inside the congested part, 0..1. s = (A shared / A cloud) min(1, h part / h cloud)."""
    return min(shared_m2 / cloud_m2, 1.0) * min(part_height_m / cloud_height_m, 1.0)


@states(
    "Eggen, GAME: development of guidance for the application of the multi-energy method, TNO for HSE 1998",
    Example("3-D, VBR 0.1, path 10 m, pipes of 0.2 m, propane 0.46 m/s: 0.84 x 5^2.75 x 0.46^2.7 x 0.2^0.7 bar",
            {"blockage": 0.1, "path_m": 10.0, "pipe_m": 0.2, "burning_m_s": 0.46, "confined": False}, 2.7965e5, 1e-3),
    blockage=(0.0, 0.5),
    path_m=(0.1, 100.0),
    pipe_m=(0.005, 2.0),
    burning_m_s=(0.1, 4.0),
)  # fmt: skip
def source_overpressure_pa(blockage: float, path_m: float, pipe_m: float, burning_m_s: float, confined: bool) -> float:
    """Overpressure inside the congested part, Pa. p = 0.84 (VBR L/D)^2.75 S^2.7 D^0.7 bar; confined 3.38 ( )^2.25.

    blockage: volume blockage ratio; path_m: longest flame path; pipe_m: mean diameter of the obstacles; burning_m_s:
    laminar burning velocity; confined: the flame spreads between plates, in two dimensions.
    """
    obstacles = blockage * path_m / pipe_m
    grown = 3.38 * exact.power(obstacles, 2.25) if confined else 0.84 * exact.power(obstacles, 2.75)
    return 1.0e5 * grown * exact.power(burning_m_s, 2.7) * exact.power(pipe_m, 0.7)


@states(
    f"{YELLOW}: the strengths by the overpressure inside, 1 to 1000 kPa",
    Example("half an atmosphere", {"source_pa": 5.0e4}, 6.0, 1e-6),
    source_pa=(0.0, 1.0e8),
)
def strength(source_pa: float) -> float:
    """Strength of the multi-energy chart, 1..10. n = table(p inside: 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 kPa)."""
    return log_log(max(source_pa, 1.0), LN_SOURCE_PA, LN_STRENGTH)


def _acos(x: float) -> float:
    held = min(max(x, -1.0), 1.0)
    return exact.atan2(sqrt((1.0 - held) * (1.0 + held)), held)
