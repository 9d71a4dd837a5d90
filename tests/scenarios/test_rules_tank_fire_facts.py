"""Conduct: who enters a burning bund, who stays within the radius while a sign stands, what the end notes."""

from dataclasses import replace

import pytest

from sim_core.simulation import advance
from tests.drills import put
from tests.tank_fires import blaze, burning, change_blaze, isolate


def sign(stage):
    """Set the stage: T-202 screams, and goes on screaming."""
    n = stage.site.tank_index["T-202"]
    tanks = list(stage.world.tanks)
    tanks[n] = replace(tanks[n], wall_k=305.0)
    stage.change(tanks=tuple(tanks))
    change_blaze(stage, "T-202", hatch=False, layer_k=300.0)


def test_stepping_over_the_wall_is_a_fact_standing_outside_is_not():
    stage = burning()
    stage.stand("OUT", "RB")
    stage.wait(3.0)
    assert "bund_entered" not in stage.world.facts
    assert stage.act("OUT", "go", "BS") == ""
    stage.wait(12.0)
    (fact,) = stage.told("fact", subject="bund_entered")
    assert fact.seat == "OUT"


def test_who_was_inside_when_it_began_has_not_entered():
    stage = burning(fire="rim")
    stage.stand("OUT", "BS")
    stage.wait(5.0)
    assert "bund_entered" not in stage.world.facts


def test_it_is_none_once_nothing_burns():
    stage = burning()
    isolate(stage)
    stage.stand("OUT", "RB")
    put(stage, FR_2="open", CW_201="open")
    stage.wait(60.0)
    assert blaze(stage).fire == ""
    stage.act("OUT", "go", "BS")
    stage.wait(12.0)
    assert "bund_entered" not in stage.world.facts


def test_who_is_still_inside_three_minutes_after_the_sign_is_noted_and_nobody_before():
    stage = burning(fire="rim")
    isolate(stage)
    stage.stand("FF", "RG")
    stage.stand("OUT", "CP-E")
    sign(stage)
    stage.wait(175.0)
    assert "warning_sign" in stage.world.facts
    assert "crew_inside" not in stage.world.facts
    stage.wait(10.0)
    (fact,) = stage.told("fact", subject="crew_inside")
    assert fact.seat == "FF"


def test_who_has_left_is_not_noted_and_once_the_sign_is_over_one_may_come_back():
    stage = burning(fire="rim")
    isolate(stage)
    stage.stand("FF", "RG")
    stage.stand("OUT", "CP-E")
    sign(stage)
    stage.wait(60.0)
    stage.stand("FF", "CP-W")
    stage.wait(200.0)
    assert "crew_inside" not in stage.world.facts
    change_blaze(stage, "T-202", hatch=True, pressure_pa=0.0)
    stage.wait(2.0)
    stage.stand("FF", "RG")
    stage.wait(10.0)
    assert "crew_inside" not in stage.world.facts


@pytest.mark.parametrize(("shut", "noted"), [("P_201", True), ("", False)])
def test_the_end_notes_whether_the_feed_was_cut_and_whether_a_sign_ever_came(shut, noted):
    stage = burning(fire="rim")
    if shut:
        put(stage, P_201="stopped")
    stage.change(ended="time", tick=stage.rules.limit_tick - 1)
    stage.change(ended="")
    stage.point, events = advance(stage.point, stage.rules)
    facts = [e.subject for e in events if e.kind == "fact"]
    assert ("feed_stopped" in facts) is noted
    assert "no_warning_sign" in facts
