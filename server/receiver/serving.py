"""Serving: the socket of the receiver."""

import asyncio
import socket
from typing import cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

TRANSPORT = "yanlian.transport"


class WithTransport(H11Protocol):
    """HTTP whose application finds its connection in the scope's extensions, so that it can hang up."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Tell the application which connection this is."""
        super().connection_made(transport)
        inner = cast(ASGIApp, self.app)

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            extensions = {**scope.get("extensions", {}), TRANSPORT: transport}
            await inner({**scope, "extensions": extensions}, receive, send)

        self.app = app


def listening(host: str, port: int) -> socket.socket:
    """Open the socket; port 0 = any that is free. OSError. From here on connections wait until they are served."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


async def serve(app: ASGIApp, on: socket.socket) -> None:
    """Serve until the process is asked to end."""
    config = uvicorn.Config(
        app, http=WithTransport, lifespan="off", access_log=False, log_level="error", timeout_graceful_shutdown=2
    )
    await uvicorn.Server(config).serve(sockets=[on])
