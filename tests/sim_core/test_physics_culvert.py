"""Culvert: pressure at a hole between valves, oil that floats, vapour that finds oxygen."""

import pytest

from sim_core.physics import culvert

LINE = {"run_pa": 1.6e6, "shut_in_pa": 2.4e6, "up_pa": 2.5e5, "down_pa": 1.2e5, "left_pa": 5.0e4}


@pytest.mark.parametrize(("driven", "upstream", "downstream", "pressure"), [
    (1.0, 1.0, 1.0, 1.6e6),
    (1.0, 1.0, 0.0, 2.4e6),  # against a valve shut downstream
    (1.0, 1.0, 0.5, 2.0e6),
    (0.0, 1.0, 1.0, 2.5e5),  # the tanks upstream stand over it
    (0.0, 0.0, 1.0, 1.2e5),  # it runs back from downstream
    (0.0, 0.0, 0.0, 5.0e4),  # what is shut in runs out by itself
])  # fmt: skip
def test_pressure_at_the_hole_is_that_of_whatever_still_drives(driven, upstream, downstream, pressure):
    assert culvert.hole_pressure_pa(driven, upstream, downstream, **LINE) == pytest.approx(pressure)


def test_oil_covers_no_more_than_the_water_of_its_reach():
    assert culvert.floating_area_m2(1.0e4, 860.0, 0.0017, 225.0) == 225.0
    assert culvert.floating_area_m2(10.0, 860.0, 0.0017, 225.0) == pytest.approx(10.0 / 860.0 / 0.0017)


def test_what_is_carried_is_never_more_than_there_is():
    assert culvert.carried_share(5.0, 1.0, 60.0) == 1.0


def test_air_that_is_full_takes_up_nothing():
    assert culvert.takes_up(0.11, 0.10) == 0.0
    assert culvert.takes_up(0.0, 0.10) == 1.0


def test_a_rich_mixture_burns_as_its_air_lets_it():
    lean, rich = culvert.burns_fraction(0.02, 5.6), culvert.burns_fraction(0.20, 5.6)
    assert lean == 0.02
    assert rich == pytest.approx(0.209 * 0.8 / 5.6)
