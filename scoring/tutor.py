"""Tutor: what an instructor at one's shoulder would say, from the same timeline as the marks. Training alone.

A hint is due when a step whose clock runs is overdue, and when an act has drawn a veto. Each is given once, the gravest
first, one at a time, with where the demand comes from.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from scoring.rubric import Item, Rubric, Text, Veto
from scoring.timeline import TICKS_PER_S, Log, Response, respond
from scoring.veto import drawn
from sim_core.events import Event

PAUSE_S = 20.0  # between two hints: who is told everything at once hears nothing


@dataclass(frozen=True, slots=True)
class Hint:
    """about: item or veto of the sheet. kind: overdue, forbidden. text: what is said. standard: where it comes from."""

    about: str
    kind: str
    text: Text
    standard: Text


def hint(
    events: Sequence[Event], rubric: Rubric, examined: Collection[str], tick: int, given: Sequence[tuple[str, int]]
) -> Hint | None:
    """The next hint that is due at a tick, or None. given: what was said before, (about, tick), oldest first."""
    if given and tick - given[-1][1] < PAUSE_S * TICKS_PER_S:
        return None
    said = {about for about, _ in given}
    log = Log(events, rubric.names)
    return next((one for one in _due(log, rubric, examined, tick) if one.about not in said), None)


def _due(log: Log, rubric: Rubric, examined: Collection[str], tick: int) -> Iterator[Hint]:
    """What could be said now, gravest first: vetoes, critical steps, then the rest by how long they are overdue."""
    vetoes = {veto.id: veto for veto in rubric.vetoes}
    yield from (_forbidden(vetoes[one.veto_id]) for one in drawn(log, rubric, examined, tick))
    responses = {item.id: respond(log, item, examined) for item in rubric.items}
    late = [item for item in rubric.items if _overdue(item, responses, tick)]
    late.sort(key=lambda item: (not item.critical, _deadline(item, responses[item.id])))
    yield from (_overdue_hint(item) for item in late)


def _overdue(item: Item, responses: dict[str, Response], tick: int) -> bool:
    """Its clock runs, its target has passed, it is not done, and nothing that comes before it is lacking."""
    own = responses[item.id]
    if item.human or item.target_s <= 0.0 or own.start_tick is None or own.done is not None:
        return False
    if any(responses[earlier].done is None for earlier in item.after):
        return False
    return tick >= _deadline(item, own)


def _deadline(item: Item, own: Response) -> float:
    return (own.start_tick or 0) + item.target_s * TICKS_PER_S


def _overdue_hint(item: Item) -> Hint:
    return Hint(
        item.id,
        "overdue",
        Text(f"还没有：{item.name.zh}", f"not done yet: {item.name.en}"),
        item.standard,
    )


def _forbidden(veto: Veto) -> Hint:
    return Hint(
        veto.id,
        "forbidden",
        Text(f"这样做会被一票否决：{veto.name.zh}", f"this is a veto: {veto.name.en}"),
        veto.standard,
    )
