import json
import os
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.server.conftest import START, Yanlian, surroundings

STABLE = {
    "scenario", "seed", "policy", "score", "passed", "vetoes", "digest", "ticks", "sim_seconds", "wall_seconds",
    "realtime_factor",
}  # fmt: skip


def test_run_says_what_it_did(drilled: tuple[Path, dict[str, object]]) -> None:
    _, ran = drilled
    assert set(ran) >= STABLE
    assert (ran["scenario"], ran["seed"], ran["policy"]) == ("tank_overfill", 6, "expert")
    assert ran["ticks"] == round(20 * float(str(ran["sim_seconds"])))
    assert ran["passed"] is True
    assert Decimal(str(ran["score"])) >= 80


def test_one_seed_gives_one_digest(yanlian: Yanlian, drilled: tuple[Path, dict[str, object]]) -> None:
    again = json.loads(yanlian("run", "tank_overfill", "--seed", 6, "--json", env={"PYTHONHASHSEED": "7"}).stdout)
    assert again["digest"] == drilled[1]["digest"]
    assert again["score"] == drilled[1]["score"]


def test_marks_and_radar_lie_beside_the_record(drilled: tuple[Path, dict[str, object]]) -> None:
    record, ran = drilled
    assert sorted(file.name for file in record.parent.iterdir()) == [
        "record.marks.json", "record.radar.svg", "record.ylr",
    ]  # fmt: skip
    marks = json.loads(record.with_suffix(".marks.json").read_text("utf-8"))
    assert (marks["score"], marks["passed"]) == (ran["score"], ran["passed"])
    assert all(line["reason"]["zh"] and line["reason"]["en"] for line in marks["lines"])
    assert all(line["points"] is None for line in marks["lines"] if line["human"])
    assert record.with_suffix(".radar.svg").read_text("utf-8").startswith("<svg")


def test_careless_takes_a_veto_and_nothing_is_written_unasked(yanlian: Yanlian, home: Path) -> None:
    before = sorted(home.rglob("*"))
    done = json.loads(yanlian("run", "tank_overfill", "--seed", 1, "--policy", "careless", "--json").stdout)
    assert (done["policy"].split(":")[0], done["passed"]) == ("careless", False)
    assert done["policy"].split(":")[1] in done["vetoes"]
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("no_such_scenario",), "no such scenario"),
        ((), "Missing argument 'ID'"),
        (("tank_overfill", "--seed", "-1"), "not in the range"),
        (("tank_overfill", "--seed", str(2**63)), "not in the range"),
        (("tank_overfill", "--seed", "1.5"), "not a valid integer"),
        (("tank_overfill", "--policy", "careless:nothing"), "no policy careless:nothing"),
        (("tank_overfill", "--live", "--json"), "exclude each other"),
        (("tank_overfill", "--live", "--speed", "0"), "positive number"),
        (("tank_overfill", "--live", "--speed", "nan"), "positive number"),
        (("tank_overfill", "--stratum", "6"), "not in the range"),
        (("tank_overfill", "--nonsense"), "No such option"),
        (("tank_overfill", "--out", "/dev/null/record.ylr"), "cannot write"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(yanlian: Yanlian, args: tuple[str, ...], why: str) -> None:
    done = yanlian("run", *args)
    assert done.returncode == 2
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout


def test_a_stratum_binds_the_draw_and_the_record_holds(yanlian: Yanlian, tmp_path: Path) -> None:
    def digest(*args: object) -> str:
        return str(json.loads(yanlian("run", "h2s_pit", "--seed", 1, *args, "--json").stdout)["digest"])

    record = tmp_path / "bound.ylr"
    assert len({digest(), *(digest("--stratum", level) for level in (1, 5))}) >= 2
    assert digest("--stratum", 5, "--out", record) == digest("--stratum", 5)
    assert json.loads(yanlian("verify", record, "--json").stdout)["ok"] is True


def test_live_tells_the_drill_in_words(yanlian: Yanlian, tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "r.ylr"
    done = yanlian("--lang", "zh", "run", "tank_overfill", "--seed", 6, "--live", "--speed", "max", "--out", out)
    assert done.returncode == 0, done.stderr
    for word in ("[征兆]", "[命令]", "[复诵]", "[报警]", "[动作]", "[结束] 完成移交", "合格", "程序与处置"):
        assert word in done.stdout, word
    assert "\x1b[" not in done.stdout
    assert str(out) in done.stdout
    assert out.exists()


def test_an_interrupt_is_quiet_and_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.ylr"
    command = [sys.executable, "-u", "-c", START, "run", "tank_overfill", "--live", "--out", str(out)]
    env = surroundings(home)
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, cwd=tmp_path
    )
    assert child.stdout is not None
    child.stdout.readline()
    os.kill(child.pid, signal.SIGINT)
    _, complaint = child.communicate(timeout=60)
    assert (child.returncode, complaint) == (130, "error: interrupted\n")
    assert list(tmp_path.iterdir()) == []
