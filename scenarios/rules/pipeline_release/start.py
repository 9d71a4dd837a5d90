"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from dataclasses import replace
from math import pi, sqrt

from scenarios.model import Scenario
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden, ticks
from scenarios.rules.pipeline_release.rules import PipelineRelease
from sim_core.physics.culvert import BuriedLine, Culvert
from sim_core.physics.outflow import SHARP_LIQUID, liquid_velocity_m_s
from sim_core.physics.spreading import Pool
from sim_core.site import Instrument
from sim_core.world import Command, CrowdState, DeviceState, Gauge, World

ATMOSPHERE_PA = 101325.0
SECONDS_PER_HOUR = 3600.0
FADES = 0.5  # of one reach's old vapour so much is found in the next one: training assumption 训练假设
SLOW = 6.0  # how much longer a sluggish valve takes: training assumption 训练假设


def start(scenario: Scenario, rules: PipelineRelease, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    incident = rules.incident
    reach = incident.reach(str(hidden["leak_reach"]))
    digs = "contractor" if hidden["contractor"] == "digs" else ""
    hazard = replace(
        ground.hazard(rules, incident.ambient_k),
        line=BuriedLine(_hole_m(rules, float(hidden["leak_m3_h"])), reach, incident.left_m3),
        culvert=_culvert(rules, reach, float(hidden["culvert_lel"])),
    )
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, hidden),
        devices=_devices(rules, str(hidden["block_valve"])),
        tanks=(),
        gauges=ground.gauges(rules, lambda n: _gauge(n, hidden)),
        panel=ground.panel(len(rules.site.instruments)),
        sources=ground.sources(scenario, digs, ticks(hidden["dig_s"])),
        vehicles=ground.vehicles(scenario, ticks(float(scenario.params["vehicle_s"]))),
        hazard=hazard,
        people=ground.people(scenario, rules, str(hidden["radio_dead"]), humans),
        crowds=_crowds(scenario, rules, hidden, digs),
        command=Command(),
    )


def _hole_m(rules: PipelineRelease, m3_h: float) -> float:
    """The hole through which so much runs out while the line is worked."""
    incident = rules.incident
    speed = liquid_velocity_m_s(
        ATMOSPHERE_PA + incident.run_pa, ATMOSPHERE_PA, incident.density_kg_m3, 0.0, SHARP_LIQUID
    )
    return sqrt(4.0 * m3_h / SECONDS_PER_HOUR / (pi * speed))


def _culvert(rules: PipelineRelease, reach: int, lel: float) -> Culvert:
    """It has seeped unseen before: old vapour about the leak, less of it in the reaches beside."""
    incident = rules.incident
    full = 0.01 * lel * incident.substance.lfl
    vapour = []
    for k, _ in enumerate(incident.manholes):
        fraction = full
        for _ in range(abs(k - reach)):
            fraction *= FADES
        vapour.append(fraction)
    count = len(incident.manholes)
    nothing = Pool(0.0, incident.ambient_k, 0.0)
    return Culvert((nothing,) * count, tuple(vapour), (-1,) * count, (0.0,) * count)


def _devices(rules: PipelineRelease, valve: str) -> tuple[DeviceState, ...]:
    """The block valve upstream may be sluggish, or deaf to the panel; its wheel turns all the same."""
    states = list(ground.devices(rules, lambda d: d.id == rules.incident.upstream and valve == "stuck"))
    n = rules.site.device_index[rules.incident.upstream]
    states[n] = replace(states[n], stiff=SLOW if valve == "slow" else 1.0)
    return tuple(states)


def _gauge(n: Instrument, hidden: Hidden) -> Gauge | None:
    return Gauge(offset=float(hidden["location_error_m"])) if n.kind == "located" else None


def _crowds(
    scenario: Scenario, rules: PipelineRelease, hidden: Hidden, digs: str
) -> tuple[CrowdState, ...]:
    """Passers-by are where the draw has put them; the contractor's crew is at its breaker if it means to dig."""
    at = {str(scenario.params["passers_by"]): str(hidden["street_people"])}
    if digs:
        hammer = rules.site.devices[rules.site.device_index[rules.incident.hammer]]
        at[str(scenario.params["crew"])] = hammer.place
    where = rules.site.place
    return tuple(
        CrowdState(where[place].x_m, where[place].y_m, c.number, place)
        for c in rules.site.crowds
        for place in (at.get(c.id, c.place),)
    )
