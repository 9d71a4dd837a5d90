"""Pressing: many clients at once, for a while: connect, act, watch, count."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from random import Random

from clients.load.client import Chair, Client, Table
from clients.load.report import Report, report

AT_ONCE = 16  # connections being opened
SETTLE_S = 2.0  # before the counting begins, and for what is still on its way when it ends
TIMER_S = 0.05


async def press(
    address: str,
    chairs: Sequence[Chair],
    seconds: float,
    start: Callable[[], Awaitable[None]],
    counting: Callable[[], Awaitable[None]],
    tell: Callable[[float], None] = lambda seconds: None,
) -> Report:
    """Put a server under load and give what the clients saw.

    address: `ws://host:port/ws`. start: sets the drills going once everybody is there. counting: called when the
    counting begins, some seconds later. tell: hears the seconds that have passed, twice a second. OSError,
    ConnectionError: somebody was not let in.
    """
    tables: dict[str, Table] = {}
    for chair in chairs:
        if chair.drill not in tables:
            tables[chair.drill] = Table(tuple(c.seat for c in chairs if c.drill == chair.drill and c.seat))
    clients = [Client(chair, tables[chair.drill], Random(n)) for n, chair in enumerate(chairs)]
    try:
        await _come(address, clients)
        await start()
        for client in clients:
            client.act_from_now_on()
        await asyncio.sleep(SETTLE_S)
        await counting()
        for client in clients:
            client.begin()
        late_s = await _pass(seconds, tell)
        # What is counted by the second ends here; what is on its way may still come.
        for client in clients:
            client.rest()
        counted = [(client.states, client.state_bytes) for client in clients]
        await asyncio.sleep(SETTLE_S)
        for client, (states, state_bytes) in zip(clients, counted, strict=True):
            client.states, client.state_bytes = states, state_bytes
        return report(clients, seconds, late_s)
    finally:
        for client in clients:
            client.leave()


async def _come(address: str, clients: Sequence[Client]) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def come(client: Client) -> None:
        async with gate:
            await client.come(address)

    await asyncio.gather(*map(come, clients))


async def _pass(seconds: float, tell: Callable[[float], None]) -> list[float]:
    """Let time pass by absolute deadlines; how late each was noticed, s."""
    loop = asyncio.get_running_loop()
    began_s = loop.time()
    late_s = []
    for n in range(1, round(seconds / TIMER_S) + 1):
        due_s = began_s + n * TIMER_S
        await asyncio.sleep(due_s - loop.time())
        late_s.append(loop.time() - due_s)
        if n % 10 == 0:
            tell(n * TIMER_S)
    return late_s
