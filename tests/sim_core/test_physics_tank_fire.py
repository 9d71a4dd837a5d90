"""Tank fires: heat on the shell beside a burning tank, and the fire of a rim seal."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import pool_fire, tank_fire


def burning(wind_m_s: float, width_m: float = 22.0) -> pool_fire.PoolFire:
    return pool_fire.pool_fire(0.055, 43.7e6, width_m, wind_m_s, 20.0, 0.35, base_m=14.0)


@given(st.floats(0.0, 15.0), st.floats(40.0, 200.0))
def test_a_neighbour_downwind_is_heated_most(wind: float, axis: float) -> None:
    down, cross, up = (
        tank_fire.shell_heat(burning(wind), axis, 11.0, 14.0, b, 293.0, 0.6).greatest_kw_m2 for b in (0.0, 90.0, 180.0)
    )
    assert down >= cross * (1.0 - 1e-9) and cross >= up * (1.0 - 1e-9)


def test_a_nearer_neighbour_is_heated_more_and_its_rim_most() -> None:
    near, far = (tank_fire.shell_heat(burning(3.0), x, 11.0, 14.0, 0.0, 293.0, 0.6) for x in (35.0, 60.0))
    assert near.greatest_kw_m2 > far.greatest_kw_m2 > 0.0
    still = tank_fire.shell_heat(burning(0.0), 35.0, 11.0, 14.0, 0.0, 293.0, 0.6)
    rim = pool_fire.heat_flux_kw_m2(burning(0.0), 24.0, 0.0, 14.0 * 17.0 / 18.0, 293.0, 0.6)
    assert 0.8 * rim < still.greatest_kw_m2 <= rim
    assert near.mean_kw_m2 < near.greatest_kw_m2 < burning(3.0).emissive_power_kw_m2


def test_the_burning_tank_hides_its_flame_from_under_its_foot() -> None:
    fire = burning(0.0)
    assert pool_fire.heat_flux_kw_m2(fire, 5.0, 0.0, 1.0, 293.0, 0.6) < 0.1 * fire.emissive_power_kw_m2
    ground, rim = (pool_fire.heat_flux_kw_m2(fire, 20.0, 0.0, z, 293.0, 0.6) for z in (0.0, 14.0))
    assert ground < rim


def test_a_whole_rim_seal_burns_less_than_the_surface() -> None:
    ring = tank_fire.seal_area_m2(60.0, 1.0, 1.0)
    assert ring == pytest.approx(pi * (30.0**2 - 29.0**2), rel=1e-12)
    assert tank_fire.seal_area_m2(60.0, 1.0, 0.0) == 0.0 and ring < 0.1 * pi * 900.0


def test_heat_of_a_seal_fire_is_a_point_source_in_clear_air() -> None:
    """NUREG-1805, ch. 5: 7.183 kW/m2 at 39.624 m; dry air still holds carbon dioxide, which takes a few percent."""
    heat = tank_fire.seal_heat_kw_m2(472403.6, 0.3, 39.624, 293.0, 0.0)
    assert 0.9 * 7.183 < heat < 7.183
