"""Host: one room on the air: what it wants logged goes to the writer, and what it tells leaves when that is on disk.

At real time and below, what a tick brings leaves a while after it (`server.live.hold`), whether its row took long or it
had none: when a frame comes tells nothing of what was written.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from clients.protocol import frames
from clients.protocol.messages import Message, SeatHeld
from server.live.clockwork import Clockwork
from server.live.hold import Hold
from server.live.line import Line
from server.rooms.lanes import STAFF
from server.rooms.room import Output, Payload, Room
from server.rooms.rows import ActRow, TickRow, kind_of, write
from server.store.log import Row
from sim_core.schedule import CYCLE

TICK_S = 0.05
SPRINT_S = 0.005  # how long one drill may run on above real time before others get their turn
QUEUE_MOST = 256  # batches on their way to disk, beyond which no drill sprints on


class Log(Protocol):
    """What a host asks of the log: `server.live.ledger`."""

    def submit(self, rows: Sequence[Row]) -> int:
        """Queue rows; their position."""

    def after(self, position: int, work: Callable[[], None]) -> None:
        """Call once everything up to this position is on disk, in order of calling."""

    @property
    def queued(self) -> int:
        """Batches that are not on disk yet."""

    @property
    def hold(self) -> Hold:
        """How long frames wait for it."""


class Host:
    """A room, its lines, and its place in time. changed: told of each new phase. over: called once, when
    its end is on disk."""

    def __init__(
        self,
        room: Room,
        log: Log,
        clockwork: Clockwork,
        loop: asyncio.AbstractEventLoop,
        changed: Callable[[Room], None],
        over: Callable[[Room], None],
    ) -> None:
        self.room, self.log, self.clockwork, self.loop = room, log, clockwork, loop
        self._changed, self._over = changed, over
        self.stagger = int(room.id[:2], 16)
        self.lines: dict[str, list[Line]] = {audience: [] for audience in room.lanes}
        worked = max(room.tick - 1, 0)  # the last digest is of the last due tick, or of the drill's end
        self.digest = (worked if room.phase == "ended" else worked // CYCLE * CYCLE, room.point.chain)  # on disk
        self._gone_frames = self._gone_bytes = 0  # of lines that have ended
        self._position = 0
        self._held: deque[tuple[int, Output]] = deque()  # worked, not yet told
        self._due = 0  # how many of them may be told as soon as they are on disk
        self._sprinting = False
        self._next_s = 0.0

    # ---- acts

    def submit_act(self, row: ActRow, then: Callable[[], None] | None = None) -> None:
        """Log an act that the room has taken; it is admitted when it is on disk, and `then` is called."""
        self._log([row])
        self.readmit(row)
        if then is not None:
            self.log.after(self._position, then)

    def readmit(self, row: ActRow) -> None:
        """Admit an act that is in the log, or will be."""
        self.log.after(self._position, lambda: self._admit(row))

    def _admit(self, row: ActRow) -> None:
        before = self.room.phase, self.room.speed
        out = self.room.admit(row)
        for who, frame in out.answers:
            self._answer(who, frame)
        out.answers = []
        if out.rows or out.events:
            self._tell(out, hold=False)
        if (self.room.phase, self.room.speed) != before:
            self.follow_phase()
        if row.kind == "takeover" and row.target in self.room.seats:
            self._hand_over(row.target)
        self.sprint()

    def _hand_over(self, seat: str) -> None:
        """Whoever held a seat that a colleague has taken over leaves."""
        if seat not in self.room.people:
            for line in self.lines[seat]:
                line.close("taken")
        self.tell_seat(seat)

    def _answer(self, who: str, frame: bytes) -> None:
        for line in (*self.lines.get(who, ()), *self.lines[STAFF]):
            if line.who == who:
                line.give((frame,))

    # ---- time

    def follow_phase(self) -> None:
        """Begin or stop ticking, as the room's phase and speed have it."""
        self.clockwork.stop(self.room.id)
        if self.room.phase != "ended":  # which is told when it is on disk
            self._changed(self.room)
        if self.room.phase == "running":
            if self.room.lock_step:
                self._next_s = self.loop.time()
                self.sprint()
            else:
                self.clockwork.start(self.room.id, TICK_S / self.room.speed, self._tick)

    def _tick(self) -> bool:
        self._tell(self.room.work(self._watched()), hold=True)
        return self.room.phase == "running" and not self.room.lock_step

    def sprint(self) -> None:
        """Above real time: run on as far as the seats are ready, when the loop has time for it."""
        if self.room.lock_step and self.room.may_tick and not self._sprinting:
            self._sprinting = True
            self.loop.call_at(self._next_s, self._sprint)

    def _sprint(self) -> None:
        self._sprinting = False
        began_s = self.loop.time()
        watched = self._watched()
        while self.room.may_tick and self.loop.time() - began_s < SPRINT_S:
            if self.log.queued > QUEUE_MOST:
                self.log.after(self._position, self.sprint)
                return
            before = self.room.tick
            self._tell(self.room.work(watched), hold=False)
            if self.room.speed:
                self._next_s = max(
                    self._next_s + (self.room.tick - before) * TICK_S / self.room.speed, began_s - SPRINT_S
                )
                if self._next_s > self.loop.time():
                    break
        self.sprint()

    def _watched(self) -> list[str]:
        return [audience for audience, lines in self.lines.items() if lines]

    # ---- what leaves

    def _log(self, rows: Sequence[Payload]) -> None:
        tick, drill = self.room.tick, self.room.id
        self._position = self.log.submit([Row(drill, kind_of(row), tick, write(row)) for row in rows])

    def _tell(self, out: Output, *, hold: bool) -> None:
        if out.rows:
            self._log(out.rows)
        if not (out.rows or out.events or out.pictures):
            return
        self._held.append((self._position, out))
        if hold:
            self.loop.call_later(self.log.hold.seconds(), self._let_go)
        else:
            self._let_go()

    def _let_go(self) -> None:
        """One more output may leave once it is on disk."""
        self._due += 1
        self.log.after(self._held[self._due - 1][0], self._leave)

    def _leave(self) -> None:
        self._due -= 1
        _, out = self._held.popleft()
        for audience, sent in out.events.items():
            self.room.lanes[audience].released += len(sent)
            for line in self.lines[audience]:
                line.give(sent)
        for audience, picture in out.pictures.items():
            for line in self.lines[audience]:
                line.show(picture)
        for row in out.rows:
            if isinstance(row, TickRow) and row.chain:
                self.digest = (row.tick, row.chain)
        if out.over:
            self._changed(self.room)
            self._over(self.room)

    def keep(self) -> None:
        """Log the whole state, so that nothing at all is worked again after a stop in good order."""
        if self.room.phase in ("running", "frozen"):
            self._log([self.room.key()])

    def seal(self) -> None:
        """The record is written: the last event of the drill."""
        self._tell(self.room.seal(), hold=False)

    # ---- lines

    def attach(self, line: Line, missed: Sequence[bytes]) -> None:
        """A client has come: what it missed, then the latest state, then whatever happens."""
        line.catch_up(missed)
        self.lines[line.audience].append(line)
        if self.room.phase != "running" or self.room.lock_step:  # else the next state is due within a tenth of a second
            self.show(line)
        self.tell_seat(line.audience)

    def show(self, line: Line) -> None:
        """Show a client the state: it has none, or what it has is old, and no tick may be coming that shows it."""
        self.log.after(self._position, lambda: line.show(self.room.picture(line.audience)))

    def all_lines(self) -> list[Line]:
        """Every open line."""
        return [line for lines in self.lines.values() for line in lines]

    def detach(self, line: Line) -> None:
        """A client has gone."""
        self._gone_frames += line.sent_frames
        self._gone_bytes += line.sent_bytes
        if line in self.lines[line.audience]:
            self.lines[line.audience].remove(line)
            self.tell_seat(line.audience)

    def traffic(self) -> tuple[int, int]:
        """Frames and bytes of every line so far. Not to be shown before the drill is over: sizes tell what happened."""
        lines = self.all_lines()
        frames_sent = self._gone_frames + sum(line.sent_frames for line in lines)
        return frames_sent, self._gone_bytes + sum(line.sent_bytes for line in lines)

    def tell_seat(self, seat: str) -> None:
        """Tell directors and observers who holds a seat now."""
        if seat in self.room.seats:
            holder = self.room.people.get(seat, "colleague")
            connected = bool(self.lines[seat])
            held = SeatHeld(timeline=self.room.id, seat=seat, holder=holder, connected=connected)
            self.notify(held, ("director", "observer"))

    def notify(self, message: Message, roles: Sequence[str]) -> None:
        """Tell staff something that is not an event of the drill."""
        frame = frames.encode(message)
        for line in self.lines[STAFF]:
            if line.role in roles:
                line.give((frame,))
