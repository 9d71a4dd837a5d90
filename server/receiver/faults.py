"""Faults: the ways in which a receiver misbehaves when it is told to. A sender must live through each of them."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import cast

from pydantic import BaseModel, Field
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.receiver.application import HOLD_S
from server.receiver.serving import TRANSPORT
from sim_core.text import Text

FAULTS: dict[str, Text] = {
    "obey": Text("照常", "does as it should"),
    "lose_answer": Text("生效后不答复即断开", "takes it, then hangs up without an answer"),
    "error_after": Text("生效后答复 503", "takes it, then answers 503"),
    "drop_before": Text("未生效即断开", "hangs up before taking it"),
    "cut_answer": Text("答复到一半断开", "takes it, hangs up in the middle of the answer"),
    "delay": Text("拖过时限才生效", "takes it only after the sender has given up"),
    "answer_twice": Text("同一请求答复两次", "takes it, answers it twice on one connection"),
    "odd_answer": Text("未生效却答复 200 网页", "does not take it, and answers 200 with a page"),
    "other_receipt": Text("未生效却给出他人的回执", "does not take it, and gives the receipt of another"),
    "busy": Text("未生效，答复 429", "does not take it, answers 429"),
    "elsewhere": Text("未生效，让人去别处", "does not take it, sends the caller elsewhere"),
    "dribble": Text("生效后逐字节答复，没有尽头", "takes it, answers byte by byte and never ends"),
    "flood": Text("生效后答复没有尽头", "takes it, answers without end"),
    "die": Text("生效后进程立即死亡", "takes it, then the process is gone"),
}
_DRIBBLE_S = 0.05
_FLOOD = b" " * 65536


class Plan(BaseModel):
    """What the next deliveries meet, one name each; `repeat`: over and over, else it obeys after the last."""

    names: list[str] = Field(max_length=1000)
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer caught on its way out."""

    start: Message
    body: bytes


class Misbehaving:
    """An ASGI application around the receiver's. hold_s: of `delay`. die: ends the process at once.

    PUT /faults sets the plan.
    """

    def __init__(self, app: ASGIApp, plan: Plan, hold_s: float, die: Callable[[], None]) -> None:
        self.app = app
        self.hold_s = hold_s
        self.die = die
        self.set(plan)

    def set(self, plan: Plan) -> None:
        """Begin another plan. ValueError: a name that is no fault."""
        check_names(plan.names)
        self._names = deque(plan.names)
        self._repeat = plan.repeat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        match scope.get("method"), scope.get("path"):
            case "POST", "/certificates":
                await self._misbehave(self._next(), scope, receive, send)
            case "PUT", "/faults":
                await self._be_told(receive, send)
            case _:
                await self.app(scope, receive, send)

    def _next(self) -> str:
        if not self._names:
            return "obey"
        name = self._names.popleft()
        if self._repeat:
            self._names.append(name)
        return name

    async def _be_told(self, receive: Receive, send: Send) -> None:
        try:
            self.set(Plan.model_validate_json(await _whole(receive)))
        except ValueError:
            await _answer(send, 422, b"")
        else:
            await _answer(send, 204, b"")

    async def _misbehave(self, name: str, scope: Scope, receive: Receive, send: Send) -> None:
        transport = cast(asyncio.Transport, scope["extensions"][TRANSPORT])
        if name == "obey":
            await self.app(scope, receive, send)
        elif name == "delay":
            await self.app({**scope, HOLD_S: self.hold_s}, receive, send)
        elif name in _WITHOUT_EFFECT:
            await _whole(receive)
            await _WITHOUT_EFFECT[name](transport, send)
        else:
            answer = await self._catch(scope, receive)
            if name == "die":
                self.die()
            await _AFTER_EFFECT[name](answer, transport, send)

    async def _catch(self, scope: Scope, receive: Receive) -> _Answer:
        start: Message = {}
        body = bytearray()

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                body.extend(message.get("body", b""))

        await self.app(scope, receive, hold)
        return _Answer(start, bytes(body))


def check_names(names: Iterable[str]) -> None:
    """ValueError: a name that is no fault."""
    if unknown := sorted(set(names) - FAULTS.keys()):
        raise ValueError(f"no such fault: {', '.join(unknown)}")


async def _lose(answer: _Answer, transport: asyncio.Transport, send: Send) -> None:
    transport.abort()


async def _error(answer: _Answer, transport: asyncio.Transport, send: Send) -> None:
    await _answer(send, 503, b"", (b"retry-after", b"0"))


async def _cut(answer: _Answer, transport: asyncio.Transport, send: Send) -> None:
    await send(answer.start)
    await send({"type": "http.response.body", "body": answer.body[: len(answer.body) // 2], "more_body": True})
    transport.close()


async def _twice(answer: _Answer, transport: asyncio.Transport, send: Send) -> None:
    await send(answer.start)
    await send({"type": "http.response.body", "body": answer.body})
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(answer.body)}\r\n\r\n"
    transport.write(head.encode() + answer.body)


async def _dribble(answer: _Answer, transport: asyncio.Transport, send: Send) -> None:
    await _endless(transport, send, b" ", _DRIBBLE_S)


async def _flood(answer: _Answer, transport: asyncio.Transport, send: Send) -> None:
    await _endless(transport, send, _FLOOD, 0.0)


async def _endless(transport: asyncio.Transport, send: Send, part: bytes, pause_s: float) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
    while not transport.is_closing():
        await send({"type": "http.response.body", "body": part, "more_body": True})
        await asyncio.sleep(pause_s)


async def _drop(transport: asyncio.Transport, send: Send) -> None:
    transport.abort()


async def _odd(transport: asyncio.Transport, send: Send) -> None:
    await _answer(send, 200, b"<html><body>Welcome to the guest network</body></html>", (b"content-type", b"text/html"))


async def _other(transport: asyncio.Transport, send: Send) -> None:
    body = b'{"receipt": "C-00000000", "key": "another:1:one", "fingerprint": "' + b"0" * 64 + b'"}'
    await _answer(send, 200, body, (b"content-type", b"application/json"))


async def _busy(transport: asyncio.Transport, send: Send) -> None:
    await _answer(send, 429, b"", (b"retry-after", b"0"))


async def _elsewhere(transport: asyncio.Transport, send: Send) -> None:
    await _answer(send, 307, b"", (b"location", b"/certificates"))


_WITHOUT_EFFECT: dict[str, Callable[[asyncio.Transport, Send], Awaitable[None]]] = {
    "drop_before": _drop,
    "odd_answer": _odd,
    "other_receipt": _other,
    "busy": _busy,
    "elsewhere": _elsewhere,
}
_AFTER_EFFECT: dict[str, Callable[[_Answer, asyncio.Transport, Send], Awaitable[None]]] = {
    "lose_answer": _lose,
    "error_after": _error,
    "cut_answer": _cut,
    "answer_twice": _twice,
    "dribble": _dribble,
    "flood": _flood,
}


async def _answer(send: Send, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})


async def _whole(receive: Receive) -> bytes:
    body = bytearray()
    while (message := await receive())["type"] == "http.request":
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return bytes(body)
