"""Pieces for tests of results: sittings, results in a catalogue, and real processes that deliver and receive."""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine

from server.catalogue import drills
from server.catalogue.drills import DrillRow
from server.catalogue.results import ResultRow
from server.result.document import DrillFacts, SittingFacts
from server.result.issuing import issue
from server.result.webhook import new_secret

ROOT = Path(__file__).resolve().parents[2]
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = SIGNER.public_key().public_bytes_raw()
NOW = datetime(2026, 5, 20, 1, 30, tzinfo=UTC)
START = "from server.cli.main import run; run()"


def sitting(number: int = 1) -> str:
    return f"{number:016x}"


def facts(number: int = 1, sheets: Sequence[str] = ("84.00", "86.50", "85.00"), mean: str = "85.17") -> SittingFacts:
    drill = DrillFacts(
        scenario="tank_overfill",
        code="S01",
        drill=sitting(number),
        score=Decimal(mean),
        mean=Decimal(mean),
        sheets=[Decimal(sheet) for sheet in sheets],
        vetoes=(),
        record_digest="0f" * 16,
        record_sha256="1e" * 32,
    )
    return SittingFacts(sitting(number), "考生-07", [drill], True, "2d" * 32, "3c" * 32, "4b" * 32)


def add_drill(catalogue: Engine, number: int = 1) -> None:
    with catalogue.begin() as db:
        drills.add(db, DrillRow(sitting(number), "tank_overfill", "5a" * 32, "exam", NOW, phase="sealed"))


def issued(catalogue: Engine, number: int = 1, destinations: Sequence[str] = ("office",)) -> ResultRow:
    """A drill with a result that waits to be delivered."""
    add_drill(catalogue, number)
    with catalogue.begin() as db:
        return issue(db, facts(number), SIGNER, destinations, NOW)


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "YANLIAN"))}
    return {**kept, "YANLIAN_HOME": str(home), "LANG": "en_US.UTF-8", "PYTHONPATH": str(ROOT)}


class Office:
    """A folder with a receiver and a sender: their secret, keys, ports, data and configuration."""

    def __init__(self, folder: Path, misbehave: str | None = None, hold_s: float = 0.9, **delivery: float) -> None:
        self.folder = folder
        self.misbehave = misbehave
        self.hold_s = hold_s
        self.secret = folder / "webhook.secret"
        self.secret.write_text(new_secret(os.urandom))
        self.keys = folder / "keys.txt"
        self.keys.write_text(PUBLIC.hex() + "\n")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/certificates"
        self.log = folder / "log.txt"
        self.config = folder / "yanlian.toml"
        pace = {"timeout_s": 0.5, "retry_first_s": 0.05, "retry_most_s": 0.3, "lease_s": 0.8} | delivery
        lines = ["[delivery]", *(f"{name} = {value:.3f}" for name, value in pace.items())]
        lines += ["[[delivery.destinations]]", 'name = "office"', f'url = "{self.url}"']
        lines += [f'secret_files = ["{self.secret}"]']
        self.config.write_text("\n".join(lines) + "\n")

    def receiver(self) -> subprocess.Popen[str]:
        """Start a receiver at the port, which is the same every time, and wait until it listens."""
        told = [] if self.misbehave is None else ["--misbehave", self.misbehave, "--hold-s", str(self.hold_s)]
        places = ["--data", self.folder / "receiver", "--secret", self.secret, "--keys", self.keys]
        child = self._start("receiver", *places, "--port", self.port, *told)
        assert child.stdout is not None
        line = child.stdout.readline()
        assert line.strip() == self.url, self.log.read_text()
        return child

    def worker(self, *more: str) -> subprocess.Popen[str]:
        """Start a delivery worker."""
        return self._start("deliver", "--data", self.folder, "--config", self.config, *more)

    def _start(self, *args: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", START, *map(str, args)]
        # Logs go to a file: a pipe that nobody reads fills up, and then whoever writes to it stands still.
        with self.log.open("a") as log:
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": log}
            return subprocess.Popen(command, text=True, env=environment(self.folder), cwd=self.folder, **pipes)
