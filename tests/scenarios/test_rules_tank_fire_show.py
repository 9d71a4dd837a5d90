"""What is seen and heard: from the ground only that it burns, from a lookout what burns."""

import pytest

from tests.drills import put
from tests.tank_fires import burning, isolate


def sights(stage, seat):
    return [(s.kind, s.id, s.state) for s in stage.seen(seat).seen]


@pytest.mark.parametrize("fire", ["rim", "full"])
@pytest.mark.parametrize("place", ["LK-E", "LK-W"])
def test_only_a_lookout_tells_the_seal_from_the_whole_surface(fire, place):
    stage = burning(fire=fire)
    stage.stand("OUT", place)
    stage.stand("FF", "RB")
    stage.wait(2.0)
    assert ("tank_fire", "T-201", fire) in sights(stage, "OUT")
    assert [s for s in sights(stage, "FF") if s[0] == "tank_fire"] == []
    assert ("fire", "T-201", "burning") in sights(stage, "FF")


def test_in_the_control_room_nothing_of_it_is_seen():
    stage = burning()
    stage.wait(2.0)
    assert [s for s in sights(stage, "IC") if s[0] in ("fire", "tank_fire", "shell")] == []


def test_the_bund_its_films_and_its_monitors_show():
    stage = burning(bund_fire="yes")
    stage.stand("OUT", "RE")
    put(stage, CW_201="open", WM_2="fog")
    stage.wait(2.0)
    assert {("fire", "B1", "burning"), ("spray", "T-201", "film"), ("spray", "WM-2", "fog")} <= set(
        sights(stage, "OUT")
    )


def test_a_fire_that_is_out_is_seen_to_be_out():
    stage = burning()
    isolate(stage)
    stage.stand("OUT", "CP-E")
    put(stage, FR_2="open")
    stage.wait(60.0)
    assert ("fire", "T-201", "out") in sights(stage, "OUT")


def test_the_roar_is_heard_near_and_not_far():
    stage = burning()
    stage.stand("OUT", "RB")
    stage.stand("FF", "MP-E")
    stage.wait(2.0)
    assert "roar" in stage.seen("OUT").heard
    assert "roar" not in stage.seen("FF").heard


def test_the_signal_to_retreat_is_heard_everywhere_for_a_minute():
    stage = burning()
    stage.stand("FF", "MP-E")
    assert stage.act("IC", "retreat", "CP-E") == ""
    stage.wait(5.0)
    assert "retreat" in stage.seen("FF").heard
    assert "retreat" in stage.seen("IC").heard
    stage.wait(65.0)
    assert "retreat" not in stage.seen("FF").heard


def test_the_rim_detector_raises_its_alarm_within_a_minute_or_two_by_the_fire():
    full, rim = burning(), burning(fire="rim")
    for stage in (full, rim):
        stage.wait(90.0)
        assert stage.told("alarm", subject="TE-201", detail="raised")
    (first,), (second,) = (s.told("alarm", subject="TE-201", detail="raised") for s in (full, rim))
    assert first.tick < second.tick
