"""Cable: a line between two hosts that delays and loses packets, by two TUN devices. `cable.py NAME NAME`.

Says `ready` once both devices are there. A line `DELAY_MS LOSS_PERCENT` on stdin holds from then on, each way; a loss
of 100 is a cut. For kernels without tc netem: real packets pass, so TCP meets loss and delay as on a bad network.
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


def device(name: str) -> int:
    """Make a TUN device; its descriptor stays joined to it, whichever network it is moved into."""
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return end


def main(names: list[str]) -> None:
    """Pass packets on until stdin ends."""
    ends = [device(name) for name in names]
    other = {ends[0]: ends[1], ends[1]: ends[0]}
    print("ready", flush=True)
    delay_s, loss, chance = 0.0, 0.0, random.Random(7)
    order, late = itertools.count(), list[tuple[float, int, int, bytes]]()
    while True:
        wait_s = max(0.0, late[0][0] - time.monotonic()) if late else None
        readable, _, _ = select.select([*ends, sys.stdin], [], [], wait_s)
        if sys.stdin in readable:
            line = sys.stdin.readline()
            if not line:
                return
            delay_s, loss = float(line.split()[0]) / 1000.0, float(line.split()[1]) / 100.0
        for end in ends:
            if end in readable:
                packet = os.read(end, LONGEST)
                if chance.random() >= loss:
                    heapq.heappush(late, (time.monotonic() + delay_s, next(order), other[end], packet))
        while late and late[0][0] <= time.monotonic():
            _, _, end, packet = heapq.heappop(late)
            with suppress(OSError):  # the device is down: the packet is lost
                os.write(end, packet)


if __name__ == "__main__":
    main(sys.argv[1:])
