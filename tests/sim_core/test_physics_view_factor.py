"""View factors against the closed forms of an upright cylinder and a sum over the seen side of a leaning one."""

from math import atan, cos, pi, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics.view_factor import Cylinder, view_factors, view_factors_array


def upright(far: float, tall: float) -> tuple[float, float]:
    """SFPE Handbook, 3rd ed., ch. 3-11: vertical and horizontal; far, tall: distance and length over the radius."""
    a = (tall * tall + far * far + 1.0) / (2.0 * far)
    b = (1.0 + far * far) / (2.0 * far)
    low = atan(sqrt((far - 1.0) / (far + 1.0)))
    high = atan(sqrt((a + 1.0) * (far - 1.0) / ((a - 1.0) * (far + 1.0))))
    vertical = atan(tall / sqrt(far * far - 1.0)) / far - tall * low / far + a * tall * high / (far * sqrt(a * a - 1.0))
    flat = (b - 1.0 / far) / sqrt(b * b - 1.0) * atan(sqrt((b + 1.0) * (far - 1.0) / ((b - 1.0) * (far + 1.0))))
    return vertical / pi, (flat - (a - 1.0 / far) / sqrt(a * a - 1.0) * high) / pi


def summed(flame: Cylinder, at: tuple[float, float, float]) -> tuple[float, float]:
    """Level and upright part of the vector view factor: sum of cos dA / (pi r^2) over the side that is seen."""
    turns, steps = 720, 400
    angle = (np.arange(turns) + 0.5) * 2.0 * pi / turns
    share = (np.arange(steps)[:, None] + 0.5) / steps
    lean, up = flame.length_m * flame.tilt_sine, flame.length_m * sqrt(1.0 - flame.tilt_sine**2)
    r = np.stack([
        flame.offset_m + flame.along_m * np.cos(angle) + share * lean - at[0],
        flame.across_m * np.sin(angle) + 0.0 * share - at[1],
        flame.base_m + share * up + 0.0 * angle - at[2],
    ])  # fmt: skip
    x, y = -flame.along_m * np.sin(angle), flame.across_m * np.cos(angle)
    normal = np.stack([y * up, -x * up, -y * lean]) / turns * 2.0 * pi / steps  # of one patch, with its area
    facing = np.maximum(-(r * normal[:, None, :]).sum(axis=0), 0.0)
    vector = (facing / (pi * (r * r).sum(axis=0) ** 2) * r).sum(axis=(1, 2))
    return float(np.hypot(vector[0], vector[1])), float(vector[2])


@pytest.mark.parametrize("far", [1.05, 1.5, 3.0, 10.0, 60.0])
@pytest.mark.parametrize("tall", [0.3, 2.0, 10.0])
def test_upright_cylinder(far: float, tall: float) -> None:
    vertical, horizontal, greatest = view_factors(2.0, tall, 0.0, 0.0, -far, 0.0)
    assert (vertical, horizontal) == pytest.approx(upright(far, tall), rel=2e-4, abs=1e-9)
    assert greatest == pytest.approx(sqrt(vertical**2 + horizontal**2), rel=1e-12)


@pytest.mark.parametrize("at", [(30.0, 5.0, 0.0), (-14.0, 3.0, 2.0), (2.0, 25.0, 10.0), (40.0, -40.0, 1.0)])
@pytest.mark.parametrize("sine", [0.0, 0.5, 0.75])
def test_leaning_flame_with_a_dragged_foot(at: tuple[float, float, float], sine: float) -> None:
    flame = Cylinder(8.0, 6.0, 25.0, sine, 2.0, 1.0)
    vertical, horizontal, _ = (float(v[0]) for v in view_factors_array(flame, *(np.array([a]) for a in at)))
    level, flat = summed(flame, at)
    assert vertical == pytest.approx(level, rel=3e-3)
    assert horizontal == pytest.approx(max(flat, 0.0), rel=5e-3, abs=1e-5)


@given(st.floats(0.0, 0.9), st.floats(1.2, 20.0), st.floats(0.0, 180.0), st.floats(0.5, 10.0))
def test_sides_are_alike_and_shares_are_shares(sine: float, far: float, bearing: float, tall: float) -> None:
    x, y = far * cos(bearing * pi / 180.0), far * sin(bearing * pi / 180.0)
    left, right = view_factors(2.0, tall, sine, x, y, 0.0), view_factors(2.0, tall, sine, x, -y, 0.0)
    assert left == pytest.approx(right, rel=1e-9, abs=1e-12)
    assert all(0.0 <= v <= 1.0 for v in left)


def test_within_the_flame_and_below_its_foot() -> None:
    assert view_factors(10.0, 20.0, 0.3, 1.0, 1.0, 0.0) == (1.0, 1.0, 1.0)
    tank = Cylinder(10.0, 10.0, 20.0, 0.0, 0.0, 12.0)
    under = view_factors_array(tank, np.array([2.0]), np.array([0.0]), np.array([3.0]))
    assert [float(v[0]) for v in under] == [0.0, 0.0, 0.0]


def test_a_leaning_flame_is_seen_best_from_downwind() -> None:
    down, cross, up = (view_factors(10.0, 30.0, 0.6, x, y, 0.0)[2] for x, y in ((40.0, 0.0), (0.0, 40.0), (-40.0, 0.0)))
    assert down > cross > up
