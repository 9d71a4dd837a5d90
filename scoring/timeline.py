"""Timeline: from the events of a drill to when each item's clock started and when its act was done."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.amounts import FIXED
from scoring.rubric import Item, Pattern, Rubric
from sim_core.events import Event

TICKS_PER_S = 20


@dataclass(frozen=True, slots=True)
class Response:
    """When one item was asked for and when it was done.

    start_tick: where the clock starts; None = its cue never reached an examined seat. cue: what started it,
    None where the clock is the start of the drill. done: the decisive event, None = not done.
    """

    item: Item
    start_tick: int | None
    cue: Event | None
    done: Event | None
    by_alternative: bool = False

    @property
    def seconds(self) -> Decimal | None:
        """Response time, s; None if not done, or done before the cue: foresight and luck look alike, so such
        an act counts as done and earns no time credit.
        """
        if self.done is None or self.start_tick is None or self.done.tick < self.start_tick:
            return None
        return FIXED.divide(Decimal(self.done.tick - self.start_tick), Decimal(TICKS_PER_S))


def _fits(wanted: str, found: str) -> bool:
    if wanted.endswith("*"):
        return found.startswith(wanted[:-1])
    return not wanted or wanted == found


def matches(pattern: Pattern, event: Event) -> bool:
    """Tell whether the event is one of those that the pattern counts."""
    return (
        pattern.kind == event.kind
        and _fits(pattern.act, event.act)
        and _fits(pattern.subject, event.subject)
        and _fits(pattern.detail, event.detail)
        and _fits(pattern.seat, event.seat)
        and _fits(pattern.to, event.to)
        and _fits(pattern.by, event.by)
        and (pattern.value_min is None or event.value >= pattern.value_min)
        and (pattern.value_max is None or event.value <= pattern.value_max)
    )


class Log:
    """The events of a drill, indexed by kind, act and subject; "" in a key stands for any.

    names: what codes in events are called, (Chinese, English).
    """

    def __init__(self, events: Iterable[Event], names: Mapping[str, tuple[str, str]]) -> None:
        self.names = names
        self._events = tuple(events)
        self._places: dict[tuple[str, str, str], list[int]] = {}
        for place, event in enumerate(self._events):
            kind, act, subject = event.kind, event.act, event.subject
            for key in dict.fromkeys(
                ((kind, act, subject), (kind, act, ""), (kind, "", subject), (kind, "", ""))
            ):
                self._places.setdefault(key, []).append(place)

    def _place(self, pattern: Pattern) -> int | None:
        act = "" if pattern.act.endswith("*") else pattern.act
        subject = "" if pattern.subject.endswith("*") else pattern.subject
        for place in self._places.get((pattern.kind, act, subject), ()):
            if matches(pattern, self._events[place]):
                return place
        return None

    def _first_place(self, patterns: Iterable[Pattern]) -> int | None:
        places = (self._place(pattern) for pattern in patterns)
        return min((place for place in places if place is not None), default=None)

    def first(self, patterns: Iterable[Pattern]) -> Event | None:
        """Find the first event that meets any of the patterns."""
        place = self._first_place(patterns)
        return None if place is None else self._events[place]

    def completed(self, groups: Iterable[Iterable[Pattern]]) -> Event | None:
        """Find the event by which every group was met for the first time; None if one never was."""
        places = [self._first_place(group) for group in groups]
        met = [place for place in places if place is not None]
        return self._events[max(met)] if met and len(met) == len(places) else None

    def cue(self, clock: Iterable[str], examined: Collection[str]) -> Event | None:
        """Find the first of these cues to be revealed to an examined seat."""
        return self.first(
            Pattern("cue_revealed", seat=seat, subject=cue) for cue in clock for seat in examined
        )


def respond(log: Log, item: Item, examined: Collection[str]) -> Response:
    """Read one item off the log.

    The alternative counts from where it is complete and its condition has come true; of act and alternative
    the earlier one decides.
    """
    cue = log.cue(item.clock, examined)
    start_tick = 0 if not item.clock else cue.tick if cue else None
    act = log.completed(item.done)
    alternative = None
    if item.instead:
        alternative = log.completed((*item.instead, *((item.instead_if,) if item.instead_if else ())))
    if alternative and (act is None or alternative.tick < act.tick):
        return Response(item, start_tick, cue, alternative, by_alternative=True)
    return Response(item, start_tick, cue, act)


def response(events: Iterable[Event], rubric: Rubric, examined: Collection[str]) -> tuple[Response, ...]:
    """Give the response to each item of the rubric, in its order."""
    log = Log(events, rubric.names)
    return tuple(respond(log, item, examined) for item in rubric.items)
