"""Liquid release: a flammable liquid over the rim of a tank, or out of it, into a bund.

start        the world at tick 0                incident   its constants
rules        what the core asks                 weather    wind
filling      pump, line, tank, cascade          vapour     pools, cloud, who meets it
ignition     spark, and what burns then         harm       flash and blast on people and tanks
burning      fire, foam, heat                   breathing  vapour without a set
instruments  gauges, detectors, the panel       crew       foam monitors, fire engine
facts        conduct held against the physics
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.liquid_release import breathing, burning, crew, filling, ignition, instruments, vapour, weather
from scenarios.rules.liquid_release.incident import incident_of
from scenarios.rules.liquid_release.rules import LiquidRelease
from scenarios.rules.liquid_release.start import start
from sim_core.chance import Chance
from sim_core.rules import Phenomenon, Work
from sim_core.schedule import waits
from sim_core.world import TICKS_PER_S, World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("filling", 20, 0, filling.fill),
        ("pools", 20, 0, vapour.pools),
        ("foam", 20, 0, burning.spray),
        ("fire", 20, 0, burning.burn),
        ("sources", 20, 0, ignition.stop_sources),
        ("vapour", 20, 0, vapour.drift),
        ("breathing", 20, 0, breathing.breathe),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {"foam": crew.foam, "drive": crew.drive}


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, LiquidRelease]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    rules = LiquidRelease(
        site=scenario.site,
        cues=scenario.cues,
        chance=Chance(world_key),
        phenomena=PHENOMENA,
        effects=EFFECTS,
        waits=waits(tuple((p.period, p.phase) for p in PHENOMENA)),
        limit_tick=int(scenario.duration_s * TICKS_PER_S),
        calls=scenario.calls,
        incident=incident_of(scenario),
    )
    return start(scenario, rules, hidden, humans), rules
