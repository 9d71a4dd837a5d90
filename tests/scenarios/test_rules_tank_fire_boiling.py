"""The hot zone of burning crude: how it sinks, what hastens and what stops it, its signs, and what it throws out."""

from dataclasses import replace

import pytest

from tests.crudes import BURN_M_H, blaze, bring, crude, fires, gap_m
from tests.drills import Stage, put


def facts(stage: Stage) -> set[str]:
    return set(stage.world.facts)


@pytest.mark.parametrize(("oil", "zone", "left"), [(10.0, 1.0, 20.0), (4.0, 0.3, 42.0), (18.0, 1.5, 18.0)])
def test_it_opens_late_in_the_fire_with_so_much_oil_left_as_the_rates_ask_for(oil, zone, left):
    """gap = (zone + burn) x time left; what has burned away is the burn rate over the hours before."""
    stage = crude(oil_m=oil, hot_zone_m_h=zone, left_min=left, water_m=0.5)
    assert gap_m(stage) == pytest.approx((zone + BURN_M_H) * left / 60.0, rel=0.01)
    before_h = oil / (zone + BURN_M_H) - left / 60.0
    assert stage.world.tanks[0].level_m == pytest.approx(0.5 + oil - BURN_M_H * before_h, rel=0.01)
    assert blaze(stage).bottom_m == 0.5 < blaze(stage).hot_m < stage.world.tanks[0].level_m


def test_the_zone_sinks_at_its_rate_and_not_once_the_fire_is_covered():
    stage = crude(left_min=40.0)
    before = gap_m(stage)
    stage.wait(60)
    assert before - gap_m(stage) == pytest.approx(1.14 / 60.0, rel=0.02)
    now = fires(stage)
    covered = (replace(now.tanks[0], covered=0.9), *now.tanks[1:])
    stage.change(hazard=replace(stage.world.hazard, tank_fires=replace(now, tanks=covered)))
    before = gap_m(stage)
    stage.wait(10)
    assert before - gap_m(stage) < 0.2 * 1.14 / 360.0


def test_signs_come_in_their_order_and_then_it_boils_over():
    """15 min before it fries, 5 min before it slops; then steam throws out four tenths of the oil."""
    stage = crude(left_min=18.0, hot_zone_m_h=1.5)
    oil_m = stage.world.tanks[0].level_m - 0.5
    stage.stand("FF", "CP-E")
    course = ((910.0, False, False), (890.0, True, False), (310.0, True, False), (290.0, True, True))
    for left_s, frying, slopping in course:
        bring(stage, left_s)
        stage.wait(2.1)
        seen = stage.seen("FF")
        assert ("frying" in seen.heard) == frying, left_s
        assert ("slopping" in [s.state for s in seen.seen if s.kind == "boil_over"]) == slopping, left_s
    bring(stage, 5.0)
    stage.wait(3)
    assert "boil_over" not in facts(stage)
    stage.wait(5)
    thrown = stage.told("fact", subject="boil_over")[0].value
    assert thrown == pytest.approx(0.4 * oil_m * 314.16 * 860.0, rel=0.03)
    assert "bund_fire" in facts(stage) and stage.world.hazard.fires_kw[0] > 0.0
    assert blaze(stage).bottom_m == 0.0
    assert "over" in [s.state for s in stage.seen("FF").seen if s.kind == "boil_over"]
    stage.wait(62)
    assert "boil_over" not in [s.kind for s in stage.seen("FF").seen]


@pytest.mark.parametrize(("place", "state"), [
    ("RA", "dead"), ("RB", "dead"), ("PH", "down"), ("JE", "down"), ("CP-E", "fit"), ("CR", "fit"),
])  # fmt: skip
def test_the_wave_reaches_ten_diameters_downwind(place, state):
    """Wind from the west: JE stands 176 m east of the tank, the post 237 m; 200 m are ten diameters."""
    stage = crude(left_min=18.0, hot_zone_m_h=1.5, wind_from_deg=270.0)
    for seat in ("IC", "DCS", "SAF", "FF", "LIA"):
        stage.stand(seat, "CR")
    stage.stand("FF", place)
    bring(stage, 3.0)
    stage.wait(6)
    assert "boil_over" in facts(stage)
    assert stage.person("FF").state == state


def test_upwind_it_reaches_half_as_far():
    for bearing, state in ((270.0, "down"), (90.0, "fit")):
        stage = crude(left_min=18.0, hot_zone_m_h=1.5, wind_from_deg=bearing)
        stage.stand("SAF", "CR")
        stage.stand("FF", "PH")
        bring(stage, 3.0)
        stage.wait(6)
        assert stage.person("FF").state == state


def test_product_pumped_out_from_over_the_water_brings_it_on():
    stage, left = crude(left_min=20.0), crude(left_min=20.0)
    put(stage, XV_311="open", XV_303="open", P_302="running")
    for one in (stage, left):
        one.wait(60)
    before = gap_m(left) - gap_m(stage)
    for one in (stage, left):
        one.wait(60)
    assert gap_m(left) - gap_m(stage) - before == pytest.approx(400.0 / 314.16 / 60.0, rel=0.02)
    assert blaze(stage).bottom_m == 0.5
    for one in (stage, left):
        bring(one, 1000.0)
        one.wait(120)
    assert "bottom_uncovered" in facts(stage) and "bottom_uncovered" not in facts(left)
    for one in (stage, left):
        bring(one, 30.0)
        one.wait(20)
    assert "boil_over" in facts(stage) and "boil_over" not in facts(left)


def test_water_drawn_off_in_time_leaves_nothing_to_boil():
    """0.1 m on 314 m2 are 31 m3: 16 min at 120 m3/h."""
    stage = crude(left_min=20.0, water_m=0.1)
    gap = gap_m(stage)
    put(stage, WD_301="open", XV_304="open", P_304="running")
    stage.wait(120)
    assert gap_m(stage) == pytest.approx(gap - 1.14 / 30.0, rel=0.05)  # the water goes, the oil over it stays
    now = fires(stage)
    dry = (replace(now.tanks[0], bottom_m=0.001, hot_m=0.3), *now.tanks[1:])
    stage.change(hazard=replace(stage.world.hazard, tank_fires=replace(now, tanks=dry)))
    stage.wait(20)
    assert blaze(stage).bottom_m == 0.0 < blaze(stage).hot_m
    bring(stage, 2.0)
    stage.wait(5)
    assert blaze(stage).hot_m < 0.01
    assert not {"boil_over", "bottom_uncovered"} & facts(stage)


def test_water_from_a_monitor_onto_the_oil_throws_it_out_at_once():
    stage = crude(left_min=40.0)
    stage.stand("FF", "WM1")
    stage.act("FF", "spray", "WM-1", "jet")
    stage.wait(11)
    assert stage.told("fact", subject="water_on_crude")[0].by == "FF"
    assert "bund_fire" in facts(stage)
    kg = stage.world.hazard.spilled_kg
    stage.wait(10)
    assert stage.world.hazard.spilled_kg - kg == pytest.approx(10 * 10.0 * 50.0, rel=0.01)  # 3000 L/min are 50 kg/s
    assert blaze(stage).bottom_m == 0.5


def test_fog_on_the_shell_throws_nothing():
    stage = crude(left_min=40.0)
    stage.stand("FF", "WM1")
    stage.act("FF", "spray", "WM-1", "fog")
    stage.wait(30)
    assert not {"water_on_crude", "bund_fire"} & facts(stage)


@pytest.mark.parametrize(("camera", "shown", "word"), [("yes", 0.35, "camera"), ("no", 0.3, "film")])
def test_the_hot_line_is_read_from_within_sight_as_finely_as_the_means_allow(camera, shown, word):
    stage = crude(left_min=20.0, thermal_camera=camera)  # 1.14 m/h x 20 min = 0.38 m
    for place, sees in (("CP-E", False), ("LK-E", True)):
        stage.stand("SAF", place)
        stage.act("SAF", "record")
        stage.wait(8.1)
        lines = [n for n in stage.person("SAF").notes if n.topic == "hot_line"]
        assert bool(lines) == sees
    assert lines[-1].value == pytest.approx(shown) and lines[-1].word == word


@pytest.mark.parametrize(("detail", "fact"), [
    ("within_5", "time_fixed_safe"), ("within_15", "time_fixed_safe"), ("within_20", "time_fixed_late"),
    ("within_60", "time_fixed_late"),
])  # fmt: skip
def test_a_time_to_be_out_by_is_held_against_what_is_left(detail, fact):
    stage = crude(left_min=20.0)
    assert stage.act("IC", "fix_time", "", detail) == ""
    stage.wait(5.1)
    assert fact in facts(stage)
    assert stage.act("IC", "fix_time", "", "within_7") == "bad_value"


@pytest.mark.parametrize(("left_s", "safe"), [(2900.0, True), (3200.0, False)])
def test_a_time_of_less_than_a_tenth_of_what_is_left_tells_nothing(left_s, safe):
    stage = crude(left_min=42.0)
    bring(stage, left_s)
    stage.act("IC", "fix_time", "", "within_5")
    stage.wait(5.1)
    assert ("time_fixed_safe" in facts(stage)) == safe
    assert "time_fixed_late" not in facts(stage)


def test_who_is_urged_to_stay_says_so_and_leaves_at_the_second_signal():
    stage = crude(("IC",), pressure="yes")
    stage.stand("FF", "FH")
    stage.wait(1)
    assert fires(stage).urged == "FF"
    stage.act("IC", "retreat", "CP-E")
    stage.wait(15)
    told = [e for e in stage.told("told") if e.seat == "IC" and e.detail == "urged_to_stay"]
    assert told and told[0].to == "FF"
    assert stage.person("FF").place == "FH" and not stage.person("FF").until_tick
    stage.act("IC", "retreat", "CP-E")
    stage.wait(10)
    assert stage.person("FF").until_tick


def test_nobody_urged_leaves_at_the_first():
    stage = crude(("IC",), pressure="no")
    stage.stand("FF", "FH")
    stage.wait(1)
    stage.act("IC", "retreat", "CP-E")
    stage.wait(10)
    assert stage.person("FF").until_tick


@pytest.mark.parametrize(("place", "blamed"), [("JE", True), ("CP-E", False), ("CR", False)])
def test_who_is_still_within_ten_diameters_after_the_grace_is_noted(place, blamed):
    stage = crude(left_min=18.0)
    for seat in ("IC", "DCS", "SAF", "LIA"):
        stage.stand(seat, "CR")
    stage.stand("FF", place)
    bring(stage, 800.0)
    stage.wait(235)
    assert "warning_sign" in facts(stage) and "crew_inside" not in facts(stage)
    stage.wait(10)
    assert ("crew_inside" in facts(stage)) == blamed
