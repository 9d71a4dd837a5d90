import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.physics.cloud import (
    AIR,
    CAPACITY,
    HEAT,
    HEIGHT,
    RADIUS,
    VAPOUR,
    Cloud,
    X,
    crowding,
    emit,
    empty,
    mole_fraction,
    volume_m3,
)
from sim_core.physics.substance import PETROL

AMBIENT_K = 283.15


def puff_at(cloud: Cloud, x: float, radius: float = 20.0, vapour: float = 150.0) -> Cloud:
    return emit(cloud, PETROL, x, 0.0, radius, vapour, 8.0 * vapour, -9.0e4 * vapour, AMBIENT_K)


def train(xs: list[float], radius: float = 20.0) -> Cloud:
    cloud = empty()
    for x in xs:
        cloud = puff_at(cloud, x, radius)
    return cloud


def test_a_puff_is_a_cylinder_of_its_gas() -> None:
    cloud = train([5.0])
    volume = volume_m3(PETROL, cloud.puffs, AMBIENT_K)
    capacity = 150.0 * 1700.0 + 1200.0 * 1006.0
    moles = 150.0 / 0.065 + 1200.0 / 0.02896
    kelvin = AMBIENT_K - 9.0e4 * 150.0 / capacity
    assert volume[0] == pytest.approx(moles * 8.314462618 * kelvin / 101325.0, rel=1e-12)
    assert cloud.puffs[HEIGHT, 0] == pytest.approx(volume[0] / (np.pi * 400.0), rel=1e-12)
    assert mole_fraction(PETROL, cloud.puffs)[0] == pytest.approx(150.0 / 0.065 / moles, rel=1e-12)


def test_nothing_is_emitted_without_vapour() -> None:
    cloud = empty()
    assert puff_at(cloud, 0.0, vapour=0.0) is cloud


def test_near_puffs_become_one_and_far_ones_stay() -> None:
    assert train([0.0, 6.9]).puffs.shape == (7, 1)
    assert train([0.0, 7.1]).puffs.shape == (7, 2)


@given(st.lists(st.floats(0.0, 3000.0), min_size=2, max_size=40))
@settings(max_examples=30, deadline=None)
def test_merging_keeps_vapour_air_heat_and_the_middle(xs: list[float]) -> None:
    cloud = train(xs)
    n = len(xs)
    assert cloud.puffs.flags.c_contiguous
    assert not cloud.puffs.flags.writeable
    assert cloud.puffs[VAPOUR].sum() == pytest.approx(150.0 * n, rel=1e-12)
    assert cloud.puffs[AIR].sum() == pytest.approx(1200.0 * n, rel=1e-12)
    assert cloud.puffs[HEAT].sum() == pytest.approx(-1.35e7 * n, rel=1e-12)
    middle = (cloud.puffs[VAPOUR] * cloud.puffs[X]).sum() / (150.0 * n)
    assert middle == pytest.approx(sum(xs) / n, rel=1e-9, abs=1e-9)


def test_a_full_train_makes_room() -> None:
    cloud = train([30.0 * i for i in range(CAPACITY + 5)])
    assert cloud.puffs.shape == (7, CAPACITY)
    assert cloud.puffs[VAPOUR].sum() == pytest.approx(150.0 * (CAPACITY + 5), rel=1e-12)
    assert cloud.puffs[X, -1] == 30.0 * (CAPACITY + 4)


def test_merged_area_keeps_the_second_moment_and_never_shrinks() -> None:
    equal = train([0.0, 6.0])
    assert equal.puffs[RADIUS, 0] == pytest.approx((400.0 + 0.5 * 36.0) ** 0.5, rel=1e-12)
    wide = puff_at(train([0.0], 100.0), 0.0, 20.0)
    assert wide.puffs[RADIUS, 0] == 100.0


def test_crowding_counts_the_puffs_over_each_middle() -> None:
    assert crowding(train([0.0]).puffs).tolist() == [1.0]
    assert crowding(train([0.0, 100.0, 200.0]).puffs).tolist() == [1.0, 1.0, 1.0]
    assert crowding(train([0.0, 10.0, 20.0]).puffs).tolist() == [2.0, 4.0, 2.0]
