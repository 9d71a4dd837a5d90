"""Beyond the fence: where it lies, whom a call reaches, what they breathe before and after."""

from dataclasses import replace

import pytest

from scenarios.rules.pressurised_release import offsite
from sim_core.draft import Draft
from tests.scenarios.chlorines import store

WARNING = (("substance", "chlorine"), ("incident", "gas_leak"), ("wind", "W"))


def of(stage, name):
    return next(o for o in stage.world.hazard.offsite if o.id == name)


def breathed(stage, name, met, minutes, warned_s=-1):
    """Somebody beyond the fence in gas of so much, so long; warned_s: ago."""
    o = replace(of(stage, name), warned_tick=-1 if warned_s < 0 else 0)
    draft = Draft(replace(stage.world, tick=20 * max(warned_s, 0)))
    for _ in range(int(minutes * 12)):
        o = offsite._breathed(draft, stage.rules, o, met)
        draft.tick += 100
    return o, draft


@pytest.mark.parametrize(("wind", "x", "y"), [(270.0, 1001.5, 0.0), (0.0, 1.5, -1000.0)])
def test_the_school_lies_downwind_as_far_as_drawn(wind, x, y):
    (at,) = of(store(wind_from_deg=wind), "school").points_m
    assert at == pytest.approx((x, y), abs=0.1)


def test_a_call_warns_tells_how_far_it_is_and_no_other():
    stage = store(school_m=850.0)
    stage.act("LIA", "call", "neighbour", words=WARNING)
    stage.wait(31)
    assert of(stage, "school").warned_tick > 0
    assert of(stage, "road").warned_tick == -1
    note = stage.seen("LIA").notes[-1]
    assert (note.topic, note.subject, note.value) == ("offsite", "school", 850.0)
    assert stage.told("fact", subject="school_warned")
    stage.act("LIA", "call", "traffic", words=WARNING)
    stage.wait(31)
    assert of(stage, "road").warned_tick > 0


def test_who_is_not_warned_breathes_the_cloud_and_who_shelters_hardly_any():
    stage = store()
    bare, seen = breathed(stage, "school", 6.0e-6, 10)
    kept, _ = breathed(stage, "school", 6.0e-6, 10, warned_s=200)
    assert bare.load == pytest.approx(36.0 * 10, rel=1e-6)
    assert bare.state == "irritated"
    assert {e.subject for e in seen.events if e.kind == "fact"} >= {"offsite_irritated", "offsite_unwarned"}
    assert kept.load < 0.01 * bare.load
    assert kept.state == "well"


def test_a_warning_takes_its_time():
    stage = store()
    late, _ = breathed(stage, "school", 6.0e-6, 1, warned_s=10)
    assert late.load == pytest.approx(36.0, rel=1e-6)


def test_who_drives_is_through_in_seconds_and_a_closed_road_is_empty():
    stage = store()
    through, _ = breathed(stage, "road", 3.0e-5, 10)
    assert through.load == pytest.approx(900.0 / 3.0, rel=1e-6)
    closed, _ = breathed(stage, "road", 3.0e-5, 10, warned_s=200)
    assert closed.load == 0.0


def test_a_large_leak_reaches_the_school_downwind():
    stage = store(hole_mm=10.0, wind_speed_m_s=4.0, school_m=600.0)
    stage.wait(300)
    assert of(stage, "school").met > 1.0e-6
    stage = store(hole_mm=10.0, wind_speed_m_s=4.0, school_m=600.0, leak_at="line")
    stage.act("DCS", "esd", "ESD-1")
    stage.wait(300)
    assert of(stage, "school").met < 1.0e-7
