"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from collections.abc import Mapping

from scenarios.model import Scenario
from scenarios.rules.liquid_release.incident import Incident
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.physics import cloud
from sim_core.physics.pool import Pool
from sim_core.site import Device, Instrument
from sim_core.world import (
    TICKS_PER_S,
    Command,
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
    World,
)

RADIANS = 0.017453292519943295
FOAM = {"good": ("AFFF", 1.0), "short": ("AFFF", 0.1), "wrong": ("A", 1.0)}


def ticks(seconds: float | str) -> int:
    """Whole ticks of a number of seconds."""
    return int(float(seconds) * TICKS_PER_S)


def start(
    scenario: Scenario, rules: LiquidRelease, hidden: Mapping[str, float | str], humans: tuple[str, ...]
) -> World:
    """Everything as the shift finds it."""
    incident = rules.incident
    return World(
        tick=0,
        weather=_weather(incident, hidden),
        devices=tuple(
            _device(d, hidden["rosov_fails"] == "yes" and d.id == _shut_off(rules))
            for d in rules.site.devices
        ),
        tanks=_tanks(rules, float(hidden["inflow_m3_h"])),
        gauges=tuple(_gauge(n, rules, hidden) for n in rules.site.instruments),
        panel=_panel(len(rules.site.instruments)),
        sources=_sources(scenario, hidden),
        vehicles=_vehicles(scenario, hidden),
        hazard=_hazard(rules, len(scenario.roles)),
        people=_people(scenario, rules, hidden, humans),
        crowds=tuple(
            CrowdState(rules.site.place[c.place].x_m, rules.site.place[c.place].y_m, c.number, c.place)
            for c in rules.site.crowds
        ),
        command=Command(),
        foam_type=FOAM[str(hidden["foam"])][0],
        foam_stock_l=incident.foam_stock_l * FOAM[str(hidden["foam"])][1],
        inflow_m3_h=float(hidden["inflow_m3_h"]),
    )


def _shut_off(rules: LiquidRelease) -> str:
    """The powered valve at the inlet of the tank that overflows."""
    tank = rules.site.tanks[rules.incident.tank].id
    line = next(n for n in rules.site.lines if n.tank == tank)
    return next(v for v in line.valves if rules.site.devices[rules.site.device_index[v]].kind == "rosov")


def _panel(tags: int) -> Panel:
    return Panel((0.0,) * tags, (0,) * tags, (0,) * tags)


def _weather(incident: Incident, hidden: Mapping[str, float | str]) -> Weather:
    night = hidden["night"] == "yes"
    speed = float(hidden["wind_speed_m_s"])
    return Weather(
        base_speed_m_s=speed,
        base_bearing_rad=((float(hidden["wind_from_deg"]) + 180.0) % 360.0) * RADIANS,
        shift_tick=ticks(hidden["wind_shift_s"]),
        shift_rad=float(hidden["wind_shift_deg"]) * RADIANS,
        stability="F" if night and speed < 3.0 else "D" if night or speed >= 2.0 else "C",
        ambient_k=incident.ambient_k,
        night=night,
        fog=hidden["fog"] == "yes",
    )


def _device(d: Device, stuck: bool) -> DeviceState:
    return DeviceState(
        d.normal, 1.0 if d.normal in ("open", "running") else 0.0, wanted=d.normal, stuck=stuck
    )


def _tanks(rules: LiquidRelease, inflow_m3_h: float) -> tuple[TankState, ...]:
    """The tank of the incident stands so high that the first liquid goes over its rim at overflow_at_s."""
    incident = rules.incident
    return tuple(
        TankState(
            t.rim_m - inflow_m3_h / 3600.0 * incident.overflow_at_s / t.area_m2
            if i == incident.tank
            else t.rim_m * incident.other_level_share,
            wall_k=incident.ambient_k,
        )
        for i, t in enumerate(rules.site.tanks)
    )


def _gauge(n: Instrument, rules: LiquidRelease, hidden: Mapping[str, float | str]) -> Gauge:
    tank = rules.site.tanks[rules.incident.tank].id
    if n.kind == "level" and n.subject == tank:
        return Gauge("stuck", max(0, ticks(hidden["gauge_stuck_s"])), float(hidden["gauge_offset_m"]))
    if n.kind == "level_switch" and n.subject == tank and hidden["switch_dead"] == "yes":
        return Gauge("dead")
    if n.tag in str(hidden["dead_detectors"]).split(","):
        return Gauge("dead")
    return Gauge()


def _sources(scenario: Scenario, hidden: Mapping[str, float | str]) -> tuple[Source, ...]:
    """Only the sources that the draw put to work (`lamps-north` belongs to `lamps`); the others are cold."""
    where, start_tick = scenario.site.place, ticks(hidden["ignition_start_s"])
    return tuple(
        Source(s.id, s.kind, where[s.place].x_m, where[s.place].y_m, start_tick, s.on_s, s.period_s)
        for s in scenario.sources
        if s.id.partition("-")[0] == hidden["ignition_place"]
    )


def _vehicles(scenario: Scenario, hidden: Mapping[str, float | str]) -> tuple[Vehicle, ...]:
    """The passing vehicle first, then the fire engine, which stands."""
    passing, engine = scenario.traffic
    (x, y), route = passing.route[0], passing.route[1:]
    start_tick = max(1, ticks(hidden["vehicle_start_s"]))
    return (
        Vehicle(
            passing.id, x, y, 0, route=route, start_tick=start_tick, speed_m_s=passing.speed_m_s, engine=True
        ),
        Vehicle(engine.id, engine.route[0][0], engine.route[0][1], 0, speed_m_s=engine.speed_m_s),
    )


def _hazard(rules: LiquidRelease, seats: int) -> Hazard:
    bunds = rules.site.bunds
    return Hazard(
        pools=tuple(Pool(0.0, rules.incident.ambient_k, 0.0) for _ in bunds),
        fires_kw=tuple(0.0 for _ in bunds),
        cloud=cloud.empty(),
        lel_people=tuple(0.0 for _ in range(seats)),
        lel_crowds=tuple(0.0 for _ in rules.site.crowds),
        lel_gauges=tuple(0.0 for _ in rules.site.instruments),
    )


def _people(
    scenario: Scenario, rules: LiquidRelease, hidden: Mapping[str, float | str], humans: tuple[str, ...]
) -> tuple[Person, ...]:
    return tuple(
        Person(
            seat=r.seat,
            colleague=r.seat not in humans,
            x_m=rules.site.place[r.place].x_m,
            y_m=rules.site.place[r.place].y_m,
            place=r.place,
            worn=r.worn,
            radio_dead=hidden["radio_dead"] == r.seat,
            cues=tuple(-1 for _ in rules.cues),
        )
        for r in scenario.roles
    )
