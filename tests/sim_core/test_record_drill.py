from collections.abc import Callable
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scenarios import load
from scenarios.drill import Drill, build
from scenarios.play import Played, play
from scenarios.policy import Policy, Step
from server.cli.installation import holds
from sim_core.acts import Act
from sim_core.chance import drill_keys
from sim_core.observation import Observation, observe
from sim_core.pack import unpack
from sim_core.record.container import Kind, RecordWriter
from sim_core.record.drill import SPAN_KINDS, Cutter, DrillRecord, Observed, Recorder, RecordError, arrange
from sim_core.record.lane import UNSEEN, Placement, Pose, decode_lane
from sim_core.record.reading import read_blocks
from sim_core.simulation import advance

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
SIGNER = KEY.public_key().public_bytes_raw()
HEAD = Placement(0, 12, 1650, 0, 5, -7, 100)
HASTY = Policy(
    "hasty",
    (Step("see", Act("declare"), times=9, wait_s=5.0), Step("dress", Act("wear", "scba", to="FF"))),
)


def drill_of(seconds: float) -> Drill:
    keys = drill_keys(3)
    return build(replace(load("tank_overfill"), duration_s=seconds), keys.hidden, keys.world)


def recorded(seconds: float = 25.0) -> tuple[bytes, Played]:
    drill = drill_of(seconds)
    recorder = Recorder(b"meta", drill.rules.site)
    recorder.pose("IC", Pose(4, HEAD, UNSEEN, UNSEEN))
    played = play(drill, HASTY, recorder.follow)
    return recorder.seal(played.point, SIGNER, KEY.sign), played


def arranged(data: bytes) -> DrillRecord:
    return arrange(read_blocks(data, holds, (SIGNER,)))


def test_a_record_holds_what_happened() -> None:
    data, played = recorded()
    record = arranged(data)
    assert record.meta == b"meta"
    assert (record.ticks, record.digest) == (500, played.point.chain)
    assert [(span.from_tick, span.to_tick) for span in record.spans] == [(0, 199), (200, 399), (400, 499)]
    assert tuple(event for span in record.spans for event in span.log().events) == played.events
    assert record.spans[-1].keyframe().chain == played.point.chain
    assert [act.act.act.kind for span in record.spans for act in span.log().acts][:2] == ["wear", "declare"]
    assert [decode_lane(lane.payload()).poses[0].tick for lane in record.spans[0].lanes] == [4]
    assert not record.spans[1].lanes


def test_spans_are_the_same_whether_ticks_are_stepped_or_jumped() -> None:
    data, _ = recorded()
    record = arranged(data)
    drill = drill_of(25.0)
    cutter, point, cuts = Cutter(drill.rules.site), drill.point, []
    given = {act.tick: act.act for span in record.spans for act in span.log().acts}
    while not point.world.ended:
        due = (given[point.world.tick],) if point.world.tick in given else ()
        after, events = advance(point, drill.rules, due)
        cuts.append(cutter.follow(point, due, after, events))
        point = after
    made = [*(cut for cut in cuts if cut is not None), cutter.cut(point)]
    for cut, span in zip(made, record.spans, strict=True):
        assert cut.payloads == {kind: span.blocks[kind].payload() for kind in SPAN_KINDS}


def test_what_every_seat_perceived_is_kept_once_a_second() -> None:
    drill = drill_of(9.5)
    cutter, point, seen = Cutter(drill.rules.site), drill.point, list[Observation]()
    while not point.world.ended:
        before, (point, events) = point, advance(point, drill.rules)
        cutter.follow(before, (), point, events)
        if before.world.tick % 20 == 0 or point.world.ended:
            seen += [observe(point.world, drill.rules.site, seat) for seat in range(6)]
    assert len(seen) == 6 * (10 + 1)  # ten times, and at the end
    assert unpack(Observed, cutter.cut(point).payloads[Kind.OBSERVED]).seen == tuple(seen)


def blocks_of(data: bytes) -> list[tuple[Kind, int, int, bytes]]:
    reading = read_blocks(data, holds, (SIGNER,))
    return [(b.kind, b.from_tick, b.to_tick, b.payload()) for b in reading.blocks]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda b: b[1:], "META"),
        (lambda b: [b[0], *b[2:]], "span of 10 s"),
        (lambda b: b[:-4], "ends at tick 400"),
        (lambda b: [b[0], *b[6:]], "from tick 0"),
        (lambda b: [*b, b[0]], "span of 10 s"),
    ],
)
def test_blocks_that_are_not_those_of_a_drill_are_refused(
    change: Callable[[list[tuple[Kind, int, int, bytes]]], list[tuple[Kind, int, int, bytes]]], why: str
) -> None:
    data, played = recorded()
    writer = RecordWriter()
    for block in change(blocks_of(data)):
        writer.add(*block)
    with pytest.raises(RecordError, match=why):
        arranged(writer.seal(500, played.point.chain, SIGNER, KEY.sign))


def test_an_attachment_may_lie_between_the_blocks() -> None:
    data, played = recorded()
    writer = RecordWriter()
    for block in blocks_of(data):
        writer.add(*block)
        writer.add(Kind.ATTACHMENT, block[1], block[2], b"sha-256 of a room video")
    assert len(arranged(writer.seal(500, played.point.chain, SIGNER, KEY.sign)).spans) == 3
