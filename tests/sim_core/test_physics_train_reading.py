"""Reading against sums over a grid: what is read holds what the train holds."""

import numpy as np
import pytest

from sim_core.physics import train, train_reading
from sim_core.physics.train import EMPTY, VAPOUR
from tests.sim_core.train_cases import METHANE, NEUTRAL, PETROL, after, air

STEP_M = 2.5


def grid(far: float, wide: float, high: float, layers: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points, heights and volumes of cells, thin at the ground."""
    x, y = np.arange(-40.0, far, STEP_M), np.arange(-wide, wide, STEP_M)
    rise = high * (np.arange(layers + 1) / layers) ** 3
    z, thick = 0.5 * (rise[1:] + rise[:-1]), np.diff(rise)
    gx, gy, gz = np.meshgrid(x, y, z, indexing="ij")
    return np.column_stack((gx.ravel(), gy.ravel())), gz.ravel(), STEP_M * STEP_M * np.tile(thick, x.size * y.size)


@pytest.mark.parametrize(("emit_s", "kind"), [(30, "D"), (60, "F"), (8, "B")])
def test_what_is_read_is_what_is_there(emit_s: int, kind: str) -> None:
    w = air(4.0, kind)
    now = after(NEUTRAL, [w] * 60, kg_s=2.0, emit_s=emit_s)
    points, heights, cell = grid(460.0, 120.0, 300.0, 40)
    read = train_reading.concentration(now, NEUTRAL, w, points, heights)
    held_mol = float(now.puffs[VAPOUR].sum()) / NEUTRAL.kg_mol
    assert (read * cell).sum() * 101325.0 / (8.314462618 * 293.15) == pytest.approx(held_mol, rel=0.04)


def test_flammable_is_the_sum_over_a_grid() -> None:
    w = air(4.0)
    now = after(PETROL, [w] * 60, kg_s=12.0)
    found = train_reading.flammable(now, PETROL, w, 0.014, 0.076)
    points, heights, cell = grid(300.0, 100.0, 15.0, 60)
    read = train_reading.concentration(now, PETROL, w, points, heights)
    kg = read * cell * 101325.0 / (8.314462618 * 293.15) * PETROL.kg_mol
    between = kg[(read >= 0.014) & (read <= 0.076)].sum()
    assert found.vapour_kg == pytest.approx(between, rel=0.1)
    ground = train_reading.concentration(now, PETROL, w, points[::60], np.zeros(points[::60].shape[0]))
    assert found.area_m2 == pytest.approx(float((ground >= 0.014).sum()) * STEP_M * STEP_M, rel=0.08)
    assert found.y_m == pytest.approx(0.0, abs=1e-6) and 0.0 < found.x_m < 300.0


def test_nothing_burns_without_vapour_or_below_the_limit() -> None:
    nothing = train_reading.Flammable(0.0, 0.0, 0.0, 0.0)
    assert train_reading.flammable(EMPTY, PETROL, air(), 0.014, 0.076) == nothing
    assert train_reading.flammable(after(PETROL, [air(9.0)] * 90, kg_s=0.01), PETROL, air(9.0), 0.9, 1.0) == nothing


def test_across_it_is_even_on_both_sides_and_falls() -> None:
    w = air(4.0)
    now = after(METHANE, [w] * 60, kg_s=40.0, at_k=111.7)
    ys = [0.0, 20.0, -20.0, 40.0, -40.0, 150.0]
    seen = train_reading.concentration(now, METHANE, w, np.array([[100.0, y] for y in ys]), np.full(6, 0.5))
    assert seen[1] == pytest.approx(seen[2]) and seen[3] == pytest.approx(seen[4])
    assert seen[0] >= seen[1] > seen[3] > seen[5]


def test_it_thins_with_height() -> None:
    w = air(4.0)
    now = after(METHANE, [w] * 60, kg_s=40.0, at_k=111.7)
    seen = train_reading.concentration(now, METHANE, w, np.full((4, 2), (60.0, 0.0)), np.array([0.0, 1.0, 3.0, 10.0]))
    assert (np.diff(seen) < 0.0).all() and seen[0] <= train.mixture(now.puffs, METHANE, w).fraction.max()


def test_no_joint_between_puffs_shows() -> None:
    w = air(5.0)
    now = after(NEUTRAL, [w] * 300, kg_s=1.0, diameter_m=2.0)
    xs = np.arange(60.0, 500.0, 2.0)
    seen = train_reading.concentration(now, NEUTRAL, w, np.column_stack((xs, 0.0 * xs)), np.zeros(xs.size))
    assert (np.diff(seen) < 1.0e-9).all()


def test_shape_of_a_wide_puff_is_flat_with_soft_edges() -> None:
    w = air(3.0)
    now = after(METHANE, [w] * 40, kg_s=80.0, at_k=111.7)
    s = train_reading.shape(now, METHANE, w)
    assert (s.flat >= 0.0).all() and (s.edge > 0.0).all()
    linked = now.puffs[train.LINK, :-1] > 0.0
    assert linked.sum() > 10 and (s.at_tail[:-1] == s.at_head[1:])[linked].all()


@pytest.mark.parametrize("kind", ["B", "D", "F"])
def test_a_neutral_plume_is_as_wide_as_its_sigma(kind: str) -> None:
    """sigma_y = delta x^0.9, Gaussian across."""
    w = air(4.0, kind, averaging_s=600.0)
    now = after(NEUTRAL, [w] * 400, kg_s=1.0, diameter_m=2.0)
    sigma = {"B": 0.313, "D": 0.136, "F": 0.0674}[kind] * 400.0**0.9
    at = np.array([[400.0, 0.0], [400.0, sigma], [400.0, 2.0 * sigma]])
    seen = train_reading.concentration(now, NEUTRAL, w, at, np.zeros(3))
    assert seen[1] / seen[0] == pytest.approx(np.exp(-0.5), rel=0.1)
    assert seen[2] / seen[0] == pytest.approx(np.exp(-2.0), rel=0.35)
