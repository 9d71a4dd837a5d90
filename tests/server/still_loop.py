"""Still time: an event loop whose clock stands until nothing is left to do, then goes straight to the next deadline.

What runs in it takes no time, so equal courses of a server have equal times to the last bit. Work for threads is done
where it is asked for.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Deadlines(selectors.DefaultSelector):
    """Instead of waiting for a deadline, it is made to be now."""

    loop: "StillLoop"

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout is None:
            raise RuntimeError("everybody waits, and nothing will ever happen")
        if not ready and timeout:
            self.loop.now_s = self.loop.next_deadline_s()
        return ready


class StillLoop(asyncio.SelectorEventLoop):
    """now_s: seconds since its beginning."""

    def __init__(self) -> None:
        self.now_s = 0.0
        deadlines = _Deadlines()
        deadlines.loop = self
        super().__init__(deadlines)

    def time(self) -> float:
        return self.now_s

    def next_deadline_s(self) -> float:
        when: float = self._scheduled[0]._when  # type: ignore[attr-defined]
        return when

    def run_in_executor(self, executor: Any, func: Callable[..., T], *args: Any) -> "asyncio.Future[T]":  # type: ignore[override]
        done: asyncio.Future[T] = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:
            done.set_exception(error)
        return done


async def run_here(func: Callable[..., T], *args: Any, **_options: Any) -> T:
    """In place of `anyio.to_thread.run_sync`."""
    return func(*args)


def run_still(work: Callable[[StillLoop], Coroutine[Any, Any, T]]) -> T:
    """Run something to its end in still time."""
    loop = StillLoop()
    try:
        asyncio.set_event_loop(loop)
        return loop.run_until_complete(work(loop))
    finally:
        asyncio.set_event_loop(None)
        loop.close()
