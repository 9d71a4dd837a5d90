"""Rows: what a room writes to the log: enough to run the drill again to the same digests, and the events as they left.

Kinds of rows: `open` (first of a drill), `act` (an act before it has a tick), `tick` (a tick that had acts, events or a
digest), `life` (a new phase outside a tick), `key` (the whole state), `pose` (head and hands), `sealed` (the end).
Payloads are msgpack; a payload has the fields that it had when it was written.
"""

from typing import Any, Literal

import msgspec

from scenarios.hidden import Terms
from sim_core.acts import Act, SeatAct

Lanes = dict[str, tuple[bytes, ...]]


class _Payload(msgspec.Struct, frozen=True, array_like=True):
    pass


class Opened(_Payload, frozen=True):
    """What a drill is. keys: its sealed keys (`server.live.keys`). people: seats held by people or bots, and which.
    speed: times real time, 0 = as fast as it goes. history: acts of the parent, (tick, ActRow), for a branch.
    stratum, false_alarm: what the draw is bound to (`scenarios.hidden.Terms`). tutored:
    whether the tutor speaks.
    """

    drill: str
    scenario: bytes
    mode: str
    people: dict[str, str]
    keys: bytes
    nonce: str
    commitment: str
    policy: str
    opened_at: str
    speed: float = 1.0
    parent: str = ""
    parent_tick: int = 0
    parent_digest: bytes = b""
    stratum: int = 0
    false_alarm: Literal["never", "may", "must"] = "never"
    tutored: bool = False

    @property
    def terms(self) -> Terms:
        """What the draw is bound to."""
        return Terms(self.stratum, self.false_alarm)


class ActRow(_Payload, frozen=True):
    """An act as it was received. ms: round trip measured by the server, evidence only. by: account, for staff.
    act_id: made by a client that has no count of its own, the same on every repeat; "" = none."""

    seat: str
    seq: int
    kind: str
    target: str
    detail: str
    value: float
    words: tuple[tuple[str, str], ...]
    to: str
    via: str
    seen_tick: int = 0
    ms: int = -1
    by: str = ""
    act_id: str = ""

    def seat_act(self) -> SeatAct:
        """The act as the core takes it."""
        act = Act(self.kind, self.target, self.detail, self.value, self.words, self.to, self.via)
        return SeatAct(self.seat, self.seq, act, self.seen_tick)


class TickRow(_Payload, frozen=True):
    """A tick that was worked. acts: (seat, seq) done in it. chain: the digest, if one was taken. lanes: audience ->
    frames of events that came of it."""

    tick: int
    acts: tuple[tuple[str, int], ...]
    chain: bytes
    lanes: Lanes


class LifeRow(_Payload, frozen=True):
    """A phase that began between ticks. verb, seq: of the staff act that made it; seq 0 = none did."""

    tick: int
    verb: str
    seq: int
    phase: str
    speed: float
    lanes: Lanes


class KeyRow(_Payload, frozen=True):
    """The whole state before a tick. point: packed. sent: audience -> events so far. seqs: seat (or staff account) ->
    last seq. waiting: acts that have no tick yet. lived: seq of the last staff act that had its effect on the drill's
    life. people: seats held by people or bots, and which. gap_s: longest interruption. named: newest staff acts that
    had an id, to know a repeat by."""

    point: bytes
    sent: dict[str, int]
    seqs: dict[str, int]
    waiting: tuple[ActRow, ...]
    lived: int
    phase: str
    speed: float
    people: dict[str, str]
    gap_s: float = 0.0
    named: tuple[ActRow, ...] = ()


class PoseRow(_Payload, frozen=True):
    """Head and hands of a seat: (tick, head, left, right), ticks rising."""

    seat: str
    poses: tuple[tuple[int, Any, Any, Any], ...]


class SealedRow(_Payload, frozen=True):
    """The record is written. sha256: of the file."""

    ticks: int
    digest: bytes
    sha256: str


KINDS: dict[str, type[_Payload]] = {
    "open": Opened,
    "act": ActRow,
    "tick": TickRow,
    "life": LifeRow,
    "key": KeyRow,
    "pose": PoseRow,
    "sealed": SealedRow,
}
_NAMES = {cls: kind for kind, cls in KINDS.items()}
_ENCODER = msgspec.msgpack.Encoder()
_DECODERS = {kind: msgspec.msgpack.Decoder(cls) for kind, cls in KINDS.items()}


def kind_of(payload: _Payload) -> str:
    """The kind of row that a payload makes."""
    return _NAMES[type(payload)]


def write(payload: _Payload) -> bytes:
    """Write a payload."""
    return _ENCODER.encode(payload)


def read(kind: str, data: bytes) -> Any:
    """Read a payload."""
    return _DECODERS[kind].decode(data)
