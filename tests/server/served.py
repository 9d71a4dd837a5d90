"""A real server for tests: `yanlian serve` in a process of its own, and drills with known keys put into its data."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rfc8785

from scenarios import Scenario, from_canonical, load
from server.cli.again import again
from server.cli.serve import LOG, make_house
from server.config import read_config
from server.demo.preparing import Prepared, prepare
from server.store.log import Stored
from server.store.sqlite_log import SqliteLog
from sim_core.chance import drill_keys
from tests.server.conftest import surroundings

WAIT_S = 60.0
WHOLE = load("tank_overfill")
BRIEF = from_canonical(rfc8785.dumps({**json.loads(WHOLE.canonical), "duration_s": 300}), "brief")


@dataclass(frozen=True)
class Place:
    """Where one server keeps its things. config: TOML."""

    data: Path
    home: Path
    config: str = '[operation]\nlog_level = "error"\n'

    @classmethod
    def at(cls, folder: Path, **more: str) -> "Place":
        (folder / "data").mkdir(mode=0o700)
        (folder / "home").mkdir(mode=0o700)
        return cls(folder / "data", folder / "home", **more)

    def prepared(self, seed: int, scenario: Scenario = WHOLE, speed: float = 0.0) -> Prepared:
        """The demo's crew and its exam drill, drawn from a seed, before the server starts."""
        house = make_house(read_config(self.config), self.data, self.home)
        store = SqliteLog(self.data / LOG)
        try:
            return prepare(house, store, scenario, drill_keys(seed), "expert", speed)
        finally:
            store.close()
            house.catalogue.dispose()

    def rows(self, drill: str, kinds: Sequence[str] | None = None) -> list[Stored]:
        """The log of a drill, when no server has it open."""
        store = SqliteLog(self.data / LOG)
        try:
            return list(store.read(drill, kinds=kinds))
        finally:
            store.close()


class Server:
    """A server that runs. address: http://...; first: name and password of the first log-in, at the first start."""

    def __init__(self, process: asyncio.subprocess.Process, said: dict[str, Any]) -> None:
        self.process, self.address, self.first = process, said["address"], said["first_login"]

    @property
    def port(self) -> int:
        """Where it listens, to come back there."""
        return int(self.address.rpartition(":")[2])

    async def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """End it; its exit status."""
        if self.process.returncode is None:
            self.process.send_signal(by)
        async with asyncio.timeout(WAIT_S):
            return await self.process.wait()


@asynccontextmanager
async def served(place: Place, port: int = 0) -> AsyncIterator[Server]:
    """Run a server at a place; however the test leaves, it is gone afterwards. port: 0 = any."""
    config = place.home / "yanlian.toml"
    config.write_text(place.config, encoding="utf-8")
    command = again("serve", "--json", "--port", port, "--data", place.data, "--config", config)
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env=surroundings(place.home), cwd=place.home
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(WAIT_S):
            line = await process.stdout.readline()
        yield Server(process, json.loads(line))
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
