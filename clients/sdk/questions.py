"""Questions: callers that wait until something holds."""

import asyncio
from collections.abc import Callable

from clients.sdk.faults import EndedError


class Questions:
    """Questions without an answer yet. Each is asked again after every message, so that no moment is missed."""

    def __init__(self) -> None:
        self._open: list[tuple[Callable[[], bool], asyncio.Future[None]]] = []

    async def ask(self, holds: Callable[[], bool]) -> None:
        """Wait until it holds. EndedError once nothing will change any more."""
        answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open.append((holds, answer))
        await answer

    def look(self, ended: EndedError | None) -> None:
        """Something may have changed. ended: this was the last time."""
        asked, self._open = self._open, []
        for holds, answer in asked:
            if answer.done():  # whoever asked has gone
                continue
            try:
                if holds():
                    answer.set_result(None)
                elif ended is not None:
                    answer.set_exception(ended)
                else:
                    self._open.append((holds, answer))
            except Exception as error:  # the question's own fault is told to whoever asked it
                answer.set_exception(error)
