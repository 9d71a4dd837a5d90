"""Wheels of this tree, built as a base would get them."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest

from tests.house.tree import ROOT


def python(*arguments: str, cwd: Path, **environment: str) -> CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)


def build(source: Path, folder: Path) -> Path:
    """Build the wheel of a project into a folder. The back end is fetched if need be; SKIPPED where it cannot be."""
    if find_spec("hatchling") is None:
        pins = str(ROOT / "constraints.txt")
        fetched = python("-m", "pip", "install", "-q", "-c", pins, "--target", "backend", "hatchling", cwd=folder)
        if fetched.returncode:
            pytest.skip("SKIPPED: the build back end hatchling is not installed and no package index can be reached")
    options = ["--no-deps", "--no-build-isolation", "--no-cache-dir", "-q", "-w", str(folder)]
    built = python("-m", "pip", "wheel", *options, str(source), cwd=folder, PYTHONPATH=str(folder / "backend"))
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))
