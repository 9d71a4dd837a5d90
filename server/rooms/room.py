"""Room: one drill being run. Messages and ticks in, rows for the log and frames for the clients out; no clock, no I/O.

An act goes to the log first (`receive_act`), and only when it is there is it answered and waits for the next tick
(`admit`). What a tick brings leaves the room only when its own row is in the log: an `Output` is held back until its
rows are durable, and outputs leave in order.
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from clients.protocol import frames
from clients.protocol.messages import Accepted, Message, Phase
from clients.protocol.messages import Act as ActMessage
from clients.protocol.messages import Pose as PoseMessage
from scenarios.drill import Drill
from server.rooms.lanes import STAFF, EventLane, Picture, StateLane
from server.rooms.life import OF_THE_SYSTEM, SYSTEM, step
from server.rooms.perceiving import Make, happened, perceived
from server.rooms.placing import fits
from server.rooms.rows import ActRow, KeyRow, LifeRow, Opened, PoseRow, TickRow
from server.rooms.staffing import REASON
from server.views import staff, trainee
from sim_core import direction
from sim_core.acts import Act
from sim_core.events import Event
from sim_core.observation import observe
from sim_core.pack import pack
from sim_core.people.doing import well_formed
from sim_core.simulation import Point, advance, jump

PICTURE_TICKS = 2
WATCH_TICKS = 10  # above real time staff see every half second of the drill
KEY_TICKS = 200
POSE_TICKS = 100
ENDING = ("finish", "annul", "safety_stop")
MOST_GAP_S = 60.0  # an exam interrupted for longer gave thinking time: it is annulled, not resumed
MOST_WAITING = 32  # acts of one seat that have no tick yet
MOST_NAMED = 64
MOST_SEQ = 1 << 62  # a record keeps whole numbers of 63 bits
SLOWEST, FASTEST = 1 / 64, 64.0  # speeds that staff may ask for, besides 0

Payload = ActRow | TickRow | LifeRow | KeyRow | PoseRow


@dataclass(slots=True)
class Output:
    """What is to leave the room once `rows` are durable. events: audience -> frames, each once and in order.
    pictures: audience -> latest state. answers: (seat or staff account, frame). over: the drill has ended."""

    rows: list[Payload] = field(default_factory=list)
    events: dict[str, list[bytes]] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    answers: list[tuple[str, bytes]] = field(default_factory=list)
    over: bool = False


class Room:
    """A drill at one tick, the acts that wait for the next one, and the lanes to each audience."""

    def __init__(self, opened: Opened, drill: Drill) -> None:
        self.opened, self.drill = opened, drill
        self.id, self.mode = opened.drill, opened.mode
        self.point, self.rules = drill.point, drill.rules
        self.phase, self.word, self.speed = "lobby", "", opened.speed
        self.people = dict(opened.people)
        self.seats = tuple(p.seat for p in self.point.world.people)
        self.tags = tuple(n.tag for n in self.rules.site.instruments)
        self.lanes = {audience: EventLane() for audience in (*self.seats, STAFF)}
        self._pictures = {
            audience: StateLane(self.id, 37 * n) for n, audience in enumerate((*self.seats, STAFF))
        }
        self.seqs: dict[str, int] = {}
        self.waiting: dict[tuple[str, int], ActRow] = {}  # logged, or on the way there, and without a tick
        self.lived = 0  # seq of the last staff act that had its effect on the drill's life
        self.gap_s = 0.0  # longest interruption
        self._directed: dict[str, ActRow] = {}  # account -> its last act that had a seq
        self.named: deque[ActRow] = deque(maxlen=MOST_NAMED)  # newest staff acts that had an id
        self._admitted: list[ActRow] = []
        self._ready: dict[str, int] = {}
        self._heads: dict[str, staff.Head] = {}  # the latest of each seat, for staff; comes again after a restart
        self._poses: dict[str, list[tuple[int, tuple[int, ...], tuple[int, ...], tuple[int, ...]]]] = {}
        self._key_tick = -(int(self.id[:4], 16) % KEY_TICKS)  # of the last one; drills do not all write at once
        self._pose_tick = 0

    @property
    def tick(self) -> int:
        """The tick that is worked next."""
        return self.point.world.tick

    # ---- what comes in

    def receive_act(self, seat: str, message: ActMessage, ms: int = -1) -> ActRow | bytes | str:
        """A seat wants to act: the row to be logged, or the answer to a repeat, or the code of a Problem."""
        last = self.seqs.get(seat, 0)
        if 0 < message.seq <= last:
            done = (seat, message.seq) not in self.waiting or self._is_admitted(seat, message.seq)
            return self._accepted(message.seq) if done else b""
        if self.phase != "running":
            return "not_running"
        if seat not in self.people:  # a colleague has taken it over
            return "not_allowed"
        if message.seq != last + 1:
            return "bad_seq"
        act = Act(
            message.kind, message.target, message.detail, message.value, message.words, message.to, message.via
        )
        if not well_formed(act) or not 0 <= message.seen_tick < MOST_SEQ:
            return "bad_act"
        if sum(held == seat for held, _ in self.waiting) >= MOST_WAITING:
            return "too_many"
        return self.log_act(ActRow(seat, message.seq, *_fields(act), message.seen_tick, ms))

    def direct(self, by: str, kind: str, act: Act, seq: int = 0, act_id: str = "") -> ActRow | bytes | str:
        """Staff want something: the row to be logged, the answer to a repeat, or the code of a Problem.

        by: account. seq: the client's own count, 0 = it has none; act_id: of a client without a count. The same act
        under the same seq or id is a repeat. kind: verb of the drill's life.
        """
        before = self._said_before(by, seq, act_id)
        if before is not None and before.seat_act().act == act:
            return self._accepted(seq)
        if before is not None and act_id:
            return "bad_seq"
        if kind in OF_THE_SYSTEM and by != SYSTEM:
            return "not_allowed"
        verdict = step(self.phase, kind, self.mode)
        if verdict.refused:
            return verdict.refused
        if not 0 <= seq < MOST_SEQ:
            return "bad_seq"
        if kind == "resume" and self.mode == "exam" and self.gap_s > MOST_GAP_S:
            return "not_allowed"
        if not well_formed(act) or not self._makes_sense(kind, act):
            return "bad_act"
        number = self.seqs.get(direction.STAFF, 0) + 1
        return self.log_act(ActRow(direction.STAFF, number, *_fields(act), seen_tick=seq, by=by, act_id=act_id))

    def _said_before(self, by: str, seq: int, act_id: str) -> ActRow | None:
        if act_id:
            return next((row for row in self.named if (row.by, row.act_id) == (by, act_id)), None)
        last = self._directed.get(by)
        return last if last is not None and 0 < seq == last.seen_tick else None

    def _makes_sense(self, kind: str, act: Act) -> bool:
        """Whether the room can do what staff ask of it."""
        if kind == "annul" and self.mode == "exam":
            return bool(dict(act.words).get(REASON, "").strip())
        if kind == "speed":
            return act.value == 0.0 or SLOWEST <= act.value <= FASTEST
        return kind != "takeover" or (act.target in self.seats and act.detail in ("colleague", "person"))

    def log_act(self, row: ActRow) -> ActRow:
        """Note an act that goes to the log."""
        self.seqs[row.seat] = max(row.seq, self.seqs.get(row.seat, 0))
        if row.by and row.seen_tick:
            self.seqs[f"{direction.STAFF}/{row.by}"] = row.seen_tick
            self._directed[row.by] = row
        if row.act_id:
            self.named.append(row)
        self.waiting[row.seat, row.seq] = row
        return row

    def ready(self, seat: str, tick: int) -> None:
        """Above real time: a seat has acted for every tick before this one."""
        self._ready[seat] = max(tick, self._ready.get(seat, 0))

    def waits_for(self, seat: str) -> bool:
        """Above real time: whether the next tick waits for this seat."""
        return self.phase == "running" and self.lock_step and self._ready.get(seat, 0) <= self.tick

    def pose(self, seat: str, message: PoseMessage) -> str:
        """Take in where a seat's head and hands are, the first of a tick; else the code of a Problem."""
        if not all(map(fits, (message.head, message.left, message.right))):
            return "bad_act"
        if seat in self.people:
            self._heads[seat] = message.head
        lane = self._poses.setdefault(seat, [])
        if self.phase == "running" and (not lane or lane[-1][0] < self.tick):
            lane.append((self.tick, message.head, message.left, message.right))
        return ""

    # ---- what the log has confirmed

    def settled_seq(self, who: str, *, staff: bool) -> int:
        """Seq of the last act of a seat (or of a staff account, by its own count) that is in the log for sure."""
        if staff:
            on_the_way = [row.seen_tick for row in self._on_the_way() if row.by == who and row.seen_tick]
            last = self.seqs.get(f"{direction.STAFF}/{who}", 0)
        else:
            on_the_way = [row.seq for row in self._on_the_way() if row.seat == who]
            last = self.seqs.get(who, 0)
        return min(on_the_way, default=last + 1) - 1

    def _on_the_way(self) -> list[ActRow]:
        return [row for row in self.waiting.values() if row not in self._admitted]

    def admit(self, row: ActRow) -> Output:
        """An act is in the log: it is answered now and done at the next tick; what staff did takes effect now."""
        self._admitted.append(row)
        if row.seat != direction.STAFF:
            return Output(answers=[(row.seat, self._accepted(row.seq))])
        answers = [(row.by, self._accepted(row.seen_tick))] if row.seen_tick else []
        if step(self.phase, row.kind, self.mode).refused:  # something else came first
            return Output(answers=answers)
        out = self.work(force=True) if row.kind in ENDING else self._live_on(row)
        out.answers += answers
        return out

    def admit_again(self) -> list[ActRow]:
        """After a restart: every act that is in the log and has no tick yet waits for the next one. Give those of
        staff that have not had their effect yet: they are to be admitted anew."""
        undone = [row for row in self.waiting.values() if row.seat == direction.STAFF and row.seq > self.lived]
        self._admitted = [row for row in self.waiting.values() if row not in undone]
        return undone

    def _live_on(self, row: ActRow) -> Output:
        before = (self.phase, self.speed)
        self.apply(row)
        events: dict[str, list[bytes]] = {}
        if (self.phase, self.speed) != before or row.kind == "interrupted":
            events = self._tell_phase(row.kind)
        return self._life_row(row.kind, row.seq, events)

    def _life_row(self, verb: str, seq: int, events: dict[str, list[bytes]]) -> Output:
        lanes = {audience: tuple(sent) for audience, sent in events.items()}
        return Output([LifeRow(self.tick, verb, seq, self.phase, self.speed, lanes)], events)

    def apply(self, row: ActRow) -> None:
        """Let a staff act have its effect on the life of the drill (its effect on the world comes with the tick)."""
        self.phase = step(self.phase, row.kind, self.mode).phase
        self.word, self.lived = row.kind, row.seq
        if row.kind == "interrupted":
            self.gap_s = max(self.gap_s, row.value)
        if row.kind == "speed":
            self.speed = row.value
        if row.kind == "takeover" and row.target in self.seats:
            self._heads.pop(row.target, None)  # who looks now has not told yet
            if row.detail == "colleague":
                self.people.pop(row.target, None)
            else:
                self.people[row.target] = "person"

    def seal(self) -> Output:
        """The record is written."""
        self.phase, self.word = step(self.phase, "seal", self.mode).phase, "seal"
        return self._life_row("seal", 0, self._tell_phase("seal"))

    # ---- time

    @property
    def lock_step(self) -> bool:
        """Above real time a tick waits for every seat that a person or a bot holds."""
        return self.speed == 0.0 or self.speed > 1.0

    @property
    def may_tick(self) -> bool:
        """Whether the next tick can be worked now."""
        if self.phase != "running":
            return False
        if not self.lock_step:
            return True
        on_the_way = len(self.waiting) > len(self._admitted)
        return not on_the_way and all(self._ready.get(seat, 0) > self.tick for seat in self.people)

    def work(self, watched: Collection[str] = (), *, force: bool = False) -> Output:
        """Work one tick. watched: audiences that someone is looking at."""
        out = Output()
        if not (force or self.may_tick):
            return out
        before, acts = self.point, self._take()
        if self.lock_step and not acts:
            before = jump(before, self.rules, self._until())
            if before.world.tick == self._until():
                self.point = before
                self._show(out, watched)
                return out
        row = self.advance(before, acts)
        out.events = {audience: list(sent) for audience, sent in row.lanes.items()}
        if row.acts or row.chain or row.lanes:
            out.rows.append(row)
        out.over = self.phase == "ended"
        self._show(out, watched)
        self._keep(out)
        return out

    def advance(self, before: Point, acts: list[ActRow]) -> TickRow:
        """Work one tick with these acts and tell what it brings."""
        after, events = advance(before, self.rules, [act.seat_act() for act in acts])
        self.point = after
        for act in acts:
            del self.waiting[act.seat, act.seq]
        lanes: dict[str, list[bytes]] = {}
        for audience, make in self._tellings(before, after, events):
            lanes.setdefault(audience, []).append(self.lanes[audience].push(make))
        if after.world.ended and self.phase != "ended":
            self.phase, self.word = "ended", after.world.ended
            for audience, sent in self._tell_phase(self.word).items():
                lanes.setdefault(audience, []).extend(sent)
        return TickRow(
            before.world.tick,
            tuple((act.seat, act.seq) for act in acts),
            after.chain if after.chain != before.chain else b"",
            {audience: tuple(sent) for audience, sent in lanes.items()},
        )

    def _tellings(self, before: Point, after: Point, events: Sequence[Event]) -> Iterator[tuple[str, Make]]:
        for event in events:
            yield STAFF, happened(self.id, event)
        for i, seat in enumerate(self.seats):
            if seat in self.people:
                for make in perceived(self.id, before.world, after.world, self.rules.site, i, events):
                    yield seat, make

    def _take(self) -> list[ActRow]:
        acts, self._admitted = self._admitted, []
        return acts

    def _until(self) -> int:
        """In lock-step: the tick for which the first seat is not ready."""
        return min((self._ready.get(seat, 0) for seat in self.people), default=self.tick + WATCH_TICKS)

    # ---- what goes out

    def picture(self, audience: str) -> Picture:
        """The state as an audience may see it now."""
        world, site = self.point.world, self.rules.site
        if audience == STAFF:
            cells = staff.encode(world, site, self._heads)
        else:
            cells = trainee.encode(observe(world, site, self.seats.index(audience)), self.tags)
        return self._pictures[audience].render(self.tick, cells)

    def _show(self, out: Output, watched: Collection[str]) -> None:
        tick = self.tick
        if not self.lock_step:
            shown = watched if tick % PICTURE_TICKS == 0 or out.over else ()
        elif tick >= self._until() or out.over:
            shown = watched
        else:
            shown = [STAFF] if STAFF in watched and tick % WATCH_TICKS == 0 else []
        for audience in shown:
            out.pictures[audience] = self.picture(audience)

    def _tell_phase(self, word: str) -> dict[str, list[bytes]]:
        tick, phase, speed = self.tick, self.phase, self.speed

        def make(number: int) -> Message:
            return Phase(timeline=self.id, event=number, tick=tick, phase=phase, word=word, speed=speed)

        return {audience: [lane.push(make)] for audience, lane in self.lanes.items()}

    def _accepted(self, seq: int) -> bytes:
        return frames.encode(Accepted(timeline=self.id, seq=seq))

    def _is_admitted(self, seat: str, seq: int) -> bool:
        return any((row.seat, row.seq) == (seat, seq) for row in self._admitted)

    def _keep(self, out: Output) -> None:
        """Add what need not be in the log before anything leaves, but makes coming back quick and the record whole."""
        tick = self.tick
        if out.over or tick >= self._pose_tick + POSE_TICKS:
            self._pose_tick = tick
            out.rows += [PoseRow(seat, tuple(lane)) for seat, lane in self._poses.items() if lane]
            self._poses.clear()
        if tick >= self._key_tick + KEY_TICKS:
            self._key_tick = tick
            out.rows.append(self.key())

    def key(self) -> KeyRow:
        """The whole state, to come back to."""
        sent = {audience: lane.sent for audience, lane in self.lanes.items()}
        waiting = tuple(self.waiting.values())
        people = dict(self.people)
        state = (self.phase, self.speed, people, self.gap_s, tuple(self.named))
        return KeyRow(pack(self.point), sent, dict(self.seqs), waiting, self.lived, *state)


def _fields(act: Act) -> tuple[str, str, str, float, tuple[tuple[str, str], ...], str, str]:
    return act.kind, act.target, act.detail, act.value, act.words, act.to, act.via
