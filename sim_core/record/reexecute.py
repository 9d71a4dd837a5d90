"""Re-execution: a record is run again from its start and must come out the same, byte for byte."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from sim_core.acts import SeatAct
from sim_core.events import Event
from sim_core.pack import PackError, unpack
from sim_core.record.container import Kind
from sim_core.record.drill import Cut, Cutter, Digests, DrillRecord, Log, Observed, Span, TimedAct
from sim_core.record.reading import Fault
from sim_core.rules import Rules
from sim_core.simulation import Point, advance, jump
from sim_core.step import NEVER


class Moment(NamedTuple):
    """One tick that was worked."""

    before: Point
    acts: tuple[SeatAct, ...]
    after: Point
    events: tuple[Event, ...]


def course(point: Point, rules: Rules, acts: Iterable[TimedAct], until_tick: int = NEVER) -> Iterator[Moment]:
    """Run on from a point with acts in order of their ticks, to the end of the drill or to until_tick."""
    coming = iter(acts)
    following = next(coming, None)
    while not point.world.ended and point.world.tick < until_tick:
        due = []
        while following is not None and following.tick == point.world.tick:
            due.append(following.act)
            following = next(coming, None)
        after, events = advance(point, rules, due)
        yield Moment(point, tuple(due), after, events)
        point = jump(after, rules, min(until_tick, NEVER if following is None else following.tick))


def reexecute(
    record: DrillRecord, start: Point, rules: Rules, watch: Callable[[Moment], None] | None = None
) -> tuple[Fault, ...]:
    """Run a record again and compare every payload; the first that disagrees, or () if none does.

    start, rules: of the drill as its keys build it. watch: called with every tick that was worked.
    """
    try:
        for cut, span in _pairs(record, start, rules, watch):
            fault = _compare(cut, span, record)
            if fault is not None:
                return (fault,)
    except PackError as error:
        return (Fault(f"记录内容无法读取：{error}", f"the record's content cannot be read: {error}", 0),)
    if record.spans[-1].keyframe().chain != record.digest:
        return (Fault("封条中的最终摘要与重演不符", "the seal's final digest disagrees with re-execution", 0),)
    return ()


def seek(record: DrillRecord, start: Point, rules: Rules, tick: int) -> Point:
    """Return the point at a tick of the record, run on from the keyframe before it."""
    passed = [span for span in record.spans if span.to_tick < tick]
    point = passed[-1].keyframe() if passed else start
    if len(passed) == len(record.spans):
        return point
    for moment in course(point, rules, record.spans[len(passed)].log().acts, tick):
        point = moment.after
    return jump(point, rules, tick)


def _pairs(
    record: DrillRecord, start: Point, rules: Rules, watch: Callable[[Moment], None] | None
) -> Iterator[tuple[Cut | None, Span | None]]:
    """Pair every span that the drill yields now with the recorded one."""
    acts = chain.from_iterable(span.log().acts for span in record.spans)
    spans, cutter, end = iter(record.spans), Cutter(rules.site), start
    for moment in course(start, rules, acts):
        if watch is not None:
            watch(moment)
        cut = cutter.follow(*moment)
        if cut is not None:
            yield cut, next(spans, None)
        end = moment.after
    yield cutter.cut(end), next(spans, None)
    yield from ((None, span) for span in spans)


def _compare(cut: Cut | None, span: Span | None, record: DrillRecord) -> Fault | None:
    if cut is None or span is None or cut.to_tick != span.to_tick:
        ends = cut.to_tick + 1 if cut is not None and (span is None or cut.to_tick < span.to_tick) else record.ticks
        return Fault(
            f"演练长度不符：记录为 {record.ticks} 个时刻，重演在时刻 {ends} 附近不同",
            f"the drill's length disagrees: {record.ticks} ticks recorded, re-execution departs near tick {ends}",
            span.blocks[Kind.KEYFRAME].offset if span is not None else 0,
        )
    unlike = [
        _first_difference(kind, cut.payloads[kind], span)
        for kind in _ORDER
        if cut.payloads[kind] != span.blocks[kind].payload()
    ]
    return min(unlike, key=lambda found: found.tick).fault if unlike else None


class _Difference(NamedTuple):
    tick: int
    fault: Fault


# At equal ticks the digest is named first: it covers all else.
_ORDER = (Kind.DIGESTS, Kind.ACTS, Kind.OBSERVED, Kind.KEYFRAME)
_NAMES_ZH = {Kind.DIGESTS: "状态摘要", Kind.ACTS: "动作与事件", Kind.OBSERVED: "席位所见", Kind.KEYFRAME: "关键帧"}
_NAMES_EN = {
    Kind.DIGESTS: "digest",
    Kind.ACTS: "acts and events",
    Kind.OBSERVED: "what a seat perceived",
    Kind.KEYFRAME: "keyframe",
}


def _first_difference(kind: Kind, ours: bytes, span: Span) -> _Difference:
    block = span.blocks[kind]
    pairs = zip_longest(_rows(kind, block.payload()), _rows(kind, ours))
    unlike = (pair for pair in pairs if pair[0] != pair[1])
    tick = next((min(row.tick for row in pair if row is not None) for pair in unlike), span.to_tick)
    zh = f"第 {block.number} 块，字节 {block.offset:,}：时刻 {tick} 的{_NAMES_ZH[kind]}与重演不符"
    en = f"block {block.number} at byte {block.offset:,}: {_NAMES_EN[kind]} of tick {tick} disagrees with re-execution"
    return _Difference(tick, Fault(zh, en, block.offset))


def _rows(kind: Kind, payload: bytes) -> Sequence[Any]:
    """The rows of a payload, each with its tick, in order; a keyframe has none."""
    if kind is Kind.DIGESTS:
        return unpack(Digests, payload).chain
    if kind is Kind.OBSERVED:
        return unpack(Observed, payload).seen
    if kind is Kind.ACTS:
        log = unpack(Log, payload)
        return sorted((*log.events, *log.acts), key=lambda row: row.tick)
    return ()
