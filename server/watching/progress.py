"""Progress: the sheet as far as the events have come. What is not done yet is not judged: it is never a zero.

Nothing is worked out here that `scoring` does not say: marks, reasons and vetoes are those of `prefill` on the events
so far. Here it is told apart which of them stand, and which the rest of the drill may still change.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scoring.marks import Line, prefill
from scoring.rubric import NO_TEXT, Item, Rubric, Text
from scoring.timeline import Log, Response, respond
from scoring.veto import Drawn
from scoring.words import describe
from sim_core.events import Event

State = Literal["human", "not_yet", "holds", "done", "lost"]
# Events that a person looks for on a timeline; orders and messages are in the radio log.
TOLD = frozenset({"cue_revealed", "fact", "harm", "alarm", "directed", "ended"})


@dataclass(frozen=True, slots=True)
class LineSoFar:
    """One line. state: human = for an examiner; not_yet; holds = earned if nothing happens until the end; done; lost.

    points, time_points: None unless done or lost. provisional: what is still to come may change it. cue_tick: when its
    clock started, None = not yet. what: the event that decided it.
    """

    item: Item
    state: State
    provisional: bool
    time_max: Decimal
    points: Decimal | None = None
    time_points: Decimal | None = None
    reason: Text = NO_TEXT
    tick: int | None = None
    what: Text = NO_TEXT
    cue_tick: int | None = None
    seconds: Decimal | None = None
    too_fast: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """Something for the timeline. kind: of the event. number: its place among all moments of the drill, from 0."""

    number: int
    tick: int
    kind: str
    subject: str
    text: Text


@dataclass(frozen=True, slots=True)
class Progress:
    """tick: up to which everything is known. over: the drill has ended, nothing changes any more."""

    tick: int
    over: bool
    lines: tuple[LineSoFar, ...]
    vetoes: tuple[Drawn, ...]
    moments: tuple[Moment, ...]


def so_far(events: Sequence[Event], rubric: Rubric, examined: Collection[str], tick: int) -> Progress:
    """Read the events of a drill up to a tick."""
    log = Log(events, rubric.names)
    over = any(event.kind == "ended" for event in events)
    sheet = prefill(events, rubric, examined, tick)
    lines = tuple(
        _line(item, line, respond(log, item, examined), log, over)
        for item, line in zip(rubric.items, sheet.lines, strict=True)
    )
    return Progress(tick, over, lines, sheet.vetoes, _moments(events, rubric, examined))


def _state(item: Item, line: Line, response: Response, log: Log, over: bool) -> State:
    if item.human:
        return "human"
    if log.first(item.never):
        return "lost"
    if over:
        return "done" if line.points else "lost"
    if item.needs and log.completed(item.needs) is None:
        return "not_yet"
    if not (item.done or item.instead):
        return "holds"
    if response.done is None:
        return "not_yet"
    return "done" if line.points else "lost"


def _line(item: Item, line: Line, response: Response, log: Log, over: bool) -> LineSoFar:
    state = _state(item, line, response, log, over)
    cue_tick = response.start_tick if item.clock else None
    if state not in ("done", "lost"):
        return LineSoFar(item, state, state != "human", line.time_max, cue_tick=cue_tick)
    return LineSoFar(
        item,
        state,
        provisional=state == "done" and bool(item.never) and not over,
        time_max=line.time_max,
        points=line.points,
        time_points=line.time_points,
        reason=line.reason,
        tick=line.tick,
        what=NO_TEXT if line.event is None else describe(line.event, log.names),
        cue_tick=cue_tick,
        seconds=line.seconds,
        too_fast=line.too_fast,
    )


def _moments(events: Sequence[Event], rubric: Rubric, examined: Collection[str]) -> tuple[Moment, ...]:
    told = [event for event in events if event.kind in TOLD and (event.kind != "cue_revealed" or event.seat in examined)]
    return tuple(
        Moment(number, event.tick, event.kind, event.subject, describe(event, rubric.names))
        for number, event in enumerate(told)
    )
