"""Site: the plant as anyone may know it. It has no hidden field, so models, pages and clients are built from it."""

from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from math import sqrt

from sim_core.text import Text

CLEAN_AIR = {"oxygen": 0.209, "nitrogen": 0.781, "carbon_dioxide": 0.0004}


def distance_m(ax_m: float, ay_m: float, bx_m: float, by_m: float) -> float:
    """Between two points of the plant."""
    return sqrt((ax_m - bx_m) * (ax_m - bx_m) + (ay_m - by_m) * (ay_m - by_m))


@dataclass(frozen=True, slots=True)
class Place:
    """A named spot people walk to. indoors: no wind, no smell. panel: the control room's pages are here.

    scba: breathing sets hang here. zone: the confined space it lies in, "" = none; into: the zone one looks into from
    here. z_m: height above the ground.
    """

    id: str
    name: Text
    x_m: float
    y_m: float
    kind: str = "yard"
    indoors: bool = False
    panel: bool = False
    scba: bool = False
    zone: str = ""
    into: str = ""
    z_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Bund:
    """A walled yard around tanks, or a kerbed piece of ground: rectangle (x0, y0)-(x1, y1), wall height. name: where it
    is more than the bund of its id."""

    id: str
    x0_m: float
    y0_m: float
    x1_m: float
    y1_m: float
    wall_m: float
    name: Text | None = None

    @property
    def area_m2(self) -> float:
        """Floor of the bund, tanks not taken off."""
        return (self.x1_m - self.x0_m) * (self.y1_m - self.y0_m)

    @property
    def middle_m(self) -> tuple[float, float]:
        """Where its diagonals cross."""
        return 0.5 * (self.x0_m + self.x1_m), 0.5 * (self.y0_m + self.y1_m)

    def within(self, x_m: float, y_m: float, reach_m: float) -> bool:
        """Whether a point lies in the bund or no further than reach_m from its wall."""
        dx = max(self.x0_m - x_m, 0.0, x_m - self.x1_m)
        dy = max(self.y0_m - y_m, 0.0, y_m - self.y1_m)
        return dx * dx + dy * dy <= reach_m * reach_m


SHAPES = ("cylinder", "sphere", "bullet", "gasholder")


@dataclass(frozen=True, slots=True)
class Tank:
    """A tank. shape: one of SHAPES. rim_m: of a cylinder the level at which it overflows, of the others its height."""

    id: str
    name: Text
    bund: str
    x_m: float
    y_m: float
    diameter_m: float
    rim_m: float
    product: str
    shape: str = "cylinder"

    @property
    def area_m2(self) -> float:
        """Liquid surface."""
        return 0.7853981633974483 * self.diameter_m * self.diameter_m


@dataclass(frozen=True, slots=True)
class Device:
    """Something that is operated. kind: rosov, hand_valve, pump, drain_valve, monitor ... (`sim_core.plant.devices`).

    stroke_s: time of a powered stroke or a pump's run-down. turns, turn_s: a hand wheel. remote: from the panel.
    local: by hand at its place. normal: the state in which a shift finds it.
    bund: the bund that a drain valve empties. esd: the emergency shut-down that moves it, "" = none.
    """

    id: str
    name: Text
    kind: str
    place: str
    normal: str
    stroke_s: float = 0.0
    turns: int = 0
    turn_s: float = 0.0
    remote: bool = False
    local: bool = True
    bund: str = ""
    esd: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A reading on the panel. kind: level, level_switch, flow, position, gas, wind_speed, wind_direction, running.

    subject: tank or device it belongs to; of a gas detector: the channel it measures. resolution: step of the display.
    high, high_high: alarm limits, 0 = none.
    """

    tag: str
    name: Text
    kind: str
    subject: str
    unit: str
    x_m: float = 0.0
    y_m: float = 0.0
    resolution: float = 1.0
    high: float = 0.0
    high_high: float = 0.0


@dataclass(frozen=True, slots=True)
class Channel:
    """What a gas detector measures. species: one of `site.air`. per_unit: volume fraction of one unit.

    high, low: where a portable one sounds its alarm, 0 = none (low: oxygen). tau_s: lag of the cell.
    """

    id: str
    name: Text
    species: str
    unit: str
    per_unit: float
    resolution: float = 1.0
    high: float = 0.0
    low: float = 0.0
    tau_s: float = 8.0
    most: float = 100.0


@dataclass(frozen=True, slots=True)
class Line:
    """A pipe from a pump through valves, in order, into a tank.

    source: the tank that the pump draws from, "" = from outside. suction: valves between that tank and the pump.
    """

    pump: str
    valves: tuple[str, ...]
    tank: str
    source: str = ""
    suction: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crowd:
    """People on site who hold no seat: welders, office staff, contractor's drivers."""

    id: str
    name: Text
    place: str
    number: int


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who may have to be found and helped."""

    id: str
    name: Text


@dataclass(frozen=True)
class Site:
    """The plant: x east, y north, metres."""

    id: str
    name: Text
    places: tuple[Place, ...]
    ways: tuple[tuple[str, str], ...]
    bunds: tuple[Bund, ...]
    tanks: tuple[Tank, ...]
    devices: tuple[Device, ...]
    instruments: tuple[Instrument, ...]
    lines: tuple[Line, ...]
    crowds: tuple[Crowd, ...]
    air: tuple[str, ...]  # gases that people and detectors may meet here, oxygen first where it may be lacking
    channels: tuple[Channel, ...]
    portable: tuple[str, ...]  # channels of the portable detector
    casualties: tuple[Found, ...] = ()  # people who may have to be found and helped; whether and where is hidden

    @cached_property
    def place(self) -> dict[str, Place]:
        """Places by id."""
        return {p.id: p for p in self.places}

    @cached_property
    def device_index(self) -> dict[str, int]:
        """Position of a device in `devices` and in the world's states."""
        return {d.id: i for i, d in enumerate(self.devices)}

    @cached_property
    def tank_index(self) -> dict[str, int]:
        """Position of a tank."""
        return {t.id: i for i, t in enumerate(self.tanks)}

    @cached_property
    def bund_index(self) -> dict[str, int]:
        """Position of a bund."""
        return {b.id: i for i, b in enumerate(self.bunds)}

    @cached_property
    def tag_index(self) -> dict[str, int]:
        """Position of an instrument in the panel's readings."""
        return {n.tag: i for i, n in enumerate(self.instruments)}

    @cached_property
    def channel(self) -> dict[str, Channel]:
        """Channels by id."""
        return {c.id: c for c in self.channels}

    @cached_property
    def carried(self) -> tuple[Channel, ...]:
        """Channels of the portable detector, in its own order."""
        return tuple(self.channel[c] for c in self.portable)

    @cached_property
    def species_index(self) -> dict[str, int]:
        """Position of a gas in `air`."""
        return {s: i for i, s in enumerate(self.air)}

    @cached_property
    def clean_air(self) -> tuple[float, ...]:
        """Volume fractions of clean air, aligned with `air`."""
        return tuple(CLEAN_AIR.get(s, 0.0) for s in self.air)

    @cached_property
    def devices_at(self) -> dict[str, tuple[int, ...]]:
        """Devices within reach at a place."""
        return {p.id: tuple(i for i, d in enumerate(self.devices) if d.place == p.id) for p in self.places}

    @cached_property
    def neighbours(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """Places one step away along the ways, with the distance in metres."""
        near: dict[str, list[tuple[str, float]]] = {p.id: [] for p in self.places}
        for a, b in self.ways:
            p, q = self.place[a], self.place[b]
            dx, dy = p.x_m - q.x_m, p.y_m - q.y_m
            far = sqrt(dx * dx + dy * dy)
            near[a].append((b, far))
            near[b].append((a, far))
        return {k: tuple(v) for k, v in near.items()}

    @cached_property
    def _routes(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {}

    def route(self, start: str, end: str) -> tuple[str, ...]:
        """Places to pass on the shortest walk, `end` included, `start` not; () if there is no way. Dijkstra."""
        known = self._routes.get((start, end))
        if known is None:
            known = self._routes[start, end] = _shortest(self.neighbours, start, end)
        return known

    def nearest(self, x_m: float, y_m: float) -> str:
        """The outdoor place nearest to a point."""
        open_air = [p for p in self.places if not p.indoors]
        return min(open_air, key=lambda p: (p.x_m - x_m) * (p.x_m - x_m) + (p.y_m - y_m) * (p.y_m - y_m)).id


def _shortest(near: dict[str, tuple[tuple[str, float], ...]], start: str, end: str) -> tuple[str, ...]:
    queue: list[tuple[float, str, tuple[str, ...]]] = [(0.0, start, ())]
    done: dict[str, bool] = {}
    while queue:
        far, here, path = heappop(queue)
        if here == end:
            return path
        if here in done:
            continue
        done[here] = True
        for there, step_m in near[here]:
            if there not in done:
                heappush(queue, (far + step_m, there, (*path, there)))
    return ()
