"""Gear: seconds to don, what is worn, a full set after an exchange."""

import pytest

from sim_core.people.bodies import AIR_L, air_left_l
from sim_core.people.gear import AT_KIT, WEAR_S
from tests.drills import Stage, drill


@pytest.mark.parametrize(
    ("seat", "item", "seconds"),
    [("SAF", "scba", 60.0), ("FF", "scba", 30.0), ("SAF", "fire_suit", 45.0), ("FF", "fire_suit", 22.5),
     ("IC", "portable", 10.0)],
)  # fmt: skip
def test_donning_takes_its_seconds(seat: str, item: str, seconds: float):
    stage = Stage(drill())
    assert stage.act(seat, "wear", item) == ""
    stage.wait(seconds - 0.1)
    assert item not in stage.person(seat).worn and stage.seen(seat).body.doing == "wear"
    stage.wait(0.1)
    assert item in stage.person(seat).worn and stage.seen(seat).body.doing == ""
    assert [e.subject for e in stage.told("did", act="wear", seat=seat)] == [item]
    assert stage.act(seat, "wear", item) == "already_worn"


def test_every_set_of_the_site_is_where_it_hangs():
    for place in drill().rules.site.places:
        stage = Stage(drill())
        stage.stand("SAF", place.id)
        assert stage.act("SAF", "wear", "scba") == ("" if place.scba else "no_set_here")
    assert set(AT_KIT) <= set(WEAR_S)


def test_a_halt_leaves_it_undone():
    stage = Stage(drill())
    stage.act("SAF", "wear", "scba")
    stage.wait(50)
    stage.act("SAF", "halt")
    stage.wait(30)
    assert "scba" not in stage.person("SAF").worn and not stage.told("did", act="wear")


def test_a_set_is_exchanged_for_a_full_one():
    stage = Stage(drill())
    stage.put("FF", worn=("scba",), air_l=100.0, air_tick=0)
    assert stage.act("FF", "doff", "scba") == ""
    stage.wait(10.1)
    assert stage.person("FF").worn == () and stage.seen("FF").body.air_min == -1.0
    assert stage.act("FF", "wear", "scba") == ""
    stage.wait(30)
    p = stage.person("FF")
    assert p.worn == ("scba",) and p.air_tick == stage.tick - 1
    assert air_left_l(p, p.air_tick) == AIR_L and stage.seen("FF").body.air_min == 50.0
