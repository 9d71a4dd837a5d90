"""The proof of non-interference can fail: each leak that is planted here, in the server itself, is found."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from structlog import get_logger

import server.app
import server.live.desk
import server.live.host
import server.live.socket
import server.rooms.lanes
import server.views.trainee
from clients.protocol import frames
from clients.protocol.messages import Accepted
from scenarios import catalogue, load
from scenarios.drill import build
from scenarios.model import Scenario
from server.live.desk import Desk
from server.live.hold import Hold
from server.live.host import TICK_S, Host
from server.live.line import Line
from server.operation.metrics import Metrics
from server.rooms.lanes import StateLane
from server.rooms.room import Room
from tests.scenarios.test_blindness import TRACES
from tests.scenarios.twins import pairs
from tests.server.test_noninterference import SHORT_S, WHO, found, twin_play
from tests.server.twin_rooms import KEYS, Play

SCENARIO = load("tank_overfill")
HIDDEN = [
    (one.id, hidden.id) for one in catalogue() for hidden in (one.hidden if one.mandatory else one.hidden[:1])
]
BRIEF_S = 6.0  # before anything is found out of the parameters below
LATE = ("foam", "switch_dead", "vehicle_start_s")  # no seat has a cue of these in that time
NEEDS: dict[str, dict[str, float | str]] = {"mask_fits": {"victim": "V1"}}  # what must be drawn for a value to matter
Patch = pytest.MonkeyPatch
Trace = Callable[[Room], int]


def error_text(patch: Patch, trace: Trace) -> None:
    refuse = Desk._refuse

    def leaky(self: Desk, code: str, seq: int = 0) -> None:
        made = server.live.desk.problem

        def problem(*given: Any, **more: Any) -> Any:
            told = made(*given, **more)
            return msgspec.structs.replace(told, en=f"{told.en} ({trace(self._host.room)})")

        with patch.context() as inner:
            inner.setattr(server.live.desk, "problem", problem)
            refuse(self, code, seq)

    patch.setattr(Desk, "_refuse", leaky)


def identifier(patch: Patch, trace: Trace) -> None:
    welcome = server.live.socket._welcome

    def leaky(host: Host, guest: Any) -> Any:
        told = welcome(host, guest)
        return msgspec.structs.replace(told, token=f"{told.token[:-4]}{trace(host.room):04d}")

    patch.setattr(server.live.socket, "_welcome", leaky)


def size(patch: Patch, trace: Trace) -> None:
    """Every state is some bytes longer: cells that are told although they are as the baseline has them."""
    changes, work = server.rooms.lanes.changes, Room.work
    padding = 0

    def working(self: Room, *given: Any, **more: Any) -> Any:
        nonlocal padding
        padding = trace(self) % 17
        return work(self, *given, **more)

    def leaky(timeline: str, base: Any, tick: int, cells: Any) -> Any:
        told = changes(timeline, base, tick, cells)
        same = [n for n in range(len(base.keys)) if n not in told.at][:padding]
        values = (*told.values, *(base.values[n] for n in same))
        return msgspec.structs.replace(told, at=(*told.at, *same), values=values)

    patch.setattr(Room, "work", working)
    patch.setattr(server.rooms.lanes, "changes", leaky)


def cell(patch: Patch, trace: Trace) -> None:
    """One cell more than an observation has."""
    encode, work = server.views.trainee.encode, Room.work
    told = 0

    def working(self: Room, *given: Any, **more: Any) -> Any:
        nonlocal told
        told = trace(self)
        return work(self, *given, **more)

    patch.setattr(Room, "work", working)
    patch.setattr(server.views.trainee, "encode", lambda *given: encode(*given) | {"debug": told})


def log_line(patch: Patch, trace: Trace) -> None:
    admit = Room.admit

    def leaky(self: Room, row: Any) -> Any:
        get_logger("server.live").info("act_admitted", ticks=trace(self))
        return admit(self, row)

    patch.setattr(Room, "admit", leaky)


def send_tick(patch: Patch, trace: Trace) -> None:
    """One tick late, or not."""
    let_go = Host._let_go

    def leaky(self: Host) -> None:
        asyncio.get_running_loop().call_later(TICK_S * (trace(self.room) % 2), let_go, self)

    patch.setattr(Host, "_let_go", leaky)


def baseline_number(patch: Patch, trace: Trace) -> None:
    picture = Room.picture

    def leaky(self: Room, audience: str) -> Any:
        lane: StateLane = self._pictures[audience]
        if lane._number == 0:
            lane._number = trace(self)
        return picture(self, audience)

    patch.setattr(Room, "picture", leaky)


def accepted(patch: Patch, trace: Trace) -> None:
    def leaky(self: Room, seq: int) -> bytes:
        timeline = self.id if trace(self) % 2 else self.id.upper()
        return frames.encode(Accepted(timeline=timeline, seq=seq))

    patch.setattr(Room, "_accepted", leaky)


def order_of_frames(patch: Patch, trace: Trace) -> None:
    """A frame too many: the same answer twice."""
    answer = Host._answer

    def leaky(self: Host, who: str, frame: bytes) -> None:
        for _ in range(1 + trace(self.room) % 2):
            answer(self, who, frame)

    patch.setattr(Host, "_answer", leaky)


def event_number(patch: Patch, trace: Trace) -> None:
    admit = Room.admit

    def leaky(self: Room, row: Any) -> Any:
        for lane in self.lanes.values():
            if lane.sent == 0:
                lane.sent = lane.released = trace(self)
        return admit(self, row)

    patch.setattr(Room, "admit", leaky)


def metric(patch: Patch, trace: Trace) -> None:
    """A message counted more or less."""
    work = Room.work
    told: list[Metrics] = []
    init = Metrics.__init__

    def kept(self: Metrics) -> None:
        init(self)
        told.append(self)

    def leaky(self: Room, *given: Any, **more: Any) -> Any:
        if self.tick == 20:
            for _ in range(trace(self)):
                told[-1].act("accepted")
        return work(self, *given, **more)

    patch.setattr(Metrics, "__init__", kept)
    patch.setattr(Room, "work", leaky)


def health(patch: Patch, trace: Trace) -> None:
    look = server.app.Pulse.look

    def leaky(self: Any) -> Any:
        rooms = [host.room for host in self._live.hosts.values()]
        return replace(look(self), version="".join(str(trace(room)) for room in rooms))

    patch.setattr(server.app.Pulse, "look", leaky)


def beat(patch: Patch, trace: Trace) -> None:
    """A beat comes, or does not."""
    ask, rooms = Line.beat, []
    init = Host.__init__

    def kept(self: Host, room: Room, *given: Any) -> None:
        init(self, room, *given)
        rooms.append(room)

    def leaky(self: Line, tick: int, now_s: float) -> None:
        if now_s < 3.0 or trace(rooms[-1]) % 2:
            ask(self, tick, now_s)

    patch.setattr(Host, "__init__", kept)
    patch.setattr(Line, "beat", leaky)


PLANTS = {
    error_text: "Problem",
    identifier: "Welcome",
    size: "more than an observation",
    cell: "more than an observation",
    log_line: "act_admitted",
    send_tick: "send time",
    baseline_number: "equal states in other bytes",
    accepted: "Accepted",
    order_of_frames: "Accepted",
    event_number: "Phase",
    metric: "yanlian_acts_total",
    health: "version",
    beat: "Beat",
}


def brief(name: str, scenario: Scenario = SCENARIO) -> tuple[Play, Any, tuple[Any, Any]]:
    """A drill in which all act, and two values of a parameter."""
    hidden = next(each for each in scenario.hidden if each.id == name)
    asked = replace(twin_play(scenario, WHO[1], BRIEF_S), pace=0.15, hidden=NEEDS.get(name, {}))
    return asked, hidden, pairs(hidden)[0]


def traced(name: str, values: tuple[Any, Any], scenario: Scenario = SCENARIO) -> Trace:
    """0 or 1 by the hidden value, as it stands in the world."""
    first = build(scenario, KEYS.hidden, KEYS.world, (), {**NEEDS.get(name, {}), name: values[0]})
    lowest = TRACES[name](first.point.world)
    return lambda room: int(TRACES[name](room.point.world) != lowest)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_leak_is_found(plant, tmp_path, monkeypatch):
    asked, hidden, values = brief("foam")
    plant(monkeypatch, traced("foam", values))
    leaks = found(asked, hidden, values, tmp_path)
    assert leaks
    assert any(PLANTS[plant] in word for leak in leaks for word in leak.fields), leaks[:3]


def test_without_a_plant_there_is_none(tmp_path):
    for name in LATE:
        assert found(*brief(name), tmp_path / name) == []


def test_without_the_hold_the_log_would_tell_when_something_happened(tmp_path, monkeypatch):
    """What staff alone are told is logged, and what is logged takes time: all frames wait for as long."""
    hidden = next(each for each in SCENARIO.hidden if each.id == "switch_dead")
    asked = twin_play(SCENARIO, WHO[0], SHORT_S)
    assert found(asked, hidden, pairs(hidden)[0], tmp_path / "held") == []
    monkeypatch.setattr(Hold, "seconds", lambda hold: 0.0)
    assert any(leak.fields == ("send time",) for leak in found(asked, hidden, pairs(hidden)[0], tmp_path / "not"))


@pytest.mark.parametrize(("scenario_id", "name"), HIDDEN)
def test_a_planted_leak_of_each_parameter_is_found_in_every_seat(scenario_id, name, tmp_path, monkeypatch):
    scenario = load(scenario_id)
    asked, hidden, values = brief(name, scenario)
    identifier(monkeypatch, traced(name, values, scenario))
    leaks = found(replace(asked, for_s=1.0), hidden, values, tmp_path)
    assert {leak.where for leak in leaks if leak.fields == ("Welcome",)} == set(asked.people)
