"""A vessel that holds gas alone: its flow by hand, fed and cut off, let down, the drain that it also comes out of."""

from math import pi, sqrt

import pytest

from sim_core.physics.train import VAPOUR
from tests.drills import put
from tests.scenarios.sour_gases import unit

AMBIENT_PA, KEPT_PA, CONTENT_KG, KG_MOL = 101325.0, 60000.0, 90.0, 0.03408088


def vessel(stage):
    return stage.world.hazard.vessels[0]


def flow(stage, n=0):
    return stage.world.hazard.leaks[n].flow_kg_s


def test_the_hole_passes_what_an_orifice_does_at_that_pressure():
    """CCPS 1999, subsonic: Cd A sqrt(2 k/(k-1) p rho (r^(2/k) - r^((k+1)/k))), H2S at 20 C, k 1.32."""
    stage = unit(hole_mm=10.0, leak_at="nozzle")
    stage.wait(8)
    p, k = AMBIENT_PA + KEPT_PA, 1.32
    density, ratio = p * KG_MOL / (8.314 * 293.15), AMBIENT_PA / p
    area = pi / 4 * 0.010**2
    by_hand = 0.85 * area * sqrt(2 * k / (k - 1) * p * density * (ratio ** (2 / k) - ratio ** ((k + 1) / k)))
    assert flow(stage) == pytest.approx(by_hand, rel=0.03)


def test_fed_it_keeps_its_pressure_and_cut_off_it_falls_with_what_is_left():
    fed = unit(hole_mm=16.0, leak_at="nozzle")
    cut = unit(hole_mm=16.0, leak_at="nozzle")
    put(cut, XV_301="closed")
    for stage in (fed, cut):
        stage.wait(120)
    assert vessel(fed).gas_pa == pytest.approx(AMBIENT_PA + KEPT_PA, rel=1e-3)
    left = CONTENT_KG - cut.world.hazard.spilled_kg
    assert vessel(cut).liquid_kg == pytest.approx(left, rel=1e-6)
    # the pressure of a second is that of what was there when it began
    assert vessel(cut).gas_pa == pytest.approx((AMBIENT_PA + KEPT_PA) * left / CONTENT_KG, rel=1e-3)
    assert flow(cut) < 0.97 * flow(fed)
    assert vessel(cut).liquid_k == 293.15  # no liquid boils: nothing grows cold


def test_the_flare_takes_it_down_until_nothing_comes_out():
    stage = unit(hole_mm=16.0, leak_at="nozzle")
    put(stage, XV_301="closed", FX_1="open", FV_301="open")
    stage.wait(150)
    assert vessel(stage).gas_pa == AMBIENT_PA
    assert flow(stage) == 0.0
    assert stage.told("fact", subject="leak_ended")
    h = stage.world.hazard
    assert h.flare.taken_kg + h.spilled_kg + vessel(stage).liquid_kg == pytest.approx(CONTENT_KG, rel=1e-9)
    shut = unit(hole_mm=16.0, leak_at="nozzle", flare_ready="no")
    put(shut, XV_301="closed", FV_301="open")
    assert shut.act("DCS", "operate", "FX-1", "open") == ""
    shut.wait(60)
    assert shut.world.hazard.flare.taken_kg == 0.0
    assert shut.seen("DCS").panel.readings[shut.site.tag_index["ZS-FX"]] == 0.0


def test_what_leaks_is_all_in_the_cloud():
    stage = unit(hole_mm=6.0, wind_speed_m_s=1.0)
    stage.wait(40)
    h = stage.world.hazard
    assert float(h.train.puffs[VAPOUR].sum()) + h.train.dispersed_kg == pytest.approx(h.spilled_kg, rel=1e-6)


def test_it_comes_out_of_a_gully_whose_seal_is_dry_until_that_is_shut():
    full, dry = unit(), unit(drain_trap="dry", wind_from_deg=90.0)
    assert len(full.world.hazard.leaks) == 1
    put(dry, HV_301="closed", XV_302="closed")
    dry.wait(60)
    assert flow(dry, 0) == 0.0
    assert flow(dry, 1) > 0.0
    assert dry.seen("DCS").panel.alarms[dry.site.tag_index["HS-9"]] > 0
    put(dry, DV_1="closed")
    dry.wait(2)
    assert flow(dry, 1) == 0.0


@pytest.mark.parametrize(("leak_at", "shut", "stops"), [
    ("line", "XV_302", True), ("root", "XV_302", False), ("root", "HV_301", True), ("nozzle", "HV_301", False),
])  # fmt: skip
def test_valves_stop_what_lies_behind_them(leak_at, shut, stops):
    stage = unit(leak_at=leak_at)
    put(stage, **{shut: "closed"})
    stage.wait(8)
    assert (flow(stage) == 0.0) is stops
