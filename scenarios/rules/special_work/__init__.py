"""Special work: an operation under a permit, from its preparation to what comes of what was forgotten.

A drill begins with the permit on the table. Until the crew begins, the commander has the permit read, its grade set,
what it says looked at on the spot, blinds and locks hung, guards put up, the air tested; then lets the crew begin, or
puts the work off. A crew that is told nothing begins by itself. While hands are at work other things go on: gas comes
out somewhere, the wind rises, somebody comes by or calls the watcher away. What follows is physics: gas at an arc
burns, a wall of soft ground gives way at its depth, who holds a live wire falls.

start        the world at tick 0                incident   its constants
rules        what the core asks                 gangs      crew, others, who calls the watcher
conduct      held against what should be so     crew       acts of this kind of work
gases        outflows, who meets them           igniting   sparks, fire, what it does
plumes       how the wind carries them
falling      hold, boards, lifelines            electricity live conductors
digging      walls of a trench, a cable         hoisting   load, crane, ground below it
driving      cars and engines at a cut          lives      who comes to harm
blowing      the wind that rises                sights     what is seen of it
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.ground import exposure, fright, instruments, pressing
from scenarios.rules.ground.rules import constants
from scenarios.rules.special_work import (
    blowing,
    conduct,
    crew,
    digging,
    driving,
    electricity,
    falling,
    gangs,
    gases,
    hoisting,
    lives,
    sights,
)
from scenarios.rules.special_work.incident import incident_of
from scenarios.rules.special_work.rules import SpecialWork
from scenarios.rules.special_work.start import start
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, blowing.blow),
        ("gangs", 20, 0, gangs.move),
        ("gas", 20, 0, gases.drift),
        ("conduct", 20, 0, conduct.judge),
        ("falling", 20, 0, falling.hold_on),
        ("electricity", 20, 0, electricity.flow),
        ("digging", 20, 0, digging.dig),
        ("hoisting", 20, 0, hoisting.lift),
        ("driving", 20, 0, driving.drive),
        ("breathing", 20, 0, exposure.breathe),
        ("lives", 20, 0, lives.live),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, sights.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = crew.EFFECTS


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, SpecialWork]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    rules = SpecialWork(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=instruments.READINGS,
        centre_m=(incident.at.x_m, incident.at.y_m),
        incident=incident,
    )
    return start(scenario, rules, hidden, humans), rules
