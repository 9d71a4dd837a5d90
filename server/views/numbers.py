"""Numbers: floats on the wire. Most are steps of a display: whole hundredths travel as small integers."""

from math import copysign

HUNDREDTHS = 100.0
LARGEST = 2**53


def to_wire(value: float) -> int | float:
    """Write a float: an integer counts hundredths, a float is itself. `from_wire` gives back every bit."""
    scaled = value * HUNDREDTHS
    whole = round(scaled) if abs(scaled) < LARGEST else 0
    if whole:
        return whole if whole / HUNDREDTHS == value else value
    return 0 if value == 0.0 and copysign(1.0, value) > 0.0 else value


def from_wire(value: int | float) -> float:
    """Read a float."""
    return value / HUNDREDTHS if isinstance(value, int) else value
