"""Ignition: the cloud burns where it meets a source at work, never by a timer; what it then does."""

from dataclasses import replace

import pytest

from scenarios.rules.ground.sparks import active
from sim_core.plant.devices import opening
from sim_core.world import Source, Vehicle
from tests.drills import Stage, drill

SOUTH = (20.0, -30.0)


def spilled(seconds: float = 90.0, **given) -> Stage:
    """A spill in a light wind from the north, nobody near, no source at work."""
    stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=1.5, **given))
    stage.change(sources=())
    stage.wait(seconds)
    assert stage.world.hazard.ignited_tick < 0
    return stage


def source(stage: Stage, x_m: float, y_m: float, kind: str = "boiler", start_tick: int = 0) -> None:
    stage.change(sources=(Source("s", kind, x_m, y_m, start_tick, 1.0e4, 2.0e4),))


@pytest.mark.parametrize(
    ("second", "working"), [(9.9, False), (10.0, True), (11.9, True), (12.1, False), (99.9, False), (100.1, True)]
)
def test_a_source_works_in_periods_from_its_start(second: float, working: bool):
    s = Source("switch", "switchgear", 0.0, 0.0, 200, 2.0, 90.0)
    assert active(s, round(second * 20)) is working
    assert not active(replace(s, stopped_tick=0), round(second * 20))


def test_vapour_at_a_source_at_work_burns_once():
    stage = spilled()
    source(stage, *SOUTH)
    stage.wait(60)
    assert [e.detail for e in stage.told("changed", subject="s")] == ["ignited"]
    assert len(stage.told("fact", subject="ignition")) == 1
    assert stage.world.hazard.fires_kw[0] > 0.0 and "pool_fire" in stage.world.facts
    assert stage.world.hazard.train.puffs.shape[1] == 0


def test_no_vapour_or_no_work_is_no_fire():
    for x, y, start in ((20.0, 300.0, 0), (*SOUTH, 10**6)):
        stage = spilled()
        source(stage, x, y, start_tick=start)
        stage.wait(30)
        assert stage.world.hazard.ignited_tick < 0


def test_an_engine_ignites_and_its_driver_is_named():
    stage = spilled()
    stage.change(vehicles=(stage.world.vehicles[0], Vehicle("engine", *SOUTH, 0, engine=True, by="FF")))
    stage.wait(2)
    assert stage.told("fact", subject="ignition")[0].by == "FF"
    assert stage.told("fact", subject="engine_in_cloud")[0].by == "FF"


def test_a_stopped_engine_does_not():
    stage = spilled()
    stage.change(vehicles=(stage.world.vehicles[0], Vehicle("engine", *SOUTH, 0)))
    stage.wait(5)
    assert stage.world.hazard.ignited_tick < 0 and "engine_in_cloud" not in stage.world.facts


def test_stop_work_ends_hot_work_and_traffic_after_ten_seconds():
    stage = Stage(drill(vehicle_start_s=120.0))
    stage.change(tick=125 * 20)
    vans = (replace(stage.world.vehicles[0], start_tick=stage.tick), stage.world.vehicles[1])
    stage.change(sources=(Source("weld", "hot_work", 0.0, 0.0, 0, 1e4, 2e4), Source("b", "boiler", 0, 0, 0, 1e4, 2e4)))
    stage.change(vehicles=vans)
    stage.act("IC", "stop_work")
    stage.wait(15)
    assert [s.stopped_tick for s in stage.world.sources] == [-1, -1] and stage.world.vehicles[0].until_tick
    stage.wait(2.1)
    assert [s.stopped_tick >= 0 for s in stage.world.sources] == [True, False]
    van = stage.world.vehicles[0]
    assert not van.engine and van.until_tick == 0
    stage.wait(5)
    assert stage.world.vehicles[0] == van


def test_who_stands_in_the_flash_is_struck_and_drops_what_is_at_hand():
    stage = spilled(60.0)
    stage.stand("OUT", "HV1")
    stage.act("OUT", "operate", "HV-101", "close")
    stage.wait(10)
    source(stage, *SOUTH)
    stage.wait(2)
    p = stage.person("OUT")
    assert p.state in ("dead", "hurt") and p.doing is None and p.until_tick == 0
    valve = stage.device("HV-101")
    assert valve.until_tick == 0 and 0.0 < opening(valve, stage.tick) < 1.0
    stage.wait(60)
    assert stage.device("HV-101") == valve
    assert stage.told("harm", subject="OUT") and stage.person("LIA").state == "fit"


