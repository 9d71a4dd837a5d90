"""Fireball against the propane truck and mass scaling; worked examples are run by tests/house/test_physics.py."""

from math import sqrt

import pytest

from sim_core.physics import fireball


@pytest.mark.parametrize(("mass_kg", "d_m", "t_s"), [(1000.0, 58.0, 4.5), (50_000.0, 213.67, 15.781)])
def test_diameter_and_duration(mass_kg: float, d_m: float, t_s: float) -> None:
    assert fireball.diameter_m(mass_kg) == pytest.approx(d_m, rel=1e-3)
    assert fireball.duration_s(mass_kg) == pytest.approx(t_s, rel=1e-3)


def test_view_factor_is_greatest_where_the_sphere_is_seen_half_up() -> None:
    seen = [fireball.view_factor(100.0, x) for x in (0.0, 20.0, 35.35, 60.0, 500.0)]
    assert seen[0] == 0.0 and max(seen) == seen[2] and seen[-1] < 0.01


@pytest.mark.parametrize("x", [0.0, 20.0, 35.0, 100.0, 1000.0])
def test_a_receiver_that_faces_the_ball_sees_both_its_parts(x: float) -> None:
    """F^2 = vertical^2 + horizontal^2; of a sphere at height r the horizontal part is r^3 / (X^2 + r^2)^1.5."""
    level = 50.0**3 / (x * x + 2500.0) ** 1.5
    both = sqrt(fireball.view_factor(100.0, x) ** 2 + level**2)
    assert fireball.facing_view_factor(100.0, x) == pytest.approx(both, rel=1e-12)


def test_heat_of_a_receiver_that_faces_the_ball() -> None:
    """By hand: D = 5.8 x 1000^(1/3) = 58 m, at 40 m 29^2 / (40^2 + 29^2) = 0.344531."""
    upright, facing = (fireball.heat_flux_kw_m2(1000.0, 40.0, 350.0, 293.0, 0.0, toward) for toward in (False, True))
    assert facing / upright == pytest.approx(0.344531 / fireball.view_factor(58.0, 40.0), rel=1e-5)


def test_above_thirty_tonnes_the_duration_grows_with_the_sixth_root() -> None:
    """CCPS; a table that prints 1/3 there would make the larger fireball burn 4 times longer, not 2."""
    assert fireball.duration_s(640_000.0) / fireball.duration_s(40_000.0) == pytest.approx(16.0 ** (1.0 / 6.0))
    assert fireball.duration_s(29_999.0) == pytest.approx(fireball.duration_s(30_001.0), rel=0.04)


def test_shell_lng_burst() -> None:
    """Shell LNG burst 3, some 1306 kg: 26.4 kW/m2 at 100 m, greatest at 4.5 s. Factor 2; duration 40 %."""
    heat = fireball.heat_flux_kw_m2(1306.2, 100.0, fireball.EMISSIVE_KW_M2, 288.0, 0.7)
    assert 26.4 / 2.0 < heat < 26.4 * 2.0
    assert fireball.duration_s(1306.2) == pytest.approx(4.5, rel=0.4)


def test_moist_air_takes_part_of_the_heat() -> None:
    clear, moist = (fireball.heat_flux_kw_m2(11957.7, 100.0, 350.0, 293.0, h) for h in (0.0, 0.9))
    assert moist < clear < 89.1


def test_emissive_power_from_the_radiated_share_is_bounded_by_what_was_measured() -> None:
    assert fireball.emissive_power_kw_m2(1000.0, 50.0e6, 0.5) == fireball.EMISSIVE_KW_M2
    twice = fireball.emissive_power_kw_m2(1000.0, 20.0e6, 0.4)
    assert twice == pytest.approx(2.0 * fireball.emissive_power_kw_m2(1000.0, 20.0e6, 0.2))
