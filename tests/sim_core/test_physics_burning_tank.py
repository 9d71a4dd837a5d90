"""The dry shell in its own flame, the vapour space that cannot breathe, foam at hot metal, the fire main."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import burning_tank
from sim_core.physics.wall_strength import kept

STEEL_M, AIR_K = 0.008, 288.15
GIVES_WAY = 0.45


def shell(fire: str, rate_l_min_m2: float, seconds: int, outside_kw_m2: float = 0.0) -> list[float]:
    """Wall temperature second by second, K."""
    wall, found = AIR_K, []
    for _ in range(seconds):
        flux = burning_tank.own_flux_kw_m2(fire) + outside_kw_m2
        wall, _ = burning_tank.shell_after(
            wall, AIR_K, burning_tank.STILL_KG, 100.0, flux, 0.0, rate_l_min_m2, STEEL_M, AIR_K, 1.0
        )
        found.append(wall)
    return found


def test_uncooled_it_is_near_500_degrees_after_five_minutes_and_gives_way_after_eight_to_ten():
    """GB 50974-2014, commentary on 3.4.2 [R in domain 1.6]."""
    wall = shell("full", 0.0, 700)
    assert wall[299] - 273.15 == pytest.approx(500.0, abs=30.0)
    gone = next(s for s, k in enumerate(wall) if kept(k) < GIVES_WAY)
    assert 480 <= gone <= 600


def test_the_water_of_the_standard_holds_it_and_a_seal_fire_alone_never_folds_it():
    assert min(kept(k) for k in shell("full", 2.5, 2100)) > GIVES_WAY
    assert min(kept(k) for k in shell("rim", 0.0, 2100)) > GIVES_WAY


def test_a_bund_fire_beside_it_takes_what_the_water_saves():
    assert min(kept(k) for k in shell("full", 1.0, 900, outside_kw_m2=30.0)) < GIVES_WAY


@given(st.floats(0.0, 100.0), st.floats(0.0, 20.0), st.floats(0.0, 20.0))
def test_more_water_never_makes_a_shell_hotter(flux, one, other):
    few, many = sorted((one, other))
    walls = [
        burning_tank.shell_after(600.0, AIR_K, 1.0e9, 100.0, flux, 0.0, rate, STEEL_M, AIR_K, 1.0)[0]
        for rate in (few, many)
    ]
    assert walls[1] <= walls[0] + 1.0e-9


def test_water_cools_a_shell_that_nothing_heats_any_more_but_not_below_itself():
    wall = 400.0
    for _ in range(3000):
        wall, _ = burning_tank.shell_after(wall, AIR_K, 1.0e9, 100.0, 0.0, 0.0, 2.0, STEEL_M, AIR_K, 1.0)
    assert wall == pytest.approx(AIR_K, abs=0.1)


def test_the_liquid_takes_the_heat_that_goes_into_it():
    """1 MW for 10 s into 100 t of 2200 J/(kg K): 0.04545 K."""
    _, layer = burning_tank.shell_after(AIR_K, AIR_K, 1.0e5, 100.0, 0.0, 1000.0, 0.0, STEEL_M, AIR_K, 10.0)
    assert layer - AIR_K == pytest.approx(1.0e7 / (1.0e5 * 2200.0), rel=1e-6)


@pytest.mark.parametrize(("gas_k", "pa"), [(288.15, 0.0), (250.0, 0.0), (316.965, 10132.5)])
def test_a_closed_vapour_space_follows_the_gas_law(gas_k, pa):
    assert burning_tank.sealed_pa(gas_k, 288.15) == pytest.approx(pa, abs=0.5)


def test_fire_runs_round_a_seal_until_all_of_it_burns():
    share = 0.25
    for _ in range(3000):
        share = burning_tank.seal_share(share, 75.0, 1.0)
    assert share == 1.0
    assert burning_tank.seal_share(0.25, 75.0, 30.0) == pytest.approx(0.25 + 2 * 0.02 * 30 / 75)


def test_hot_metal_eats_a_blanket_unless_it_is_watched_or_has_cooled():
    assert burning_tank.eaten(1.0, 600.0, 505.0, False, 30.0) == pytest.approx(0.9)
    assert burning_tank.eaten(1.0, 600.0, 505.0, True, 30.0) == 1.0
    assert burning_tank.eaten(1.0, 500.0, 505.0, False, 30.0) == 1.0
    assert burning_tank.eaten(0.05, 600.0, 505.0, False, 30.0) == 0.0


@given(st.floats(1.0, 2.0e4), st.floats(1.0, 5.0e4))
def test_the_main_never_gives_more_than_it_has_nor_more_than_is_asked(capacity, demand):
    given_l = demand * burning_tank.shared(capacity, demand)
    assert given_l <= min(capacity, demand) * (1.0 + 1.0e-12)
    assert given_l == pytest.approx(min(capacity, demand))


def test_pressure_falls_with_the_pumps_and_with_the_draught():
    assert burning_tank.main_mpa(0.8, 0.7, 1.0, 0.0) == pytest.approx(0.56)
    assert burning_tank.main_mpa(0.8, 1.0, 1.0, 1.0) == pytest.approx(0.48)
    assert burning_tank.main_mpa(0.8, 1.0, 0.5, 1.0) == pytest.approx(0.12)


def test_a_tank_that_does_not_burn_gives_its_shell_nothing():
    assert burning_tank.own_flux_kw_m2("") == 0.0
