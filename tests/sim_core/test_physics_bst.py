"""Baker-Strehlow-Tang against readings of its charts, and what must hold of every blast curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import bst

# Mf -> overpressure / ambient at R = 0.3, 0.5, 1, 2, 5: a digitised reading of the charts of Tang and Baker 1999.
READ = {
    0.2: (0.0682, 0.0525, 0.0280, 0.0146, 0.0057),
    0.7: (0.6682, 0.4670, 0.3085, 0.1362, 0.0496),
    1.0: (1.2103, 0.8492, 0.3278, 0.1489, 0.0543),
    5.2: (2.7393, 1.0395, 0.3949, 0.1707, 0.0588),
}


@pytest.mark.parametrize("mach", READ)
def test_the_charts(mach: float) -> None:
    got = [bst.overpressure(mach, r) for r in (0.3, 0.5, 1.0, 2.0, 5.0)]
    assert got == pytest.approx(READ[mach], rel=0.05)


@pytest.mark.parametrize(("mach", "scaled", "read"), [(0.2, 1.0, 0.0189), (1.0, 2.0, 0.0155), (5.2, 5.0, 0.00667)])
def test_the_impulse_chart(mach: float, scaled: float, read: float) -> None:
    assert bst.impulse(mach, scaled) == pytest.approx(read, rel=0.05)


@given(st.floats(0.2, 5.2), st.floats(0.35, 100.0), st.floats(1.01, 3.0))
def test_pressure_falls_with_distance(mach: float, scaled: float, further: float) -> None:
    assert bst.overpressure(mach, scaled * further) <= bst.overpressure(mach, scaled) * 1.001


@given(st.floats(0.01, 50.0), st.floats(0.2, 1.0), st.floats(1.2, 1.6))
def test_a_faster_subsonic_flame_is_worse(scaled: float, mach: float, faster: float) -> None:
    assert bst.overpressure(min(mach * faster, 1.4), scaled) >= 0.95 * bst.overpressure(mach, scaled)


def test_between_the_curves_and_beyond_the_chart() -> None:
    low, high = bst.overpressure(0.7, 1.0), bst.overpressure(1.0, 1.0)
    assert low < bst.overpressure(0.85, 1.0) < high
    assert bst.overpressure(1.0, 15.0) == pytest.approx(bst.overpressure(1.0, 10.0) / 1.5)
    assert bst.overpressure(1.0, 40.0) == pytest.approx(bst.overpressure(1.0, 10.0) / 4.0)
    assert bst.overpressure(1.0, 0.01) == bst.overpressure(1.0, 0.1)


@given(st.floats(1e6, 1e13), st.floats(10.0, 1e4))
def test_energy_scales_with_the_cube_of_length(energy: float, distance: float) -> None:
    far = bst.scaled_distance(8.0 * energy, 2.0 * distance)
    assert far == pytest.approx(bst.scaled_distance(energy, distance), rel=1e-9)


def test_flame_speeds_rise_with_congestion_and_confinement() -> None:
    for reactivity in ("high", "medium", "low"):
        open_air = [bst.flame_mach(reactivity, c, 3.0) for c in ("low", "medium", "high")]
        assert open_air == sorted(open_air)
        assert bst.flame_mach(reactivity, "low", 2.0) > bst.flame_mach(reactivity, "low", 3.0)
    assert bst.flame_mach("medium", "medium", 2.25) == pytest.approx(0.605)
    assert bst.flame_mach("medium", "medium", 2.75) == pytest.approx(0.495)
