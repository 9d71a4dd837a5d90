"""Vessel burst: limits of the flash, the expansion against its integral, retreat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import vessel_burst as burst

PROPANE = {"boiling_k": 231.0, "critical_k": 369.9, "capacity_j_kg_k": 2230.0, "latent_j_kg": 4.257e5}


def test_flash() -> None:
    """Near the boiling point it tends to cp dT / L: 2.63 x 0.38 = 1."""
    assert burst.flash_share(231.0, **PROPANE) == 0.0
    assert burst.flash_share(233.0, **PROPANE) == pytest.approx(2230.0 * 2.0 / 4.257e5, rel=0.02)
    assert 0.0 < burst.flash_share(300.0, **PROPANE) < burst.flash_share(350.0, **PROPANE) < 1.0
    assert burst.flash_share(400.0, **PROPANE) == burst.flash_share(370.0, **PROPANE)


@given(st.floats(3e5, 5e6), st.floats(1.05, 1.6))
def test_expansion_is_the_work_of_an_isentrope(pressure: float, k: float) -> None:
    """Integral of p dV from the burst to the ambient, V ~ p^(-1/k), by 4000 trapezia of equal ratio."""
    n, work, p, volume = 4000, 0.0, pressure, 1.0
    step = (101_325.0 / pressure) ** (1.0 / n)
    for _ in range(n):
        lower, larger = p * step, volume * step ** (-1.0 / k)
        work += 0.5 * (p + lower) * (larger - volume)
        p, volume = lower, larger
    assert burst.expansion_j(pressure, 1.0, k) == pytest.approx(work, rel=1e-4)


def test_blast_and_retreat() -> None:
    assert burst.blast_j(1.0e8) == pytest.approx(4.0e7) and burst.blast_j(1.0e8, 0.8) == pytest.approx(8.0e7)
    assert burst.retreat_m(100.0, 4.0) == 90.0
    assert burst.retreat_m(8.0e3, 4.0) == pytest.approx(232.0) and burst.retreat_m(8.0e3, 30.0) == pytest.approx(1740.0)
