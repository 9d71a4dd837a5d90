"""Wire: one WebSocket connection, as light as it goes: no task, no queue; a message is handed over as it comes in."""

import asyncio
import ssl
from collections.abc import Callable
from typing import cast

from websockets.client import ClientProtocol
from websockets.frames import DATA_OPCODES, Frame, Opcode
from websockets.http11 import Response
from websockets.protocol import State
from websockets.uri import parse_uri

MAX_ANSWER_BYTES = 1 << 20  # of a frame from the server: a baseline is the longest


def handshaking(address: str) -> ClientProtocol:
    """The client's end of the protocol, its opening written and waiting to be sent. address: `ws://host:port/ws`."""
    protocol = ClientProtocol(parse_uri(address), max_size=MAX_ANSWER_BYTES)
    protocol.send_request(protocol.connect())
    return protocol


class Wire(asyncio.Protocol):
    """A connection. opened, closed: called once. take: called with each message, at once."""

    def __init__(
        self, address: str, opened: Callable[[], None], take: Callable[[bytes], None], closed: Callable[[], None]
    ) -> None:
        self._protocol = handshaking(address)
        self._opened, self._take, self._closed = opened, take, closed
        self._parts: list[bytes] = []
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin the handshake."""
        self._transport = cast(asyncio.Transport, transport)
        self._flush()

    def data_received(self, data: bytes) -> None:
        """Hand over every message that is complete."""
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            if isinstance(event, Frame):
                self._frame(event)
            elif isinstance(event, Response) and self._protocol.handshake_exc is None:
                self._opened()
        self._flush()

    def eof_received(self) -> bool:
        """The server sends no more."""
        self._protocol.receive_eof()
        self._flush()
        return False

    def connection_lost(self, error: Exception | None) -> None:
        """It is over."""
        self._transport = None
        self._closed()

    def send(self, data: bytes) -> None:
        """Send one message; nothing if the connection is over."""
        if self._transport is not None and self._protocol.state is State.OPEN:
            self._protocol.send_binary(data)
            self._flush()

    def close(self) -> None:
        """End it."""
        if self._transport is not None:
            self._transport.close()

    def _frame(self, frame: Frame) -> None:
        if frame.opcode not in DATA_OPCODES:
            return
        if frame.opcode is Opcode.CONT or not frame.fin:
            self._parts.append(bytes(frame.data))
            if not frame.fin:
                return
            data, self._parts = b"".join(self._parts), []
            self._take(data)
        else:
            self._take(bytes(frame.data))

    def _flush(self) -> None:
        if self._transport is not None:
            for data in self._protocol.data_to_send():
                if data:
                    self._transport.write(data)
                elif self._transport.can_write_eof():
                    self._transport.write_eof()


async def open_wire(wire: Wire, address: str) -> None:
    """Connect a wire to a server. OSError."""
    uri = parse_uri(address)
    tls = ssl.create_default_context() if uri.secure else None
    await asyncio.get_running_loop().create_connection(lambda: wire, uri.host, uri.port, ssl=tls)
