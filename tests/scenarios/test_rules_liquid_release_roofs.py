"""Nitrogen under a roof: how long it takes, what it keeps out, what it cannot do; and the fire that enters a tank."""

from dataclasses import replace

import pytest

from scenarios.rules.liquid_release.ignition import _ignite
from sim_core.draft import Draft
from sim_core.world import World
from tests.drills import SEATS, Stage, drill, put
from tests.scenarios.test_rules_liquid_release_transfer import set_level

E = 2.718281828459045


def running_over(**hidden: float | str) -> Stage:
    """Liquid has run over for a minute, and vapour lies about the tank."""
    stage = Stage(drill(overflow_at_s=3.0, inflow_m3_h=900.0, wind_speed_m_s=0.5, **hidden))
    stage.wait(60)
    return stage


def under_the_roof(stage: Stage, o2: float) -> None:
    stage.change(tanks=(replace(stage.world.tanks[0], roof_o2=o2), *stage.world.tanks[1:]))


def shown(stage: Stage, tag: str = "AT-101") -> float:
    panel = stage.seen("DCS").panel
    assert panel is not None
    return panel.readings[stage.site.tag_index[tag]]


def flashed(stage: Stage) -> World:
    """What becomes of the world when the cloud burns now."""
    draft = Draft(stage.world)
    _ignite(draft, stage.rules, "test", "")
    return draft.world(stage.tick)


def test_one_volume_of_nitrogen_leaves_the_eth_part_of_the_oxygen():
    """300 m3 at 1500 m3/h: 720 s."""
    stage = Stage(drill(overflow_at_s=3.0))
    stage.wait(5)
    assert shown(stage) == 20.9
    put(stage, NV_101="open")
    stage.wait(720)
    assert stage.world.tanks[0].roof_o2 == pytest.approx(0.209 / E, rel=1.0e-3)
    assert shown(stage) == 7.7


def test_shut_it_stays_and_a_transfer_without_nitrogen_draws_air_in():
    stage = Stage(drill(overflow_at_s=3.0))
    under_the_roof(stage, 0.05)
    put(stage, P_101="stopped")
    stage.wait(60)
    assert stage.world.tanks[0].roof_o2 == 0.05
    put(stage, RV_101="open", RV_102="open", P_102="running")
    stage.wait(60)
    drew = stage.world.tanks[0].roof_o2
    assert 0.05 < drew == pytest.approx(0.05 + 0.159 * 400.0 / 60.0 / 300.0, rel=0.03)
    put(stage, NV_101="open")  # more than the pump draws
    stage.wait(60)
    assert stage.world.tanks[0].roof_o2 < drew


@pytest.mark.parametrize(("o2", "burns"), [(0.209, True), (0.125, True), (0.115, False)])
def test_the_flash_enters_a_tank_that_has_run_over_unless_its_roof_space_is_inert(o2: float, burns: bool):
    stage = running_over()
    under_the_roof(stage, o2)
    world = flashed(stage)
    assert (world.tanks[0].fire_kw > 0.0) is burns
    assert ("tank_lit" in world.facts) is burns and ("tank_inert" in world.facts) is not burns
    assert world.tanks[1].fire_kw == 0.0  # has not run over
    assert "pool_fire" in world.facts  # outside nothing is different


def test_it_does_nothing_to_the_cloud_outside():
    with_it, without = running_over(), running_over()
    put(with_it, NV_101="open")
    for stage in (with_it, without):
        stage.wait(30)
    assert with_it.world.hazard.train.puffs.tolist() == without.world.hazard.train.puffs.tolist()


def test_a_pool_fire_round_its_foot_enters_too():
    for o2, burns in ((0.209, True), (0.1, False)):
        stage = running_over()
        under_the_roof(stage, o2)
        stage.change(hazard=replace(stage.world.hazard, fires_kw=(1.0, 0.0), ignited_tick=stage.tick))
        stage.wait(2)
        assert (stage.world.tanks[0].fire_kw > 0.0) is burns


def test_a_burning_tank_is_seen_burns_down_and_heats_its_neighbour():
    """0.055 kg/m2 s of petrol is some 21 kg/s from 380 m2."""
    stage = Stage(drill(overflow_at_s=3.0))
    put(stage, P_101="stopped")
    stage.stand("OUT", "CP-E")
    set_level(stage, 0, 10.0)
    stage.change(tanks=(replace(stage.world.tanks[0], fire_kw=1.0), *stage.world.tanks[1:]))
    stage.wait(60)
    burned = stage.world.hazard.burned_kg
    per_m = stage.site.tanks[0].area_m2 * stage.rules.incident.density_kg_m3
    assert burned == pytest.approx(0.055 * stage.site.tanks[0].area_m2 * 60.0, rel=0.05)
    assert 10.0 - stage.world.tanks[0].level_m == pytest.approx(burned / per_m)
    assert stage.world.tanks[1].wall_k > 290.0 > stage.world.tanks[3].wall_k
    assert ("fire", "T-101") in [(s.kind, s.id) for s in stage.seen("OUT").seen]


def test_nitrogen_into_a_tank_that_burns_is_too_late():
    stage = Stage(drill(overflow_at_s=3.0))
    stage.change(tanks=(replace(stage.world.tanks[0], fire_kw=1.0), *stage.world.tanks[1:]))
    put(stage, NV_101="open", P_101="stopped")
    stage.wait(60)
    assert stage.world.tanks[0].fire_kw > 1.0 and stage.world.tanks[0].roof_o2 == 0.209


def test_its_valve_is_on_the_panel_and_at_the_nitrogen_station():
    stage = Stage(drill(tuple(s for s in SEATS if s != "DCS")))
    assert stage.act("OUT", "operate", "NV-101", "open") == "out_of_reach"
    assert stage.act("IC", "operate", "NV-101", "open", to="DCS") == ""
    stage.wait(40)
    assert stage.device("NV-101").state == "open" and stage.device("NV-101").by == "IC"
    stage.stand("OUT", "NS")
    assert stage.act("OUT", "operate", "NV-101", "close") == ""
    stage.wait(25)
    assert stage.device("NV-101").state == "closed"
