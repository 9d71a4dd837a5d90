"""Detector: a fixed or portable gas detector as a first-order lag with noise, shown in %LEL."""

from math import floor

from sim_core import exact

SHOWN_MOST = 100.0


def lel_percent(fraction: float, lfl: float) -> float:
    """Volume fraction as percent of the lower flammable limit, not clipped."""
    return 100.0 * fraction / lfl


def lag_share(tau_s: float, period_s: float) -> float:
    """Share of a step that a lag shows after one period: 1 - exp(-period / tau). Once a drill."""
    return 1.0 - exact.exp(-period_s / tau_s)


def lag(value: float, target: float, share: float) -> float:
    """Next value of the lag: value + share (target - value)."""
    return value + share * (target - value)


def reading_lel(value: float, noise: float, resolution: float) -> float:
    """What the display shows, %LEL: value + noise in steps of resolution, held to 0-100."""
    steps = floor((value + noise) / resolution + 0.5)
    return min(max(steps * resolution, 0.0), SHOWN_MOST)
