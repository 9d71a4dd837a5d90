"""Two-phase discharge against Crowl and Louvar's example, the butane sphere, and its limits."""

from math import sqrt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sim_core.physics import two_phase

# propylene of Crowl and Louvar's example
PROPYLENE = {
    "latent_heat_j_kg": 3.34e5,
    "volume_change_m3_kg": 0.042,
    "temperature_k": 298.0,
    "heat_capacity_j_kg_k": 2.18e3,
    "liquid_density_kg_m3": 500.0,
    "ambient_pressure_pa": 101325.0,
    "discharge_coefficient": 0.61,
}


def propylene(pressure: float, saturation: float, pipe: float) -> float:
    return two_phase.flashing_flux_kg_m2_s(
        **PROPYLENE, pressure_pa=pressure, saturation_pressure_pa=saturation, pipe_length_m=pipe
    )


def test_butane_sphere() -> None:
    # public worked example: DIPPR properties of n-butane at 298.15 K, 1 bar boiling point 272.55 K
    assert two_phase.flash_fraction(2417.2963, 298.15, 272.55, 361290.339) == pytest.approx(0.17128269541302374)
    drop = two_phase.aerodynamic_drop_m(0.0149129309, 1.2952526925, 79.4541486173)
    assert drop == pytest.approx(2.188550597862162e-05, rel=1e-6)
    assert drop < two_phase.flashing_drop_m(25.6)


def test_without_pipe_it_is_liquid() -> None:
    flux = propylene(1.15e6, 1.15e6, 0.0)
    assert flux == pytest.approx(0.61 * sqrt(2.0 * 500.0 * (1.15e6 - 101325.0)), rel=1e-9)


def test_cold_liquid_does_not_boil_in_a_pipe() -> None:
    assert propylene(1.15e6, 5.0e4, 2.0) == pytest.approx(0.61 * sqrt(2.0 * 500.0 * (1.15e6 - 101325.0)), rel=1e-9)


@given(st.floats(0.0, 0.3), st.floats(0.0, 0.3))
@example(0.09375, 0.25)
def test_a_longer_pipe_passes_less(one: float, other: float) -> None:
    short, long = sorted((one, other))
    assert propylene(1.15e6, 1.15e6, long) <= propylene(1.15e6, 1.15e6, short) * (1.0 + 1e-12)


@given(st.floats(1.0e5, 1.15e6), st.floats(1.0e5, 1.15e6))
def test_more_subcooling_passes_more(one: float, other: float) -> None:
    cold, warm = sorted((one, other))
    assert propylene(1.2e6, cold, 0.5) >= propylene(1.2e6, warm, 0.5) * (1.0 - 1e-12)


def test_the_critical_drop_just_falls() -> None:
    """Weight against drag, computed apart."""
    d = two_phase.critical_drop_m(40.0, 600.0, 2.5, 1.7e-5)
    climb = 40.0 * 0.07799929
    re = 2.5 * climb * d / 1.7e-5
    drag = 0.5 * 2.5 * climb * climb * (24.0 / re + 6.0 / (1.0 + sqrt(re)) + 0.4) * 3.14159265 * d * d / 4.0
    assert drag == pytest.approx((600.0 - 2.5) * 9.80665 * 3.14159265 * d * d * d / 6.0, rel=1e-5)


@given(st.floats(1.0e-5, 1.0e-3), st.floats(1.0e-5, 1.0e-2))
def test_aerosol_is_a_share_that_falls_with_drop_size(drop: float, critical: float) -> None:
    share, coarser = (two_phase.aerosol_fraction(d, critical) for d in (drop, 1.5 * drop))
    assert 0.0 <= coarser <= share <= 1.0


def test_half_the_mass_lies_below_the_mass_median() -> None:
    """Log-normal by number with sigma 1.8: the mass median is dp e^(3 s^2), s = ln 1.8."""
    assert two_phase.aerosol_fraction(1.0e-4, 1.0e-4 * 2.8192) == pytest.approx(0.5, abs=1e-4)


def test_regimes() -> None:
    assert two_phase.regime(9.0e5, 1.0e5, 0.5, in_vapour=True) == "gas"
    assert two_phase.regime(9.0e5, 1.0e5, 0.0, in_vapour=False) == "liquid"
    assert two_phase.regime(9.0e5, 1.0e5, 0.1, in_vapour=False) == "two_phase"
    assert two_phase.regime(9.0e3, 1.0e5, 0.5, in_vapour=False) == "liquid"


def test_cheap_aerosol_never_exceeds_what_is_left() -> None:
    assert two_phase.aerosol_from_flash(0.6, 2.0) == 1.0 == two_phase.aerosol_from_flash(1.0, 1.0)
    assert two_phase.aerosol_from_flash(0.0, 2.0) == 0.0
