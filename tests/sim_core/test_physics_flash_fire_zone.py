"""Flash fire: zones by LFL, harm, and the flame over the cloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import flash_fire_zone as zone


def test_zones_and_harm() -> None:
    found = [zone.zone(f, 0.05) for f in (0.9, 0.05, 0.049, 0.025, 0.0249)]
    assert found == ["burns", "burns", "pockets", "pockets", ""]
    assert [zone.death(z, False) for z in ("burns", "pockets", "")] == [1.0, 0.2, 0.0]
    assert [zone.death(z, True) for z in ("burns", "pockets", "")] == [0.3, 0.0, 0.0]


@given(st.floats(0.0, 20.0))
def test_flame_speed_rises_with_wind(wind: float) -> None:
    assert zone.flame_speed_m_s(wind) == pytest.approx(max(2.0, 2.3 * wind))


@given(st.floats(0.1, 10.0), st.floats(2.0, 20.0), st.floats(0.05, 0.9))
def test_flame_height(depth: float, speed: float, fraction: float) -> None:
    """By hand from the formula; a cloud twice as rich burns no lower, a lean one expands eightfold."""
    high = zone.flame_height_m(depth, speed, 1.1, fraction, 0.04, 15.7)
    assert high >= 8.0 * depth
    assert zone.flame_height_m(depth, speed, 1.1, min(fraction * 2.0, 1.0), 0.04, 15.7) >= high
    assert zone.flame_height_m(depth, speed, 1.1, 0.03, 0.04, 15.7) == 8.0 * depth


def test_through_the_cloud() -> None:
    assert zone.burn_time_s(230.0, zone.flame_speed_m_s(5.0)) == pytest.approx(20.0)
    assert zone.radius_m(314.159265) == pytest.approx(10.0)
