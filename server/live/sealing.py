"""Sealing: the record of a drill that is over, made from its log by running it again: what was told live must come out.

Runs in a process of its own (`server.live.sealing_job`), so that no drill that is alive waits for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scenarios.drill import Drill, build
from scenarios.reader import from_canonical
from scenarios.sealing import Branch, Who
from scoring.marks import Sheet, prefill
from server.live.vault import take_out
from server.meta import Origin, describe
from server.rooms.rows import ActRow, Opened, PoseRow, TickRow, read
from sim_core.chance import DrillKeys
from sim_core.events import Event
from sim_core.record.drill import Recorder, TimedAct
from sim_core.record.lane import Placement, Pose
from sim_core.record.reexecute import course
from sim_core.simulation import Point

NEEDED = ("open", "act", "tick", "pose")


@dataclass(frozen=True, slots=True)
class Job:
    """rows: (kind, payload) of the kinds NEEDED, in order. signer: private key, 32 bytes, told to nobody."""

    rows: tuple[tuple[str, bytes], ...]
    vault: bytes = field(repr=False)
    signer: bytes = field(repr=False)
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sealed:
    """record: the sealed file. sheet: as the machine fills it. ended: why the drill ended."""

    record: bytes
    sheet: Sheet
    ticks: int
    digest: bytes
    ended: str


class SealError(Exception):
    """The log of a drill does not come out as it was told."""


@dataclass(frozen=True, slots=True)
class Course:
    """A drill's log, read: what it is, what was done when, and the digests that were taken."""

    opened: Opened
    keys: DrillKeys
    drill: Drill
    acts: tuple[TimedAct, ...]
    digests: Mapping[int, bytes]
    poses: tuple[tuple[str, Pose], ...]


def read_course(rows: Iterable[tuple[str, bytes]], vault: bytes) -> Course:
    """Read the log of a drill."""
    payloads = [read(kind, payload) for kind, payload in rows]
    opened = payloads[0]
    given = {(row.seat, row.seq): row for row in payloads if isinstance(row, ActRow)}
    ticks = [row for row in payloads if isinstance(row, TickRow)]
    acts = tuple(TimedAct(row.tick, given[act].seat_act()) for row in ticks for act in row.acts)
    scenario = from_canonical(opened.scenario)
    keys = take_out(opened.keys, opened.drill, vault)
    return Course(
        opened,
        keys,
        build(scenario, keys.hidden, keys.world, tuple(opened.people), terms=opened.terms),
        acts,
        {row.tick: row.chain for row in ticks if row.chain},
        tuple(sorted(_poses(payloads), key=lambda pair: pair[1].tick)),
    )


def _poses(payloads: Iterable[Any]) -> Iterator[tuple[str, Pose]]:
    for row in payloads:
        if isinstance(row, PoseRow):
            for tick, *parts in row.poses:
                yield row.seat, Pose(tick, *(Placement(*part) for part in parts))


def seal(job: Job) -> Sealed:
    """Make the record. SealError if a digest differs from what was taken live."""
    found = read_course(job.rows, job.vault)
    recorder = Recorder(meta_of(found, job.origin), found.drill.rules.site)
    events: list[Event] = []
    poses, at = found.poses, 0
    end = found.drill.point
    for moment in course(found.drill.point, found.drill.rules, found.acts):
        tick = moment.before.world.tick
        while at < len(poses) and poses[at][1].tick < tick:
            recorder.pose(*poses[at])
            at += 1
        recorder.follow(*moment)
        _compare(found, tick, moment.before, moment.after)
        events += moment.events
        end = moment.after
    for seat, pose in poses[at:]:
        if pose.tick < end.world.tick:
            recorder.pose(seat, pose)
    signer = Ed25519PrivateKey.from_private_bytes(job.signer)
    record = recorder.seal(end, signer.public_key().public_bytes_raw(), signer.sign)
    sheet = prefill(events, found.drill.scenario.rubric, tuple(found.opened.people), end.world.tick)
    return Sealed(record, sheet, end.world.tick, end.chain, end.world.ended)


def meta_of(found: Course, origin: Origin) -> bytes:
    """What the record says of the drill."""
    opened, people = found.opened, found.drill.point.world.people
    seats: dict[str, Who] = {
        p.seat: "bot" if opened.people.get(p.seat) == "bot" else "human" if p.seat in opened.people else "colleague"
        for p in people
    }
    branch = None
    if opened.parent:
        branch = Branch(opened.parent, opened.parent_tick, opened.parent_digest.hex())
    return describe(
        found.drill.scenario,
        found.keys,
        origin,
        policy=opened.policy,
        mode=opened.mode,  # type: ignore[arg-type]  # checked when the record is read
        seats=seats,
        nonce=opened.nonce,
        commitment=opened.commitment,
        started_at=opened.opened_at,
        branch=branch,
        terms=opened.terms,
    )


def _compare(found: Course, tick: int, before: Point, after: Point) -> None:
    taken = found.digests.get(tick)
    if taken is not None and taken != after.chain:
        raise SealError(f"drill {found.opened.drill}: re-execution departs from what was run live at tick {tick}")
