"""Bodies: positions and air are evaluated from their anchors; air runs out at the tick it should."""


import pytest

from sim_core.people.bodies import AIR_L, AIR_L_PER_S, air_left_l, position, protected
from tests.drills import Stage, drill


def test_a_position_comes_from_the_anchor():
    stage = Stage(drill())
    p = stage.person("OUT")
    assert position(p, 10_000) == (p.x_m, p.y_m)
    stage.put("OUT", tick=100, vx_m_s=1.5, vy_m_s=-0.5, until_tick=200)
    assert position(stage.person("OUT"), 160) == (p.x_m + 4.5, p.y_m - 1.5)


def test_air_is_drawn_while_the_set_is_worn():
    stage = Stage(drill())
    p = stage.person("SAF")
    assert air_left_l(p, 5000) == AIR_L and not protected(p, 0)
    stage.put("SAF", worn=("scba",), air_tick=1000)
    assert air_left_l(stage.person("SAF"), 1000) == AIR_L
    assert air_left_l(stage.person("SAF"), 1000 + 60 * 20) == pytest.approx(AIR_L - 40.0)


def test_a_full_set_lasts_fifty_one_minutes_to_the_tick():
    stage = Stage(drill())
    stage.put("SAF", worn=("scba",), air_tick=0)
    p, last = stage.person("SAF"), round(AIR_L / AIR_L_PER_S * 20)
    assert last == 51 * 60 * 20
    assert protected(p, last - 1) and not protected(p, last + 1)
    assert air_left_l(p, last + 50_000) == 0.0


def test_without_air_the_mask_keeps_nothing_out():
    stage = Stage(drill())
    stage.put("OUT", worn=("scba",), air_l=AIR_L_PER_S * 10.0, air_tick=0, place="", x_m=20.0, y_m=-5.0)
    stage.put("OUT", smell=2)
    stage.change(tick=199)
    assert stage.seen("OUT").body.smell == 0
    stage.change(tick=201)
    assert stage.seen("OUT").body.smell == 2 and stage.seen("OUT").body.air_min == 0.0


def test_the_fact_of_entry_knows_an_empty_set():
    """Walking into vapour with an empty set counts as unprotected."""
    stage = Stage(drill(overflow_at_s=2.0))
    stage.wait(40)
    assert "unprotected_entry" not in stage.world.facts
    stage.stand("OUT", "JW")
    stage.stand("SAF", "JW")
    stage.put("SAF", worn=("scba",), air_tick=stage.tick)
    stage.put("OUT", worn=("scba",), air_l=AIR_L_PER_S, air_tick=stage.tick)
    stage.act("OUT", "go", "XV1")
    stage.act("SAF", "go", "XV1")
    stage.wait(60)
    assert stage.met_lel("OUT") > 20.0
    assert [e.seat for e in stage.told("fact", subject="unprotected_entry")] == ["OUT"]
