"""Hold: how long after its tick a frame leaves, whether anything of the tick had to be written or not.

If a frame left as soon as its tick's row is on disk, the moment would tell that there was a row, and so that something
happened that nobody at this seat can know. So all wait a little longer than the log has lately taken at worst. A commit
that takes longer than LONGEST_S is not covered; the health page tells of such a disk.
"""

from collections import deque
from collections.abc import Callable

SHORTEST_S, LONGEST_S = 0.012, 0.045
MARGIN = 1.25
WINDOW_S = 5.0


class Hold:
    """Watches how long batches take to disk. clock_s: seconds that never go back."""

    def __init__(self, clock_s: Callable[[], float]) -> None:
        self._clock_s = clock_s
        self._under_way: deque[tuple[int, float]] = deque()
        self._before_s = self._slowest_s = 0.0  # of the last whole window, of this one
        self._since_s = clock_s()

    def submitted(self, position: int) -> None:
        """A batch goes to disk."""
        self._under_way.append((position, self._clock_s()))

    def on_disk(self, position: int) -> None:
        """All batches up to this position are there."""
        now_s = self._clock_s()
        while self._under_way and self._under_way[0][0] <= position:
            self._slowest_s = max(self._slowest_s, now_s - self._under_way.popleft()[1])

    def seconds(self) -> float:
        """How long frames are held now."""
        now_s = self._clock_s()
        if now_s - self._since_s >= WINDOW_S:
            self._before_s, self._slowest_s, self._since_s = self._slowest_s, 0.0, now_s
        return min(max(MARGIN * max(self._before_s, self._slowest_s), SHORTEST_S), LONGEST_S)
