"""Writer: a thread that commits what is queued, back to back, and drops or reorders nothing."""

import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence

from server.store.log import MOST_ROWS, LogStore, Row, StoreError
from sim_core.text import Text

FIRST_PAUSE_S = 0.05
LONGEST_PAUSE_S = 2.0
PATIENCE_S = 10.0


class Writer:
    """Commits batches of rows in the order of their submission, as many at once as have gathered.

    notify(position): after each commit, the highest position now durable. on_trouble(text): once, when the store
    fails; everything stays queued and is tried again after growing pauses. on_recovery(): when it has gone through.
    observe(seconds): what each commit took, by the clock `monotonic_s`. All are called from the thread, shall
    return at once, and do not stop it if they raise.
    """

    def __init__(
        self,
        store: LogStore,
        notify: Callable[[int], None],
        *,
        monotonic_s: Callable[[], float],
        on_trouble: Callable[[Text], None],
        on_recovery: Callable[[], None],
        observe: Callable[[float], None] | None = None,
    ) -> None:
        self._store = store
        self._notify = notify
        self._monotonic_s = monotonic_s
        self._on_trouble = on_trouble
        self._on_recovery = on_recovery
        self._observe = observe
        self._waiting: deque[tuple[Row, ...]] = deque()
        self._submitted = self._committed = 0
        self._stopping = False
        self._order = threading.Lock()  # a batch's position is its place in the queue
        self._wake, self._give_up = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, name="log writer", daemon=True)
        self._thread.start()

    @property
    def committed(self) -> int:
        """The highest position that is durable, 0 before the first."""
        return self._committed

    @property
    def queued(self) -> int:
        """How many batches are submitted and not yet durable. Callers see to it that it stays small."""
        return len(self._waiting)

    def submit(self, rows: Sequence[Row]) -> int:
        """Queue rows to be committed together; return their position: 1, 2, 3 ...

        At most MOST_ROWS, else ValueError. RuntimeError once `stop` has been called.
        """
        batch = tuple(rows)
        if len(batch) > MOST_ROWS:
            raise ValueError(f"{len(batch)} rows at once, at most {MOST_ROWS}")
        with self._order:
            if self._stopping:
                raise RuntimeError("the writer has been stopped")
            self._waiting.append(batch)
            self._submitted += 1
            position = self._submitted
        self._wake.set()
        return position

    def stop(self, patience_s: float = PATIENCE_S) -> int:
        """Commit the rest, end the thread, return how many batches could not be made durable in that time.

        The store stays open; close it only if 0 is returned, as a disk that hangs would hold `close` too.
        """
        with self._order:
            self._stopping = True
        self._wake.set()
        self._thread.join(patience_s)
        self._give_up.set()
        self._thread.join(LONGEST_PAUSE_S)
        return self.queued

    def _work(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            stopping = self._stopping  # read before the queue: what was submitted before `stop` is seen below
            while self._waiting:
                if not self._commit():
                    return
            if stopping:
                return

    def _commit(self) -> bool:
        """Commit what has gathered, however often it takes; False: `stop` has lost patience."""
        count, rows = self._gather()
        pause_s = FIRST_PAUSE_S
        while (trouble := self._append(rows)) is not None:
            if pause_s == FIRST_PAUSE_S:
                _call(self._on_trouble, trouble)
            if self._give_up.wait(pause_s):
                return False
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
        for _ in range(count):
            self._waiting.popleft()
        self._committed += count
        if pause_s > FIRST_PAUSE_S:
            _call(self._on_recovery)
        _call(self._notify, self._committed)
        return True

    def _gather(self) -> tuple[int, list[Row]]:
        """Take as many batches as one append holds, and leave them in the queue."""
        rows: list[Row] = []
        count = 0
        while count < len(self._waiting) and len(rows) + len(self._waiting[count]) <= MOST_ROWS:
            rows += self._waiting[count]
            count += 1
        return count, rows

    def _append(self, rows: list[Row]) -> Text | None:
        begun_s = self._monotonic_s()
        try:
            self._store.append(rows)
        except StoreError as error:
            return error.text
        except Exception as error:  # whatever it is, a thread that died of it would hold up every drill in silence
            name = type(error).__name__
            return Text(f"演练日志：内部错误（{name}）", f"log of drills: internal error ({name})")
        if self._observe is not None:
            _call(self._observe, self._monotonic_s() - begun_s)
        return None


def _call(callback: Callable[..., object], *arguments: object) -> None:
    """Call back; an exception is told as one of a thread's usually is, and what is committed stays committed."""
    try:
        callback(*arguments)
    except Exception:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
