"""Talk: what was said in a drill, and whether it arrived and was read back.

An order counts as heard by the first `told` of an order of the same act and subject at its addressee from its author,
and as answered by the first `read_back` of it; each of these serves one order, the earliest that still waits. What is
never heard was lost on the way (dead radio, out of earshot), or the drill ended first. A colleague says some things
without being seen to open the mouth; they are in the list when they arrive.
"""

from collections.abc import Callable, Iterator, Sequence

from server.debrief.shapes import Talk
from server.debrief.words import Names, sentence
from sim_core.events import Event

SPOKEN = ("report", "sitrep")
ALL = "ALL"
_SAID = {"ordered": "order", "read_back": "read_back"}


def talk(events: Sequence[Event], names: Names) -> tuple[Talk, ...]:
    """Everything that was said, in order."""
    return tuple(sorted(_said(events, names), key=lambda one: one.tick))


def _said(events: Sequence[Event], names: Names) -> Iterator[Talk]:
    used: set[int] = set()

    def first(from_place: int, fits: Callable[[Event], bool]) -> int | None:
        for place in range(from_place, len(events)):
            if place not in used and fits(events[place]):
                used.add(place)
                return events[place].tick
        return None

    for place, event in enumerate(events):
        kind = _SAID.get(event.kind) or ("report" if event.kind == "did" and event.act in SPOKEN else "")
        if not kind:
            continue
        heard = first(place, _arrival(event))
        answered = first(place, _answer(event)) if kind == "order" else None
        yield Talk(event.tick, kind, event.seat, event.to, sentence(event, names), heard, answered)
    for place, event in enumerate(events):
        if event.kind == "told" and place not in used and event.act in SPOKEN and not _to_all(event, events):
            yield Talk(event.tick, "report", event.to, event.seat, sentence(event, names), event.tick, None)


def _arrival(said: Event) -> Callable[[Event], bool]:
    """What tells that this was heard."""
    kind = _SAID.get(said.kind, said.act)
    topic, subject = (said.act, said.subject) if said.kind != "did" else (said.subject, said.detail)

    def fits(event: Event) -> bool:
        alike = (event.kind, event.act, event.detail, event.subject) == ("told", kind, topic, subject)
        return alike and event.to == said.seat and said.to in (event.seat, ALL)

    return fits


def _answer(order: Event) -> Callable[[Event], bool]:
    wanted = ("read_back", order.to, order.seat, order.act, order.subject)
    return lambda event: (event.kind, event.seat, event.to, event.act, event.subject) == wanted


def _to_all(heard: Event, events: Sequence[Event]) -> bool:
    """Whether this is one of the arrivals of something that was told to all."""
    return any(
        e.kind == "did" and e.to == ALL and e.seat == heard.to and e.act == heard.act and e.subject == heard.detail
        for e in events
    )
