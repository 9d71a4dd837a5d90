"""Worker: the delivery worker as a child of the server, brought up again whenever it ends."""

import asyncio
from contextlib import suppress
from pathlib import Path

from structlog import get_logger

from server.cli.again import again

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
CALM_S = 60.0  # a worker that has lived so long is brought up at once

log = get_logger("server.worker")


class Worker:
    """One child. It ends by itself when this process does, since its standard input closes then."""

    def __init__(self, folder: Path, config: Path | None) -> None:
        named = () if config is None else ("--config", config)
        self._command = again("deliver", "--supervised", "--data", folder, *named)
        self._process: asyncio.subprocess.Process | None = None

    def is_up(self) -> bool:
        """Whether it lives."""
        return self._process is not None and self._process.returncode is None

    async def keep_up(self) -> None:
        """Run it, over and over."""
        loop, pause_s = asyncio.get_running_loop(), FIRST_PAUSE_S
        while True:
            began_s = loop.time()
            self._process = await asyncio.create_subprocess_exec(*self._command, stdin=asyncio.subprocess.PIPE)
            status = await self._process.wait()
            pause_s = FIRST_PAUSE_S if loop.time() - began_s > CALM_S else min(2.0 * pause_s, LONGEST_PAUSE_S)
            log.warning("delivery_worker_ended", status=status)
            await asyncio.sleep(pause_s)

    async def end(self) -> None:
        """Let it finish what it is at."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.terminate()
            await self._process.wait()
