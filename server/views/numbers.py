"""Numbers: floats on the wire. Most are steps of a display: whole hundredths travel as small integers."""

from math import copysign

HUNDREDTHS = 100.0
LARGEST = 2**53


def to_wire(value: float) -> int | float:
    """Write a float: an integer counts hundredths, a float is itself. `from_wire` gives back every bit."""
    scaled = value * HUNDREDTHS
    if abs(scaled) < LARGEST and scaled == int(scaled) and int(scaled) / HUNDREDTHS == value:
        return int(scaled) if scaled or copysign(1.0, value) > 0.0 else value
    return value


def from_wire(value: int | float) -> float:
    """Read a float."""
    return value / HUNDREDTHS if isinstance(value, int) else value
