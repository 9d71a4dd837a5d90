"""Walking: exact arrivals, speeds, no way through a tank."""

from itertools import pairwise
from math import ceil, cos, dist, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.people.bodies import position
from sim_core.people.walking import BRISK_M_S, CROWD_M_S, IN_SCBA_M_S, free_path_m, leg, within_reach
from tests.drills import SCENARIO, Stage, drill

SITE = SCENARIO.site


def heading(degrees: float) -> tuple[tuple[str, str], ...]:
    return (("x", str(cos(degrees * pi / 180.0))), ("y", str(sin(degrees * pi / 180.0))))


@given(st.floats(-300, 300), st.floats(-300, 300), st.floats(0.1, 3.0))
def test_a_leg_ends_where_it_should_and_is_no_faster(x: float, y: float, speed: float):
    vx, vy, ticks = leg(0.0, 0.0, x, y, speed)
    assert (vx * ticks / 20.0, vy * ticks / 20.0) == (pytest.approx(x), pytest.approx(y))
    exact = dist((0, 0), (x, y)) / speed * 20.0
    assert exact * (1 - 1e-9) <= ticks <= max(1.0, exact * (1 + 1e-9) + 1.0)
    assert dist((0, 0), (vx, vy)) <= speed * (1 + 1e-9)


@pytest.mark.parametrize(("worn", "speed"), [(("antistatic",), BRISK_M_S), (("scba",), IN_SCBA_M_S)])
def test_arrival_is_exact_and_as_fast_as_the_gear_allows(worn: tuple[str, ...], speed: float):
    stage = Stage(drill())
    stage.put("OUT", worn=worn)
    stage.tick_with()
    began = stage.tick
    route = SITE.route("PH", "HV1")
    stops = [SITE.place[p] for p in ("PH", *route)]
    lengths = [dist((a.x_m, a.y_m), (b.x_m, b.y_m)) for a, b in pairwise(stops)]
    stage.act("OUT", "go", "HV1")
    while stage.person("OUT").until_tick:
        stage.tick_with()
    end, p = SITE.place["HV1"], stage.person("OUT")
    assert (p.x_m, p.y_m, p.place, p.route) == (end.x_m, end.y_m, "HV1", ())
    assert (p.vx_m_s, p.vy_m_s) == (0.0, 0.0)
    # each leg takes a whole number of ticks
    assert stage.tick - began - 1 == sum(ceil(m / speed * 20.0) for m in lengths)


def test_one_passes_every_place_of_the_route():
    stage, passed = Stage(drill()), []
    stage.act("OUT", "go", "HV1")
    while stage.person("OUT").until_tick:
        nxt = stage.person("OUT").route[0]
        passed += [nxt] if nxt not in passed else []
        stage.tick_with()
    assert tuple(passed) == SITE.route("PH", "HV1")


def test_one_stands_where_one_halts_and_goes_on_from_there():
    stage = Stage(drill())
    stage.act("OUT", "go", "MF")
    stage.wait(5)
    stage.act("OUT", "halt")
    p = stage.person("OUT")
    assert p.until_tick == 0 and p.place == ""
    assert 140.0 - p.x_m == pytest.approx(5.0 * BRISK_M_S, abs=0.15)
    stage.wait(3)
    assert (stage.person("OUT").x_m, stage.person("OUT").y_m) == (p.x_m, p.y_m)
    stage.walk("OUT", "RE")


def test_a_new_goal_on_the_way_starts_from_where_one_is():
    stage = Stage(drill())
    stage.act("OUT", "go", "HV1")
    stage.wait(20)
    before = position(stage.person("OUT"), stage.tick)
    stage.act("OUT", "go", "CP-E")
    after = position(stage.person("OUT"), stage.tick)
    assert dist(before, after) <= BRISK_M_S * 0.1 + 1e-9
    while stage.person("OUT").until_tick:
        stage.tick_with()
    assert stage.person("OUT").place == "CP-E"


def test_steering_goes_on_until_told_otherwise_and_ends_after_a_minute():
    stage = Stage(drill())
    stage.act("SAF", "steer", value=9.0, words=(("x", "0"), ("y", "5")))
    stage.wait(10)
    x, y = position(stage.person("SAF"), stage.tick)
    assert (x, y) == (205.0, pytest.approx(110.0 + 30.0, abs=0.2))  # held to 3 m/s
    assert stage.person("SAF").place == ""
    stage.wait(51)
    p = stage.person("SAF")
    assert p.until_tick == 0 and p.y_m == pytest.approx(110.0 + 180.0)


@pytest.mark.parametrize("value", [-1.0, 0.0, 1e-300])
def test_no_speed_is_no_walk(value: float):
    assert Stage(drill()).act("SAF", "steer", value=value, words=heading(0)) == "in_the_way"


@pytest.mark.parametrize("x", ["nan", "inf", "", "east", "1e-200", "1e200"])
def test_bad_headings(x: str):
    assert Stage(drill()).act("SAF", "steer", value=1.0, words=(("x", x), ("y", "0"))) == "bad_heading"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3), st.floats(0, 360), st.lists(st.floats(0, 360), min_size=1, max_size=6))
def test_nobody_walks_through_a_tank(tank: int, around: float, headings: list[float]):
    """Start beside a shell and steer about: the way never comes nearer than the shell itself."""
    stage, t = Stage(drill()), SITE.tanks[tank]
    r = 0.5 * t.diameter_m + 0.6
    a = around * pi / 180.0
    stage.put("OUT", x_m=t.x_m + r * cos(a), y_m=t.y_m + r * sin(a), place="")
    for degrees in headings:
        stage.act("OUT", "steer", value=3.0, words=heading(degrees))
        for _ in range(40):
            stage.tick_with()
            here = position(stage.person("OUT"), stage.tick)
            assert all(dist(here, (o.x_m, o.y_m)) > 0.5 * o.diameter_m for o in SITE.tanks)


def test_a_shell_in_the_way_ends_the_walk_half_a_metre_off():
    assert free_path_m(SITE, 20.0, -10.0, 0.0, 1.0) == pytest.approx(30.0 - 11.5)
    assert free_path_m(SITE, 20.0, -10.0, 0.0, -1.0) == 1.0e9
    assert free_path_m(SITE, 20.0 + 11.6, -10.0, 0.0, 1.0) == 1.0e9
    stage = Stage(drill())
    stage.put("OUT", x_m=20.0, y_m=8.5, place="")
    assert stage.act("OUT", "steer", value=1.0, words=heading(90)) == "in_the_way"


def test_ways_lie_clear_of_tanks():
    for a, b in SITE.ways:
        p, q = SITE.place[a], SITE.place[b]
        for n in range(101):
            x, y = p.x_m + (q.x_m - p.x_m) * n / 100.0, p.y_m + (q.y_m - p.y_m) * n / 100.0
            assert all(dist((x, y), (t.x_m, t.y_m)) > 0.5 * t.diameter_m for t in SITE.tanks), (a, b)


def test_reach_is_three_metres():
    stage, place = Stage(drill()), SITE.place["MF"]
    for off, reached in ((2.9, True), (3.1, False)):
        stage.put("OUT", place="", x_m=place.x_m + off, y_m=place.y_m)
        assert within_reach(stage.person("OUT"), place, stage.tick) is reached


def test_crowds_walk_at_their_own_speed():
    stage = Stage(drill())
    stage.act("IC", "evacuate", "MP-S")
    stage.wait(6.1)
    welders = stage.world.crowds[0]
    assert dist((0, 0), (welders.vx_m_s, welders.vy_m_s)) == pytest.approx(CROWD_M_S, rel=0.01)


def test_walking_needs_no_hands_but_speech_waits_for_the_mouth():
    stage = Stage(drill())
    assert stage.act("OUT", "report", "gas", to="IC") == ""
    assert stage.act("OUT", "go", "MF") == "busy"
    stage.wait(4.1)
    assert stage.act("OUT", "go", "MF") == ""


def test_a_free_walker_who_stops_within_reach_stands_at_the_place():
    stage, hand_valve = Stage(drill()), SITE.place["HV1"]
    for off, stands in ((2.5, "HV1"), (-9.0, "")):
        stage.put("OUT", place="", x_m=hand_valve.x_m, y_m=hand_valve.y_m + off - 2.0)
        stage.act("OUT", "steer", value=1.0, words=heading(90))
        stage.wait(1.95)
        assert stage.person("OUT").place == "" and stage.person("OUT").until_tick
        stage.act("OUT", "halt")
        assert stage.person("OUT").place == stands
        assert abs(stage.person("OUT").y_m - hand_valve.y_m - off) < 0.2, "nobody is moved to the place"


def test_a_walk_that_ends_by_itself_ends_at_the_place_too():
    stage = Stage(drill())
    stage.put("OUT", place="", x_m=20.0, y_m=2.0)
    stage.act("OUT", "steer", value=3.0, words=heading(90))
    stage.wait(5)
    assert (stage.person("OUT").place, stage.person("OUT").until_tick) == ("BS", 0)


def test_indoors_is_entered_by_going_in_from_the_door_not_by_stopping():
    stage, room = Stage(drill()), SITE.place["CR"]
    stage.put("OUT", place="", x_m=room.x_m - 4.0, y_m=room.y_m)
    stage.act("OUT", "steer", value=1.0, words=heading(0))
    stage.wait(2)
    stage.act("OUT", "halt")
    assert stage.person("OUT").place == ""
    assert stage.act("OUT", "go", "CR") == ""
    assert stage.person("OUT").route == ("CR",), "straight in, not round by the ways"
    stage.wait(2)
    assert stage.person("OUT").place == "CR" and stage.seen("OUT").panel is not None


def test_who_stands_by_a_place_goes_on_from_there():
    stage, hand_valve = Stage(drill()), SITE.place["HV1"]
    stage.put("OUT", place="HV1", x_m=hand_valve.x_m + 2.0, y_m=hand_valve.y_m)
    assert stage.act("OUT", "operate", "HV-101", "close") == ""
    stage.act("OUT", "halt")
    assert stage.person("OUT").place == "HV1", "letting go is no step"
    stage.walk("OUT", "RB")
