"""Conduct held against the gas; the panel that lies; the wheel that does not turn; what is true at the end."""

from tests.scenarios.spheres import set_device, sphere


def walk_in(worn, **hidden):
    stage = sphere(hole_mm=32.0, **hidden)
    stage.wait(60)
    stage.stand("OUT", "BN")
    stage.put("OUT", worn=worn)
    stage.wait(2)
    stage.walk("OUT", "LK1")
    stage.wait(2)
    return bool(stage.told("fact", subject="unprotected_entry", seat="OUT"))


def test_entering_without_a_set_or_without_antistatic_clothes_is_a_fact():
    assert walk_in(("antistatic",), wind_from_deg=0.0)
    assert walk_in(("scba",), wind_from_deg=0.0)
    assert not walk_in(("antistatic", "scba"), wind_from_deg=0.0)


def test_an_engine_that_runs_in_the_gas_is_a_fact():
    stage = sphere(hole_mm=40.0)
    stage.wait(60)
    stage.act("FF", "drive", "LK1")
    stage.wait(90)
    assert stage.told("fact", subject="engine_in_cloud")
    assert stage.told("fact", subject="ignition")


def test_a_feedback_that_lies_shows_shut_while_the_valve_stands_open():
    stage = sphere(feedback_lies="yes", leak_at="line")
    stage.wait(30)
    assert stage.act("DCS", "esd", "ESD-1") == ""
    stage.wait(20)
    assert stage.seen("DCS").panel.readings[stage.site.tag_index["ZS-201"]] == 0.0
    assert stage.device("XV-201").state == "open"
    assert stage.world.hazard.leaks[0].flow_kg_s > 0.0


def test_without_the_lie_the_shut_down_stops_pump_and_leak():
    stage = sphere(leak_at="line")
    stage.wait(30)
    stage.act("DCS", "esd", "ESD-1")
    stage.wait(15)
    assert stage.device("XV-201").state == "closed"
    assert stage.device("P-201").state == "stopped"
    assert stage.world.hazard.leaks[0].flow_kg_s == 0.0


def test_a_jammed_wheel_leaves_a_note_and_a_stiff_one_takes_twice_as_long():
    took = {}
    for wheel in ("free", "slow", "stuck"):
        stage = sphere(root_valve=wheel)
        stage.stand("OUT", "HV1")
        stage.act("OUT", "operate", "HV-201", "close")
        start = stage.tick
        while stage.person("OUT").doing:
            stage.tick_with()
        took[wheel] = (stage.tick - start) / 20.0
        assert (stage.device("HV-201").opening == 1.0) is (wheel == "stuck")
        assert any(n.topic == "jammed" for n in stage.person("OUT").notes) is (wheel == "stuck")
    assert abs(took["slow"] - 2.0 * took["free"]) < 0.2
    assert took["stuck"] < took["free"]


def test_the_end_says_what_was_so():
    stage = sphere(victim="PP")
    stage.wait(30)
    set_device(stage, "HV-201", "closed", 0.0)
    stage.wait(3)
    stage.act("IC", "handover")
    stage.wait(25)
    found = {e.subject for e in stage.told("fact")}
    assert {"released", "leak_stopped", "never_lit", "left_behind"} <= found


def test_the_count_misses_who_lies_at_the_pumps():
    for victim, missing in (("PP", 1.0), ("none", 0.0)):
        stage = sphere(victim=victim)
        crowds = tuple(
            type(c)(110.0, 220.0, c.number, "MP-N") for c in stage.world.crowds
        )
        stage.change(crowds=crowds)
        stage.stand("SAF", "MP-N")
        stage.act("SAF", "count", "MP-N")
        stage.wait(46)
        assert stage.told("did", act="count")[0].value == missing
