"""Wind profiles against GasDispersion.jl (27ac3007, MIT): Yellow Book, power laws; friction velocity and back."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import stability, wind_profile

TNO_AT_15_M = {"A": 2.105802252736218, "B": 2.1134438908570603, "C": 2.1298117227821707,
               "D": 2.176091259055681, "E": 2.3401491268457204, "F": 2.542796254727042}  # fmt: skip
POWER_1_TO_10_M = {
    "degadis": (3.846991747968065, 3.882587524349958, 3.954770215669221, 4.160267486615665, 4.7876374417101975,
                5.371817562105883),
    "rural": (3.5246926648185886, 3.5246926648185886, 3.776776235382502, 4.237612633868263, 6.716163415705019,
              10.644401677007265),
    "urban": (4.237612633868263, 4.237612633868263, 4.754679577383341, 5.334838230116768, 5.985786944906638,
              5.985786944906638),
    "urban_ccps": (4.237612633868263, 4.237612633868263, 4.754679577383341, 5.334838230116768, 7.53565929452874,
                   11.943215116604916),
}  # fmt: skip


@pytest.mark.parametrize("one", TNO_AT_15_M)
def test_yellow_book(one: str) -> None:
    length = stability.obukhov_tno_m(one, 0.1)
    friction = 2.0 / wind_profile.tno_m_s(10.0, 1.0, 0.1, length)
    assert wind_profile.tno_m_s(15.0, friction, 0.1, length) == pytest.approx(TNO_AT_15_M[one], rel=1e-6)


@pytest.mark.parametrize("terrain", POWER_1_TO_10_M)
def test_power_laws(terrain: str) -> None:
    for one, wind in zip("ABCDEF", POWER_1_TO_10_M[terrain], strict=True):
        assert wind_profile.power_law_m_s(3.0, 1.0, 10.0, one, terrain) == pytest.approx(wind, rel=1e-6)


def test_businger_in_unstable_air() -> None:
    """By hand: z/L = -1, x = 16^(1/4) = 2: psi = 2 ln 1.5 + ln 2.5 - 2 atan 2 + pi/2 = 1.0837."""
    wind = wind_profile.businger_m_s(10.0, 0.35, 0.1, -10.0)
    assert wind == pytest.approx(4.60517 - 1.083719, rel=1e-5)


@given(st.floats(1.0, 20.0), st.sampled_from("ABCDEF"), st.floats(1e-3, 0.5))
def test_friction_velocity_gives_the_wind_back(wind: float, one: str, roughness: float) -> None:
    length = stability.obukhov_m(one, roughness)
    friction = wind_profile.friction_velocity_m_s(wind, 10.0, roughness, length)
    assert wind_profile.businger_m_s(10.0, friction, roughness, length) == pytest.approx(wind)
    assert 0.0 < friction < wind


@given(st.floats(2.0, 100.0))
def test_stable_air_has_more_shear(height: float) -> None:
    shear = [wind_profile.businger_m_s(2.0 * height, 1.0, 0.1, length) for length in (-20.0, inf, 20.0)]
    assert shear == sorted(shear)


def test_no_wind_below_the_roughness() -> None:
    for wind in (wind_profile.businger_m_s, wind_profile.tno_m_s):
        assert wind(0.5, 1.0, 0.6, 20.0) == 0.0 == wind(0.6, 1.0, 0.6, -20.0) < wind(0.7, 1.0, 0.6, -20.0)


def test_a_deep_plume_moves_with_higher_wind() -> None:
    assert wind_profile.transport_height_m(50.0, 2.0, 0.5) == pytest.approx(0.6 * 0.797885 * 50.0, rel=1e-4)
    assert wind_profile.transport_height_m(1.0, 2.0, 10.0) == 10.0
