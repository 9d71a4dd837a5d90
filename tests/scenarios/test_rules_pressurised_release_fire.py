"""Ignition by place, fire on shell and legs, relief, burst, domino: what follows, and what water prevents."""

from dataclasses import replace

import pytest

from sim_core.physics.pressure_vessel import VesselState
from tests.scenarios.spheres import lit, set_device, sphere


def hot(stage, **what):
    """Set the stage: the vessel that leaks is so."""
    vessels = stage.world.hazard.vessels
    changed = (replace(vessels[0], **what), *vessels[1:])
    stage.change(hazard=replace(stage.world.hazard, vessels=changed))


def test_it_burns_where_gas_meets_a_source_at_work_and_not_elsewhere():
    stage = sphere(ignition_place="workshop", ignition_start_s=30.0)
    stage.wait(120)
    assert stage.world.hazard.ignited_tick < 0
    stage = sphere(ignition_place="static", ignition_start_s=30.0)
    stage.wait(40)
    assert stage.told("fact", subject="ignition")
    assert stage.told("changed", subject="static", detail="ignited")
    assert stage.world.hazard.leaks[0].burning_s >= 0.0


def test_cutting_the_power_darkens_the_lamps_and_nothing_burns():
    stage = sphere(ignition_place="lamps", ignition_start_s=60.0)
    set_device(stage, "PB-1", "stopped", 0.0)
    stage.wait(130)
    assert stage.world.hazard.ignited_tick < 0


def test_who_stands_in_the_flash_is_struck():
    stage = sphere(ignition_place="static", ignition_start_s=40.0)
    stage.stand("OUT", "LK1")
    stage.wait(45)
    assert stage.person("OUT").state == "dead"
    assert stage.person("IC").state == "fit"


def test_legs_and_shell_run_hot_without_water_and_stay_cool_with_it():
    ends = {}
    for ring in (False, True):
        stage = sphere(hole_mm=40.0, jet="up", leak_at="nozzle")
        stage.wait(22)
        if ring:
            set_device(stage, "WR-201", "open", 1.0)
        lit(stage)
        stage.wait(420)
        ends[ring] = stage
    bare, wet = (ends[k].world.hazard.vessels[0] for k in (False, True))
    assert bare.leg_k > 573.0 > 400.0 > wet.leg_k
    assert bare.wall_k > 420.0 > 400.0 > wet.wall_k
    assert ends[False].told("fact", subject="vessel_uncooled")
    assert not ends[True].told("fact", subject="vessel_uncooled")


def test_water_that_fails_lets_it_run_hot():
    stage = sphere(hole_mm=40.0, jet="up", leak_at="nozzle")
    stage.wait(22)
    set_device(stage, "WR-201", "open", 1.0)
    set_device(stage, "FP-1", "stopped", 0.0)
    lit(stage)
    stage.wait(60)
    assert stage.world.hazard.vessels[0].leg_k > 330.0


def test_the_relief_valve_screams_at_its_set_pressure():
    stage = lit(sphere(leak_at="nozzle"))
    stage.wait(25)
    lit(stage)
    hot(stage, layer_k=330.0)
    before = stage.world.hazard.vessels[0].liquid_kg
    stage.wait(2)
    assert stage.told("fact", subject="relief_opened")
    assert "scream" in stage.seen("LIA").heard
    assert stage.world.hazard.vessels[0].liquid_kg < before - 5.0


def test_a_wall_shows_before_it_bursts():
    stage = lit(sphere(leak_at="nozzle"))
    stage.wait(25)
    lit(stage)
    hot(stage, wall_k=860.0)
    stage.wait(1)
    stage.stand("SAF", "RG")
    assert ("shell", "V-201", "glowing") in {(s.kind, s.id, s.state) for s in stage.seen("SAF").seen}
    hot(stage, wall_k=980.0, layer_k=325.0)
    stage.wait(1)
    assert stage.told("changed", subject="V-201")[-1].detail in ("bulging", "burst")


@pytest.mark.parametrize(("part", "fact"), [("wall_k", None), ("leg_k", "legs_gave_way")])
def test_it_bursts_when_the_wall_is_too_weak_or_the_legs_give_way(part, fact):
    stage = sphere(leak_at="nozzle")
    stage.wait(25)
    lit(stage)
    hot(stage, **{part: 1150.0})
    stage.stand("SAF", "RG")
    stage.wait(10)
    assert stage.told("fact", subject="bleve")
    assert bool(stage.told("fact", subject="legs_gave_way")) is (fact is not None)
    assert stage.world.hazard.leaks[0].flow_kg_s == 0.0
    assert stage.world.hazard.vessels[0].state == "burst"
    assert stage.person("SAF").state in ("down", "dead")
    assert stage.person("IC").state == "fit"  # indoors and 175 m away


def test_a_fragment_makes_the_neighbour_burst_a_minute_later():
    met = []
    for seed in range(1, 9):
        stage = sphere(leak_at="nozzle", seed=seed)
        stage.wait(22)
        hot(stage, leg_k=1150.0)
        stage.wait(70)
        hit = bool(stage.told("fact", subject="fragment_hit"))
        assert bool(stage.told("fact", subject="domino")) is hit
        assert sum(v.state == "burst" for v in stage.world.hazard.vessels) == (2 if hit else 1)
        met.append(hit)
    assert True in met
    assert False in met


def test_a_jet_at_the_neighbour_heats_it():
    stage = sphere(leak_at="nozzle", jet="E", hole_mm=44.0)
    stage.wait(25)
    lit(stage)
    stage.wait(160)
    first, second, third = stage.world.hazard.vessels
    assert isinstance(first, VesselState)
    assert second.wall_k > first.wall_k
    assert second.wall_k > third.wall_k
    assert stage.told("fact", subject="neighbour_heated")
