"""Shells: when they fold, what the wind does to a neighbour, warning signs, how the fire jumps."""

import pytest

from tests.drills import put
from tests.tank_fires import blaze, burning, fires, isolate, wall_k

STARTED_S = 1.0


def heat(stage, tank):
    return fires(stage).heat_kw_m2[stage.site.tank_index[tank]]


def test_without_water_the_shell_folds_between_eight_and_ten_minutes():
    stage = burning()
    isolate(stage)
    stage.wait(480.0)
    assert blaze(stage).sound
    stage.wait(120.0)
    assert not blaze(stage).sound
    assert "shell_buckled" in stage.world.facts


def test_with_its_ring_open_in_time_it_stands():
    stage = burning()
    isolate(stage)
    stage.wait(300.0)
    put(stage, CW_201="open")
    stage.wait(900.0)
    assert blaze(stage).sound


def test_a_seal_fire_does_not_fold_it():
    stage = burning(fire="rim")
    isolate(stage)
    stage.wait(1200.0)
    assert blaze(stage).sound


def test_a_folded_shell_pours_burning_product_into_the_bund_loses_the_risers_and_lights_the_neighbour():
    stage = burning()
    isolate(stage)
    stage.wait(620.0)
    assert {"poured_out", "bund_fire"} <= set(stage.world.facts)
    put(stage, FR_2="open")
    stage.wait(60.0)
    assert blaze(stage).covered == 0.0
    stage.wait(900.0)
    assert "neighbour_lit" in stage.world.facts
    assert blaze(stage, "T-202").fire == "full"


def test_a_neighbour_downwind_takes_more_than_one_upwind():
    down, up = burning(wind_from_deg=270.0), burning(wind_from_deg=90.0)
    for stage in (down, up):
        stage.wait(12.0)
    assert heat(down, "T-202") > 1.5 * heat(up, "T-202") > 0.0


def test_a_seal_fire_heats_a_neighbour_far_less_than_a_whole_surface():
    full, rim = burning(), burning(fire="rim")
    for stage in (full, rim):
        stage.wait(12.0)
    assert 0.0 < heat(rim, "T-202") < 0.5 * heat(full, "T-202")


def test_an_empty_neighbour_is_left_alone():
    stage = burning(neighbours="T-202")
    stage.wait(60.0)
    assert heat(stage, "T-203") == 0.0
    assert wall_k(stage, "T-203") == pytest.approx(288.15)


def test_a_glowing_shell_is_a_sign_seen_from_afar_before_it_folds():
    stage = burning()
    isolate(stage)
    stage.stand("OUT", "CP-E")
    stage.wait(470.0)
    assert "warning_sign" in stage.world.facts
    assert ("shell", "T-201", "glowing") in [(s.kind, s.id, s.state) for s in stage.seen("OUT").seen]
    assert blaze(stage).sound


@pytest.mark.parametrize(("trap", "screams"), [("hatch_jammed", True), ("none", False)])
def test_a_neighbour_that_cannot_breathe_screams_and_is_silent_again_when_it_is_cooled(trap, screams):
    stage = burning(trap=trap)
    isolate(stage)
    stage.stand("OUT", "RE")
    stage.wait(150.0)
    assert ("scream" in stage.seen("OUT").heard) is screams
    put(stage, CW_201="open", CW_202="open")
    stage.wait(420.0)
    assert "scream" not in stage.seen("OUT").heard
    assert fires(stage).sign_tick == -1
    assert "roof_torn" not in stage.world.facts


def test_left_uncooled_its_roof_tears_and_it_burns():
    stage = burning(trap="hatch_jammed")
    isolate(stage)
    put(stage, CW_201="open")
    stage.wait(1500.0)
    assert {"roof_torn", "neighbour_lit"} <= set(stage.world.facts)
