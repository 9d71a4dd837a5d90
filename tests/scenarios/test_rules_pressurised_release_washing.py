"""What water takes out of a cloud that dissolves, a main that is throttled, and where the water goes."""

import pytest

from scenarios.rules.pressurised_release import washing, water
from sim_core.draft import Draft
from tests.drills import put
from tests.scenarios.ammonias import yard

SHARE = 0.3


def share(stage):
    return washing.share(Draft(stage.world), stage.rules)


def started(**hidden):
    stage = yard(**hidden)
    stage.wait(10)
    return stage


def test_each_wall_of_water_in_the_way_takes_its_share_of_the_rest():
    stage = started(wind_from_deg=270.0)  # toward the east
    assert share(stage) == 0.0
    put(stage, CT_1="open")  # the south one is not in the way
    assert share(stage) == 0.0
    put(stage, CT_2="open")
    assert share(stage) == pytest.approx(SHARE)
    put(stage, WM_1="fog")
    assert share(stage) == pytest.approx(1.0 - 0.7 * 0.7)
    put(stage, FP_1="stopped")
    assert share(stage) == 0.0


def test_a_valve_that_is_not_fully_open_takes_pressure_and_reach():
    stage = started(main_share="0.7")
    draft = Draft(stage.world)
    assert water.head(draft, stage.rules) == pytest.approx(0.7)
    assert stage.seen("IC").panel.readings[stage.site.tag_index["PT-301"]] == pytest.approx(0.7, abs=0.06)
    assert stage.device("MV-1").state == "open"  # it is not told by its look
    put(stage, CT_2="open")
    assert share(stage) == pytest.approx(0.7 * SHARE)
    stage.stand("OUT", "MV")
    assert stage.act("OUT", "operate", "MV-1", "open") == ""
    stage.wait(12)
    assert share(stage) == pytest.approx(SHARE)
    assert stage.seen("IC").panel.readings[stage.site.tag_index["PT-301"]] == pytest.approx(1.0, abs=0.06)


def test_fog_beyond_the_reach_of_its_pressure_takes_nothing():
    for main, reaches in (("1", True), ("0.7", False)):
        stage = started(main_share=main)
        far = Draft(stage.world)
        place = next(p.id for p in stage.site.places if 55.0 < (p.x_m**2 + p.y_m**2) ** 0.5 < 75.0)
        assert water.reaches(far, stage.rules, place) is reaches


def test_what_it_washes_out_flies_no_further():
    flies = []
    for states in ({}, {"CT_2": "open"}):
        stage = yard(wind_from_deg=270.0)
        put(stage, **states)
        stage.wait(30)
        flies.append(stage.world.hazard.leaks[0].airborne_kg_s)
    assert flies[1] == pytest.approx((1.0 - SHARE) * flies[0], rel=0.02)


@pytest.mark.parametrize(("states", "drains"), [
    ({"CT_2": "open"}, True), ({}, False), ({"CT_2": "open", "RV_1": "closed"}, False),
], ids=["open", "no_water", "shut"])  # fmt: skip
def test_it_leaves_the_site_by_an_open_outfall_only(states, drains):
    stage = yard(outfall="open", wind_from_deg=270.0, hole_mm=12.0)
    put(stage, **states)
    stage.wait(90)
    drained = stage.world.hazard.drained_kg
    assert (drained > 0.0) is drains
    assert bool(stage.told("fact", subject="run_off")) is drains
    assert bool(stage.told("fact", subject="river_spoiled")) is (drained >= 15.0)
    if drains:
        indoors = stage.world.hazard.leaks[1].airborne_kg_s * 85.0
        assert drained == pytest.approx(SHARE * (stage.world.hazard.evaporated_kg - indoors), rel=0.02)


def test_enough_of_it_spoils_the_river():
    stage = yard(outfall="open", wind_from_deg=270.0, hole_mm=20.0)
    put(stage, CT_2="open")
    stage.wait(100)
    assert stage.world.hazard.drained_kg > 15.0
    assert len(stage.told("fact", subject="river_spoiled")) == 1
