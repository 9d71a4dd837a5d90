"""Hood and tower: what is bound, and what bounds it."""

import pytest

from sim_core.physics.absorber import ALKALI_PER_CHLORINE, bound_kg


def test_two_of_alkali_bind_one_of_chlorine():
    assert pytest.approx(80.0 / 70.9, rel=1e-3) == ALKALI_PER_CHLORINE


@pytest.mark.parametrize(("airborne", "most", "reagent", "bound"), [
    (0.1, 1.0, 100.0, 0.08), (1.0, 0.28, 100.0, 0.28), (1.0, 1.0, 0.564, 0.5), (1.0, 1.0, 0.0, 0.0),
])  # fmt: skip
def test_hood_tower_and_stock_each_bound_it(airborne, most, reagent, bound):
    assert bound_kg(airborne, 0.8, most, reagent, 1.128) == pytest.approx(bound)
