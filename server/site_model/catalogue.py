"""Catalogue: which part stands for which thing of a site, where, and under which name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import hypot

from server.site_model import buried, burning, confined, instruments, pressure, toxic
from server.site_model.bunds import bund, steps_over
from server.site_model.firefighting import hydrant, monitor
from server.site_model.ground import HYDRANT_EVERY_M, along_ring, outward
from server.site_model.guarding import standing_guard
from server.site_model.holding import crown_m, gasholder
from server.site_model.houses import HOUSES
from server.site_model.machines import alarm_point, breaker, pump
from server.site_model.part import Level, Part
from server.site_model.posts import wind_sock
from server.site_model.standing import ROAD_M, Stand, Standing
from server.site_model.tanks import roof_y_m, tank
from server.site_model.valves import PIPE_Y_M, drain_valve, hand_valve, rosov
from sim_core.site import Instrument, Place, Tank
from sim_core.text import Text

DEVICES: Mapping[str, Callable[[float], Part]] = {
    "hand_valve": hand_valve,
    "rosov": rosov,
    "drain_valve": drain_valve,
    "pump": lambda _: pump(),
    "breaker": lambda _: breaker(),
    "alarm_point": lambda _: alarm_point(),
    "monitor": lambda _: monitor(),
    "winch": lambda _: confined.winch(),
    "fan": lambda _: confined.fan(),
    "lamp": lambda _: confined.work_lamp(),
    "oxygen": lambda _: confined.oxygen(),
    "duct": lambda _: confined.duct(),
    "tag_line": lambda _: confined.tag_line(),
    "cover": lambda _: confined.cover(),
    "blind": lambda _: confined.blind(),
    "guard": lambda _: standing_guard(),
    "water_monitor": lambda _: pressure.water_monitor(),
    "lanyard": lambda _: pressure.lanyard(),
    "remote_monitor": lambda _: pressure.water_monitor(),
    "curtain": pressure.ring_valve,
    "cooling": pressure.ring_valve,
    "esd": lambda _: pressure.shut_down_button(),
    "riser": burning.riser,
    "cradle": toxic.cradle,
    "hoist": toxic.hoist,
    "scrubber": lambda _: toxic.tower(),
    "hammer": lambda _: buried.hammer(),
    "boom": buried.boom,
}
INSTRUMENTS: Mapping[str, Callable[[], Part]] = {
    "gas": instruments.gas_detector,
    "level": instruments.level,
    "level_switch": instruments.level_switch,
    "flow": instruments.flow,
    "position": instruments.position,
    "running": instruments.running,
    "pressure": pressure.transmitter,
    "temperature": pressure.transmitter,
    "oxygen": pressure.transmitter,
    "located": pressure.transmitter,
    "interface": burning.interface,
    "weight": toxic.scale,
    "wind_speed": instruments.wind_speed,
    "wind_direction": instruments.wind_direction,
}
BARE = Part((Level(0.0, {}),))  # a named spot where only a sign stands
OPENINGS: Mapping[str, Callable[[tuple[float, ...]], Part]] = {
    "mouth": confined.mouth,
    "decon": lambda _: toxic.shower(),
    "bath": lambda _: toxic.bath(),
    "flare": lambda _: pressure.flare(),
}
POSTS = frozenset({"muster", "post", "manifold", "work"})
ACTUATOR_TOP_M = 1.36
ON_ROOF = ("level", "level_switch", "interface")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name. key: things of one key look the same. house: where its house stands, if it has one."""

    id: str
    kind: str
    name: Text
    key: str
    part: Part
    x_m: float
    y_m: float
    height_m: float = 0.0
    yaw: float = 0.0
    house: Stand | None = None


def named_things(standing: Standing) -> Iterator[Named]:
    """All of a site, in its own order."""
    yield from _tanks(standing)
    for place in standing.site.places:
        thing = _place(standing, place)
        if thing is not None:
            yield thing
    for device in standing.site.devices:
        stand = standing.devices[device.id]
        part = _device(device.kind, float(device.turns))
        key = f"{device.kind} {device.turns}"
        yield Named(device.id, device.kind, device.name, key, part, stand.x_m, stand.y_m, 0.0, stand.yaw)
    made: dict[str, Part] = {}
    beside: dict[str, int] = {}
    for instrument in standing.site.instruments:
        x, y, height, yaw = _instrument_at(standing, instrument, beside)
        part = made.setdefault(instrument.kind, INSTRUMENTS[instrument.kind]())
        yield Named(instrument.tag, "instrument", instrument.name, instrument.kind, part, x, y, height, yaw)
    for k, ((x, y), faces) in enumerate(along_ring(standing, HYDRANT_EVERY_M, ROAD_M / 2 + 1.6, 6.0)):
        name = Text(f"{k + 1} 号消火栓", f"hydrant {k + 1}")
        yield Named(f"hydrant-{k + 1}", "hydrant", name, "hydrant", hydrant(), x, y, 0.0, Stand(x, y, faces).yaw)


@cache
def _device(kind: str, turns: float) -> Part:
    return DEVICES[kind](turns)


def _tanks(standing: Standing) -> Iterator[Named]:
    sizes: dict[tuple[str, float, float], Part] = {}
    for one in standing.site.tanks:
        size = (one.shape, one.diameter_m, one.rim_m)
        if size not in sizes:
            sizes[size] = _vessel(one)
        key = f"{'tank' if one.shape == 'cylinder' else one.shape} {size[1]:g} {size[2]:g}"
        yield Named(one.id, "tank", one.name, key, sizes[size], one.x_m, one.y_m)
    for plan in standing.site.bunds:
        x, y = plan.middle_m
        name = plan.name or Text(f"{plan.id} 防火堤", f"bund {plan.id}")
        yield Named(plan.id, "bund", name, f"bund {plan.id}", bund(plan, steps_over(standing, plan)), x, y)


def _vessel(one: Tank) -> Part:
    match one.shape:
        case "sphere":
            return pressure.sphere(one.diameter_m)
        case "bullet":
            carried = one.diameter_m < toxic.WIDEST_M
            return toxic.cylinder(one.diameter_m) if carried else pressure.bullet(one.diameter_m)
        case "gasholder":
            return gasholder(one.diameter_m, one.rim_m)
        case _:
            return tank(one.diameter_m, one.rim_m)


def _place(standing: Standing, place: Place) -> Named | None:
    if place.kind in HOUSES:
        house = HOUSES[place.kind]
        if place.kind == "gate":
            stand = Stand(place.x_m, place.y_m, outward(standing, place))
        elif house.around:
            stand = Stand(place.x_m, place.y_m, standing.nearest_way(place))
        else:
            stand = standing.beside(place, house.width_m, house.depth_m)
        part = _moved(house.make(), place, stand)
        return Named(
            place.id, "place", place.name, f"place {place.id}", part, place.x_m, place.y_m, 0.0, stand.yaw, stand
        )
    if place.kind == "wind_sock":
        return Named(place.id, "place", place.name, "wind sock", wind_sock(), place.x_m, place.y_m)
    if place.kind in OPENINGS:
        below = tuple(one.z_m for one in standing.site.places if place.into and one.zone == place.into)
        return Named(place.id, "place", place.name, place.kind, OPENINGS[place.kind](below), place.x_m, place.y_m)
    if place.kind in POSTS:
        return Named(place.id, "place", place.name, "post", BARE, place.x_m, place.y_m)
    return None


def _moved(part: Part, place: Place, stand: Stand) -> Part:
    """The house about its place's point: the node stands at the place, its walls where the stand says."""
    dx, dy = stand.x_m - place.x_m, stand.y_m - place.y_m
    fx, fy = stand.faces
    x, z = dx * -fy + dy * fx, dx * fx + dy * fy  # into the node's own axes: x is east when the front looks south
    levels = [Level(one.beyond_m, {name: shape.at(x, 0, z) for name, shape in one.look.items()}) for one in part.levels]
    moving = [
        type(one)(one.name, one.look, (one.at[0] + x, one.at[1], one.at[2] + z), one.axis, one.turns, one.travel_m)
        for one in part.moving
    ]
    return Part(levels, moving)


def _instrument_at(standing: Standing, one: Instrument, beside: dict[str, int]) -> tuple[float, float, float, float]:
    """Where the thing that measures is to be seen: on its roof, its pipe, its valve, or where the site says."""
    site = standing.site
    if one.subject in site.tank_index and site.tanks[site.tank_index[one.subject]].shape == "sphere":
        crown = pressure.top_m(site.tanks[site.tank_index[one.subject]].diameter_m)
        k = beside.setdefault(one.subject, 0)
        beside[one.subject] = k + 1
        return one.x_m - 0.6 + 0.5 * k, one.y_m - 0.5, crown + 0.1, 0.0
    if one.kind in ON_ROOF and one.subject in site.tank_index:
        subject = site.tanks[site.tank_index[one.subject]]
        aside = -0.75 if one.kind == "level" else 0.75
        off_m = hypot(one.x_m + aside - subject.x_m, one.y_m - subject.y_m)
        over = roof_y_m(subject.diameter_m, subject.rim_m, 0.75)
        if subject.shape == "gasholder":
            over = crown_m(subject.diameter_m, subject.rim_m, off_m)
        return one.x_m + aside, one.y_m, over + 0.1, 0.0
    stand = standing.devices.get(one.subject)
    if stand is not None and one.kind in ("position", "running"):
        fx, fy = stand.faces
        inward = 1.0 if (one.x_m - stand.x_m) * fy - (one.y_m - stand.y_m) * fx >= 0 else -1.0
        if one.kind == "position":  # beside the pointer, on the side of the place
            return *stand.off(-0.08, 0.13 * inward), ACTUATOR_TOP_M - 0.06, stand.yaw
        return *stand.off(-0.2, 0.2 * inward), PIPE_Y_M + 0.28, stand.yaw
    if stand is not None and one.kind == "flow":  # in the pipe
        return (stand.x_m, one.y_m, 0.0, stand.yaw) if stand.faces[0] else (one.x_m, stand.y_m, 0.0, stand.yaw)
    if one.kind in ("wind_speed", "wind_direction"):
        roof = max(
            (4.82 for p in site.places if p.kind == "control_room" and (p.x_m, p.y_m) == (one.x_m, one.y_m)),
            default=0.0,
        )
        k = beside.setdefault("mast", 0)
        beside["mast"] = k + 1
        return one.x_m + (0.6 if k % 2 else -0.6), one.y_m, roof, 0.0
    return one.x_m, one.y_m, 0.0, 0.0
