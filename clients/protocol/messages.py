"""Messages: the only definition of the protocol. From it come schema, TypeScript, C#, PROTOCOL.md and golden frames.

A message is one binary WebSocket frame: a msgpack map with string keys, of which `type` names the message. Times in
ticks (20 a second), lengths in metres, angles in degrees. A field that has its default may be left out. Four unions
of what the server sends (trainee, examiner, director, observer), four of what it takes.
"""

from typing import Any

import msgspec

VERSION = 1
MAX_FRAME_BYTES = 16_384  # of a frame to the server
BEAT_S = 1.0  # from one Beat to the next


class Message(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="type"
):
    """What every message has. timeline: the drill that it is about; "" only before there is one."""

    timeline: str = ""


# ---- to the server


class Hello(Message, frozen=True, tag="hello"):
    """The first message of a connection. token: of the seat, or of the log-in. last_event: number of the last event
    received on this timeline, 0 = none: those after it are sent again. language: "zh" or "en"."""

    version: int
    token: str
    last_event: int = 0
    language: str = "zh"


class Act(Message, frozen=True, tag="act"):
    """A seat does something. seq: counts the seat's acts from 1; the same seq again is the same act. seen_tick: of
    the state that was on the screen, evidence only. The other fields are those of the act vocabulary."""

    seq: int
    kind: str
    target: str = ""
    detail: str = ""
    value: float = 0.0
    words: tuple[tuple[str, str], ...] = ()
    to: str = ""
    via: str = "radio"
    seen_tick: int = 0


class Ready(Message, frozen=True, tag="ready"):
    """Above real time only: the seat has acted for every tick before `tick`; the drill may go on to it."""

    tick: int


class BeatSeen(Message, frozen=True, tag="beat_seen"):
    """Answer to Beat, once everything that came before it has been read."""

    beat: int


class Pose(Message, frozen=True, tag="pose"):
    """Head and hands of a seat, at most 10 a second. Recorded, the head shown to staff (cell `head.SEAT`), decides
    nothing. Each part: x, y, z in mm relative to the body, then largest, a, b, c of the orientation, a unit quaternion:
    `largest` says which of w, x, y, z is left out (the largest, made positive; 4 = part not tracked), a, b, c are the
    others in steps of sqrt(1/2)/511. A client that tracks no hands says it of its screen's eye, when that has moved."""

    head: tuple[int, int, int, int, int, int, int]
    left: tuple[int, int, int, int, int, int, int]
    right: tuple[int, int, int, int, int, int, int]


class StaffAct(Message, frozen=True, tag="staff_act"):
    """The director does something to the drill. kind: start, freeze, resume, speed, inject, takeover, finish, annul.
    target, detail, value: as the kind asks for. reason: free text, recorded. seq: the client's own count; the same act
    under the same seq is the same act, said again."""

    seq: int
    kind: str
    target: str = ""
    detail: str = ""
    value: float = 0.0
    reason: str = ""


class SafetyStop(Message, frozen=True, tag="safety_stop"):
    """This is real: stop the drill at once. Open to everyone in every mode."""

    reason: str = ""


# ---- from the server


class Welcome(Message, frozen=True, tag="welcome"):
    """Answer to Hello. token: for the next connection; the one just used stops working once this one has been used
    or a BeatSeen has come. seat: "" for staff. role: trainee, examiner, director or observer. phase: of the drill's
    life. tick: now. speed: times real time, 0 = as fast as it goes. last_seq: of this seat's acts so far."""

    version: int
    drill: str
    scenario: str
    mode: str
    phase: str
    role: str
    seat: str = ""
    token: str = ""
    tick: int = 0
    speed: float = 1.0
    last_seq: int = 0
    last_event: int = 0


class Accepted(Message, frozen=True, tag="accepted"):
    """The act with this seq is on disk and will be done at a coming tick."""

    seq: int


class Baseline(Message, frozen=True, tag="baseline"):
    """The whole state, cell by cell; later States name its number. keys: names of cells; values: in the same order."""

    number: int
    tick: int
    keys: tuple[str, ...]
    values: tuple[Any, ...]


class State(Message, frozen=True, tag="state"):
    """The state at `tick`: the baseline with some cells changed. at: positions in the baseline's keys, values: what
    stands there now. gone: positions of cells that are no more. new: cells that the baseline does not have."""

    baseline: int
    tick: int
    at: tuple[int, ...] = ()
    values: tuple[Any, ...] = ()
    gone: tuple[int, ...] = ()
    new: dict[str, Any] = {}


class Heard(Message, frozen=True, tag="heard"):
    """A message reached this seat. kind: order, read_back, report, sitrep. act: what is ordered, as act fields."""

    event: int
    tick: int
    sender: str
    kind: str
    topic: str
    subject: str = ""
    value: float = 0.0
    via: str = "radio"
    act: dict[str, Any] = {}


class Noted(Message, frozen=True, tag="noted"):
    """Something that the seat found out by its own act."""

    event: int
    tick: int
    topic: str
    subject: str
    value: float = 0.0
    word: str = ""


class Declined(Message, frozen=True, tag="declined"):
    """An own act could not be done; word says why. act: its kind."""

    event: int
    tick: int
    act: str
    target: str
    word: str


class Phase(Message, frozen=True, tag="phase"):
    """The drill's life goes on: lobby, briefing, running, frozen, ended, sealed. word: why, as one word. speed: as in
    Welcome."""

    event: int
    tick: int
    phase: str
    word: str = ""
    speed: float = 1.0


class Happened(Message, frozen=True, tag="happened"):
    """To staff alone: an event of the drill, as the record will hold it."""

    event: int
    tick: int
    kind: str
    seat: str = ""
    act: str = ""
    subject: str = ""
    detail: str = ""
    value: float = 0.0
    to: str = ""
    by: str = ""


class SeatHeld(Message, frozen=True, tag="seat_held"):
    """To staff alone: who holds a seat now. holder: person, bot, colleague or nobody."""

    seat: str
    holder: str
    connected: bool = False


class PanelProgress(Message, frozen=True, tag="panel_progress"):
    """How many of the panel's sheets are locked; nothing else of them."""

    locked: int
    of: int


class Beat(Message, frozen=True, tag="beat"):
    """Once a second: answer with BeatSeen. Who does not is dropped."""

    beat: int
    tick: int


class Problem(Message, frozen=True, tag="problem"):
    """What came could not be taken; nothing was changed. code: one word of PROTOCOL.md. seq: of the act concerned,
    else 0. closing: the connection ends with this."""

    code: str
    zh: str
    en: str
    seq: int = 0
    closing: bool = False


FromTrainee = Hello | Act | Ready | BeatSeen | Pose | SafetyStop
FromExaminer = Hello | BeatSeen | SafetyStop
FromDirector = Hello | StaffAct | BeatSeen | SafetyStop
FromObserver = Hello | BeatSeen | SafetyStop

ToTrainee = Welcome | Accepted | Baseline | State | Heard | Noted | Declined | Phase | Beat | Problem
ToExaminer = Welcome | Baseline | State | Happened | Phase | PanelProgress | Beat | Problem
ToDirector = Welcome | Accepted | Baseline | State | Happened | Phase | SeatHeld | PanelProgress | Beat | Problem
ToObserver = Welcome | Baseline | State | Happened | Phase | SeatHeld | Beat | Problem

UNIONS: dict[str, tuple[Any, Any]] = {
    "trainee": (FromTrainee, ToTrainee),
    "examiner": (FromExaminer, ToExaminer),
    "director": (FromDirector, ToDirector),
    "observer": (FromObserver, ToObserver),
}

# Codes of Problem, with what they mean.
CODES: dict[str, tuple[str, str]] = {
    "malformed": ("无法解读的消息", "not a message of this protocol"),
    "version": ("协议版本不符", "another version of the protocol"),
    "unauthorised": ("令牌无效或已过期", "the token is not valid"),
    "wrong_timeline": ("不是本连接的演练", "not the drill of this connection"),
    "not_running": ("演练未在进行", "the drill is not running"),
    "bad_seq": ("动作序号不连续", "the seq does not follow the last one"),
    "bad_act": ("动作字段超出允许范围", "a field of the act is out of range"),
    "not_allowed": ("此角色或模式下不允许", "not allowed for this role or in this mode"),
    "too_many": ("消息过于频繁", "too many messages"),
    "too_large": ("消息过大", "the message is too large"),
    "too_slow": ("接收过慢，连接断开", "reads too slowly; the connection is closed"),
    "taken": ("席位已在另一连接上继续", "the seat goes on in another connection"),
    "stopping": ("服务器正在停止", "the server is stopping"),
    "busy": ("服务器繁忙，请稍后再连", "the server is busy; come back later"),
}
