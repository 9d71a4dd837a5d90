"""AccessLog: one line for every request, with the route it took and never the address that was asked for.

An address may hold a token or a fingerprint, in its query or in its path, so the line has the route's template.
"""

from collections.abc import Callable

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.operation.metrics import Metrics

REQUEST_ID_BYTES = 8
HEADER = b"x-request-id"
# asked every few seconds by watchdogs
_QUIET = frozenset({"/health", "/health/page", "/metrics"})

log = structlog.get_logger()


class AccessLog:
    """ASGI middleware, the outermost. Gives each request an id, which is in all its log lines and in its answer."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, entropy: Callable[[int], bytes], monotonic_s: Callable[[], float]
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._entropy = entropy
        self._monotonic_s = monotonic_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; sockets pass untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = self._entropy(REQUEST_ID_BYTES).hex()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message.get("headers", ()), (HEADER, request.encode())]}
            await send(message)

        began_s = self._monotonic_s()
        with structlog.contextvars.bound_contextvars(request=request):
            try:
                await self._app(scope, receive, sending)
            finally:
                seconds = self._monotonic_s() - began_s
                self._metrics.request(status, seconds)
                route = getattr(scope.get("route"), "path", "none")
                client = scope.get("client")
                (log.debug if route in _QUIET else log.info)(
                    "request",
                    method=scope["method"],
                    route=route,
                    status=status,
                    seconds=round(seconds, 4),
                    address=client[0] if client else "",
                )
