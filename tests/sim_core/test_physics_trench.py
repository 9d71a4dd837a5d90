"""The depth at which a cut in clay gives way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics.trench import critical_height_m


def test_by_hand() -> None:
    assert critical_height_m(9.0, 18.0, 0.0) == pytest.approx(2.0)
    assert critical_height_m(9.0, 18.0, 9.0) == pytest.approx(1.0)
    assert critical_height_m(9.0, 18.0, 30.0) == 0.0


@given(st.floats(1.0, 200.0), st.floats(10.0, 25.0), st.floats(0.0, 100.0))
def test_stronger_ground_stands_deeper_and_a_load_on_the_edge_takes_off(kpa: float, weight: float, load: float) -> None:
    assert critical_height_m(min(kpa * 1.5, 200.0), weight, load) >= critical_height_m(kpa, weight, load)
    assert critical_height_m(kpa, weight, load) <= critical_height_m(kpa, weight, 0.0)
