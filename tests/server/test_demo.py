"""The demonstration: over real sockets the same drill as headless, to the digest. Sheets: test_live_connections."""

import json
from pathlib import Path

import pytest

from tests.server.conftest import Yanlian


def plays_the_same(yanlian: Yanlian, folder: Path, seed: int) -> None:
    """Play a seed both ways and compare."""
    demo = yanlian("demo", "--seed", seed, "--speed", "max", "--json", "--out", folder)
    assert demo.returncode == 0, demo.stderr
    live = json.loads(demo.stdout)
    run = yanlian("run", "tank_overfill", "--seed", seed, "--policy", "expert", "--out", folder / "run.ylr", "--json")
    assert run.returncode == 0, run.stderr
    headless = json.loads(run.stdout)
    assert (live["digest"], live["ticks"]) == (headless["digest"], headless["ticks"])
    assert live["deliveries"] == 1
    for record in (folder / "record.ylr", folder / "run.ylr"):
        verified = yanlian("verify", record, "--json")
        assert verified.returncode == 0, verified.stdout + verified.stderr


def test_demo_is_run(yanlian: Yanlian, tmp_path: Path) -> None:
    plays_the_same(yanlian, tmp_path, 7)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20, 28))
def test_demo_is_run_for_other_seeds(yanlian: Yanlian, tmp_path: Path, seed: int) -> None:
    plays_the_same(yanlian, tmp_path, seed)
