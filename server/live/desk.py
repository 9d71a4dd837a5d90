"""Desk: takes what one client sends, answers what cannot be taken, and hands the rest to its drill."""

import asyncio

from clients.protocol import frames
from clients.protocol.messages import Act, BeatSeen, Pose, Ready, SafetyStop, StaffAct
from server.catalogue import seats
from server.live.host import Host
from server.live.line import Line
from server.live.live import Live
from server.live.words import problem
from server.rooms.rows import ActRow
from server.rooms.staffing import staff_act, stop_act

MOST_WRONG = 50  # messages refused before the connection ends


class Desk:
    """One client's. Nothing that comes here raises; nothing that is refused changes anything."""

    def __init__(self, live: Live, host: Host, line: Line) -> None:
        self._live, self._host, self._line = live, host, line
        self._wrong = 0

    def take(self, data: bytes | None) -> None:
        """One message as it came; None = it was text."""
        self._live.metrics.received()
        try:
            message = frames.decode(self._line.role, data or b"", to_server=True)
        except frames.FrameError:
            message = None
        if not self._awaited(message) and self._line.bucket.take(self._live.loop.time()):
            self._refuse("too_many", getattr(message, "seq", 0))
            return
        if message is None:
            self._refuse("malformed")
            return
        seq = getattr(message, "seq", 0)
        if message.timeline != self._host.room.id:
            self._refuse("wrong_timeline", seq)
            return
        match message:
            case BeatSeen():
                self._beat_seen(message)
            case Act():
                self._act(message)
            case Ready():
                self._host.room.ready(self._line.audience, message.tick)
                self._host.sprint()
            case Pose():
                if code := self._host.room.pose(self._line.audience, message):
                    self._refuse(code)
            case StaffAct():
                self._settle(self._host.room.direct(self._line.who, message.kind, staff_act(message), seq), seq)
            case SafetyStop():
                self._settle(self._host.room.direct(self._line.who, "safety_stop", stop_act(message)), 0)
            case _:
                self._refuse("not_allowed", seq)

    def _awaited(self, message: object) -> bool:
        """Whether a message is never one too many: this is real, or the drill waits for it and sets its pace."""
        if isinstance(message, SafetyStop):
            return True
        room = self._host.room
        return isinstance(message, Ready) and message.tick > room.tick and room.waits_for(self._line.audience)

    def _act(self, message: Act) -> None:
        answer = self._host.room.receive_act(self._line.audience, message, self._line.rtt_ms)
        kind = "accepted" if isinstance(answer, ActRow) else "refused" if isinstance(answer, str) else "repeated"
        self._live.metrics.act(kind)
        self._settle(answer, message.seq)

    def _settle(self, answer: ActRow | bytes | str, seq: int) -> None:
        """Log an act, or answer a repeat, or refuse."""
        if isinstance(answer, ActRow):
            self._host.submit_act(answer)
        elif isinstance(answer, str):
            self._refuse(answer, seq)
        elif answer:
            self._line.give((answer,))

    def _beat_seen(self, message: BeatSeen) -> None:
        self._line.beat_seen(message.beat, self._live.loop.time())
        token, self._line.spare_token = self._line.spare_token, ""
        if token:
            self._live.background(asyncio.to_thread(self._confirm, token))

    def _confirm(self, token: str) -> None:
        house = self._live.house
        with house.catalogue.begin() as db:
            seats.confirm(db, token, pepper=house.pepper)

    def _refuse(self, code: str, seq: int = 0) -> None:
        self._wrong += 1
        if self._wrong > MOST_WRONG:
            self._line.close("too_many" if code == "too_many" else "malformed")
            return
        self._line.give((frames.encode(problem(self._host.room.id, code, seq)),))
