"""Oxidiser: a row beside a fire warms, melts and heats itself until nothing holds it."""

import pytest

from sim_core.physics import oxidiser


def seconds_to(kelvin: float, flux_w_m2: float, faster: float = 1.0, reacts: bool = True, most: int = 20000) -> int:
    """How long a layer of 45 kg/m2 takes."""
    t = 293.15
    for second in range(most):
        if t >= kelvin:
            return second
        t = oxidiser.layer_k(t, flux_w_m2, 45.0, 10.0, 293.15, faster, reacts, 1.0)
    return -1


def test_an_inert_row_comes_to_rest_where_losses_equal_what_arrives():
    assert seconds_to(293.15 + 90.0, 1000.0, reacts=False) > 0
    assert seconds_to(293.15 + 101.0, 1000.0, reacts=False) == -1


def test_melting_holds_it_back_by_its_heat():
    """45 kg/m2 x 73 kJ/kg over 10 K at 20 kW/m2 less 1.5 of losses."""
    inert = seconds_to(448.0, 20000.0, reacts=False) - seconds_to(437.7, 20000.0, reacts=False)
    melts = seconds_to(448.0, 20000.0) - seconds_to(437.7, 20000.0)
    assert melts - inert == pytest.approx(45.0 * 7.3e4 / 18500.0, rel=0.05)


def test_it_runs_away_though_inert_goods_do_not_and_sooner_if_contaminated():
    flux = 2500.0
    pure, dirty = seconds_to(573.15, flux), seconds_to(573.15, flux, faster=30.0)
    assert seconds_to(573.15, flux, reacts=False) == -1
    assert 0 < dirty < 0.8 * pure
    assert oxidiser.goes(573.15) and not oxidiser.goes(570.0)


def test_half_a_metre_nearer_the_source_of_heat_counts_by_the_square():
    far, near = (oxidiser.point_flux_w_m2(3.0e4, 0.35, m) for m in (8.0, 4.0))
    assert near / far == pytest.approx(4.0)


def test_beneath_the_roof_it_is_coolest_farthest_from_the_fire():
    rises = [oxidiser.ceiling_rise_k(1000.0, 7.0, r) for r in (0.0, 5.0, 20.0)]
    assert rises == sorted(rises, reverse=True)
    assert oxidiser.ceiling_rise_k(0.0, 7.0, 0.0) == 0.0
