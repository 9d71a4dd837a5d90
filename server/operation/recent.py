"""Recent: the last values of one measure, for the health page."""

from collections import deque
from math import ceil


class Recent:
    """Keeps so many values; told from one thread, asked from any."""

    def __init__(self, length: int) -> None:
        self._values: deque[float] = deque(maxlen=length)

    def add(self, value: float) -> None:
        """Note a value; the oldest goes."""
        self._values.append(value)

    def quantile(self, share: float) -> float | None:
        """Give the smallest value that `share` (0 < share <= 1) of those kept do not exceed; None if there is none."""
        values = sorted(self._values.copy())
        return values[ceil(share * len(values)) - 1] if values else None
