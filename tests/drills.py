"""Drills for tests: built with given hidden values, driven through `advance` as a room drives them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from scenarios import load
from scenarios.drill import Drill, build
from sim_core.acts import Act, SeatAct
from sim_core.chance import drill_keys
from sim_core.events import Event
from sim_core.observation import Observation, observe
from sim_core.plant.devices import FULL
from sim_core.simulation import Point, advance
from sim_core.world import TICKS_PER_S, DeviceState, Person, World

SCENARIO = load("tank_overfill")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "gauge_stuck_s": 30.0,
    "gauge_offset_m": 0.4,
    "wind_speed_m_s": 3.0,
    "wind_from_deg": 0.0,
    "wind_shift_s": 1200.0,
    "wind_shift_deg": 0.0,
    "switch_dead": "no",
    "rosov_fails": "no",
    "dead_detectors": "LEL-6",
    "ignition_start_s": 1200.0,
    "vehicle_start_s": 1200.0,
    "night": "no",
    "fog": "no",
    "foam": "good",
    "radio_dead": "none",
}
NOBODY = SeatAct("nobody", 0, Act("halt"))  # makes `advance` work a tick in full and changes nothing


def drill(
    humans: tuple[str, ...] = SEATS, seed: int = 7, overflow_at_s: float = 120.0, **hidden: float | str
) -> Drill:
    """A drill without faults but those given; by default nobody in it is a colleague."""
    keys = drill_keys(seed)
    scenario = replace(SCENARIO, params={**SCENARIO.params, "overflow_at_s": overflow_at_s})
    known = {h.id for h in scenario.hidden}
    given = {k: v for k, v in {**PLAIN, **hidden}.items() if k in known}
    assert set(hidden) <= known
    return build(scenario, keys.hidden, keys.world, humans, given)


class Stage:
    """A drill that a test drives: acts one at a tick, then so many seconds of whatever follows."""

    def __init__(self, played: Drill) -> None:
        self.rules, self.site = played.rules, played.rules.site
        self.point = played.point
        self.events: list[Event] = []
        self._seq = 0

    @property
    def world(self) -> World:
        return self.point.world

    @property
    def tick(self) -> int:
        return self.point.world.tick

    def tick_with(self, acts: Iterable[SeatAct] = ()) -> list[Event]:
        """Work one tick."""
        self.point, events = advance(self.point, self.rules, tuple(acts))
        self.events += events
        return list(events)

    def act(self, seat: str, kind: str, target: str = "", detail: str = "", **more: Any) -> str:
        """Give one act at the next tick; the word of the refusal, or ""."""
        self._seq += 1
        told = self.tick_with([SeatAct(seat, self._seq, Act(kind, target, detail, **more))])
        return next((e.detail for e in told if e.kind == "refused" and e.seat == seat), "")

    def wait(self, seconds: float) -> list[Event]:
        """Let time pass; what happened meanwhile."""
        before = len(self.events)
        for _ in range(round(seconds * TICKS_PER_S)):
            self.tick_with()
        return self.events[before:]

    def walk(self, seat: str, place: str) -> None:
        """Let someone go to a place and arrive."""
        assert self.act(seat, "go", place) == ""
        while self.person(seat).until_tick:
            self.tick_with()
        assert self.person(seat).place == place

    def index(self, seat: str) -> int:
        return [p.seat for p in self.world.people].index(seat)

    def person(self, seat: str) -> Person:
        return self.world.people[self.index(seat)]

    def seen(self, seat: str) -> Observation:
        return observe(self.world, self.site, self.index(seat))

    def device(self, name: str) -> DeviceState:
        return self.world.devices[self.site.device_index[name]]

    def put(self, seat: str, **what: Any) -> None:
        """Set the stage: change a person by hand."""
        people = list(self.world.people)
        people[self.index(seat)] = replace(self.person(seat), **what)
        self.change(people=tuple(people))

    def stand(self, seat: str, place: str) -> None:
        """Set the stage: someone stands at a place."""
        here = self.site.place[place]
        self.put(seat, place=place, x_m=here.x_m, y_m=here.y_m, until_tick=0, route=())

    def vapour(self, *lel: float, **more: Any) -> None:
        """Set the stage: %LEL about each person in turn (one value: about all)."""
        each = lel if len(lel) > 1 else lel * len(self.world.people)
        full = self.site.channel["lel"].per_unit
        self.change(hazard=replace(self.world.hazard, air_people=tuple((v * full,) for v in each)), **more)

    def met_lel(self, seat: str) -> float:
        """%LEL about a person."""
        return self.world.hazard.air_people[self.index(seat)][0] / self.site.channel["lel"].per_unit

    def change(self, **what: Any) -> None:
        """Set the stage: change the world by hand."""
        self.point = Point(replace(self.world, **what), self.point.chain)

    def told(self, kind: str, **what: Any) -> list[Event]:
        """Events of a kind whose fields are as given."""
        return [
            e for e in self.events if e.kind == kind and all(getattr(e, k) == v for k, v in what.items())
        ]


def put(stage: Stage, **states: str) -> None:
    """Set the stage: devices (P-201 as P_201) stand in a state; a monitor that sprays stands fully open."""
    devices = list(stage.world.devices)
    for name, state in states.items():
        n = stage.site.device_index[name.replace("_", "-")]
        devices[n] = DeviceState(state, FULL.get(state, 1.0), stage.tick, wanted=state)
    stage.change(devices=tuple(devices))
