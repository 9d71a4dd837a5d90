"""Overflow: mass, energy and equilibrium of a falling cascade; the order of Buncefield."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.physics.overflow import cascade, fill
from sim_core.physics.properties import vapour_pressure_pa
from sim_core.physics.substances import SUBSTANCES

PETROL = SUBSTANCES["petrol"]
AIR_KG_MOL, AIR_J_KG_K, ATMOSPHERE_PA = 0.02896, 1006.0, 101325.0
spills = st.floats(1.0, 400.0)
temperatures = st.floats(258.0, 313.0)
heights = st.floats(1.0, 25.0)


@given(st.floats(0.0, 15.0), st.floats(0.0, 400.0), st.floats(0.05, 60.0))
@settings(max_examples=50)
def test_what_flows_in_is_held_or_spilled(level: float, inflow: float, dt: float) -> None:
    new, spilled = fill(level, inflow, 15.0, 500.0, 740.0, dt)
    assert new <= 15.0
    assert 740.0 * 500.0 * (new - level) + spilled == pytest.approx(inflow * dt, rel=1e-9, abs=1e-6)


def test_a_full_tank_spills_what_it_gets() -> None:
    assert fill(15.0, 120.0, 15.0, 500.0, 740.0, 2.0) == pytest.approx((15.0, 240.0), rel=1e-9)


@given(spills, temperatures, temperatures, heights)
@settings(max_examples=50)
def test_cascade_closes_mass_and_energy_and_ends_in_equilibrium(
    spill: float, liquid_k: float, ambient_k: float, height: float
) -> None:
    c = cascade(PETROL, spill, liquid_k, ambient_k, height)
    assert c.vapour_kg_s + c.liquid_kg_s == pytest.approx(spill, rel=1e-12)
    a, b, q = PETROL.liquid_capacity
    given_j = spill * (a + b * liquid_k + q * liquid_k**2) * (liquid_k - c.temperature_k)
    given_j += c.air_kg_s * AIR_J_KG_K * (ambient_k - c.temperature_k)
    latent = PETROL.latent[0] * (1.0 - liquid_k / PETROL.critical_k) ** PETROL.latent[1]
    assert given_j == pytest.approx(c.vapour_kg_s * latent, rel=1e-9)
    moles = c.vapour_kg_s / PETROL.kg_mol
    fraction = moles / (moles + c.air_kg_s / AIR_KG_MOL)
    left = vapour_pressure_pa(PETROL, c.temperature_k)
    depleted = c.vapour_kg_s / spill / 0.08
    assert fraction * ATMOSPHERE_PA < left  # light ends have gone ...
    assert fraction * ATMOSPHERE_PA * 2.718281828459045**depleted == pytest.approx(left, rel=1e-6)


def test_buncefield_vaporises_ten_to_fifteen_percent_at_a_few_percent_by_volume() -> None:
    c = cascade(PETROL, 120.0, 288.15, 283.15, 12.0)
    assert 0.10 < c.vapour_kg_s / 120.0 < 0.15
    moles = c.vapour_kg_s / PETROL.kg_mol
    assert 0.04 < moles / (moles + c.air_kg_s / AIR_KG_MOL) < 0.08
    assert c.heat_w < 0.0


def test_warmer_petrol_and_a_higher_fall_give_more_vapour() -> None:
    def vapour(k: float, m: float) -> float:
        return cascade(PETROL, 100.0, k, 283.15, m).vapour_kg_s

    assert vapour(278.0, 10.0) < vapour(288.0, 10.0) < vapour(298.0, 10.0)
    assert vapour(288.0, 5.0) < vapour(288.0, 10.0) < vapour(288.0, 20.0)


def test_no_spill_gives_nothing() -> None:
    c = cascade(PETROL, 0.0, 288.0, 283.0, 12.0)
    assert (c.vapour_kg_s, c.liquid_kg_s, c.air_kg_s, c.heat_w) == (0.0, 0.0, 0.0, 0.0)
