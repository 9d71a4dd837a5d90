"""Congestion: the butane cloud of the worked case, and the lens of two circles."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import congestion

LENGTHS = st.floats(0.5, 500.0)


def test_butane_cloud() -> None:
    energy = congestion.energy_j(136857.23663150807, 6.5, 2.65732e6, 272.55, 14.7 * 6894.757)
    assert energy == pytest.approx(5.07786441e11, rel=1e-3)


@given(LENGTHS, LENGTHS, st.floats(0.0, 1200.0))
def test_a_lens_is_no_larger_than_either_circle(r: float, big: float, d: float) -> None:
    lens = congestion.overlap_m2(r, big, d)
    assert -1e-6 <= lens <= pi * min(r, big) ** 2 * (1.0 + 1e-9) + 1e-6
    assert lens == pytest.approx(congestion.overlap_m2(big, r, d), rel=1e-6, abs=1e-5)
    assert congestion.overlap_m2(r, big, d + 10.0) <= lens + 1e-5


def test_apart_and_inside() -> None:
    assert congestion.overlap_m2(1.0, 2.0, 3.0) == 0.0
    assert congestion.overlap_m2(1.0, 5.0, 2.0) == pytest.approx(pi)
    assert congestion.overlap_m2(1.0, 5.0, 4.000001) == pytest.approx(pi, rel=1e-3)


def test_what_stands_above_the_plant_does_not_count() -> None:
    assert congestion.share(50.0, 100.0, 8.0, 4.0) == 0.25
    assert congestion.share(50.0, 100.0, 2.0, 4.0) == 0.5
