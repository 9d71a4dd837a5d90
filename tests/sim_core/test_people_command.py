"""Command: what is announced, found out and counted, and what the events say of it."""

from dataclasses import replace

import pytest

from sim_core.world import Gauge
from tests.drills import Stage, drill


def test_siren_and_stop_are_dated_from_the_first():
    stage = Stage(drill())
    stage.act("IC", "alarm", "PA")
    stage.wait(3)
    assert stage.world.command.siren_tick == 60 and "siren" in stage.seen("FF").heard
    stage.act("IC", "alarm", "PA")
    stage.wait(3)
    assert stage.world.command.siren_tick == 60 and len(stage.told("did", act="alarm")) == 2
    stage.act("IC", "stop_work")
    stage.wait(6)
    first = stage.world.command.stop_work_tick
    assert first > 0 and stage.seen("LIA").work_stopped
    stage.act("IC", "stop_work")
    stage.wait(6)
    assert stage.world.command.stop_work_tick == first


def test_an_alarm_point_serves_as_well_as_the_panel():
    stage = Stage(drill())
    stage.stand("SAF", "MC3")
    assert stage.act("SAF", "alarm", "MCP-1") == "out_of_reach"
    assert stage.act("SAF", "alarm", "MCP-3") == ""


@pytest.mark.parametrize(("kind", "seconds"), [("evacuate", 6.0), ("set_post", 3.0)])
def test_what_lies_upwind_is_told_by_the_event(kind: str, seconds: float):
    """The wind blows from the south; the value is 1 straight upwind, -1 straight downwind."""
    for place, low, high in (("MP-S", 0.6, 1.0), ("MP-N", -1.0, -0.6)):
        stage = Stage(drill(wind_from_deg=180.0, wind_speed_m_s=5.0))
        stage.wait(1)
        assert stage.act("IC", kind, place) == ""
        stage.wait(seconds)
        did = stage.told("did", act=kind)[0]
        assert did.subject == place and low <= did.value <= high
    command = stage.world.command
    assert (command.muster or command.post) == "MP-N"


def test_a_zone_is_everybodys_knowledge():
    stage = Stage(drill())
    stage.act("SAF", "zone", value=150.0)
    stage.wait(20)
    assert {stage.seen(s).zone_m for s in ("IC", "SAF", "LIA")} == {150.0}


def test_heads_are_counted_where_they_are():
    stage = Stage(drill())
    everyone = sum(c.number for c in stage.world.crowds)
    stage.act("IC", "evacuate", "MP-S")
    stage.stand("SAF", "MP-S")
    stage.wait(7)
    stage.act("SAF", "count", "MP-S")
    stage.wait(45)
    assert stage.told("did", act="count")[-1].value == everyone
    stage.wait(300)
    crowds = list(stage.world.crowds)
    crowds[0] = replace(crowds[0], number=crowds[0].number - 1, hurt=1)
    stage.change(crowds=tuple(crowds))
    stage.act("SAF", "count", "MP-S")
    stage.wait(45)
    assert stage.told("did", act="count")[-1].value == 1.0
    note = stage.seen("SAF").notes[-1]
    assert (note.topic, note.subject, note.value) == ("missing", "MP-S", 1.0)


def test_gas_is_told_as_the_instrument_shows_it():
    stage = Stage(drill())
    for lel, shown in ((12.4, 12.0), (12.6, 13.0), (340.0, 100.0)):
        stage.vapour(0.0, 0.0, lel, 0.0, 0.0, 0.0)
        stage.act("OUT", "measure")
        while stage.person("OUT").doing:
            stage.vapour(0.0, 0.0, lel, 0.0, 0.0, 0.0)
            stage.tick_with()
        note = stage.seen("OUT").notes[-1]
        assert (note.topic, note.subject, note.value) == ("gas", "PH", shown)


def test_test_gas_tells_a_dead_detector():
    stage = Stage(drill(dead_detectors="LEL-3"))
    for tag, at, word in (("LEL-3", "RW", "no_response"), ("LEL-1", "XV1", "alive")):
        stage.stand("OUT", at)
        assert stage.act("OUT", "bump", tag) == ""
        stage.wait(20)
        assert stage.seen("OUT").notes[-1].word == word
    assert stage.world.gauges[stage.site.tag_index["LEL-1"]] == Gauge()


def test_test_gas_wants_hands_at_the_detector():
    """At the place that serves it, or close by it in the open; nowhere else, and from no room."""
    stage = Stage(drill())
    away = {"RG": "out_of_reach", "CR": "out_of_reach", "XV1": ""}
    for place, why in away.items():
        stage.stand("OUT", place)
        assert stage.act("OUT", "bump", "LEL-1") == why
    stage.wait(20)
    stage.put("OUT", place="", x_m=-4.0, y_m=22.0)
    assert stage.act("OUT", "bump", "LEL-3") == ""
    stage.wait(20)
    stage.put("OUT", place="", x_m=-4.0, y_m=24.0)
    assert stage.act("OUT", "bump", "LEL-3") == "out_of_reach"
    assert stage.act("DCS", "bump", "LEL-1") == "not_your_seat"


def test_the_foam_is_read_off_at_the_monitor():
    for foam, word, stock in (("good", "AFFF", 16000.0), ("short", "AFFF", 1600.0), ("wrong", "A", 16000.0)):
        stage = Stage(drill(foam=foam))
        stage.stand("FF", "FM2")
        assert stage.act("FF", "check_foam", "FM-2") == ""
        stage.wait(30)
        note = stage.seen("FF").notes[-1]
        assert (note.topic, note.word, note.value) == ("foam", word, stock)
        did = stage.told("did", act="check_foam")[0]
        assert (did.subject, did.detail, did.value) == ("FM-2", word, stock)


def test_the_wind_is_kept_to_a_whole_metre_a_second():
    stage = Stage(drill(wind_speed_m_s=4.0))
    stage.wait(1)
    stage.act("FF", "read_wind")
    stage.wait(4)
    note = stage.seen("FF").notes[-1]
    assert note.topic == "wind" and note.value == int(note.value)
    assert abs(note.value - stage.world.weather.speed_m_s) < 0.6


def test_notes_are_one_s_own_and_the_oldest_go():
    stage = Stage(drill())
    for _ in range(14):
        stage.act("FF", "read_wind")
        stage.wait(4)
    assert len(stage.seen("FF").notes) == 12 and stage.seen("IC").notes == ()


def test_acts_without_effect_leave_their_event():
    stage = Stage(drill())
    stage.act("IC", "declare", "overfill", value=2.0)
    stage.wait(2)
    did = stage.told("did", act="declare")[0]
    assert (did.seat, did.subject, did.value, did.by) == ("IC", "overfill", 2.0, "")
