"""Rooms for tests, driven as a host drives them, with a list for a log."""

import json
from collections.abc import Sequence
from typing import Any

import rfc8785

from clients.protocol import frames
from clients.protocol.messages import Act as ActMessage
from clients.protocol.messages import Message
from scenarios import from_canonical
from scenarios.drill import Drill, build
from server.rooms.lanes import STAFF
from server.rooms.life import OF_THE_SYSTEM, SYSTEM
from server.rooms.room import Output, Room
from server.rooms.rows import ActRow, Opened, kind_of, read, write
from sim_core.acts import Act
from sim_core.chance import drill_keys
from tests.drills import SCENARIO

ID = "0123456789abcdef"
SHORT = from_canonical(rfc8785.dumps({**json.loads(SCENARIO.canonical), "duration_s": 60}), "short")


def opened(mode: str = "training", people: Sequence[str] = ("IC",), speed: float = 1.0, drill: str = ID) -> Opened:
    """A drill of a minute, as its first row says it."""
    return Opened(drill, SHORT.canonical, mode, dict.fromkeys(people, "person"), b"", "", "", "", "", speed)


def built(first: Opened, seed: int = 7) -> Drill:
    keys = drill_keys(seed)
    return build(SHORT, keys.hidden, keys.world, tuple(first.people))


class Stand:
    """A room, and the log that its rows would be in: (tick of the room, payload). What is submitted is at once in
    the log; what is to be admitted waits until `settle`."""

    def __init__(self, room: Room, log: Sequence[tuple[int, Any]] = (), undone: Sequence[ActRow] = ()) -> None:
        self.room = room
        self.log = list(log)
        self.outputs: list[Output] = []
        self.in_flight: list[ActRow] = list(undone)

    def _submit(self, row: Any) -> None:
        self.log.append((self.room.tick, read(kind_of(row), write(row))))

    def take(self, out: Output) -> Output:
        """Log what came of something."""
        for row in out.rows:
            self._submit(row)
        self.outputs.append(out)
        return out

    def act(self, seat: str, seq: int, kind: str = "halt", target: str = "", **what: Any) -> ActRow | bytes | str:
        """A seat wants to act."""
        row = self.room.receive_act(seat, ActMessage(timeline=ID, seq=seq, kind=kind, target=target, **what))
        return self._on_its_way(row)

    def direct(self, kind: str, by: str = "", seq: int = 0, act_id: str = "", **what: Any) -> ActRow | bytes | str:
        """Staff want something, or the server says that it was interrupted."""
        by = by or (SYSTEM if kind in OF_THE_SYSTEM else "boss")
        return self._on_its_way(self.room.direct(by, kind, Act(kind, **what), seq, act_id))

    def _on_its_way(self, row: ActRow | bytes | str) -> ActRow | bytes | str:
        if isinstance(row, ActRow):
            self._submit(row)
            self.in_flight.append(row)
        return row

    def settle(self) -> list[Output]:
        """The log has everything: what is on its way is admitted, in order."""
        rows, self.in_flight = self.in_flight, []
        return [self.take(self.room.admit(row)) for row in rows]

    def do(self, kind: str, **what: Any) -> Output:
        """Staff do something, and it is done. Fails if it is refused."""
        assert isinstance(self.direct(kind, **what), ActRow)
        return self.settle()[-1]

    def tick(self, times: int = 1, watched: Sequence[str] = ()) -> Output:
        """Work so many ticks at real time; the last output."""
        out = Output()
        for _ in range(times):
            out = self.take(self.room.work(watched))
        return out

    def told(self, audience: str = STAFF) -> list[Message]:
        """Every event that an audience was given."""
        role = "director" if audience == STAFF else "trainee"
        return [
            frames.decode(role, frame, to_server=False)
            for out in self.outputs
            for frame in out.events.get(audience, ())
        ]


def stand(mode: str = "training", people: Sequence[str] = ("IC",), speed: float = 1.0, start: bool = True) -> Stand:
    """A stand with a new drill, running unless asked otherwise."""
    first = opened(mode, people, speed)
    made = Stand(Room(first, built(first)))
    if start:
        made.do("start")
    return made


def again(row: ActRow, **what: Any) -> ActRow:
    """A row with something else in it."""
    fields = {name: getattr(row, name) for name in row.__struct_fields__}
    return ActRow(**{**fields, **what})

