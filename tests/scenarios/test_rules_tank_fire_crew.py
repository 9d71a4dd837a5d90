"""Acts of a tank fire: what foam was started with, what the check and the data sheet tell, water, camera, watch."""

import pytest

from tests.drills import put
from tests.tank_fires import blaze, burning, fires

NEED_RIM_L, NEED_FULL_L = 1469.5, 3053.6  # 12.5 x 65.3 m2 x 60 min x 3 %; 5.0 x 452.4 m2 x 45 min x 3 %


def started(stage, device, place="FH"):
    stage.stand("FF", place)
    why = stage.act("FF", "foam", device, "start")
    stage.wait(21.0)
    return why


@pytest.mark.parametrize(
    ("hidden", "device", "fact"),
    [
        ({"foam_share": 1.05}, "FR-2", "foam_attack"),
        ({"foam_share": 0.95}, "FR-2", "foam_unfit_started"),
        ({"fire": "rim", "foam_share": 1.05}, "FR-1", "foam_attack"),
        ({"fire": "rim", "foam_share": 0.95}, "FR-1", "foam_unfit_started"),
        ({"foam_type": "unfit"}, "FR-2", "foam_unfit_started"),
        ({"contents": "light"}, "FR-2", "foam_unfit_started"),
    ],
)
def test_foam_that_fits_and_lasts_is_an_attack_any_other_a_fact_of_its_own(hidden, device, fact):
    stage = burning(**hidden)
    assert started(stage, device) == ""
    assert [f for f in ("foam_attack", "foam_unfit_started") if f in stage.world.facts] == [fact]


def test_a_monitor_at_a_tank_always_wants_more_than_there_is_at_a_burning_bund_it_does_not():
    tank, bund = burning(foam_share=1.4), burning(foam_share=1.4, bund_fire="yes")
    for stage in (tank, bund):
        assert started(stage, "FM-1", "FM1") == ""
    assert "foam_unfit_started" in tank.world.facts
    assert "foam_unfit_started" not in bund.world.facts
    assert "foam_attack" not in bund.world.facts


def test_a_riser_in_the_flames_cannot_be_started_but_can_be_shut():
    stage = burning(riser="in_flames")
    stage.stand("FF", "FH")
    assert stage.act("FF", "foam", "FR-2", "start") == "in_the_flames"
    assert stage.act("FF", "foam", "FR-2", "stop") == ""


@pytest.mark.parametrize(
    ("hidden", "fact"),
    [({"foam_share": 0.9}, "foam_known_short"), ({"foam_type": "unfit"}, "foam_known_unfit"), ({}, "")],
)
def test_the_check_tells_type_and_stock_and_notes_what_they_mean(hidden, fact):
    stage = burning(**hidden)
    stage.stand("FF", "FH")
    stage.act("FF", "check_foam", "FR-1")
    stage.wait(31.0)
    (note,) = [n for n in stage.seen("FF").notes if n.topic == "foam"]
    assert note.word == ("AFFF" if "foam_type" in hidden else "AFFF/AR")
    assert note.value == pytest.approx(NEED_FULL_L * float(hidden.get("foam_share", 1.2)), abs=1.0)
    assert [f for f in stage.world.facts if f.startswith("foam_known")] == ([fact] if fact else [])


def test_the_stock_is_measured_against_the_fire_that_burns():
    rim, full = burning(fire="rim"), burning()
    assert rim.world.foam_stock_l == pytest.approx(1.2 * NEED_RIM_L, abs=1.0)
    assert full.world.foam_stock_l == pytest.approx(1.2 * NEED_FULL_L, abs=1.0)


@pytest.mark.parametrize(("contents", "word", "known"), [("light", "light", True), ("stable", "stable", False)])
def test_the_data_sheet_tells_where_the_contents_boil(contents, word, known):
    stage = burning(contents=contents)
    stage.act("IC", "sds")
    stage.wait(16.0)
    (note,) = [n for n in stage.seen("IC").notes if n.topic == "boils"]
    assert (note.word, note.value < 45.0) == (word, known)
    assert ("contents_known_light" in stage.world.facts) is known


def test_a_water_monitor_sprays_fog_or_jet_and_is_shut():
    stage = burning()
    stage.stand("FF", "WM1")
    for detail, state in (("fog", "fog"), ("jet", "jet"), ("stop", "closed")):
        assert stage.act("FF", "spray", "WM-1", detail) == ""
        stage.wait(11.0)
        assert stage.device("WM-1").state == state
    assert stage.act("FF", "spray", "FM-1", "fog") != ""


def test_the_camera_reads_the_shell_to_ten_degrees_and_says_nothing_else():
    stage = burning()
    stage.stand("OUT", "PH")
    stage.wait(100.0)
    stage.act("OUT", "record")
    stage.wait(9.0)
    (note,) = [n for n in stage.seen("OUT").notes if n.topic == "shell"]
    wall_c = stage.world.tanks[0].wall_k - 273.15
    assert note.value % 10.0 == 0.0
    assert note.value == pytest.approx(wall_c, abs=15.0)


def test_watching_works_from_within_sight_of_the_tank_alone():
    near, far = burning(), burning()
    for stage, place in ((near, "CP-E"), (far, "MP-E")):
        stage.stand("OUT", place)
        assert stage.act("OUT", "watch", place) == ""
        stage.wait(21.0)
    assert fires(near).watched_tick > 0
    assert fires(far).watched_tick == -1


def test_a_colleague_walks_to_the_foam_house_and_starts_the_riser_when_told():
    stage = burning(humans=("IC",))
    stage.act("IC", "foam", "FR-2", "start", to="FF")
    stage.wait(240.0)
    (fact,) = stage.told("fact", subject="foam_attack")
    assert (fact.seat, fact.by) == ("FF", "IC")
    stage.wait(60.0)
    assert blaze(stage).fire == ""
    put(stage, FR_2="closed")
