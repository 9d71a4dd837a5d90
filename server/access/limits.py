"""Limits: how often. The clock is given: seconds that never go back."""

from collections.abc import Callable
from threading import Lock


class Bucket:
    """So many at once (`burst`), refilled at `rate_per_s`. For one user of one thread; see Attempts for many."""

    __slots__ = ("_at_s", "_level", "burst", "rate_per_s")

    def __init__(self, rate_per_s: float, burst: int) -> None:
        self.rate_per_s = rate_per_s
        self.burst = burst
        self._level = float(burst)
        self._at_s: float | None = None

    def take(self, now_s: float) -> float:
        """Take one: 0.0, or the seconds until there will be one, and nothing is taken."""
        level = self.level(now_s)
        self._at_s = now_s
        self._level = level - 1 if level >= 1 else level
        return 0.0 if level >= 1 else (1 - level) / self.rate_per_s

    def give_back(self) -> None:
        """Undo one take."""
        self._level = min(self.burst, self._level + 1)

    def level(self, now_s: float) -> float:
        """How many could be taken now."""
        passed_s = 0.0 if self._at_s is None else max(0.0, now_s - self._at_s)
        return min(self.burst, self._level + passed_s * self.rate_per_s)


class Attempts:
    """Attempts by key, such as an address: `limit` at once, and as many again in each window. Safe between threads.

    At most `most_keys` are remembered; beyond that those are forgotten first that have tried least.
    """

    def __init__(self, limit: int, window_s: float, clock_s: Callable[[], float], most_keys: int = 10_000) -> None:
        self.limit = limit
        self.window_s = window_s
        self.most_keys = most_keys
        self._clock_s = clock_s
        self._lock = Lock()
        self._buckets: dict[str, Bucket] = {}

    def take(self, key: str) -> float:
        """Count an attempt before it is made: 0.0, or the seconds to wait, and it must not be made."""
        now_s = self._clock_s()
        with self._lock:
            bucket = self._buckets.get(key)
            if bucket is None:
                if len(self._buckets) >= self.most_keys:
                    self._forget(now_s)
                bucket = self._buckets[key] = Bucket(self.limit / self.window_s, self.limit)
            return bucket.take(now_s)

    def give_back(self, key: str) -> None:
        """An attempt that succeeded does not count."""
        with self._lock:
            if key in self._buckets:
                self._buckets[key].give_back()

    def _forget(self, now_s: float) -> None:
        """Make room by a tenth at once, so that a flood of keys does not sort them for every one."""
        order = sorted(self._buckets, key=lambda key: self._buckets[key].level(now_s), reverse=True)
        for key in order[: max(1, self.most_keys // 10)]:
            del self._buckets[key]
