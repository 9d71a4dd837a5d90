"""Plume and puff: mass is kept, symmetry, the bounds of finite releases, the sum over many puffs."""

from math import pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import gaussian

SPREAD = st.floats(0.5, 500.0)


@given(SPREAD, SPREAD, st.floats(0.0, 50.0), st.floats(0.5, 20.0))
def test_a_plume_carries_what_is_emitted(across: float, upward: float, height: float, wind: float) -> None:
    """The flux of C u over a cross-section is the emission (mid-point sums, 6 sigma)."""
    ys = (np.arange(-60, 60) + 0.5) * across * 0.1
    zs = (np.arange(0, 600) + 0.5) * (height + 6.0 * upward) / 600.0
    y_part = sum(gaussian.plume_kg_m3(1.0, wind, across, upward, float(y), height, height) for y in ys)
    z_part = sum(gaussian.plume_kg_m3(1.0, wind, across, upward, 0.0, float(z), height) for z in zs)
    peak = gaussian.plume_kg_m3(1.0, wind, across, upward, 0.0, height, height)
    carried = wind * y_part * across * 0.1 * z_part * (height + 6.0 * upward) / 600.0 / peak
    assert carried == pytest.approx(1.0, rel=5e-3)


@given(st.floats(-100.0, 100.0), SPREAD, SPREAD)
def test_symmetry(y: float, across: float, upward: float) -> None:
    left, right = (gaussian.plume_kg_m3(1.0, 2.0, across, upward, s * y, 1.0, 3.0) for s in (1.0, -1.0))
    assert left == right
    back, ahead = (gaussian.puff_kg_m3(1.0, s * y, 0.0, 0.0, 0.0, across, across, upward) for s in (1.0, -1.0))
    assert back == ahead


def test_a_puff_holds_its_mass() -> None:
    s, dx = 10.0, 2.5
    x = (np.arange(-40, 40) + 0.5) * dx
    lines = [sum(gaussian.puff_kg_m3(7.0, float(v), 0.0, 0.0, 0.0, s, s, s) for v in x) * dx]
    peak = gaussian.puff_kg_m3(7.0, 0.0, 0.0, 0.0, 0.0, s, s, s)
    assert lines[0] / peak == pytest.approx(sqrt(2 * pi) * s, rel=1e-6)
    # two sides times half of the third: peak (sqrt(2 pi) s)^3 / 2 is the mass above the ground
    assert peak * (sqrt(2 * pi) * s) ** 3 / 2.0 == pytest.approx(7.0, rel=1e-9)


def test_finite_release() -> None:
    """Integrated puff: CCPS p. 101 by GasDispersion.jl (27ac3007, MIT), intpuff_F_500m."""
    share = gaussian.finite_share(500.0, 2.0, 250.0, 10.0, 0.02 * 500**0.89, 0.02 * 480**0.89)
    steady = gaussian.plume_kg_m3(0.1, 2.0, 0.02 * 500**0.89, 0.05 * 500**0.61, 0.0, 10.0, 10.0)
    assert steady * share == pytest.approx(0.00035586710616021256, rel=1e-6)
    assert gaussian.finite_share(500.0, 2.0, 50.0, 10.0, 5.0, 5.0) == pytest.approx(0.0, abs=1e-12)
    assert gaussian.finite_share(500.0, 2.0, 900.0, 10.0, 5.0, 5.0) == pytest.approx(0.0, abs=1e-12)


def test_a_release_that_still_goes_on_has_its_rear_at_the_source() -> None:
    """By hand: (erf(1 / 7.0711) + erf(19 / 7.0711)) / 2 = (0.158519 + 0.999856) / 2."""
    assert gaussian.finite_share(1.0, 2.0, 10.0, 100.0, 5.0, 5.0) == pytest.approx(0.579188, rel=1e-5)


@given(st.floats(1.0, 3000.0), st.floats(1.0, 3000.0))
def test_a_longer_average_is_wider(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert gaussian.averaging_factor(low, "D") <= gaussian.averaging_factor(high, "D")
    assert gaussian.averaging_factor(600.0, "D") == 1.0


def test_shortest_average_is_held() -> None:
    assert gaussian.averaging_factor(1.0, "D") == gaussian.averaging_factor(18.3, "D")
    assert (
        gaussian.averaging_factor(1.0, "F") == gaussian.averaging_factor(4.6, "F") < gaussian.averaging_factor(6.0, "F")
    )


def test_many_puffs_are_the_sum_of_each() -> None:
    masses, xs, ys = np.array([1.0, 2.0, 0.5]), np.array([0.0, 5.0, 33.0]), np.array([0.0, 1.0, 0.0])
    wide, deep = np.array([5.0, 6.0, 7.0]), np.array([2.0, 2.5, 3.0])
    at_x, at_y, at_z = np.array([1.0, 4.0]), np.array([2.0, -3.0]), np.array([0.0, 1.5])
    found = gaussian.puffs_kg_m3(masses, xs, ys, wide, deep, at_x, at_y, at_z)
    for n in range(2):
        each = [
            gaussian.puff_kg_m3(
                float(masses[p]), float(at_x[n] - xs[p]), float(at_y[n] - ys[p]), float(at_z[n]), 0.0,
                float(wide[p]), float(wide[p]), float(deep[p]),
            )
            for p in range(3)
        ]  # fmt: skip
        assert found[n] == pytest.approx(each[0] + each[1], rel=1e-12)  # the third lies beyond 4 sigma
