"""Casualties: brought out, laid down in open air, resuscitated, decontaminated; nobody else's hands reach them."""

from dataclasses import replace

from sim_core.world import Casualty
from tests.drills import Stage, drill


def with_casualty(place: str = "RB", **more: object) -> Stage:
    stage = Stage(drill())
    here = stage.site.place[place]
    stage.change(casualties=(Casualty("victim-1", here.x_m, here.y_m, place, **more),))  # type: ignore[arg-type]
    return stage


def test_only_who_stands_there_can_help():
    stage = with_casualty()
    assert stage.act("SAF", "cpr", "victim-1") == "out_of_reach"
    assert stage.act("SAF", "cpr", "victim-2") == "out_of_reach"
    stage.stand("SAF", "RB")
    assert stage.act("SAF", "cpr", "victim-1") == ""


def test_brought_out_and_laid_down_where_the_carrier_stops():
    stage = with_casualty(breathing=False)
    stage.stand("FF", "RB")
    assert stage.act("FF", "carry", "victim-1", detail="MP-S") == ""
    stage.wait(16)
    (carried,) = stage.world.casualties
    assert (carried.state, carried.place, carried.by) == ("carried", "", "FF")
    assert "victim-1_out" not in stage.world.facts
    stage.wait(240)
    (out,) = stage.world.casualties
    assert (out.state, out.place, stage.person("FF").place) == ("out", "MP-S", "MP-S")
    assert "victim-1_out" in stage.world.facts
    assert stage.act("FF", "cpr", "victim-1") == ""
    stage.wait(31)
    (helped,) = stage.world.casualties
    assert helped.state == "treated" and helped.breathing
    assert [e.value for e in stage.told("did", act="cpr")] == [1.0]


def test_washing_takes_off_what_is_on_the_skin():
    stage = with_casualty(soiled=True)
    stage.stand("SAF", "RB")
    for value in (1.0, 0.0):
        stage.act("SAF", "decon", "victim-1")
        stage.wait(46)
        assert stage.told("did", act="decon")[-1].value == value
    assert not stage.world.casualties[0].soiled


def test_a_carrier_who_falls_lets_the_casualty_lie_there():
    stage = with_casualty()
    stage.stand("FF", "RB")
    stage.act("FF", "carry", "victim-1", detail="MP-S")
    stage.wait(40)
    stage.act("FF", "halt")
    stage.change(people=tuple(replace(p, state="down") if p.seat == "FF" else p for p in stage.world.people))
    stage.tick_with()
    (lying,) = stage.world.casualties
    assert lying.state == "carried" and abs(lying.x_m - stage.person("FF").x_m) < 0.2
