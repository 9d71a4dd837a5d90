"""The systemd unit: systemd itself finds nothing wrong with it, and would, and the program is well shut in."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

UNIT = ROOT / "deploy" / "yanlian.service"
PROGRAM = "/opt/yanlian/venv/bin/yanlian"
EXPOSURE_MOST = 2.0

pytestmark = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")


def said(*arguments: str) -> str:
    answer = subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)
    return answer.stdout + answer.stderr


def verified(text: str, folder: Path) -> str:
    """What systemd says of the unit, with a program that is there."""
    unit = folder / UNIT.name
    unit.write_text(text.replace(PROGRAM, sys.executable), "utf-8")
    lines = said("verify", str(unit)).splitlines()
    return "\n".join(line for line in lines if UNIT.name in line)


def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    assert verified(UNIT.read_text("utf-8"), tmp_path) == ""


@pytest.mark.parametrize("planted", ["Restrat=always", "TimeoutStopSec=soon"])
def test_a_slip_is_seen(tmp_path: Path, planted: str) -> None:
    text = UNIT.read_text("utf-8").replace("NoNewPrivileges=yes", planted)
    assert verified(text, tmp_path)


def test_the_program_is_shut_in() -> None:
    score = re.search(r"exposure level for \S+: ([\d.]+)", said("security", "--offline=true", str(UNIT)))
    if score is None:
        pytest.skip("this systemd-analyze does not judge files")
    assert float(score[1]) <= EXPOSURE_MOST
