import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.physics.cloud import AIR, HEAT, HEIGHT, PI, RADIUS, VAPOUR, Cloud, X, Y, emit, empty, volume_m3
from sim_core.physics.cloud_motion import advance
from sim_core.physics.overflow import cascade
from sim_core.physics.substance import PETROL, air_density_kg_m3
from sim_core.physics.wind import friction_velocity_m_s

AMBIENT_K = 283.15
SPILL = cascade(PETROL, 120.0, 288.15, AMBIENT_K, 12.0)


def fed(cloud: Cloud, seconds: float) -> Cloud:
    s = SPILL
    return emit(
        cloud, PETROL, 0.0, 0.0, 20.0, s.vapour_kg_s * seconds, s.air_kg_s * seconds, s.heat_w * seconds, AMBIENT_K
    )


def spill(u: float, stability: str, seconds: int, stop: int = 10**9, v: float = 0.0) -> Cloud:
    cloud = empty()
    for t in range(seconds):
        if t % 10 == 0 and t < stop:
            cloud = fed(cloud, 10.0)
        cloud = advance(cloud, PETROL, u, v, friction_velocity_m_s((u * u + v * v) ** 0.5, stability), AMBIENT_K, 1.0)
    return cloud


@given(st.floats(0.05, 10.0), st.floats(-3.0, 3.0), st.integers(20, 200))
@settings(max_examples=12, deadline=None)
def test_vapour_and_heat_balances_close(u: float, v: float, seconds: int) -> None:
    cloud = spill(u, "D", seconds, v=v)
    emissions = (seconds + 9) // 10
    vapour = float(cloud.puffs[VAPOUR].sum()) + cloud.dispersed_kg
    assert vapour == pytest.approx(SPILL.vapour_kg_s * 10.0 * emissions, rel=1e-9)
    heat = float(cloud.puffs[HEAT].sum()) + cloud.dispersed_j - cloud.warmed_j
    assert heat == pytest.approx(SPILL.heat_w * 10.0 * emissions, rel=1e-9)


def test_a_strong_wind_clears_the_cloud_and_every_kilogram_is_tallied() -> None:
    cloud = spill(8.0, "D", 2400, stop=60)
    assert cloud.puffs.shape == (7, 0)
    assert cloud.dispersed_kg == pytest.approx(SPILL.vapour_kg_s * 60.0, rel=1e-9)
    assert advance(cloud, PETROL, 8.0, 0.0, 0.7, AMBIENT_K, 1.0) is cloud


def test_calm_spill_is_the_cloud_of_buncefield() -> None:
    cloud = spill(0.3, "F", 1200)
    assert cloud.puffs.shape == (7, 1)
    assert 200.0 < cloud.puffs[RADIUS, 0] < 300.0
    assert 1.2 < cloud.puffs[HEIGHT, 0] < 2.5
    assert abs(cloud.puffs[X, 0]) < 20.0


def test_air_is_taken_in_never_given_back_and_the_puff_stays_its_cylinder() -> None:
    cloud = fed(empty(), 10.0)
    for _ in range(120):
        after = advance(cloud, PETROL, 2.0, 1.0, 0.2, AMBIENT_K, 1.0)
        assert after.puffs[AIR, 0] > cloud.puffs[AIR, 0]
        assert after.puffs[RADIUS, 0] > cloud.puffs[RADIUS, 0]
        assert cloud.puffs[HEAT, 0] < after.puffs[HEAT, 0] < 0.0
        cloud = after
    volume = volume_m3(PETROL, cloud.puffs, AMBIENT_K)[0]
    assert volume == pytest.approx(PI * cloud.puffs[RADIUS, 0] ** 2 * cloud.puffs[HEIGHT, 0], rel=1e-12)


def test_first_second_of_the_slump() -> None:
    cloud = fed(empty(), 10.0)
    p = cloud.puffs[:, 0]
    excess = (p[VAPOUR] + p[AIR]) / (np.pi * 400.0 * p[HEIGHT]) / air_density_kg_m3(AMBIENT_K) - 1.0
    front = np.sqrt(9.80665 * excess * p[HEIGHT] / (1.0 / 1.15**2 + 0.2 * 20.0 / p[HEIGHT]))
    after = advance(cloud, PETROL, 0.0, 0.0, 0.0, AMBIENT_K, 1.0)
    assert after.puffs[RADIUS, 0] - 20.0 == pytest.approx(front, rel=1e-9)
    assert after.puffs[X, 0] == after.puffs[Y, 0] == 0.0


def test_wind_carries_a_passive_cloud_and_a_deep_one_stands() -> None:
    thin = emit(empty(), PETROL, 0.0, 0.0, 20.0, 5.0, 2000.0, 0.0, AMBIENT_K)
    heavy = fed(empty(), 20.0)
    moved = [advance(c, PETROL, 1.0, 0.0, 0.07, AMBIENT_K, 1.0).puffs[X, 0] for c in (thin, heavy)]
    assert 0.4 < moved[0] < 0.9
    assert moved[1] < 0.5 * moved[0]


def test_more_wind_is_a_leaner_cloud() -> None:
    air = [spill(u, s, 300).puffs[AIR].sum() for u, s in ((0.3, "F"), (1.0, "E"), (3.0, "D"))]
    assert air == sorted(air)


def test_turning_the_wind_turns_the_cloud() -> None:
    east, north = spill(2.0, "D", 120), spill(0.0, "D", 120, v=2.0)
    assert np.array_equal(east.puffs[X], north.puffs[Y])
    assert np.array_equal(east.puffs[RADIUS:], north.puffs[RADIUS:])


def test_equal_bits_from_any_layout_of_the_same_puffs() -> None:
    cloud = spill(3.0, "D", 200)
    other = Cloud(
        np.ascontiguousarray(np.asfortranarray(cloud.puffs)), cloud.dispersed_kg, cloud.dispersed_j, cloud.warmed_j
    )
    a, b = (advance(c, PETROL, 3.0, 0.0, 0.26, AMBIENT_K, 1.0) for c in (cloud, other))
    assert a.puffs.tobytes() == b.puffs.tobytes()
    assert a.puffs.flags.c_contiguous
    assert (a.warmed_j, a.dispersed_kg) == (b.warmed_j, b.dispersed_kg)


def test_puffs_that_share_a_top_take_in_air_through_it_once() -> None:
    alone = emit(empty(), PETROL, 0.0, 0.0, 50.0, 20.0, 9000.0, 0.0, AMBIENT_K)
    pair = emit(alone, PETROL, 20.0, 0.0, 50.0, 20.0, 9000.0, 0.0, AMBIENT_K)
    one, two = (
        advance(c, PETROL, 0.0, 0.0, 0.5, AMBIENT_K, 1.0).puffs[AIR].sum() - c.puffs[AIR].sum() for c in (alone, pair)
    )
    assert pair.puffs.shape == (7, 2)
    assert two == pytest.approx(2.0 * one / 2.5, rel=0.1)
