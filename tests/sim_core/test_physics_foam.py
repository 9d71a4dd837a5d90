from dataclasses import replace

import pytest

from sim_core.physics.foam import cover, rate_l_min_m2, use_concentrate, works_on
from sim_core.physics.substance import PETROL

CRITICAL = 6.5 / 3.0


def test_foam_types() -> None:
    assert works_on(PETROL, "AFFF")
    assert not works_on(PETROL, "water")
    alcohol = replace(PETROL, polar=True)
    assert works_on(alcohol, "AFFF/AR")
    assert not works_on(alcohol, "AFFF")


def test_stock_closes_and_runs_out() -> None:
    assert use_concentrate(100.0, 2000.0, 0.03, 60.0) == pytest.approx((40.0, 1.0))
    assert use_concentrate(30.0, 2000.0, 0.03, 60.0) == pytest.approx((0.0, 0.5), abs=1e-12)
    assert use_concentrate(30.0, 0.0, 0.03, 60.0) == (30.0, 0.0)


def test_a_fire_is_covered_above_the_critical_rate_and_burns_back_below() -> None:
    assert cover(0.3, CRITICAL, True, True, 1.0) == pytest.approx(0.3)
    assert cover(0.3, 2.0 * CRITICAL, True, True, 6.0) == pytest.approx(0.4)
    assert cover(0.3, 0.0, True, True, 18.0) == pytest.approx(0.2)
    assert cover(0.0, 1.0, True, True, 1.0) == 0.0


def test_a_quiet_pool_is_covered_in_a_minute_and_the_blanket_ages() -> None:
    share = 0.0
    for _ in range(65):
        share = cover(share, 6.5, True, False, 1.0)
    assert share == 1.0
    assert 0.6 < cover(1.0, 0.0, True, False, 900.0) < 0.65


def test_the_wrong_foam_does_nothing() -> None:
    assert cover(0.0, 20.0, False, False, 10.0) == 0.0
    assert cover(0.5, 20.0, False, True, 10.0) == cover(0.5, 0.0, True, True, 10.0)


def test_rate_is_solution_over_area() -> None:
    assert rate_l_min_m2(6500.0, 1000.0) == 6.5
