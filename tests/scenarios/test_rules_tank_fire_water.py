"""The fire main: what the standard asks for, what is left when all is open, what runs off, water into the tank."""

import pytest

from tests.drills import put
from tests.tank_fires import blaze, burning, fires, isolate, level

CAPACITY_L_MIN = 9000.0


def applied(stage, tank):
    return fires(stage).applied_l_min_m2[stage.site.tank_index[tank]]


def test_a_ring_alone_gives_what_the_standard_asks_for():
    """GB 50160: 2.5 L/(min m2) on the burning shell, 2.0 on half of a neighbour's."""
    stage = burning()
    put(stage, CW_201="open", CW_202="open")
    stage.wait(1.0)
    assert applied(stage, "T-201") == pytest.approx(2.5)
    assert applied(stage, "T-202") == pytest.approx(2.0)
    assert applied(stage, "T-203") == 0.0


@pytest.mark.parametrize(("main", "capacity"), [("sound", CAPACITY_L_MIN), ("weak", 0.7 * CAPACITY_L_MIN)])
def test_when_more_is_open_than_the_pumps_give_all_get_less_and_no_water_is_made(main, capacity):
    stage = burning(fire_main=main)
    everything = {f"CW_20{n}": "open" for n in range(1, 5)} | {"WM_1": "fog", "WM_2": "fog"}
    put(stage, FM_1="open", FM_2="open", FR_2="open", **everything)
    stage.wait(1.0)
    area = 3.141592653589793 * 24.0 * 15.0
    on_shells = applied(stage, "T-201") * area + sum(applied(stage, f"T-20{n}") * area / 2 for n in (2, 3, 4))
    foam = (2 * 2400.0 + 0.25 * 3.141592653589793 * 24.0**2 * 5.0) * applied(stage, "T-204") / 2.0
    assert on_shells + foam == pytest.approx(capacity)
    assert fires(stage).main_mpa < 0.48


def test_pressure_tells_of_weak_pumps_while_nothing_is_open():
    stage = burning(fire_main="weak")
    stage.wait(2.0)
    assert fires(stage).main_mpa == pytest.approx(0.56)
    seen = stage.seen("IC").panel
    assert seen is not None
    assert seen.readings[stage.site.tag_index["PI-601"]] == pytest.approx(0.56)


@pytest.mark.parametrize(
    ("neighbours", "opened", "enough"),
    [
        ("T-202", ("CW_202",), True),
        ("T-202", ("CW_203",), False),
        ("T-203", ("CW_203",), True),
        ("T-202+T-203", ("CW_202",), False),
        ("T-202+T-203", ("CW_202", "CW_203"), True),
    ],
)
def test_the_neighbours_count_as_cooled_once_those_that_hold_product_are(neighbours, opened, enough):
    stage = burning(neighbours=neighbours)
    put(stage, **dict.fromkeys(opened, "open"))
    stage.wait(2.0)
    assert ("neighbours_cooled" in stage.world.facts) is enough


def test_fire_water_leaves_by_an_open_outfall_and_is_a_fact_from_30_cubic_metres_on():
    stage = burning()
    put(stage, CW_201="open")
    stage.wait(60.0)
    per_minute = 2.5 * 3.141592653589793 * 24.0 * 15.0 / 1000.0
    assert fires(stage).run_off_m3 == pytest.approx(per_minute, rel=0.02)
    assert "run_off" not in stage.world.facts
    stage.wait(60.0 * (30.0 / per_minute - 1.0) + 5.0)
    assert "run_off" in stage.world.facts


@pytest.mark.parametrize(("outlet", "escapes"), [("closed", False), ("open", True)])
def test_with_the_outfall_shut_it_stays_unless_the_accident_pool_itself_stands_open(outlet, escapes):
    stage = burning()
    isolate(stage)
    put(stage, CW_201="open", PO_1=outlet)
    stage.wait(30.0)
    assert (fires(stage).run_off_m3 > 0.0) is escapes


def test_jets_raise_the_level_of_a_tank_that_burns_all_over():
    stage = burning()
    isolate(stage)
    stage.wait(1.0)
    dry = burning()
    isolate(dry)
    dry.wait(61.0)
    put(stage, WM_1="jet")
    stage.wait(60.0)
    surface = 0.25 * 3.141592653589793 * 24.0**2
    assert level(stage) - level(dry) == pytest.approx(3.0 / surface, rel=0.02)
    assert blaze(stage).bottom_m == pytest.approx(3.0 / surface, rel=0.02)


def test_jets_onto_a_floating_roof_sink_it_and_the_whole_surface_burns():
    stage = burning(fire="rim")
    put(stage, WM_1="jet", WM_3="jet")
    stage.wait(8 * 60.0)
    assert blaze(stage).fire == "rim"
    stage.wait(2 * 60.0)
    assert "roof_sunk" in stage.world.facts
    assert blaze(stage).fire == "full"


def test_fog_cools_the_shell_and_puts_nothing_into_the_tank():
    stage = burning(fire="rim")
    put(stage, WM_1="fog")
    stage.wait(60.0)
    assert applied(stage, "T-201") > 2.0
    assert blaze(stage).roof_m == 0.0
