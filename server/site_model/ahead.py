"""Ahead: models are made before anybody asks, one after the other; who asks early waits without a thread of his own.

The routes have few threads, which take turns with the ticks: seven seats that wait for one model must not hold them.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from structlog import get_logger

from server.site_model.keeping import Model, ModelError, Models
from sim_core.site import Site

START_AFTER_S = 1.0  # the first answers of a server that has just started come first

log = get_logger("server.site_model")


class ModelsAhead:
    """Has the models of one folder made, in a thread and processes beside the server."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._over = False
        self._thread = ThreadPoolExecutor(1, "models")

    def begin(self, sites: Callable[[], Sequence[Site]]) -> None:
        """Make what is not there yet, a while after the start. sites: called in the thread."""
        asyncio.get_running_loop().call_later(START_AFTER_S, self._submit, lambda: self._all(sites()))

    async def of(self, site: Site) -> Model:
        """The model of a site: at once if it is there, else as soon as it is. ModelError if it cannot be made."""
        known = self._models.known(site)
        if known is not None:
            return known
        # shielded: a client that goes away takes nothing from the others who wait
        loop = asyncio.get_running_loop()
        return await asyncio.shield(loop.run_in_executor(self._thread, self._models.of, site))

    def end(self) -> None:
        """Wait for nothing that is being made."""
        self._over = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._models.stop()

    def _submit(self, work: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the server has ended meanwhile
            self._thread.submit(work)

    def _all(self, sites: Sequence[Site]) -> None:
        """The first; the others stand behind whoever has begun to wait in the meantime."""
        if not sites or self._over:
            return
        try:
            self._models.make(sites[0])
        except ModelError as error:
            if not self._over:
                log.error("model_failed", error=type(error).__name__)
        self._submit(lambda: self._all(sites[1:]))
