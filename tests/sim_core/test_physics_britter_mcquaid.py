"""Britter-McQuaid against CCPS 1999 p. 122 (Burro) and the workbook's Potchefstroom case, as in GasDispersion.jl
(27ac3007, MIT)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import britter_mcquaid as dense

PLUME = {
    -0.75: [1.75, 1.92, 2.08, 2.25, 2.4, 2.6],
    -0.4: [1.784, 2.016, 2.21, 2.394, 2.564, 2.714],
    -0.2: [1.832, 2.06, 2.25, 2.45, 2.63, 2.77],
    0.0: [1.78, 1.96, 2.16, 2.35, 2.56, 2.71],
}
PUFF = {
    -0.75: [0.7, 0.85, 0.95, 1.15, 1.48, 1.83, 2.075],
    0.0: [0.81, 1.0, 1.19, 1.39, 1.62, 1.83, 2.05],
    0.75: [0.93, 1.03, 1.185, 1.375, 1.525, 1.68, 1.8475],
}


def test_curves() -> None:
    for kind, rows in (("plume", PLUME), ("puff", PUFF)):
        for alpha, betas in rows.items():
            assert dense.betas(alpha, kind) == pytest.approx(betas, abs=1e-6)


@given(st.floats(0.1, 500.0), st.floats(0.1, 10.0), st.floats(2.0, 15.0), st.floats(1.0, 2000.0))
def test_a_plume_thins_downwind(flow: float, gravity: float, wind: float, x_m: float) -> None:
    near, far = (dense.plume_dilution(flow, gravity, wind, x) for x in (x_m, 1.2 * x_m))
    assert 0.0 < far < near <= 1.0


@given(st.floats(10.0, 1e5), st.floats(0.1, 10.0), st.floats(2.0, 15.0), st.floats(1.0, 5000.0))
def test_a_puff_thins_downwind(volume: float, gravity: float, wind: float, x_m: float) -> None:
    if dense.puff_alpha(gravity, volume, wind) > 1.0:
        return
    near, far = (dense.puff_dilution(volume, gravity, wind, x) for x in (x_m, 1.2 * x_m))
    assert 0.0 < far <= near <= 1.0


def test_beyond_the_curves_a_plume_thins_as_the_square() -> None:
    """Burro at 1200 m by hand: alpha -0.4173, curve of 0.002 ends at 10^2.7072 = 509.6 D, 1200 m = 531.2 D."""
    assert dense.plume_dilution(55.618, 4.76, 10.9, 1200.0) == pytest.approx(0.002 * (509.6 / 531.2) ** 2, rel=3e-3)
    near, far = (dense.plume_dilution(55.618, 4.76, 10.9, x) for x in (2000.0, 4000.0))
    assert near / far == pytest.approx(4.0)


def test_a_cloud_that_the_curves_do_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="alpha"):
        dense.plume_dilution(500.0, 9.0, 0.6, 100.0)


@given(st.floats(1e-4, 1.0))
def test_cold_gas_counts_for_more_when_warmed(dilution: float) -> None:
    assert dense.warmed_fraction(dilution, 111.0, 298.0) >= dilution
    assert dense.warmed_fraction(dilution, 298.0, 298.0) == pytest.approx(dilution)


def test_a_puff_spreads_from_its_own_radius() -> None:
    assert dense.puff_radius_m(1000.0, 3.0, 0.0) == pytest.approx(6.2035, rel=1e-4)
    assert dense.puff_radius_m(1000.0, 3.0, 60.0) > dense.puff_radius_m(1000.0, 1.0, 60.0)
