"""Plugging, spraying, putting out: what they do, when they are refused, which facts they leave."""

import pytest

from tests.scenarios.spheres import lit, set_device, sphere


def at_leak(**hidden):
    stage = sphere(leak_at="nozzle", **hidden)
    stage.wait(25)
    stage.put("FF", worn=("antistatic", "scba"))
    stage.stand("FF", "LK1")
    return stage


def test_one_clamp_stops_a_small_hole():
    stage = at_leak(hole_mm=12.0)
    assert stage.act("FF", "plug", "LK1") == ""
    stage.wait(122)
    assert stage.world.hazard.leaks[0].flow_kg_s == 0.0
    assert stage.told("fact", subject="leak_ended")
    assert stage.act("FF", "plug", "LK1") == "no_leak_here"


def test_a_large_hole_takes_two():
    stage = at_leak(hole_mm=40.0)
    before = stage.world.hazard.leaks[0].flow_kg_s
    stage.act("FF", "plug", "LK1")
    stage.wait(122)
    assert stage.world.hazard.leaks[0].flow_kg_s == pytest.approx(0.2 * before, rel=0.02)
    stage.act("FF", "plug", "LK1")
    stage.wait(122)
    assert stage.world.hazard.leaks[0].flow_kg_s == 0.0


def test_what_burns_is_not_clamped_and_what_does_not_is_not_put_out():
    stage = at_leak()
    assert stage.act("FF", "extinguish", "LK1") == "not_burning"
    lit(stage)
    assert stage.act("FF", "plug", "LK1") == "burning"


def test_putting_out_while_it_leaks_is_a_fact_and_the_cloud_forms_again():
    stage = lit(at_leak())
    stage.put("FF", worn=("antistatic", "scba", "fire_suit"), dose=-1.0e9)
    assert stage.act("FF", "extinguish", "LK1") == ""
    stage.wait(32)
    assert stage.told("fact", subject="put_out_leaking")
    assert stage.told("fact", subject="fire_out")
    stage.wait(5)
    assert stage.world.hazard.train.puffs.shape[1] > 0


def test_hot_metal_lights_it_again():
    stage = lit(at_leak(wind_from_deg=0.0))
    stage.wait(62)
    set_device(stage, "WM-1", "closed", 0.0)
    stage.stand("FF", "WM1")
    stage.put("FF", state="fit", dose=-1.0e9)
    assert stage.act("FF", "spray", "WM-1", "jet") == ""
    stage.wait(12)
    assert stage.told("fact", subject="put_out_leaking")
    stage.wait(25)
    assert stage.told("changed", subject="hot_metal", detail="ignited")


def test_a_solid_jet_on_the_pool_is_a_fact_and_fog_is_not():
    stage = sphere(leak_at="nozzle")
    stage.wait(40)
    stage.stand("FF", "WM1")
    assert stage.act("FF", "spray", "WM-1", "fog") == ""
    stage.wait(12)
    assert not stage.told("fact", subject="solid_jet_on_pool")
    stage.act("FF", "spray", "WM-1", "jet")
    stage.wait(12)
    assert stage.told("fact", subject="solid_jet_on_pool", seat="FF")
