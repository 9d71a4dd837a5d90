"""Jet fires against the Loughborough releases of natural gas, and against what their equations must fulfil."""

import tomllib
from math import pi, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import jet_fire
from tests.house.tree import ROOT

TESTS = tomllib.loads((ROOT / "server/validation/data/jet_fire.toml").read_text())["test"]
METHANE = (0.016043, 2.0, 50.0e6)


def burning(test: dict[str, Any]) -> jet_fire.JetFire:
    velocity = jet_fire.jet_velocity_m_s(test["pressure_pa"], 288.0, 1.31, METHANE[0])
    return jet_fire.jet_fire(test["mass_flow_kg_s"], velocity, test["wind_m_s"], 0.0, *METHANE)


@pytest.mark.parametrize("test", TESTS, ids=lambda t: t["id"])
def test_loughborough(test: dict[str, Any]) -> None:
    fire = burning(test)
    assert fire.length_m == pytest.approx(test["flame_length_m"], rel=0.2)
    assert fire.radiant_fraction == pytest.approx(test["radiant_fraction"], abs=0.05)
    assert fire.lift_off_m == pytest.approx(test["lift_off_m"], rel=0.55)  # 3.0 m against 6.0 m in the strong wind


@given(st.floats(0.1, 100.0), st.floats(50.0, 1500.0), st.floats(0.02, 0.2))
def test_length_solves_its_equation(flow: float, velocity: float, share: float) -> None:
    """Wind across and none: L is the still-air length, so Y = L / D."""
    width = sqrt(4.0 * flow / (pi * 1.2 * velocity))
    y = jet_fire.length_m(flow, velocity, share, 0.0, 90.0) / width
    left = 0.024 * (9.81 * width / velocity**2) ** (1 / 3) * y ** (5 / 3) + 0.2 * y ** (2 / 3)
    assert left == pytest.approx((2.85 / share) ** (2 / 3), rel=1e-9)


@given(st.floats(0.1, 50.0), st.floats(0.0, 20.0))
def test_more_gas_burns_longer_and_wind_across_shortens(flow: float, wind: float) -> None:
    here = jet_fire.length_m(flow, 700.0, 0.055, wind, 90.0)
    assert jet_fire.length_m(2.0 * flow, 700.0, 0.055, wind, 90.0) > here
    assert jet_fire.length_m(flow, 700.0, 0.055, wind + 1.0, 90.0) < here


def test_where_the_hole_begins_to_choke_the_jet_has_the_speed_of_sound() -> None:
    critical_pa = 101325.0 * (2.31 / 2.0) ** (1.31 / 0.31)
    sound = sqrt(1.31 * 8.314463 / 0.016043 * 288.0 * 2.0 / 2.31)
    assert jet_fire.jet_velocity_m_s(critical_pa, 288.0, 1.31, 0.016043) == pytest.approx(sound, rel=1e-6)


def test_a_jet_of_great_pressure_turns_all_its_heat_into_speed() -> None:
    """u^2 -> 2 cp T0; at 300 bar 75 % of it."""
    most = 2.0 * 1.31 / 0.31 * 8.314463 / 0.016043 * 288.0
    assert jet_fire.jet_velocity_m_s(300.0e5, 288.0, 1.31, 0.016043) ** 2 / most == pytest.approx(
        1.0 - (101325.0 / 300.0e5) ** (0.31 / 1.31), rel=1e-6
    )


def test_far_away_the_points_are_one() -> None:
    fire = burning(TESTS[1])
    heat = jet_fire.heat_flux_kw_m2(fire, 1500.0, 90.0, 253.0, 0.0)
    assert 0.8 < heat / (fire.radiant_kw / (4.0 * pi * 1500.0**2)) <= 1.0


def test_heat_falls_away_from_the_axis_and_is_bounded_in_the_flame() -> None:
    fire = burning(TESTS[1])
    off = np.array([0.0, 2.0, 10.0, 30.0, 90.0])
    heat = jet_fire.heat_flux_array(fire, np.full(5, 0.6 * fire.length_m), off, 288.0, 0.5).tolist()
    assert heat == sorted(heat, reverse=True) and heat[0] <= 350.0
    thin = jet_fire.JetFire(20.0, 3.0, 3.4, 0.1, 2000.0)
    axis, side = jet_fire.heat_flux_array(thin, np.array([12.0, 12.0]), np.array([0.0, 1.7]), 288.0, 0.5).tolist()
    assert axis == side < 350.0


def test_heavier_gas_radiates_more_up_to_a_bound() -> None:
    light, heavy, most = (jet_fire.radiant_fraction(1.0, 15.0, 0.06, w) for w in (0.016, 0.044, 0.1))
    assert light < heavy < most and most / light == pytest.approx(sqrt(60.0 / 21.0))
    assert jet_fire.radiant_fraction(1.0, 80.0, 0.06, 0.044) == 0.45
