"""Into the bath of alkali: what leaks at the cylinder is bound two to one until it is spent; never into water."""

import pytest

from tests.scenarios.chlorines import store
from tests.scenarios.spheres import set_device, total

PER_KG = 2 * 39.997 / 70.906  # Cl2 + 2 NaOH
DRESSED = ("scba", "gastight", "portable")


def filled(alkali_s=300.0, **hidden):
    """The hand valve shut, alkali let in for so long, the leak going on."""
    stage = store(**{"leak_at": "nozzle", "hole_mm": 8.0, **hidden})
    set_device(stage, "HV-1", "closed", 0.0)
    if alkali_s:
        set_device(stage, "AV-1", "open", 1.0)
        stage.wait(alkali_s)
        set_device(stage, "AV-1", "closed", 0.0)
    stage.wait(8)
    return stage


def sunk(stage):
    set_device(stage, "HO-1", "sunk", 1.0)
    stage.wait(2)
    return stage


def test_alkali_runs_in_until_the_bath_is_full_and_the_panel_shows_it():
    stage = store(leak_at="root")
    assert stage.act("DCS", "operate", "AV-1", "open") == ""
    stage.wait(3 + 8 + 96)  # pressed, a stroke of 8 s, 96 s more
    tag = stage.site.tag_index["LT-302"]
    assert stage.world.hazard.bath.reagent_kg == pytest.approx(2.0 * (96 + 4), abs=3.0)
    assert stage.seen("DCS").panel.readings[tag] == pytest.approx(35.0, abs=5.0)
    stage.wait(250)
    assert stage.world.hazard.bath.reagent_kg == 600.0
    assert stage.seen("DCS").panel.readings[tag] == 100.0


@pytest.mark.parametrize("side", ["liquid", "gas"])
def test_all_that_leaks_is_bound_two_to_one_and_mass_is_kept(side):
    stage = filled(side=side)
    before = total(stage)
    bath = sunk(stage).world.hazard.bath
    stage.wait(60)
    hazard = stage.world.hazard
    assert hazard.leaks[0].flow_kg_s > 0.02
    assert hazard.leaks[0].airborne_kg_s == 0.0
    bound = hazard.bath.taken_kg - bath.taken_kg
    assert bath.reagent_kg - hazard.bath.reagent_kg == pytest.approx(PER_KG * bound, rel=1e-3)
    assert bound == pytest.approx(60.0 * hazard.leaks[0].flow_kg_s, rel=0.1)
    assert total(stage) == pytest.approx(before, rel=1e-9)
    assert stage.told("fact", subject="leak_ended")


def test_what_is_bound_is_neither_seen_nor_heard_nor_met():
    stage = filled()
    stage.stand("OUT", "HO1")
    stage.put("OUT", worn=DRESSED)
    assert "jet" in {s.kind for s in stage.seen("OUT").seen}
    sunk(stage)
    stage.wait(2)
    assert not {"jet", "frost"} & {s.kind for s in stage.seen("OUT").seen}
    assert "hiss" not in stage.seen("OUT").heard
    stage.wait(120)
    stage.stand("OUT", "AP")
    stage.wait(30)
    assert stage.seen("OUT").body.gas[0] < 10.0


def test_spent_alkali_lets_it_up_again_where_the_bath_is_and_it_is_a_fact():
    stage = sunk(filled(alkali_s=15.0))
    assert not stage.told("fact", subject="bath_spent")
    assert not stage.told("fact", subject="water_on_leak")
    stage.wait(120)
    assert stage.told("fact", subject="bath_spent")
    leak = stage.world.hazard.leaks[0]
    assert leak.airborne_kg_s == pytest.approx(leak.flow_kg_s, rel=1e-9)  # in water nothing stays liquid
    assert [s.id for s in stage.world.sights if s.kind == "jet"] == ["AP"]
    assert stage.world.hazard.bath.taken_kg == pytest.approx(30.0 / PER_KG, rel=0.05)


def test_a_bath_without_alkali_is_water_on_the_leak():
    stage = filled(alkali_s=0.0)
    before = stage.world.hazard.leaks[0]
    assert before.airborne_kg_s < 0.8 * before.flow_kg_s
    sunk(stage)
    leak = stage.world.hazard.leaks[0]
    assert stage.told("fact", subject="water_on_leak")
    assert leak.airborne_kg_s == pytest.approx(leak.flow_kg_s, rel=1e-9)
    assert not stage.told("fact", subject="bath_spent")


def test_a_leak_of_the_pipework_is_not_sunk_with_it():
    stage = store(leak_at="root", hole_mm=8.0)
    stage.wait(20)
    set_device(stage, "HV-1", "closed", 0.0)
    sunk(stage)
    assert stage.world.hazard.leaks[0].id == "LK1"
    set_device(stage, "HV-1", "open", 1.0)  # the cylinder no longer feeds it
    stage.wait(5)
    assert stage.world.hazard.leaks[0].flow_kg_s == 0.0
    assert stage.world.hazard.bath.taken_kg == 0.0
    assert not stage.told("fact", subject="water_on_leak")


def test_it_takes_time_and_whoever_stays_at_the_wheel():
    stage = filled()
    stage.put("OUT", worn=DRESSED)
    stage.stand("OUT", "HO1")
    assert stage.act("OUT", "operate", "HO-1", "sink") == ""
    stage.wait(60 * 2 * 1.3 - 2)
    assert stage.world.hazard.leaks[0].id == "LK1"
    stage.wait(4)
    assert stage.device("HO-1").state == "sunk"
    assert stage.world.hazard.leaks[0].id == "AP"
    assert stage.told("fact", subject="alone_in_hot_zone")


def test_refused_while_it_feeds_the_manifold_from_afar_and_for_what_is_in_the_bath():
    stage = store(leak_at="nozzle")
    stage.wait(10)
    stage.put("OUT", worn=DRESSED)
    stage.stand("OUT", "HO1")
    assert stage.act("OUT", "operate", "HO-1", "sink") == "still_connected"
    set_device(stage, "HV-1", "closed", 0.0)
    stage.stand("OUT", "RC")
    assert stage.act("OUT", "operate", "HO-1", "sink") == "out_of_reach"
    sunk(stage)
    stage.stand("OUT", "RL1")
    assert stage.act("OUT", "operate", "RL-1", "turn") == "in_the_bath"
    stage.put("FF", worn=DRESSED)
    for place, why in (("LK1", "no_leak_here"), ("AP", "in_the_bath")):
        stage.stand("FF", place)
        assert stage.act("FF", "plug", place) == why


def test_colleagues_fill_and_sink_on_order_and_the_end_counts_it():
    stage = store(humans=("IC",), leak_at="nozzle", hole_mm=6.0)
    stage.wait(20)
    assert stage.act("IC", "operate", "AV-1", "open", to="DCS") == ""
    stage.wait(4)
    assert stage.act("IC", "operate", "HV-1", "close", to="OUT") == ""
    stage.wait(330)
    assert stage.device("HV-1").state == "closed"
    assert stage.act("IC", "operate", "HO-1", "sink", to="OUT") == ""
    stage.wait(330)
    (fact,) = stage.told("fact", subject="cylinder_sunk")
    assert fact.by == "IC"
    assert {"scba", "gastight"} <= set(stage.person("OUT").worn)
    assert stage.world.hazard.bath.taken_kg > 0.0
    assert not stage.world.hazard.leaks[0].escapes


@pytest.mark.parametrize(("alkali_s", "contained"), [(300.0, True), (15.0, False)])
def test_at_the_end_what_the_bath_holds_was_not_released_and_counts_as_stopped_while_it_does(alkali_s, contained):
    stage = sunk(filled(alkali_s=alkali_s))
    stage.wait(90)
    assert stage.act("IC", "handover") == ""
    stage.wait(21)
    told = {e.subject: e.value for e in stage.told("fact")}
    hazard = stage.world.hazard
    assert ("leak_stopped" in told) is contained
    assert told["bound_in_bath"] == hazard.bath.taken_kg > 20.0
    assert told["released"] == pytest.approx(hazard.spilled_kg - hazard.bath.taken_kg, rel=1e-9)
