"""Twin rooms: a drill with given hidden values through the whole server in still time, and all that a seat can get.

Everything is the product's own, but: time (`still_loop`), chance (counted bytes), when the log has confirmed (after
COMMIT_S; the rows go to a real log at the end), and the values that are hidden.
"""

import asyncio
import io
import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI

import server.live.archive
import server.live.ledger
import server.live.live
from scenarios.drill import build
from scenarios.model import Scenario
from server.access.roles import Role
from server.access.tokens import hashed
from server.api.door import lifetimes
from server.app import Start, make_app
from server.catalogue import accounts, seats, sessions
from server.catalogue.engine import open_catalogue
from server.config import Config, Operation
from server.house import House
from server.live.live import Live
from server.live.opening import Wish
from server.meta import Origin
from server.operation import logs
from server.panel.life import Seated, open_panel
from server.store.log import MOST_ROWS, LogStore, Row
from server.store.sqlite_log import SqliteLog
from server.surroundings import Surroundings
from sim_core.acts import Act
from sim_core.chance import DrillKeys, keys_of
from sim_core.observation import Observation, observe
from tests.server.still_loop import StillLoop, run_here, run_still
from tests.server.twin_seats import Script, Seat, Sent

KEYS: DrillKeys = keys_of(b"\x03" * 32)
BEGAN = datetime(2026, 3, 1, 8, tzinfo=UTC)
COMMIT_S = 0.003
MORE_S = 1.5  # how long seats stay when the drill is over
STAFF = ("director", "examiner-1", "examiner-2", "examiner-3")
DIRECTOR_TOKEN = "director-token"
LOOKS_S = (7.0, 11.0, 30.0)  # when a seat holder asks for whatever HTTP gives
# of the machine, not of the drill
MACHINE = re.compile(rb"^(?:process_|yanlian_disk_free_bytes|\w+_created).*$|\d+(?:\.\d+)? GB", re.MULTILINE)


class Answer(NamedTuple):
    """An answer over HTTP."""

    asked: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass
class Course:
    """A whole drill from outside. sent: by seat. looks: what colleagues observe, by seat and tick. answers: over HTTP.
    log: the server's lines."""

    sent: dict[str, list[Sent]] = field(default_factory=dict)
    looks: dict[str, list[tuple[int, Observation]]] = field(default_factory=dict)
    seen: dict[str, dict[int, Observation]] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    log: str = ""


class StepWriter:
    """In place of the writer thread: every batch is confirmed COMMIT_S later, and all are written at the end."""

    delay_s = COMMIT_S

    def __init__(self, store: LogStore, notify: Callable[[int], None], **more: Any) -> None:
        self._store, self._notify, self._observe = store, notify, more["observe"]
        self._submitted = self._committed = 0
        self._rows: list[Row] = []

    @property
    def queued(self) -> int:
        return self._submitted - self._committed

    def submit(self, rows: Sequence[Row]) -> int:
        self._rows += rows
        self._submitted += 1
        asyncio.get_running_loop().call_later(self.delay_s, self._confirm, self._submitted)
        return self._submitted

    def stop(self) -> int:
        for at in range(0, len(self._rows), MOST_ROWS):
            self._store.append(self._rows[at : at + MOST_ROWS])
        return 0

    def _confirm(self, position: int) -> None:
        self._committed = position
        self._observe(self.delay_s)
        self._notify(position)


async def _not_yet(_job: bytes) -> Any:
    """In place of making the record: it takes longer than anybody here looks."""
    await asyncio.Event().wait()


def counted() -> Callable[[int], bytes]:
    """Bytes that look like chance and are the same each time."""
    asked = 0

    def entropy(count: int) -> bytes:
        nonlocal asked
        asked += 1
        return sha256(asked.to_bytes(8, "big")).digest()[:count].ljust(count, b"\x07")

    return entropy


@contextmanager
def written_log(loop: StillLoop) -> Iterator[io.StringIO]:
    """All that the server logs, at its most talkative; afterwards everything is as it was."""
    root, stream = logging.getLogger(), io.StringIO()
    kept = root.handlers[:], root.level, sys.excepthook, logs.threading.excepthook, sys.unraisablehook
    logs.set_up(Operation(log_level="debug"), lambda: BEGAN + timedelta(seconds=loop.now_s), stream)
    try:
        yield stream
    finally:
        root.handlers[:], root.level, sys.excepthook, logs.threading.excepthook, sys.unraisablehook = kept
        logging.captureWarnings(False)
        structlog.reset_defaults()
        structlog.contextvars.clear_contextvars()


@dataclass(frozen=True)
class Play:
    """A drill to be played. hidden: given values. people: seats that have sockets. scripts: what they send.
    pace: of the scripts, 0.5 = twice as fast. watch: note what everybody observes, and how much waits for the log."""

    scenario: Scenario
    hidden: Mapping[str, float | str]
    people: tuple[str, ...]
    scripts: Mapping[str, Script]
    for_s: float
    watch: bool = False
    pace: float = 1.0


def play(asked: Play, folder: Path) -> Course:
    """Play a drill."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("anyio.to_thread.run_sync", run_here)
        patch.setattr(server.live.ledger, "Writer", StepWriter)
        patch.setattr(server.live.archive, "_run", _not_yet)
        patch.setattr(server.live.live, "build", partial(build, hidden=dict(asked.hidden)))
        return run_still(lambda loop: _play(asked, folder, loop))


async def _play(asked: Play, folder: Path, loop: StillLoop) -> Course:
    folder.mkdir(parents=True)
    clock = Surroundings(lambda: BEGAN + timedelta(seconds=loop.now_s), loop.time, counted())
    house = House(
        config=Config(),
        folder=folder,
        surroundings=clock,
        catalogue=open_catalogue(folder / "catalogue.db"),
        signer=Ed25519PrivateKey.from_private_bytes(b"\x04" * 32),
        pepper=b"\x05" * 32,
        vault=b"\x06" * 32,
        origin=Origin("yanlian 0.0.0", "00" * 32),
    )
    course = Course()
    try:
        with written_log(loop) as stream:
            app = make_app(Start(house, SqliteLog(folder / "log.db"), None, lambda: None))
            async with app.router.lifespan_context(app):
                await _Stage(app, house, asked, course, loop).run()
            course.log = stream.getvalue()
    finally:
        house.catalogue.dispose()
    return course


class _Stage:
    def __init__(self, app: FastAPI, house: House, asked: Play, course: Course, loop: StillLoop) -> None:
        self.app, self.house, self.asked, self.course, self.loop = app, house, asked, course, loop
        self.live: Live = app.state.live
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=("127.0.0.1", 41000))
        self.web = httpx.AsyncClient(transport=transport, base_url="http://yanlian")

    async def run(self) -> None:
        """Open, seat, start, play, look."""
        self._staff()
        wish = Wish(self.asked.scenario, "exam", dict.fromkeys(self.asked.people, "person"), "0001", "director")
        opened = await self.live.open(wish, keys=KEYS, prepare=self._convene)
        self.room = self.live.hosts[opened.drill].room
        tokens = {seat: await self._claim(opened.drill, seat) for seat in self.asked.people}
        clients = {s: Seat(self.app, s, token, lambda: self.room.tick) for s, token in tokens.items()}
        desk = Seat(self.app, "director", DIRECTOR_TOKEN, lambda: self.room.tick, "director")
        tasks = [asyncio.create_task(client.stay()) for client in clients.values()]
        tasks.append(asyncio.create_task(desk.stay(opened.drill)))
        self._watch()
        self._follow(clients)
        await self._ask_all(opened.drill, clients)
        looking = asyncio.create_task(self._look(clients))
        await asyncio.sleep(0.5)
        await self.live.direct(opened.drill, "director", "start", Act("start"))
        await asyncio.sleep(self.asked.for_s + MORE_S)
        for client in (*clients.values(), desk):
            client.leave()
        looking.cancel()
        await asyncio.gather(*tasks, looking, return_exceptions=True)
        await self._ask_all(opened.drill, clients)
        await self.web.aclose()
        self.course.sent = {seat: client.sent for seat, client in clients.items()}

    def _staff(self) -> None:
        now = self.house.surroundings.now()
        with self.house.catalogue.begin() as db:
            for name in STAFF:
                role = Role.DIRECTOR if name == "director" else Role.EXAMINER
                accounts.add(db, name, name, role, "no password", now)
            token = hashed(self.house.pepper, DIRECTOR_TOKEN)
            sessions.start(db, token, "director", now, lifetimes(self.house))

    def _convene(self, db: Any, drill: str) -> None:
        members = [Seated(name, external=name == STAFF[1], declared=True) for name in STAFF[1:]]
        open_panel(db, drill, self.asked.scenario.rubric, members, self.house.surroundings.now())

    async def _claim(self, drill: str, seat: str) -> str:
        house = self.house
        with house.catalogue.begin() as db:
            code = seats.issue_code(
                db,
                drill,
                seat,
                pepper=house.pepper,
                entropy=house.surroundings.entropy,
                now=house.surroundings.now(),
                lifetime=timedelta(hours=1),
            )
        answer = await self._ask("POST", "/api/seats/claim", json={"code": code})
        token: str = answer["token"]
        return token

    def _watch(self) -> None:
        """After each tick note what colleagues observe; with `watch`, what everybody does."""
        room, work = self.room, self.room.work
        noted = [(i, seat) for i, seat in enumerate(room.seats) if self.asked.watch or seat not in self.asked.people]

        def worked(*given: Any, **more: Any) -> Any:
            out = work(*given, **more)
            world = room.point.world
            for i, seat in noted:
                seen = observe(world, room.rules.site, i)
                if seat not in self.asked.people:
                    self.course.looks.setdefault(seat, []).append((world.tick, seen))
                self.course.seen.setdefault(seat, {})[world.tick] = seen
            for say in self._due.pop(room.tick, ()):
                say()
            return out

        room.work = worked  # type: ignore[method-assign]

    def _follow(self, clients: Mapping[str, Seat]) -> None:
        """Scripts: before the start by time, then by tick."""
        self._due: dict[int, list[Callable[[], None]]] = {}
        for seat, script in self.asked.scripts.items():
            if seat not in clients:
                continue
            client = clients[seat]
            for tick, say in script:
                speak = partial(lambda client, say: client.say(say(client.timeline)), client, say)
                if tick < 0:
                    self.loop.call_later(0.5 + 0.05 * tick, speak)
                else:
                    self._due.setdefault(round(tick * self.asked.pace), []).append(speak)

    # ---- over HTTP

    async def _look(self, clients: Mapping[str, Seat]) -> None:
        for at_s in LOOKS_S:
            await asyncio.sleep(max(0.0, at_s - self.loop.now_s))
            await self._ask_open()
            for client in clients.values():
                await self._ask("GET", "/api/seat", headers={"Authorization": f"Bearer {client.token}"})

    async def _ask_open(self) -> None:
        for path in ("/health", "/health/page", "/metrics"):
            await self._ask("GET", path)

    async def _ask_all(self, drill: str, clients: Mapping[str, Seat]) -> None:
        one = {"Authorization": f"Bearer {next(iter(clients.values())).token}"}
        await self._ask_open()
        await self._ask("GET", f"/api/drills/{drill}")
        await self._ask("POST", "/api/seats/claim", json={"code": "0000-0000"})
        await self._ask("POST", "/api/seats/claim", json={"wrong": 1})
        for path in ("/api/seat", f"/api/drills/{drill}", "/api/drills", "/api/scenarios", "/api/me", "/nowhere"):
            await self._ask("GET", path, headers=one)
        for end in ("record", "radar.svg", "panel", "sheet", "sheet/versions", "result"):
            await self._ask("GET", f"/api/drills/{drill}/{end}", headers=one)
        await self._ask("POST", f"/api/drills/{drill}/directions", headers=one, json={"kind": "inject"})

    async def _ask(self, method: str, path: str, **more: Any) -> Any:
        answer = await self.web.request(method, path, **more)
        body = MACHINE.sub(b"", answer.content)
        whole = body == answer.content
        headers = tuple(sorted(pair for pair in answer.headers.items() if whole or pair[0] != "content-length"))
        self.course.answers.append(Answer(f"{method} {path}", answer.status_code, headers, body))
        return answer.json() if "json" in answer.headers.get("content-type", "") else None
