"""Blowdown: the closed form, the step of a drill against it, a boiling vessel's balances, a draining tank."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import blowdown, outflow, properties
from sim_core.physics.blowdown import BoilingVessel, GasVessel
from sim_core.physics.substances import SUBSTANCES

AIR = 0.02896
ATMOSPHERE_PA = 101325.0


@pytest.mark.parametrize(("t", "ratio"), [(10.0, 0.87056), (50.0, 0.513158), (100.0, 0.279082), (200.0, 0.094865)])
def test_closed_form(t: float, ratio: float) -> None:
    assert blowdown.pressure_ratio(t, 100.0, 1.4) == pytest.approx(ratio, rel=1e-5)


def emptied(seconds: int, dt: float) -> tuple[GasVessel, float]:
    vessel, lost = GasVessel(116.0, 300.0, 1.0), 0.0
    for _ in range(round(seconds / dt)):
        pressure = blowdown.vessel_pressure_pa(vessel, AIR)
        flow = outflow.gas_flow(pressure, vessel.temperature_k, vessel.mass_kg, 1.4, 0.02, 0.85, ATMOSPHERE_PA)
        vessel, out = blowdown.gas_step(vessel, flow.mass_flow_kg_s, 0.0, 1.4, AIR, ATMOSPHERE_PA, dt)
        lost += out
    return vessel, lost


@pytest.mark.parametrize("dt", [0.25, 1.0, 2.0])
def test_steps_follow_the_closed_form(dt: float) -> None:
    start = GasVessel(116.0, 300.0, 1.0)
    pressure = blowdown.vessel_pressure_pa(start, AIR)
    flow = outflow.gas_flow(pressure, 300.0, 116.0, 1.4, 0.02, 0.85, ATMOSPHERE_PA).mass_flow_kg_s
    vessel, _ = emptied(30, dt)
    now = blowdown.vessel_pressure_pa(vessel, AIR) / pressure
    assert now == pytest.approx((1.0 + 0.2 * 30.0 * flow / 116.0) ** -7.0, rel=1e-6)
    assert vessel.temperature_k == pytest.approx(300.0 * now ** (0.4 / 1.4), rel=1e-6)


def test_a_vessel_ends_at_the_pressure_outside_and_keeps_mass() -> None:
    vessel, lost = emptied(400, 1.0)
    assert blowdown.vessel_pressure_pa(vessel, AIR) == pytest.approx(ATMOSPHERE_PA, rel=1e-6)
    assert vessel.mass_kg + lost == pytest.approx(116.0, rel=1e-12)


@given(st.floats(0.0, 1.0e6), st.floats(1.0, 60.0))
def test_heat_alone_warms_at_constant_volume(heat: float, dt: float) -> None:
    vessel, lost = blowdown.gas_step(GasVessel(10.0, 300.0, 1.0), 0.0, heat, 1.4, AIR, ATMOSPHERE_PA, dt)
    assert lost == 0.0
    cv = outflow.GAS_CONSTANT / (AIR * 0.4)
    assert 10.0 * cv * (vessel.temperature_k - 300.0) == pytest.approx(heat * dt, rel=1e-6, abs=1e-3)


PROPANE = SUBSTANCES["propane"]


def test_boiling_vessel_cools_as_its_latent_heat_says() -> None:
    """A nearly full vessel: dT = -(L/cp) dm/m, so T falls by L/cp ln(m0/m); L and cp at the mean temperature."""
    vessel = BoilingVessel(10000.0, 293.15, 21.0)
    lost = 0.0
    for _ in range(600):
        vessel, out = blowdown.boiling_step(PROPANE, vessel, 1.0, 0.0, 1.0)
        lost += out
    mean = 0.5 * (293.15 + vessel.temperature_k)
    fall = properties.latent_heat_j_kg(PROPANE, mean) / properties.liquid_capacity_j_kg_k(PROPANE, mean)
    assert lost == 600.0 and vessel.mass_kg == 10000.0 - 600.0
    assert 293.15 - vessel.temperature_k == pytest.approx(fall * log(10000.0 / 9400.0), rel=0.03)


def test_boiling_vessel_holds_steady_when_heat_makes_up_what_leaves() -> None:
    latent = properties.latent_heat_j_kg(PROPANE, 293.15)
    vessel, _ = blowdown.boiling_step(PROPANE, BoilingVessel(5000.0, 293.15, 21.0), 2.0, 2.0 * latent, 1.0)
    assert vessel.temperature_k == pytest.approx(293.15, abs=1e-9)


def test_a_vessel_without_liquid_is_all_vapour() -> None:
    few = BoilingVessel(10.0, 293.15, 21.0)
    assert blowdown.vapour_held_kg(PROPANE, few) == 10.0
    vessel, lost = blowdown.boiling_step(PROPANE, few, 100.0, 0.0, 1.0)
    assert vessel.mass_kg == 0.0 and lost == 10.0


def test_vapour_and_liquid_fill_the_vessel() -> None:
    vessel = BoilingVessel(5000.0, 293.15, 21.0)
    vapour = blowdown.vapour_held_kg(PROPANE, vessel)
    pressure = properties.vapour_pressure_pa(PROPANE, 293.15)
    filled = vapour / properties.vapour_density_kg_m3(PROPANE, 293.15, pressure)
    filled += (5000.0 - vapour) / properties.liquid_density_kg_m3(PROPANE, 293.15)
    assert filled == pytest.approx(21.0, rel=1e-9)


@given(st.floats(0.1, 30.0), st.floats(0.0, 1.0))
def test_level_over_drain_time(level: float, share: float) -> None:
    """Open tank: h/h0 = (1 - t/t_drain)^2."""
    whole = blowdown.drain_time_s(10.0, level, 0.05, 0.61)
    area, hole = 78.53981633974483, 0.0019634954084936207
    after = blowdown.level_after_m(level, 0.0, area, hole, 0.61, share * whole)
    assert after == pytest.approx(level * (1.0 - share) ** 2, abs=1e-6 * level)


@given(st.floats(0.1, 30.0), st.floats(0.0, 100.0), st.integers(1, 20))
def test_many_steps_are_one(level: float, head: float, steps: int) -> None:
    stepped = level
    for _ in range(steps):
        stepped = blowdown.level_after_m(stepped, head, 50.0, 0.01, 0.61, 100.0 / steps)
    assert stepped == pytest.approx(
        blowdown.level_after_m(level, head, 50.0, 0.01, 0.61, 100.0), abs=1e-9 * (level + head)
    )


def test_the_isothermal_limit() -> None:
    """k near 1: p/p0 goes to exp(-t/tau)."""
    assert blowdown.pressure_ratio(70.0, 100.0, 1.01) == pytest.approx(exp(-0.7), rel=0.01)
    assert blowdown.flow_ratio(70.0, 100.0, 1.01) == pytest.approx(exp(-0.7), rel=0.01)
