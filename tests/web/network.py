"""Network: a host for the server and one for the browser, with a cable between them that delays and loses."""

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
SERVER_IP, CLIENT_IP = "10.77.81.1", "10.77.81.2"


@dataclass(frozen=True)
class Network:
    """Two hosts. server: what a command on the server's host begins with; browser: an executable for the client's."""

    host: str
    server: tuple[str, ...]
    browser: Path
    cable: subprocess.Popen[str]

    def worsen(self, round_trip_ms: int, loss_percent: float) -> None:
        """From now on there and back takes so long, and each way loses that share."""
        assert self.cable.stdin is not None
        self.cable.stdin.write(f"{round_trip_ms / 2} {loss_percent}\n")
        self.cable.stdin.flush()

    def cut(self) -> None:
        """Nothing passes."""
        self.worsen(0, 100)

    def mend(self) -> None:
        """All passes at once."""
        self.worsen(0, 0)


def _ip(words: str) -> None:
    subprocess.run(["ip", *words.split()], check=True, capture_output=True)


@contextmanager
def network(folder: Path, chromium: str) -> Iterator[Network]:
    """Make both hosts, SKIPPED where that is not allowed; they are gone afterwards."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("ip") or not os.access("/dev/net/tun", os.W_OK):
        pytest.skip("SKIPPED: a network of its own needs root, ip and /dev/net/tun (apt-get install iproute2)")
    hosts = (f"ys{os.getpid()}", f"yc{os.getpid()}")
    command = [sys.executable, str(CABLE), *hosts]
    cable = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert cable.stdout is not None and cable.stdout.readline() == "ready\n"
        for name, own, peer in ((hosts[0], SERVER_IP, CLIENT_IP), (hosts[1], CLIENT_IP, SERVER_IP)):
            _ip(f"netns add {name}")
            _ip(f"link set {name} netns {name}")
            _ip(f"-n {name} addr add {own} peer {peer} dev {name}")
            _ip(f"-n {name} link set {name} up")
            _ip(f"-n {name} link set lo up")
        wrapper = folder / "browser"
        wrapper.write_text(f'#!/bin/sh\nexec ip netns exec {hosts[1]} "{chromium}" "$@"\n')
        wrapper.chmod(0o700)
        yield Network(SERVER_IP, ("ip", "netns", "exec", hosts[0]), wrapper, cable)
    finally:
        cable.terminate()
        cable.wait()
        for name in hosts:
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)
