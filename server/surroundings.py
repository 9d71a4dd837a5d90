"""Surroundings: clock and entropy, handed in by the composition root. Nothing else in the server asks for them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Surroundings:
    """now: the time of day, with offset. monotonic_s: a clock that never goes back. entropy: so many random bytes."""

    now: Callable[[], datetime]
    monotonic_s: Callable[[], float]
    entropy: Callable[[int], bytes]
