"""Hood and tower: mass is kept, alkali goes with what is bound, and ends; a tower switched to local wants a hand."""

import pytest

from tests.scenarios.chlorines import store
from tests.scenarios.spheres import set_device, total

PER_KG = 1.128


@pytest.mark.parametrize("hidden", [{"side": "liquid"}, {"side": "gas"}, {"reagent_kg": 2.0}], ids=str)
def test_the_mass_of_gas_is_kept_and_alkali_goes_with_what_is_bound(hidden):
    stage = store(hole_mm=8.0, **hidden)
    before, full = total(stage), stage.world.hazard.absorber.reagent_kg
    set_device(stage, "AB-1", "running", 1.0)
    stage.wait(120)
    absorber = stage.world.hazard.absorber
    assert stage.world.hazard.spilled_kg > 4.0
    assert absorber.taken_kg > 1.0
    assert total(stage) == pytest.approx(before, rel=1e-9)
    assert full - absorber.reagent_kg == pytest.approx(PER_KG * absorber.taken_kg, rel=1e-6)
    assert stage.told("fact", subject="absorbing")


def test_what_is_bound_does_not_drift():
    airborne = {}
    for state, speed in (("stopped", 0.0), ("running", 1.0)):
        stage = store(hole_mm=4.0)
        set_device(stage, "AB-1", state, speed)
        stage.wait(40)
        airborne[state] = stage.world.hazard.leaks[0].airborne_kg_s
    assert airborne["running"] == pytest.approx(0.2 * airborne["stopped"], rel=1e-3)


def test_a_tower_takes_no_more_than_it_can():
    stage = store(hole_mm=10.0)
    set_device(stage, "AB-1", "running", 1.0)
    stage.wait(40)
    assert stage.world.hazard.absorber.now_kg == pytest.approx(0.28, rel=1e-6)


def test_spent_alkali_binds_nothing_and_is_a_fact():
    stage = store(hole_mm=8.0, reagent_kg=2.0)
    set_device(stage, "AB-1", "running", 1.0)
    stage.wait(90)
    assert stage.told("fact", subject="reagent_spent")
    assert stage.world.hazard.absorber.taken_kg == pytest.approx(2.0 / PER_KG, rel=1e-6)
    assert stage.seen("DCS").panel.readings[stage.site.tag_index["LT-301"]] == 0.0


@pytest.mark.parametrize(("local", "obeys"), [("no", True), ("yes", False)])
def test_a_tower_switched_to_local_obeys_the_hand_alone(local, obeys):
    stage = store(absorber_local=local)
    assert stage.act("DCS", "operate", "AB-1", "start") == ""
    stage.wait(20)
    assert (stage.device("AB-1").state == "running") is obeys
    stage.stand("OUT", "AB")
    assert stage.act("OUT", "operate", "AB-1", "start") == ""
    stage.wait(20)
    assert stage.device("AB-1").state == "running"
