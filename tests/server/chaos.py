"""A proxy that cuts TCP connections at random moments: within a frame, between two, before the first answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from random import Random
from urllib.parse import urlsplit

CHUNK = 512


class Chaos:
    """How often, and where. most_bytes: a connection ends after anywhere up to so many, counted both ways."""

    def __init__(self, seed: int, most_bytes: int) -> None:
        self._random, self._most_bytes = Random(seed), most_bytes
        self.cuts = self.connections = 0
        self.address = ""
        self._target = ("", 0)

    @asynccontextmanager
    async def before(self, server: str) -> AsyncIterator["Chaos"]:
        """Stand before a server, at `self.address`."""
        parts = urlsplit(server)
        assert parts.hostname is not None and parts.port is not None
        self._target = (parts.hostname, parts.port)
        listening = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            listening.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        left = [self._random.randrange(self._most_bytes)]
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        ways = [
            asyncio.create_task(self._pass_on(reader, far_writer, left)),
            asyncio.create_task(self._pass_on(far_reader, writer, left)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        self.cuts += left[0] <= 0
        # abort: what is still on its way is lost, as when a cable is pulled
        with suppress(asyncio.CancelledError):  # the test is over
            for end in self._random.sample((writer, far_writer), 2):
                end.transport.abort()
                await asyncio.sleep(self._random.choice((0.0, 0.0, 0.02)))

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, left: list[int]
    ) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(CHUNK):
                part = data[: left[0]]
                left[0] -= len(data)
                writer.write(part)
                await writer.drain()
                if left[0] <= 0:
                    return
