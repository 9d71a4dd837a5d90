"""Link: one connection to a drill, as messages."""

import asyncio
import ssl
from urllib.parse import urlsplit, urlunsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from clients.protocol.frames import FrameError, decode, encode
from clients.protocol.messages import BEAT_S, MAX_FRAME_BYTES, Message
from clients.sdk.faults import LinkError

SILENCE_S = 5 * BEAT_S  # without a single frame the connection counts as dead
OPEN_S = 5.0
CLOSE_S = 1.0
MAX_ANSWER_BYTES = 1 << 20  # of a frame from the server: a baseline is the longest


def socket_address(server: str) -> str:
    """The WebSocket address of a server: `http://host:port` becomes `ws://host:port/ws`."""
    parts = urlsplit(server)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("the server's address begins with http:// or https://")
    return urlunsplit((parts.scheme.replace("http", "ws"), parts.netloc, parts.path.rstrip("/") + "/ws", "", ""))


def opening(server: str, tls: ssl.SSLContext | None) -> connect:
    """An async context manager over one raw connection to a server."""
    address = socket_address(server)
    if tls is None and address.startswith("wss:"):
        tls = ssl.create_default_context()
    # compression: costs both ends more time than the bytes are worth. proxy: the server stands in the same hall.
    # ping_interval: the protocol's own beats say whether the other end lives.
    return connect(
        address,
        ssl=tls,
        compression=None,
        proxy=None,
        ping_interval=None,
        max_size=MAX_ANSWER_BYTES,
        open_timeout=OPEN_S,
        close_timeout=CLOSE_S,
    )


def check_frame(role: str, message: Message) -> None:
    """FrameError if a server would not take this from a client of the role, whatever it says."""
    data = encode(message)
    if len(data) > MAX_FRAME_BYTES:
        raise FrameError(f"{len(data)} bytes, at most {MAX_FRAME_BYTES}")
    decode(role, data, to_server=True)


class Link:
    """One connection. role: whose union the server's messages are read by."""

    def __init__(self, connection: ClientConnection, role: str) -> None:
        self._connection, self._role = connection, role

    async def send(self, message: Message) -> None:
        """Send one message. A connection that is gone is not told of here: `receive` says it."""
        try:
            async with asyncio.timeout(SILENCE_S):
                await self._connection.send(encode(message))
        except ConnectionClosed:
            return
        except TimeoutError:  # the other end takes nothing any more, so a farewell would not get through either
            self._connection.transport.abort()

    async def receive(self) -> Message:
        """The next message. LinkError for one that is none; TimeoutError after SILENCE_S without any."""
        async with asyncio.timeout(SILENCE_S):
            data = await self._connection.recv(decode=False)
        try:
            message: Message = decode(self._role, data, to_server=False)
        except FrameError as error:
            raise LinkError(str(error)) from error
        return message
