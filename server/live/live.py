"""Live: every drill that is not sealed yet, kept in time, on disk and on its clients' lines."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from structlog import get_logger

from clients.protocol.messages import PanelProgress
from scenarios.drill import Drill, build
from scenarios.reader import from_canonical
from server.catalogue import drills
from server.catalogue.engine import reading
from server.house import House
from server.live import opening
from server.live.archive import Archive
from server.live.branching import Branch
from server.live.clockwork import Clockwork
from server.live.host import Host
from server.live.ledger import Ledger
from server.live.line import Line
from server.live.vault import take_out
from server.operation.metrics import Metrics
from server.rooms.life import SYSTEM
from server.rooms.restoring import restore
from server.rooms.room import Room
from server.rooms.rows import ActRow, Opened, kind_of, read, write
from server.store.log import MOST_ROWS, LogStore, Row
from sim_core.acts import Act
from sim_core.chance import DrillKeys

UNDER_WAY = ("lobby", "briefing", "running", "frozen", "ended")
MOST_UNDER_WAY = 10_000
LINE_SLOTS = 10  # beats are spread over the second
KEPT_SEALED_S = 600.0  # how long a drill stays to be looked at once it is sealed

log = get_logger("server.live")

# Reading one takes 20 ms, and many drills share one: that would hold up ticks, and the way back after a restart.
_scenario = lru_cache(maxsize=16)(from_canonical)


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """What was asked for cannot be done; code: of a Problem."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Live:
    """The drills of one process; belongs to its event loop. alive_at: when an earlier process was last at work."""

    def __init__(
        self,
        house: House,
        store: LogStore,
        metrics: Metrics,
        loop: asyncio.AbstractEventLoop,
        alive_at: datetime | None,
    ) -> None:
        self.house, self.store, self.metrics, self.loop = house, store, metrics, loop
        self.hosts: dict[str, Host] = {}
        self.ledger = Ledger(store, loop, house.surroundings.monotonic_s, metrics.commit)
        self.clockwork = Clockwork(loop, house.surroundings.monotonic_s, metrics.tick)
        self.archive = Archive(house, store, self._sealed)
        self._alive_at = alive_at
        self._slot = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._beats: asyncio.TimerHandle | None = None
        self.unrestored = 0  # drills whose log does not come out as it was told

    # ---- begin and end

    async def begin(self) -> None:
        """Bring every drill back that was under way, frozen if it was running; then the server may serve."""
        with reading(self.house.catalogue) as db:
            under_way = drills.list_(db, UNDER_WAY, limit=MOST_UNDER_WAY)
        for row in reversed(under_way):
            try:
                self._bring_back(row.id)
            except Exception:  # it stays in the log as it is, for somebody to look at; the other drills go on
                self.unrestored += 1
                log.error("drill_not_restored", drill=row.id, exc_info=True)
        await self._on_disk([])
        self.archive.begin()
        self._beat()

    def _bring_back(self, drill: str) -> None:
        first = next(self.store.read(drill), None)
        if first is None:  # the power failed between catalogue and log: nobody ever saw this drill
            self.archive.forget(drill)
            return
        opened: Opened = read(first.kind, first.payload)
        newest = self.store.last(drill, "key")
        key = None if newest is None else read(newest.kind, newest.payload)
        rows = self.store.read(drill, newest.n + 1 if newest else 1)
        told = ((row.tick, read(row.kind, row.payload)) for row in rows)
        room, undone = restore(opened, self._build(opened), key, told)
        host = self._host(room)
        log.info("drill_restored", drill=drill, phase=room.phase, tick=room.tick)
        if room.phase == "ended":
            self.archive.seal(room)
            return
        stopped = room.phase == "running" or any(act.kind == "resume" for act in undone)
        for act in undone:
            host.readmit(act)
        if stopped:
            interrupted = room.direct(SYSTEM, "interrupted", Act("interrupted", value=self._gap_s()))
            if isinstance(interrupted, ActRow):
                host.submit_act(interrupted)

    def _gap_s(self) -> float:
        if self._alive_at is None:
            return 0.0
        return round(max(0.0, (self.house.surroundings.now() - self._alive_at).total_seconds()), 1)

    def _build(self, opened: Opened) -> Drill:
        keys = take_out(opened.keys, opened.drill, self.house.vault)
        people, terms = tuple(opened.people), opened.terms
        return build(_scenario(opened.scenario), keys.hidden, keys.world, people, terms=terms)

    def stop(self) -> int:
        """Say good-bye to every client, write what is left; how many batches could not be written."""
        if self._beats is not None:
            self._beats.cancel()
        for host in self.hosts.values():
            self.clockwork.stop(host.room.id)
            host.keep()
            for line in host.all_lines():
                line.close("stopping")
        return self.ledger.stop()

    # ---- drills

    async def open(
        self, wish: opening.Wish, *, keys: DrillKeys | None = None, prepare: opening.Prepare | None = None
    ) -> Opened:
        """Open a new drill; it is on disk when this returns. Refused: too many are alive."""
        self._admit_one_more()
        house = self.house

        def note() -> Opened:
            with house.catalogue.begin() as db:
                return opening.open_drill(db, wish, house.vault, house.surroundings, keys, prepare)

        opened = await asyncio.to_thread(note)
        drill = await asyncio.to_thread(self._build, opened)
        await self._on_disk([Row(opened.drill, kind_of(opened), 0, write(opened))])
        self._host(Room(opened, drill))
        return opened

    async def branch(self, branch: Branch) -> Opened:
        """Put a branch on the air, frozen. A log that the catalogue does not know of is nobody's: it comes last."""
        self._admit_one_more()
        for at in range(0, len(branch.rows), MOST_ROWS):
            await self._on_disk(branch.rows[at : at + MOST_ROWS])
        drill = await asyncio.to_thread(self._build, branch.opened)
        room, _ = restore(branch.opened, drill, branch.key, ())
        await asyncio.to_thread(self._note_branch, branch)
        self._host(room)
        return branch.opened

    def _note_branch(self, branch: Branch) -> None:
        with self.house.catalogue.begin() as db:
            opening.note(db, branch.opened, branch.wish, self.house.surroundings.now())
            drills.update(db, branch.opened.drill, phase="frozen")

    def _admit_one_more(self) -> None:
        alive = sum(host.room.phase not in ("ended", "sealed") for host in self.hosts.values())
        if alive >= self.house.config.limits.live_drills:
            raise Refused("busy")

    def _host(self, room: Room) -> Host:
        host = self.hosts[room.id] = Host(
            room, self.ledger, self.clockwork, self.loop, self.archive.note_phase, self.archive.seal
        )
        return host

    async def direct(self, drill: str, by: str, kind: str, act: Act, act_id: str = "") -> None:
        """Staff do something to a drill; it is on disk when this returns, said again or not. Refused, LookupError."""
        host = self.hosts[drill]
        row = host.room.direct(by, kind, act, act_id=act_id)
        if isinstance(row, str):
            raise Refused(row)
        if isinstance(row, ActRow):
            done = self.loop.create_future()
            host.submit_act(row, lambda: done.set_result(None))
            await done
        else:
            await self._on_disk([])  # the first saying may still be on its way

    async def _on_disk(self, rows: Sequence[Row]) -> None:
        done = self.loop.create_future()
        self.ledger.after(self.ledger.submit(rows), lambda: done.set_result(None))
        await done

    def _sealed(self, drill: str) -> None:
        """The record of a drill is written; it stays a while to be looked at."""
        host = self.hosts[drill]
        host.seal()
        self.loop.call_later(KEPT_SEALED_S, self._let_go, drill)

    def _let_go(self, drill: str) -> None:
        host = self.hosts.pop(drill, None)
        if host is not None:
            self.metrics.sent(*host.traffic())
            for line in host.all_lines():
                line.close("stopping")

    # ---- clients

    async def attach(self, host: Host, line: Line, last_event: int) -> None:
        """Put a client on the air: what it missed since `last_event`, then the latest state, then what happens."""
        lane = host.room.lanes[line.audience]
        missed = lane.after(last_event)
        if missed is None:  # too long ago to be kept at hand
            told = await asyncio.to_thread(self.told, host.room.id, line.audience)
            told = told[: lane.released]
            missed = told[last_event:] + (lane.after(len(told)) or [])
        host.attach(line, missed)

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody waits for."""
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def told(self, drill: str, audience: str) -> list[bytes]:
        """Every event that an audience was told, from the log. Not on the loop."""
        rows = self.store.read(drill, kinds=("tick", "life"))
        return [frame for row in rows for frame in read(row.kind, row.payload).lanes.get(audience, ())]

    def _beat(self) -> None:
        now_s = self.loop.time()
        for host in self.hosts.values():
            for n, line in enumerate(host.all_lines()):
                due = (n + host.stagger) % LINE_SLOTS == self._slot
                if due and line.beat(host.room.tick, now_s):
                    host.show(line)
        self._slot = (self._slot + 1) % LINE_SLOTS
        if self._slot == 0:
            self.metrics.end_second()
        self._beats = self.loop.call_later(1.0 / LINE_SLOTS, self._beat)

    def panel_progress(self, drill: str, locked: int, of: int) -> None:
        """Tell staff how many sheets are locked; may be called from any thread."""

        def tell() -> None:
            if drill in self.hosts:
                message = PanelProgress(timeline=drill, locked=locked, of=of)
                self.hosts[drill].notify(message, ("examiner", "director"))

        self.loop.call_soon_threadsafe(tell)
