"""Confined space: a pit, tank, reactor or sewer whose air harms, and those who go in, with leave or without it.

A drill has two phases, each with clocks of its own. Entry: it begins with the permit open, and until the first worker
climbs down (some seven minutes, hidden) the commander has the space isolated, stirred from outside, tested at every
level, ventilated, the crew dressed. None of that is timed: it is state and order. Rescue: the emergency comes from
people and air alone. A worker of the contractor's crew goes in by himself (as a passing vehicle comes in elsewhere),
treads the sludge and so frees what was bound in it; what he then breathes is the air of the layer he stands in, so it
depends on what was isolated and ventilated whether he still lives when he is brought out. He falls, stops breathing
and dies by the law of bodies; a mate runs in after him unless the alarm holds him back. The rules start no clock.

start        the world at tick 0            incident   its constants
rules        what the core asks             gases      layers, sludge, inlets, fans, oxygen
meeting      who breathes which air         workers    who goes in unbidden, who runs in after
breathing    doses of those without a seat  ignition   methane and a spark
crew         acts of this kind of incident  facts      conduct held against the truth
sights       what is seen from the mouth
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.confined_space import breathing, crew, facts, gases, ignition, meeting, sights, workers
from scenarios.rules.confined_space.incident import incident_of
from scenarios.rules.confined_space.rules import ConfinedSpace
from scenarios.rules.confined_space.start import start
from scenarios.rules.ground import exposure, fright, instruments, pressing, weather
from scenarios.rules.ground.rules import constants
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("workers", 20, 0, workers.go_in),
        ("gases", 20, 0, gases.mix),
        ("air", 20, 0, meeting.meet),
        ("spark", 20, 0, ignition.look_for_spark),
        ("exposure", 20, 0, exposure.breathe),
        ("doses", 20, 0, breathing.breathe),
        ("facts", 20, 0, facts.judge),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, sights.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {**crew.EFFECTS, "call": pressing.call, "clear": fright.clear}


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, ConfinedSpace]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    mouth = scenario.site.place[incident.mouth]
    rules = ConfinedSpace(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=instruments.READINGS,
        centre_m=(mouth.x_m, mouth.y_m),
        incident=incident,
    )
    return start(scenario, rules, hidden, humans), rules
