"""Direction: staff change a world only in the ways of the safe list, and a drill's end is theirs to call."""

import pytest

from sim_core.acts import Act, SeatAct
from sim_core.direction import INJECTIONS, STAFF
from sim_core.observation import observe
from sim_core.pack import pack
from tests.drills import NOBODY, Stage, drill


def directed(stage: Stage, kind: str, target: str = "", detail: str = "", **more) -> list:
    return stage.tick_with([SeatAct(STAFF, 1, Act(kind, target, detail, **more))])


@pytest.mark.parametrize("kind", ("brief", "start", "freeze", "resume", "speed", "interrupted"))
def test_what_only_stands_in_the_record_changes_no_world(kind):
    told, quiet = Stage(drill()), Stage(drill())
    events = directed(told, kind, value=2.0)
    quiet.tick_with([NOBODY])
    assert pack(told.world) == pack(quiet.world)
    assert [(e.kind, e.seat, e.act) for e in events] == [("directed", STAFF, kind)]


@pytest.mark.parametrize(
    ("kind", "target", "detail", "value", "word"),
    [
        ("nonsense", "", "", 0.0, "unknown_act"),
        ("inject", "explosion", "", 0.0, "unknown_injection"),
        ("inject", "radio_dies", "nobody", 0.0, "unknown_seat"),
        ("inject", "wind", "", 360.0, "bad_value"),
        ("inject", "message", "nobody", 0.0, "unknown_seat"),
        ("takeover", "IC", "dog", 0.0, "unknown_seat"),
        ("takeover", "nobody", "colleague", 0.0, "unknown_seat"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(kind, target, detail, value, word):
    told, quiet = Stage(drill()), Stage(drill())
    events = directed(told, kind, target, detail, value=value)
    quiet.tick_with([NOBODY])
    assert [(e.kind, e.detail) for e in events] == [("refused", word)]
    assert pack(told.world) == pack(quiet.world)


ENDS = [("finish", "finished"), ("annul", "annulled"), ("safety_stop", "safety_stop")]


@pytest.mark.parametrize(("kind", "ended"), ENDS)
def test_staff_end_a_drill(kind, ended):
    stage = Stage(drill())
    assert [e.kind for e in directed(stage, kind)][-1] == "ended"
    assert stage.world.ended == ended


def test_a_dead_radio_and_its_mending():
    stage = Stage(drill())
    directed(stage, "inject", "radio_dies", "OUT")
    assert [p.seat for p in stage.world.people if p.radio_dead] == ["OUT"]
    directed(stage, "inject", "radio_mended", "OUT")
    assert not [p.seat for p in stage.world.people if p.radio_dead]


@pytest.mark.parametrize("bearing", [0.0, 90.0, 350.0])
def test_the_wind_turns_to_the_bearing_within_a_minute(bearing):
    stage = Stage(drill(wind_from_deg=40.0, wind_speed_m_s=8.0))
    stage.wait(5.0)
    directed(stage, "inject", "wind", value=bearing)
    stage.wait(70.0)
    w = stage.world.weather
    apart = (w.bearing_rad - (bearing + 180.0) * 0.017453292519943295 + 3.141592653589793) % 6.283185307179586
    assert abs(apart - 3.141592653589793) < 0.4  # what a strong wind wanders by


@pytest.mark.parametrize(
    ("comes", "goes", "what"), [("rain_begins", "rain_ends", "rain"), ("fog_comes", "fog_lifts", "fog")]
)
def test_the_sky_changes_for_every_seat_and_changes_back(comes, goes, what):
    stage = Stage(drill())
    for injected, so in ((comes, True), (comes, True), (goes, False)):
        assert [e.subject for e in directed(stage, "inject", injected) if e.kind == "directed"] == [injected]
        seen = [observe(stage.world, stage.site, i) for i in range(len(stage.world.people))]
        assert {getattr(one, what) for one in seen} == {so}  # a window shows it to those indoors
        assert not any(getattr(one, other) for one in seen for other in {"night", "rain", "fog"} - {what})


def test_a_call_from_outside_is_heard_by_its_seat_alone():
    stage = Stage(drill())
    directed(stage, "inject", "message", "LIA", words=(("topic", "press"), ("text", "what happened")))
    stage.wait(1.0)
    inboxes = {p.seat: observe(stage.world, stage.site, i).inbox for i, p in enumerate(stage.world.people)}
    assert [(m.sender, m.topic, m.subject) for m in inboxes.pop("LIA")] == [("outside", "press", "what happened")]
    assert not any(inboxes.values())


def test_a_colleague_takes_a_seat_over_and_does_not_do_old_orders_again():
    stage = Stage(drill())
    stage.act("IC", "operate", "P-101", "stop", to="DCS")
    stage.wait(10.0)
    directed(stage, "takeover", "DCS", "colleague")
    told = stage.wait(30.0)
    assert not [e for e in told if e.seat == "DCS" and e.act == "operate" and e.subject == "P-101"]
    stage.act("IC", "operate", "P-101", "stop", to="DCS")
    assert [e for e in stage.wait(30.0) if e.kind == "read_back" and e.seat == "DCS"]


def test_every_injection_has_a_name_in_both_languages():
    assert all(name.zh and name.en for name, _ in INJECTIONS.values())


def test_a_hint_of_the_tutor_is_heard_by_its_seat_alone_with_its_words():
    stage = Stage(drill())
    words = (("zh", "还没有：警报"), ("en", "not done yet: alarm"))
    directed(stage, "hint", "ALARM", "IC", words=words)
    stage.wait(0.2)
    [heard] = [m for m in stage.person("IC").inbox if m.kind == "hint"]
    assert (heard.sender, heard.topic, heard.act.words) == ("tutor", "ALARM", words)
    assert not [m for seat in ("DCS", "OUT") for m in stage.person(seat).inbox]
    assert [e.detail for e in directed(stage, "hint", "ALARM", "nobody", words=words)] == ["unknown_seat"]
