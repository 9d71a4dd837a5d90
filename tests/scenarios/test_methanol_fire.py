"""What this scenario promises beyond what every scenario holds: a flame that no eye sees by day, the right foam,
a river, a tank that burns only where nobody cooled it."""

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys
from tests.drills import put
from tests.methanols import isolate, spilled

SCENARIO = load("methanol_fire")
SOUND = {"bund_fire": "yes", "night": "no", "foam_type": "right", "drain": "closed", "blanket": "sound"}
REQUIRED = {
    "RECOG": (60, False), "ALARM": (60, False), "PUMP_STOP": (90, True), "RAINVALVE": (240, True),
    "FOAM_CHECK": (480, True), "FOAM": (720, False), "PPE": (0, False), "ZONE": (300, False), "COUNT": (600, False),
    "CALL119": (180, False), "REPORT_HEAD": (300, False),
}  # fmt: skip


def marked(policy="expert", seed=3, **hidden):
    keys = drill_keys(seed)
    played = play(build(SCENARIO, keys.hidden, keys.world, hidden={**SOUND, **hidden}), SCENARIO.policies[policy])
    sheet = prefill(played.events, SCENARIO.rubric, ("IC",), played.point.world.tick)
    return sheet, {line.item_id: line for line in sheet.lines}, set(played.point.world.facts)


def flames(stage, seat):
    return [s.state for s in stage.seen(seat).seen if s.kind == "fire" and s.id == "B1"]


def test_every_act_that_is_asked_for_has_its_item_with_target_limit_floor_and_mark():
    items = {item.act: item for item in SCENARIO.rubric.items if item.act}
    for code, (target, critical) in REQUIRED.items():
        item = items[code]
        assert (item.target_s, item.critical) == (target, critical), code
        if target:
            assert item.limit_s == min(3 * target, SCENARIO.duration_s), code
            assert item.floor_s == pytest.approx(0.1 * target), code


@pytest.mark.parametrize(("night", "seen"), [("no", []), ("yes", ["burning"])])
def test_by_day_eyes_see_only_a_pool_where_by_night_they_see_a_flame(night, seen):
    stage = spilled(night=night)
    stage.stand("OUT", "RB")
    stage.wait(5.0)
    assert flames(stage, "OUT") == seen
    assert any(s.kind == "pool" for s in stage.seen("OUT").seen) == (night == "no")


@pytest.mark.parametrize(("alight", "word"), [("yes", "burning"), ("no", "not_burning")])
def test_the_thermal_camera_tells_whether_it_burns(alight, word):
    stage = spilled(bund_fire=alight)
    stage.stand("OUT", "PH")
    assert stage.act("OUT", "record") == ""
    stage.wait(10.0)
    assert [(n.subject, n.word) for n in stage.person("OUT").notes if n.topic == "flame"] == [("B1", word)]


def test_going_in_without_a_look_is_a_fact_and_after_one_it_is_not_for_five_minutes():
    blind, looked = spilled(bund_fire="no"), spilled(bund_fire="no")
    looked.stand("OUT", "PH")
    looked.act("OUT", "record")
    for stage in (blind, looked):
        stage.wait(10.0)
        stage.stand("OUT", "RB")
        stage.wait(2.0)
        stage.walk("OUT", "BS")
        stage.wait(2.0)
    assert "unseen_entered" in blind.world.facts
    assert "unseen_entered" not in looked.world.facts
    looked.walk("OUT", "RB")
    looked.wait(300.0)
    looked.walk("OUT", "BS")
    looked.wait(2.0)
    assert "unseen_entered" in looked.world.facts


def test_common_foam_does_nothing_to_it_and_the_right_one_puts_it_out():
    right, unfit = spilled(), spilled(foam_type="unfit")
    for stage in (right, unfit):
        isolate(stage)
        put(stage, FM_1="open", FM_2="open")
        stage.wait(180.0)
    assert right.world.hazard.fires_kw[0] == 0.0
    assert unfit.world.hazard.fires_kw[0] > 0.0
    assert unfit.world.foam_stock_l < 8000.0


def test_foam_that_nobody_checked_is_a_fact_even_where_it_happens_to_fit():
    stage = spilled()
    stage.stand("FF", "FM1")
    stage.act("FF", "foam", "FM-1", "start")
    stage.wait(21.0)
    assert "foam_unchecked_started" in stage.world.facts
    assert "foam_unfit_started" not in stage.world.facts


def test_an_open_drain_reaches_the_river_until_the_outfall_is_shut():
    """100 mm under 3 cm of methanol: some 2.9 kg/s by rho Cd A sqrt(2 g h)."""
    open_way, shut = spilled(bund_fire="no", drain="open"), spilled(bund_fire="no", drain="open")
    put(shut, OV_1="closed")
    for stage in (open_way, shut):
        stage.wait(100.0)
    assert open_way.world.hazard.tank_fires.product_out_kg == pytest.approx(100.0 * 2.95, rel=0.05)
    assert shut.world.hazard.tank_fires.product_out_kg == 0.0
    open_way.wait(450.0)
    shut.wait(450.0)
    assert "product_out" in open_way.world.facts
    assert "product_out" not in shut.world.facts


@pytest.mark.parametrize("outfall", ["open", "closed"])
def test_water_on_the_spill_is_flushing_only_while_the_way_out_is_open(outfall):
    stage = spilled()
    put(stage, WM_2="jet", OV_1=outfall)
    stage.wait(30.0)
    assert ("flushed_out" in stage.world.facts) == (outfall == "open")
    assert stage.world.tanks[0].level_m < 9.2  # nothing goes through a shut roof


@pytest.mark.parametrize(
    ("blanket", "cooled", "burns"), [("lost", False, True), ("sound", False, False), ("lost", True, False)]
)
def test_the_tank_catches_fire_only_where_its_blanket_is_lost_and_nobody_cools_it(blanket, cooled, burns):
    stage = spilled(blanket=blanket, spill_m3=30.0, foam_type="unfit")
    if cooled:
        put(stage, CW_301="open", CW_302="open")
    stage.wait(1000.0)
    assert ("tank_lit" in stage.world.facts) == burns


@pytest.mark.parametrize("hidden", [{}, {"bund_fire": "no"}, {"spill_m3": 30.0, "drain": "open", "blanket": "lost"}])
def test_where_the_foam_fits_the_pool_is_covered(hidden):
    sheet, lines, facts = marked(**hidden)
    assert {"foam_attack", "pool_covered"} <= facts
    assert lines["FOAM"].points == lines["FOAM"].max_points
    assert sheet.score_raw >= 95


def test_where_the_foam_is_wrong_defence_earns_the_item():
    sheet, lines, facts = marked(foam_type="unfit", spill_m3=30.0, blanket="lost")
    assert lines["FOAM"].points == lines["FOAM"].max_points
    assert not {"foam_attack", "tank_lit"} & facts
    assert sheet.passed
