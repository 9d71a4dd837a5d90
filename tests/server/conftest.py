import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scenarios import from_canonical, load
from scenarios.drill import build
from scenarios.play import play
from server.cli.meta import describe
from sim_core.chance import drill_keys
from sim_core.record.drill import Recorder

ROOT = Path(__file__).resolve().parents[2]
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
SIGNER = KEY.public_key().public_bytes_raw()
START = "from server.cli.main import run; run()"

Yanlian = Callable[..., CompletedProcess[str]]


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment of a command: an installation of its own, English unless asked otherwise."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "YANLIAN"))}
    return {**kept, "YANLIAN_HOME": str(home), "LANG": "en_US.UTF-8", "PYTHONPATH": str(ROOT), **more}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("installation")


@pytest.fixture(scope="session")
def yanlian(home: Path) -> Yanlian:
    """Call the command in a process of its own."""

    def call(*args: object, env: Mapping[str, str] | None = None) -> CompletedProcess[str]:
        command = [sys.executable, "-c", START, *map(str, args)]
        full = surroundings(home, **(env or {}))
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=full, cwd=home)

    return call


@pytest.fixture(scope="session")
def drilled(yanlian: Yanlian, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A whole drill through the door: its record, and what `run --json` said of it."""
    record = tmp_path_factory.mktemp("drill") / "record.ylr"
    done = yanlian("run", "tank_overfill", "--seed", 6, "--policy", "expert", "--out", record, "--json")
    assert done.returncode == 0, done.stderr
    return record, json.loads(done.stdout)


@pytest.fixture(scope="session")
def short_record() -> bytes:
    """A sealed record of 40 s, signed by KEY, of a scenario that is not in the catalogue."""
    authored = json.loads(load("tank_overfill").canonical)
    scenario = from_canonical(rfc8785.dumps({**authored, "duration_s": 40}), "short")
    keys = drill_keys(5)
    drill = build(scenario, keys.hidden, keys.world)
    recorder = Recorder(describe(drill, keys, "expert"), drill.rules.site)
    played = play(drill, scenario.policies["expert"], recorder.follow)
    return recorder.seal(played.point, SIGNER, KEY.sign)


@pytest.fixture(scope="session")
def short_file(short_record: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("short") / "short.ylr"
    file.write_bytes(short_record)
    return file


@pytest.fixture(scope="session")
def keys_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "signers.txt"
    file.write_text(f"# examiners' office\n{SIGNER.hex()}\n")
    return file
