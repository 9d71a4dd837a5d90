"""What is forgotten and what comes of it: height, current, trench, load, road. Just short of it, and at it."""

from dataclasses import replace

import pytest

from scenarios.rules.special_work.digging import stands_m
from sim_core.draft import Draft
from sim_core.physics.incapacitation import ASPHYXIA_S
from sim_core.world import TICKS_PER_S
from tests.drills import Stage, put
from tests.works import at_work, facts, now, ready, set_work, work


def going(scenario_id: str, **hidden: float | str) -> Stage:
    """Set the stage: the work has just begun with everything as it should be, but for what is given."""
    stage = work(scenario_id, **hidden)
    ready(stage)
    stage.wait(1.1)
    at_work(stage)
    return stage


def blows(stage: Stage, speed_m_s: float) -> None:
    """Set the stage: the mean wind is so strong."""
    stage.change(weather=replace(stage.world.weather, base_speed_m_s=speed_m_s))


def casualties(stage: Stage) -> dict[str, tuple[str, bool]]:
    return {c.id: (c.place, c.breathing) for c in stage.world.casualties}


# ---- height


@pytest.mark.parametrize(("line", "anchor", "told"), [
    ("placed", "sound", "fall_arrested"), ("placed", "loose", "fell"), ("stowed", "sound", "fell"),
])  # fmt: skip
def test_a_board_that_does_not_bear_and_the_line_that_holds_or_does_not(line, anchor, told):
    stage = going("work_at_height", boards="rotten", anchor=anchor)
    put(stage, LL_1=line)
    stage.wait(57)
    assert not {"fell", "fall_arrested"} & set(facts(stage))
    stage.wait(5)
    assert {"fell", "fall_arrested"} & set(facts(stage)) == {told}
    assert casualties(stage) == ({"W1": ("PF", True)} if told == "fell" else {})
    assert now(stage).stage == "stopped"


def test_new_boards_bear():
    stage = going("work_at_height", boards="rotten")
    put(stage, BD_1="placed")
    stage.wait(90)
    assert not {"fell", "fall_arrested"} & set(facts(stage))


@pytest.mark.parametrize(("speed_m_s", "falls"), [(7.0, False), (14.0, True)])
def test_a_strong_wind_takes_the_hold_after_a_while(speed_m_s, falls):
    stage = going("work_at_height")
    put(stage, LL_1="stowed")
    blows(stage, speed_m_s)
    stage.wait(60)
    assert "fell" not in facts(stage)
    stage.wait(30)
    assert ("fell" in facts(stage)) is falls


def test_the_wind_rises_when_it_is_due_and_to_what_was_drawn():
    stage = work("work_at_height", wind_s=330.0, wind_to_m_s=13.0)
    set_work(stage, wind_tick=200)
    stage.wait(9)
    assert stage.world.weather.base_speed_m_s == 3.5
    stage.wait(12)
    assert 4.5 < stage.world.weather.base_speed_m_s < 5.5
    stage.wait(90)
    assert stage.world.weather.base_speed_m_s == 13.0


# ---- current


@pytest.mark.parametrize(("breaker", "shocked"), [("running", True), ("stopped", False)])
def test_hands_on_a_conductor_that_is_live(breaker, shocked):
    stage = going("temporary_power")
    put(stage, PB_1=breaker)
    stage.wait(22)
    assert "shocked" not in facts(stage)
    stage.wait(6)
    assert ("shocked" in facts(stage)) is shocked
    assert casualties(stage) == ({"W1": ("TP", False)} if shocked else {})


@pytest.mark.parametrize("locked", [True, False])
def test_somebody_switches_on_again_what_bears_no_lock(locked):
    stage = going("temporary_power")
    set_work(stage, restores_tick=stage.tick + 40 - stage.tick % 20, locked=("PB-1",) if locked else ())
    stage.wait(30)
    assert (stage.device("PB-1").state == "running") is not locked
    assert ("lock_held" in facts(stage)) is locked and ("shocked" in facts(stage)) is not locked


@pytest.mark.parametrize(("box", "told"), [("ex_with_rcd", "rcd_tripped"), ("not_ex", "shocked")])
def test_a_damaged_cable_bites_unless_the_rcd_trips(box, told):
    stage = going("temporary_power", cable="damaged", box=box)
    stage.wait(65)
    assert {"rcd_tripped", "shocked"} & set(facts(stage)) == {told}
    mended = going("temporary_power", cable="damaged", box=box)
    put(mended, CB_1="placed")
    mended.wait(65)
    assert not {"rcd_tripped", "shocked"} & set(facts(mended))


def test_who_does_not_breathe_dies_after_minutes_and_is_saved_by_resuscitation():
    stage = going("temporary_power")
    put(stage, PB_1="running")
    stage.wait(28)
    saved = casualties(stage)
    assert saved["W1"] == ("TP", False)
    stage.wait(ASPHYXIA_S - 30)
    assert not stage.told("harm", detail="dead")
    stage.stand("ATT", "TP")
    at_once = stage.point
    stage.wait(40)
    assert [e.subject for e in stage.told("harm", detail="dead")] == ["W1"]
    stage.point, stage.events = at_once, []
    stage.act("ATT", "cpr", "W1")
    stage.put("ATT", doing=replace(stage.person("ATT").doing, until_tick=stage.tick + 1))  # type: ignore[type-var]
    stage.wait(60)
    assert not stage.told("harm", detail="dead")


# ---- trench


@pytest.mark.parametrize(("ground", "lorry", "stands"), [
    ("soft", False, 4 * 8.0 / 18.0), ("firm", False, 4 * 10.4 / 18.0), ("firm", True, (4 * 10.4 - 20.0) / 18.0),
])  # fmt: skip
def test_how_deep_the_wall_stands_by_hand(ground, lorry, stands):
    stage = going("excavation", ground=ground)
    if lorry:
        here = stage.site.place["TE"]
        others = replace(stage.world.crowds[1], place="TE", x_m=here.x_m, y_m=here.y_m)
        stage.change(crowds=(stage.world.crowds[0], others))
    rules = stage.rules
    assert stands_m(Draft(stage.world), rules, rules.incident.trench) == pytest.approx(stands)  # type: ignore[arg-type, attr-defined]


@pytest.mark.parametrize("shoring", ["placed", "stowed"])
def test_soft_ground_cracks_and_then_buries_who_digs_deeper_unless_it_is_shored(shoring):
    stage = going("excavation", ground="soft")
    put(stage, SH_1=shoring)
    set_work(stage, depth_m=1.45)
    stage.wait(2)
    assert "cracking" not in [s.state for s in stage.world.sights]
    set_work(stage, depth_m=1.55)
    stage.wait(2)
    assert ("cracking" in [s.state for s in stage.world.sights]) is (shoring == "stowed")
    set_work(stage, depth_m=1.77)
    stage.wait(2)
    assert ("trench_collapsed" in facts(stage)) is (shoring == "stowed")
    assert casualties(stage) == ({"W1": ("TR", False)} if shoring == "stowed" else {})


@pytest.mark.parametrize(("cable", "trial", "breaker", "hit"), [
    ("there", "stowed", "running", True), ("there", "placed", "running", False), ("there", "stowed", "stopped", False),
    ("none", "stowed", "running", False),
])  # fmt: skip
def test_a_live_cable_that_nobody_looked_for(cable, trial, breaker, hit):
    stage = going("excavation", cable=cable)
    put(stage, TH_1=trial, PB_2=breaker)
    set_work(stage, depth_m=0.66)
    stage.wait(5)
    assert ("cable_hit" in facts(stage)) is hit


def test_the_trench_is_dug_no_deeper_than_it_must_be():
    stage = going("excavation")
    set_work(stage, depth_m=2.39)
    stage.wait(5)
    assert now(stage).depth_m == 2.4


# ---- load


@pytest.mark.parametrize(("load", "ground", "leans"), [
    ("as_paper", "firm", False), ("heavier", "firm", True), ("as_paper", "soft", True),
])  # fmt: skip
def test_too_heavy_or_too_soft_it_leans_and_then_falls(load, ground, leans):
    stage = going("lifting", load=load, ground=ground)
    stage.wait(18)
    assert [s.state for s in stage.world.sights if s.kind == "work"] == ["working"]
    stage.wait(5)
    assert [s.state for s in stage.world.sights if s.kind == "work"] == ["leaning" if leans else "hanging"]
    stage.wait(84)
    assert "load_dropped" not in facts(stage)
    stage.wait(8)
    assert ("load_dropped" in facts(stage)) is leans
    assert bool(casualties(stage)) is leans


def test_who_stands_below_is_struck_and_a_pipe_that_it_falls_on_leaks():
    stage = going("lifting", load="heavier")
    stage.stand("OUT", "LF")
    stage.wait(125)
    assert stage.person("OUT").state == "down" and [e.subject for e in stage.told("harm")] == ["OUT", "W1"]
    assert now(stage).outflows[0].kg_s > 0.0
    assert now(going("lifting")).outflows[0].kg_s == 0.0


def test_mats_and_another_crane_put_it_right():
    stage = going("lifting", load="heavier", ground="soft")
    put(stage, MT_1="placed")
    stage.act("IC", "call", "contractor")
    stage.wait(31)
    assert now(stage).mended == ("load",)
    stage.wait(120)
    assert "load_dropped" not in facts(stage)


def test_a_load_that_swings_in_the_wind_is_put_down_in_time_or_falls():
    stage = going("lifting")
    stage.wait(22)
    blows(stage, 14.0)
    stage.wait(60)
    assert [s.state for s in stage.world.sights if s.kind == "work"] == ["swinging"]
    stage.act("IC", "stop_work")
    stage.wait(120)
    assert "load_dropped" not in facts(stage) and now(stage).leans_tick == -1
    left = going("lifting")
    left.wait(22)
    blows(left, 14.0)
    left.wait(115)
    assert "load_dropped" in facts(left)


# ---- road


def car_comes(stage: Stage, n: int = 0) -> None:
    """Set the stage: a vehicle sets out along the road."""
    v = stage.world.vehicles[n]
    way = ((140.0, -14.0), (30.0, -14.0), (-12.0, -14.0))
    off = replace(v, x_m=70.0, y_m=-14.0, route=way[1:], start_tick=stage.tick + 1, tick=stage.tick, engine=True)
    stage.change(vehicles=tuple(off if k == n else one for k, one in enumerate(stage.world.vehicles)))


@pytest.mark.parametrize(("night", "lights", "barriers", "told"), [
    ("no", "stowed", "placed", "car_stopped"), ("no", "stowed", "stowed", "car_in_the_cut"),
    ("yes", "stowed", "placed", "car_in_the_cut"), ("yes", "placed", "placed", "car_stopped"),
])  # fmt: skip
def test_a_car_sees_the_closed_road_or_drives_into_the_cut(night, lights, barriers, told):
    stage = going("road_breaking", night=night)
    put(stage, RB_W=barriers, RB_E=barriers, WL_1=lights)
    car_comes(stage)
    stage.wait(12)
    assert {"car_stopped", "car_in_the_cut"} & set(facts(stage)) == {told}
    assert bool(casualties(stage)) is (told == "car_in_the_cut")


def test_the_fire_engine_waits_for_plates_and_an_open_barrier():
    stage = going("road_breaking")
    car_comes(stage, 1)
    stage.wait(15)
    assert now(stage).held_tick > 0
    assert [m.topic for m in stage.person("IC").inbox] == ["engine_needed"]
    put(stage, SB_1="placed")
    stage.wait(5)
    assert now(stage).held_tick > 0
    put(stage, RB_E="stowed")
    stage.wait(2)
    assert now(stage).held_tick == -1 and "engine_passed" in facts(stage) and "engine_held_up" not in facts(stage)
    stage.wait(20)
    assert stage.world.vehicles[1].x_m < 0.0


def test_held_up_for_too_long_is_a_fact():
    stage = going("road_breaking")
    car_comes(stage, 1)
    stage.wait(15)
    held = now(stage).held_tick
    stage.wait(90 - (stage.tick - held) / TICKS_PER_S - 1)
    assert "engine_held_up" not in facts(stage)
    stage.wait(3)
    assert "engine_held_up" in facts(stage)


@pytest.mark.parametrize(("gas", "drain", "lit"), [("22", "open", True), ("22", "closed", False), ("0", "open", False)])
def test_breaking_the_road_over_a_culvert_with_gas_in_it_flashes(gas, drain, lit):
    stage = work("road_breaking", culvert_lel=gas)
    ready(stage)
    put(stage, OV_1=drain)
    stage.wait(1.1)
    at_work(stage)
    stage.wait(5)
    assert ("ignition" in facts(stage)) is lit


# ---- the watcher is called away


def test_the_watcher_goes_when_somebody_calls_him_and_comes_back_when_the_commander_does():
    stage = work("blind_plate", humans=("IC", "GAS", "OUT"), calls_s="250")
    set_work(stage, calls_tick=100)
    stage.wait(40)
    assert stage.person("ATT").place == "RS"
    stage.act("IC", "go", "BP", to="ATT")
    stage.wait(45)
    assert stage.person("ATT").place == "BP"


def test_a_call_to_the_contractor_puts_the_card_right_and_nothing_else():
    stage = work("blind_plate", card="expired", list="wrong_flange")
    stage.act("IC", "call", "contractor")
    stage.wait(31)
    assert now(stage).mended == ("card",)


@pytest.mark.parametrize("looked", [("TR",), ("TR", "TE")])
def test_what_nobody_has_looked_at_is_told_when_the_work_begins(looked):
    stage = work("excavation")
    ready(stage)
    set_work(stage, looked=looked)
    at_work(stage)
    assert ("work_unlooked" in facts(stage)) is (len(looked) == 1)
