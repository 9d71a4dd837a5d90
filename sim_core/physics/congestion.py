"""Congestion: how much of a cloud lies among pipes and vessels, and its energy. Only that part explodes."""

from math import pi, sqrt

from sim_core import exact
from sim_core.physics.properties import GAS_CONSTANT
from sim_core.physics.validity import Example, states
from sim_core.text import Text

YELLOW = "TNO Yellow Book CPR 14E, 3rd ed. 2005, ch. 5"
OXYGEN_IN_AIR = 0.20946


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


def _acos(x: float) -> float:
    held = min(max(x, -1.0), 1.0)
    return exact.atan2(sqrt((1.0 - held) * (1.0 + held)), held)
