"""Archive: what becomes of a drill outside its room: its phase in the catalogue, and in the end its record.

Everything here may be done again: after a restart the same record, the same sheet and the same rows come out.
"""

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from structlog import get_logger

from server.catalogue import drills, panels
from server.house import House
from server.live.sealing import NEEDED, Job, Sealed
from server.panel.life import set_prefilled
from server.rooms.life import ANNULLED
from server.rooms.room import Room
from server.store.log import LogStore

JOB = (sys.executable, "-m", "server.live.sealing_job")
ROOT = Path(__file__).resolve().parents[2]
PAUSE_S = 5.0

log = get_logger("server.archive")


class Archive:
    """One task notes phases in order, another makes records one after the other. sealed: told of each that is done."""

    def __init__(self, house: House, store: LogStore, sealed: Callable[[str], None]) -> None:
        self._house, self._store, self._told = house, store, sealed
        self._notes: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self._to_seal: asyncio.Queue[str] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Start work."""
        self._house.records.mkdir(parents=True, exist_ok=True)
        self._tasks = [asyncio.create_task(self._note_all()), asyncio.create_task(self._seal_all())]

    async def end(self) -> None:
        """Stop work; what is left is done after the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # ---- phases

    def note_phase(self, room: Room) -> None:
        """Put a drill's phase into the catalogue."""
        columns: dict[str, Any] = {"phase": room.phase}
        now = self._house.surroundings.now()
        if room.word == "start":
            columns["started_at"] = now
        if room.phase == "ended":
            columns |= {"outcome": room.word, "ended_at": now, "ticks": room.tick}
        self._notes.put_nowait((room.id, columns))

    def forget(self, drill: str) -> None:
        """A drill that has no log: it never began."""
        self._notes.put_nowait((drill, {"phase": "sealed", "outcome": "never_opened"}))

    async def _note_all(self) -> None:
        while True:
            drill, columns = await self._notes.get()
            await asyncio.to_thread(self._note, drill, columns)

    def _note(self, drill: str, columns: dict[str, Any]) -> None:
        with self._house.catalogue.begin() as db:
            if columns["phase"] == "sealed" or drills.get(db, drill).phase != "sealed":
                drills.update(db, drill, **columns)

    # ---- records

    def seal(self, room: Room) -> None:
        """Make the record of a drill that is over."""
        self._to_seal.put_nowait(room.id)

    async def _seal_all(self) -> None:
        while True:
            drill = await self._to_seal.get()
            try:
                await self._seal(drill)
                self._told(drill)
            except asyncio.CancelledError:
                raise
            except Exception as error:  # the drill stays ended, its log stays whole; another try after a pause
                log.error("record_not_made", drill=drill, error=type(error).__name__)
                await asyncio.sleep(PAUSE_S)
                self._to_seal.put_nowait(drill)

    async def _seal(self, drill: str) -> None:
        job = await asyncio.to_thread(self._job, drill)
        sealed = await _run(job)
        await asyncio.to_thread(self._keep, drill, sealed)
        log.info("drill_sealed", drill=drill, ticks=sealed.ticks)

    def _job(self, drill: str) -> bytes:
        rows = tuple((row.kind, row.payload) for row in self._store.read(drill, kinds=NEEDED))
        return pickle.dumps(Job(rows, self._house.vault, self._house.signer.private_bytes_raw(), self._house.origin))

    def _keep(self, drill: str, sealed: Sealed) -> None:
        path = self._house.records / f"{drill}.ylr"
        _write_whole(path, sealed.record)
        with self._house.catalogue.begin() as db:
            if sealed.ended not in ANNULLED and panels.panel_of(db, drill) is not None:
                set_prefilled(db, drill, sealed.sheet)
            drills.update(
                db,
                drill,
                phase="sealed",
                outcome=sealed.ended,
                ticks=sealed.ticks,
                digest=sealed.digest.hex(),
                record_sha256=sha256(sealed.record).hexdigest(),
                engine=self._house.origin.engine,
            )


async def _run(job: bytes) -> Sealed:
    """Do one job in a process of its own. RuntimeError if it fails."""
    environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    process = await asyncio.create_subprocess_exec(
        *JOB, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environ
    )
    try:
        answer, _ = await process.communicate(job)
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    if process.returncode:
        raise RuntimeError("the sealing job failed")
    sealed: Sealed = pickle.loads(answer)
    return sealed


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there entirely, on disk, or not at all."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
