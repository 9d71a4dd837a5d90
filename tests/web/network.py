"""Network: a host for the server and one for the browser, with a cable between them that delays and loses. The test
itself has a line of its own to the server, which is always good.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

CABLE = Path(__file__).with_name("cable.py")


@dataclass(frozen=True)
class Network:
    """Two hosts. server: what a command on the server's host begins with; browser: an executable for the client's.

    host: where the server listens, as the browser and the test itself reach it.
    """

    host: str
    server: tuple[str, ...]
    browser: Path
    cable: subprocess.Popen[str]

    def worsen(self, round_trip_ms: int, loss_percent: float) -> None:
        """From now on there and back takes so long, and each way loses that share."""
        self._set(round_trip_ms / 2, loss_percent, loss_percent)

    def cut(self) -> None:
        """Nothing passes."""
        self._set(0, 100, 100)

    def lose_answers(self) -> None:
        """What the browser asks for is done, and it never hears of it."""
        self._set(0, 0, 100)

    def _set(self, delay_ms: float, *loss_percent: float) -> None:
        assert self.cable.stdin is not None
        self.cable.stdin.write(f"{delay_ms} {loss_percent[0]} {loss_percent[1]}\n")
        self.cable.stdin.flush()

    def mend(self) -> None:
        """All passes at once."""
        self._set(0, 0, 0)


def _ip(words: str) -> None:
    subprocess.run(["ip", *words.split()], check=True, capture_output=True)


@contextmanager
def network(folder: Path, chromium: str) -> Iterator[Network]:
    """Make the hosts, SKIPPED where that is not allowed; they are gone afterwards."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("ip") or not os.access("/dev/net/tun", os.W_OK):
        pytest.skip("SKIPPED: a network of its own needs root, ip and /dev/net/tun (apt-get install iproute2)")
    pid = os.getpid()
    server, client, own = (f"y{kind}{pid}" for kind in "sct")
    # Of this process alone: the test's own line lies in the network of the machine.
    server_ip, client_ip, own_ip = (f"10.{64 + pid // 250 % 128}.{pid % 250}.{n}" for n in (1, 2, 3))
    command = [sys.executable, str(CABLE), server, client, own]
    cable = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert cable.stdout is not None and cable.stdout.readline() == "ready\n"
        for name, here, there in ((server, server_ip, client_ip), (client, client_ip, server_ip)):
            _ip(f"netns add {name}")
            _ip(f"link set {name} netns {name}")
            _ip(f"-n {name} addr add {here} peer {there} dev {name}")
            _ip(f"-n {name} link set {name} up")
            _ip(f"-n {name} link set lo up")
        _ip(f"-n {server} route add {own_ip} dev {server}")
        _ip(f"addr add {own_ip} peer {server_ip} dev {own}")
        _ip(f"link set {own} up")
        wrapper = folder / "browser"
        wrapper.write_text(f'#!/bin/sh\nexec ip netns exec {client} "{chromium}" "$@"\n')
        wrapper.chmod(0o700)
        yield Network(server_ip, ("ip", "netns", "exec", server), wrapper, cable)
    finally:
        cable.terminate()
        cable.wait()
        for name in (server, client):
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)
