"""Axes: where a value lies on a plot, and round values to mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

ROOM = 0.06  # of the axis left free at either end
STEPS = (1.0, 2.0, 5.0, 10.0)
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Axis:
    """From least at `begin` to most at `end`, in units of the drawing."""

    least: float
    most: float
    begin: float
    end: float
    logarithmic: bool
    ticks: tuple[tuple[float, str], ...]

    def at(self, value: float) -> float:
        """Where a value lies; what lies beyond is put on the edge."""
        low, high, here = (
            (log10(self.least), log10(self.most), log10(max(value, self.least)))
            if self.logarithmic
            else (self.least, self.most, max(value, self.least))
        )
        return self.begin + (self.end - self.begin) * (min(here, high) - low) / (high - low)


def axis_over(values: Sequence[float], begin: float, end: float, logarithmic: bool) -> Axis:
    """An axis that holds all values with some room. Logarithmic: values above 0."""
    low, high = min(values), max(values)
    if logarithmic:
        span = max(high / low, 1.5)
        low, high = low / span**ROOM, high * span**ROOM
        return Axis(low, high, begin, end, True, tuple((t, label(t)) for t in log_ticks(low, high)))
    span = (high - low) or abs(high) or 1.0
    low, high = (0.0 if 0.0 <= low < 0.4 * high else low - ROOM * span), high + ROOM * span
    return Axis(low, high, begin, end, False, tuple((t, label(t)) for t in even_ticks(low, high)))


def even_ticks(low: float, high: float) -> list[float]:
    """Round values, equally far apart."""
    rough = (high - low) / (MOST_TICKS - 1)
    unit = 10.0 ** floor(log10(rough))
    step = next(s * unit for s in STEPS if s * unit >= rough)
    return [round(n * step, 12) for n in range(ceil(low / step), floor(high / step) + 1)]


def log_ticks(low: float, high: float) -> list[float]:
    """Powers of ten; with 2 and 5 between where few lie within; evenly round ones where the span is short."""
    decades = range(floor(log10(low)), ceil(log10(high)) + 1)
    for shares in ((1.0,), (1.0, 3.0), (1.0, 2.0, 5.0)):
        found = [s * 10.0**d for d in decades for s in shares if low <= s * 10.0**d <= high]
        if len(found) >= 3:
            return found
    return [t for t in even_ticks(low, high) if t > 0.0]


def label(value: float) -> str:
    """A tick as it is printed: plain from 0.001 to 10000, else as a power of ten."""
    if value == 0.0 or 1.0e-3 <= abs(value) < 1.0e4:
        return f"{value:.4g}"
    power = floor(log10(abs(value)) + 1e-9)
    share = value / 10.0**power
    raised = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10{raised}" if abs(share - 1.0) < 1e-6 else f"{share:.2g}·10{raised}"
