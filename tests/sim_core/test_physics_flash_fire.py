import math

import numpy as np
import pytest

from sim_core.physics.cloud import emit, empty
from sim_core.physics.cloud_reading import Flammable, concentration
from sim_core.physics.flash_fire import death_by_flash, flash_fire, shares_of_lfl
from sim_core.physics.substance import PETROL


def test_a_flash_fire_burns_its_fuel_over_its_area() -> None:
    fire = flash_fire(PETROL, Flammable(500.0, math.pi * 1.0e4, 3.0, 4.0))
    assert fire.heat_j == pytest.approx(500.0 * 43.7e6)
    assert (fire.radius_m, fire.duration_s) == pytest.approx((100.0, 10.0))
    assert (fire.x_m, fire.y_m, fire.burned_kg) == (3.0, 4.0, 500.0)


def test_the_footprint_is_where_vapour_is_over_lfl() -> None:
    cloud = emit(empty(), PETROL, 0.0, 0.0, 40.0, 2000.0, 20000.0, 0.0, 293.15)
    points = np.array([[0.0, 0.0], [90.0, 0.0]])
    shares = shares_of_lfl(cloud, PETROL, points)
    assert shares == pytest.approx(tuple(concentration(cloud, PETROL, points) / 0.014))
    assert shares[0] > 1.0 > shares[1]


def test_who_dies() -> None:
    assert [death_by_flash(s, False) for s in (0.4, 0.5, 1.0, 5.0)] == [0.0, 0.2, 1.0, 1.0]
    assert [death_by_flash(s, True) for s in (0.4, 0.5, 1.0)] == [0.0, 0.0, 0.3]
