"""Explosion: overpressure from the vapour inside a congested part, after the TNO multi-energy method."""

from math import sqrt

from sim_core import exact
from sim_core.physics.substance import ATMOSPHERE_PA

# Side-on overpressure over atmospheric at these scaled distances r (P / E)^(1/3), by strength of blast.
# Read off in the shape of the multi-energy chart (TNO Yellow Book ch. 5): training assumption 训练假设, +-30
# %.
SCALED_DISTANCE = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
CURVES = {
    3: (0.050, 0.050, 0.036, 0.017, 0.0066, 0.0033, 0.0016),
    5: (0.200, 0.200, 0.140, 0.065, 0.025, 0.0125, 0.0062),
    6: (0.500, 0.500, 0.280, 0.110, 0.039, 0.0180, 0.0085),
    7: (1.000, 1.000, 0.380, 0.125, 0.041, 0.0180, 0.0085),
    10: (12.00, 2.500, 0.520, 0.145, 0.042, 0.0180, 0.0085),
}
# Atmospheric tanks, least overpressure (Pa): order of API RP 752 and TNO Green Book; training assumption
# 训练假设.
TANK_DAMAGE = ((50.0e3, "destroyed"), (20.0e3, "torn"), (7.0e3, "dented"))


def energy_j(vapour_kg: float, heat_of_combustion_j_kg: float) -> float:
    """Combustion energy of the flammable vapour inside the congested part, J."""
    return vapour_kg * heat_of_combustion_j_kg


def overpressure_pa(energy: float, distance_m: float, strength: int) -> float:
    """Peak side-on overpressure at a distance from the congested part's middle, Pa; strength a key of CURVES.

    Straight lines in log-log; flat nearer than 0.25, falling as 1/r beyond 20 scaled.
    """
    if energy <= 0.0:
        return 0.0
    curve = CURVES[strength]
    scaled = max(distance_m / exact.power(energy / ATMOSPHERE_PA, 1.0 / 3.0), SCALED_DISTANCE[0])
    if scaled >= SCALED_DISTANCE[-1]:
        return ATMOSPHERE_PA * curve[-1] * SCALED_DISTANCE[-1] / scaled
    i = max(k for k, edge in enumerate(SCALED_DISTANCE) if edge <= scaled)
    share = exact.log(scaled / SCALED_DISTANCE[i]) / exact.log(SCALED_DISTANCE[i + 1] / SCALED_DISTANCE[i])
    return ATMOSPHERE_PA * curve[i] * exact.power(curve[i + 1] / curve[i], share)


def tank_damage(overpressure: float) -> str:
    """What becomes of an atmospheric tank: "destroyed" (50 kPa), "torn" (20), "dented" (7) or "" (less)."""
    return next((word for least, word in TANK_DAMAGE if overpressure >= least), "")


def congested_share(cloud_area_m2: float, congested_area_m2: float, distance_m: float) -> float:
    """Share of a round cloud that lies in a round congested part, middles distance_m apart, 0..1.

    Linear from full overlap to touching circles: training assumption 训练假设.
    """
    if cloud_area_m2 <= 0.0:
        return 0.0
    cloud_m, part_m = sqrt(cloud_area_m2 / 3.141592653589793), sqrt(congested_area_m2 / 3.141592653589793)
    gap = min(max((cloud_m + part_m - distance_m) / (2.0 * min(cloud_m, part_m)), 0.0), 1.0)
    return gap * min(congested_area_m2 / cloud_area_m2, 1.0)
