"""The harbour street for tests: built with given hidden values, on the stage of `tests.drills`."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.physics.culvert import BuriedLine, Culvert
from tests.drills import Stage

SCENARIO = load("pipeline_culvert")
SEATS = tuple(role.seat for role in SCENARIO.roles)
LFL = 0.013
CALM: dict[str, float | str] = {
    "leak_m3_h": 30.0, "leak_reach": "MH-2", "location_error_m": 0.0, "culvert_lel": 0.0, "block_valve": "normal",
    "street_people": "SQ", "contractor": "waits", "dig_s": 780.0, "wind_speed_m_s": 3.0, "wind_from_deg": 0.0,
    "night": "no", "radio_dead": "none",
}  # fmt: skip


def street(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill without faults but those given; by default nobody in it is a colleague."""
    assert set(hidden) <= set(CALM)
    keys = drill_keys(seed)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**CALM, **hidden}))


def culvert(stage: Stage) -> Culvert:
    """The culvert now."""
    assert stage.world.hazard.culvert is not None
    return stage.world.hazard.culvert


def line(stage: Stage) -> BuriedLine:
    """The line now."""
    assert stage.world.hazard.line is not None
    return stage.world.hazard.line


def fill(stage: Stage, *of_lfl: float) -> None:
    """Set the stage: so much vapour in each reach, in LFL."""
    filled = replace(culvert(stage), vapour=tuple(LFL * f for f in of_lfl))
    stage.change(hazard=replace(stage.world.hazard, culvert=filled))


def reading(stage: Stage, tag: str) -> float:
    """What an instrument shows."""
    return stage.world.panel.readings[stage.site.tag_index[tag]]


def facts(stage: Stage) -> dict[str, float]:
    """What became true, with its value."""
    return {e.subject: e.value for e in stage.told("fact")}
