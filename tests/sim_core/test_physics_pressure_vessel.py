"""Level in a sphere and back; legs that warm up to where they radiate what they get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics.pressure_vessel import covered_share, layer_kg, leg_after_k, sphere_level_m
from sim_core.physics.vessel_fire import sphere_volume_m3


@given(st.floats(1.0, 30.0), st.floats(0.0, 1.0))
def test_a_level_gives_its_volume_and_the_volume_its_level(diameter, share):
    level = share * diameter
    assert sphere_level_m(diameter, sphere_volume_m3(diameter, level)) == pytest.approx(level, abs=1e-4 * diameter)


def test_half_the_volume_stands_at_half_the_height():
    assert sphere_level_m(12.4, 0.5 * sphere_volume_m3(12.4, 12.4)) == pytest.approx(6.2, rel=1e-9)
    assert sphere_level_m(12.4, 0.0) == pytest.approx(0.0, abs=1e-9)
    assert sphere_level_m(12.4, 1.0e5) == pytest.approx(12.4)


def test_a_leg_in_no_fire_keeps_its_warmth():
    assert leg_after_k(293.15, 0.0, 0.03, 293.15, 1.0) == 293.15


def test_a_leg_warms_until_it_radiates_all_it_gets():
    k = 293.15
    for _ in range(20000):
        k = leg_after_k(k, 5.0e4, 0.012, 293.15, 1.0)
    # sigma T^4 = q + sigma Ta^4, by hand
    assert k == pytest.approx((5.0e4 / 5.670374e-8 + 293.15**4) ** 0.25, rel=1e-3)


def test_a_thicker_leg_warms_more_slowly():
    thin, thick = (leg_after_k(300.0, 1.0e5, d, 293.15, 1.0) - 300.0 for d in (0.01, 0.03))
    assert thin == pytest.approx(3.0 * thick)


def test_a_flame_covers_no_more_than_the_whole():
    assert covered_share(100.0, 20.0, 12.4) == 1.0
    assert covered_share(0.0, 0.0, 12.4) == 0.0


def test_a_layer_is_a_share_and_never_nothing():
    assert layer_kg(1.6e5, 0.08) == pytest.approx(1.28e4)
    assert layer_kg(0.0, 0.08) == 1.0
