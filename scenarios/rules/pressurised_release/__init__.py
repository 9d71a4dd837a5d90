"""Pressurised release: a liquefied gas out of a vessel or its pipework under its own pressure.

start      the world at tick 0                 incident   its constants
rules      what the core asks                  gauging    levels, pressures, positions
water      pumps, curtains, rings, monitors    leaking    holes, flashing jets, rain, water put in
cloud      pool, train, who meets it           ignition   what burns when a spark is met
burning    jets, pool, heat on all             bursting   walls that weaken, fireball, domino
crew       plug, spray, put out                facts      conduct held against the physics
showing    what is seen and heard              absorbing  hood and tower that bind what flies
offsite    school and road beyond the fence    fallen     who lies in the gas
flaring    vapour let go to the flare            sinking    a cylinder let down into alkali
room       a leak within walls                   washing    what water takes out of the cloud, where it runs
holding    a vessel that holds gas alone         surroundings  rooms, yards, such vessels: their constants
floating   a bell that floats on its gas          bells      its constants
engines    those beyond the fence that run, and the flash that meets them
shapes     walls of spheres and lying cylinders   warning    signs that one may burst, and who stays near
transfer   what is unloaded, and who stays by it

Vessel, hole, valves, phase, jet and gas are data; a gas without LFL does not burn, one with a hot zone poisons.
Weather, sparks, gas detectors and all that every incident has are in `scenarios.rules.ground`.
"""

from collections.abc import Mapping
from typing import cast

from scenarios.model import Scenario
from scenarios.rules.ground import exposure, fright, instruments, pressing, sparks, weather
from scenarios.rules.ground.crew import drive
from scenarios.rules.ground.rules import constants
from scenarios.rules.pressurised_release import (
    burning,
    bursting,
    cloud,
    crew,
    fallen,
    flaring,
    floating,
    holding,
    leaking,
    offsite,
    room,
    showing,
    sinking,
    transfer,
    warning,
    water,
)
from scenarios.rules.pressurised_release.gauging import OF_VESSELS
from scenarios.rules.pressurised_release.incident import incident_of
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from scenarios.rules.pressurised_release.start import start
from sim_core.people import command
from sim_core.rules import Phenomenon, Work
from sim_core.world import World

PHENOMENA = tuple(
    Phenomenon(name, period, phase, cast(Work, work))
    for name, period, phase, work in (
        ("weather", 20, 0, weather.blow),
        ("water", 20, 0, water.pump),
        ("bath", 20, 0, sinking.sink),
        ("flare", 20, 0, flaring.vent),
        ("holding", 20, 0, holding.hold),
        ("bell", 20, 0, floating.float_bell),
        ("leak", 20, 0, leaking.leak),
        ("pool", 20, 0, cloud.boil),
        ("sources", 20, 0, sparks.stop_sources),
        ("room", 20, 0, room.fill),
        ("transfer", 20, 0, transfer.attend),
        ("cloud", 20, 0, cloud.drift),
        ("fire", 20, 0, burning.burn),
        ("walls", 20, 0, bursting.weaken),
        ("warning", 20, 0, warning.warn),
        ("breathing", 20, 0, exposure.breathe),
        ("fallen", 20, 0, fallen.breathe),
        ("offsite", 20, 0, offsite.expose),
        ("managers", 20, 0, pressing.press),
        ("frightened", 20, 0, fright.run),
        ("sights", 20, 0, showing.show),
        ("instruments", 10, 1, instruments.read),
    )
)
EFFECTS = {
    "plug": crew.plug, "spray": crew.spray, "extinguish": crew.extinguish, "drive": drive, "record": command.plain,
    "call": offsite.call, "clear": fright.clear,
}  # fmt: skip


def build(
    scenario: Scenario, hidden: Mapping[str, float | str], world_key: bytes, humans: tuple[str, ...]
) -> tuple[World, PressurisedRelease]:
    """World at tick 0 and the rules of one drill. Of `hidden` only its consequences stay."""
    incident = incident_of(scenario)
    rules = PressurisedRelease(
        **constants(scenario, world_key, PHENOMENA),
        effects=EFFECTS,
        readings=OF_VESSELS,
        centre_m=incident.centre(scenario.site),
        incident=incident,
        smelt=incident.smelt,
    )
    return start(scenario, rules, hidden, humans), rules
