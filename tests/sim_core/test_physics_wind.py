import math

import pytest

from sim_core.physics.wind import shift_share, wind_at


def test_components_point_where_the_wind_blows() -> None:
    wind = wind_at(4.0, math.pi / 2, 0.0, 0.0, 0.0)
    assert (wind.u_m_s, wind.v_m_s) == pytest.approx((4.0, 0.0), abs=1e-12)
    north = wind_at(4.0, 0.0, 0.0, 1.0, 0.0)
    assert (north.u_m_s, north.v_m_s) == pytest.approx((0.0, 4.6), abs=1e-12)


def test_a_shift_turns_the_wind_smoothly_once() -> None:
    shares = [shift_share(tick, 100, 200) for tick in range(0, 401, 20)]
    assert shares[0] == shares[5] == 0.0
    assert shares[10] == 0.5
    assert shares[15] == shares[-1] == 1.0
    assert shares == sorted(shares)
    assert wind_at(3.0, 1.0, 0.7 * shares[-1], 0.0, 0.0).bearing_rad == pytest.approx(1.7)


def test_light_winds_veer_more_and_never_stop() -> None:
    light, strong = wind_at(0.3, 0.0, 0.0, 0.0, 1.0), wind_at(5.0, 0.0, 0.0, 0.0, 1.0)
    assert light.bearing_rad == pytest.approx(0.6)
    assert strong.bearing_rad == pytest.approx(0.13)
    assert wind_at(0.0, 0.0, 0.0, -9.0, 0.0).speed_m_s == 0.05
