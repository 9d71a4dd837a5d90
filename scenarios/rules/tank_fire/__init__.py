"""Tank fire: an atmospheric tank burns at its seal or over its surface, perhaps its bund too.

start     the world at tick 0                     incident   its constants, what the standards ask
rules     what the core asks                      gauging    level, shell, fire main
water     fire main, cooling, run-off             flames     what burns, what feeds it, foam on it
shells    heat on tanks, signs, the fire jumps    people     heat on people
crew      foam, water, watching                   facts      conduct held against the fire
show      what is seen and heard              transferring  from tank to tank
shields   walls of water before a tank           vapour    what a pool gives off, who breathes it
boiling   the hot zone of burning crude, its signs, what it throws out

Weather and all that every incident has are in `scenarios.rules.ground`.
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.ground import fright, instruments, pressing, weather
from scenarios.rules.ground.rules import constants
from scenarios.rules.tank_fire import boiling, crew, facts, flames, people, shells, show, transferring, vapour, water
from scenarios.rules.tank_fire.gauging import OF_FIRES
from scenarios.rules.tank_fire.incident import incident_of
from scenarios.rules.tank_fire.rules import TankFire
from scenarios.rules.tank_fire.start import start
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("water", 20, 0, water.flow),
        ("transfer", 20, 0, transferring.move),
        ("flames", 20, 0, flames.burn),
        ("boiling", 20, 0, boiling.sink),
        ("heat on shells", 20, 0, shells.radiate),
        ("shells", 20, 0, shells.warm),
        ("people", 20, 0, people.heat),
        ("facts", 20, 0, facts.judge),
        ("vapour", 20, 0, vapour.rise),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, show.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {
    "foam": crew.foam, "check_foam": crew.check_foam, "sds": crew.sds, "spray": crew.spray, "record": crew.record,
    "watch": crew.watch,
    "retreat": crew.retreat,
    "fix_time": crew.fix_time, "call": pressing.call, "clear": fright.clear,
}  # fmt: skip


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, TankFire]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    rules = TankFire(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=OF_FIRES,
        centre_m=incident.centre(scenario.site),
        incident=incident,
    )
    return start(scenario, rules, hidden, humans), rules
