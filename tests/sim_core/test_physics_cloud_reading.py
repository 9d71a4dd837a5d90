import numpy as np
import pytest

from sim_core.physics.cloud import CAPACITY, HEIGHT, RADIUS, VAPOUR, Cloud, emit, empty, mole_fraction
from sim_core.physics.cloud_reading import concentration, flammable
from sim_core.physics.substance import PETROL

AMBIENT_K = 293.15


def single(vapour: float = 1000.0, air: float = 20000.0, radius: float = 50.0) -> Cloud:
    return emit(empty(), PETROL, 10.0, -5.0, radius, vapour, air, 0.0, AMBIENT_K)


def grid(half: float, step: float) -> np.ndarray:
    line = np.arange(-half, half + step / 2, step)
    x, y = np.meshgrid(line, line)
    return np.ascontiguousarray(np.column_stack((10.0 + x.ravel(), -5.0 + y.ravel())))


def test_no_cloud_reads_nothing_and_cannot_burn() -> None:
    assert concentration(empty(), PETROL, np.zeros((3, 2))).tolist() == [0.0, 0.0, 0.0]
    assert flammable(empty(), PETROL).vapour_kg == 0.0


def test_the_middle_of_a_puff_and_far_away() -> None:
    cloud = single()
    fraction = mole_fraction(PETROL, cloud.puffs)[0]
    at = np.array([[10.0, -5.0], [500.0, 0.0]])
    ground, high = (concentration(cloud, PETROL, at, z) for z in (0.0, cloud.puffs[HEIGHT, 0]))
    assert ground[0] == pytest.approx(0.9003163 * fraction, rel=1e-6)
    assert high[0] == pytest.approx(0.5 * ground[0], rel=1e-9)
    assert ground[1] == 0.0


def test_what_is_read_over_the_ground_and_up_is_the_vapour_of_the_puff() -> None:
    cloud = single()
    height = cloud.puffs[HEIGHT, 0]
    levels = np.arange(0.05, 20.0, 0.1) * height
    column = sum(float(concentration(cloud, PETROL, grid(120.0, 6.0), z).sum()) for z in levels)
    vapour_m3 = column * 36.0 * 0.1 * height
    assert vapour_m3 == pytest.approx(1000.0 / 0.065 * 8.314462618 * AMBIENT_K / 101325.0, rel=2e-3)


def test_fraction_falls_outward() -> None:
    line = np.column_stack((10.0 - np.arange(0.0, 150.0, 5.0), np.full(30, -5.0)))
    fraction = concentration(single(), PETROL, line)
    assert (np.diff(fraction) <= 0.0).all()


def test_no_mixture_is_richer_than_the_richer_puff() -> None:
    cloud = emit(single(), PETROL, 50.0, -5.0, 50.0, 500.0, 20000.0, 0.0, AMBIENT_K)
    assert cloud.puffs.shape[1] == 2
    assert concentration(cloud, PETROL, grid(150.0, 10.0)).max() <= mole_fraction(PETROL, cloud.puffs).max()


def test_flammable_vapour_and_area_agree_with_a_fine_grid() -> None:
    cloud = single(3000.0, 12000.0)  # 10 % by volume: richer than UFL in the middle
    burns = flammable(cloud, PETROL)
    weight = concentration(cloud, PETROL, grid(120.0, 1.0), 0.0) / 0.9003163161571061
    inside = (weight >= PETROL.lfl) & (weight <= PETROL.ufl)
    assert burns.area_m2 == pytest.approx(float((weight >= PETROL.lfl).sum()), rel=5e-3)
    share = float(weight[inside].sum() / weight.sum())
    assert burns.vapour_kg == pytest.approx(share * 3000.0, rel=5e-3)
    assert (burns.x_m, burns.y_m) == pytest.approx((10.0, -5.0))


def test_a_lean_cloud_cannot_burn() -> None:
    burns = flammable(single(10.0, 20000.0), PETROL)
    assert (burns.vapour_kg, burns.area_m2) == (0.0, 0.0)


def test_flammable_is_never_more_than_there_is() -> None:
    cloud = single(1000.0, 12000.0)
    assert 0.0 < flammable(cloud, PETROL).vapour_kg < cloud.puffs[VAPOUR].sum()


def test_equal_bits_for_any_layout_of_points_and_for_each_alone() -> None:
    cloud = empty()
    for i in range(CAPACITY):
        cloud = emit(cloud, PETROL, 30.0 * i, 0.3 * i, 30.0 + 0.1 * i, 90.0, 2000.0 + i, -1e6, AMBIENT_K)
    assert cloud.puffs.shape[1] == CAPACITY
    assert cloud.puffs[RADIUS].min() > 20.0
    points = np.random.default_rng(3).uniform(0.0, 3000.0, (16, 2))
    together = concentration(cloud, PETROL, points)
    assert concentration(cloud, PETROL, np.asfortranarray(points)).tobytes() == together.tobytes()
    alone = [float(concentration(cloud, PETROL, points[i : i + 1])[0]) for i in range(16)]
    assert alone == together.tolist()


def test_area_that_puffs_share_burns_once() -> None:
    near = emit(single(), PETROL, 35.0, -5.0, 50.0, 1000.0, 20000.0, 0.0, AMBIENT_K)
    far = emit(single(), PETROL, 900.0, -5.0, 50.0, 1000.0, 20000.0, 0.0, AMBIENT_K)
    assert near.puffs.shape == far.puffs.shape == (7, 2)
    alone = flammable(single(), PETROL).area_m2
    assert flammable(far, PETROL).area_m2 == pytest.approx(2.0 * alone)
    assert flammable(near, PETROL).area_m2 == pytest.approx(alone)


def test_a_lean_puff_over_a_rich_one_hardly_thins_it() -> None:
    rich, lean = single(), emit(single(), PETROL, 40.0, -5.0, 70.0, 100.0, 60000.0, 0.0, AMBIENT_K)
    middle = np.array([[10.0, -5.0]])
    assert lean.puffs.shape == (7, 2)
    assert concentration(lean, PETROL, middle, 0.0)[0] > 0.9 * concentration(rich, PETROL, middle, 0.0)[0]
