"""Draft: one tick being worked. Lists where the world has tuples, and the events so far. Lives inside `step` only."""

from collections.abc import Callable
from typing import Any

from sim_core.events import Event
from sim_core.physics.validity import validity_of
from sim_core.world import World


class Draft:
    """A world under work at `tick`. Replace entries, never mutate them."""

    __slots__ = (
        "beyond", "casualties", "command", "crowds", "devices", "ended", "events", "facts", "foam_stock_l",
        "foam_type", "gauges", "hazard", "inflow_m3_h", "messages", "noises", "panel", "people", "sights",
        "sources", "tanks", "tick", "vehicles", "weather",
    )  # fmt: skip

    def __init__(self, world: World) -> None:
        self.tick = world.tick
        self.weather = world.weather
        self.devices = list(world.devices)
        self.tanks = list(world.tanks)
        self.gauges = list(world.gauges)
        self.panel = world.panel
        self.sources = list(world.sources)
        self.vehicles = list(world.vehicles)
        self.hazard = world.hazard
        self.people = list(world.people)
        self.crowds = list(world.crowds)
        self.command = world.command
        self.casualties = list(world.casualties)
        self.sights = world.sights
        self.noises = world.noises
        self.beyond = world.beyond
        self.messages = list(world.messages)
        self.facts = world.facts
        self.foam_type = world.foam_type
        self.foam_stock_l = world.foam_stock_l
        self.inflow_m3_h = world.inflow_m3_h
        self.ended = world.ended
        self.events: list[Event] = []

    def world(self, tick: int) -> World:
        """The finished world, about to work `tick`."""
        return World(
            tick, self.weather, tuple(self.devices), tuple(self.tanks), tuple(self.gauges), self.panel,
            tuple(self.sources), tuple(self.vehicles), self.hazard, tuple(self.people), tuple(self.crowds),
            self.command, tuple(self.casualties), self.sights, self.noises, self.beyond,
            tuple(self.messages), self.facts, self.foam_type, self.foam_stock_l,
            self.inflow_m3_h, self.ended,
        )  # fmt: skip

    def event(self, kind: str, **what: Any) -> None:
        """Note that something happened at this tick."""
        self.events.append(Event(self.tick, kind, **what))

    def held(self, function: Callable[..., Any], quantity: str, value: float) -> float:
        """The value if the function holds there, else the nearest end of its range: clamped, and noted once a drill.

        Physics states its own validity: a drill never leaves it in silence.
        """
        low, high = validity_of(function).limits[quantity]
        if low <= value <= high:
            return value
        name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}.{quantity}"
        if name not in self.beyond:
            self.beyond = (*self.beyond, name)
            self.event("beyond", subject=name, value=value)
        return low if value < low else high

    def fact(self, name: str, seat: str = "", by: str = "", value: float = 0.0) -> None:
        """Something became true of the world; only the first time counts."""
        if name not in self.facts:
            self.facts = (*self.facts, name)
            self.event("fact", subject=name, seat=seat, by=by, value=value)
