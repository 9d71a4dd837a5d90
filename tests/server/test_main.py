import subprocess
import sys
from pathlib import Path

import pytest

from server.cli.language import language
from tests.server.conftest import START, Yanlian, surroundings


@pytest.mark.parametrize(
    ("environ", "chosen"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"YANLIAN_LANG": "zh", "LC_ALL": "de_DE"}, "zh"),
        ({"YANLIAN_LANG": "", "LANG": "ZH"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides(environ: dict[str, str], chosen: str) -> None:
    assert language(environ) == chosen


def test_an_unknown_command_is_named(yanlian: Yanlian) -> None:
    done = yanlian("calculate")
    assert (done.returncode, done.stderr) == (2, "error: No such command 'calculate'.\n")
    assert yanlian("--lang", "zh", "calculate").stderr.startswith("错误：")


def test_without_a_command_there_is_help(yanlian: Yanlian) -> None:
    done = yanlian()
    assert done.returncode == 2
    for command in ("run", "replay", "verify", "scenarios", "bench"):
        assert command in done.stderr
    assert yanlian("--help").returncode == 0


def test_a_fault_of_the_program_is_one_line_and_the_trace_can_be_had(home: Path) -> None:
    planted = "import server.cli.verify as v; v.judge_file = lambda *args: 1 / 0; "
    command = [sys.executable, "-c", planted + START, "verify", "x"]
    for more, traced in (({}, False), ({"YANLIAN_TRACE": "1"}, True)):
        done = subprocess.run(command, capture_output=True, text=True, env=surroundings(home, **more), cwd=home)
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1].startswith("error: a fault of the program itself: ZeroDivisionError")
        assert ("Traceback" in done.stderr) == traced


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -c '{START}' scenarios show tank_overfill --json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=surroundings(home), cwd=home
    )
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "141")
