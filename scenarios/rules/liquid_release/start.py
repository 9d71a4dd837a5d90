"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden, ticks
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.plant.devices import FULL
from sim_core.site import Instrument
from sim_core.world import Command, DeviceState, Gauge, TankState, World

FOAM = {"good": ("AFFF", 1.0), "short": ("AFFF", 0.1), "wrong": ("A", 1.0)}


def start(scenario: Scenario, rules: LiquidRelease, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    incident = rules.incident
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, hidden),
        devices=_devices(rules, hidden),
        tanks=_tanks(rules, float(hidden["inflow_m3_h"])),
        gauges=ground.gauges(rules, lambda n: _fault(n, rules, hidden)),
        panel=ground.panel(len(rules.site.instruments)),
        sources=ground.sources(scenario, str(hidden["ignition_place"]), ticks(hidden["ignition_start_s"])),
        vehicles=ground.vehicles(scenario, max(1, ticks(hidden["vehicle_start_s"]))),
        hazard=ground.hazard(rules, incident.ambient_k),
        people=ground.people(scenario, rules, str(hidden["radio_dead"]), humans),
        crowds=ground.crowds(rules),
        command=Command(),
        foam_type=FOAM[str(hidden["foam"])][0],
        foam_stock_l=incident.foam_stock_l * FOAM[str(hidden["foam"])][1],
        inflow_m3_h=float(hidden["inflow_m3_h"]),
    )


def _devices(rules: LiquidRelease, hidden: Hidden) -> tuple[DeviceState, ...]:
    """Every device in its normal state; the drain that somebody left open, in a draw that has it, stands open."""
    shut_off, bund = _shut_off(rules), rules.site.bunds[rules.incident.bund].id
    states = ground.devices(rules, lambda d: hidden["rosov_fails"] == "yes" and d.id == shut_off)
    if hidden.get("drain") != "open":
        return states
    return tuple(
        replace(s, state="open", opening=FULL["open"], wanted="open")
        if d.kind == "drain_valve" and d.bund == bund
        else s
        for d, s in zip(rules.site.devices, states, strict=True)
    )


def _shut_off(rules: LiquidRelease) -> str:
    """The powered valve at the inlet of the tank that overflows."""
    tank = rules.site.tanks[rules.incident.tank].id
    line = next(n for n in rules.site.lines if n.tank == tank)
    return next(v for v in line.valves if rules.site.devices[rules.site.device_index[v]].kind == "rosov")


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


def _fault(n: Instrument, rules: LiquidRelease, hidden: Hidden) -> Gauge | None:
    tank = rules.site.tanks[rules.incident.tank].id
    if n.kind == "level" and n.subject == tank:
        return Gauge("stuck", max(0, ticks(hidden["gauge_stuck_s"])), float(hidden["gauge_offset_m"]))
    if n.kind == "level_switch" and n.subject == tank and hidden["switch_dead"] == "yes":
        return Gauge("dead")
    return Gauge("dead") if n.tag in str(hidden["dead_detectors"]).split(",") else None
