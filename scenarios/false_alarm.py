"""False alarm: a training draw in which nothing happens but that an instrument lies. Drawn on streams of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.hidden import NoDrawError, Terms, Value
from scenarios.model import Scenario
from scoring.rubric import Rubric
from sim_core.chance import Chance
from sim_core.world import TICKS_PER_S, Gauge, World


@dataclass(frozen=True, slots=True)
class Lie:
    """Which instrument lies, what it reads, from which tick."""

    tag: str
    reads: float
    tick: int


def lie(scenario: Scenario, hidden_key: bytes, terms: Terms) -> Lie | None:
    """The false alarm of this draw; None: its incident is real. NoDrawError: the scenario has no false alarm."""
    told = scenario.false_alarm
    if terms.false_alarm == "must" and told is None:
        raise NoDrawError(f"{scenario.id} has no false alarm")
    if terms.false_alarm == "never" or told is None:
        return None
    chance = Chance(hidden_key)
    if terms.false_alarm == "may" and chance.uniform("false_alarm", 0, 0) >= told.share:
        return None
    tag = told.shows[chance.below("false_alarm/shows", 0, 0, len(told.shows))]
    seconds = told.from_s + chance.below("false_alarm/from", 0, 0, int(told.to_s - told.from_s) + 1)
    return Lie(tag, told.reads, int(seconds * TICKS_PER_S))


def harmless(scenario: Scenario, drawn: Mapping[str, Value]) -> tuple[Scenario, dict[str, Value]]:
    """The scenario and the draw with which nothing happens, and the sheet of it.

    Of the scenario's own vetoes those stay that an act draws; to leave out an act is none where nothing happens.
    """
    told = scenario.false_alarm
    assert told is not None
    known = {hidden.id for hidden in scenario.hidden}
    params = {key: value for key, value in told.settings.items() if key not in known}
    vetoes = tuple(veto for veto in scenario.rubric.vetoes if not veto.absent)
    quiet = replace(
        scenario,
        params={**scenario.params, **params},
        rubric=replace(scenario.rubric, items=told.items, vetoes=vetoes),
    )
    return quiet, {**drawn, **{key: value for key, value in told.settings.items() if key in known}}


def marked_by(scenario: Scenario, hidden_key: bytes, terms: Terms) -> Rubric:
    """The sheet by which this draw is marked."""
    return scenario.rubric if lie(scenario, hidden_key, terms) is None else harmless(scenario, {})[0].rubric


def lying(world: World, scenario: Scenario, false: Lie) -> World:
    """The world with the instrument that lies: one of the plant, or `SEAT/channel`, a cell that somebody carries."""
    seat, _, channel = false.tag.partition("/")
    inside = Gauge("spurious", false.tick, held=false.reads)
    if channel:
        people = (replace(p, spurious=(channel, inside)) if p.seat == seat else p for p in world.people)
        return replace(world, people=tuple(people))
    n = scenario.site.tag_index[false.tag]
    gauges = list(world.gauges)
    gauges[n] = inside
    return replace(world, gauges=tuple(gauges))


