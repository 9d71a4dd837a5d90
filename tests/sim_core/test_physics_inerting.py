"""Inerting: a purge against sums by hand, and the oxygen below which petrol vapour does not burn."""

import pytest

from sim_core.physics.inerting import blanketed, can_burn


@pytest.mark.parametrize(("o2", "burns"), [(0.209, True), (0.121, True), (0.12, False), (0.0, False)])
def test_a_flame_needs_oxygen(o2: float, burns: bool):
    assert can_burn(o2) is burns


def test_half_of_the_oxygen_is_gone_after_ln_2_volumes():
    assert blanketed(0.2, 1.0, 0.0, 100.0, 69.3147) == pytest.approx(0.1, rel=1.0e-5)


def test_seconds_add_up_to_minutes():
    o2 = 0.209
    for _ in range(600):
        o2 = blanketed(o2, 0.5, 0.1, 300.0, 1.0)
    assert o2 == pytest.approx(blanketed(0.209, 0.5, 0.1, 300.0, 600.0))


def test_drawing_harder_than_nitrogen_comes_lets_so_much_air_in():
    """Two parts in three are nitrogen: it settles at a third of 20.9 %."""
    assert blanketed(0.0, 1.0, 1.5, 100.0, 3600.0) == pytest.approx(0.209 / 3.0)
    assert blanketed(0.1, 0.0, 0.0, 100.0, 3600.0) == 0.1
