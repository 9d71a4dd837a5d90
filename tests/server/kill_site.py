"""A place for kill tests: server, delivery worker and receiver as real processes on one folder, and exams cut short."""

import asyncio
import json
import os
import random
import signal
import socket
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

import httpx
import psutil
import rfc8785

from clients.sdk import Rest
from scenarios import from_canonical, load
from server.access.roles import Role
from server.catalogue import seats
from server.cli.installation import signing_key
from server.cli.serve import LOG, make_house
from server.config import read_config
from server.live.opening import Wish, open_drill
from server.panel.life import Seated, open_panel
from server.receiver.faults import FAULTS
from server.rooms.rows import kind_of, write
from server.store.log import Row
from server.store.sqlite_log import SqliteLog
from sim_core.chance import drill_keys
from tests.server.premises import PASSWORD, add_account
from tests.server.result_pieces import Office

EXAMINERS = ("examiner-1", "examiner-2", "examiner-3")
CREW = {
    **dict.fromkeys(EXAMINERS, Role.EXAMINER),
    "director": Role.DIRECTOR,
    "admin": Role.ADMIN,
    "chief": Role.CHIEF,
    "auditor": Role.AUDITOR,
}
EXAM_S = 40
QUEUE = 64  # events waiting for a client at most: shorter than what there is to catch up on
UP_S = 60.0
ROUTES_BELOW = 32_768  # where the system takes the ports of outgoing connections from: see free_port


@dataclass(frozen=True)
class Exam:
    """code: of the commander's seat."""

    drill: str
    code: str


def free_port(chance: random.Random) -> int:
    """A port for all lives of a server. Not one that the system would give to a client in the meantime: while nobody
    listens, such a client can even find itself at the other end."""
    while True:
        port = chance.randrange(20_000, ROUTES_BELOW)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


class Site(Office):
    """Use it as a context manager: whatever was started ends with it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        super().__init__(folder, hold_s=0.9)
        self.chance = chance
        self.keys.write_text(signing_key(folder).public_key().public_bytes_raw().hex() + "\n")
        self.server_port = free_port(chance)
        self.port = free_port(chance)
        here = f"http://127.0.0.1:{self.port}/certificates"
        config = self.config.read_text().replace(self.url, here)
        self.config.write_text(f"[limits]\nevent_queue_length = {QUEUE}\n{config}")
        self.url = here
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.house = make_house(read_config(self.config.read_text()), folder, folder)
        self.accounts = {name: add_account(self.house, name, role) for name, role in CREW.items()}
        authored = json.loads(load("tank_overfill").canonical)
        self.scenario = from_canonical(rfc8785.dumps({**authored, "duration_s": EXAM_S}), "short")
        self.server: subprocess.Popen[str] | None = None
        self.office: subprocess.Popen[str] | None = None  # the receiver
        self.server_kills = self.worker_kills = self.receiver_kills = self.receiver_deaths = 0
        self._started: list[subprocess.Popen[str]] = []
        self._children: list[psutil.Process] = []  # of servers

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._note_children()
        for process in self._started:
            _end(process)
        _, alive = psutil.wait_procs(self._children, timeout=10)
        for each in alive:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        self.house.catalogue.dispose()

    def _start(self, *args: object) -> subprocess.Popen[str]:
        child = super()._start(*args)
        self._started.append(child)
        return child

    # ---- the server

    def serve(self) -> None:
        """Begin a life of the server."""
        arguments = ("--json", "--port", self.server_port, "--data", self.folder, "--config", self.config)
        self.server = self._start("serve", *arguments)

    async def up(self) -> None:
        """Wait until it serves."""
        async with asyncio.timeout(UP_S):
            line = await asyncio.to_thread(self.server.stdout.readline)
        assert line, f"the server did not come up: {self.tail()}"

    async def live_and_die(self, life_s: float, *, is_up: bool) -> None:
        """Let it live until a moment by chance, which may come while it starts, and kill it.

        life_s: how long at most, once it is up; one life in five is longer, up to twice.
        """
        if self.chance.random() < 0.2:
            await asyncio.sleep(self.chance.uniform(0.1, 2.5))
        else:
            if not is_up:
                await self.up()
            share = self.chance.random()  # most lives are short; in the others records get made, and results delivered
            await asyncio.sleep(life_s * (1.0 + share if self.chance.random() < 0.2 else share**2))
        self._note_children()
        status = self.server.poll()
        assert status is None, f"the server ended by itself with {status}: {self.tail()}"
        self.server.kill()
        await asyncio.to_thread(_end, self.server)
        self.server_kills += 1

    async def stop(self) -> None:
        """Ask it to end."""
        self._note_children()
        self.server.send_signal(signal.SIGTERM)
        status = await asyncio.to_thread(self.server.wait, 30)
        assert status in (0, -signal.SIGTERM), f"{status}: {self.tail()}"

    def tail(self) -> str:
        return self.log.read_text()[-4000:]

    # ---- worker and receiver

    async def kill_workers(self) -> None:
        """Kill the delivery worker at random moments, for ever."""
        while True:
            await asyncio.sleep(self.chance.uniform(0.3, 3.0))
            for child in self._note_children():
                with suppress(psutil.NoSuchProcess):
                    if "deliver" in child.cmdline():
                        child.kill()
                        self.worker_kills += 1

    async def keep_receiver(self, harm: asyncio.Event) -> None:
        """Keep a receiver up that misbehaves in all its ways; while `harm` is set, it is killed as well. For ever."""
        while True:
            if self.office is not None and self.office.poll() is not None:
                await asyncio.to_thread(_end, self.office)
                self.receiver_deaths += 1
                self.office = None
            if self.office is None:
                names = sorted({*FAULTS} - {"die"}) + ["obey"] * 4
                self.chance.shuffle(names)
                self.misbehave = ",".join([*names, "die"])
                self.office = await asyncio.to_thread(self.receiver)
            await asyncio.sleep(self.chance.uniform(0.1, 1.0))
            if harm.is_set() and self.chance.random() < 0.1:
                self.office.kill()
                self.receiver_kills += 1

    def _note_children(self) -> list[psutil.Process]:
        """Those that the server has now; a killed server leaves them behind, and they must end by themselves."""
        found: list[psutil.Process] = []
        if self.server is not None:
            with suppress(psutil.NoSuchProcess):
                found = psutil.Process(self.server.pid).children(recursive=True)
        self._children += [each for each in found if each not in self._children]
        return found

    # ---- exams

    def open_exam(self) -> Exam:
        """Open an exam of EXAM_S, as fast as it goes. No server may run: the log is one process's."""
        house, now = self.house, self.house.surroundings.now()
        wish = Wish(self.scenario, "exam", {"IC": "bot"}, f"{self.chance.randrange(10_000):04}", speed=0.0)
        keys = drill_keys(self.chance.randrange(1 << 31))
        with house.catalogue.begin() as db:
            opened = open_drill(db, wish, house.vault, house.surroundings, keys)
            members = [Seated(self.accounts[name], name == EXAMINERS[0], True) for name in EXAMINERS]
            open_panel(db, opened.drill, self.scenario.rubric, members, now)
            life = timedelta(hours=2)
            code = seats.issue_code(
                db, opened.drill, "IC", pepper=house.pepper, entropy=os.urandom, now=now, lifetime=life
            )
        store = SqliteLog(self.folder / LOG)
        try:
            store.append([Row(opened.drill, kind_of(opened), 0, write(opened))])
        finally:
            store.close()
        return Exam(opened.drill, code)


class Desk(Rest):
    """The routes, over the server's deaths: what was not answered is asked again."""

    async def sign_in(self, name: str) -> None:
        """Log in as one of the crew; the session outlives the server."""
        await self.login(name, PASSWORD)

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        while True:
            try:
                return await super().call(method, path, body)
            except httpx.TransportError:
                await asyncio.sleep(0.05)


def _end(process: subprocess.Popen[str]) -> None:
    """Kill it, wait for it, close its pipes; may be called again."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
