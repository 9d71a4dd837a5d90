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


def test_strength_by_the_pressure_inside() -> None:
    found = [congestion.strength(kpa * 1000.0) for kpa in (0.5, 1.0, 5.0, 10.0, 100.0, 1000.0, 9999.0)]
    assert found == pytest.approx([1.0, 1.0, 3.0, 4.0, 7.0, 10.0, 10.0])


@given(st.floats(0.01, 0.4), st.floats(1.0, 50.0), st.floats(0.3, 1.0))
def test_game_rises_with_path_blockage_and_burning_velocity(blockage: float, path: float, burning: float) -> None:
    def inside(path_m: float, burning_m_s: float) -> float:
        return congestion.source_overpressure_pa(blockage, path_m, 0.2, burning_m_s, False)

    here = inside(path, burning)
    assert inside(2.0 * path, burning) == pytest.approx(here * 2.0**2.75)
    assert inside(path, 2.0 * burning) == pytest.approx(here * 2.0**2.7)
    flat, round_about = (congestion.source_overpressure_pa(0.1, 10.0, 0.2, 0.46, c) for c in (True, False))
    assert flat / round_about == pytest.approx(3.38 / 0.84 / 5.0**0.5)
