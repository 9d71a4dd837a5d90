from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scenarios import load
from scenarios.drill import Drill, build
from scenarios.play import play
from scenarios.policy import Policy, Step
from server.cli.installation import holds
from sim_core.acts import Act, SeatAct
from sim_core.chance import drill_keys
from sim_core.events import Event
from sim_core.pack import pack, unpack
from sim_core.record.container import Kind, RecordWriter
from sim_core.record.drill import Digests, DrillRecord, Log, Observed, Recorder, Taken, TimedAct, arrange
from sim_core.record.reading import read_blocks
from sim_core.record.reexecute import course, reexecute, seek
from sim_core.simulation import Point, advance

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
SIGNER = KEY.public_key().public_bytes_raw()
HASTY = Policy(
    "hasty",
    (Step("see", Act("declare"), times=9, wait_s=5.0), Step("dress", Act("wear", "scba", to="FF"))),
)


def drill_of(seed: int = 3) -> Drill:
    keys = drill_keys(seed)
    return build(replace(load("tank_overfill"), duration_s=65.0), keys.hidden, keys.world)


@pytest.fixture(scope="module")
def data() -> bytes:
    drill = drill_of()
    recorder = Recorder(b"meta", drill.rules.site)
    played = play(drill, HASTY, recorder.follow)
    return recorder.seal(played.point, SIGNER, KEY.sign)


def arranged(data: bytes) -> DrillRecord:
    return arrange(read_blocks(data, holds, (SIGNER,)))


def test_a_record_re_executes_to_the_byte(data: bytes) -> None:
    drill, seen = drill_of(), []
    assert reexecute(arranged(data), drill.point, drill.rules, seen.append) == ()
    assert seen[0].before.world.tick == 0
    assert seen[-1].after.world.tick == 1300


def test_another_draw_does_not_come_out_the_same(data: bytes) -> None:
    drill = drill_of(seed=4)
    (fault,) = reexecute(arranged(data), drill.point, drill.rules)
    assert "digest of tick 0 " in fault.en
    assert fault.offset > 0


def changed(data: bytes, kind: Kind, span: int, change: Callable[[bytes], bytes]) -> DrillRecord:
    """The record with one payload changed, sealed anew by a key that is trusted."""
    reading = read_blocks(data, holds, (SIGNER,))
    writer, number = RecordWriter(), 0
    for block in reading.blocks:
        payload = block.payload()
        if block.kind is kind:
            payload = change(payload) if number == span else payload
            number += 1
        writer.add(block.kind, block.from_tick, block.to_tick, payload)
    assert reading.seal is not None
    return arranged(writer.seal(reading.seal.final_tick, reading.seal.final_digest, SIGNER, KEY.sign))


def of(cls: type, field: str, change: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    def work(payload: bytes) -> bytes:
        value = unpack(cls, payload)
        return pack(replace(value, **{field: change(getattr(value, field))}))

    return work


MORE = TimedAct(433, SeatAct("IC", 77, Act("halt")))
FACT = Event(650, "fact", subject="ignition")



def inserted(acts: tuple[TimedAct, ...]) -> tuple[TimedAct, ...]:
    return tuple(sorted((*acts, MORE), key=lambda act: act.tick))


CHANGES = [
    (Kind.DIGESTS, 2, of(Digests, "chain", lambda c: (*c[:3], Taken(460, bytes(16)), *c[4:])), "digest of tick 460"),
    (Kind.OBSERVED, 1, of(Observed, "seen", lambda s: (*s[:9], replace(s[9], night=not s[9].night), *s[10:])),
     "what a seat perceived of tick 221"),
    (Kind.ACTS, 2, of(Log, "acts", inserted), "digest of tick 440"),
    (Kind.ACTS, 3, of(Log, "acts", lambda a: (*a, MORE)), "acts and events of tick 433"),
    (Kind.ACTS, 3, of(Log, "events", lambda e: (*e, FACT)), "acts and events of tick 650"),
    (Kind.KEYFRAME, 4, of(Point, "chain", lambda c: bytes(16)), "keyframe of tick 999"),
    (Kind.KEYFRAME, 0, lambda payload: payload[:-1], "keyframe of tick 199"),
    (Kind.ACTS, 1, lambda payload: payload[:-1], "cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "span", "change", "why"), CHANGES)
def test_the_first_that_disagrees_is_named(
    data: bytes, kind: Kind, span: int, change: Callable[[bytes], bytes], why: str
) -> None:
    drill = drill_of()
    (fault,) = reexecute(changed(data, kind, span, change), drill.point, drill.rules)
    assert why in fault.en


def test_a_record_that_stops_early_or_goes_on_is_named(data: bytes) -> None:
    drill = drill_of()
    record = arranged(data)
    longer = replace(record, spans=(*record.spans, record.spans[-1]))
    shorter = replace(record, spans=record.spans[:-1])
    for unlike in (longer, shorter):
        (fault,) = reexecute(unlike, drill.point, drill.rules)
        assert "length disagrees" in fault.en


def test_another_final_digest_is_named(data: bytes) -> None:
    drill = drill_of()
    (fault,) = reexecute(replace(arranged(data), digest=bytes(16)), drill.point, drill.rules)
    assert "final digest" in fault.en


@pytest.mark.parametrize("tick", [0, 1, 199, 200, 201, 433, 999, 1200, 1299, 1300])
def test_seeking_gives_the_point_that_stepping_reaches(data: bytes, tick: int) -> None:
    drill, record = drill_of(), arranged(data)
    given = {act.tick: act.act for span in record.spans for act in span.log().acts}
    point = drill.point
    for now in range(tick):
        point, _events = advance(point, drill.rules, (given[now],) if now in given else ())
    assert pack(seek(record, drill.point, drill.rules, tick)) == pack(point)


def test_a_course_goes_on_to_its_tick_and_no_further() -> None:
    drill = drill_of()
    moments = list(course(drill.point, drill.rules, (), 100))
    assert moments[-1].before.world.tick < 100
    assert moments[-1].after.world.tick <= 100
