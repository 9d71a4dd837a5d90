"""Cable: a line between a server and its clients that delays and loses packets (TUN): `cable.py SERVER BAD GOOD`.

Says `ready` once all devices are there. A line `DELAY_MS ASKED_LOSS_PERCENT ANSWERED_LOSS_PERCENT` on stdin holds from
then on between SERVER and BAD: the delay each way, what is lost on the way to the server and on the way back; 100 both
ways is a cut, 100 on the way back alone loses the answers to what is done. What passes between SERVER and GOOD is never
touched. For kernels without tc netem: real packets pass, so TCP meets loss and delay as on a bad network.
"""

import fcntl
import heapq
import itertools
import os
import random
import select
import struct
import sys
import time
from contextlib import suppress

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
LONGEST = 65536
IPV4 = 4


def device(name: str) -> int:
    """Make a TUN device; its descriptor stays joined to it, whichever network it is moved into."""
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return end


class Cable:
    """The line and what is under way on it. lost: of what goes to an end, 0..1. homes: address -> the end it was heard
    from."""

    def __init__(self, server: int, bad: int, good: int) -> None:
        self.ends, self.server, self.bad = (server, bad, good), server, bad
        self.delay_s, self.lost, self.chance = 0.0, {server: 0.0, bad: 0.0}, random.Random(7)
        self.order, self.late = itertools.count(), list[tuple[float, int, int, bytes]]()
        self.homes: dict[bytes, int] = {}

    def take(self, end: int) -> None:
        """A packet comes in at an end."""
        packet = os.read(end, LONGEST)
        if packet[0] >> 4 != IPV4:
            return
        self.homes[packet[12:16]] = end
        to = self.homes.get(packet[16:20]) if end == self.server else self.server
        if to is None:  # the server speaks to nobody who has not spoken first
            return
        worsened = self.bad in (end, to)
        if not worsened or self.chance.random() >= self.lost[to]:
            due_s = time.monotonic() + (self.delay_s if worsened else 0.0)
            heapq.heappush(self.late, (due_s, next(self.order), to, packet))

    def give(self) -> float | None:
        """Let out what is due; seconds to the next, None = nothing is under way."""
        while self.late and self.late[0][0] <= time.monotonic():
            _, _, end, packet = heapq.heappop(self.late)
            with suppress(OSError):  # the device is down: the packet is lost
                os.write(end, packet)
        return max(0.0, self.late[0][0] - time.monotonic()) if self.late else None


def main(names: list[str]) -> None:
    """Pass packets on until stdin ends."""
    server, bad, good = (device(name) for name in names)
    cable = Cable(server, bad, good)
    print("ready", flush=True)
    while True:
        readable, _, _ = select.select([*cable.ends, sys.stdin], [], [], cable.give())
        if sys.stdin in readable:
            told = os.read(sys.stdin.fileno(), LONGEST).decode()
            if not told:
                return
            delay_ms, asked, answered = map(float, told.splitlines()[-1].split())  # the last of several holds
            cable.delay_s = delay_ms / 1000.0
            cable.lost = {server: asked / 100.0, bad: answered / 100.0}
        for end in cable.ends:
            if end in readable:
                cable.take(end)


if __name__ == "__main__":
    main(sys.argv[1:])
