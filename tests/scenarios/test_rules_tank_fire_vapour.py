"""What a pool gives off while it does not burn: its mass, detectors that see it and fall silent, who breathes it."""

import pytest

from sim_core.physics import train
from tests.drills import put
from tests.methanols import isolate, spilled
from tests.tank_fires import burning

CALM = {"bund_fire": "no", "wind_speed_m_s": 0.3}


def vapour_kg(stage):
    now = stage.world.hazard.train
    return float(now.puffs[train.VAPOUR].sum()) + now.dispersed_kg


def readings(stage):
    return [v for v, n in zip(stage.world.panel.readings, stage.site.instruments, strict=True) if n.kind == "gas"]


def test_what_the_pool_loses_is_in_the_air():
    stage = spilled(**CALM)
    isolate(stage)
    before = stage.world.hazard.pools[0].mass_kg
    stage.wait(120.0)
    lost = before - stage.world.hazard.pools[0].mass_kg
    assert lost == pytest.approx(stage.world.hazard.evaporated_kg, rel=1e-9)
    assert vapour_kg(stage) == pytest.approx(lost, rel=1e-6)
    assert lost > 10.0


def test_detectors_see_a_pool_that_does_not_burn_and_nothing_of_one_that_does():
    quiet, alight = spilled(**CALM), spilled(wind_speed_m_s=0.3)
    for stage in (quiet, alight):
        stage.wait(180.0)
    assert max(readings(quiet)) >= 10.0
    assert max(readings(alight)) < 1.0
    assert alight.world.hazard.evaporated_kg == 0.0


def test_foam_holds_the_vapour_down():
    bare, covered = spilled(**CALM), spilled(**CALM)
    for stage in (bare, covered):
        isolate(stage)
    put(covered, FM_1="open", FM_2="open")
    for stage in (bare, covered):
        stage.wait(120.0)
    before = [s.world.hazard.evaporated_kg for s in (bare, covered)]
    for stage in (bare, covered):
        stage.wait(60.0)
    gave = [s.world.hazard.evaporated_kg - was for s, was in zip((bare, covered), before, strict=True)]
    assert "pool_covered" in covered.world.facts
    assert gave[1] < 0.3 * gave[0]


def test_who_works_at_the_pool_without_a_set_is_poisoned_and_with_one_is_not():
    bare, masked = spilled(**CALM, seed=5), spilled(**CALM, seed=5)
    for stage in (bare, masked):
        stage.stand("OUT", "BS")
        x, y = stage.site.bunds[0].middle_m
        stage.put("OUT", x_m=x, y_m=y, place="")
    masked.put("OUT", worn=("scba", "antistatic"))
    for stage in (bare, masked):
        stage.wait(400.0)
    assert "handler_poisoned" in bare.world.facts
    assert "handler_poisoned" not in masked.world.facts


def test_where_the_incident_does_not_ask_for_it_nothing_is_given_off():
    stage = burning(bund_fire="yes")
    stage.wait(60.0)
    assert stage.world.hazard.evaporated_kg == 0.0
    assert stage.world.hazard.air_people == ()
