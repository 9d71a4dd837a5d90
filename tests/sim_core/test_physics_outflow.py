"""Outflow against CCPS's worked examples, the Loughborough jets, and limits that hold for any gas and liquid."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import outflow

PSI_PA = 6894.757293168361
ATMOSPHERE_PA = 101325.0


def test_butane_sphere_through_two_inches() -> None:
    # public worked example (250 psig, 50 ft of head, 2 in, Cd 0.61); it uses g = 9.81
    flow = outflow.liquid_mass_flow_kg_s(264.7 * PSI_PA, 14.7 * PSI_PA, 573.2301, 15.24, 0.0508, 0.61)
    assert flow == pytest.approx(56.31092763613714, rel=1e-3)


@pytest.mark.parametrize(("hole_m", "measured_kg_s"), [(0.020, 2.9), (0.035, 9.6), (0.050, 19.5)])
def test_loughborough_jets(hole_m: float, measured_kg_s: float) -> None:
    # Lowesmith and Hankinson 2012: natural gas at 60 bar; density with Z = 0.87 at 288 K
    density = 60.0e5 * 0.016043 / (0.87 * outflow.GAS_CONSTANT * 288.15)
    gas = outflow.gas_flow(60.0e5, 288.15, density, 1.31, hole_m, 0.85, ATMOSPHERE_PA)
    assert gas.choked
    assert gas.mass_flow_kg_s == pytest.approx(measured_kg_s, rel=0.15)


ratios = st.floats(1.05, 1.66)


@given(ratios, st.floats(1.5e5, 1.0e7))
def test_flow_has_no_step_where_it_chokes(k: float, pressure: float) -> None:
    edge = pressure * outflow.critical_pressure_ratio(k)
    above, below = (outflow.gas_flow(pressure, 300.0, 2.0, k, 0.01, 0.8, edge * s) for s in (1.0001, 0.9999))
    assert above.mass_flow_kg_s == pytest.approx(below.mass_flow_kg_s, rel=1e-6)
    assert below.choked and not above.choked


@given(ratios, st.floats(2.0e4, 9.0e4))
def test_choked_gas_does_not_feel_what_is_outside(k: float, outside: float) -> None:
    near = outflow.gas_flow(5.0e5, 300.0, 6.0, k, 0.01, 0.8, outside)
    assert near.choked and near == outflow.gas_flow(5.0e5, 300.0, 6.0, k, 0.01, 0.8, 1.0e4)


@given(ratios, st.floats(1.0e-5, 1.0e-3))
def test_small_pressure_gives_the_liquid_formula(k: float, share: float) -> None:
    """A gas that hardly expands flows like a liquid: m = Cd A sqrt(2 rho dp)."""
    gas = outflow.gas_flow(ATMOSPHERE_PA * (1.0 + share), 300.0, 1.2, k, 0.1, 0.6, ATMOSPHERE_PA)
    liquid = 1.2 * 0.0078539816 * 0.6 * sqrt(2.0 * ATMOSPHERE_PA * share / 1.2)
    assert not gas.choked and gas.mass_flow_kg_s == pytest.approx(liquid, rel=2e-3)


@given(ratios)
def test_the_throat_is_as_fast_as_sound(k: float) -> None:
    gas = outflow.gas_flow(8.0e5, 300.0, 8.0e5 * 0.029 / (outflow.GAS_CONSTANT * 300.0), k, 0.01, 1.0, 1.0e5)
    sound = sqrt(k * outflow.GAS_CONSTANT / 0.029 * gas.throat_temperature_k)
    assert gas.velocity_m_s == pytest.approx(sound, rel=1e-9)


def test_nothing_flows_back_in() -> None:
    assert outflow.gas_flow(1.0e5, 300.0, 1.2, 1.4, 0.01, 0.8, 2.0e5) == outflow.GasFlow(0.0, False, 2.0e5, 300.0, 0.0)
    assert outflow.liquid_mass_flow_kg_s(1.0e5, 2.0e5, 1000.0, 1.0, 0.01, 0.6) == 0.0


def test_suction_lift_and_hot_liquid_take_head_away() -> None:
    def head(vapour: float, lift: float) -> float:
        return outflow.net_positive_suction_head_m(ATMOSPHERE_PA, vapour, 700.0, lift, 0.5)

    assert head(50.0e3, 2.0) < head(5.0e3, 2.0)
    assert head(5.0e3, 2.0) - head(5.0e3, -2.0) == pytest.approx(4.0)
