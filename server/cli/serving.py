"""Serving: a server of its own for a measure, on a data folder, and a bar for what takes long."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from clients.sdk import Rest
from server.cli.again import again
from server.cli.children import ended, first_word, said
from server.cli.language import Speech, language
from server.cli.progress import Progress
from sim_core.world import TICKS_PER_S

SCENARIO = "tank_overfill"
CONFIG = '[operation]\nlog_level = "error"\n'


@dataclass(frozen=True, slots=True)
class Served:
    """A server in a process of its own. login: of the administrator, told by the first start on a data folder."""

    address: str
    login: dict[str, str] | None
    process: asyncio.subprocess.Process

    @asynccontextmanager
    async def administrator(self) -> AsyncIterator[Rest]:
        """Log in, after the first start on a data folder."""
        assert self.login is not None
        async with Rest(self.address) as rest:
            await rest.login(self.login["name"], self.login["password"])
            yield rest


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[Served]:
    """Run a server on a data folder; it answers from the start."""
    config = folder / "measure.toml"
    config.write_text(CONFIG, encoding="utf-8")
    command = again("serve", "--json", "--port", 0, "--data", folder, "--config", config)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    async with ended(process):
        first = said(await first_word(process, "serve"))
        yield Served(first["address"], first["first_login"], process)


def telling(zh: str, en: str, seconds: float) -> tuple[Callable[[float], None], Progress]:
    """A bar for what takes long: who is told the seconds that have passed, and what is to be closed."""
    progress = Progress(Speech(language(os.environ)), (zh, en), round(seconds * TICKS_PER_S))
    return lambda passed_s: progress.reach(round(passed_s * TICKS_PER_S)), progress
