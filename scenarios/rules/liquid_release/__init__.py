"""Liquid release: a flammable liquid over the rim of a tank, or out of it, into a bund.

start        the world at tick 0                incident   its constants
rules        what the core asks                 gauging    level, switch, flow
filling      pumps, lines, tanks, cascade       vapour     pools, cloud, who meets it, what is seen
ignition     what burns when a spark is met     harm       flash and blast on people and tanks
burning      fire, foam, heat                   facts      conduct held against the physics
crew         foam monitors                      roofs      nitrogen under a roof, fire that enters it

Weather, sparks, gas detectors and all that every incident has are in `scenarios.rules.ground`.
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.ground import drones, exposure, fright, instruments, pressing, sparks, weather
from scenarios.rules.ground.crew import drive
from scenarios.rules.ground.rules import constants
from scenarios.rules.liquid_release import burning, crew, filling, roofs, vapour
from scenarios.rules.liquid_release.gauging import OF_TANKS
from scenarios.rules.liquid_release.incident import incident_of
from scenarios.rules.liquid_release.rules import LiquidRelease
from scenarios.rules.liquid_release.start import start
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("filling", 20, 0, filling.fill),
        ("roofs", 20, 0, roofs.blanket),
        ("pools", 20, 0, vapour.pools),
        ("foam", 20, 0, burning.spray),
        ("fire", 20, 0, burning.burn),
        ("sources", 20, 0, sparks.stop_sources),
        ("vapour", 20, 0, vapour.drift),
        ("breathing", 20, 0, exposure.breathe),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, vapour.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {"foam": crew.foam, "drive": drive, "call": pressing.call, "clear": fright.clear, "fly": drones.fly}


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, LiquidRelease]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    rules = LiquidRelease(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=OF_TANKS,
        centre_m=incident.centre(scenario.site),
        incident=incident,
    )
    return start(scenario, rules, hidden, humans), rules
