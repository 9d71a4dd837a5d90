"""Britter and McQuaid: a dense plume or puff over flat ground, in closed form: the check of the cloud that drills run.

Curves of beta = lg(x / length) against alpha for fixed dilutions, C/C0; between them C is linear in beta.
"""

from itertools import pairwise
from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states

G = 9.80616
LN10 = 2.302585092994046
WORKBOOK = "Britter and McQuaid 1988, Workbook on the Dispersion of Dense Gases, HSE Contract Research Report 17/1988"
CURVES = f"{WORKBOOK}; curves as fitted in CCPS Guidelines for Consequence Analysis of Chemical Releases 1999, p. 122"
MOST_ALPHA = 1.0
PUFF_SPEED = 0.4  # of the wind at 10 m
NEAR_PLUME = 30.0  # x/D up to which the near field formula holds
# dilution -> pieces (up to alpha, slope, intercept): beta = slope alpha + intercept
Pieces = tuple[tuple[float, float, float], ...]
PLUME: tuple[tuple[float, Pieces], ...] = (
    (0.10, ((-0.55, 0.0, 1.75), (-0.14, 0.24, 1.88), (1.0, -0.50, 1.78))),
    (0.05, ((-0.68, 0.0, 1.92), (-0.29, 0.36, 2.16), (-0.18, 0.0, 2.06), (1.0, -0.56, 1.96))),
    (0.02, ((-0.69, 0.0, 2.08), (-0.31, 0.45, 2.39), (-0.16, 0.0, 2.25), (1.0, -0.54, 2.16))),
    (0.01, ((-0.70, 0.0, 2.25), (-0.29, 0.49, 2.59), (-0.20, 0.0, 2.45), (1.0, -0.52, 2.35))),
    (0.005, ((-0.67, 0.0, 2.40), (-0.28, 0.59, 2.80), (-0.15, 0.0, 2.63), (1.0, -0.48, 2.56))),
    (0.002, ((-0.69, 0.0, 2.60), (-0.25, 0.39, 2.87), (-0.13, 0.0, 2.77), (1.0, -0.50, 2.71))),
)
PUFF: tuple[tuple[float, Pieces], ...] = (
    (0.10, ((-0.44, 0.0, 0.70), (0.43, 0.26, 0.81), (1.0, 0.0, 0.93))),
    (0.05, ((-0.56, 0.0, 0.85), (0.31, 0.26, 1.00), (1.0, -0.12, 1.12))),
    (0.02, ((-0.66, 0.0, 0.95), (0.32, 0.36, 1.19), (1.0, -0.26, 1.38))),
    (0.01, ((-0.71, 0.0, 1.15), (0.37, 0.34, 1.39), (1.0, -0.38, 1.66))),
    (0.005, ((-0.52, 0.0, 1.48), (0.24, 0.26, 1.62), (1.0, -0.30, 1.75))),
    (0.002, ((0.27, 0.0, 1.83), (1.0, -0.32, 1.92))),
    (0.001, ((-0.10, 0.0, 2.075), (1.0, -0.27, 2.05))),
)
DILUTIONS = {"plume": tuple(d for d, _ in PLUME), "puff": tuple(d for d, _ in PUFF)}
Point = tuple[float, float]


@states(
    WORKBOOK,
    Example(
        "CCPS 1999, p. 122: Burro, 55.62 m3/s of 1.76 kg/m3 in 10.9 m/s",
        {"reduced_gravity_m_s2": 4.76, "flow_m3_s": 55.62, "wind_10m_m_s": 10.9},
        -0.4173,
        2e-3,
    ),
    reduced_gravity_m_s2=(1.0e-3, 100.0),
    flow_m3_s=(1.0e-3, 1.0e4),
    wind_10m_m_s=(0.5, 30.0),
)
def plume_alpha(reduced_gravity_m_s2: float, flow_m3_s: float, wind_10m_m_s: float) -> float:
    """How dense a plume is. alpha = 0.2 lg(g'^2 Q / u^5); the curves hold up to 1."""
    g, u = reduced_gravity_m_s2, wind_10m_m_s
    return 0.2 / LN10 * exact.log(g * g * flow_m3_s / (u * u * u * u * u))


@states(
    WORKBOOK,
    Example(
        "Potchefstroom: 72 500 m3 of 1.434 kg/m3 in 2 m/s",
        {"reduced_gravity_m_s2": 1.866, "volume_m3": 72500.0, "wind_10m_m_s": 2.0},
        0.6445,
        2e-3,
    ),
    reduced_gravity_m_s2=(1.0e-3, 100.0),
    volume_m3=(1.0e-2, 1.0e7),
    wind_10m_m_s=(0.5, 30.0),
)
def puff_alpha(reduced_gravity_m_s2: float, volume_m3: float, wind_10m_m_s: float) -> float:
    """How dense a puff is. alpha = 0.5 lg(g' V^(1/3) / u^2); the curves hold up to 1."""
    length = exact.power(volume_m3, 1.0 / 3.0)
    return 0.5 / LN10 * exact.log(reduced_gravity_m_s2 * length / (wind_10m_m_s * wind_10m_m_s))


@states(
    CURVES,
    Example("GasDispersion.jl 2024, tests of the curves", {"alpha": -0.4, "kind": "plume"},
            (1.784, 2.016, 2.21, 2.394, 2.564, 2.714), 1e-6),
    alpha=(-10.0, MOST_ALPHA),
)  # fmt: skip
def betas(alpha: float, kind: str) -> tuple[float, ...]:
    """beta of each of DILUTIONS[kind], kind: plume or puff. beta = a alpha + b by pieces."""
    return tuple(_beta(pieces, alpha) for _, pieces in (PLUME if kind == "plume" else PUFF))


@states(
    f"{CURVES}; near field 306 / (306 + (x/D)^2), far field as x^-2",
    Example("CCPS 1999, p. 122: Burro at 45.2 m before the correction for cold: (x/D)^2 = 400",
            {"flow_m3_s": 1.0, "reduced_gravity_m_s2": 0.3, "wind_10m_m_s": 1.0, "x_m": 20.0}, 0.43343),
    flow_m3_s=(1.0e-3, 1.0e4),
    reduced_gravity_m_s2=(1.0e-3, 100.0),
    wind_10m_m_s=(0.5, 30.0),
    x_m=(0.0, 1.0e4),
)  # fmt: skip
def plume_dilution(flow_m3_s: float, reduced_gravity_m_s2: float, wind_10m_m_s: float, x_m: float) -> float:
    """C/C0 of a plume on its axis at the ground at x_m, 0..1. f = C/C0 at beta = lg(x / D), D = sqrt(Q/u).

    Raises ValueError where alpha is above 1.
    """
    alpha = _held(plume_alpha(reduced_gravity_m_s2, flow_m3_s, wind_10m_m_s))
    away = x_m / sqrt(flow_m3_s / wind_10m_m_s)
    points = list(zip(betas(alpha, "plume"), DILUTIONS["plume"], strict=True))
    nearest = _ten_to(min(beta for beta, _ in points))
    near_end = min(NEAR_PLUME, nearest)
    if away <= near_end:
        return 306.0 / (306.0 + away * away)
    if near_end < nearest:
        points.insert(0, (exact.log(near_end) / LN10, 306.0 / (306.0 + near_end * near_end)))
    return _between(points, away)


@states(
    CURVES,
    Example("Potchefstroom, centre at 2500 m and front at 3675 m, by GasDispersion.jl 2024",
            {"volume_m3": 72500.0, "reduced_gravity_m_s2": 1.866, "wind_10m_m_s": 2.0, "front_m": 3675.0}, 7.26e-4,
            5e-3),
    volume_m3=(1.0e-2, 1.0e7),
    reduced_gravity_m_s2=(1.0e-3, 100.0),
    wind_10m_m_s=(0.5, 30.0),
    front_m=(0.0, 2.0e4),
)  # fmt: skip
def puff_dilution(volume_m3: float, reduced_gravity_m_s2: float, wind_10m_m_s: float, front_m: float) -> float:
    """C/C0 in a puff whose front has come to front_m, 0..1. f = C/C0 at beta = lg(x / V^(1/3)).

    Nearer than the first curve 3.24 / (3.24 + (x/V^(1/3))^2), at least 0.1. Raises ValueError where alpha is above 1.
    """
    alpha = _held(puff_alpha(reduced_gravity_m_s2, volume_m3, wind_10m_m_s))
    away = front_m / exact.power(volume_m3, 1.0 / 3.0)
    points = list(zip(betas(alpha, "puff"), DILUTIONS["puff"], strict=True))
    if away <= _ten_to(min(beta for beta, _ in points)):
        return max(3.24 / (3.24 + away * away), DILUTIONS["puff"][0])
    return _between(points, away)


@states(
    f"{WORKBOOK}: cloud of a puff",
    Example("Potchefstroom at 1396 s: R0 = 25.86 m",
            {"volume_m3": 72500.0, "reduced_gravity_m_s2": 1.866, "time_s": 1396.0}, 785.4, 2e-3),
    volume_m3=(1.0e-2, 1.0e7),
    reduced_gravity_m_s2=(1.0e-3, 100.0),
    time_s=(0.0, 1.0e5),
)  # fmt: skip
def puff_radius_m(volume_m3: float, reduced_gravity_m_s2: float, time_s: float) -> float:
    """Radius of a puff after time_s, m. R^2 = R0^2 + 1.2 sqrt(g' V) t, R0 = (3 V / 4 pi)^(1/3); centre at 0.4 u t."""
    start = exact.power(0.238732414637843 * volume_m3, 1.0 / 3.0)
    return sqrt(start * start + 1.2 * sqrt(reduced_gravity_m_s2 * volume_m3) * time_s)


@states(
    f"{WORKBOOK}, sec. 5.5: cold gas warmed by the air that it mixes with",
    Example("CCPS 1999, p. 122: 0.43343 of gas at 111.15 K in air of 298 K",
            {"dilution": 0.43343, "vapour_temperature_k": 111.15, "ambient_temperature_k": 298.0}, 0.672023),
    dilution=(0.0, 1.0),
    vapour_temperature_k=(20.0, 500.0),
    ambient_temperature_k=(220.0, 330.0),
)  # fmt: skip
def warmed_fraction(dilution: float, vapour_temperature_k: float, ambient_temperature_k: float) -> float:
    """Volume fraction after warming. C' = C / (C + (1 - C) T/Ta)."""
    return dilution / (dilution + (1.0 - dilution) * vapour_temperature_k / ambient_temperature_k)


def _held(alpha: float) -> float:
    if alpha > MOST_ALPHA:
        raise ValueError(f"alpha = {alpha:g} is above 1: too dense and the wind too light for the curves")
    return alpha


def _beta(pieces: Pieces, alpha: float) -> float:
    for most, slope, intercept in pieces:
        if alpha <= most:
            return slope * alpha + intercept
    return pieces[-1][1] * alpha + pieces[-1][2]


def _between(points: list[Point], away: float) -> float:
    """C/C0 linear in beta between the points; beyond the last one as x^-2."""
    points = sorted(points)
    beta = exact.log(away) / LN10
    for (low, dense), (high, thin) in pairwise(points):
        if beta <= high:
            return dense + (thin - dense) * (beta - low) / (high - low)
    last, thinnest = points[-1]
    end = _ten_to(last)
    return thinnest * end * end / (away * away)


def _ten_to(beta: float) -> float:
    return exact.power(10.0, beta)
