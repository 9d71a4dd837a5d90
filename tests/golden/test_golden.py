"""Golden drills: one digest under every CPU feature level, core type, thread count and hash seed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__ as dispatched

from scenarios import catalogue

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = json.loads(Path(__file__).with_name("digests.json").read_text())
AGAIN = "If the change is meant: .venv/bin/python -m tests.golden.child --write"
ASKED = {"overflow", "gas_out", "ignition", "pool_fire", "foam_blanket", "wind_shift", "absorbing"}
OURS = ("NPY_", "OPENBLAS_", "GOTO_", "OMP_", "GLIBC_", "PYTHON")  # settings that a child must not inherit

Setting = dict[str, str]
Report = dict[str, Any]


def without(*features: str) -> Setting:
    return {"NPY_DISABLE_CPU_FEATURES": " ".join(features)}


def hwcaps(*features: str) -> Setting:
    return {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=" + ",".join(f"-{f}" for f in features)}


def blas(core: str, threads: int) -> Setting:
    return {"OPENBLAS_CORETYPE": core, "OPENBLAS_NUM_THREADS": str(threads)}


def omp(threads: int, hash_seed: str) -> Setting:
    return {"OMP_NUM_THREADS": str(threads), "PYTHONHASHSEED": hash_seed}


PLAIN: Setting = {}
NO_DISPATCH = without(*dispatched)
OLD_NAMES = without("AVX2", "FMA3", "AVX512F", "AVX512CD", "AVX512_SKX", "AVX512_CLX", "AVX512_CNL")
OLD_GLIBC = hwcaps("AVX2", "FMA", "AVX512F")
SETTINGS = (
    PLAIN,
    *(without(*dispatched[i:]) for i in reversed(range(len(dispatched)))),  # ends with all of them
    OLD_NAMES,  # of NumPy before 2.4
    blas("Prescott", 1),
    blas("Haswell", 4),
    blas("SkylakeX", 4),
    omp(1, "0"),
    omp(4, "1"),
    {"PYTHONHASHSEED": "2"},
    {"PYTHONHASHSEED": "random"},
    hwcaps("AVX2"),
    hwcaps("FMA"),
    hwcaps("AVX512F"),
    OLD_GLIBC,
    NO_DISPATCH | OLD_GLIBC | blas("Prescott", 1) | omp(1, "random"),
)


def told(setting: Setting, *arguments: str) -> str:
    return " ".join([*(f"{name}={value}" for name, value in setting.items()), *arguments]) or "no setting"


def run(setting: Setting, *arguments: str) -> Report:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.golden.child", *arguments],
        cwd=ROOT,
        env=inherited | setting,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, f"{told(setting, *arguments)}: {done.stderr}"
    answer: Report = json.loads(done.stdout)
    return answer


class Reports:
    """What each child said. All are started at once, two at a time; asking for one waits for it."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        wanted = [(s, ()) for s in SETTINGS] + [(s, ("--plant",)) for s in (PLAIN, NO_DISPATCH)]
        self._started: dict[str, Future[Report]] = {told(s, *a): pool.submit(run, s, *a) for s, a in wanted}

    def of(self, setting: Setting, *arguments: str) -> Report:
        return self._started[told(setting, *arguments)].result()


@pytest.fixture(scope="module")
def reports() -> Iterator[Reports]:
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield Reports(pool)
        pool.shutdown(cancel_futures=True)


def named(setting: Setting) -> set[str]:
    """Names of NumPy's dispatch list that a setting disables; NumPy knows no others, and tests nothing by them."""
    return set(setting.get("NPY_DISABLE_CPU_FEATURES", "").split()) & set(dispatched)


def refused(setting: Setting, report: Report) -> set[str]:
    """Names that are on although the setting disables them: NumPy only warns, and then tests nothing."""
    return named(setting) & set(report["features"])


@pytest.mark.parametrize("setting", SETTINGS, ids=told)
def test_every_setting_gives_the_committed_digests(setting: Setting, reports: Reports) -> None:
    report = reports.of(setting)
    assert not refused(setting, report), f"NumPy did not disable {refused(setting, report)}"
    assert report["digests"] == GOLDEN, AGAIN
    if named(setting) and not named(setting) & set(reports.of(PLAIN)["features"]):
        pytest.skip(f"same digests, but this CPU has none of {', '.join(named(setting))}: nothing was switched off")


def test_a_name_that_stays_on_is_noticed(reports: Reports) -> None:
    plain = reports.of(PLAIN)
    assert refused(NO_DISPATCH, plain) == set(plain["features"])
    assert not refused(NO_DISPATCH, reports.of(NO_DISPATCH))


def test_the_settings_reach_numpy_libm_and_openblas(reports: Reports) -> None:
    plain = reports.of(PLAIN)
    if "X86_V3" not in plain["features"]:
        pytest.skip("this CPU is at the baseline: nothing can be switched off")
    reached = {"numpy": NO_DISPATCH, "libm": hwcaps("FMA"), "openblas": blas("Prescott", 1)}
    for library, setting in reached.items():
        assert reports.of(setting)["probes"][library] != plain["probes"][library], library


def test_numpys_own_exp_in_the_core_turns_it_red(reports: Reports) -> None:
    planted, planted_without = (reports.of(s, "--plant")["digests"] for s in (PLAIN, NO_DISPATCH))
    assert planted != GOLDEN
    assert planted_without != GOLDEN
    if "X86_V3" in reports.of(PLAIN)["features"]:
        assert planted != planted_without


def test_the_golden_drills_exercise_what_matters(reports: Reports) -> None:
    missing = ASKED - set(reports.of(PLAIN)["exercised"])
    assert not missing, f"choose other seeds or times in child.py: {missing} never happened"


def test_every_scenario_has_a_golden_drill() -> None:
    assert {key.partition("/")[0] for key in GOLDEN} == {scenario.id for scenario in catalogue()}
