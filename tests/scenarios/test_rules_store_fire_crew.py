"""Conduct at the store: who goes near what is unknown, who hears which order, who counts."""

import pytest

from tests.stores import facts, shed, store, warm


def crowd(stage, name: str):
    n = [c.id for c in stage.site.crowds].index(name)
    return stage.world.crowds[n]


@pytest.mark.parametrize(("place", "told"), [("AT", True), ("YD", False), ("R1", False)])
def test_near_the_store_with_the_goods_unknown_is_a_breach(place, told):
    stage = shed()
    stage.stand("FF", place)
    stage.wait(2)
    assert ("entered_unknown" in facts(stage)) == told


def test_known_it_is_none():
    stage = shed()
    for place in ("LK-W", "LK-E"):
        stage.stand("SAF", place)
        stage.act("SAF", "record")
        stage.wait(9)
    stage.stand("FF", "AT")
    stage.wait(2)
    assert "entered_unknown" not in facts(stage)


def test_the_engine_counts_for_who_sent_it():
    stage = shed(humans=("IC", "SAF", "LIA"))
    stage.act("IC", "drive", "AT", to="FF")
    stage.wait(90)
    assert facts(stage)["entered_unknown"] == ("", "IC")


def test_who_is_still_within_the_radius_four_minutes_after_the_sign():
    stage = shed(growth_kw_s2=0.02)
    for seat, place in (("IC", "CP-N"), ("SAF", "MP-N"), ("LIA", "MP-N"), ("FF", "LK-W")):
        stage.stand(seat, place)
    warm(stage, 464.0)
    stage.wait(235)
    assert "crew_inside" not in facts(stage)
    stage.wait(10)
    assert facts(stage)["crew_inside"] == ("FF", "")


def test_beyond_the_fence_only_a_call_is_heard_and_nobody_misses_them():
    stage = shed()
    stage.act("IC", "evacuate", "MP-N")
    stage.wait(7)
    assert crowd(stage, "dockers").until_tick > 0
    assert crowd(stage, "lodgers").place == "DM"
    stage.act("LIA", "call", "neighbour")
    stage.wait(31)
    assert crowd(stage, "lodgers").until_tick > 0
    stage.stand("SAF", "MP-N")
    stage.wait(420)
    stage.act("SAF", "count", "MP-N")
    stage.wait(46)
    assert [e.value for e in stage.told("did", act="count")] == [0.0]
    assert crowd(stage, "lodgers").number == 40


@pytest.mark.parametrize(("wind", "refuge"), [(225.0, "MP-E"), (315.0, "RF")])
def test_they_go_where_the_wind_does_not(wind, refuge):
    stage = shed(wind_from_deg=wind)
    stage.act("LIA", "call", "neighbour")
    stage.wait(32)
    assert crowd(stage, "lodgers").route[-1] == refuge


def test_the_signal_moves_those_within_the_radius_and_leaves_the_others_where_they_are():
    stage = shed(humans=("IC",))
    stage.stand("SAF", "LK-E")
    stage.stand("FF", "MP-W")
    stage.act("IC", "retreat", "MP-N")
    stage.wait(10)
    assert stage.person("SAF").until_tick > 0
    assert stage.person("FF").place == "MP-W"
    assert not store(stage).gone
