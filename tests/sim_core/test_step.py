"""One tick: who comes first, what is due, when it is over; no act of any content breaks it."""

from itertools import permutations

import pytest

from sim_core.acts import Act, SeatAct
from sim_core.pack import digest
from sim_core.step import NEVER, next_due, step
from tests.drills import NOBODY, SEATS, Stage, drill

CROWD = [
    SeatAct("IC", 0, Act("declare", "overfill")),
    SeatAct("DCS", 0, Act("operate", "P-101", "stop")),
    SeatAct("DCS", 1, Act("operate", "XV-101", "close")),
    SeatAct("OUT", 0, Act("go", "MF")),
    SeatAct("FF", 0, Act("foam", "FM-1")),
]


def test_order_of_arrival_does_not_matter():
    start = drill().point.world
    rules = drill().rules
    for tick in range(3):
        world, told = step(start, rules, CROWD)
        assert len([e for e in told if e.kind == "refused"]) == 2  # the second key, foam from afar
        for shuffled in permutations(CROWD):
            other, others_told = step(start, rules, shuffled)
            assert others_told == told and digest(other) == digest(world), tick
        start, _ = step(start, rules, [NOBODY])


def test_a_seats_own_acts_go_by_their_number():
    stage = Stage(drill())
    two = [SeatAct("IC", 1, Act("alarm", "PA")), SeatAct("IC", 0, Act("declare", "overfill"))]
    told = stage.tick_with(two)
    assert [(e.act, e.detail) for e in told if e.kind == "refused"] == [("alarm", "busy")]


def test_nobodys_name_wins():
    """Six seats that act at once, tick after tick: each is first about as often as any other."""
    stage, first = Stage(drill()), dict.fromkeys(SEATS, 0)
    for n in range(300):
        told = stage.tick_with([SeatAct(seat, n, Act("operate", "nothing")) for seat in SEATS])
        first[next(e.seat for e in told if e.kind == "refused")] += 1
    assert min(first.values()) > 25 and max(first.values()) < 85


def test_acts_of_seats_that_are_not_there_are_nothing():
    world, rules = drill().point.world, drill().rules
    plain = step(world, rules)
    for seat in ("", "nobody", "ic"):
        other = step(world, rules, [SeatAct(seat, 0, Act("safety_stop"))])
        assert other[1] == plain[1] and digest(other[0]) == digest(plain[0])


@pytest.mark.parametrize("seconds", [0.05, 2.0])
def test_the_limit_ends_a_drill(seconds: float):
    stage = Stage(drill())
    stage.change(tick=stage.rules.limit_tick - round(seconds * 20))
    stage.wait(seconds - 0.05)
    assert stage.world.ended == ""
    stage.wait(0.05)
    assert stage.world.ended == "time" and stage.tick == stage.rules.limit_tick
    assert [e.detail for e in stage.events if e.kind == "ended"] == ["time"]
    assert stage.wait(1) == [] and stage.world.ended == "time"


def test_handover_ends_a_drill_when_it_has_been_said():
    stage = Stage(drill())
    stage.act("IC", "handover")
    stage.wait(19.9)
    assert stage.world.ended == ""
    stage.wait(0.2)
    assert stage.world.ended == "handover" and stage.told("fact", subject="released")


def test_anyone_stops_a_drill_at_once_even_one_who_is_down():
    stage = Stage(drill())
    stage.put("LIA", state="down")
    stage.act("LIA", "safety_stop")
    assert stage.world.ended == "safety_stop"


def test_next_due_is_the_first_end_of_anything():
    stage = Stage(drill())
    stage.wait(1)
    assert next_due(stage.world, stage.rules) == stage.tick  # phase 0: the physics
    stage.tick_with()
    assert next_due(stage.world, stage.rules) == stage.tick  # phase 1: instruments
    stage.tick_with()
    stage.act("OUT", "go", "MF")  # phase 2
    assert stage.tick % 20 == 3 and next_due(stage.world, stage.rules) == stage.tick + 2
    stage.put("OUT", until_tick=stage.tick + 1)
    assert next_due(stage.world, stage.rules) == stage.tick + 1
    stage.put("OUT", until_tick=stage.tick - 9)
    assert next_due(stage.world, stage.rules) == stage.tick
    stage.change(ended="time")
    assert next_due(stage.world, stage.rules) == NEVER


def test_vehicles_start_by_themselves_and_stand_at_the_end():
    stage = Stage(drill(vehicle_start_s=120.0))
    stage.change(tick=119 * 20)
    assert stage.seen("FF").seen and stage.world.vehicles[0].until_tick == 0
    stage.wait(1.2)
    van = stage.world.vehicles[0]
    assert van.tick == 120 * 20 and van.vx_m_s == pytest.approx(6.0, rel=1e-3) and van.vy_m_s == 0.0
    stage.change(tick=van.until_tick)
    stage.tick_with()
    van = stage.world.vehicles[0]
    assert (van.x_m, van.y_m, van.until_tick) == (pytest.approx(240.0), -60.0, 0)


def test_crowds_walk_to_the_muster_point():
    stage = Stage(drill())
    stage.act("IC", "evacuate", "MP-E")
    stage.wait(6.1)
    assert all(c.until_tick and not c.place for c in stage.world.crowds)
    stage.wait(220)
    assert {c.place for c in stage.world.crowds} == {"MP-E"}
    assert all(c.until_tick == 0 and c.route == () for c in stage.world.crowds)
