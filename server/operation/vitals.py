"""Vitals: what a running server says of itself when asked. The live server has it, health and metrics read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from server.surroundings import Surroundings
from sim_core.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """One look. version: of the product. drills: number by phase. connections: number by socket class. slow: sockets
    that leave beats unanswered and get no states. log_queued: batches waiting for their commit, in hundreds.
    log_trouble: why the log cannot be written now. outbox: number by state. delivery_up: whether the delivery worker
    lives; None without destinations. clock_step_s: see ClockWatch."""

    version: str
    drills: Mapping[str, int]
    connections: Mapping[str, int]
    log_queued: int
    log_trouble: Text | None
    outbox: Mapping[str, int]
    delivery_up: bool | None
    disk_free_bytes: int
    disk_total_bytes: int
    up_s: float
    clock_step_s: float
    slow: int = 0


class Vitals(Protocol):
    """`app.state.vitals`."""

    def look(self) -> Reading:
        """Read everything now; called from a worker thread, may ask the catalogue."""


class ClockWatch:
    """Notices that the time of day was set, or that the machine slept, since the server started."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._began = surroundings.now()
        self._began_s = surroundings.monotonic_s()

    def up_s(self) -> float:
        """Seconds since the start, by the clock that never goes back."""
        return self._surroundings.monotonic_s() - self._began_s

    def step_s(self) -> float:
        """Seconds that the time of day has gained on that clock."""
        return (self._surroundings.now() - self._began).total_seconds() - self.up_s()
