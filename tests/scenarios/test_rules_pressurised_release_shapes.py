"""Shapes: what a sphere and a cylinder that lies have of wall, and how they stand in a flame's way."""

from dataclasses import replace
from math import pi

import pytest

from scenarios.rules.pressurised_release import shapes
from tests.scenarios.spheres import sphere
from tests.scenarios.tankers import tanker

ROUND, LYING = sphere(), tanker()


def test_walls():
    ball, drum = ROUND.site.tanks[0], LYING.site.tanks[0]
    assert shapes.wall_m2(ROUND.rules.incident, ball) == pytest.approx(pi * 12.4**2)
    assert shapes.wall_m2(LYING.rules.incident, drum) == pytest.approx(pi * 2.4 * 10.8)
    assert shapes.wetted_m2(LYING.rules.incident, drum, 1.2) == pytest.approx(0.5 * pi * 2.4 * 10.8)
    assert shapes.wetted_m2(ROUND.rules.incident, ball, 12.4) == pytest.approx(pi * 12.4**2)


def test_a_full_one_holds_what_it_holds():
    ball, drum = ROUND.site.tanks[0], LYING.site.tanks[0]
    for stage, tank in ((ROUND, ball), (LYING, drum)):
        incident = stage.rules.incident
        assert shapes.liquid_m3(incident, tank, tank.diameter_m) == pytest.approx(incident.volume_m3(tank))


@pytest.mark.parametrize(("axis", "wide", "deep"), [
    ((1.0, 0.0), 5.4, 1.2), ((0.0, -1.0), 1.2, 5.4), ((0.0, 0.0), 1.2, 1.2), ((0.6, 0.8), 3.24 + 0.96, 0.72 + 4.32),
])  # fmt: skip
def test_a_cylinder_is_long_north_to_south(axis, wide, deep):
    assert shapes.half_m(LYING.rules.incident, LYING.site.tanks[0], *axis) == pytest.approx((wide, deep))
    assert shapes.half_m(ROUND.rules.incident, ROUND.site.tanks[0], *axis) == (6.2, 6.2)


def test_what_lies_under_it():
    drum, ball = LYING.site.tanks[0], ROUND.site.tanks[0]
    under = [shapes.over(LYING.rules.incident, drum, x, y) for x, y in ((1.0, 5.0), (1.3, 0.0), (0.0, 5.5))]
    assert under == [True, False, False]
    assert [shapes.over(ROUND.rules.incident, ball, 20.0 + x, 20.0) for x in (6.1, 6.3)] == [True, False]


def test_a_level_jet_strikes_the_neighbour_in_its_way():
    struck = {}
    for jet in ("E", "W"):
        stage = tanker(jet=jet, hole_mm=30.0)
        stage.wait(22)
        hazard = stage.world.hazard
        leaks = tuple(replace(k, burning_s=0.0) for k in hazard.leaks)
        stage.change(hazard=replace(hazard, leaks=leaks, ignited_tick=stage.tick))
        stage.wait(60)
        struck[jet] = stage.world.hazard.vessels[1].wall_k
    assert struck["E"] > 365.0
    assert struck["E"] > struck["W"] + 50.0  # what rained out burns beneath them either way
