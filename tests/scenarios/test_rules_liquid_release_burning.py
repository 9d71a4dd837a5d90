"""Burning: fire heats people and tanks; foam puts it out if there is enough of the right kind."""

from dataclasses import replace

import pytest

from sim_core.physics.spreading import Pool
from tests.drills import Stage, drill


def on_fire(area_m2: float = 600.0, **given) -> Stage:
    stage = Stage(drill(**given))
    pool = Pool(40_000.0, 288.0, area_m2)
    hazard = replace(stage.world.hazard, pools=(pool, stage.world.hazard.pools[1]), fires_kw=(1.0, 0.0), ignited_tick=0)
    stage.change(hazard=hazard)
    stage.act("DCS", "operate", "P-101", "stop")
    return stage


def test_a_pool_burns_down_and_its_fire_goes_out():
    stage = on_fire(area_m2=3000.0)
    before = stage.world.hazard
    stage.wait(30)
    hazard = stage.world.hazard
    burned_kg = hazard.burned_kg - before.burned_kg
    assert burned_kg > 100.0 and before.pools[0].mass_kg - hazard.pools[0].mass_kg == pytest.approx(burned_kg)
    stage.change(hazard=replace(hazard, pools=(replace(hazard.pools[0], mass_kg=0.0), hazard.pools[1])))
    stage.wait(2)
    assert stage.world.hazard.fires_kw == (0.0, 0.0) and "fire_out" in stage.world.facts


def test_walls_and_people_near_it_grow_hot_and_those_indoors_do_not():
    stage = on_fire(area_m2=2000.0)
    stage.stand("OUT", "XV1")
    stage.act("OUT", "go", "RA")
    stage.wait(60)
    assert all(t.wall_k > 300.0 for t in stage.world.tanks[:2])
    out = stage.person("OUT")
    assert out.dose > 0.0 and out.state in ("hurt", "down")
    assert stage.person("DCS").dose == 0.0 and stage.person("DCS").state == "fit"


def test_who_is_down_walks_and_works_no_further():
    stage = on_fire(area_m2=2000.0)
    stage.stand("OUT", "MF")
    stage.act("OUT", "operate", "MV-1", "close")
    stage.wait(5)
    stage.stand("FF", "RE")
    stage.act("FF", "go", "RC")
    stage.put("OUT", dose=1.0e9)
    stage.put("FF", dose=1.0e9)
    stage.wait(1.1)
    for seat in ("OUT", "FF"):
        p = stage.person(seat)
        assert (p.state, p.until_tick, p.route, p.doing) == ("down", 0, (), None)
    assert stage.device("MV-1").until_tick == 0
    harmed = [(e.subject, e.detail) for e in stage.told("harm")]
    stage.wait(30)
    assert stage.device("MV-1").state == "moving"
    assert sorted(harmed) == [("FF", "down"), ("OUT", "down")]
    assert [(e.subject, e.detail) for e in stage.told("harm") if e.subject in ("OUT", "FF")] == harmed


def fought(**given) -> Stage:
    stage = on_fire(**given)
    stage.stand("FF", "FM1")
    assert stage.act("FF", "foam", "FM-1", "start") == ""
    return stage


def test_foam_puts_it_out_and_keeps_account_of_the_concentrate():
    stage = fought()
    stage.wait(20.1)
    stock = stage.world.foam_stock_l
    stage.wait(60)
    assert abs(stock - stage.world.foam_stock_l - 8000 * 0.03) < 1e-6
    stage.wait(120)
    assert "fire_out" in stage.world.facts and stage.world.hazard.fires_kw[0] == 0.0


def test_the_wrong_foam_does_not():
    stage = fought(foam="wrong")
    stage.wait(240)
    assert stage.world.hazard.fires_kw[0] > 1.0e3 and stage.world.hazard.pools[0].foam_cover == 0.0
    assert stage.world.foam_stock_l < 16_000.0


def test_a_short_stock_runs_out_and_the_blanket_burns_back():
    stage = fought(foam="short", area_m2=3100.0)
    stage.wait(20)
    stage.change(foam_stock_l=200.0)
    stage.wait(60)
    assert stage.world.foam_stock_l == 0.0
    cover = stage.world.hazard.pools[0].foam_cover
    stage.wait(20)
    assert stage.world.hazard.pools[0].foam_cover < max(cover, 0.01) or cover == 0.0
    assert stage.world.hazard.fires_kw[0] > 0.0
