"""What burns away, what feeds it, what foam does: mass is kept, wrong foam does nothing, hot metal lights it again."""

import pytest

from tests.drills import put
from tests.tank_fires import blaze, burning, change_blaze, fires, isolate, level

SURFACE_M2 = 0.25 * 3.141592653589793 * 24.0**2


def mass_kg(stage):
    """Naphtha on site: in T-201, on the ground, burnt, drained away."""
    density, hazard = stage.rules.incident.density_kg_m3, stage.world.hazard
    return (
        level(stage) * SURFACE_M2 * density
        + sum(p.mass_kg for p in hazard.pools)
        + hazard.burned_kg
        + hazard.drained_kg
    )


@pytest.mark.parametrize("state", ["feeding", "isolated", "draining", "folded"])
def test_naphtha_is_neither_made_nor_lost(state):
    stage = burning(bund_fire="yes")
    if state == "isolated":
        isolate(stage)
    if state == "draining":
        put(stage, DV_1="open", P_201="stopped")
    if state == "folded":
        change_blaze(stage, "T-201", sound=False)
    before = mass_kg(stage)
    stage.wait(120.0)
    fed = 400.0 / 3600.0 * stage.rules.incident.density_kg_m3 * 120.0 if state in ("feeding", "folded") else 0.0
    assert mass_kg(stage) - before == pytest.approx(fed, rel=1e-9, abs=1e-3)
    assert stage.world.hazard.burned_kg > 1000.0


def test_the_surface_burns_down_at_the_rate_of_the_fuel():
    """JP-4: 0.051 kg/(m2 s), SFPE Handbook."""
    stage = burning()
    isolate(stage)
    stage.wait(100.0)
    assert stage.world.hazard.burned_kg == pytest.approx(0.051 * SURFACE_M2 * 100.0, rel=0.02)


def test_the_bund_burns_as_long_as_it_is_fed_and_out_once_it_is_not():
    fed, cut = burning(bund_fire="yes"), burning(bund_fire="yes")
    isolate(cut)
    for stage in (fed, cut):
        put(stage, CW_201="open")
        stage.wait(700.0)
    assert fed.world.hazard.fires_kw[0] > 0.0
    assert cut.world.hazard.fires_kw[0] == 0.0
    assert "bund_fire_out" in cut.world.facts


def test_the_pump_alone_does_not_stop_the_leak_the_root_valve_does():
    stage = burning(bund_fire="yes")
    put(stage, P_201="stopped")
    stage.wait(2.0)
    assert fires(stage).leak_kg_s == pytest.approx(4.0)
    put(stage, XV_201="closed")
    stage.wait(2.0)
    assert fires(stage).leak_kg_s == 0.0


@pytest.mark.parametrize(
    ("fire", "riser", "out"),
    [("full", "FR_2", True), ("rim", "FR_1", True), ("full", "FR_1", False)],
)
def test_the_right_riser_puts_it_out_and_that_of_the_seal_is_too_little_for_the_surface(fire, riser, out):
    stage = burning(fire=fire)
    put(stage, **{riser: "open"})
    stage.wait(120.0)
    assert (blaze(stage).fire == "") is out


@pytest.mark.parametrize("hidden", [{"foam_type": "unfit"}, {"contents": "light"}, {"riser": "in_flames"}])
def test_foam_that_does_not_hold_or_does_not_arrive_is_used_up_for_nothing(hidden):
    stage = burning(**hidden)
    stock = stage.world.foam_stock_l
    put(stage, FR_2="open")
    stage.wait(60.0)
    assert blaze(stage).covered == 0.0
    assert stock - stage.world.foam_stock_l == pytest.approx(SURFACE_M2 * 5.0 * 0.03, rel=1e-6)


def test_an_empty_stock_makes_no_foam():
    stage = burning()
    stage.change(foam_stock_l=5.0)
    put(stage, FR_2="open")
    stage.wait(60.0)
    assert stage.world.foam_stock_l == 0.0
    assert blaze(stage).fire == "full"


def test_monitors_go_for_the_bund_while_it_burns_and_lose_half_of_what_they_throw_at_the_tank():
    bund, tank = burning(bund_fire="yes"), burning()
    for stage in (bund, tank):
        isolate(stage)
        put(stage, FM_1="open")
        stage.wait(40.0)
    assert bund.world.hazard.fires_kw[0] == 0.0
    assert blaze(bund).covered < 1.0
    assert blaze(tank).fire == "full"


@pytest.mark.parametrize(
    ("hot", "watched", "again"), [("yes", False, True), ("yes", True, False), ("no", False, False)]
)
def test_it_burns_again_where_metal_stays_hot_and_nobody_watches(hot, watched, again):
    stage = burning(reignition=hot)
    isolate(stage)
    stage.wait(240.0)
    put(stage, FR_2="open")
    stage.wait(60.0)
    assert "fire_out" in stage.world.facts
    if watched:
        stage.stand("OUT", "CP-E")
        assert stage.act("OUT", "watch", "CP-E") == ""
        stage.wait(25.0)
    stage.wait(300.0)
    assert ("reignition" in stage.world.facts) is again


def test_a_tank_with_a_water_bottom_runs_over_burning_if_the_feed_goes_on():
    stage, other = burning(trap="water_bottom"), burning()
    assert level(stage) - level(other) == pytest.approx(1.5)
    for s in (stage, other):
        put(s, WM_1="jet", WM_3="jet", CW_201="open")
        s.wait(60.0 * 40.0 if s is stage else 1.0)
        if "boiled_over_rim" in s.world.facts:
            break
    assert "boiled_over_rim" in stage.world.facts
    assert "boiled_over_rim" not in other.world.facts


def test_an_open_drain_with_an_open_outfall_is_a_fact():
    stage = burning(bund_fire="yes")
    put(stage, DV_1="open", OV_1="closed")
    stage.wait(2.0)
    assert "dike_drain_opened" not in stage.world.facts
    put(stage, OV_1="open")
    stage.wait(2.0)
    assert "dike_drain_opened" in stage.world.facts
