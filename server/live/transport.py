"""Transport: connections that take little at a time and do not wait for ever.

Sockets have small buffers: a large one hides a dead reader and holds memory for nothing, as states are replaced, not
queued. What comes is fed in small pieces, other work between them, so that no flood holds up a tick; frames that no
client of ours sends in numbers (pings, fragments, anything after the end) are counted, and too many end the
connection. A request, or the opening of a socket, is there within REQUEST_S or not at all.
"""

import socket
from asyncio import BaseTransport, Handle, TimerHandle, Transport
from typing import Any, cast

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from server.access.limits import Bucket

BUFFER_BYTES = 65_536
PIECE_BYTES = 1024  # at most 512 frames, a few ms of work
CONTROLS_PER_S, CONTROLS_BURST = 10.0, 100
REQUEST_S = 10.0
POLICY = 1008
ABORT = "yanlian.abort"


class SmallBuffers(WebSocketsSansIOProtocol):
    """Given to uvicorn as `ws`."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._unfed = b""
        self._feeding: Handle | None = None
        self._controls = Bucket(CONTROLS_PER_S, CONTROLS_BURST)
        self._too_late: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Set the buffers of a new connection."""
        super().connection_made(transport)
        mine = cast(Transport, transport)
        mine.set_write_buffer_limits(high=BUFFER_BYTES)
        on = mine.get_extra_info("socket")
        if on is not None:
            on.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER_BYTES)
        self._too_late = self.loop.call_later(REQUEST_S, self._not_opened)

    def _not_opened(self) -> None:
        if not self.handshake_complete:
            self.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """What has not been looked at is not looked at any more."""
        self._unfed = b""
        for handle in (self._feeding, self._too_late):
            if handle is not None:
                handle.cancel()
        super().connection_lost(exc)

    def handle_connect(self, event: Any) -> None:
        """Let the application cut the connection off."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            extensions = cast("dict[str, Any]", self.scope["extensions"])
            extensions[ABORT] = self.transport.abort

    # ---- a little at a time

    def data_received(self, data: bytes) -> None:
        """Take in a piece now, the rest when others have had their turn."""
        if not self.handshake_initiated:  # from the request, which is whole
            super().data_received(data)
            return
        self._unfed += data
        if self._feeding is None:
            self._feed()

    def _feed(self) -> None:
        self._feeding = None
        piece, self._unfed = self._unfed[:PIECE_BYTES], self._unfed[PIECE_BYTES:]
        super().data_received(piece)
        if not self._unfed or self.transport.is_closing():
            self._unfed = b""
            if not self.read_paused and not self.transport.is_closing():
                self.transport.resume_reading()
        elif not self.read_paused:  # else `receive` goes on once the application has taken what there is
            self._hold()

    def _hold(self) -> None:
        """Nothing new before what is here has been fed."""
        self.transport.pause_reading()
        if self._feeding is None:
            self._feeding = self.loop.call_soon(self._feed)

    async def receive(self) -> Any:
        """As ASGI has it."""
        message = await super().receive()
        if self._unfed and not self.read_paused and not self.transport.is_closing():
            self._hold()
        return message

    # ---- what is counted

    def handle_ping(self) -> None:
        """Answer, if it is not one too many."""
        if self._one_more():
            super().handle_ping()

    def handle_pong(self, event: Any) -> None:
        """Nobody has asked for it."""
        if self._one_more():
            super().handle_pong(event)

    def handle_cont(self, event: Any) -> None:
        """Take a fragment, if it is not one too many."""
        if self._one_more():
            super().handle_cont(event)

    def send_receive_event_to_app(self) -> None:
        """Hand a message on; after the end there should be none. What a text says is of no use: it is not looked at."""
        if self.curr_msg_data_type == "text":
            self.frames = [b""]
        if not self.close_sent or self._one_more():
            super().send_receive_event_to_app()

    def _one_more(self) -> bool:
        if self.transport.is_closing():
            return False
        if not self._controls.take(self.loop.time()):
            return True
        self.conn.fail(POLICY, "too many frames")
        self.close_sent = True
        if self.transport.get_write_buffer_size():  # nobody reads
            self.transport.abort()
        else:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()
        return False


class Patient(H11Protocol):
    """Given to uvicorn as `http`. Waits for the head of a request as long as REQUEST_S, then hangs up; for the body see
    `server.api.problems`."""

    _waiting: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._waiting = self.loop.call_later(REQUEST_S, self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing to wait for."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in a piece of a request; if it is the first of another one, begin to wait for the rest."""
        super().data_received(data)
        begun = self.cycle is not None and not self.cycle.response_complete
        if begun or self.transport.is_closing() or self.transport.get_protocol() is not self:
            self._stop_waiting()
        elif self._waiting is None:
            self._waiting = self.loop.call_later(REQUEST_S, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
