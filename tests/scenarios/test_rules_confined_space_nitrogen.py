"""A space without sludge: a valve that passes, a second opening, who comes out again, breath that stays away."""

from dataclasses import replace

import pytest

from tests.kettles import kettle, worker
from tests.pits import dress, facts, share, space


def test_the_kettle_holds_nitrogen_where_oxygen_lacks_and_nothing_else():
    stage = kettle(o2_bottom_pct=4.0)
    assert share(stage, 0, "oxygen") == pytest.approx(0.04)
    assert share(stage, 2, "oxygen") == pytest.approx(0.209 - 0.9 * (0.209 - 0.04))
    assert share(stage, 0, "nitrogen") == pytest.approx(0.95, abs=0.001)
    assert all(share(stage, 0, gas) == 0.0 for gas in ("hydrogen_sulfide", "methane", "carbon_monoxide"))


def test_nitrogen_passes_the_closed_valve_until_it_is_blinded():
    """34 g/s are 30 L/s: in 40 s, 1.2 m3 of nitrogen in 49 m3."""
    stages = [kettle(o2_bottom_pct=18.0, worker_goes_s=70.0, inlet_passing=p) for p in ("no", "yes", "yes")]
    stages[2].stand("ENT", "BN")
    stages[2].act("ENT", "isolate", "BL-1")
    for stage in stages:
        stage.wait(65)
    before = [share(stage, 0, "oxygen") for stage in stages]
    for stage in stages:
        stage.wait(40)
    lost = [was - share(stage, 0, "oxygen") for was, stage in zip(before, stages, strict=True)]
    assert lost[1] > 0.002 > 0.001 > lost[2] and lost[0] <= 0.0


def test_the_hiss_is_heard_at_the_line_and_ends_with_the_blind():
    stage = kettle(inlet_passing="yes")
    stage.stand("ENT", "BN")
    stage.wait(1.1)
    assert "hiss" in stage.seen("ENT").heard and "hiss" not in stage.seen("IC").heard
    stage.act("ENT", "isolate", "BL-1")
    stage.wait(61.1)
    assert "hiss" not in stage.seen("ENT").heard
    quiet = kettle(inlet_passing="no")
    quiet.stand("ENT", "BN")
    quiet.wait(1.1)
    assert "hiss" not in quiet.seen("ENT").heard


def test_there_is_nothing_to_stir_and_three_levels_are_a_test():
    stage = kettle()
    stage.stand("ATT", "MT")
    assert stage.act("ATT", "stir", "MT") == "not_here"
    for level in ("bottom", "middle", "top"):
        assert "levels_tested" not in facts(stage)
        stage.act("ATT", "measure", "MT", level)
        stage.wait(15.1)
    assert facts(stage)["levels_tested"] == ("ATT", "")
    assert not space(stage).stirrings


@pytest.mark.parametrize(("handle", "fact"), [("OX-1", "oxygen_blown_in"), ("NH-1", "nitrogen_blown_in")])
def test_what_is_no_air_is_noted_by_its_gas(handle, fact):
    stage = kettle()
    stage.stand("ATT", "UT")
    stage.act("ATT", "operate", handle, "open")
    stage.wait(12)
    assert facts(stage)[fact] == ("", "ATT")
    assert {f for f in facts(stage) if f.endswith("_blown_in")} == {fact}


def test_who_lingers_in_the_mouth_breathes_what_rises_there_and_falls_below():
    """4 %: exp(8.13 - 0.54 x 16.9) min = 22 s at the bottom, a little later for what is mixed in."""
    stage = kettle(lingers_s=40.0)
    stage.wait(69)
    assert worker(stage).place == "P1" and worker(stage).body.down_lack_of_oxygen == 0.0
    stage.wait(13)
    assert worker(stage).place == "P3" and worker(stage).state == "inside"
    stage.wait(60)
    fell = stage.told("fact", subject="somebody_down")[0]
    assert 30.0 + 40.0 + 8.0 + 15.0 < fell.tick / 20 < 30.0 + 40.0 + 8.0 + 60.0


@pytest.mark.parametrize(("called", "out_s"), [(False, 30 + 8 + 240), (True, 30 + 8 + 90)])
def test_with_oxygen_enough_he_climbs_out_when_done_or_after_a_call(called, out_s):
    stage = kettle(o2_bottom_pct=15.0)
    if called:
        stage.wait(35)
        stage.stand("IC", "AL")
        stage.act("IC", "alarm", "MCP-1")
    while not stage.world.facts or "came_back" not in stage.world.facts:
        stage.wait(1)
        assert stage.tick < 20 * 400
    assert stage.tick / 20 == pytest.approx(out_s + 8, abs=5.0)
    assert stage.world.casualties == () and stage.world.crowds[0].number == 2
    stage.wait(30)
    assert stage.world.casualties == ()


def test_breath_that_has_stopped_does_not_come_back_by_itself():
    """Brought out within 20 s of losing it he breathes; after that only first aid brings it back, or he dies."""
    stage = kettle(o2_bottom_pct=3.0)
    while "somebody_down" not in stage.world.facts:
        stage.wait(1)
    soon, late = kettle(), kettle()
    soon.point = late.point = stage.point
    late.wait(40)
    for one in (soon, late):
        here = one.site.place["LD"]
        brought = replace(worker(one), state="out", place="LD", x_m=here.x_m, y_m=here.y_m)
        one.change(casualties=(brought,))
        one.wait(2)
    assert worker(soon).breathing and not worker(late).breathing
    late.wait(100)
    assert not worker(late).breathing and worker(late).body.condition == "down"
    late.stand("MED", "LD")
    late.act("MED", "cpr", "W1")
    late.wait(32)
    assert worker(late).breathing
    late.wait(400)
    assert worker(late).body.condition != "dead"


@pytest.mark.parametrize(("cover", "heaves"), [("closed", 3), ("open", 1)])
def test_two_bring_him_out_by_the_side_where_it_stands_open(cover, heaves):
    stage = kettle(o2_bottom_pct=3.0, winch_attached="no", side_cover=cover)
    while "somebody_down" not in stage.world.facts:
        stage.wait(1)
    dress(stage, "ENT", "FF")
    for seat in ("ENT", "FF"):
        stage.stand(seat, "P3")
    assert stage.act("ENT", "carry", "W1", "LD") == ""
    stage.wait(15 + 20 * heaves - 1)
    assert worker(stage).state == "down"
    stage.wait(2)
    assert worker(stage).state == "carried"


def test_an_open_side_lets_air_in_at_the_bottom():
    closed, opened = kettle(), kettle(side_cover="open")
    for stage in (closed, opened):
        stage.wait(30)
    assert share(opened, 0, "oxygen") > share(closed, 0, "oxygen") + 0.003


def test_the_end_tells_whether_oxygen_is_right_at_every_level():
    for minutes, right in ((3, False), (15, True)):
        stage = kettle()
        stage.stand("ATT", "MT")
        stage.act("ATT", "operate", "DU-1", "lower")
        stage.wait(25)
        stage.stand("ATT", "FA")
        stage.act("ATT", "operate", "FN-1", "start")
        stage.wait(60.0 * minutes)
        stage.act("IC", "handover")
        stage.wait(20.1)
        assert ("oxygen_right" in facts(stage)) == right
