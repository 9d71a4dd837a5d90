"""Start: what every scenario finds at tick 0. The hidden values are used here and dropped."""

from collections.abc import Callable, Mapping

from scenarios.model import Scenario
from scenarios.rules.ground.instruments import portable
from scenarios.rules.ground.rules import Ground
from sim_core.physics.spreading import Pool
from sim_core.physics.train import EMPTY
from sim_core.plant.devices import FULL
from sim_core.site import Device, Instrument
from sim_core.world import (
    TICKS_PER_S,
    CrowdState,
    DeviceState,
    Gauge,
    Hazard,
    Panel,
    Person,
    Source,
    TankState,
    Vehicle,
    Weather,
)

RADIANS = 0.017453292519943295
Hidden = Mapping[str, float | str]


def ticks(seconds: float | str) -> int:
    """Whole ticks of a number of seconds."""
    return int(float(seconds) * TICKS_PER_S)


def weather(ambient_k: float, hidden: Hidden) -> Weather:
    """Wind and sky of the draw: wind_speed_m_s, wind_from_deg, wind_shift_s, wind_shift_deg, night; fog if drawn."""
    night = hidden.get("night") == "yes"
    speed = float(hidden["wind_speed_m_s"])
    return Weather(
        base_speed_m_s=speed,
        base_bearing_rad=((float(hidden["wind_from_deg"]) + 180.0) % 360.0) * RADIANS,
        shift_tick=ticks(hidden.get("wind_shift_s", 0.0)),
        shift_rad=float(hidden.get("wind_shift_deg", 0.0)) * RADIANS,
        stability="F" if night and speed < 3.0 else "D" if night or speed >= 2.0 else "C",
        ambient_k=ambient_k,
        night=night,
        fog=hidden.get("fog") == "yes",
    )


def devices(rules: Ground, stuck: Callable[[Device], bool]) -> tuple[DeviceState, ...]:
    """Every device in its normal state. stuck: which of them will not obey a remote command."""
    return tuple(
        DeviceState(d.normal, FULL.get(d.normal, 0.0), wanted=d.normal, stuck=stuck(d)) for d in rules.site.devices
    )


def gauges(rules: Ground, fault_of: Callable[[Instrument], Gauge | None]) -> tuple[Gauge, ...]:
    """Every instrument, sound unless fault_of gives its fault."""
    return tuple(fault_of(n) or Gauge() for n in rules.site.instruments)


def panel(tags: int) -> Panel:
    """Nothing has been read yet."""
    return Panel((0.0,) * tags, (0,) * tags, (0,) * tags)


def resting_tanks(rules: Ground, share: float, ambient_k: float) -> tuple[TankState, ...]:
    """Tanks that take no part, filled to a share of their rim."""
    return tuple(TankState(share * tank.rim_m, wall_k=ambient_k) for tank in rules.site.tanks)


def sources(scenario: Scenario, place: str, start_tick: int) -> tuple[Source, ...]:
    """Only the sources that the draw put to work (`lamps-north` belongs to `lamps`); the others are cold."""
    where = scenario.site.place
    return tuple(
        Source(s.id, s.kind, where[s.place].x_m, where[s.place].y_m, start_tick, s.on_s, s.period_s)
        for s in scenario.sources
        if s.id.partition("-")[0] == place
    )


def vehicles(scenario: Scenario, start_tick: int) -> tuple[Vehicle, ...]:
    """The passing vehicle first, then the fire engine, which stands, and what else stands by."""
    passing, *standing = scenario.traffic
    (x, y), route = passing.route[0], passing.route[1:]
    return (
        Vehicle(
            passing.id, x, y, 0, route=route, start_tick=start_tick, speed_m_s=passing.speed_m_s, engine=True
        ),
        *(Vehicle(v.id, v.route[0][0], v.route[0][1], 0, speed_m_s=v.speed_m_s) for v in standing),
    )


def hazard(rules: Ground, ambient_k: float) -> Hazard:
    """Nothing released yet."""
    bunds = rules.site.bunds
    return Hazard(
        pools=tuple(Pool(0.0, ambient_k, 0.0) for _ in bunds),
        fires_kw=tuple(0.0 for _ in bunds),
        train=EMPTY,
    )


def people(scenario: Scenario, rules: Ground, radio_dead: str, humans: tuple[str, ...]) -> tuple[Person, ...]:
    """Every seat at its place; colleagues in those that no human holds."""
    return tuple(
        Person(
            seat=r.seat,
            colleague=r.seat not in humans,
            x_m=rules.site.place[r.place].x_m,
            y_m=rules.site.place[r.place].y_m,
            place=r.place,
            worn=r.worn,
            portable=portable(rules.site, (), rules.site.clean_air) if "portable" in r.worn else (),
            radio_dead=radio_dead == r.seat,
            cues=tuple(-1 for _ in rules.cues),
        )
        for r in scenario.roles
    )


def crowds(rules: Ground) -> tuple[CrowdState, ...]:
    """People without a seat, where they work."""
    where = rules.site.place
    return tuple(CrowdState(where[c.place].x_m, where[c.place].y_m, c.number, c.place) for c in rules.site.crowds)
