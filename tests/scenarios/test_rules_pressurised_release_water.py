"""Fire water: a pump that trips stays down, the stand-by brings it back; where it goes."""

from scenarios.rules.pressurised_release import water
from sim_core.draft import Draft
from tests.scenarios.spheres import set_device, sphere


def test_a_pump_trips_when_its_time_has_come_and_again_when_it_is_started():
    stage = sphere(pump_trip_s="150")
    stage.wait(149)
    assert water.flows(Draft(stage.world), stage.rules)
    stage.wait(3)
    assert not water.flows(Draft(stage.world), stage.rules)
    assert stage.told("fact", subject="pump_tripped")
    assert stage.seen("IC").panel.readings[stage.site.tag_index["PT-301"]] < 0.2
    set_device(stage, "FP-1", "running", 1.0)
    stage.wait(2)
    assert stage.device("FP-1").state == "stopped"
    set_device(stage, "FP-2", "running", 1.0)
    stage.wait(2)
    assert stage.seen("IC").panel.readings[stage.site.tag_index["PT-301"]] > 0.8


def test_a_ring_gives_what_the_code_asks_and_nothing_without_pressure():
    stage = sphere()
    set_device(stage, "WR-201", "open", 1.0)
    draft = Draft(stage.world)
    assert water.on_vessel_l_min_m2(draft, stage.rules, 0, False) == 9.0
    assert water.on_vessel_l_min_m2(draft, stage.rules, 1, False) == 0.0
    set_device(stage, "FP-1", "stopped", 0.0)
    assert water.on_vessel_l_min_m2(Draft(stage.world), stage.rules, 0, False) == 0.0


def test_fog_counts_on_the_vessel_that_leaks_alone():
    stage = sphere()
    set_device(stage, "WM-1", "fog", 1.0)
    draft = Draft(stage.world)
    assert water.on_vessel_l_min_m2(draft, stage.rules, 0, False) == 3.0
    assert water.on_vessel_l_min_m2(draft, stage.rules, 2, False) == 0.0
    assert water.monitors(draft, stage.rules, "jet") == 0
