"""Spill: the butane sphere with and without a dike, and the closed form against a plain sum over time."""

from math import pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics.spill import airborne

FT2 = 0.09290304
# public worked example: butane at its boiling point on concrete
BUTANE = (1.28, 6.6e-7, 298.15, 272.55, 602.512997028719, 385546.1630002806)
LEAK = (56.31092763613714, 0.17128269541302374, 0.9227949810754577)


@pytest.mark.parametrize(("area_ft2", "airborne_kg"), [(500.0, 31737.218210630548), (None, 33426.49125139247)])
def test_butane_sphere(area_ft2: float | None, airborne_kg: float) -> None:
    area = None if area_ft2 is None else area_ft2 * FT2
    after = airborne(*LEAK, area, *BUTANE, 600.0)
    assert after.airborne_kg == pytest.approx(airborne_kg, rel=1e-6)
    assert after.airborne_kg + after.pool_kg == pytest.approx(56.31092763613714 * 600.0, rel=1e-12)


@given(
    st.floats(0.1, 500.0),
    st.floats(0.0, 0.6),
    st.floats(0.0, 0.99),
    st.floats(1.0, 5000.0) | st.none(),
    st.floats(1.0, 3600.0),
)
def test_closed_form_is_the_integral(leak: float, flash: float, aerosol: float, area: float | None, end: float) -> None:
    into = leak * (1.0 - flash) * (1.0 - aerosol)
    steps = 4000
    boiled = 0.0
    for n in range(steps):
        t = (n + 0.5) * end / steps
        wide = pi / 4.0 * sqrt(2048.0 / 81.0 * into / 602.512997028719 * t**3)
        wide = wide if area is None else min(wide, area)
        flux = 1.28 * (298.15 - 272.55) / (385546.1630002806 * sqrt(pi * 6.6e-7 * t))
        boiled += min(flux * wide, into) * end / steps
    after = airborne(leak, flash, aerosol, area, *BUTANE, end)
    assert into * end - after.pool_kg == pytest.approx(boiled, rel=2e-3, abs=1e-6)


def test_a_leak_that_all_stays_in_the_air_leaves_no_pool() -> None:
    after = airborne(5.0, 0.3, 1.0, None, *BUTANE, 60.0)
    assert (after.pool_kg, after.pool_area_m2) == (0.0, 0.0) and after.airborne_kg == pytest.approx(300.0)


def test_cold_ground_boils_nothing() -> None:
    after = airborne(5.0, 0.0, 0.0, 100.0, 1.28, 6.6e-7, 270.0, 272.55, 602.5, 385546.0, 60.0)
    assert after.airborne_kg == pytest.approx(0.0, abs=1e-9) and after.pool_kg == pytest.approx(300.0)
