"""Gaussian: concentration in a passive plume or puff over flat ground that reflects it, from its spreads."""

from math import pi, sqrt

import numpy as np
import numpy.typing as npt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

FloatArray = npt.NDArray[np.float64]
CCPS = "CCPS Guidelines for Consequence Analysis of Chemical Releases 1999, pp. 97-101"
ROOT_2 = sqrt(2.0)
PUFF = 2.0 * pi * sqrt(2.0 * pi)  # (2 pi)^(3/2)
REFERENCE_S = 600.0
AVERAGING_POWER = 0.2
SHORTEST_S = {"A": 18.4, "B": 18.4, "C": 18.4, "D": 18.3, "E": 11.4, "F": 4.6}
CUT_OFF = 8.0  # half the square of 4 sigma: beyond it a pair of puff and receptor counts for nothing


@states(
    f"{CCPS}: steady plume from a point, reflected at the ground",
    Example(
        "CCPS 1999, p. 97, by GasDispersion.jl 2024: 0.1 kg/s, F, 500 m",
        {
            "emission_kg_s": 0.1, "wind_m_s": 2.0, "sigma_y_m": 18.1022643, "sigma_z_m": 8.4973633,
            "y_m": 0.0, "z_m": 0.0, "release_height_m": 0.0,
        },
        1.0346728e-4,
        1.0e-6,
    ),
    emission_kg_s=(0.0, 1.0e4),
    wind_m_s=(0.5, 50.0),
    sigma_y_m=(1.0e-3, 1.0e5),
    sigma_z_m=(1.0e-3, 1.0e5),
    y_m=(-1.0e5, 1.0e5),
    z_m=(0.0, 1.0e4),
    release_height_m=(0.0, 500.0),
)  # fmt: skip
def plume_kg_m3(
    emission_kg_s: float,
    wind_m_s: float,
    sigma_y_m: float,
    sigma_z_m: float,
    y_m: float,
    z_m: float,
    release_height_m: float,
) -> float:
    """Concentration in a steady plume, kg/m3.

    C = Q / (2 pi u sy sz) exp(-y^2 / 2 sy^2) (exp(-(z-h)^2 / 2 sz^2) + exp(-(z+h)^2 / 2 sz^2)).
    """
    across = exact.exp(-_half_square(y_m, sigma_y_m))
    upward = _reflected(z_m, release_height_m, sigma_z_m)
    return emission_kg_s / (2.0 * pi * wind_m_s * sigma_y_m * sigma_z_m) * across * upward


@states(
    f"{CCPS}: instantaneous puff, reflected at the ground",
    Example(
        "CCPS 1999, p. 101, with its sigma_y set right: 1 kg, F, over the centre at 500 m",
        {
            "mass_kg": 1.0, "along_m": 0.0, "y_m": 0.0, "z_m": 0.0, "release_height_m": 0.0,
            "sigma_x_m": 5.047929716825321, "sigma_y_m": 5.047929716825321, "sigma_z_m": 2.214836678536473,
        },
        2.2500485e-03,
        1.0e-6,
    ),
    mass_kg=(0.0, 1.0e7),
    along_m=(-1.0e5, 1.0e5),
    y_m=(-1.0e5, 1.0e5),
    z_m=(0.0, 1.0e4),
    release_height_m=(0.0, 500.0),
    sigma_x_m=(1.0e-3, 1.0e5),
    sigma_y_m=(1.0e-3, 1.0e5),
    sigma_z_m=(1.0e-3, 1.0e5),
)  # fmt: skip
def puff_kg_m3(
    mass_kg: float,
    along_m: float,
    y_m: float,
    z_m: float,
    release_height_m: float,
    sigma_x_m: float,
    sigma_y_m: float,
    sigma_z_m: float,
) -> float:
    """Concentration in a puff, kg/m3, at along_m from its centre in the direction of the wind.

    C = M / ((2 pi)^(3/2) sx sy sz) exp(-s^2 / 2 sx^2 - y^2 / 2 sy^2) (the two terms in z as of the plume).
    """
    flat = exact.exp(-_half_square(along_m, sigma_x_m) - _half_square(y_m, sigma_y_m))
    upward = _reflected(z_m, release_height_m, sigma_z_m)
    return mass_kg / (PUFF * sigma_x_m * sigma_y_m * sigma_z_m) * flat * upward


@states(f"{CCPS}: sum of instantaneous puffs; pairs farther apart than 4 sigma are left out")
def puffs_kg_m3(
    mass_kg: FloatArray,
    x_m: FloatArray,
    y_m: FloatArray,
    sigma_r_m: FloatArray,
    sigma_z_m: FloatArray,
    at_x_m: FloatArray,
    at_y_m: FloatArray,
    at_z_m: FloatArray,
) -> FloatArray:
    """Concentration at receptors (m,) of round puffs at the ground (n,): sum of C = 2 M / (PUFF sr^2 sz) exp(...).

    One exp a pair, the exponents summed first; sums run over puffs in their order.
    Example: tests/sim_core/test_physics_gaussian.py
    """
    across_2 = np.square(at_x_m[:, None] - x_m) + np.square(at_y_m[:, None] - y_m)
    exponent = 0.5 * (across_2 / np.square(sigma_r_m) + np.square(at_z_m[:, None] / sigma_z_m))
    peak = 2.0 * mass_kg / (PUFF * np.square(sigma_r_m) * sigma_z_m)
    near = np.where(exponent < CUT_OFF, exact.exp_array(-np.minimum(exponent, CUT_OFF)), 0.0)
    return np.asarray(np.sum(peak * near, axis=1))


@states(
    "DEGADIS 2.1, Spicer and Havens 1989, US EPA-450/4-89-019; Yellow Book, CPR 14E, 3rd ed. 2005, ch. 4: exponent 0.2",
    Example("(60/600)^0.2", {"averaging_s": 60.0, "stability": "D"}, 0.630957),
    assumes=Text("所有扩散系数组均视为 10 分钟平均", "the curves of every set are taken as of 10 minutes"),
    averaging_s=(1.0, 3600.0),
)
def averaging_factor(averaging_s: float, stability: str) -> float:
    """What sigma_y is multiplied with for another averaging time. F = (max(t, t_least) / 600 s)^0.2."""
    return exact.power(max(averaging_s, SHORTEST_S[stability]) / REFERENCE_S, AVERAGING_POWER)


@states(
    "Palazzi et al. 1982, Atmospheric Environment 16:2785-2790; Yellow Book, CPR 14E, 3rd ed. 2005, ch. 4",
    Example(
        "middle of a long release: both ends far away",
        {
            "x_m": 500.0, "wind_m_s": 2.0, "time_s": 400.0, "duration_s": 400.0,
            "front_sigma_x_m": 5.0, "rear_sigma_x_m": 5.0,
        },
        1.0,
    ),
    x_m=(0.0, 1.0e5),
    wind_m_s=(0.5, 50.0),
    time_s=(0.0, 1.0e6),
    duration_s=(0.0, 1.0e6),
    front_sigma_x_m=(1.0e-3, 1.0e5),
    rear_sigma_x_m=(1.0e-3, 1.0e5),
)  # fmt: skip
def finite_share(
    x_m: float, wind_m_s: float, time_s: float, duration_s: float, front_sigma_x_m: float, rear_sigma_x_m: float
) -> float:
    """Share of the steady concentration that is there at time_s after a release of duration_s began, 0..1.

    F = (erf((x - u (t - t_r)) / (sqrt 2 s_rear)) - erf((x - u t) / (sqrt 2 s_front))) / 2, t_r = min(t, duration).
    """
    released_s = min(time_s, duration_s)
    rear = (x_m - wind_m_s * (time_s - released_s)) / (ROOT_2 * rear_sigma_x_m)
    front = (x_m - wind_m_s * time_s) / (ROOT_2 * front_sigma_x_m)
    return max(0.5 * (exact.erf(rear) - exact.erf(front)), 0.0)  # below 0 where the two spreads differ, far off


def _reflected(z_m: float, height_m: float, sigma_z_m: float) -> float:
    below, above = _half_square(z_m - height_m, sigma_z_m), _half_square(z_m + height_m, sigma_z_m)
    return exact.exp(-below) + exact.exp(-above)


def _half_square(distance_m: float, sigma_m: float) -> float:
    share = distance_m / sigma_m
    return 0.5 * share * share
