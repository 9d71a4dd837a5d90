"""A drill's record: what a drill leaves behind, cut into spans of 10 s, written as blocks and read back.

A record is META, then for each span ACTS, DIGESTS, OBSERVED and KEYFRAME over the same ticks, then a LANE for each
seat that has one. Nothing in a span but its lanes is more than re-execution yields again, byte for byte.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from sim_core.acts import SeatAct
from sim_core.events import Event
from sim_core.observation import Observation, observe
from sim_core.pack import pack, unpack
from sim_core.record.container import Kind, RecordWriter
from sim_core.record.lane import Pose, encode_lane
from sim_core.record.reading import Block, Fault, Reading
from sim_core.simulation import Point
from sim_core.site import Site

SPAN_TICKS = 200
SPAN_KINDS = (Kind.ACTS, Kind.DIGESTS, Kind.OBSERVED, Kind.KEYFRAME)


@dataclass(frozen=True, slots=True)
class TimedAct:
    """An act and the tick for which it was stamped."""

    tick: int
    act: SeatAct


@dataclass(frozen=True, slots=True)
class Log:
    """Payload of ACTS: what the seats did, and what came of it."""

    acts: tuple[TimedAct, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A digest of the chain: 16 bytes, taken when `tick` had been worked."""

    tick: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Digests:
    """Payload of DIGESTS."""

    chain: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Observed:
    """Payload of OBSERVED: what every seat perceived whenever a digest was taken, seat by seat."""

    seen: tuple[Observation, ...]


class Cut(NamedTuple):
    """A span as it was cut off a running drill: first and last tick, and the payload of each of SPAN_KINDS."""

    from_tick: int
    to_tick: int
    payloads: Mapping[Kind, bytes]


class Cutter:
    """Follows a drill tick by tick and cuts it into spans."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._begin(0)

    def _begin(self, tick: int) -> None:
        self._from_tick = tick
        self._acts: list[TimedAct] = []
        self._events: list[Event] = []
        self._chain: list[Taken] = []
        self._seen: list[Observation] = []

    def follow(
        self, before: Point, acts: Sequence[SeatAct], after: Point, events: Sequence[Event]
    ) -> Cut | None:
        """Take in one tick that was worked; the span before it, if this tick begins a new one."""
        tick = before.world.tick
        cut = self.cut(before) if tick >= self._from_tick + SPAN_TICKS else None
        self._acts += [TimedAct(tick, act) for act in acts]
        self._events += events
        if after.chain != before.chain:
            self._chain.append(Taken(tick, after.chain))
            self._seen += [observe(after.world, self._site, seat) for seat in range(len(after.world.people))]
        return cut

    def cut(self, point: Point) -> Cut:
        """Cut the span off that ends with this point."""
        payloads = {
            Kind.ACTS: pack(Log(tuple(self._acts), tuple(self._events))),
            Kind.DIGESTS: pack(Digests(tuple(self._chain))),
            Kind.OBSERVED: pack(Observed(tuple(self._seen))),
            Kind.KEYFRAME: pack(point),
        }
        cut = Cut(self._from_tick, point.world.tick - 1, payloads)
        self._begin(point.world.tick)
        return cut


class Recorder:
    """Writes the record of a drill while it runs. meta: what the caller has to say of the drill, as bytes."""

    def __init__(self, meta: bytes, site: Site) -> None:
        self._cutter = Cutter(site)
        self._poses: dict[str, list[Pose]] = {}
        self._writer = RecordWriter()
        self._writer.add(Kind.META, 0, 0, meta)

    def follow(self, before: Point, acts: Sequence[SeatAct], after: Point, events: Sequence[Event]) -> None:
        """Take in one tick that was worked."""
        cut = self._cutter.follow(before, acts, after, events)
        if cut is not None:
            self._write(cut)

    def pose(self, seat: str, pose: Pose) -> None:
        """Take in where a seat's head and hands are; ticks rise."""
        self._poses.setdefault(seat, []).append(pose)

    def seal(self, end: Point, public_key: bytes, sign: Callable[[bytes], bytes]) -> bytes:
        """Return the sealed record of the drill that has ended. sign: message -> signature by that key."""
        self._write(self._cutter.cut(end))
        return self._writer.seal(end.world.tick, end.chain, public_key, sign)

    def _write(self, cut: Cut) -> None:
        for kind, payload in cut.payloads.items():
            self._writer.add(kind, cut.from_tick, cut.to_tick, payload)
        for seat in sorted(self._poses):
            self._writer.add(Kind.LANE, cut.from_tick, cut.to_tick, encode_lane(seat, self._poses[seat]))
        self._poses.clear()


@dataclass(frozen=True, slots=True)
class Span:
    """Ten seconds of a record. Payloads are unpacked anew each time, so that a record stays small."""

    from_tick: int
    to_tick: int
    blocks: Mapping[Kind, Block]
    lanes: tuple[Block, ...]

    def log(self) -> Log:
        """Acts and events. PackError if they cannot be read."""
        return unpack(Log, self.blocks[Kind.ACTS].payload())

    def keyframe(self) -> Point:
        """The point at which the span ends. PackError if it cannot be read."""
        return unpack(Point, self.blocks[Kind.KEYFRAME].payload())


@dataclass(frozen=True, slots=True)
class DrillRecord:
    """A record in its parts. ticks: length of the drill; digest: 16 bytes, of its end."""

    meta: bytes
    spans: tuple[Span, ...]
    ticks: int
    digest: bytes


class RecordError(ValueError):
    """A proven record that is not the record of a drill."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.en)


def arrange(reading: Reading) -> DrillRecord:
    """Sort the blocks of a proven reading into spans. RecordError if they are not those of a drill."""
    blocks = [block for block in reading.blocks if block.kind is not Kind.ATTACHMENT]
    if reading.seal is None or not blocks or blocks[0].kind is not Kind.META:
        raise RecordError(Fault("记录缺少概要或封条", "the record lacks its META block or its seal", 0))
    spans, at, tick = list[Span](), 1, 0
    while at < len(blocks):
        span = _span(blocks, at, tick)
        spans.append(span)
        at += len(SPAN_KINDS) + len(span.lanes)
        tick = span.to_tick + 1
    if tick != reading.seal.final_tick:
        raise RecordError(
            Fault(
                f"记录止于时刻 {tick}，封条为 {reading.seal.final_tick}",
                f"the record ends at tick {tick}, its seal says {reading.seal.final_tick}",
                blocks[-1].offset,
            )
        )
    return DrillRecord(blocks[0].payload(), tuple(spans), tick, reading.seal.final_digest)


def _span(blocks: Sequence[Block], at: int, tick: int) -> Span:
    """Read the span that begins at block `at` and must begin at `tick`."""
    parts = blocks[at : at + len(SPAN_KINDS)]
    last = min(tick + SPAN_TICKS - 1, parts[0].to_tick)
    if tuple(b.kind for b in parts) != SPAN_KINDS or any((b.from_tick, b.to_tick) != (tick, last) for b in parts):
        zh = f"第 {parts[0].number} 块：应为自时刻 {tick} 起的 10 秒段"
        en = f"block {parts[0].number}: a span of 10 s from tick {tick} should begin here"
        raise RecordError(Fault(zh, en, parts[0].offset))
    lanes = takewhile(lambda block: block.kind is Kind.LANE, blocks[at + len(SPAN_KINDS) :])
    return Span(tick, last, dict(zip(SPAN_KINDS, parts, strict=True)), tuple(lanes))
