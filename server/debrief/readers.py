"""Readers: two workers that read records: one for what a person waits for, one for what takes a second or two.

Each does one wish after the other, so that debriefs never take more than two processes; a worker is started when it is
first needed and started anew if it dies. What is the same for everybody is kept.
"""

import asyncio
import os
import pickle
import sys
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

from structlog import get_logger

from server.debrief.work import Reply, Wish
from server.debrief.worker import LENGTH

JOB = (sys.executable, "-m", "server.debrief.worker")
ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 60.0
MOST_WAITING = 12
KEPT = 12
LASTING = ("course", "model")  # the same for everybody, as long as the record is there

log = get_logger("server.debrief")


class CrowdedError(Exception):
    """Too many wait already."""


class Readers:
    """The workers of one server."""

    def __init__(self) -> None:
        self._prompt, self._slow = _Worker(), _Worker()
        self._kept: OrderedDict[tuple[Path, str], Reply] = OrderedDict()

    async def ask(self, wish: Wish) -> Reply:
        """Have a wish done. CrowdedError; RuntimeError if the worker dies of it or takes too long."""
        if wish.what not in LASTING:
            return await self._prompt.ask(wish)
        key = (wish.path, wish.what)
        if key not in self._kept:
            reply = await self._slow.ask(wish)
            if not reply.body:
                return reply
            self._kept[key] = reply
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    async def end(self) -> None:
        """Let both workers go."""
        await asyncio.gather(self._prompt.end(), self._slow.end())


def _heard(work: asyncio.Future[Reply]) -> None:
    """A failure is no news where whoever asked is gone: it has been logged."""
    if not work.cancelled():
        work.exception()


class _Worker:
    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._over = False
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, wish: Wish) -> Reply:
        if self._waiting >= MOST_WAITING:
            raise CrowdedError
        self._waiting += 1
        try:
            # shielded: an answer that nobody waits for any longer must still be read, or the next would get it
            work = asyncio.ensure_future(self._in_turn(wish))
            work.add_done_callback(_heard)
            return await asyncio.shield(work)
        finally:
            self._waiting -= 1

    async def _in_turn(self, wish: Wish) -> Reply:
        async with self._turn:
            if self._over:
                raise RuntimeError("the server ends")
            try:
                async with asyncio.timeout(LONGEST_S):
                    return await self._exchange(wish)
            except (TimeoutError, OSError, EOFError, asyncio.IncompleteReadError) as error:
                if not self._over:
                    log.error("reader_failed", error=type(error).__name__)
                await self._kill()
                raise RuntimeError("the reader of records failed") from error

    async def _exchange(self, wish: Wish) -> Reply:
        if self._process is None or self._process.returncode is not None:
            environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
            self._process = await asyncio.create_subprocess_exec(
                *JOB, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environ
            )
        to, back = self._process.stdin, self._process.stdout
        assert to is not None and back is not None
        data = pickle.dumps(wish)
        to.write(LENGTH.pack(len(data)) + data)
        await to.drain()
        (size,) = LENGTH.unpack(await back.readexactly(LENGTH.size))
        reply: Reply = pickle.loads(await back.readexactly(size))
        return reply

    async def end(self) -> None:
        self._over = True
        await self._kill()

    async def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
