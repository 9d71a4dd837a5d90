"""Bare relay: a socket server that only sends states and passes acts on. A reference for live measures.

It speaks as much of the protocol as a load client looks at: a client's token is `drill/seat`, `drill/` for staff.
Run as a process of its own; prints its port.
"""

import asyncio
from collections import defaultdict

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from clients.protocol import frames
from clients.protocol.messages import VERSION, Accepted, Act, Happened, Hello, State, Welcome

STATE_TICKS, STATE_S = 2, 0.1
CHANGED = 40  # cells in a state

rooms: dict[str, dict[ServerConnection, str]] = defaultdict(dict)
events: dict[str, int] = defaultdict(int)


async def converse(connection: ServerConnection) -> None:
    """Serve one client."""
    hello = frames.decode("trainee", await connection.recv(decode=False), to_server=True)
    assert isinstance(hello, Hello)
    drill, _, seat = hello.token.partition("/")
    role = "trainee" if seat else "observer"
    welcome = Welcome(
        timeline=drill,
        version=VERSION,
        drill=drill,
        scenario="",
        mode="",
        phase="running",
        role=role,
        last_event=events[drill],
    )
    await connection.send(frames.encode(welcome))
    rooms[drill][connection] = seat
    try:
        async for data in connection:
            message = frames.decode("trainee", bytes(data), to_server=True)  # type: ignore[arg-type]
            if isinstance(message, Act):
                await connection.send(frames.encode(Accepted(timeline=drill, seq=message.seq)))
                _pass_on(drill, seat, message)
    except ConnectionClosed:
        pass
    finally:
        del rooms[drill][connection]


def _pass_on(drill: str, seat: str, act: Act) -> None:
    events[drill] += 1
    event = Happened(
        timeline=drill, event=events[drill], tick=0, kind="did", seat=seat, act=act.kind, subject=act.target
    )
    broadcast([to for to, held in rooms[drill].items() if not held], frames.encode(event))


async def show(port: int) -> None:
    """Send everybody a state ten times a second, the rooms one after the other."""
    print(port, flush=True)
    loop = asyncio.get_running_loop()
    tick, due_s = 0, loop.time()
    while True:
        tick, due_s = tick + STATE_TICKS, due_s + STATE_S
        for drill, room in list(rooms.items()):
            state = State(timeline=drill, baseline=1, tick=tick, at=tuple(range(CHANGED)), values=tuple(range(CHANGED)))
            broadcast(room, frames.encode(state))
        await asyncio.sleep(due_s - loop.time())


async def main() -> None:
    """Serve until the process is ended."""
    async with serve(converse, "127.0.0.1", 0, compression=None, ping_interval=None) as server:
        await show(next(iter(server.sockets)).getsockname()[1])


if __name__ == "__main__":
    asyncio.run(main())
