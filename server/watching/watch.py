"""Watch: the events of each drill that have been told, read once, and what they come to, at most once a second.

A tick is never waited for: on the loop only frames are picked up that are there; reading them is done in a thread.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from clients.protocol import frames
from clients.protocol.messages import Happened
from scenarios.false_alarm import marked_by
from scenarios.play import COMMANDER
from scenarios.reader import from_canonical
from scoring.rubric import Rubric
from scoring.tutor import Hint
from scoring.tutor import hint as next_hint
from server.live.live import Live
from server.live.vault import take_out
from server.rooms.lanes import STAFF
from server.rooms.rows import Opened, read
from server.watching.progress import Progress, so_far
from sim_core.events import Event

KEPT_DRILLS = 64


@dataclass(slots=True)
class _Reader:
    """What has been read of one drill. told: frames so far, of events and others."""

    rubric: Rubric
    examined: tuple[str, ...]
    events: list[Event]
    told: int = 0
    latest: Progress | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Watch:
    """The drills that somebody watches. Belongs to the loop of its `Live`."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._readers: OrderedDict[str, _Reader] = OrderedDict()

    async def look(self, drill: str) -> Progress:
        """How far a drill has come. LookupError: it has no log."""
        if drill not in self._readers:
            begun = await asyncio.to_thread(self._begin, drill)
            self._readers.setdefault(drill, begun)  # somebody else may have begun meanwhile
        reader = self._readers[drill]
        self._readers.move_to_end(drill)
        while len(self._readers) > KEPT_DRILLS:
            self._readers.popitem(last=False)
        async with reader.lock:
            return await self._read_on(drill, reader)

    async def hint(self, drill: str, spoken: Collection[str]) -> tuple[Hint, str] | None:
        """What the tutor would say now, and to which seat: the commander, or whoever is examined instead.

        spoken: what was said already and may still wait for its tick.
        """
        progress = await self.look(drill)
        reader = self._readers.get(drill)
        if reader is None or progress.over:
            return None
        given = [(e.subject, e.tick) for e in reader.events if e.kind == "directed" and e.act == "hint"]
        given += [(about, progress.tick) for about in spoken if about not in [said for said, _ in given]]
        events, seats = tuple(reader.events), reader.examined
        found = await asyncio.to_thread(next_hint, events, reader.rubric, seats, progress.tick, given)
        return None if found is None else (found, COMMANDER if COMMANDER in seats else seats[0])

    async def _read_on(self, drill: str, reader: _Reader) -> Progress:
        if reader.latest is not None and reader.latest.over:
            return reader.latest
        host = self._live.hosts.get(drill)
        if host is None:  # over for so long that its room is gone
            told = await asyncio.to_thread(self._live.told, drill, STAFF)
            return await asyncio.to_thread(_take, reader, told[reader.told :], 0)
        lane, tick = host.room.lanes[STAFF], host.digest[0]  # of a tick whose events have all been told
        fresh = lane.after(reader.told)
        if fresh is None:
            told = await asyncio.to_thread(self._live.told, drill, STAFF)
            fresh = told[reader.told : lane.released]
        if reader.latest is not None and not fresh and reader.latest.tick >= tick:
            return reader.latest
        return await asyncio.to_thread(_take, reader, fresh, tick)

    def _begin(self, drill: str) -> _Reader:
        """Open a drill; a branch has the events of its parents behind it."""
        opened = self._opened(drill)
        earlier = self._inherited(opened.parent, opened.parent_tick)
        return _Reader(self._rubric(opened), tuple(opened.people), earlier)

    def _rubric(self, opened: Opened) -> Rubric:
        keys = take_out(opened.keys, opened.drill, self._live.house.vault)
        return marked_by(from_canonical(opened.scenario), keys.hidden, opened.terms)

    def _inherited(self, parent: str, until_tick: int) -> list[Event]:
        if not parent:
            return []
        opened = self._opened(parent)
        told = _events(self._live.told(parent, STAFF))
        earlier = self._inherited(opened.parent, min(until_tick, opened.parent_tick))
        return earlier + [event for event in told if event.tick < until_tick]

    def _opened(self, drill: str) -> Opened:
        first = next(self._live.store.read(drill), None)
        if first is None:
            raise LookupError(drill)
        opened: Opened = read(first.kind, first.payload)
        return opened


def _events(told: Sequence[bytes]) -> list[Event]:
    """The events among the frames to staff."""
    messages = (frames.decode("director", frame, to_server=False) for frame in told)
    return [
        Event(m.tick, m.kind, m.seat, m.act, m.subject, m.detail, m.value, m.to, m.by)
        for m in messages
        if isinstance(m, Happened)
    ]


def _take(reader: _Reader, fresh: Sequence[bytes], tick: int) -> Progress:
    """Read on, off the loop; one at a time for a drill."""
    reader.events += _events(fresh)
    reader.told += len(fresh)
    ended = next((event.tick for event in reader.events if event.kind == "ended"), None)
    until = tick if ended is None else ended + 1
    reader.latest = so_far(tuple(reader.events), reader.rubric, reader.examined, until)
    return reader.latest
