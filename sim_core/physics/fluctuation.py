"""Fluctuation: how the concentration at one place swings about its mean, from normal numbers given from outside.

Clouds that drift with a wandering wind carry their meander already: they take MOVING_INTENSITY, not `intensity`.
"""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

HANNA = "Hanna 1984, Boundary-Layer Meteorology 29:361-375: 1 s averages 30 to 100 m from a source at the ground"
AXIS_INTENSITY = 1.3
MOST_INTENSITY = 5.0
# Gifford 1959 with an instantaneous plume half as wide as the mean one: (18 s / 600 s)^0.2 = 0.5.
MEANDER_POWER = 3.0 / 7.0
# The meander alone gives 1 + i^2 = 1 / (0.5 sqrt 1.75); what is left of 1 + 1.3^2 is within the plume.
MOVING_INTENSITY = 0.883
LEAST_TIME_S, MOST_TIME_S = 1.0, 60.0


@states(
    f"{HANNA}: 1.3 on the axis, 4 to 5 at the edge; across by Gifford 1959, Advances in Geophysics 6:117-138",
    Example("Hanna 1984: on the axis", {"y_m": 0.0, "sigma_y_m": 10.0}, 1.3),
    assumes=Text("瞬时羽流宽度取平均羽流的一半", "the plume of one moment is half as wide as the mean plume"),
    y_m=(-1.0e5, 1.0e5),
    sigma_y_m=(1.0e-3, 1.0e5),
)
def intensity(y_m: float, sigma_y_m: float) -> float:
    """Standard deviation over mean of the concentration, at most 5. i^2 = (1 + 1.3^2) exp(3/7 (y/sy)^2) - 1."""
    share = y_m / sigma_y_m
    square = (1.0 + AXIS_INTENSITY * AXIS_INTENSITY) * exact.exp(min(MEANDER_POWER * share * share, 10.0)) - 1.0
    return min(sqrt(square), MOST_INTENSITY)


@states(
    "log-normal distribution, e.g. CCPS, Wilson 1995, Concentration Fluctuations and Averaging Time in Vapor Clouds, "
    "ch. 5",
    Example("median of i = 1: exp(-ln 2 / 2)", {"normal": 0.0, "intensity": 1.0}, 0.70710678, 1e-6),
    normal=(-9.0, 9.0),
    intensity=(0.0, MOST_INTENSITY),
)
def factor(normal: float, intensity: float) -> float:
    """What the mean concentration is multiplied with, of mean 1. F = exp(s n - s^2 / 2), s^2 = ln(1 + i^2)."""
    square = exact.log(1.0 + intensity * intensity)
    return exact.exp(sqrt(square) * normal - 0.5 * square)


@states(
    "no source",
    Example("sy over u", {"sigma_y_m": 20.0, "wind_m_s": 2.0}, 10.0),
    assumes=Text(
        "浓度脉动的相关时间取 sigma_y / u，限于 1 至 60 s", "swings last sigma_y / u, within 1 to 60 s"
    ),
    sigma_y_m=(1.0e-3, 1.0e5),
    wind_m_s=(0.1, 60.0),
)  # fmt: skip
def time_scale_s(sigma_y_m: float, wind_m_s: float) -> float:
    """How long a swing lasts, s. T = sy / u."""
    return min(max(sigma_y_m / wind_m_s, LEAST_TIME_S), MOST_TIME_S)


@states(
    "Uhlenbeck and Ornstein 1930, Physical Review 36:823-841",
    Example("exp(-0.5 / 10)", {"period_s": 0.5, "time_scale_s": 10.0}, 0.95122942, 1e-6),
    period_s=(0.0, 3600.0),
    time_scale_s=(LEAST_TIME_S, MOST_TIME_S),
)
def correlation(period_s: float, time_scale_s: float) -> float:
    """Correlation of the normal value with itself a period later. r = exp(-t / T)."""
    return exact.exp(-period_s / time_scale_s)


@states(
    "Uhlenbeck and Ornstein 1930, Physical Review 36:823-841",
    Example("0.6 x 2 + 0.8 x 1", {"normal": 2.0, "draw": 1.0, "correlation": 0.6}, 2.0),
    normal=(-9.0, 9.0),
    draw=(-9.0, 9.0),
    correlation=(0.0, 1.0),
)
def next_normal(normal: float, draw: float, correlation: float) -> float:
    """The normal value a period later, again of variance 1; draw: a fresh standard normal. n' = r n + sqrt(1 - r^2) d.

    Kept in the world from period to period.
    """
    return correlation * normal + sqrt(max(1.0 - correlation * correlation, 0.0)) * draw


@states(
    "identity: weights whose squares sum to 1 keep the variance of 1",
    Example("half-way: (1 + 1) / sqrt 2", {"before": 1.0, "after": 1.0, "share": 0.5}, 1.41421356, 1e-6),
    before=(-9.0, 9.0),
    after=(-9.0, 9.0),
    share=(0.0, 1.0),
)
def between_knots(before: float, after: float, share: float) -> float:
    """A normal value between two independent ones, of variance 1. n = ((1-s) b + s a) / sqrt((1-s)^2 + s^2).

    Keeps nothing: knots drawn at every time scale give the value at any tick, so that ticks may be jumped.
    """
    rest = 1.0 - share
    return (rest * before + share * after) / sqrt(rest * rest + share * share)
