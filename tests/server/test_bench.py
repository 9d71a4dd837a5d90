import json

from server.cli.bench import plain
from server.cli.measures import LONG, MEASURES
from tests.server.conftest import Yanlian


def test_a_measure_has_its_stable_shape(yanlian: Yanlian) -> None:
    (row,) = json.loads(yanlian("bench", "observe_us", "--quick", "--json").stdout)
    assert set(row) >= {"name", "value", "unit", "reference", "reference_value", "ratio", "bar", "goal"}
    assert row["ratio"] == row["value"] / row["reference_value"] > 0.0


def test_the_record_that_is_weighed_holds() -> None:
    (row,) = MEASURES["record_25min_mb"](True)
    assert 0.5 < row.value < row.bar
    (row,) = MEASURES["verify_25min_s"](True)
    assert row.value > 0.0


def test_a_quick_look_leaves_out_what_takes_long() -> None:
    assert set(plain(quick=False)) == set(MEASURES)
    assert set(plain(quick=True)) == set(MEASURES) - LONG
    assert "live_rate_hz" in LONG and "observe_us" not in LONG


def test_an_unknown_measure_is_bad_usage(yanlian: Yanlian) -> None:
    done = yanlian("bench", "nothing")
    assert done.returncode == 2
    assert "seek_s" in done.stderr
