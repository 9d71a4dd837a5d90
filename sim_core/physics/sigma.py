"""Sigma: how far a passive cloud has spread across the wind and upward, by stability class and distance travelled.

Each set is a table of curves of one of three forms. The float and the array door run the same operations.
"""

from bisect import bisect_left
from collections.abc import Callable
from math import inf, sqrt
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

FloatArray = npt.NDArray[np.float64]
CCPS = "CCPS Guidelines for Consequence Analysis of Chemical Releases 1999, p. 101"
SOURCES = (
    "Briggs 1973, Diffusion Estimation for Small Emissions, ATDL 79 (briggs_rural, briggs_urban); "
    "Spicer and Havens 1988 and Seinfeld 1986 (ccps); "
    f"{CCPS} (ccps_puff); "
    "US EPA-454/B-95-003b, ISC3 User's Guide vol. 2 1995, sec. 1.1.5 (isc3_rural); "
    "TNO Yellow Book, CPR 14E, 3rd ed. 2005, ch. 4 (tno, tno_puff); "
    "Turner 1970, Workbook of Atmospheric Dispersion Estimates, as fitted in Lees 1996 (turner)"
)
NEAR = Text(
    "100 m 以内和 10 km 以外系曲线外推；ccps 的 A 级竖向曲线在 100 m 以内不可用",
    "nearer than 100 m and beyond 10 km the curves are extrapolated; the vertical curve A of ccps fails within 100 m",
)
SETS = ("briggs_rural", "briggs_urban", "ccps", "isc3_rural", "tno", "turner", "ccps_puff", "tno_puff")


class Briggs(NamedTuple):
    """a x (1 + b x)^(halves / 2)."""

    a: float
    b: float = 0.0
    halves: int = 0


class Bent(NamedTuple):
    """Pieces (up to x_m, a, b, c): a exp(b L + c L^2), L = ln(x / scale_m). The last piece has no end."""

    pieces: tuple[tuple[float, float, float, float], ...]
    scale_m: float = 1.0


class Opening(NamedTuple):
    """465.11628 x tan(0.017453293 (c - d ln x)), x in km."""

    c: float
    d: float


Curve = Briggs | Bent | Opening
ENDLESS = inf
LN10 = 2.302585092994046


def _powers(*rows: tuple[float, float]) -> tuple[Curve, ...]:
    """a x^b of the classes A to F."""
    return tuple(Bent(((ENDLESS, a, b, 0.0),)) for a, b in rows)


def _km(*pieces: tuple[float, float, float]) -> Curve:
    """Pieces (up to x in km, a, b): a x^b, x in km."""
    return Bent(tuple((1000.0 * most, a, b, 0.0) for most, a, b in pieces), 1000.0)


def _turner(most_m: float, near: tuple[float, float], far: tuple[float, float, float]) -> Curve:
    """a x^b up to most_m, then 10^(p + q lg x + r lg^2 x)."""
    p, q, r = far
    return Bent(((most_m, *near, 0.0), (ENDLESS, exact.power(10.0, p), q, r / LN10)))


_ACROSS: dict[str, tuple[Curve, ...]] = {
    "briggs_rural": tuple(Briggs(a, 1.0e-4, -1) for a in (0.22, 0.16, 0.11, 0.08, 0.06, 0.04)),
    "briggs_urban": tuple(Briggs(a, 4.0e-4, -1) for a in (0.32, 0.32, 0.22, 0.16, 0.11, 0.11)),
    "ccps": _powers(*((a, 0.9) for a in (0.423, 0.313, 0.210, 0.136, 0.102, 0.0674))),
    "isc3_rural": (
        Opening(24.1670, 2.5334), Opening(18.3330, 1.8096), Opening(12.5000, 1.0857),
        Opening(8.3330, 0.72382), Opening(6.2500, 0.54287), Opening(4.1667, 0.36191),
    ),
    "tno": _powers((0.527, 0.865), (0.371, 0.866), (0.209, 0.897), (0.128, 0.905), (0.098, 0.902), (0.065, 0.902)),
    "turner": _powers((0.493, 0.88), (0.337, 0.88), (0.195, 0.90), (0.128, 0.90), (0.091, 0.91), (0.067, 0.90)),
    "ccps_puff": _powers((0.18, 0.92), (0.14, 0.92), (0.10, 0.92), (0.06, 0.92), (0.04, 0.92), (0.02, 0.89)),
    "tno_puff": _powers(
        (0.2635, 0.865), (0.1855, 0.866), (0.1045, 0.897), (0.064, 0.905), (0.049, 0.902), (0.0325, 0.902)
    ),
}  # fmt: skip
_UPWARD: dict[str, tuple[Curve, ...]] = {
    "briggs_rural": (
        Briggs(0.20), Briggs(0.12), Briggs(0.08, 2.0e-4, -1),
        Briggs(0.06, 1.5e-3, -1), Briggs(0.03, 3.0e-4, -2), Briggs(0.016, 3.0e-4, -2),
    ),
    "briggs_urban": (
        Briggs(0.24, 1.0e-3, 1), Briggs(0.24, 1.0e-3, 1), Briggs(0.20),
        Briggs(0.14, 3.0e-4, -1), Briggs(0.08, 1.5e-3, -1), Briggs(0.08, 1.5e-3, -1),
    ),
    "ccps": tuple(
        Bent(((ENDLESS, a, b, c),))
        for a, b, c in (
            (107.7, -1.7172, 0.2770), (0.1355, 0.8752, 0.0136), (0.09623, 0.9477, -0.0020),
            (0.04134, 1.1737, -0.0316), (0.02275, 1.3010, -0.0450), (0.01122, 1.4024, -0.0540),
        )
    ),
    "isc3_rural": (
        _km((0.10, 122.800, 0.94470), (0.15, 158.080, 1.05420), (0.20, 170.220, 1.09320), (0.25, 179.520, 1.12620),
            (0.30, 217.410, 1.26440), (0.40, 258.890, 1.40940), (0.50, 346.750, 1.72830), (ENDLESS, 453.850, 2.11660)),
        _km((0.20, 90.673, 0.93198), (0.40, 98.483, 0.98332), (ENDLESS, 109.300, 1.09710)),
        _km((ENDLESS, 61.141, 0.91465)),
        _km((0.30, 34.459, 0.86974), (1.0, 32.093, 0.81066), (3.0, 32.093, 0.64403), (10.0, 33.504, 0.60486),
            (30.0, 36.650, 0.56589), (ENDLESS, 44.053, 0.51179)),
        _km((0.10, 24.260, 0.83660), (0.30, 23.331, 0.81956), (1.0, 21.628, 0.75660), (2.0, 21.628, 0.63077),
            (4.0, 22.534, 0.57154), (10.0, 24.703, 0.50527), (20.0, 26.970, 0.46713), (40.0, 35.420, 0.37615),
            (ENDLESS, 47.618, 0.29592)),
        _km((0.20, 15.209, 0.81558), (0.70, 14.457, 0.78407), (1.0, 13.953, 0.68465), (2.0, 13.953, 0.63227),
            (3.0, 14.823, 0.54503), (7.0, 16.187, 0.46490), (15.0, 17.836, 0.41507), (30.0, 22.651, 0.32681),
            (60.0, 27.074, 0.27436), (ENDLESS, 34.219, 0.21716)),
    ),
    "tno": _powers((0.28, 0.90), (0.23, 0.85), (0.22, 0.80), (0.20, 0.76), (0.15, 0.73), (0.12, 0.67)),
    "turner": (
        _turner(300.0, (0.087, 1.10), (-1.67, 0.902, 0.181)), _turner(500.0, (0.135, 0.95), (-1.25, 1.09, 0.0018)),
        *_powers((0.112, 0.91)), _turner(500.0, (0.093, 0.85), (-1.22, 1.08, -0.061)),
        _turner(500.0, (0.082, 0.82), (-1.18, 1.04, -0.070)), _turner(500.0, (0.057, 0.80), (-1.91, 1.37, -0.119)),
    ),
    "ccps_puff": _powers((0.60, 0.75), (0.53, 0.73), (0.34, 0.71), (0.15, 0.70), (0.10, 0.65), (0.05, 0.61)),
    "tno_puff": _powers(*((a, 1.0) for a in (0.28, 0.23, 0.22, 0.20, 0.15, 0.12))),
}  # fmt: skip
TNO_ALONG = 0.13  # of the distance travelled, every class
MOST_M = 5000.0  # ISC3 lets no plume be deeper


@states(
    SOURCES,
    Example("GasDispersion.jl 2024, tests", {"stability": "A", "x_m": 1.2, "sigma_set": "tno"}, 0.61702448, 1e-6),
    assumes=NEAR,
    x_m=(1.0, 1.0e5),
)
def sigma_y_m(stability: str, x_m: float, sigma_set: str) -> float:
    """Standard deviation across the wind, m. sigma = a x^b, or as the curve of the set says; sigma_set: of SETS."""
    return _at(_ACROSS[sigma_set][_row(stability)], x_m)


@states(
    SOURCES,
    Example("ISC3 1995, rural D at 500 m", {"stability": "D", "x_m": 500.0, "sigma_set": "isc3_rural"}, 18.29689, 1e-6),
    assumes=NEAR,
    x_m=(1.0, 1.0e5),
)
def sigma_z_m(stability: str, x_m: float, sigma_set: str) -> float:
    """Standard deviation upward, m, at most 5 km. sigma = a x^b, or as the curve of the set says."""
    return min(_at(_UPWARD[sigma_set][_row(stability)], x_m), MOST_M)


@states(
    SOURCES,
    Example("Yellow Book: 0.13 x", {"stability": "A", "x_m": 1.2, "sigma_set": "tno_puff"}, 0.156, 1e-6),
    assumes=Text(
        "除 tno_puff 外，顺风向扩散等于横风向", "along the wind a cloud spreads as across it, but for tno_puff"
    ),
    x_m=(1.0, 1.0e5),
)
def sigma_x_m(stability: str, x_m: float, sigma_set: str) -> float:
    """Standard deviation along the wind of a puff, m. sigma_x = sigma_y, with tno_puff 0.13 x."""
    return TNO_ALONG * x_m if sigma_set == "tno_puff" else sigma_y_m(stability, x_m, sigma_set)


@states(SOURCES, assumes=NEAR)
def sigma_y_array(stability: str, x_m: FloatArray, sigma_set: str) -> FloatArray:
    """Standard deviations across the wind, m, elementwise = `sigma_y_m` bit for bit; x_m: above 0.

    Example: tests/sim_core/test_physics_sigma.py
    """
    return _at_array(_ACROSS[sigma_set][_row(stability)], x_m)


@states(SOURCES, assumes=NEAR)
def sigma_z_array(stability: str, x_m: FloatArray, sigma_set: str) -> FloatArray:
    """Standard deviations upward, m, elementwise = `sigma_z_m` bit for bit; x_m: above 0.

    Example: tests/sim_core/test_physics_sigma.py
    """
    return np.minimum(_at_array(_UPWARD[sigma_set][_row(stability)], x_m), MOST_M)


@states(
    "TNO Yellow Book, CPR 14E, 3rd ed. 2005, ch. 4: roughness factor of the vertical curves",
    Example("no change at the roughness of the curves", {"x_m": 500.0, "roughness_m": 0.1}, 1.0),
    x_m=(1.0, 1.0e5),
    roughness_m=(1.0e-4, 2.0),
)
def roughness_factor(x_m: float, roughness_m: float) -> float:
    """What sigma_z of the set tno is multiplied with over other ground than z0 = 0.1 m. F = (10 z0)^(0.53 x^-0.22)."""
    return exact.power(10.0 * roughness_m, 0.53 * exact.power(x_m, -0.22))


def _row(stability: str) -> int:
    return ord(stability) - ord("A")


def _at(curve: Curve, x_m: float) -> float:
    if isinstance(curve, Bent):
        _, a, b, c = curve.pieces[bisect_left([piece[0] for piece in curve.pieces], x_m)]
        return float(_bent(a, b, c, exact.log(x_m / curve.scale_m), exact.exp))
    if isinstance(curve, Briggs):
        return float(_briggs(curve, x_m, sqrt))
    return float(_opening(curve, x_m / 1000.0, exact.log, exact.sin, exact.cos))


def _at_array(curve: Curve, x_m: FloatArray) -> FloatArray:
    if isinstance(curve, Bent):
        ends, *coefficients = (np.array(column) for column in zip(*curve.pieces, strict=True))
        piece = np.searchsorted(ends, x_m, side="left")
        a, b, c = (column.take(piece) for column in coefficients)
        return np.asarray(_bent(a, b, c, exact.log_array(x_m / curve.scale_m), exact.exp_array))
    if isinstance(curve, Briggs):
        return np.asarray(_briggs(curve, x_m, np.sqrt))
    return np.asarray(_opening(curve, x_m / 1000.0, exact.log_array, exact.sin_array, exact.cos_array))


def _bent(a: Any, b: Any, c: Any, log_x: Any, exp: Callable[[Any], Any]) -> Any:
    return a * exp(b * log_x + c * log_x * log_x)


def _briggs(curve: Briggs, x: Any, root: Callable[[Any], Any]) -> Any:
    grown = 1.0 + curve.b * x
    if curve.halves == -1:
        return curve.a * x / root(grown)
    if curve.halves == -2:
        return curve.a * x / grown
    return curve.a * x * root(grown) if curve.halves else curve.a * x


def _opening(curve: Opening, x_km: Any, log: Any, sin: Any, cos: Any) -> Any:
    angle = 0.017453293 * (curve.c - curve.d * log(x_km))
    return 465.11628 * x_km * (sin(angle) / cos(angle))
