"""Facts: conduct held against the physics, once, with the name of who is to blame. Just short of it, and at it."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.physics.properties import liquid_density_kg_m3
from sim_core.world import Vehicle
from tests.drills import SEATS, Stage, drill


def facts(stage: Stage) -> dict[str, tuple[str, str]]:
    return {e.subject: (e.seat, e.by) for e in stage.told("fact")}


def spill(**given) -> Stage:
    stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=2.0, **given))
    stage.change(sources=())
    stage.wait(40)
    return stage


def test_gas_out_and_overflow():
    stage = spill()
    assert {"overflow", "gas_out"} <= set(facts(stage))
    early = Stage(drill(overflow_at_s=60.0))
    early.wait(50)
    assert facts(early) == {}


def test_walking_in_bare_is_noted_and_with_a_set_it_is_not():
    stage = spill()
    for seat in ("OUT", "SAF"):
        stage.stand(seat, "JW")
    stage.put("SAF", worn=("scba",), air_tick=stage.tick)
    for seat in ("OUT", "SAF"):
        stage.act(seat, "go", "XV1")
    stage.wait(60)
    assert facts(stage)["unprotected_entry"] == ("OUT", "")


def test_standing_where_vapour_comes_is_no_entry():
    stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=2.0))
    stage.stand("OUT", "RB")
    stage.wait(60)
    assert stage.met_lel("OUT") > 20.0
    assert "unprotected_entry" not in facts(stage)


def test_a_colleague_sent_in_bare_is_the_senders_fault():
    stage = Stage(drill(humans=("IC",), overflow_at_s=3.0, wind_speed_m_s=2.0))
    stage.wait(20)
    stage.stand("OUT", "JW")
    stage.act("IC", "measure", "XV1", to="OUT", words=(("ppe", "none"),))
    stage.wait(80)
    assert facts(stage)["unprotected_entry"] == ("OUT", "IC")


def test_an_engine_is_driven_into_the_cloud_by_somebody():
    stage = spill()
    stage.change(vehicles=(stage.world.vehicles[0], Vehicle("engine", 20.0, -20.0, 0, engine=False, by="FF")))
    stage.wait(2)
    assert "engine_in_cloud" not in facts(stage)
    stage.change(vehicles=(stage.world.vehicles[0], replace(stage.world.vehicles[1], engine=True)))
    stage.wait(1.1)
    assert facts(stage)["engine_in_cloud"] == ("", "FF")


def test_filling_on_for_two_minutes_after_a_reset():
    stage = Stage(drill(humans=("IC", "DCS"), overflow_at_s=3.0))
    stage.change(sources=())
    stage.act("DCS", "operate", "DCS", "reset")
    stage.wait(120)
    assert "filling_after_reset" not in facts(stage)
    stage.wait(5)
    assert facts(stage)["filling_after_reset"] == ("", "DCS")


def test_filling_stopped_in_time_is_no_fault():
    stage = Stage(drill(humans=("IC", "DCS"), overflow_at_s=3.0))
    stage.act("DCS", "operate", "DCS", "reset")
    stage.wait(60)
    stage.act("DCS", "operate", "P-101", "stop")
    stage.wait(90)
    assert "filling_after_reset" not in facts(stage)


def test_a_drain_opened_to_the_outside():
    stage = Stage(drill(overflow_at_s=3.0))
    stage.stand("OUT", "DV1")
    stage.act("OUT", "operate", "DV-1", "open")
    stage.wait(2)
    assert facts(stage)["dike_drain_opened"] == ("", "OUT")


def test_a_drain_behind_a_shut_outfall_is_no_fault():
    stage = Stage(drill(overflow_at_s=3.0))
    stage.act("DCS", "operate", "OV-1", "close")
    stage.wait(20)
    stage.stand("OUT", "DV1")
    stage.act("OUT", "operate", "DV-1", "open")
    stage.wait(25)
    assert stage.device("DV-1").state == "open" and "dike_drain_opened" not in facts(stage)


def test_a_drain_that_was_left_open_is_nobodys_deed_and_to_shut_it_is_none_either():
    keys = drill_keys(7)
    stage = Stage(build(load("loading_arm_leak"), keys.hidden, keys.world, SEATS, hidden={"drain": "open"}))
    stage.wait(60)
    assert stage.world.hazard.drained_kg > 0.0 and stage.device("OV-1").state == "open"
    stage.stand("OUT", "DV1")
    stage.act("OUT", "operate", "DV-1", "close")
    stage.wait(30)
    assert stage.device("DV-1").state == "closed" and "dike_drain_opened" not in facts(stage)
    stage.act("OUT", "operate", "DV-1", "open")
    stage.wait(2)
    assert facts(stage)["dike_drain_opened"] == ("", "OUT")


def test_a_full_bund():
    stage = spill()
    bund = stage.site.bunds[0]
    density = liquid_density_kg_m3(stage.rules.incident.substance, stage.world.hazard.pools[0].temperature_k)
    pool = replace(stage.world.hazard.pools[0], mass_kg=bund.area_m2 * bund.wall_m * density, area_m2=bund.area_m2)
    stage.change(hazard=replace(stage.world.hazard, pools=(pool, stage.world.hazard.pools[1])))
    stage.wait(1.1)
    assert "bund_overfull" in facts(stage) and stage.world.hazard.drained_kg > 0.0


def test_the_end_says_what_was_spilled_and_whether_it_was_stopped():
    for stop in (True, False):
        stage = Stage(drill(overflow_at_s=3.0))
        stage.wait(10)
        if stop:
            stage.act("DCS", "operate", "P-101", "stop")
        stage.wait(20)
        stage.act("IC", "handover")
        stage.wait(21)
        assert ("filling_stopped" in facts(stage)) is stop
        assert stage.told("fact", subject="released")[0].value == stage.world.hazard.spilled_kg > 0.0
