"""Children: other commands of this program, run beside this one for as long as it needs them."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from server.cli.again import again
from server.cli.failure import WRONG, CommandError

FIRST_WORD_S, LAST_WORD_S = 30.0, 10.0


@asynccontextmanager
async def child(*arguments: object) -> AsyncIterator[str]:
    """Run a command and give the first line that it prints; it is asked to end, and waited for, on leaving."""
    process = await asyncio.create_subprocess_exec(*again(*arguments), stdout=asyncio.subprocess.PIPE)
    async with ended(process):
        yield await first_word(process, str(arguments[0]))


async def first_word(process: asyncio.subprocess.Process, name: str) -> str:
    """The first line that a command prints. CommandError: it has not started."""
    assert process.stdout is not None
    async with asyncio.timeout(FIRST_WORD_S):
        line = (await process.stdout.readline()).decode().strip()
    if not line:
        raise CommandError(f"yanlian {name} 未能启动", f"yanlian {name} did not start", WRONG)
    return line


@asynccontextmanager
async def ended(process: asyncio.subprocess.Process) -> AsyncIterator[None]:
    """See to it that a process is asked to end, and waited for, on leaving."""
    try:
        yield
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            try:
                async with asyncio.timeout(LAST_WORD_S):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()


def said(line: str) -> dict[str, Any]:
    """Read the line of a command that was asked for JSON."""
    answer: dict[str, Any] = json.loads(line)
    return answer
