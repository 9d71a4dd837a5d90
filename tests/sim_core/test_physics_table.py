"""Tables against straight lines, power laws and each other's doors."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import table

XS = (0.5, 1.0, 4.0, 10.0)
YS = (8.0, 2.0, 5.0, 5.0)


@pytest.mark.parametrize(("x", "y"), [(0.5, 8.0), (0.75, 5.0), (1.0, 2.0), (2.0, 3.0), (7.0, 5.0), (10.0, 5.0)])
def test_between_the_points(x: float, y: float) -> None:
    assert table.linear(x, XS, YS) == pytest.approx(y, rel=1e-15)


def test_ends_are_held() -> None:
    assert table.linear(-3.0, XS, YS) == 8.0 and table.linear(1e9, XS, YS) == 5.0


@given(st.floats(0.011, 990.0), st.floats(-3.0, 3.0))
def test_a_power_law_is_straight_on_log_axes(x: float, power: float) -> None:
    ln_xs = table.logs((0.01, 0.3, 7.0, 1000.0))
    ln_ys = tuple(power * v + 0.7 for v in ln_xs)
    assert table.log_log(x, ln_xs, ln_ys) == pytest.approx(2.013752707470477 * x**power, rel=1e-12)


@given(st.lists(st.floats(-5.0, 20.0), min_size=1, max_size=9))
def test_both_doors_give_equal_bits(x: list[float]) -> None:
    many = table.linear_array(np.array(x), np.array(XS), np.array(YS))
    assert many.tolist() == [table.linear(v, XS, YS) for v in x]


@given(st.lists(st.floats(0.01, 20.0), min_size=1, max_size=9))
def test_both_logarithmic_doors_give_equal_bits(x: list[float]) -> None:
    ln_xs, ln_ys = table.logs(XS), table.logs(YS)
    many = table.log_log_array(np.array(x), np.array(ln_xs), np.array(ln_ys))
    assert many.tolist() == [table.log_log(v, ln_xs, ln_ys) for v in x]


@given(st.floats(0.0, 3.0), st.floats(-1.0, 2.0))
def test_a_plane_twisted_once_is_met_by_two_axes(x: float, y: float) -> None:
    xs, ys = (0.0, 1.0, 3.0), (-1.0, 0.5, 2.0)
    rows = [[1.0 + 2.0 * a - b + 0.5 * a * b for b in ys] for a in xs]
    assert table.bilinear(x, y, xs, ys, rows) == pytest.approx(1.0 + 2.0 * x - y + 0.5 * x * y, abs=1e-12)


def test_a_logarithm_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError):
        table.logs((1.0, 0.0))
