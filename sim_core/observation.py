"""Observation: what one seat can perceive now. `observe` is the only way out toward a trainee.

What is not built here is not sent. Values have the precision of the wire: positions 0.1 m, readings as displayed.
This module is a door of its own: nobody on the trainee's side imports anything else, so it hands on the parts of an
observation that are defined elsewhere (Act, Heard, Note).
"""

from dataclasses import dataclass, fields
from math import floor
from typing import Any

from sim_core.acts import Act as Act
from sim_core.draft import Draft
from sim_core.people.bodies import AIR_L_PER_S, air_left_l, devices_in_reach, position, protected
from sim_core.site import Site
from sim_core.world import TICKS_PER_S, Person, World
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
SHINING = ("hot_work", "lighting")
SMELL_LEL, STRONG_LEL = 0.5, 10.0
POOL_WORDS = ((0.02, "small"), (0.5, "wide"), (1.0e9, "full"))


@dataclass(frozen=True, slots=True)
class Body:
    """Oneself. lel: portable detector in %LEL, -1 = none carried. air_min: minutes of air left, -1 = no set worn."""

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


@dataclass(frozen=True, slots=True)
class Sock:
    """The wind sock as eyes read it. octant: eighth of the compass the wind comes FROM, 0 = north, clockwise, -1 =
    it hangs; strength 0..3."""

    octant: int
    strength: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something in sight. kind: person, crowd, vehicle, device, pool, overflow, fire, sparks.

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

    panel.<tag>, still.<tag>, alarm.<tag>; body.<field>; seen.<kind>.<id>; inbox.<sender>.<n>; notes.<topic>.<n>.
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
            flat.update((f"notes.{n.topic}.{n.tick}", n) for n in value)
        else:
            flat[f.name] = value
    return flat


def observe(world: World | Draft, site: Site, seat: int) -> Observation:
    """What the seat at this position of `world.people` can perceive at `world.tick`."""
    p = world.people[seat]
    place = site.place.get(p.place)
    indoors = place is not None and place.indoors
    at_panel = place is not None and place.panel
    x, y = position(p, world.tick)
    outdoors = not indoors
    command = world.command
    return Observation(
        world.tick,
        p.seat,
        _body(world, seat, p, x, y, indoors),
        world.weather.night,
        world.weather.fog,
        world.weather.rain,
        _sock(world) if outdoors else None,
        _sounds(world, at_panel),
        _panel(world) if at_panel else None,
        tuple(s.id for s in world.sources if s.kind == "hot_work" and s.stopped_tick < 0) if at_panel else (),
        _sights(world, site, p, x, y) if outdoors else _indoor_sights(world, p),
        p.inbox,
        p.notes,
        command.stop_work_tick >= 0,
        command.muster,
        command.zone_m,
    )


def _wire(metres: float) -> float:
    """To 0.1 m, halves up."""
    return floor(metres * 10.0 + 0.5) / 10.0


def _body(world: World | Draft, seat: int, p: Person, x: float, y: float, indoors: bool) -> Body:
    lel = 0.0 if indoors else world.hazard.lel_people[seat]
    masked = protected(p, world.tick)
    smell = 0 if masked or lel < SMELL_LEL else 1 if lel < STRONG_LEL else 2
    return Body(
        _wire(x),
        _wire(y),
        p.place,
        p.until_tick > 0,
        p.doing.act.kind if p.doing is not None else "",
        p.worn,
        float(floor(air_left_l(p, world.tick) / (AIR_L_PER_S * 60.0))) if "scba" in p.worn else -1.0,
        p.state,
        smell,
        float(floor(p.portable_lel + 0.5)) if "portable" in p.worn else -1.0,
    )


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


def _sounds(world: World | Draft, at_panel: bool) -> tuple[str, ...]:
    sounds = []
    if world.command.siren_tick >= 0:
        sounds.append("siren")
    if at_panel and world.panel.horn:
        sounds.append("horn")
    lit = world.hazard.ignited_tick
    if 0 <= lit <= world.tick < lit + BLAST_HEARD_S * TICKS_PER_S:
        sounds.append("blast")
    return tuple(sounds)


def _panel(world: World | Draft) -> PanelView:
    panel, tick = world.panel, world.tick
    return PanelView(
        panel.readings, tuple([(tick - t) // TICKS_PER_S for t in panel.moved_tick]), panel.alarms
    )


def _indoor_sights(world: World | Draft, p: Person) -> tuple[Sighting, ...]:
    """Those in the same room."""
    return tuple(
        Sighting("person", q.seat, _wire(q.x_m), _wire(q.y_m), _posture(q))
        for q in world.people
        if q.place == p.place and q.seat != p.seat
    )


def _posture(q: Person) -> str:
    if q.state in ("down", "dead"):
        return "down"
    if q.until_tick:
        return "walking"
    return q.doing.act.kind if q.doing is not None and q.doing.act.kind == "operate" else "standing"


def _sights(world: World | Draft, site: Site, p: Person, x: float, y: float) -> tuple[Sighting, ...]:
    far = SIGHT_M[world.weather.night, world.weather.fog, world.weather.rain]
    far2 = far * far
    seen: list[Sighting] = []
    for q in world.people:
        if q.seat != p.seat and not (q.place and site.place[q.place].indoors):
            qx, qy = position(q, world.tick)
            if (qx - x) * (qx - x) + (qy - y) * (qy - y) <= far2:
                seen.append(Sighting("person", q.seat, _wire(qx), _wire(qy), _posture(q)))
    for crowd, c in zip(site.crowds, world.crowds, strict=True):
        cx, cy = position(c, world.tick)
        outside = not (c.place and site.place[c.place].indoors)
        if outside and (cx - x) * (cx - x) + (cy - y) * (cy - y) <= far2:
            seen.append(
                Sighting("crowd", crowd.id, _wire(cx), _wire(cy), "walking" if c.until_tick else "standing")
            )
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
    _plant_sights(world, site, x, y, far2, seen)
    return tuple(seen)


def _plant_sights(
    world: World | Draft, site: Site, x: float, y: float, far2: float, seen: list[Sighting]
) -> None:
    for tank, t in zip(site.tanks, world.tanks, strict=True):
        if t.spill_kg_s > 0.0 and (tank.x_m - x) * (tank.x_m - x) + (tank.y_m - y) * (tank.y_m - y) <= far2:
            seen.append(Sighting("overflow", tank.id, tank.x_m, tank.y_m, "pouring"))
    for n, (bund, pool) in enumerate(zip(site.bunds, world.hazard.pools, strict=True)):
        bx, by = bund.middle_m
        near = (bx - x) * (bx - x) + (by - y) * (by - y) <= far2
        if world.hazard.fires_kw[n] > 0.0:
            seen.append(Sighting("fire", bund.id, bx, by, "burning"))
        elif near and pool.area_m2 > 1.0:
            share = pool.area_m2 / bund.area_m2
            word = next(w for limit, w in POOL_WORDS if share < limit)
            seen.append(Sighting("pool", bund.id, bx, by, "foamed" if pool.foam_cover > 0.5 else word))
    for s in world.sources:
        near = (s.x_m - x) * (s.x_m - x) + (s.y_m - y) * (s.y_m - y) <= far2
        if near and s.kind in SHINING and world.tick >= s.start_tick:
            seen.append(Sighting("sparks", s.id, s.x_m, s.y_m, "stopped" if s.stopped_tick >= 0 else "working"))
