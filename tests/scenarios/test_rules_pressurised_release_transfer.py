"""Transfer: an arm that comes off leaks at both ends; excess flow; who must stay by it; engines that are sent near."""

from dataclasses import replace

import pytest

from tests.drills import Stage, put
from tests.scenarios.tankers import tanker


def leaks(stage: Stage) -> dict[str, float]:
    """Flow at each leak, kg/s."""
    return {k.id: k.flow_kg_s for k in stage.world.hazard.leaks}


def test_both_ends_leak_each_behind_its_own_valves():
    stage = tanker()
    stage.wait(22)
    assert min(leaks(stage).values()) > 0.2
    put(stage, XV_301="closed")
    stage.wait(1)
    assert leaks(stage)["LK2"] == 0.0 < leaks(stage)["LK1"]
    put(stage, EC_S="closed")
    stage.wait(1)
    assert leaks(stage) == {"LK1": 0.0, "LK2": 0.0}
    assert stage.told("fact", subject="leak_ended")


def test_what_leaks_leaves_the_vessel_behind_it():
    stage = tanker()
    stage.wait(21)
    before = [v.liquid_kg for v in stage.world.hazard.vessels]
    stage.wait(30)
    lost = [was - v.liquid_kg for was, v in zip(before, stage.world.hazard.vessels, strict=True)]
    assert lost[0] == pytest.approx(30 * leaks(stage)["LK1"], rel=0.05)
    assert lost[4] == pytest.approx(30 * leaks(stage)["LK2"], rel=0.05)
    assert lost[1:4] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(("hole", "valve", "shuts"), [
    (50.0, "works", True), (50.0, "fails", False), (24.0, "works", False),
])  # fmt: skip
def test_a_large_flow_shuts_the_excess_flow_valve_if_it_works(hole, valve, shuts):
    stage = tanker(hole_mm=hole, excess_flow=valve)
    stage.wait(22)
    assert bool(stage.told("fact", subject="excess_flow_shut")) is shuts
    flow = leaks(stage)["LK1"]
    assert (0.0 < flow < 0.1) if shuts else flow > 2.0


def test_an_unloading_is_not_left_while_it_runs():
    stage = tanker()
    stage.stand("OUT", "CP-N")
    stage.wait(2)
    assert stage.told("fact", subject="unloading_unattended")


@pytest.mark.parametrize("how", ["attended", "stopped"])
def test_it_is_not_left_while_somebody_is_near_or_once_it_stands(how):
    stage = tanker()
    if how == "stopped":
        put(stage, C_301="stopped")
        stage.stand("OUT", "CP-N")
    stage.wait(5)
    assert not stage.told("fact", subject="unloading_unattended")


@pytest.mark.parametrize(("away_m", "near"), [(55.0, True), (65.0, False)])
def test_an_engine_that_is_sent_near_a_leak_is_noted(away_m, near):
    stage = tanker(wind_from_deg=90.0)
    stage.wait(22)
    vehicles = list(stage.world.vehicles)
    vehicles[1] = replace(vehicles[1], x_m=away_m, y_m=0.0, engine=True, by="FF")
    stage.change(vehicles=tuple(vehicles))
    stage.wait(1)
    assert bool(stage.told("fact", subject="engine_near_leak")) is near


def test_without_earth_static_strikes_the_jet_and_with_it_nothing_does():
    lit = {}
    for clamp in ("on", "off"):
        stage = tanker(earth_clamp=clamp)
        assert (stage.device("GE-1").state == "running") is (clamp == "on")
        stage.wait(165)
        lit[clamp] = stage.world.hazard.ignited_tick >= 0
    assert lit == {"on": False, "off": True}
