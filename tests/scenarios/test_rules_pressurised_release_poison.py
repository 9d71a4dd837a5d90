"""A gas that poisons: gas and liquid side, turning, water on the leak, who goes in how, what panel and eyes find."""

import pytest

from tests.scenarios.chlorines import store
from tests.scenarios.spheres import set_device


def flow(**hidden):
    stage = store(**hidden)
    stage.wait(25)
    return stage.world.hazard.leaks[0].flow_kg_s


@pytest.mark.parametrize(("side", "orientation", "gas"), [
    ("gas", "marked", True), ("liquid", "rolled", True), ("liquid", "marked", False), ("gas", "rolled", False),
])  # fmt: skip
def test_the_side_is_as_marked_unless_the_cylinder_lies_otherwise(side, orientation, gas):
    assert store(side=side, orientation=orientation).world.hazard.leaks[0].gas is gas


def test_a_leak_of_gas_gives_about_a_tenth():
    assert 0.05 < flow(side="gas") / flow(side="liquid") < 0.25


def test_turning_lets_gas_escape_instead_of_liquid():
    stage = store(leak_at="nozzle")
    stage.wait(30)
    liquid = stage.world.hazard.leaks[0].flow_kg_s
    stage.stand("OUT", "RL1")
    assert stage.act("OUT", "operate", "RL-1", "turn") == ""
    stage.wait(35)
    assert stage.device("RL-1").state == "turned"
    assert stage.world.hazard.leaks[0].flow_kg_s < 0.25 * liquid


def test_what_gives_gas_grows_cold_and_its_pressure_falls():
    stage = store(side="gas", hole_mm=10.0, leak_at="nozzle")
    stage.wait(25)
    before, first = stage.seen("DCS").panel.readings[stage.site.tag_index["PT-1"]], flow(side="gas", hole_mm=10.0)
    stage.wait(300)
    v = stage.world.hazard.vessels[0]
    assert v.liquid_k < 285.0
    assert stage.seen("DCS").panel.readings[stage.site.tag_index["PT-1"]] < before
    assert stage.world.hazard.leaks[0].flow_kg_s < 0.9 * first


def test_frost_shows_where_liquid_escapes_only_and_the_scale_falls():
    for side in ("liquid", "gas"):
        stage = store(side=side, leak_at="nozzle", hole_mm=8.0)
        stage.stand("OUT", "CH")
        stage.wait(2)
        first = stage.seen("DCS").panel.readings[stage.site.tag_index["WT-1"]]
        stage.wait(100)
        seen = {s.kind for s in stage.seen("OUT").seen}
        assert ("frost" in seen) is (side == "liquid")
        assert "jet" in seen
        assert stage.seen("DCS").panel.readings[stage.site.tag_index["WT-1"]] < first - 2.0


def test_a_yellow_green_cloud_is_seen():
    stage = store(hole_mm=10.0)
    stage.wait(60)
    assert any(s.kind == "cloud" for s in stage.world.sights)


def test_water_on_the_leak_boils_off_what_would_lie_on_the_ground():
    dry = store(hole_mm=10.0)
    dry.wait(90)
    wet = store(hole_mm=10.0)
    wet.wait(40)
    wet.stand("FF", "WM1")
    assert wet.act("FF", "spray", "WM-1", "jet") == ""
    wet.wait(50)
    assert wet.told("fact", subject="water_on_leak", seat="FF")
    assert wet.world.hazard.evaporated_kg > 1.15 * dry.world.hazard.evaporated_kg
    assert wet.world.hazard.pools[0].mass_kg < dry.world.hazard.pools[0].mass_kg
    jet, splashed = (s.world.hazard.leaks[0].airborne_kg_s for s in (dry, wet))
    assert splashed == pytest.approx(wet.world.hazard.leaks[0].flow_kg_s)  # nothing reaches the ground
    assert jet < 0.5 * splashed


def test_water_on_the_pool_boils_it_though_the_leak_is_shut():
    left = []
    for spray in (False, True):
        stage = store(hole_mm=10.0)
        stage.wait(60)
        set_device(stage, "HV-1", "closed", 0.0)
        if spray:
            stage.stand("FF", "WM1")
            assert stage.act("FF", "spray", "WM-1", "jet") == ""
        stage.wait(10)
        left.append(stage.world.hazard.pools[0].mass_kg)
    assert left[1] < 0.9 * left[0]


def test_fog_on_the_cloud_is_no_fault():
    stage = store()
    stage.wait(40)
    stage.stand("FF", "WM1")
    stage.act("FF", "spray", "WM-1", "fog")
    stage.wait(20)
    assert not stage.told("fact", subject="water_on_leak")


@pytest.mark.parametrize(("worn", "fact"), [
    (("antistatic",), "unprotected_entry"), (("scba",), "unprotected_entry"), (("filter",), "filter_in_hot_zone"),
    (("filter", "gastight"), "filter_in_hot_zone"), (("scba", "gastight"), ""),
])  # fmt: skip
def test_who_walks_in_and_how(worn, fact):
    stage = store(hole_mm=8.0, leak_at="nozzle")
    stage.wait(40)
    stage.stand("OUT", "RE")
    stage.put("OUT", worn=worn)
    stage.wait(2)
    stage.act("OUT", "go", "LK1")
    stage.wait(60)  # bare or badly dressed he does not get that far
    drawn = {e.subject for e in stage.told("fact", seat="OUT")}
    assert drawn & {"unprotected_entry", "filter_in_hot_zone"} == ({fact} if fact else set())


@pytest.mark.parametrize(("mate", "dressed", "alone"), [
    ("HE", True, False), ("MP-N", True, True), ("HE", False, True),
])  # fmt: skip
def test_nobody_works_alone_in_the_hot_zone(mate, dressed, alone):
    stage = store(hole_mm=8.0, leak_at="nozzle")
    stage.wait(40)
    for seat, place, worn in (("OUT", "LK1", ("scba", "gastight", "portable")), ("FF", mate, ("scba", "gastight"))):
        stage.put(seat, worn=worn if dressed or seat == "OUT" else worn[:1])
        stage.stand(seat, place)
    stage.wait(2)
    stage.act("OUT", "measure", "LK1")
    stage.wait(5)
    assert bool(stage.told("fact", subject="alone_in_hot_zone", seat="OUT")) is alone


def test_a_poisoned_detector_ends_early():
    stage = store(hole_mm=8.0, leak_at="nozzle", saturated="CL-1,CL-2")
    stage.wait(120)
    panel, tags = stage.seen("DCS").panel.readings, stage.site.tag_index
    assert panel[tags["CL-1"]] == 3.0
    assert panel[tags["CL-3"]] == 10.0


@pytest.mark.parametrize(("fails", "position"), [("no", 0.0), ("yes", 100.0)])
def test_a_dead_shut_off_valve_shows_that_it_has_not_moved(fails, position):
    stage = store(rosov_fails=fails, leak_at="line")
    stage.wait(25)
    stage.act("DCS", "esd", "ESD-1")
    stage.wait(15)
    assert stage.seen("DCS").panel.readings[stage.site.tag_index["ZS-1"]] == position
    assert (stage.world.hazard.leaks[0].flow_kg_s > 0.0) is (fails == "yes")
    set_device(stage, "HV-1", "closed", 0.0)
    stage.wait(2)
    assert stage.world.hazard.leaks[0].flow_kg_s == 0.0


def test_a_colleague_dresses_in_set_and_suit_before_going_in():
    stage = store(humans=("IC",), leak_at="nozzle", wind_from_deg=20.0)
    stage.act("IC", "alarm", "PA")
    stage.wait(30)
    stage.act("IC", "operate", "HV-1", "close", to="OUT")
    stage.wait(300)
    assert {"scba", "gastight"} <= set(stage.person("OUT").worn)
    assert stage.device("HV-1").state == "closed"
    assert not stage.told("fact", subject="unprotected_entry")
