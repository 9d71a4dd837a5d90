"""Fright: what makes somebody run, where to, and who can bring him to the muster point."""

from dataclasses import replace

import pytest

from scenarios.rules.ground.fright import perceived
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.world import CrowdState
from tests.drills import Stage
from tests.scenarios import ammonias
from tests.tank_fires import burning

NEWCOMER, APPRENTICE = "newcomer", "apprentice"


def one(stage: Stage, crowd: str = NEWCOMER) -> CrowdState:
    return stage.world.crowds[[c.id for c in stage.site.crowds].index(crowd)]


def stand_him(stage: Stage, crowd: str, place: str) -> None:
    here, crowds = stage.site.place[place], list(stage.world.crowds)
    n = [c.id for c in stage.site.crowds].index(crowd)
    crowds[n] = replace(crowds[n], x_m=here.x_m, y_m=here.y_m, place=place, until_tick=0, route=())
    stage.change(crowds=tuple(crowds))


def frightened() -> Stage:
    """The siren sounds over the burning tank, and he stands in sight of it."""
    stage = burning()
    assert stage.act("IC", "alarm", "PA") == ""
    stage.wait(5)
    return stage


def panics(stage: Stage, crowd: str = NEWCOMER) -> bool:
    return bool(stage.told("fact", subject=f"{crowd}_panics"))


def test_fire_in_sight_alone_or_the_siren_alone_does_not_frighten_him():
    seen, heard = burning(), burning(fire="none")
    assert heard.act("IC", "alarm", "PA") == ""
    seen.wait(30)
    heard.wait(30)
    assert not panics(seen) and not panics(heard)
    assert one(seen).place == one(heard).place == "RE"


def test_from_afar_it_does_not_frighten_him():
    stage = burning()
    stand_him(stage, NEWCOMER, "GT")
    assert stage.act("IC", "alarm", "PA") == ""
    stage.wait(10)
    assert not panics(stage)


def test_he_runs_for_the_way_he_came_in_by_and_is_seen_to_run():
    stage = frightened()
    assert panics(stage)
    running = [s for s in stage.seen("OUT").seen if s.kind == "crowd" and s.id == NEWCOMER]
    assert [s.state for s in running] == ["running"]
    stage.wait(90)
    assert one(stage).place == "WS" and not stage.told("fact", subject=f"{NEWCOMER}_turned")


def test_he_heeds_no_order_to_leave_and_is_missing_at_the_count():
    stage = frightened()
    assert stage.act("IC", "evacuate", "MP-E") == ""
    stage.wait(300)
    assert one(stage).place == "WS"
    stage.stand("SAF", "MP-E")
    assert stage.act("SAF", "count", "MP-E") == ""
    stage.wait(46)
    assert [e.value for e in stage.told("did", act="count")] == [1.0]


def test_a_voice_close_by_leads_him_to_the_muster_point_named():
    stage = frightened()
    assert stage.act("IC", "evacuate", "MP-S") == ""
    stage.wait(120)
    assert stage.act("SAF", "clear", "WS") == "out_of_reach"
    stage.stand("SAF", "WS")
    assert stage.act("SAF", "clear", "WS") == ""
    stage.wait(10.5)
    assert [e.value for e in stage.told("did", act="clear")] == [1.0]
    stage.wait(120)
    assert one(stage).place == "MP-S"
    stage.stand("SAF", "MP-S")
    assert stage.act("SAF", "count", "MP-S") == ""
    stage.wait(46)
    assert [e.value for e in stage.told("did", act="count")] == [0.0]


def led_away(stage: Stage) -> None:
    """Somebody stands at the workshop and speaks to him."""
    stage.stand("SAF", "WS")
    assert stage.act("SAF", "clear", "WS") == ""
    stage.wait(10.5)
    assert stage.told("fact", subject=f"{NEWCOMER}_led")


def test_a_voice_from_afar_does_not_reach_him_and_that_nobody_came_along_is_known():
    stage = frightened()
    stage.wait(120)
    stage.stand("SAF", "JE")
    assert stage.act("SAF", "clear", "JE") == ""
    stage.wait(10.5)
    assert [e.value for e in stage.told("did", act="clear")] == [0.0] and one(stage).place == "WS"
    led_away(stage)
    notes = [(n.subject, n.value) for n in stage.person("SAF").notes if n.topic == "led"]
    assert notes == [("JE", 0.0), ("WS", 1.0)]


def test_who_is_led_goes_where_the_last_order_to_leave_says_also_if_it_comes_later():
    stage = frightened()
    assert stage.act("IC", "evacuate", "MP-S") == ""
    stage.wait(120)
    assert stage.act("IC", "evacuate", "MP-E") == ""
    stage.wait(7)
    led_away(stage)
    assert one(stage).route[-1] == "MP-E"
    assert stage.act("IC", "evacuate", "MP-N") == ""
    stage.wait(400)
    assert one(stage).place == "MP-N"


@pytest.mark.parametrize(("wind_from_deg", "muster"), [(0.0, "MP-N"), (180.0, "MP-S"), (90.0, "MP-E")])
def test_where_no_muster_was_announced_he_is_led_to_the_one_upwind(wind_from_deg, muster):
    """The nearest one is the southern one."""
    stage = burning(wind_from_deg=wind_from_deg)
    assert stage.act("IC", "alarm", "PA") == ""
    stage.wait(120)
    led_away(stage)
    assert one(stage).route[-1] == muster


def test_who_has_run_to_the_very_muster_point_is_calmed_there_and_stays():
    stage = frightened()
    assert stage.act("IC", "evacuate", "MP-S") == ""
    stage.wait(10)
    stand_him(stage, NEWCOMER, "MP-S")
    stage.stand("SAF", "MP-S")
    assert stage.act("SAF", "clear", "MP-S") == ""
    stage.wait(10.5)
    assert stage.told("fact", subject=f"{NEWCOMER}_led")
    assert [e.value for e in stage.told("did", act="clear")] == [1.0]
    stage.wait(30)
    assert one(stage).place == "MP-S"


def test_where_his_way_leads_toward_what_he_sees_he_turns_and_every_leg_leads_away():
    stage = burning()
    stand_him(stage, NEWCOMER, "RH")  # the fire lies between him and the workshop
    assert stage.act("IC", "alarm", "PA") == ""
    tank, trail = stage.site.tanks[0], []
    for _ in range(60):
        stage.wait(1)
        x, y = position(one(stage), stage.tick)
        trail.append((x - tank.x_m) * (x - tank.x_m) + (y - tank.y_m) * (y - tank.y_m))
    assert stage.told("fact", subject=f"{NEWCOMER}_turned")
    assert trail == sorted(trail) and trail[-1] > trail[0]


def test_he_smells_gas_from_the_threshold_of_the_nose_on():
    stage = ammonias.yard()
    n = [c.id for c in stage.site.crowds].index(APPRENTICE)
    smells = []
    for share in (0.9, 1.1):
        air = tuple((share * stage.rules.smelt,) for _ in stage.site.crowds)
        stage.change(hazard=replace(stage.world.hazard, air_crowds=air))
        smells.append(perceived(Draft(stage.world), stage.rules, n).body.smell)
    assert smells == [0, 1]


def test_who_smells_it_and_hears_the_siren_runs():
    """The wind blows from the yard to him; from him to the yard he neither smells nor hears it."""
    near, away = ammonias.yard(wind_from_deg=90.0), ammonias.yard(wind_from_deg=270.0)
    for stage in (near, away):
        stand_him(stage, APPRENTICE, "DW")
        assert stage.act("IC", "alarm", "PA") == ""
        stage.wait(120)
    assert panics(near, APPRENTICE) and not panics(away, APPRENTICE)
