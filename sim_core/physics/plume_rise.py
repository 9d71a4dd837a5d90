"""Plume rise: how far a hot or fast release from a stack or a vent climbs (Briggs)."""

from dataclasses import dataclass
from math import pi, sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states

G = 9.80616
ISC3 = "US EPA-454/B-95-003b, ISC3 User's Guide vol. 2 1995, sec. 1.1.4; Briggs 1969, Plume Rise"
LAPSE_K_M = {"E": 0.020, "F": 0.035}  # potential temperature gradient, ISC3 sec. 1.1.4
STRONG_FLUX = 55.0  # m4/s3


@dataclass(frozen=True, slots=True)
class Rise:
    """Final rise, m, reached at final_at_m downwind. buoyant: whether heat decides, else momentum.

    flux: buoyancy flux, m4/s3, or momentum flux, m4/s2. squared_1_s2: stability parameter s, 0 unless stable.
    """

    buoyant: bool
    flux: float
    final_m: float
    final_at_m: float
    wind_m_s: float
    jet: float
    squared_1_s2: float


@states(
    ISC3,
    Example(
        "GasDispersion.jl 2024, tests: buoyancy flux 50 in class A",
        {
            "diameter_m": 1.0, "exit_velocity_m_s": 72.93819699672669, "exit_temperature_k": 400.0,
            "wind_m_s": 4.0, "ambient_temperature_k": 288.15, "stability": "A",
        },
        {"buoyant": True, "flux": 50.0, "final_m": 100.71365158671999, "final_at_m": 565.0050541491846},
        1e-6,
    ),
    diameter_m=(0.01, 20.0),
    exit_velocity_m_s=(0.01, 400.0),
    exit_temperature_k=(100.0, 2500.0),
    wind_m_s=(0.5, 50.0),
    ambient_temperature_k=(220.0, 330.0),
)  # fmt: skip
def rise(
    diameter_m: float,
    exit_velocity_m_s: float,
    exit_temperature_k: float,
    wind_m_s: float,
    ambient_temperature_k: float,
    stability: str,
) -> Rise:
    """Rise of a release upward. F_b = g v d^2 (T - Ta) / 4T, F_m = v^2 d^2 Ta / 4T; heat decides above a crossover.

    Unstable and neutral: 21.425 F_b^(3/4) / u (F_b < 55), 38.71 F_b^(3/5) / u, or 3 d v/u. Stable, s = g/Ta dTheta/dz:
    2.6 (F_b / u s)^(1/3), or the lesser of 3 d v/u and 1.5 (F_m / u sqrt s)^(1/3).
    """
    v, u, warm_k = exit_velocity_m_s, wind_m_s, exit_temperature_k - ambient_temperature_k
    quarter = diameter_m * diameter_m / (4.0 * exit_temperature_k)
    buoyancy, momentum = G * v * quarter * warm_k, v * v * quarter * ambient_temperature_k
    fast, jet = 3.0 * diameter_m * v / u, 1.0 / 3.0 + u / v
    if stability in LAPSE_K_M:
        squared = G / ambient_temperature_k * LAPSE_K_M[stability]
        root = sqrt(squared)
        if warm_k > 0.019582 * exit_temperature_k * v * root:
            calm = 4.0 * exact.power(buoyancy, 0.25) / exact.power(squared, 0.375)
            final = min(2.6 * _third(buoyancy / (u * squared)), calm)
            return Rise(True, buoyancy, final, 2.0715 * u / root, u, jet, squared)
        final = min(1.5 * _third(momentum / (u * root)), fast)
        return Rise(False, momentum, final, 0.5 * pi * u / root, u, jet, squared)
    if buoyancy < STRONG_FLUX:
        crossover_k = 0.0297 * exit_temperature_k * _third(v / diameter_m)
        lifted = max(buoyancy, 0.0)
        final, at = 21.425 * exact.power(lifted, 0.75) / u, 49.0 * exact.power(lifted, 0.625)
        if lifted == 0.0:
            at = 4.0 * diameter_m * (v + 3.0 * u) * (v + 3.0 * u) / (v * u)
    else:
        crossover_k = 0.00575 * exit_temperature_k * _third(v * v / diameter_m)
        final, at = 38.71 * exact.power(buoyancy, 0.6) / u, 119.0 * exact.power(buoyancy, 0.4)
    if warm_k > crossover_k:
        return Rise(True, buoyancy, final, at, u, jet, 0.0)
    return Rise(False, momentum, fast, at, u, jet, 0.0)


@states(ISC3, x_m=(0.0, 1.0e5))
def rise_m(rise: Rise, x_m: float) -> float:
    """Rise at x_m downwind, m, at most the final one. Heat: 1.60 (F_b x^2 / u^3)^(1/3).

    Momentum: (3 F_m x / (b u)^2)^(1/3), stable (3 F_m sin(x sqrt s / u) / (b^2 u sqrt s))^(1/3), b = 1/3 + u/v.
    Example: tests/sim_core/test_physics_plume_rise.py
    """
    if x_m >= rise.final_at_m:
        return rise.final_m
    u = rise.wind_m_s
    if rise.buoyant:
        return min(1.60 * _third(rise.flux * x_m * x_m / (u * u * u)), rise.final_m)
    if rise.squared_1_s2 == 0.0:
        return min(_third(3.0 * rise.flux * x_m / (rise.jet * u * rise.jet * u)), rise.final_m)
    root = sqrt(rise.squared_1_s2)
    swing = exact.sin(x_m * root / u)
    return min(_third(3.0 * rise.flux * swing / (rise.jet * rise.jet * u * root)), rise.final_m)


def _third(value: float) -> float:
    """Cube root of what is not below 0."""
    return exact.power(value, 1.0 / 3.0) if value > 0.0 else 0.0
