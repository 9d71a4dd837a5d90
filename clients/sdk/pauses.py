"""Pauses: how long to wait before the next connection, so that a hall of clients does not come back as one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pauses:
    """Full jitter: anywhere between nought and a bound that doubles with each failure in a row, up to longest_s."""

    first_s: float = 0.25
    longest_s: float = 8.0

    def pause_s(self, failures: int, chance: Callable[[], float]) -> float:
        """Seconds to wait. failures: in a row before this one, from 0. chance: gives numbers in [0, 1)."""
        # The exponent is bounded too: a client may be left alone for days.
        return chance() * min(self.longest_s, self.first_s * 2.0 ** min(failures, 32))
