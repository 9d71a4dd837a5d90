"""Gas at an arc, slag on what lies below, a fire that goes back into the tank: reached by doing the wrong thing."""

from dataclasses import replace

import pytest

from scenarios.rules.special_work.igniting import blast_pa
from sim_core.physics import flash_fire_zone
from tests.drills import Stage, put
from tests.works import at_work, facts, now, ready, set_work, work


def welding(**hidden: float | str) -> Stage:
    stage = work("hot_work", **hidden)
    ready(stage)
    stage.wait(1.1)
    at_work(stage)
    return stage


def leak(stage: Stage, kg_s: float) -> None:
    """Set the stage: so much comes out at the draw-off now."""
    out = list(now(stage).outflows)
    out[0] = replace(out[0], full_kg_s=kg_s, kg_s=kg_s, start_tick=0)
    set_work(stage, outflows=tuple(out))


def test_gas_at_the_arc_burns_and_gas_without_one_does_not():
    stage = welding()
    leak(stage, 0.6)
    stage.wait(3)
    assert {"ignition", "fire_begun"} <= set(facts(stage)) and facts(stage)["ignition"] == "IC"
    assert stage.told("harm", subject="crew")
    cold = work("hot_work")
    leak(cold, 0.6)
    cold.wait(10)
    assert "ignition" not in facts(cold)


def test_thin_gas_does_not_burn():
    stage = welding()
    leak(stage, 0.05)
    stage.wait(20)
    met = stage.world.hazard.air_crowds[0][0]
    assert met > 0.0 and flash_fire_zone.zone(met, stage.rules.incident.lfl) == ""  # type: ignore[attr-defined]
    assert "ignition" not in facts(stage)


def test_a_camera_that_is_not_ex_ignites_after_the_arc_is_out():
    stage = welding(camera="not_ex")
    stage.act("IC", "stop_work")
    stage.wait(18)
    assert now(stage).stage == "stopped"
    leak(stage, 0.6)
    stage.wait(4)
    assert "ignition" in facts(stage)
    sound = welding()
    sound.act("IC", "stop_work")
    sound.wait(18)
    leak(sound, 0.6)
    sound.wait(4)
    assert "ignition" not in facts(sound)


@pytest.mark.parametrize(("blanket", "burns"), [("stowed", True), ("placed", False)])
def test_slag_sets_fire_to_what_is_not_covered(blanket, burns):
    stage = welding()
    put(stage, GF_1=blanket)
    stage.wait(88)
    assert "fire_begun" not in facts(stage)
    stage.wait(5)
    assert ("fire_begun" in facts(stage)) is burns


def test_without_the_blind_the_pipe_flashes_as_the_work_begins_and_the_fire_goes_back_into_the_tank():
    stage = work("hot_work", blind="missing", fire_slag_s=0.0)
    ready(stage)
    put(stage, BL_1="open", BL_2="open")
    stage.wait(1.1)
    at_work(stage)
    stage.wait(2)
    assert "ignition" in facts(stage) and "tank_explosion" not in facts(stage)
    stage.wait(57)
    assert "tank_explosion" not in facts(stage)
    stage.wait(5)
    assert "tank_explosion" in facts(stage)
    put_in = welding(blind="missing")  # `ready` has put it in
    put_in.wait(70)
    assert not {"ignition", "tank_explosion"} & set(facts(put_in))


def test_a_fire_that_is_put_out_in_time_does_not_go_back():
    stage = work("hot_work", blind="missing", fire_slag_s=0.0)
    ready(stage)
    put(stage, BL_1="open", BL_2="open")
    at_work(stage)
    stage.wait(2)
    stage.put("ATT", state="fit")
    stage.act("ATT", "extinguish", "HW")
    stage.wait(90)
    assert "tank_explosion" not in facts(stage) and now(stage).fire_tick < 0


def test_an_incipient_fire_is_one_for_three_minutes():
    stage = work("hot_work")
    set_work(stage, fire_tick=stage.tick, fire_at="HW")
    stage.wait(178)
    assert "fire_spread" not in facts(stage)
    stage.wait(4)
    assert "fire_spread" in facts(stage)


def test_the_blast_of_a_roof_full_of_vapour_falls_off():
    near, far = blast_pa(8.0e7, 5.0), blast_pa(8.0e7, 50.0)
    assert near[0] > 20_000.0 > far[0] > 0.0 and near[1] > far[1] > 0.0


def test_through_a_drain_that_is_not_covered_gas_comes_before_the_cloud():
    def at_the_arc(cover: str) -> float:
        stage = work("hot_work", drain_lel="15", wind_from_deg=180.0)  # the cloud of the draw-off goes elsewhere
        put(stage, GC_1=cover)
        due = (replace(o, start_tick=0) if o.full_kg_s else o for o in now(stage).outflows)
        set_work(stage, outflows=tuple(due))
        stage.wait(90)
        return stage.world.hazard.air_people[stage.index("ATT")][0]

    assert at_the_arc("placed") < 1.0e-5 < 1.0e-3 < at_the_arc("stowed")
