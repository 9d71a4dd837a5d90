"""Coming back: the rows of a drill are cut anywhere, and what is restored is what was there, and goes on as it did."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import pytest

from server.rooms.lanes import STAFF
from server.rooms.restoring import RestoreError, restore
from server.rooms.room import Room
from server.rooms.rows import ActRow, KeyRow, LifeRow, TickRow
from sim_core.pack import pack
from tests.server.rooms import Stand, built, opened, stand

PEOPLE = ("IC", "DCS", "OUT")
# tick -> what is wanted then, in this order
SCRIPT: dict[int, tuple[tuple[str, str, dict[str, Any]], ...]] = {
    7: (("IC", "declare", {"target": "T-101"}),),
    33: (("IC", "operate", {"target": "P-101", "detail": "stop", "to": "DCS"}), ("OUT", "go", {"target": "MF"})),
    34: (("OUT", "halt", {}),),
    105: ((STAFF, "inject", {"target": "radio_dies", "detail": "OUT", "act_id": "a"}), ("DCS", "dance", {})),
    111: ((STAFF, "freeze", {}), (STAFF, "speed", {"value": 0.5}), (STAFF, "resume", {})),
    113: (("DCS", "operate", {"target": "P-101", "detail": "stop"}),),
    202: ((STAFF, "takeover", {"target": "OUT", "detail": "colleague"}),),
    309: (
        (STAFF, "interrupted", {"value": 12.5}),
        (STAFF, "inject", {"target": "wind", "value": 90.0, "act_id": "b"}),
        (STAFF, "resume", {}),
        ("IC", "alarm", {}),
    ),
    317: ((STAFF, "takeover", {"target": "OUT", "detail": "person"}),),
    420: (("OUT", "measure", {}), ("IC", "report", {"words": (("topic", "level"),), "to": "OUT"})),
}
END = 520


@dataclass(frozen=True)
class Shot:
    """A room as it stood when its log had so many rows."""

    point: bytes
    phase: tuple[str, float, int, float]
    people: dict[str, str]
    seqs: dict[str, int]
    waiting: dict[tuple[str, int], ActRow]
    named: tuple[ActRow, ...]
    lanes: dict[str, tuple[int, list[bytes]]]


def shot(room: Room) -> Shot:
    return Shot(
        pack(room.point),
        (room.phase, room.speed, room.lived, room.gap_s),
        dict(room.people),
        dict(room.seqs),
        dict(room.waiting),
        tuple(room.named),
        {audience: (lane.sent, list(lane._kept)) for audience, lane in room.lanes.items()},
    )


class Filmed(Stand):
    """A stand that remembers how the room stood at each row."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.shots: list[Shot] = []

    def _submit(self, row: Any) -> None:
        super()._submit(row)
        self.shots.append(shot(self.room))


def go_on(at: Stand, delay: Random | None = None) -> None:
    """Play the script from where the room stands; what the log has already is not given again. delay: acts are not
    on disk at once, but some ticks later."""
    at.settle()
    if at.room.phase == "lobby":
        at.do("start")
    while at.room.tick < END and at.room.phase != "ended":
        _give(at, delay)
        if delay is None or delay.random() < 0.3:
            at.settle()
        at.tick()


def _give(at: Stand, delay: Random | None) -> None:
    past = [wanted for tick in sorted(SCRIPT) if tick < at.room.tick for wanted in SCRIPT[tick]]
    count: dict[str, int] = {STAFF: 1}  # the start
    for seat, _, _ in past:
        count[seat] = count.get(seat, 0) + 1
    for seat, kind, what in SCRIPT.get(at.room.tick, ()):
        count[seat] = seq = count.get(seat, 0) + 1
        if seat == STAFF:
            if at.room.seqs.get("@staff", 0) < seq:
                assert isinstance(at.direct(kind, **what), ActRow), kind
        elif at.room.seqs.get(seat, 0) < seq:
            assert isinstance(at.act(seat, seq, kind, **what), ActRow), (seat, kind)
        if delay is None or kind in ("freeze", "interrupted", "resume"):
            at.settle()


@cache
def whole() -> Filmed:
    """The drill without a cut."""
    first = opened(people=PEOPLE)
    at = Filmed(Room(first, built(first)))
    go_on(at)
    return at


def back(log: Sequence[tuple[int, Any]], *, by_key: bool) -> tuple[Room, list[ActRow]]:
    """Restore from a log, from its newest key or from its first row."""
    first = opened(people=PEOPLE)
    keys = [n for n, (_, row) in enumerate(log) if isinstance(row, KeyRow)]
    if by_key and keys:
        key = log[keys[-1]][1]
        return restore(first, built(first), key, log[keys[-1] + 1 :])
    return restore(first, built(first), None, log)


def check_back(room: Room, undone: list[ActRow], stood: Shot) -> None:
    """What was restored is what stood there."""
    now = shot(room)
    assert now.point == stood.point
    assert (now.phase, now.people, now.seqs, now.waiting) == (stood.phase, stood.people, stood.seqs, stood.waiting)
    assert now.named == stood.named
    for audience, (sent, kept) in now.lanes.items():
        assert sent == stood.lanes[audience][0]
        both = min(len(kept), len(stood.lanes[audience][1]))  # from a key on, only what came after it is kept
        assert kept[len(kept) - both :] == stood.lanes[audience][1][len(stood.lanes[audience][1]) - both :]
        assert room.lanes[audience].released == sent
    assert undone == [row for row in stood.waiting.values() if row.seat == "@staff" and row.seq > room.lived]


CUTS = len(whole().log)


@pytest.mark.parametrize("by_key", [True, False])
def test_any_cut_restores_what_was_there(by_key: bool) -> None:
    at = whole()
    assert {type(row) for _, row in at.log} == {ActRow, TickRow, LifeRow, KeyRow}
    for cut in range(1, CUTS + 1):
        if not by_key and isinstance(at.log[cut - 1][1], KeyRow):
            continue  # its tick may be a quiet one; where there is a key, it is used
        room, undone = back(at.log[:cut], by_key=by_key)
        check_back(room, undone, at.shots[cut - 1])


def goes_on_as_it_did(cut: int) -> None:
    at = whole()
    room, undone = back(at.log[:cut], by_key=True)
    again = Stand(room, at.log[:cut], undone)
    go_on(again)
    assert (room.tick, room.point.chain) == (at.room.tick, at.room.point.chain)
    assert pack(room.point) == pack(at.room.point)
    for audience, lane in at.room.lanes.items():
        kept = list(room.lanes[audience]._kept)
        assert room.lanes[audience].sent == lane.sent
        assert kept == list(lane._kept)[lane.sent - len(kept) :]


# Every kind of neighbourhood: after the start, between act and tick, around freeze, keys and interruption.
CHOSEN = sorted({*range(1, 4), *(n for n, (_, row) in enumerate(whole().log, 1) if not isinstance(row, TickRow))})


@pytest.mark.parametrize("cut", CHOSEN)
def test_it_goes_on_as_it_did(cut: int) -> None:
    goes_on_as_it_did(cut)


@pytest.mark.soak
@pytest.mark.parametrize("cut", range(1, CUTS + 1))
def test_it_goes_on_as_it_did_from_every_row(cut: int) -> None:
    goes_on_as_it_did(cut)


@pytest.mark.parametrize("seed", range(3))
def test_acts_in_flight(seed: int) -> None:
    """Acts are on disk some ticks after they came: cut between an act and its tick, and again while coming back."""
    first, chance = opened(people=PEOPLE), Random(seed)
    at = Filmed(Room(first, built(first)))
    go_on(at, chance)
    cuts = [n for n, stood in enumerate(at.shots, 1) if len(stood.waiting) > 1]
    cuts += chance.sample(range(1, len(at.log)), 4)
    assert len(cuts) > 10
    for cut in chance.sample(cuts, 10):
        room, undone = back(at.log[:cut], by_key=chance.random() < 0.5)
        check_back(room, undone, at.shots[cut - 1])
        again = Filmed(room, at.log[:cut], undone)
        again.settle()
        if room.phase == "frozen":
            again.do("resume")
        again.tick(30)
        assert not room.waiting
        second, still = back(again.log, by_key=False)
        check_back(second, still, again.shots[-1])


def test_an_act_is_not_done_before_it_was_given() -> None:
    """Quiet ticks leave no rows, yet the drill had come to the tick at which the act came."""
    at = stand()
    at.tick(10)
    quiet = 10
    while at.log[-1][0] == 0 or at.log[-1][0] > at.room.tick - 5:
        at.tick()
        quiet += 1
    tick = at.room.tick
    at.act("IC", 1, "alarm")
    first = opened()
    room, _ = restore(first, built(first), None, at.log)
    assert room.tick == tick
    again = Stand(room)
    again.tick()
    assert [(row.tick, row.acts) for _, row in again.log if isinstance(row, TickRow)] == [(tick, (("IC", 1),))]


# ---- a log that was tampered with


def tampered(log: list[tuple[int, Any]], kind: type, change: Any) -> list[tuple[int, Any]]:
    """The log with the first row of a kind that `change` alters replaced; {} = leave this one, None = take it out."""
    for n, (tick, row) in enumerate(log):
        altered = change(row) if isinstance(row, kind) else {}
        if altered is None:
            return log[:n] + log[n + 1 :]
        if altered:
            fields = {name: getattr(row, name) for name in row.__struct_fields__}
            return [*log[:n], (tick, kind(**{**fields, **altered})), *log[n + 1 :]]
    raise AssertionError("nothing to tamper with")


def flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (TickRow, lambda row: {"chain": flipped(row.chain)} if row.chain and row.tick > 50 else {}),
        (TickRow, lambda row: {"chain": b""} if row.chain and row.tick > 50 else {}),
        (TickRow, lambda row: {"acts": row.acts[:-1]} if row.acts and row.tick > 30 else {}),
        (TickRow, lambda row: {"acts": (("IC", 99),)} if row.tick > 30 else {}),
        (TickRow, lambda row: {"lanes": {}} if row.lanes and row.tick > 30 else {}),
        (TickRow, lambda row: {"tick": row.tick + 1} if row.acts and row.tick > 30 else {}),
        (TickRow, lambda row: None if row.acts and row.tick > 30 else {}),
        (TickRow, lambda row: None if row.chain and row.tick > 30 else {}),
        (ActRow, lambda row: {"target": "XV-101"} if row.kind == "operate" else {}),
        (ActRow, lambda row: {"kind": "halt"} if row.kind == "declare" else {}),
        (ActRow, lambda row: None if row.kind == "declare" else {}),
    ],
)
def test_a_tampered_row_is_seen(kind: type, change: Any) -> None:
    with pytest.raises(RestoreError):
        back(tampered(whole().log, kind, change), by_key=False)


def test_another_draw_is_seen() -> None:
    first = opened(people=PEOPLE)
    with pytest.raises(RestoreError) as told:
        restore(first, built(first, seed=8), None, whole().log)
    assert "seed" not in str(told.value)
