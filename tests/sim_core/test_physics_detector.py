import math

import pytest

from sim_core.physics.detector import lag, lag_share, lel_percent, reading_lel


def test_lag_reaches_63_percent_after_tau_whatever_the_step() -> None:
    for period, steps in ((15.0, 1), (0.5, 30)):
        value, share = 0.0, lag_share(15.0, period)
        for _ in range(steps):
            value = lag(value, 100.0, share)
        assert value == pytest.approx(100.0 * (1.0 - math.exp(-1.0)), rel=1e-9)


def test_reading_is_quantised_and_stays_on_its_scale() -> None:
    assert [reading_lel(v, 0.0, 1.0) for v in (19.4, 19.5, -3.0, 250.0)] == [19.0, 20.0, 0.0, 100.0]
    assert reading_lel(10.0, 0.4, 0.5) == 10.5


def test_lfl_is_one_hundred_percent() -> None:
    assert lel_percent(0.014, 0.014) == pytest.approx(100.0)
