"""Client: one of many: a seat that acts every few seconds and reads everything, or a desk that watches.

What is measured across clients stands in the Table that those of one drill share.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from clients.load.glance import Glance, glance
from clients.load.wire import Wire, open_wire
from clients.protocol.frames import encode
from clients.protocol.messages import VERSION, Act, BeatSeen, Hello

SOONEST_S, LATEST_S = 5.0, 10.0  # from one act of a seat to its next
PLACES = ("OF", "CR", "GT", "CP-E", "PH")  # a place that a scenario does not have gives an event as well: refused
AT_ONCE = "go"  # the kind of act whose event comes with the act's own tick
HABIT = (AT_ONCE, "report", AT_ONCE, "measure")


@dataclass(frozen=True, slots=True)
class Chair:
    """Whom a client is to be. seat: "" = staff. token: of the seat, or of the log-in."""

    drill: str
    token: str
    seat: str = ""


@dataclass(slots=True)
class Table:
    """What the clients of one drill have in common. due: (seat, act, subject) -> when the act was
    sent. unseen: those that were still due when the same act was sent again."""

    seats: Sequence[str]
    due: dict[tuple[str, str, str], float] = field(default_factory=dict)
    unseen: int = 0
    ack_s: list[float] = field(default_factory=list)
    event_s: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)


class Client:
    """One client. States count from the last `begin` on; events and whole states from the connection's first."""

    def __init__(self, chair: Chair, table: Table, chance: Random) -> None:
        self.chair, self.table, self.chance = chair, table, chance
        self.loop = asyncio.get_running_loop()
        self.welcome = self.loop.create_future()
        self.dropped = ""  # code of the Problem that ended it, or "closed"
        self.doubled = self.late = 0
        self.missing: set[int] = set()
        self.acts = 0
        self.unanswered_s: float | None = None  # when the act that is on its way was sent
        self.whole_bytes = self.wholes = 0  # of all baselines: most clients get one as they come, and no other
        self.begin()
        self._seq = self._event = 0
        self._tick = -1
        self._leaving = False
        self._wire: Wire | None = None
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Count states from now on."""
        self.states = self.state_bytes = 0
        self.first: tuple[int, float] | None = None  # tick, when it came
        self.last: tuple[int, float] | None = None
        self.longest_pause_s = 0.0

    async def come(self, address: str) -> None:
        """Connect; done when the server has said Welcome. OSError, ConnectionError: it has not."""
        self._wire = Wire(address, self._hello, self._take, self._closed)
        await open_wire(self._wire, address)
        await self.welcome

    def act_from_now_on(self) -> None:
        """A seat begins to act."""
        if self.chair.seat and not self.dropped:
            self._timer = self.loop.call_later(self.chance.uniform(0.0, LATEST_S), self._act)

    def rest(self) -> None:
        """Act no more."""
        if self._timer is not None:
            self._timer.cancel()

    def leave(self) -> None:
        """Close."""
        self._leaving = True
        if self._wire is not None:
            self._wire.close()

    # ---- towards the server

    def _send(self, data: bytes) -> None:
        if self._wire is not None:
            self._wire.send(data)

    def _hello(self) -> None:
        drill = "" if self.chair.seat else self.chair.drill
        self._send(encode(Hello(timeline=drill, version=VERSION, token=self.chair.token)))

    def _act(self) -> None:
        self._timer = self.loop.call_later(self.chance.uniform(SOONEST_S, LATEST_S), self._act)
        if self.unanswered_s is not None:
            return
        kind = HABIT[self.acts % len(HABIT)]
        self.acts += 1
        self._seq += 1
        others = [seat for seat in self.table.seats if seat != self.chair.seat]
        act = Act(
            timeline=self.chair.drill,
            seq=self._seq,
            kind=kind,
            target=self.chance.choice(PLACES) if kind == AT_ONCE else "",
            to=self.chance.choice(others) if kind == "report" and others else "",
            seen_tick=max(0, self._tick),
        )
        self.unanswered_s = self.loop.time()
        if kind == AT_ONCE:
            key = (self.chair.seat, kind, act.target)
            self.table.unseen += key in self.table.due
            self.table.due[key] = self.unanswered_s
        self._send(encode(act))

    # ---- from the server

    def _take(self, data: bytes) -> None:
        seen = glance(data)
        match seen.type:
            case "state" | "baseline":
                self._state(seen, len(data))
            case "beat":
                self._send(encode(BeatSeen(timeline=self.chair.drill, beat=seen.beat)))
            case "accepted":
                self._answered()
            case "problem":
                self._problem(seen)
            case "welcome":
                self._seq, self._event = seen.last_seq, seen.last_event
                if not self.welcome.done():
                    self.welcome.set_result(None)
            case _ if seen.event:
                self._numbered(seen)

    def _state(self, seen: Glance, size_bytes: int) -> None:
        now_s = self.loop.time()
        self.state_bytes += size_bytes
        if seen.type == "baseline":
            self.wholes += 1
            self.whole_bytes += size_bytes
        if seen.tick > self._tick:
            self._tick = seen.tick
            self.states += 1
            if self.first is None or self.last is None:
                self.first = (seen.tick, now_s)
            else:
                self.longest_pause_s = max(self.longest_pause_s, now_s - self.last[1])
            self.last = (seen.tick, now_s)

    def _answered(self) -> None:
        if self.unanswered_s is not None:
            self.table.ack_s.append(self.loop.time() - self.unanswered_s)
            self.unanswered_s = None

    def _problem(self, seen: Glance) -> None:
        self.table.refused[seen.code] += 1
        if seen.seq and seen.seq == self._seq:  # not taken: the next act has this seq
            self._seq -= 1
            self.unanswered_s = None
            for due in [due for due in self.table.due if due[0] == self.chair.seat]:
                del self.table.due[due]
        elif not seen.seq:
            self.dropped = seen.code

    def _numbered(self, seen: Glance) -> None:
        if seen.event > self._event:
            self.missing.update(range(self._event + 1, seen.event))
            self._event = seen.event
        elif seen.event in self.missing:
            self.missing.remove(seen.event)
            self.late += 1
        else:
            self.doubled += 1
        if seen.type == "happened" and not self.chair.seat:
            sent_s = self.table.due.pop((seen.seat, seen.act, seen.subject), None)
            if sent_s is not None:
                self.table.event_s.append(self.loop.time() - sent_s)

    def _closed(self) -> None:
        self.rest()
        if not self._leaving:
            self.dropped = self.dropped or "closed"
        if not self.welcome.done():
            self.welcome.set_exception(ConnectionError(self.dropped or "closed"))
