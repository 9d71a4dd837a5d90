"""States: a span of the record, run on from the keyframe before it: what was so, and what a seat perceived of it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from server.debrief.proven import Proven
from server.debrief.shapes import Frame, StatesOut
from server.views import staff, trainee
from sim_core.observation import Observation
from sim_core.pack import unpack
from sim_core.record.container import Kind
from sim_core.record.drill import SPAN_TICKS, Observed, TimedAct
from sim_core.record.lane import Pose, decode_lane
from sim_core.record.reexecute import course, seek
from sim_core.simulation import Point, jump

Cells = Mapping[str, Any]


def states(proven: Proven, from_tick: int, to_tick: int, step: int, seat: str) -> StatesOut:
    """The states from one tick to another, both inclusive. Ticks beyond the end are those of the end."""
    end = proven.record.ticks
    first, last = min(from_tick, end), min(to_tick, end)
    wanted = [*range(first, last, step), last]
    site = proven.drill.rules.site
    lanes = _lanes(proven, first, last)
    worlds = (point.world for point in _points(proven, wanted))
    truth = _frames((world.tick, staff.encode(world, site, _heads(lanes, world.tick))) for world in worlds)
    tags = [n.tag for n in site.instruments]
    seen: Iterator[tuple[int, Cells]] = (
        (one.tick, trainee.encode(one, tags)) for one in (observed(proven, first, last, seat) if seat else ())
    )
    return StatesOut(first, last, step, seat, truth, _frames(seen))


def observed(proven: Proven, from_tick: int, to_tick: int, seat: str) -> Sequence[Observation]:
    """What a seat perceived, as the record holds it: the last before from_tick, and all up to to_tick."""
    found: list[Observation] = []
    for span in proven.record.spans:
        if from_tick - SPAN_TICKS <= span.to_tick and span.from_tick < to_tick:
            block = unpack(Observed, span.blocks[Kind.OBSERVED].payload())
            found += [one for one in block.seen if one.seat == seat and one.tick <= to_tick]
    before = [one for one in found if one.tick <= from_tick]
    return [*before[-1:], *(one for one in found if one.tick > from_tick)]


def _lanes(proven: Proven, from_tick: int, to_tick: int) -> dict[str, list[Pose]]:
    """Where heads and hands were recorded to be, by seat, from a span before from_tick on."""
    found: dict[str, list[Pose]] = {}
    for span in proven.record.spans:
        if from_tick - SPAN_TICKS <= span.to_tick and span.from_tick <= to_tick:
            for lane in (decode_lane(block.payload()) for block in span.lanes):
                found.setdefault(lane.seat, []).extend(lane.poses)
    return found


def _heads(lanes: Mapping[str, Sequence[Pose]], tick: int) -> dict[str, staff.Head]:
    """The last that each seat told of its head; one that has said nothing for a span tells nothing any more."""
    last = {seat: poses[: bisect_right(poses, tick, key=attrgetter("tick"))][-1:] for seat, poses in lanes.items()}
    return {seat: pose.head for seat, poses in last.items() for pose in poses if pose.tick > tick - SPAN_TICKS}


def _points(proven: Proven, ticks: Sequence[int]) -> Iterator[Point]:
    """The points at rising ticks: one seek, then on from each to the next."""
    rules = proven.drill.rules
    point = seek(proven.record, proven.drill.point, rules, ticks[0])
    yield point
    for tick in ticks[1:]:
        for moment in course(point, rules, _acts(proven, point.world.tick, tick), tick):
            point = moment.after
        point = jump(point, rules, tick)
        yield point


def _acts(proven: Proven, from_tick: int, to_tick: int) -> Iterator[TimedAct]:
    return (timed for timed in proven.acts if from_tick <= timed.tick < to_tick)


def _frames(states_at: Iterator[tuple[int, Cells]]) -> tuple[Frame, ...]:
    """Write each state as what differs from the one before."""
    frames: list[Frame] = []
    before: Cells = {}
    for tick, cells in states_at:
        changed = {key: value for key, value in cells.items() if key not in before or before[key] != value}
        frames.append(Frame(tick, changed, tuple(key for key in before if key not in cells)))
        before = cells
    return tuple(frames)
