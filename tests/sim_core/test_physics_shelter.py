"""Shelter: the air of a building follows that outside, slowly where the doors are shut."""

import pytest

from sim_core import exact
from sim_core.physics.shelter import inside_after


def after_an_hour(changes_per_h, outside=100.0, inside=0.0):
    for _ in range(720):
        inside = inside_after(inside, outside, changes_per_h, 5.0)
    return inside


@pytest.mark.parametrize("changes", [0.5, 3.0])
def test_a_well_mixed_room_fills_as_the_exponential_says(changes):
    assert after_an_hour(changes) == pytest.approx(100.0 * (1.0 - exact.exp(-changes)), rel=0.01)


def test_a_room_is_slow_to_clear_as_well():
    assert after_an_hour(0.5, outside=0.0, inside=10.0) == pytest.approx(10.0 * exact.exp(-0.5), rel=0.01)
