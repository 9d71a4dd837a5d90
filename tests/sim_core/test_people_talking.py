"""Talking: orders and answers, in earshot, by radio, phone and runner; a dead radio swallows both ways."""

import pytest

from sim_core.people.talking import ALL, EARSHOT_M, INBOX
from tests.drills import Stage, drill


def heard(stage: Stage, seat: str) -> list[tuple[str, str, str, str, str]]:
    return [(m.sender, m.kind, m.topic, m.subject, m.via) for m in stage.seen(seat).inbox]


def test_an_order_is_spoken_delivered_and_told():
    stage = Stage(drill())
    assert stage.act("IC", "operate", "MV-1", "close", to="OUT") == ""
    assert stage.seen("IC").body.doing == "operate"
    stage.wait(3.0)
    assert heard(stage, "OUT") == [] and stage.told("ordered")[0].to == "OUT"
    stage.wait(0.5)
    assert heard(stage, "OUT") == []
    stage.wait(0.1)
    assert heard(stage, "OUT") == [("IC", "order", "operate", "MV-1", "radio")]
    told = stage.told("told", seat="OUT")[0]
    assert (told.act, told.subject, told.detail, told.to) == ("order", "MV-1", "operate", "IC")
    act = stage.seen("OUT").inbox[0].act
    assert act is not None and (act.kind, act.target, act.detail, act.to) == ("operate", "MV-1", "close", "")
    assert all(heard(stage, s) == [] for s in ("DCS", "SAF", "FF", "LIA"))
    assert stage.device("MV-1").state == "open"  # nobody has done it


def test_a_read_back_goes_to_the_author():
    stage = Stage(drill())
    stage.act("OUT", "read_back", "MV-1", "operate", to="IC")
    stage.wait(2.6)
    assert heard(stage, "IC") == [("OUT", "read_back", "operate", "MV-1", "radio")]
    back = stage.told("read_back")[0]
    assert (back.seat, back.act, back.subject, back.to) == ("OUT", "operate", "MV-1", "IC")


def test_a_shout_is_not_heard_across_the_site():
    stage = Stage(drill())
    stage.act("IC", "report", "gas", "MF", to="OUT", via="voice")
    stage.wait(60.0)
    assert heard(stage, "OUT") == []


@pytest.mark.parametrize(("via", "seconds"), [("radio", 0.5), ("phone", 8.0), ("runner", 40.0)])
def test_each_way_takes_its_time(via: str, seconds: float):
    stage = Stage(drill())
    stage.act("IC", "report", "gas", "MF", to="OUT", value=12.0, via=via)
    stage.wait(4.0 + seconds)
    assert heard(stage, "OUT") == []
    stage.tick_with()
    assert heard(stage, "OUT") == [("IC", "report", "gas", "MF", via)]
    assert stage.seen("OUT").inbox[0].value == 12.0


@pytest.mark.parametrize("broken", ["OUT", "IC"])
@pytest.mark.parametrize(("sender", "to"), [("IC", "OUT"), ("OUT", "IC")])
def test_a_dead_radio_swallows_in_both_directions(broken: str, sender: str, to: str):
    stage = Stage(drill())
    stage.put(broken, radio_dead=True)
    stage.act(sender, "report", "gas", to=to)
    stage.wait(60)
    assert heard(stage, to) == [] and stage.told("told") == [] and stage.world.messages == ()
    assert stage.told("did", act="report", seat=sender)  # the sender does not know
    stage.act(sender, "report", "gas", to=to, via="runner")
    stage.wait(44.2)
    assert heard(stage, to) == [(sender, "report", "gas", "", "runner")]


def test_the_drawn_radio_is_the_dead_one():
    stage = Stage(drill(radio_dead="SAF"))
    assert [p.seat for p in stage.world.people if p.radio_dead] == ["SAF"]
    stage.act("IC", "sitrep", "situation", to=ALL)
    stage.wait(9)
    assert heard(stage, "SAF") == [] and heard(stage, "FF") and heard(stage, "OUT")


def test_in_earshot_nobody_needs_a_radio():
    stage = Stage(drill())
    stage.put("DCS", radio_dead=True)
    stage.put("IC", radio_dead=True)
    stage.act("IC", "report", "gas", to="DCS")
    stage.wait(4.1)
    assert heard(stage, "DCS") == [("IC", "report", "gas", "", "voice")]
    for off, reached in ((EARSHOT_M - 0.1, 2), (EARSHOT_M + 0.1, 2)):
        x, y = stage.person("IC").x_m, stage.person("IC").y_m
        stage.put("DCS", place="", x_m=x + off, y_m=y)
        stage.act("IC", "report", "gas", to="DCS")
        stage.wait(10)
        assert len(heard(stage, "DCS")) == reached


def test_a_phone_rings_where_somebody_stands():
    stage = Stage(drill())
    stage.put("OUT", place="")
    stage.act("IC", "report", "gas", to="OUT", via="phone")
    stage.wait(15)
    assert heard(stage, "OUT") == []


def test_all_means_all_others():
    stage = Stage(drill())
    stage.act("OUT", "sitrep", "situation", to=ALL)
    stage.wait(9)
    assert [s for s in ("IC", "DCS", "SAF", "FF", "LIA") if heard(stage, s)] == ["IC", "DCS", "SAF", "FF", "LIA"]
    assert heard(stage, "OUT") == []


def test_who_is_down_hears_nothing():
    stage = Stage(drill())
    stage.put("FF", state="down")
    stage.act("IC", "report", "gas", to="FF")
    stage.wait(5)
    assert heard(stage, "FF") == []


def test_an_inbox_keeps_the_last_and_its_numbers_count_this_seat_only():
    stage = Stage(drill())
    for n in range(INBOX + 2):
        assert stage.act("IC", "report", f"n{n}", to="DCS") == ""
        stage.act("OUT", "report", "other", to="FF")
        stage.wait(4.1)
    inbox = stage.seen("DCS").inbox
    assert [m.topic for m in inbox] == [f"n{n}" for n in range(2, INBOX + 2)]
    assert [m.number for m in inbox] == list(range(2, INBOX + 2))


def test_a_call_counts_what_is_said_and_true():
    said = (("substance", "petrol"), ("incident", "overfill"), ("place", "T-101"))
    for words, share in (((), 0.0), (said, 0.5), ((*said, ("wind", "N"), ("casualties", "none")), 5 / 6),
                         ((*said, ("wind", "S"), ("casualties", "yes"), ("access", "main_gate")), 4 / 6)):  # fmt: skip
        stage = Stage(drill(wind_from_deg=0.0, wind_speed_m_s=4.0))
        stage.wait(1)
        assert stage.act("LIA", "call", "119", words=words) == ""
        stage.wait(30.1)
        assert stage.told("did", act="call")[0].value == pytest.approx(share)
