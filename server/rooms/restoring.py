"""Restoring: a room from its rows: from the newest key, then everything that came after it, digests compared."""

from collections.abc import Iterable

from scenarios.drill import Drill
from server.rooms.room import Room
from server.rooms.rows import ActRow, KeyRow, LifeRow, Opened, TickRow
from sim_core import direction
from sim_core.pack import unpack
from sim_core.simulation import Point, jump


class RestoreError(Exception):
    """What the log holds and what comes of it disagree at a tick of a drill."""

    def __init__(self, drill: str, tick: int) -> None:
        self.drill, self.tick = drill, tick
        super().__init__(f"drill {drill}: the log disagrees with its re-execution at tick {tick}")


def restore(
    opened: Opened, drill: Drill, key: KeyRow | None, rows: Iterable[tuple[int, object]]
) -> tuple[Room, list[ActRow]]:
    """Bring a room back, and the staff acts that have not had their effect yet.

    rows: tick of the room and payload, after the key, or all after `open`, in order. RestoreError if they disagree.
    """
    room = Room(opened, drill)
    if key is not None:
        _begin(room, key)
    for tick, row in rows:
        if isinstance(row, ActRow):
            room.point = _quietly_to(room, tick)  # an act that has no tick yet is not done before it was given
            room.log_act(row)
        elif isinstance(row, LifeRow):
            room.point = _quietly_to(room, row.tick)
            _live_again(room, row)
        elif isinstance(row, TickRow):
            _work_again(room, row)
    for lane in room.lanes.values():
        lane.released = lane.sent
    return room, room.admit_again()


def _begin(room: Room, key: KeyRow) -> None:
    room.point = unpack(Point, key.point)
    room.phase, room.speed, room.people, room.lived = key.phase, key.speed, dict(key.people), key.lived
    room.gap_s = key.gap_s
    room.seqs.update(key.seqs)
    for row in key.waiting:
        room.waiting[row.seat, row.seq] = row
    room.named.extend(key.named)
    for audience, sent in key.sent.items():
        room.lanes[audience].begin_at(sent)


def _live_again(room: Room, row: LifeRow) -> None:
    if row.seq:
        room.apply(_waiting(room, direction.STAFF, row.seq, row.tick))
    room.phase, room.speed, room.word = row.phase, row.speed, row.verb
    for audience, sent in row.lanes.items():
        for frame in sent:
            room.lanes[audience].push_again(frame)


def _work_again(room: Room, row: TickRow) -> None:
    before = _quietly_to(room, row.tick)
    if room.advance(before, [_waiting(room, seat, seq, row.tick) for seat, seq in row.acts]) != row:
        raise RestoreError(room.id, row.tick)


def _waiting(room: Room, seat: str, seq: int, tick: int) -> ActRow:
    act = room.waiting.get((seat, seq))
    if act is None:
        raise RestoreError(room.id, tick)
    return act


def _quietly_to(room: Room, tick: int) -> Point:
    """Where the ticks lead that left no row, because nothing came of them."""
    before = jump(room.point, room.rules, tick)
    while before.world.tick < tick:
        row = room.advance(before, [])
        if row.chain or row.lanes:
            raise RestoreError(room.id, row.tick)
        before = jump(room.point, room.rules, tick)
    return before
