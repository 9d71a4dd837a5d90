"""Transport: the WebSocket under `/ws`, with small buffers, and a way to cut off a client that does not read.

A large buffer hides a dead reader and holds memory for nothing: states are replaced, not queued.
"""

import socket
from asyncio import BaseTransport, Transport
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

BUFFER_BYTES = 65_536
ABORT = "yanlian.abort"


class SmallBuffers(WebSocketsSansIOProtocol):
    """Given to uvicorn as `ws`."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Set the buffers of a new connection."""
        super().connection_made(transport)
        mine = cast(Transport, transport)
        mine.set_write_buffer_limits(high=BUFFER_BYTES)
        on = mine.get_extra_info("socket")
        if on is not None:
            on.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER_BYTES)

    def handle_connect(self, event: Any) -> None:
        """Let the application cut the connection off."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            extensions = cast("dict[str, Any]", self.scope["extensions"])
            extensions[ABORT] = self.transport.abort
