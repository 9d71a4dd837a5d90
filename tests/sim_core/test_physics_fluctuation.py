"""Swings about the mean: mean one, the stated intensity, memory, variance between knots; chance is the core's own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.chance import Chance
from sim_core.physics import fluctuation

DRAWS = Chance(bytes(range(32))).normals("swing", 3, 20_000)


@pytest.mark.parametrize("intensity", [0.2, 0.883, 1.3])
def test_mean_and_intensity(intensity: float) -> None:
    factors = np.array([fluctuation.factor(float(n), intensity) for n in DRAWS])
    assert factors.mean() == pytest.approx(1.0, abs=0.04)
    assert factors.std() / factors.mean() == pytest.approx(intensity, rel=0.12)
    assert factors.min() > 0.0


def test_the_edge_swings_more_than_the_axis() -> None:
    """Hanna 1984: 1.3 on the axis, 4 to 5 at the edge, which is taken at 2.1 to 2.3 sigma."""
    assert fluctuation.intensity(0.0, 10.0) == pytest.approx(1.3)
    assert 4.0 < fluctuation.intensity(21.0, 10.0) < fluctuation.intensity(-22.5, 10.0) < 5.0
    assert fluctuation.intensity(500.0, 10.0) == 5.0


def test_intensity_in_moving_frame_is_what_the_meander_leaves() -> None:
    """Gifford 1959, instantaneous width s/2: 1 + i^2 = 1 / (0.5 sqrt(0.25 + 2 x 0.75)) times that within the plume."""
    meander = 1.0 / (0.5 * 1.75**0.5)
    assert meander * (1.0 + fluctuation.MOVING_INTENSITY**2) == pytest.approx(1.0 + 1.3**2, rel=1e-3)
    assert pytest.approx(1.0 - 1.0 / 1.75) == fluctuation.MEANDER_POWER


def test_memory() -> None:
    r = fluctuation.correlation(2.0, 4.0)
    values = [0.0]
    for draw in DRAWS:
        values.append(fluctuation.next_normal(values[-1], float(draw), r))
    series = np.array(values[100:])
    assert series.std() == pytest.approx(1.0, abs=0.04)
    assert (series[1:] * series[:-1]).mean() == pytest.approx(r, abs=0.04)


@given(st.floats(0.0, 1.0))
def test_between_knots_the_variance_stays_one(share: float) -> None:
    one, other = (fluctuation.between_knots(b, a, share) for b, a in ((1.0, 0.0), (0.0, 1.0)))
    assert one * one + other * other == pytest.approx(1.0)
    assert fluctuation.between_knots(0.7, -2.0, 0.0) == 0.7


def test_time_scale_is_held() -> None:
    assert fluctuation.time_scale_s(1e4, 1.0) == 60.0 and fluctuation.time_scale_s(0.1, 10.0) == 1.0
