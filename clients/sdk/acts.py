"""Acts of one seat on their way: one at a time, each until the server has answered for it.

The next act leaves once the one before it was accepted or refused. So a refused act leaves no gap behind it (its seq
goes to the next one), and after a lost connection at most one act is in doubt, which the server knows by its seq.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from clients.protocol.messages import Act, Problem, StaffAct
from clients.sdk.faults import ClientError, EndedError, refused_by

MakeAct = Callable[[int], Act | StaffAct]


@dataclass(slots=True)
class _Waiting:
    make: MakeAct
    answer: asyncio.Future[int]
    seq: int = 0  # 0 = has not left yet


class ActQueue:
    """Acts in the order in which they were given, the first of them perhaps on its way."""

    def __init__(self) -> None:
        self._waiting: deque[_Waiting] = deque()
        self._last_seq = 0

    @property
    def idle(self) -> bool:
        """Whether every act given so far has been answered or withdrawn."""
        self._forget_withdrawn()
        return not self._waiting

    def add(self, make: MakeAct) -> asyncio.Future[int]:
        """Queue an act. The future gives its seq once it is accepted; cancelled before it left, it never leaves."""
        waiting = _Waiting(make, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        return waiting.answer

    def due(self) -> Act | StaffAct | None:
        """The act that may leave now and has not yet, if there is one."""
        self._forget_withdrawn()
        if not self._waiting or self._waiting[0].seq:
            return None
        return self._leave()

    def leaving(self) -> Act | StaffAct | None:
        """The act that has left and has no answer yet, with the same seq; else the one that is due, if any."""
        return self._leave() if self._waiting and self._waiting[0].seq else self.due()

    def welcomed(self, last_seq: int) -> Act | StaffAct | None:
        """After a Welcome: settle what the server has by its last_seq; give the act to send (again), if any."""
        self._last_seq = last_seq
        if self._waiting and 0 < self._waiting[0].seq <= last_seq:
            self._settle(self._waiting[0].seq)
        return self.leaving()

    def accepted(self, seq: int) -> None:
        """The server has this act, durably."""
        if self._waiting and self._waiting[0].seq == seq:
            self._last_seq = seq
            self._settle(seq)

    def refused(self, problem: Problem) -> None:
        """The server did not take this act."""
        if self._waiting and self._waiting[0].seq == problem.seq:
            self._settle(refused_by(problem))

    def end(self, ended: EndedError) -> None:
        """Nothing will be answered any more."""
        while self._waiting:
            self._settle(ended)

    def _forget_withdrawn(self) -> None:
        while self._waiting and not self._waiting[0].seq and self._waiting[0].answer.done():
            self._waiting.popleft()

    def _leave(self) -> Act | StaffAct:
        self._waiting[0].seq = self._last_seq + 1
        return self._waiting[0].make(self._last_seq + 1)

    def _settle(self, outcome: int | ClientError) -> None:
        answer = self._waiting.popleft().answer
        if answer.done():  # withdrawn while it was on its way: nobody asks any more
            return
        if isinstance(outcome, ClientError):
            answer.set_exception(outcome)
        else:
            answer.set_result(outcome)
