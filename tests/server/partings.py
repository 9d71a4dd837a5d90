"""Partings: where what a seat gets first differs from its twin's, and whether it may: the rules of `twins.leaks`, on
bytes and times.

A seat may part from its twin only by a State or Baseline that decodes to observations which differ in nothing but
fields that the parameter declares (or deeds of seats that have parted), or by a message from a seat that has parted, or
by what its own act found out in a declared field. Whatever else differs is a leak: a length, a time, an answer, a
number of an event, a frame too many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from clients.protocol import frames
from clients.protocol.cells import baseline_of, cells_of, changes, patched
from clients.protocol.messages import Baseline, Heard, Message, Noted, State
from scenarios.model import Hidden
from server.views import trainee
from sim_core.observation import Observation, flatten
from sim_core.pack import pack
from sim_core.site import Site
from tests.scenarios.twins import _allowed
from tests.server.twin_rooms import Course
from tests.server.twin_seats import Sent


class Leak(NamedTuple):
    """What differs between twins and must not. where: a seat, or what was asked, or `log`. fields: what differs."""

    where: str
    at_s: float
    fields: tuple[str, ...]


@dataclass
class _Parting:
    """Where a seat parts from its twin. fields: what differs. faults: what is wrong whoever has parted before."""

    seat: str
    tick: int
    at_s: float
    fields: tuple[str, ...]
    faults: tuple[str, ...]


def leaks(left: Course, right: Course, hidden: Hidden, site: Site, idle: bool) -> list[Leak]:
    """Everything that one parameter gives away before its time, in whatever a seat can get."""
    return [*_shared(left, right), *_of_seats(left, right, hidden, site, idle)]


def _shared(left: Course, right: Course) -> Iterator[Leak]:
    """What anybody may ask for, and the log, are equal to the end."""
    for one, other in zip_longest(left.answers, right.answers):
        if one != other:
            yield Leak((one or other).asked, 0.0, (_difference(one, other),))
    for a, b in zip_longest(left.log.splitlines(), right.log.splitlines()):
        if a != b:
            yield Leak("log", 0.0, (str(a), str(b)))
            return


def _difference(one: object, other: object) -> str:
    if one is None or other is None:
        return "asked once only"
    assert isinstance(one, tuple) and isinstance(other, tuple)
    if one[3] == other[3]:
        return f"{one[1:3]} {other[1:3]}"
    pairs = zip_longest(one[3].split(b"\n"), other[3].split(b"\n"))
    return str(next((a, b) for a, b in pairs if a != b))[:400]


def _of_seats(left: Course, right: Course, hidden: Hidden, site: Site, idle: bool) -> list[Leak]:
    partings = [p for seat in left.sent if (p := _parting(seat, left.sent[seat], right.sent[seat], site))]
    partings += [p for seat in left.looks if (p := _first_look(seat, left, right, site))]
    partings.sort(key=lambda p: p.tick)
    parted: list[str] = []
    found = []
    while partings:
        tick = partings[0].tick
        now, partings = [p for p in partings if p.tick == tick], [p for p in partings if p.tick > tick]
        while fair := [p for p in now if not p.faults and not _wrong(p, hidden, parted, idle)]:
            parted += [p.seat for p in fair]  # seats are looked at every other tick: one may excuse another
            now = [p for p in now if p not in fair]
        found += [Leak(p.seat, p.at_s, p.faults or _wrong(p, hidden, parted, idle)) for p in now]
        parted += [p.seat for p in now]
    return found


def _wrong(parting: _Parting, hidden: Hidden, parted: list[str], idle: bool) -> tuple[str, ...]:
    return tuple(f for f in parting.fields if not _allowed(f, hidden, parted, idle))


def _first_look(seat: str, left: Course, right: Course, site: Site) -> _Parting | None:
    for (tick, one), (_, other) in zip(left.looks[seat], right.looks[seat], strict=False):
        if pack(one) != pack(other):
            return _Parting(seat, tick, 0.0, _differing(one, other, site), ())
    return None


def _differing(one: Observation, other: Observation, site: Site) -> tuple[str, ...]:
    a, b = flatten(one, site), flatten(other, site)
    return tuple(sorted(k for k in a.keys() | b.keys() if a.get(k) != b.get(k)))


# ---- one seat's socket


def _parting(seat: str, left: Sequence[Sent], right: Sequence[Sent], site: Site) -> _Parting | None:
    """The first difference of two sockets, None if there is none."""
    base: Baseline | None = None
    for a, b in zip_longest(left, right):
        if a != b:
            return _judged(seat, a, b, base, site)
        told = _told(a)
        base = told if isinstance(told, Baseline) else base
    return None


def _told(sent: Sent) -> Message | None:
    try:
        told: Message = frames.decode("trainee", sent.frame, to_server=False)
    except frames.FrameError:
        return None
    return told


def _judged(seat: str, a: Sent | None, b: Sent | None, base: Baseline | None, site: Site) -> _Parting:
    first = min((s for s in (a, b) if s is not None), key=lambda s: s.at_s)

    def fault(*words: str) -> _Parting:
        return _Parting(seat, first.tick, first.at_s, (), words)

    if a is not None and b is not None and a.frame == b.frame and a.code == b.code:
        return fault("send time")
    here = [s for s in (a, b) if s is not None and s.at_s == first.at_s]
    told = [_told(s) for s in here]
    news = [m for m in told if not isinstance(m, State | Baseline)]
    if news:
        # Heard and Noted come where the world lets them; every other message is an answer, equal to the end.
        if answers := {type(m).__name__ for m in news if not isinstance(m, Heard | Noted)}:
            return fault(*sorted(answers))
        fields = tuple(_field(m) for m in news if isinstance(m, Heard | Noted))
        return _Parting(seat, min(m.tick for m in news if isinstance(m, Heard | Noted)), first.at_s, fields, ())
    if len(here) == 1:
        return fault("a state too many")
    tags = tuple(instrument.tag for instrument in site.instruments)
    seen = []
    for sent, message in zip(here, told, strict=True):
        assert isinstance(message, State | Baseline)
        observation = observed(message, base, tags)
        if written(message, observation, base, tags) != sent.frame:
            return fault("more than an observation")
        seen.append(observation)
    fields = _differing(seen[0], seen[1], site)
    return _Parting(seat, seen[0].tick, first.at_s, fields, () if fields else ("equal states in other bytes",))


def _field(message: Heard | Noted) -> str:
    if isinstance(message, Heard):
        return f"inbox.{message.sender}.{message.event}"
    return f"notes.{message.topic}.{message.tick}.{message.subject}.{message.word}"


# ---- what a frame holds


def observed(message: State | Baseline, base: Baseline | None, tags: Sequence[str]) -> Observation:
    """The observation that a frame tells."""
    if isinstance(message, Baseline):
        return trainee.decode(cells_of(message), message.tick, tags)
    assert base is not None
    return trainee.decode(patched(base, message), message.tick, tags)


def written(message: State | Baseline, seen: Observation, base: Baseline | None, tags: Sequence[str]) -> bytes:
    """The frame that tells this observation and nothing else."""
    cells = trainee.encode(seen, tags)
    if isinstance(message, Baseline):
        return frames.encode(baseline_of(message.timeline, message.number, message.tick, cells))
    assert base is not None
    return frames.encode(changes(message.timeline, base, message.tick, cells))
