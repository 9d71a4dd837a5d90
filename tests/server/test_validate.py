"""`yanlian validate` through its door: bars, files, the batch that gives the same scores, interruption, bad usage."""

import contextlib
import io
import json
import signal
from math import exp, log
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from server.cli.main import status


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("validation") / "made"


@pytest.fixture(scope="module")
def told(out: Path) -> dict[str, Any]:
    """What `--json` says; in a run of its own, for capsys is of one test."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert status(["validate", "--out", str(out), "--json"]) == 0
    answer: dict[str, Any] = json.loads(said.getvalue())
    return answer


def test_what_is_asked_of_the_models(told: dict[str, Any]) -> None:
    """As the acceptance from outside reads it."""
    p, gas = told["cohorts"]["prairie_grass"], told["cohorts"]["lng_field"]
    assert p["n"] >= 15 and p["fac2"] >= 0.6 and 0.67 <= p["mg"] <= 1.5 and p["vg"] <= 1.8
    assert gas["n"] >= 26 and gas["fac2"] >= 0.55 and 0.6 <= gas["mg"] <= 1.7 and gas["vg"] <= 2.2
    for c in told["cohorts"].values():
        assert set(c) >= {"n", "fac2", "mg", "vg", "fb", "reference", "bars", "trials", "model", "source"}
    assert gas["reference"]["FLACS"] == {
        "n": 42, "fac2": 0.94, "mg": 1.18, "vg": 1.14, "of": "the whole series without fence, 42 arcs",
        "source": gas["reference"]["FLACS"]["source"],
    }  # fmt: skip


def test_the_batch_gives_the_same_scores(told: dict[str, Any], out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`calc --batch` on the file beside the page, and the scores anew by formulas written here."""
    assert status(["calc", "--batch", told["files"]["batch"]]) == 0
    answers = json.loads(capsys.readouterr().out)
    rows = json.loads((out / "observed.json").read_text("utf-8"))
    pairs: dict[str, list[tuple[float, float]]] = {}
    for row, answer in zip(rows, answers, strict=True):
        value = answer["outputs"][row["output"]]
        predicted = value if isinstance(value, list) else [value]
        pairs.setdefault(row["cohort"], []).extend(zip(row["observed"], predicted, strict=True))
    assert set(pairs) == set(told["cohorts"])
    for name, found in pairs.items():
        c, n = told["cohorts"][name], len(found)
        logs = [log(o / p) for o, p in found]
        assert c["n"] == n and c["raised"] == c["refused"] == 0
        assert c["fac2"] == pytest.approx(sum(0.5 <= p / o <= 2.0 for o, p in found) / n)
        assert c["mg"] == pytest.approx(exp(sum(logs) / n)) and c["vg"] == pytest.approx(
            exp(sum(v * v for v in logs) / n)
        )
        mean_o, mean_p = sum(o for o, _ in found) / n, sum(p for _, p in found) / n
        assert c["fb"] == pytest.approx(2.0 * (mean_o - mean_p) / (mean_o + mean_p))


def test_files(told: dict[str, Any], out: Path) -> None:
    assert {p.name for p in out.iterdir()} == {"validation.html", "batch.json", "observed.json", "validation.json"}
    assert json.loads((out / "validation.json").read_text("utf-8")) == told["cohorts"]
    assert (out / "validation.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(("lang", "words"), [("zh", "不好的结果"), ("en", "poor results")])
def test_the_terminal(lang: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["--lang", lang, "validate", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert words in said.out and "lng_field" in said.out and "✗" in said.out and not said.err
    assert f'id="{lang}" checked' in (tmp_path / "validation.html").read_text("utf-8")


def test_it_can_be_interrupted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As by Ctrl-C in the midst of the cohorts: nothing is written, one line is said."""

    def interrupt(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        assert status(["--lang", "en", "validate", "--out", str(tmp_path)]) == 130
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)
    assert capsys.readouterr().err.splitlines() == ["error: interrupted"] and not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert status(["--lang", "en", "validate", "--out", str(tmp_path / "file" / "below")]) == 2
    assert "cannot write" in capsys.readouterr().err
