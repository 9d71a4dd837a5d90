"""Heat on people near and far; the roof of a burning tank; who is too far away to feel it costs nothing."""

from tests.tank_fires import burning, isolate


def dose(stage, seat):
    return stage.person(seat).dose


def test_who_stands_nearer_and_downwind_takes_more_and_who_is_indoors_nothing():
    stage = burning()
    isolate(stage)
    stage.stand("OUT", "RC")
    stage.stand("FF", "RA")
    stage.stand("SAF", "CP-E")
    stage.wait(30.0)
    assert dose(stage, "OUT") > dose(stage, "FF") > dose(stage, "SAF") > 0.0
    assert dose(stage, "IC") == 0.0


def test_a_fire_suit_keeps_off_most_of_it():
    stage = burning()
    stage.stand("OUT", "RC")
    stage.stand("FF", "RC")
    stage.put("FF", worn=("antistatic", "fire_suit"))
    stage.wait(20.0)
    assert 0.0 < dose(stage, "FF") < 0.3 * dose(stage, "OUT")


def test_inside_the_bund_one_is_hurt_within_minutes_and_far_away_never():
    stage = burning(bund_fire="yes")
    stage.stand("OUT", "BS")
    stage.stand("SAF", "LK-E")
    stage.wait(240.0)
    assert stage.person("OUT").state in ("hurt", "down")
    assert stage.person("SAF").state == "fit"
    assert any(c.hurt for c in stage.world.crowds)  # the scaffolders, whom nobody has sent away


def test_a_seal_fire_is_felt_less_than_the_whole_surface():
    full, rim = burning(), burning(fire="rim")
    for stage in (full, rim):
        stage.stand("OUT", "RB")
        stage.wait(30.0)
    assert 0.0 < dose(rim, "OUT") < 0.5 * dose(full, "OUT")


def test_who_climbs_onto_the_burning_tank_goes_down():
    stage = burning(fire="rim")
    stage.stand("OUT", "TP1")
    stage.wait(1.0)
    assert stage.person("OUT").state == "down"
    assert stage.told("harm", subject="OUT", detail="down")
