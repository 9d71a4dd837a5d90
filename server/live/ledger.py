"""Ledger: the writer thread as the loop sees it: what is to be done once rows are on disk, done in order."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

from server.live.hold import Hold
from server.store.log import LogStore, Row
from server.store.writer import Writer
from sim_core.text import Text


class Ledger:
    """Belongs to one loop. metrics: told what each commit took."""

    def __init__(
        self,
        store: LogStore,
        loop: asyncio.AbstractEventLoop,
        monotonic_s: Callable[[], float],
        commit: Callable[[float], None],
    ) -> None:
        self.trouble: Text | None = None
        self.hold = Hold(loop.time)
        self._loop, self._committed = loop, 0
        self._waiting: deque[tuple[int, Callable[[], None]]] = deque()
        self._writer = Writer(
            store,
            self._notify,
            monotonic_s=monotonic_s,
            on_trouble=self._in_trouble,
            on_recovery=self._recovered,
            observe=commit,
        )

    @property
    def queued(self) -> int:
        """Batches that are not on disk yet."""
        return self._writer.queued

    def submit(self, rows: Sequence[Row]) -> int:
        """Queue rows to be committed together; their position."""
        position = self._writer.submit(rows)
        self.hold.submitted(position)
        return position

    def after(self, position: int, work: Callable[[], None]) -> None:
        """Call `work` once everything up to this position is on disk: at once if it is, else in order of calling."""
        if position <= self._committed and not self._waiting:
            work()
        else:
            self._waiting.append((position, work))

    def stop(self) -> int:
        """Commit the rest and end the thread; how many batches could not be committed."""
        return self._writer.stop()

    def _notify(self, position: int) -> None:
        self._loop.call_soon_threadsafe(self._on_disk, position)

    def _on_disk(self, position: int) -> None:
        self._committed = position
        self.hold.on_disk(position)
        while self._waiting and self._waiting[0][0] <= position:
            self._waiting.popleft()[1]()

    def _in_trouble(self, text: Text) -> None:
        self.trouble = text

    def _recovered(self) -> None:
        self.trouble = None
