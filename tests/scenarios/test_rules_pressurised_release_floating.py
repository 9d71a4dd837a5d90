"""A bell on its gas: what leaks by its weight, how it sinks, and what its seal loses and gains, by numbers."""

from dataclasses import replace

import pytest

from tests.drills import put
from tests.holders import leaking

AREA_M2 = 0.25 * 3.141592653589793 * 0.5**2  # of the whole ring
KG_M3 = (101325.0 + 3000.0) * 0.06249822 / (8.314462618 * 283.15)


def flow(stage):
    return stage.world.hazard.leaks[0].flow_kg_s


def bell_kg(stage):
    return stage.world.hazard.vessels[0].liquid_kg


def test_what_blows_through_follows_from_the_weight_of_the_bell():
    """0.85 A sqrt(2 rho dp) of the open share, at so small a pressure as of a liquid."""
    stage = leaking(seal_pct=80.0)
    stage.wait(3.0)
    open_share = 1.0 - stage.world.hazard.seal
    expected = 0.85 * AREA_M2 * open_share * (2.0 * KG_M3 * 3000.0) ** 0.5
    assert flow(stage) == pytest.approx(expected, rel=0.05)


def test_gas_is_neither_made_nor_lost():
    stage = leaking()
    before = bell_kg(stage)
    stage.wait(60.0)
    assert before - bell_kg(stage) == pytest.approx(stage.world.hazard.spilled_kg, rel=1e-6)
    fed = leaking()
    put(fed, C_101="stopped")
    before = bell_kg(fed)
    fed.wait(60.0)
    assert bell_kg(fed) - before == pytest.approx(60.0 * 1.5 - fed.world.hazard.spilled_kg, rel=0.02)


def test_the_seal_is_blown_out_made_up_and_blown_out_three_times_as_fast_by_gas_sent_back():
    left, made_up, raised = leaking(), leaking(), leaking()
    put(made_up, WV_101="open")
    put(raised, RV_101="open")
    for stage in (left, made_up, raised):
        stage.wait(60.0)
    lost = 0.8 - left.world.hazard.seal
    assert lost == pytest.approx(60.0 / 1500.0, rel=0.05)
    assert made_up.world.hazard.seal - 0.8 == pytest.approx(60.0 / 600.0 - 60.0 / 1500.0, rel=0.05)
    assert 0.8 - raised.world.hazard.seal == pytest.approx(3.0 * lost, rel=0.05)
    assert "bell_raised" in raised.world.facts
    assert not {"bell_raised", "seal_holds"} & set(left.world.facts)


def test_a_full_seal_ends_the_leak_and_holds():
    stage = leaking(seal_pct=90.0)
    put(stage, WV_101="open")
    stage.wait(120.0)
    assert {"seal_holds", "leak_ended"} <= set(stage.world.facts)
    assert flow(stage) == 0.0
    put(stage, WV_101="closed")
    stage.wait(5.0)
    assert stage.world.hazard.seal == 1.0


def test_a_bell_on_its_rests_presses_nothing_out():
    stage = leaking()
    stage.wait(2.0)
    v = stage.world.hazard.vessels[0]
    full = stage.rules.incident.bell_kg(stage.site.tanks[0])
    stage.change(hazard=replace(stage.world.hazard, vessels=(replace(v, liquid_kg=0.09 * full),)))
    put(stage, XV_101="closed")
    stage.wait(3.0)
    assert flow(stage) == 0.0
