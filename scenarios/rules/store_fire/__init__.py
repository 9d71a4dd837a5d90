"""Store fire: a store of mixed goods burns. Beside the fire stands an oxidiser, which warms until it explodes; what
stands beyond may give off a poison or must not meet water. Papers, placards and the owner say what it is, in time.

start      the world at tick 0              incident   its constants
rules      what the core asks               burning    the fire, the rows beside it, heat on people
exploding  the sign, then the explosion     fumes      hydrogen cyanide and who meets it
inquiry    papers, placards, the owner      crew       water from afar
facts      conduct held against the truth   show       sights, noises, heat sensors
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.ground import exposure, fright, instruments, pressing, weather
from scenarios.rules.ground.rules import constants
from scenarios.rules.store_fire import burning, crew, exploding, facts, fumes, inquiry, show
from scenarios.rules.store_fire.incident import incident_of
from scenarios.rules.store_fire.rules import StoreFire
from scenarios.rules.store_fire.start import start
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("fire", 20, 0, burning.burn),
        ("explosion", 20, 0, exploding.watch),
        ("fumes", 20, 0, fumes.give_off),
        ("meeting", 20, 0, fumes.meet),
        ("inquiry", 20, 0, inquiry.ring_back),
        ("facts", 20, 0, facts.judge),
        ("breathing", 20, 0, exposure.breathe),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, show.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {**crew.EFFECTS, "clear": fright.clear}


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, StoreFire]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    rules = StoreFire(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=show.OF_STORES,
        centre_m=scenario.site.bunds[incident.rows[1]].middle_m,
        incident=incident,
    )
    return start(scenario, rules, hidden, humans), rules
