"""Observation: what one seat can perceive now. `observe` is the only way out toward a trainee.

What is not built here is not sent. Values have the precision of the wire: positions 0.1 m, readings as displayed.
This module is a door of its own: nobody on the trainee's side imports anything else, so it hands on the parts of an
observation that are defined elsewhere (Act, Heard, Note).
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from math import floor
from typing import Any

from sim_core.acts import Act as Act
from sim_core.draft import Draft
from sim_core.people.bodies import AIR_L_PER_S, air_left_l, devices_in_reach, position, protected, within_m
from sim_core.site import Place, Site
from sim_core.world import TICKS_PER_S, Casualty, CrowdState, Person, World
from sim_core.world import Heard as Heard
from sim_core.world import Note as Note

# How far eyes tell things apart by (night, fog, rain), metres. Training assumption 训练假设.
SIGHT_M = {
    (False, False, False): 250.0,
    (False, False, True): 150.0,
    (True, False, False): 120.0,
    (True, False, True): 80.0,
    (False, True, False): 60.0,
    (False, True, True): 50.0,
    (True, True, False): 40.0,
    (True, True, True): 35.0,
}
BLAST_HEARD_S = 5
RUNS_M_S = 2.0  # who is faster than that runs
CAMERA_M = 60.0  # how far a flown camera tells things apart, no farther than eyes: training assumption 训练假设


@dataclass(frozen=True, slots=True)
class Body:
    """Oneself. lel: portable detector in %LEL, -1 = none carried or no such cell. air_min: minutes of air left, -1 = no
    set worn. gas: every cell of the detector carried, aligned with `site.portable`. alarm: it sounds."""

    x_m: float
    y_m: float
    place: str
    moving: bool
    doing: str
    worn: tuple[str, ...]
    air_min: float
    state: str
    smell: int
    lel: float
    gas: tuple[float, ...] = ()
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Sock:
    """The wind sock as eyes read it. octant: eighth of the compass the wind comes FROM, 0 = north, clockwise, -1 =
    it hangs; strength 0..3."""

    octant: int
    strength: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something in sight. kind: person, crowd, vehicle, device, casualty, or what the incident shows (`Sight.kind`).

    state: a word that eyes can tell. x_m, y_m to 0.1 m.
    """

    kind: str
    id: str
    x_m: float
    y_m: float
    state: str


@dataclass(frozen=True, slots=True)
class PanelView:
    """The control room's pages, aligned with `site.instruments`. still_s: seconds since a reading last moved."""

    readings: tuple[float, ...]
    still_s: tuple[int, ...]
    alarms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Observation:
    """One seat's world. heard: sounds now (siren, horn, blast). panel, sock: None where they cannot be seen. night,
    fog, rain: the sky, which a window shows too.

    inbox: the last messages that reached this seat. notes: what own acts found out. permits: the board of hot
    work in the control room (ids of sources that have a permit). command: what has been announced to all.
    """

    tick: int
    seat: str
    body: Body
    night: bool
    fog: bool
    rain: bool
    sock: Sock | None
    heard: tuple[str, ...]
    panel: PanelView | None
    permits: tuple[str, ...]
    seen: tuple[Sighting, ...]
    inbox: tuple[Heard, ...]
    notes: tuple[Note, ...]
    work_stopped: bool
    muster: str
    zone_m: float


def flatten(seen: Observation, site: Site) -> dict[str, Any]:
    """Every field of an observation under its own name, as the proof of blindness names them.

    panel.<tag>, still.<tag>, alarm.<tag>; body.<field>; seen.<kind>.<id>; inbox.<sender>.<n>;
    notes.<topic>.<tick>.<subject>.<word>.
    """
    flat: dict[str, Any] = {}
    for f in fields(seen):
        value = getattr(seen, f.name)
        if f.name == "panel":
            for i, n in enumerate(site.instruments):
                flat[f"panel.{n.tag}"] = value and value.readings[i]
                flat[f"still.{n.tag}"] = value and value.still_s[i]
                flat[f"alarm.{n.tag}"] = value and value.alarms[i]
        elif f.name == "body":
            flat.update((f"body.{b.name}", getattr(value, b.name)) for b in fields(value))
        elif f.name == "seen":
            flat.update((f"seen.{s.kind}.{s.id}", s) for s in value)
        elif f.name == "inbox":
            flat.update((f"inbox.{m.sender}.{m.number}", m) for m in value)
        elif f.name == "notes":
            flat.update((f"notes.{n.topic}.{n.tick}.{n.subject}.{n.word}", n) for n in value)
        else:
            flat[f.name] = value
    return flat


def observe(world: World | Draft, site: Site, seat: int) -> Observation:
    """What the seat at this position of `world.people` can perceive at `world.tick`."""
    return perceive(world, site, world.people[seat])


def perceive(world: World | Draft, site: Site, p: Person) -> Observation:
    """What somebody can perceive at `world.tick`, who holds a seat or who has none."""
    place = site.place.get(p.place)
    indoors = place is not None and place.indoors
    at_panel = place is not None and place.panel
    x, y = position(p, world.tick)
    outdoors = not indoors
    command = world.command
    return Observation(
        world.tick,
        p.seat,
        _body(world, site, p, x, y),
        world.weather.night,
        world.weather.fog,
        world.weather.rain,
        _sock(world) if outdoors and not (place is not None and place.zone) else None,
        _sounds(world, at_panel, outdoors, x, y),
        pages(world) if at_panel else None,
        tuple(s.id for s in world.sources if s.kind == "hot_work" and s.stopped_tick < 0) if at_panel else (),
        _sights(world, site, p, x, y, place),
        p.inbox,
        p.notes,
        command.stop_work_tick >= 0,
        command.muster,
        command.zone_m,
    )


def _wire(metres: float) -> float:
    """To 0.1 m, halves up."""
    return floor(metres * 10.0 + 0.5) / 10.0


def _body(world: World | Draft, site: Site, p: Person, x: float, y: float) -> Body:
    gas: tuple[float, ...] = ()
    lel, alarm = -1.0, False
    if "portable" in p.worn and p.portable:
        gas = tuple(displayed(v, c.resolution) for v, c in zip(p.portable, site.carried, strict=True))
        lel = next((v for v, c in zip(gas, site.carried, strict=True) if c.id == "lel"), -1.0)
        alarm = any(
            (c.high > 0.0 and v >= c.high) or (c.low > 0.0 and v <= c.low)
            for v, c in zip(gas, site.carried, strict=True)
        )
    return Body(
        _wire(x),
        _wire(y),
        p.place,
        p.until_tick > 0,
        p.doing.act.kind if p.doing is not None else "",
        p.worn,
        float(floor(air_left_l(p, world.tick) / (AIR_L_PER_S * 60.0))) if "scba" in p.worn else -1.0,
        p.state,
        0 if protected(p, world.tick) else max(p.smell, 0),
        lel,
        gas,
        alarm,
    )


def displayed(value: float, resolution: float) -> float:
    """A value in steps of the display, as the decimal that is read there (2.9, not 2.9000000000000004)."""
    if resolution >= 1.0:
        return floor(value / resolution + 0.5) * resolution
    per_unit = floor(1.0 / resolution + 0.5)
    return floor(value * per_unit + 0.5) / per_unit


def _sock(world: World | Draft) -> Sock:
    """The sock shows where the wind comes from, and hangs in a calm."""
    w = world.weather
    strength = 0 if w.speed_m_s < 0.5 else 1 if w.speed_m_s < 2.0 else 2 if w.speed_m_s < 5.0 else 3
    return Sock(octant_from(w.u_m_s, w.v_m_s) if strength else -1, strength)


def octant_from(u_m_s: float, v_m_s: float) -> int:
    """Eighth of the compass a wind (u east, v north) comes from; 0 = north, clockwise. tan 22.5 deg = 0.41421."""
    ax, ay = abs(u_m_s), abs(v_m_s)
    if ax < 0.41421356 * ay:
        return 0 if v_m_s < 0.0 else 4
    if ay < 0.41421356 * ax:
        return 2 if u_m_s < 0.0 else 6
    if v_m_s < 0.0:
        return 1 if u_m_s < 0.0 else 7
    return 3 if u_m_s < 0.0 else 5


def _sounds(world: World | Draft, at_panel: bool, outdoors: bool, x: float, y: float) -> tuple[str, ...]:
    sounds = []
    if world.command.siren_tick >= 0:
        sounds.append("siren")
    if at_panel and world.panel.horn:
        sounds.append("horn")
    lit = world.hazard.ignited_tick
    if 0 <= lit <= world.tick < lit + BLAST_HEARD_S * TICKS_PER_S:
        sounds.append("blast")
    for n in world.noises:
        near = outdoors and within_m(x, y, n.x_m, n.y_m, n.reach_m)
        if (n.reach_m == 0.0 or near) and n.kind not in sounds:
            sounds.append(n.kind)
    return tuple(sounds)


def pages(world: World | Draft) -> PanelView:
    """The panel's pages, for those who have them before them."""
    panel, tick = world.panel, world.tick
    return PanelView(
        panel.readings, tuple([(tick - t) // TICKS_PER_S for t in panel.moved_tick]), panel.alarms
    )


def _sights(
    world: World | Draft, site: Site, p: Person, x: float, y: float, place: Place | None
) -> tuple[Sighting, ...]:
    """What the eyes find: in a confined space, in a room, or outdoors, and on the screen of a camera that is flown."""
    found = _eyes(world, site, p, x, y, place)
    for v in world.vehicles:
        if v.eyes == p.seat:
            known = [(s.kind, s.id) for s in found]
            found = (*found, *(s for s in _camera(world, *position(v, world.tick)) if (s.kind, s.id) not in known))
    return found


def _camera(world: World | Draft, x: float, y: float) -> Iterator[Sighting]:
    """What a camera over a point shows of the incident, where it is in the open."""
    far = min(CAMERA_M, SIGHT_M[world.weather.night, world.weather.fog, world.weather.rain])
    for s in world.sights:
        if not s.inside and within_m(x, y, s.x_m, s.y_m, far):
            yield Sighting(s.kind, s.id, s.x_m, s.y_m, s.state)


def _eyes(
    world: World | Draft, site: Site, p: Person, x: float, y: float, place: Place | None
) -> tuple[Sighting, ...]:
    """What one's own eyes find: in a confined space, in a room, or outdoors."""
    if place is not None and place.zone:
        return _inside(world, site, p, place.zone)
    if place is not None and place.indoors:
        return _in_room(world, p)
    return _outside(world, site, p, x, y, place.into if place is not None else "")


def _in_room(world: World | Draft, p: Person) -> tuple[Sighting, ...]:
    """Those in the same room."""
    return tuple(
        Sighting("person", q.seat, _wire(q.x_m), _wire(q.y_m), _posture(q))
        for q in world.people
        if q.place == p.place and q.seat != p.seat
    )


def _inside(world: World | Draft, site: Site, p: Person, zone: str) -> tuple[Sighting, ...]:
    """In a confined space: who is in it, devices at the hand, what of the incident shows there."""
    seen = _zone_sights(world, site, zone, p.seat)
    for i in site.devices_at[p.place]:
        seen.append(Sighting("device", site.devices[i].id, _wire(p.x_m), _wire(p.y_m), world.devices[i].state))
    return tuple(seen)


def _zone_sights(world: World | Draft, site: Site, zone: str, but: str) -> list[Sighting]:
    seen = [
        Sighting("person", q.seat, _wire(q.x_m), _wire(q.y_m), _posture(q))
        for q in world.people
        if q.place and site.place[q.place].zone == zone and q.seat != but
    ]
    seen += [
        Sighting("casualty", c.id, _wire(c.x_m), _wire(c.y_m), _from_above(c))
        for c in world.casualties
        if c.place and site.place[c.place].zone == zone
    ]
    seen += [Sighting(s.kind, s.id, s.x_m, s.y_m, s.state) for s in world.sights if s.inside == zone]
    return seen


def _from_above(c: Casualty) -> str:
    """What eyes can tell of somebody in a confined space: on their feet, how they lie, else as anywhere."""
    if c.state == "inside":
        return c.state
    return c.posture if c.posture and c.state == "down" else _condition(c)


def _condition(c: Casualty) -> str:
    """What eyes can tell of a casualty: whether they move, and what is done with them."""
    if c.state in ("carried", "treated"):
        return c.state
    return "lying" if c.breathing else "still"


def _posture(q: Person) -> str:
    if q.state in ("down", "dead"):
        return "down"
    if q.until_tick:
        return "walking"
    return q.doing.act.kind if q.doing is not None and q.doing.act.kind == "operate" else "standing"


def _pace(c: CrowdState) -> str:
    if not c.until_tick:
        return "standing"
    return "running" if c.vx_m_s * c.vx_m_s + c.vy_m_s * c.vy_m_s > RUNS_M_S * RUNS_M_S else "walking"


def _outside(
    world: World | Draft, site: Site, p: Person, x: float, y: float, into: str
) -> tuple[Sighting, ...]:
    """Outdoors: everybody and everything within sight, and the zone that one looks into from here."""
    far = SIGHT_M[world.weather.night, world.weather.fog, world.weather.rain]
    far2 = far * far
    seen: list[Sighting] = []
    for q in world.people:
        where = site.place.get(q.place)
        if q.seat != p.seat and not (where is not None and (where.indoors or where.zone)):
            qx, qy = position(q, world.tick)
            if (qx - x) * (qx - x) + (qy - y) * (qy - y) <= far2:
                seen.append(Sighting("person", q.seat, _wire(qx), _wire(qy), _posture(q)))
    for crowd, c in zip(site.crowds, world.crowds, strict=True):
        cx, cy = position(c, world.tick)
        outside = not (c.place and site.place[c.place].indoors)
        if outside and (cx - x) * (cx - x) + (cy - y) * (cy - y) <= far2:
            seen.append(Sighting("crowd", crowd.id, _wire(cx), _wire(cy), _pace(c)))
    for casualty in world.casualties:
        cx, cy = casualty.x_m, casualty.y_m
        hidden = casualty.place and (site.place[casualty.place].zone or site.place[casualty.place].indoors)
        if not hidden and (cx - x) * (cx - x) + (cy - y) * (cy - y) <= far2:
            seen.append(Sighting("casualty", casualty.id, _wire(cx), _wire(cy), _condition(casualty)))
    for v in world.vehicles:
        vx, vy = position(v, world.tick)
        if (vx - x) * (vx - x) + (vy - y) * (vy - y) <= far2:
            seen.append(
                Sighting("vehicle", v.id, _wire(vx), _wire(vy), "moving" if v.until_tick else "standing")
            )
    for i in devices_in_reach(p, site, x, y):
        device = site.devices[i]
        at = site.place[device.place]
        seen.append(Sighting("device", device.id, _wire(at.x_m), _wire(at.y_m), world.devices[i].state))
    for s in world.sights:
        near = (s.x_m - x) * (s.x_m - x) + (s.y_m - y) * (s.y_m - y) <= far2
        if not s.inside and (s.shines or near):
            seen.append(Sighting(s.kind, s.id, s.x_m, s.y_m, s.state))
    return (*seen, *_zone_sights(world, site, into, p.seat)) if into else tuple(seen)
