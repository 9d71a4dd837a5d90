"""Transfer in a tank fire: volume is kept, water leaves first, and a lower level helps and harms."""

from dataclasses import replace

import pytest

from tests.drills import Stage, put
from tests.tank_fires import SEATS, blaze, burning, change_blaze, fires, isolate, level, wall_k

AREA_M2 = 0.25 * 3.141592653589793 * 24.0**2


def moving(*suctions, **hidden):
    """The feed is off, the storm drain shut, and the transfer line open from these tanks to T-204."""
    stage = burning(**hidden)
    isolate(stage)
    put(stage, P_202="running", XV_204="open", **dict.fromkeys(suctions, "open"))
    return stage


def set_level(stage, tank, metres):
    tanks, n = list(stage.world.tanks), stage.site.tank_index[tank]
    tanks[n] = replace(tanks[n], level_m=metres)
    stage.change(tanks=tuple(tanks))


def reading(stage, tag):
    return stage.seen("DCS").panel.readings[stage.site.tag_index[tag]]


def alike(**hidden: float | str) -> tuple[Stage, Stage]:
    """Two of the same fire, feed and drain shut, to be told apart by one thing."""
    first, second = burning(**hidden), burning(**hidden)
    isolate(first)
    isolate(second)
    return first, second


def test_from_the_panel_a_neighbour_is_pumped_out_into_the_far_tank():
    """400 m3/h for 90 s are 10 m3, 2.2 cm of a tank of 24 m."""
    stage = burning()
    isolate(stage)
    for target, word in (("XV-204", "open"), ("XV-202", "open"), ("P-202", "start")):
        assert stage.act("DCS", "operate", target, word) == ""
        stage.wait(25)
    before = level(stage, "T-202")
    stage.wait(90)
    assert before - level(stage, "T-202") == pytest.approx(10.0 / AREA_M2)
    assert reading(stage, "FI-202") == 400.0 and reading(stage, "PR-202") == 1.0 and reading(stage, "FI-201") == 0.0
    assert level(stage, "T-202") + level(stage, "T-204") == pytest.approx(18.0)
    assert stage.world.hazard.moved_kg > 0.0


@pytest.mark.parametrize("shut", ["P_202", "XV_204", "XV_202"])
def test_it_takes_pump_and_both_roots(shut):
    stage = moving("XV_202")
    put(stage, **{shut: "stopped" if shut == "P_202" else "closed"})
    stage.wait(10)
    assert stage.world.hazard.moved_kg == 0.0 == reading(stage, "FI-202")
    assert level(stage, "T-202") == 9.0


def test_two_tanks_share_the_pump_and_an_empty_one_gives_nothing():
    both = moving("XV_202", "XV_203", neighbours="T-202+T-203")
    one = moving("XV_202", "XV_203", neighbours="T-202")
    both.wait(30)
    one.wait(30)
    assert 9.0 - level(both, "T-202") == pytest.approx(9.0 - level(both, "T-203"))
    assert 9.0 - level(one, "T-202") == pytest.approx(2.0 * (9.0 - level(both, "T-202")))
    assert level(one, "T-203") == 0.0


def test_water_at_the_bottom_of_the_burning_tank_leaves_first():
    stage = moving("XV_201", trap="water_bottom")
    change_blaze(stage, "T-201", bottom_m=0.05)
    stage.wait(120)
    moved_m = 400.0 / 3600.0 * 120.0 / AREA_M2
    assert blaze(stage).bottom_m == pytest.approx(0.05 - moved_m)
    stage.wait(240)
    assert blaze(stage).bottom_m == 0.0
    assert blaze(stage, "T-204").bottom_m == pytest.approx(0.05)


def test_a_full_receiver_runs_over_into_its_bund():
    stage = moving("XV_202")
    set_level(stage, "T-204", 15.0)
    stage.wait(60)
    pool = stage.world.hazard.pools[stage.site.bund_index["B2"]]
    assert level(stage, "T-204") == 15.0
    assert pool.mass_kg == pytest.approx(stage.world.hazard.moved_kg)
    assert "second_overflow" in stage.world.facts


def test_less_liquid_takes_up_less_heat():
    """What goes into the wetted side is in proportion to its height."""
    high, low = alike()
    set_level(low, "T-202", 3.0)
    for stage in (high, low):
        stage.wait(120)
    assert 288.15 < blaze(low, "T-202").layer_k < blaze(high, "T-202").layer_k
    assert wall_k(low, "T-202") == pytest.approx(wall_k(high, "T-202"), abs=1.0)


def test_more_dry_shell_warms_a_vapour_space_that_cannot_breathe_out_faster():
    """Refilled with air at the lower level, the space that touches more hot steel presses harder."""
    high, low = alike(trap="hatch_jammed")
    set_level(low, "T-202", 3.0)
    for stage in (high, low):
        stage.wait(120)
    assert blaze(low, "T-202").held == pytest.approx(2.0, rel=0.01)
    assert blaze(low, "T-202").pressure_pa > 1.1 * blaze(high, "T-202").pressure_pa > 0.0


def test_pumping_out_draws_the_pressure_off_a_jammed_hatch():
    """The gas has a fiftieth more room in the time in which 54 m3 leave."""
    still, drawn = alike(trap="hatch_jammed")
    for stage in (still, drawn):
        stage.wait(120)
    assert blaze(still, "T-202").pressure_pa == blaze(drawn, "T-202").pressure_pa > 1000.0
    put(drawn, P_202="running", XV_204="open", XV_202="open")
    for stage in (still, drawn):
        stage.wait(60)
    lost = blaze(still, "T-202").pressure_pa - blaze(drawn, "T-202").pressure_pa
    assert lost == pytest.approx(101325.0 * 400.0 / 60.0 / (6.0 * AREA_M2), rel=0.15)


def test_a_lower_tank_pours_out_less_when_its_shell_folds_and_more_of_it_folds():
    full, low = alike()
    set_level(low, "T-201", 11.0)
    for stage in (full, low):
        stage.wait(605)
        assert not blaze(stage).sound
    assert full.world.hazard.spilled_kg > 0.0 == low.world.hazard.spilled_kg
    assert blaze(full).fold_m == 3.0 < blaze(low).fold_m == pytest.approx(15.0 - level(low), abs=0.2)


def test_with_a_fire_in_the_bund_an_open_root_feeds_it():
    shut, opened = burning(bund_fire="yes"), burning(bund_fire="yes")
    for stage in (shut, opened):
        isolate(stage)
    put(opened, P_202="running", XV_204="open", XV_201="open")
    for stage in (shut, opened):
        stage.wait(5)
    assert fires(shut).leak_kg_s == 0.0 < fires(opened).leak_kg_s


def test_what_was_pumped_over_is_told_at_the_end():
    stage = moving("XV_202")
    stage.wait(10)
    stage.act("IC", "handover")
    stage.wait(25)
    assert stage.told("fact", subject="transferred")[0].value == stage.world.hazard.moved_kg > 0.0


def test_a_colleague_at_the_panel_carries_it_out():
    stage = burning(tuple(s for s in SEATS if s != "DCS"))
    for target, word in (("XV-204", "open"), ("XV-202", "open"), ("P-202", "start")):
        assert stage.act("IC", "operate", target, word, to="DCS") == ""
        stage.wait(5)
    stage.wait(60)
    assert stage.device("P-202").by == "IC" and stage.world.hazard.moved_kg > 0.0


def test_a_root_valve_is_not_turned_by_hand():
    stage = burning()
    stage.stand("OUT", "XV4")
    assert stage.act("OUT", "operate", "XV-204", "open") == "out_of_reach"
