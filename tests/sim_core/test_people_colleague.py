"""Colleagues: they obey, take a human while, keep out of vapour, tell what they perceive, and see nothing else."""

from dataclasses import replace

import pytest

from sim_core import step as steps
from sim_core.acts import Act
from sim_core.people.colleague import HEAR_S, HEAR_SPREAD_S, NOTICE_S, NOTICE_SPREAD_S
from sim_core.world import Heard
from tests.drills import SCENARIO, Stage, drill

CREW = ("DCS", "OUT", "SAF", "FF", "LIA")


def stage_with_crew(**given) -> Stage:
    return Stage(drill(humans=("IC",), **given))


def doctored(monkeypatch, seat: str, change) -> None:
    """Let one seat perceive something else than is so."""
    true = steps.observe

    def observe(world, site, i):
        seen = true(world, site, i)
        return change(seen) if seen.seat == seat else seen

    monkeypatch.setattr(steps, "observe", observe)


def test_an_order_is_read_back_carried_out_and_reported():
    stage = stage_with_crew()
    stage.act("IC", "operate", "MV-1", "close", to="OUT")
    stage.wait(90)
    kinds = [(e.kind, e.act, e.subject, e.detail) for e in stage.events if e.seat == "OUT"]
    assert kinds == [
        ("told", "order", "MV-1", "operate"),
        ("read_back", "operate", "MV-1", ""),
        ("did", "go", "MF", ""),
        ("did", "operate", "MV-1", "close"),
        ("did", "report", "done", "operate:MV-1"),
    ]
    did = stage.told("did", act="operate")[0]
    assert did.by == "IC" and stage.device("MV-1").by == "IC" and stage.device("MV-1").state == "closed"
    assert [(m.kind, m.topic) for m in stage.seen("IC").inbox] == [("read_back", "operate"), ("report", "done")]
    assert stage.person("OUT").jobs == ()


def test_what_cannot_be_done_is_said():
    stage = stage_with_crew()
    stage.act("IC", "decide", "offensive", to="OUT")
    stage.act("IC", "go", "nowhere", to="FF")
    stage.wait(4)
    stage.act("IC", "go", "nowhere", to="FF")
    stage.wait(30)
    said = [(m.sender, m.topic, m.subject) for m in stage.seen("IC").inbox if m.kind == "report"]
    assert sorted(said) == [("FF", "cannot", "go:nowhere"), ("OUT", "cannot", "decide:offensive")]


def test_human_delays_stay_within_bounds_and_differ():
    """From hearing to read-back: a look a second, 1.5 to 3.5 s of thought, 2 s of speech."""
    delays = []
    for seed in range(20):
        stage = stage_with_crew(seed=seed)
        stage.act("IC", "halt", to="FF")
        stage.wait(14)
        told, back = stage.told("told", seat="FF")[0], stage.told("read_back", seat="FF")[0]
        delays.append((back.tick - told.tick) / 20.0)
    assert min(delays) >= HEAR_S + 2.0 and max(delays) <= HEAR_S + HEAR_SPREAD_S + 2.0 + 2.0
    assert len(set(delays)) > 2


def test_a_cue_is_reported_to_the_commander_after_a_while():
    """The operator sees the alarm; 4 to 9 s later, at a look, speaks for 4 s."""
    for seed in range(6):
        stage = stage_with_crew(seed=seed, overflow_at_s=20.0)
        stage.wait(60)
        cue = stage.told("cue_revealed", seat="DCS")[0]
        said = stage.told("did", seat="DCS", act="report", subject=cue.subject)
        assert len(said) == 1 and said[0].to == "IC"
        seconds = (said[0].tick - cue.tick) / 20.0
        assert seconds >= NOTICE_S + 4.0 and seconds <= NOTICE_S + NOTICE_SPREAD_S + 4.0 + 1.0


def test_nobody_touches_the_plant_unasked():
    """A whole overfill, nobody orders anything: no device moves but by physics, colleagues only speak and go."""
    stage = stage_with_crew(overflow_at_s=5.0, wind_speed_m_s=0.5)
    stage.wait(400)
    acts = {e.act for e in stage.events if e.kind == "did" and e.seat in CREW}
    assert acts == {"report", "go"}
    assert all(d.by == "" for d in stage.world.devices)
    command = stage.world.command
    assert (command.siren_tick, command.stop_work_tick, command.muster, command.post) == (-1, -1, "", "")


def test_who_is_ordered_in_without_being_told_of_danger_goes_as_is():
    stage = stage_with_crew()
    stage.act("IC", "operate", "HV-101", "close", to="OUT")
    stage.wait(15)
    assert "scba" not in stage.person("OUT").worn and stage.person("OUT").until_tick


def test_who_is_told_to_test_a_detector_walks_to_it_and_reports_what_it_did():
    """The operator of the panel has no hands there: it is an order."""
    stage = stage_with_crew(dead_detectors="LEL-1")
    assert stage.act("IC", "bump", "LEL-1", to="OUT") == ""
    told = []
    while not told and stage.tick < 20 * 300:
        stage.wait(1)
        told = stage.told("did", seat="OUT", act="report", subject="bump")
    tested = stage.told("did", seat="OUT", act="bump")[0]
    set_out = stage.told("did", seat="OUT", act="go", subject="XV1")[0]
    assert tested.tick - set_out.tick > 20 * 25  # the way there, and twenty seconds of test gas
    assert told[0].detail == "no_response" and told[0].tick > tested.tick


@pytest.mark.parametrize("seat", ["OUT", "FF"])
def test_who_knows_of_danger_dresses_first(seat: str):
    stage = stage_with_crew()
    stage.act("IC", "alarm", "PA")
    stage.wait(5)
    stage.act("IC", "measure" if seat == "OUT" else "check_foam", "RB" if seat == "OUT" else "FM-1", to=seat)
    stage.wait(20)
    assert stage.seen(seat).body.doing == "wear"
    stage.wait(100)
    did = [e.act for e in stage.told("did", seat=seat)]
    assert did.index("wear") < did.index("go") and "scba" in stage.person(seat).worn


def test_who_is_told_to_go_bare_goes_bare():
    stage = stage_with_crew()
    stage.act("IC", "alarm", "PA")
    stage.wait(5)
    stage.act("IC", "measure", "RB", to="OUT", words=(("ppe", "none"),))
    stage.wait(60)
    assert stage.told("did", seat="OUT")[0].act == "go" and "scba" not in stage.person("OUT").worn


def test_a_dead_radio_leaves_the_order_undone_until_a_runner_comes():
    stage = stage_with_crew(radio_dead="OUT")
    stage.act("IC", "operate", "MV-1", "close", to="OUT")
    stage.wait(60)
    assert stage.seen("IC").inbox == () and stage.person("OUT").jobs == ()
    stage.act("IC", "operate", "MV-1", "close", to="OUT", via="runner")
    stage.wait(110)
    back = next(m for m in stage.seen("IC").inbox if m.sender == "OUT")
    assert (back.kind, back.via) == ("read_back", "runner")


def test_orders_are_carried_out_in_the_order_given():
    stage = stage_with_crew()
    for target in ("OV-1", "AV-1", "XV-101"):
        stage.act("IC", "operate", target, "open" if target == "AV-1" else "close", to="DCS")
        stage.wait(3.2)
    stage.wait(60)
    assert [e.subject for e in stage.told("did", act="operate")] == ["OV-1", "AV-1", "XV-101"]


# -------------------------------------------------------------- out of vapour


def strong(seen):
    return replace(seen, body=replace(seen.body, smell=2, lel=60.0))


def test_strong_vapour_drives_one_out_and_away_from_the_wind():
    """Vapour at the pump house with the wind from the south: not to the north."""
    stage = stage_with_crew(overflow_at_s=2.0, wind_speed_m_s=1.0, wind_from_deg=270.0)
    stage.wait(300)
    gone = stage.told("did", seat="OUT", act="go")
    assert gone and gone[0].subject not in ("PH", "MF")
    refuge = stage.site.place[gone[0].subject]
    assert refuge.kind in ("post", "muster") and not stage.rules.risky(refuge.id)
    assert stage.met_lel("OUT") < 200.0


def test_work_broken_off_is_not_reported_as_done(monkeypatch):
    """Driven from a half-turned wheel: it stays half turned, the job stays, and is done later in a set."""
    stage = stage_with_crew()
    stage.act("IC", "operate", "MV-1", "close", to="OUT")
    stage.wait(45)
    assert stage.device("MV-1").state == "moving" and stage.seen("OUT").body.doing == "operate"
    doctored(monkeypatch, "OUT", strong)
    stage.wait(4)
    assert stage.seen("OUT").body.doing == "" and stage.person("OUT").until_tick
    assert stage.device("MV-1").until_tick == 0 and 0.0 < stage.device("MV-1").opening < 1.0
    assert [j.act.kind for j in stage.person("OUT").jobs if j.author] == ["operate"]
    monkeypatch.undo()
    stage.wait(400)
    assert stage.device("MV-1").state == "closed" and "scba" in stage.person("OUT").worn
    done = stage.told("did", seat="OUT", act="report", subject="done")
    assert len(done) == 1 and done[0].tick > stage.told("changed", subject="MV-1")[0].tick


def test_who_meets_strong_vapour_on_the_way_turns_round(monkeypatch):
    stage = stage_with_crew()
    stage.act("IC", "go", "RB", to="OUT")
    stage.wait(20)
    assert stage.person("OUT").route[-1] == "RB"
    doctored(monkeypatch, "OUT", strong)
    stage.wait(2)
    assert stage.site.place[stage.person("OUT").route[-1]].kind in ("post", "muster")
    assert not stage.told("did", act="report", subject="done")


def test_what_one_is_saying_is_said_before_one_runs(monkeypatch):
    """The vapour is weak until the mouth opens, and strong from then on."""

    def growing(seen):
        body = replace(seen.body, smell=1, lel=10.0)
        return strong(seen) if seen.body.doing == "report" else replace(seen, body=body)

    stage = stage_with_crew()
    doctored(monkeypatch, "SAF", growing)
    stage.wait(30)
    assert stage.told("did", seat="SAF", act="report")[0].subject == "petrol_smell"


def test_nobody_asks_again_and_again_for_what_cannot_be(monkeypatch):
    stage = stage_with_crew()
    doctored(monkeypatch, "SAF", strong)
    stage.wait(300)
    assert stage.told("did", seat="SAF", act="go") and not stage.told("refused")


def test_a_set_keeps_one_at_work(monkeypatch):
    stage = stage_with_crew()
    stage.put("OUT", worn=("antistatic", "portable", "scba"))
    doctored(monkeypatch, "OUT", lambda seen: replace(seen, body=replace(seen.body, smell=0, lel=60.0)))
    stage.act("IC", "operate", "MV-1", "close", to="OUT")
    stage.wait(100)
    assert stage.device("MV-1").state == "closed"


# -------------------------------------------------------------- nothing but the observation


def test_vapour_that_is_not_perceived_drives_nobody_out(monkeypatch):
    """The truth is strong vapour at the pump house; the eyes and nose are told of none."""
    doctored(monkeypatch, "OUT", lambda seen: replace(seen, body=replace(seen.body, smell=0, lel=0.0), inbox=()))
    stage = stage_with_crew()
    for _ in range(200):
        stage.vapour(90.0)
        stage.put("OUT", portable=(90.0,), smell=2)
        stage.tick_with()
    assert not stage.told("did", seat="OUT") and not stage.told("cue_revealed", seat="OUT")


def test_an_order_that_is_only_in_the_observation_is_obeyed(monkeypatch):
    said = Heard(0, 0, "IC", "order", "operate", "P-101", 0.0, Act("operate", "P-101", "stop"), "voice")
    doctored(monkeypatch, "DCS", lambda seen: replace(seen, inbox=(said,)))
    stage = stage_with_crew()
    stage.wait(20)
    assert stage.person("DCS").heard == 0
    assert stage.device("P-101").state == "stopped" and len(stage.told("did", act="operate")) == 1


def test_an_order_that_is_not_in_the_observation_is_not_obeyed(monkeypatch):
    doctored(monkeypatch, "DCS", lambda seen: replace(seen, inbox=()))
    stage = stage_with_crew()
    stage.act("IC", "operate", "P-101", "stop", to="DCS")
    stage.wait(30)
    assert stage.person("DCS").heard == 1 and stage.device("P-101").state == "running"


def test_an_alarm_that_only_the_panel_shows_is_reported(monkeypatch):
    tags = len(SCENARIO.site.instruments)

    def alarmed(seen):
        return replace(seen, panel=replace(seen.panel, alarms=(1,) * tags)) if seen.panel else seen

    doctored(monkeypatch, "DCS", alarmed)
    stage = stage_with_crew()
    stage.wait(30)
    told = {e.subject for e in stage.told("did", seat="DCS", act="report")}
    assert told == {"gas_alarm", "level_high"} and set(stage.world.panel.alarms) == {0}


def test_the_dead_do_nothing():
    stage = stage_with_crew()
    for seat in CREW:
        stage.put(seat, state="dead")
    stage.act("IC", "operate", "P-101", "stop", to="DCS")
    stage.act("IC", "alarm", "PA")
    stage.wait(60)
    assert not [e for e in stage.events if e.seat in CREW and e.kind in ("did", "read_back", "told")]
