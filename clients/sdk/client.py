"""DrillClient: a seat or a staff desk in one drill, kept over lost connections."""

import asyncio
import random
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from websockets.exceptions import InvalidStatus, WebSocketException

from clients.protocol.cells import Cells, StateError, cells_of, patched
from clients.protocol.messages import (
    CODES,
    VERSION,
    Accepted,
    Act,
    Baseline,
    Beat,
    BeatSeen,
    Hello,
    Message,
    Phase,
    Pose,
    Problem,
    Ready,
    SafetyStop,
    StaffAct,
    State,
    Welcome,
)
from clients.sdk.acts import ActQueue, MakeAct
from clients.sdk.faults import EndedError, LinkError, ended_by
from clients.sdk.link import Link, check_frame, opening
from clients.sdk.pauses import Pauses
from clients.sdk.questions import Questions

TRY_AGAIN = frozenset({"stopping", "busy", "too_slow", "too_many"})  # closing Problems after which one comes back
TRY_AGAIN_HTTP = frozenset({408, 429})  # and whatever says that the fault is the server's
OVER = frozenset({"ended", "sealed"})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state as it stands. tick: -1 before the first one. cells: by name, not to be changed."""

    tick: int
    cells: Cells


class DrillClient:
    """One conversation about one drill. Use it as an async context manager; entering waits for the first Welcome.

    server: `http://host:port`. token: of the seat, or of the log-in; `self.token` is the one for next time.
    role: trainee, examiner, director or observer. drill: which one (staff). last_event: to go on where an earlier
    client stopped. hear: called with each message once, in order, after it was taken in; it must return at once.
    """

    def __init__(
        self,
        server: str,
        token: str,
        *,
        role: str = "trainee",
        drill: str = "",
        last_event: int = 0,
        language: str = "zh",
        hear: Callable[[Message], None] | None = None,
        tls: ssl.SSLContext | None = None,
        pauses: Pauses | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.token, self.role, self.drill, self.last_event = token, role, drill, last_event
        self.state = Snapshot(-1, {})
        self.welcome: Welcome | None = None
        self.phase, self.speed = "", 1.0
        self.ended: EndedError | None = None
        self.trouble = ""  # why there is no connection at the moment
        self.connections = 0  # Welcomes so far
        self._server, self._language, self._tls = server, language, tls
        self._hear, self._pauses, self._chance = hear, pauses or Pauses(), chance
        self._acts = ActQueue()
        self._baseline: Baseline | None = None
        self._ready: Ready | None = None
        self._stop: SafetyStop | None = None
        self._link: Link | None = None  # only between Welcome and loss
        self._failures = 0
        self._unheard = False  # something was not taken in: it is said again at the next beat
        self._questions = Questions()
        self._life: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._life = asyncio.create_task(self._live())
        try:
            await self.until(lambda: self.welcome is not None)
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Leave. Acts without an answer end with EndedError("closed")."""
        if self._life is not None:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)
        self._end(EndedError("closed", "连接已由本端关闭", "closed by the caller"))

    # ---- what a caller does

    async def act(
        self,
        kind: str,
        target: str = "",
        detail: str = "",
        value: float = 0.0,
        words: tuple[tuple[str, str], ...] = (),
        to: str = "",
        via: str = "radio",
    ) -> int:
        """Act, and wait until it is on the server's disk, over lost connections too. Gives its seq.

        RefusedError if the server does not take it, FrameError if it is no message of this role. seen_tick is that of
        the state at hand.
        """
        seen_tick, timeline = max(self.state.tick, 0), self.drill
        return await self._do(
            lambda seq: Act(
                timeline=timeline,
                seq=seq,
                kind=kind,
                target=target,
                detail=detail,
                value=value,
                words=words,
                to=to,
                via=via,
                seen_tick=seen_tick,
            )
        )

    async def staff_act(
        self, kind: str, target: str = "", detail: str = "", value: float = 0.0, reason: str = ""
    ) -> int:
        """Do something to the drill (directors), with the same promises as `act`."""
        timeline = self.drill
        return await self._do(
            lambda seq: StaffAct(
                timeline=timeline, seq=seq, kind=kind, target=target, detail=detail, value=value, reason=reason
            )
        )

    async def ready(self, tick: int) -> None:
        """Lock-step: every act before `tick` has been given. Leaves once all of them have been answered."""
        await self.until(lambda: self._acts.idle)
        self._ready = Ready(timeline=self.drill, tick=tick)
        await self._send(self._ready)

    async def safety_stop(self, reason: str = "") -> None:
        """This is real: stop. Said again after every lost connection until the drill is over."""
        self._stop = SafetyStop(timeline=self.drill, reason=reason)
        await self._send(self._stop)

    async def pose(
        self,
        head: tuple[int, int, int, int, int, int, int],
        left: tuple[int, int, int, int, int, int, int],
        right: tuple[int, int, int, int, int, int, int],
    ) -> None:
        """Show head and hands (see Pose). Lost if there is no connection: the next one says more."""
        await self._send(Pose(timeline=self.drill, head=head, left=left, right=right))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; asked after each message, so nothing that held between two is missed.

        EndedError once it can hold no more because the conversation is over.
        """
        if holds():
            return
        if self.ended is not None:
            raise self.ended
        await self._questions.ask(holds)

    # ---- connections

    async def _live(self) -> None:
        try:
            while True:
                self.trouble = await self._one_connection()
                self._link = None
                if self.phase == "sealed":
                    raise EndedError("sealed", "演练已封存", "the drill is sealed")
                pause_s = self._pauses.pause_s(self._failures, self._chance)
                self._failures += 1
                await asyncio.sleep(pause_s)
        except EndedError as ended:
            self._end(ended)
        except Exception as error:  # of `hear`: whoever waits for something must not wait for ever
            own = EndedError("closed", "本端程序出错", "an error at this end, see its cause")
            own.__cause__ = error
            self._end(own)
        finally:
            self._link = None

    async def _one_connection(self) -> str:
        """Talk until it ends, and say why. EndedError if there is no use in another one."""
        try:
            async with opening(self._server, self._tls) as connection:
                await self._talk(Link(connection, self.role))
        except InvalidStatus as error:
            status = error.response.status_code
            if status < 500 and status not in TRY_AGAIN_HTTP:
                raise EndedError("http", f"服务器拒绝连接（{status}）", f"the server answered {status}") from None
            return str(error)
        except ssl.SSLError as error:
            raise EndedError("tls", "服务器证书不受信任", "the server's certificate is not trusted") from error
        except (OSError, WebSocketException, LinkError, StateError) as error:  # TimeoutError is an OSError
            return f"{type(error).__name__}: {error}"
        raise AssertionError("a conversation ends by a fault only")

    async def _talk(self, link: Link) -> None:
        await link.send(
            Hello(
                timeline=self.drill,
                version=VERSION,
                token=self.token,
                last_event=self.last_event,
                language=self._language,
            )
        )
        while True:
            message = await link.receive()
            if isinstance(message, Problem) and message.closing:
                self._tell(message)
                if message.code in TRY_AGAIN:
                    raise LinkError(message.en)
                raise ended_by(message)
            if isinstance(message, Welcome):
                await self._welcomed(message, link)
            elif self._link is None and not isinstance(message, Problem):
                raise LinkError("a message before the Welcome")
            elif message.timeline not in ("", self.drill):
                raise LinkError("a message of another drill")
            elif not self._take(message):
                continue
            self._tell(message)
            if isinstance(message, Beat):
                self._failures = 0  # not at the Welcome: a server that drops us right after it is not to be pressed
                await link.send(BeatSeen(timeline=self.drill, beat=message.beat))
                if self._unheard:
                    await self._say_again(self._acts.leaving())
            elif isinstance(message, Accepted | Problem):
                await self._send(self._acts.due())

    async def _welcomed(self, welcome: Welcome, link: Link) -> None:
        if self.drill not in ("", welcome.drill):
            raise EndedError("wrong_timeline", *CODES["wrong_timeline"])
        again = self._acts.welcomed(welcome.last_seq)  # before anyone can ask the queue for an act that is due
        self.drill, self.welcome = welcome.drill, welcome
        self.token = welcome.token or self.token
        self.phase, self.speed, self.trouble = welcome.phase, welcome.speed, ""
        self.connections += 1
        self._baseline = None
        self._link = link
        await self._say_again(again)

    async def _say_again(self, act: Act | StaffAct | None) -> None:
        """Say what the server may not have taken. Nothing of it is done twice."""
        self._unheard = False
        if self.phase not in OVER:
            await self._send(self._stop)
        await self._send(self._ready)
        await self._send(act)

    # ---- messages

    def _take(self, message: Message) -> bool:
        """Take a message in. False: it was here before."""
        event: int = getattr(message, "event", 0)
        if event:
            if event <= self.last_event:
                return False
            self.last_event = event
        match message:
            case Baseline(tick=tick):
                self._baseline, self.state = message, Snapshot(tick, cells_of(message))
            case State(tick=tick):
                if self._baseline is None:
                    raise LinkError("a State before any Baseline")
                self.state = Snapshot(tick, patched(self._baseline, message))
            case Phase(phase=phase, speed=speed):
                self.phase, self.speed = phase, speed
            case Accepted(seq=seq):
                self._acts.accepted(seq)
            case Problem(code="too_many"):
                self._unheard = True  # the server did not even look what it was: an act keeps its seq and is said again
            case Problem():
                self._acts.refused(message)
        return True

    def _tell(self, message: Message) -> None:
        if self._hear is not None:
            self._hear(message)
        self._questions.look(self.ended)

    def _end(self, ended: EndedError) -> None:
        if self.ended is None:
            self.ended = ended
        self._acts.end(self.ended)
        self._questions.look(self.ended)

    async def _do(self, make: MakeAct) -> int:
        if self.ended is not None:
            raise self.ended
        check_frame(self.role, make(1))
        answer = self._acts.add(make)
        # Without a connection the act waits in the queue; the next Welcome takes it from there.
        if self._link is not None:
            await self._send(self._acts.due())
        return await answer

    async def _send(self, message: Message | None) -> None:
        if message is not None and self._link is not None:
            await self._link.send(message)
