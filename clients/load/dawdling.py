"""Dawdling: a client that comes in like any other and then reads slowly, or not at all; what it reads it answers."""

import asyncio
import socket
from collections.abc import Callable

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.uri import parse_uri

from clients.load.client import Chair
from clients.load.glance import glance
from clients.load.wire import handshaking
from clients.protocol.frames import encode
from clients.protocol.messages import VERSION, BeatSeen, Hello

READ_BYTES = 4096
SIP_S = 0.1  # from one read to the next, when reading slowly


async def dawdle(address: str, chair: Chair, bytes_per_s: float, slowing: Callable[[], None]) -> None:
    """Connect, wait for Welcome, then read `bytes_per_s` (0 = nothing) until the server hangs up.

    address: `ws://host:port/ws`, unencrypted. slowing: called once, when the slow reading begins. Who reads nothing
    does not see that the server has hung up: cancel it.
    """
    loop = asyncio.get_running_loop()
    uri = parse_uri(address)
    protocol = handshaking(address)
    with socket.socket(socket.AF_INET6 if ":" in uri.host else socket.AF_INET) as on:
        on.setblocking(False)
        await loop.sock_connect(on, (uri.host, uri.port))
        await _flush(protocol, on)
        slow = False
        while True:
            if slow and not bytes_per_s:
                await asyncio.Event().wait()
            try:
                data = await loop.sock_recv(on, max(1, round(bytes_per_s * SIP_S)) if slow else READ_BYTES)
            except ConnectionError:
                return
            if not data:
                return
            protocol.receive_data(data)
            if _take(protocol, chair) and not slow:
                slow = True
                slowing()
            await _flush(protocol, on)
            if slow:
                await asyncio.sleep(SIP_S)


def _take(protocol: ClientProtocol, chair: Chair) -> bool:
    """Answer what came; whether Welcome was among it."""
    welcome = False
    for event in protocol.events_received():
        if isinstance(event, Response):
            drill = "" if chair.seat else chair.drill
            protocol.send_binary(encode(Hello(timeline=drill, version=VERSION, token=chair.token)))
        elif isinstance(event, Frame) and event.opcode is Opcode.BINARY:
            seen = glance(bytes(event.data))
            welcome = welcome or seen.type == "welcome"
            if seen.type == "beat":
                protocol.send_binary(encode(BeatSeen(timeline=chair.drill, beat=seen.beat)))
    return welcome


async def _flush(protocol: ClientProtocol, on: socket.socket) -> None:
    for data in protocol.data_to_send():
        if data:
            try:
                await asyncio.get_running_loop().sock_sendall(on, data)
            except ConnectionError:
                return
