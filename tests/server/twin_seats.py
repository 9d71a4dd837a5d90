"""Seats of a twin drill: what each sends when, and the bytes its socket carries, with time and tick of each."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from fastapi import FastAPI

from clients.protocol import frames
from clients.protocol.messages import (
    VERSION,
    Act,
    Beat,
    BeatSeen,
    Hello,
    Pose,
    Ready,
    SafetyStop,
    Welcome,
)

PART = (120, -40, 1600, 0, 1, 2, 3)
ANSWER_S = 0.013  # from a beat to its answer


class Sent(NamedTuple):
    """A frame as it left the server. tick: of the room, at that moment. frame: b"" and a code = the socket closed."""

    at_s: float
    tick: int
    frame: bytes
    code: int = 0


Say = Callable[[str], bytes | str | None]  # timeline -> what is sent: bytes, text, None = come back anew
Script = Sequence[tuple[int, Say]]


def act(seq: int, kind: str, target: str = "", detail: str = "", **more: Any) -> Say:
    """An act of a seat."""
    return lambda timeline: frames.encode(
        Act(timeline=timeline, seq=seq, kind=kind, target=target, detail=detail, **more)
    )


def raw(data: bytes | str | None) -> Say:
    """Whatever is no message; None = the connection ends and comes back."""
    return lambda _timeline: data


def pose() -> Say:
    return lambda timeline: frames.encode(Pose(timeline=timeline, head=PART, left=PART, right=PART))


def ready(tick: int) -> Say:
    return lambda timeline: frames.encode(Ready(timeline=timeline, tick=tick))


def stop() -> Say:
    return lambda timeline: frames.encode(SafetyStop(timeline=timeline, reason="real"))


def flood(count: int) -> tuple[tuple[int, Say], ...]:
    """More messages in one tick than anybody may send."""
    return tuple((330, pose()) for _ in range(count))


WORDS = (("leak", "T-101"), ("wind", "unknown"))
# Tick -> what is said. Allowed, refused by the room, refused by the world, malformed, doubled, out of order.
SCRIPTS: dict[str, Script] = {
    "IC": (
        (-8, act(1, "declare", "overfill")),  # not running yet
        (4, act(1, "read_wind", "WS-1")),
        (9, act(1, "read_wind", "WS-1")),
        (12, act(3, "alarm", "PA")),  # a seq too far
        (16, raw(b"\xc1garbage")),
        (16, raw("text")),
        (100, act(2, "declare", "overfill")),
        (101, act(3, "alarm", "PA")),  # busy
        (160, act(4, "alarm", "PA")),
        (170, act(5, "sing")),
        (180, act(6, "alarm", "PA", value=float("nan"))),
        (200, lambda _: frames.encode(Act(timeline="0" * 16, seq=6, kind="halt"))),
        (240, act(6, "operate", "HV-101", "close", to="OUT")),
        (330, act(7, "stop_work")),
        *flood(150),
        (480, act(8, "evacuate", "MP-N")),
        (620, act(9, "sitrep", "", to="ALL", words=WORDS)),
    ),
    "DCS": (
        (30, act(1, "operate", "XV-101", "close")),
        (33, pose()),
        (300, act(2, "operate", "P-101", "stop")),
        (420, act(3, "operate", "HV-101", "close")),  # out of reach
        (500, raw(b"")),
        (560, act(4, "report", "", to="IC", words=WORDS)),
    ),
    "OUT": (
        (6, act(1, "measure", "PH")),
        (320, act(2, "read_wind", "WK")),
        (410, raw(None)),
        (420, act(2, "read_wind", "WK")),
        (430, act(3, "go", "MF")),
        (700, act(4, "operate", "MV-1", "close")),
    ),
    "SAF": (
        (10, act(1, "bump", "LEL-2")),
        (20, lambda timeline: frames.encode(BeatSeen(timeline=timeline, beat=77))),
        (420, act(2, "go", "RE")),
        (430, act(3, "measure", "RE")),  # walking
        (880, stop()),
    ),
    "FF": (
        (15, act(1, "check_foam", "FM-1")),  # out of reach
        (40, act(2, "steer", "", "", value=90.0)),
        (90, act(3, "halt")),
        (300, act(4, "wear", "scba")),
        (301, ready(4000)),
    ),
    "LIA": (
        (25, act(1, "call", "119", words=WORDS)),
        (28, act(2, "call", "119", words=WORDS)),
        (400, act(3, "call", "nobody")),
        (700, raw(b"\x00" * 4000)),
    ),
}


class Seat:
    """A client: says what its script has, answers beats, comes back whenever its socket ends. token: the newest."""

    def __init__(self, app: FastAPI, name: str, token: str, tick: Callable[[], int], role: str = "trainee") -> None:
        self.name, self.sent = name, list[Sent]()
        self._app, self.token, self._tick, self._role = app, token, tick, role
        self._timeline, self._last_event, self._leaving = "", 0, False
        self._out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def stay(self, drill: str = "") -> None:
        """Be connected, again and again, until told to leave."""
        while not self._leaving:
            self._out = asyncio.Queue()
            self._out.put_nowait({"type": "websocket.connect"})
            hello = Hello(timeline=drill, version=VERSION, token=self.token, last_event=self._last_event)
            self._put(frames.encode(hello))
            await self._app(_scope(), self._out.get, self._take)
            await asyncio.sleep(0.1)

    def leave(self) -> None:
        """Hang up, for good."""
        self._leaving = True
        self.say(None)

    def say(self, data: bytes | str | None) -> None:
        """Send something."""
        if data is None:
            self._out.put_nowait({"type": "websocket.disconnect", "code": 1001})
        else:
            self._put(data)

    @property
    def timeline(self) -> str:
        """The drill, once it has answered."""
        return self._timeline

    def _put(self, data: bytes | str) -> None:
        kind = "text" if isinstance(data, str) else "bytes"
        self._out.put_nowait({"type": "websocket.receive", kind: data})

    async def _take(self, message: Any) -> None:
        now_s = asyncio.get_running_loop().time()
        if message["type"] == "websocket.close":
            self.sent.append(Sent(now_s, self._tick(), b"", message["code"]))
        if message["type"] != "websocket.send":
            return
        frame = message["bytes"]
        self.sent.append(Sent(now_s, self._tick(), frame))
        self._read(frame)

    def _read(self, frame: bytes) -> None:
        try:
            told = frames.decode(self._role, frame, to_server=False)
        except frames.FrameError:  # a plant may have spoiled it
            return
        self._last_event = getattr(told, "event", self._last_event)
        if isinstance(told, Welcome):
            self._timeline, self.token = told.timeline, told.token or self.token
        elif isinstance(told, Beat):
            answer = frames.encode(BeatSeen(timeline=self._timeline, beat=told.beat))
            asyncio.get_running_loop().call_later(ANSWER_S, self._put, answer)


def _scope() -> dict[str, Any]:
    return {
        "type": "websocket",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "ws",
        "path": "/ws",
        "raw_path": b"/ws",
        "query_string": b"",
        "root_path": "",
        "headers": [],
        "client": ("127.0.0.1", 40000),
        "server": ("127.0.0.1", 80),
        "subprotocols": [],
        "extensions": {},
    }
