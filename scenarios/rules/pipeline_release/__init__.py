"""Pipeline release: a buried line of flammable liquid leaks; the liquid gets into a covered drain, and its vapour waits
there for a spark.

start      the world at tick 0                      incident   its constants
rules      what the core asks                       gauging    flows, pressures, where the leak is thought to be
leaking    the hole, the ground above, the drain    draining   oil and vapour in the culvert, blower, outfall
meeting    what is met over manholes                digging    breakers and engines over the culvert
ignition   what burns, how far, whom it strikes     burning    oil on the ground that was lit
sights     what is to be seen
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.ground import exposure, fright, instruments, pressing, sparks, weather
from scenarios.rules.ground.crew import drive
from scenarios.rules.ground.rules import constants
from scenarios.rules.pipeline_release import burning, digging, draining, leaking, meeting, sights
from scenarios.rules.pipeline_release.gauging import OF_LINES
from scenarios.rules.pipeline_release.incident import incident_of
from scenarios.rules.pipeline_release.rules import PipelineRelease
from scenarios.rules.pipeline_release.start import start
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("leaking", 20, 0, leaking.leak),
        ("draining", 20, 0, draining.drain),
        ("vapour", 20, 0, draining.air),
        ("sources", 20, 0, sparks.stop_sources),
        ("meeting", 20, 0, meeting.meet),
        ("digging", 20, 0, digging.work),
        ("fire", 20, 0, burning.burn),
        ("breathing", 20, 0, exposure.breathe),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, sights.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {"drive": drive, "call": pressing.call, "clear": fright.clear}


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, PipelineRelease]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    middle = scenario.site.place[incident.manholes[len(incident.manholes) // 2]]
    rules = PipelineRelease(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=OF_LINES,
        centre_m=(middle.x_m, middle.y_m),
        incident=incident,
    )
    return start(scenario, rules, hidden, humans), rules
