"""Heat-shield curtain: how much of the heat it keeps off, over which height, and what it costs the main."""

import pytest

from scenarios.rules.tank_fire import shields
from scenarios.rules.tank_fire.water import demand_l_min
from sim_core.draft import Draft
from tests.drills import put
from tests.tank_fires import SEATS, burning, fires, isolate, wall_k


def heat(stage, tank):
    return fires(stage).heat_kw_m2[stage.site.tank_index[tank]]


def pair(seconds=12.0, curtain="HC_202", **hidden):
    """The same fire without and with a curtain."""
    found = []
    for opened in (False, True):
        stage = burning(**hidden)
        isolate(stage)
        if opened:
            put(stage, **{curtain: "open"})
        stage.wait(seconds)
        found.append(stage)
    return found


@pytest.mark.parametrize("fire", ["full", "rim"])
def test_at_its_full_water_it_keeps_half_of_the_heat_off_the_neighbour_behind_it(fire):
    bare, shielded = pair(fire=fire)
    assert heat(shielded, "T-202") == pytest.approx(0.5 * heat(bare, "T-202"))
    assert heat(shielded, "T-204") == pytest.approx(heat(bare, "T-204"))


def test_each_shields_its_own_neighbour_only():
    """The row before T-203 stands 9 m off its shell: the upper two fifths of the flame look over it."""
    bare, shielded = pair(curtain="HC_203", neighbours="T-202+T-203")
    assert heat(shielded, "T-203") == pytest.approx((1.0 - 0.6 * 0.5) * heat(bare, "T-203"))
    assert heat(shielded, "T-202") == pytest.approx(heat(bare, "T-202"))


def test_the_neighbours_shell_stays_cooler_but_is_not_cooled():
    bare, shielded = pair(300.0)
    assert 288.15 < wall_k(shielded, "T-202") < wall_k(bare, "T-202") - 5.0
    assert "neighbours_cooled" not in shielded.world.facts


def test_it_draws_on_the_main_of_the_rings():
    """28 m of 60 L/min with all else open: every outlet gets less, the curtain too, and it holds back less."""
    stage = burning(fire_main="weak", neighbours="T-202+T-203")
    isolate(stage)
    rings = {f"CW_20{n}": "open" for n in range(1, 5)}
    put(stage, FR_2="open", **rings)
    stage.wait(12)
    before = fires(stage).applied_l_min_m2[0]
    put(stage, HC_202="open", HC_203="open")
    asked = sum(demand_l_min(Draft(stage.world), stage.rules))
    stage.wait(12)
    share = 0.7 * 9000.0 / asked
    assert fires(stage).applied_l_min_m2[0] == pytest.approx(2.5 * share) and share < 1.0
    assert fires(stage).applied_l_min_m2[0] < before
    walls = {c.device: litres for c, litres in shields.walls(Draft(stage.world), stage.rules)}
    assert walls == {"HC-202": pytest.approx(60.0 * share), "HC-203": pytest.approx(60.0 * share)}
    assert sum(d.kind == "curtain" for d in stage.site.devices) == 2
    length = stage.rules.incident.curtains[0].length_m
    assert length == 32.0


def test_a_flame_that_looks_over_it_is_not_held_back():
    stage = burning()
    put(stage, HC_202="open")
    stage.wait(1)
    walls = shields.walls(Draft(stage.world), stage.rules)
    tank = stage.site.tanks[1]
    assert shields.passes(stage.rules, walls, 20.0, 20.0, (10.0, 12.0), tank) == pytest.approx(0.5)
    assert shields.passes(stage.rules, walls, 20.0, 20.0, (10.0, 60.0), tank) == pytest.approx(0.75)
    assert shields.passes(stage.rules, walls, 20.0, 20.0, (60.0, 90.0), tank) == 1.0
    assert shields.passes(stage.rules, walls, 20.0, 80.0, (10.0, 12.0), tank) == 1.0  # passes beside its end


def test_its_water_runs_off_like_all_other():
    stage = burning()
    put(stage, HC_202="open", AV_1="closed")
    stage.wait(60)
    assert fires(stage).run_off_m3 == pytest.approx(32.0 * 60.0 / 1000.0, rel=0.02)


def test_it_is_seen_while_it_stands():
    stage = burning()
    stage.stand("OUT", "RE")
    assert stage.act("DCS", "operate", "HC-202", "open") == ""
    stage.wait(15)
    assert ("curtain", "HC-202", 44.0) in [(s.kind, s.id, s.x_m) for s in stage.seen("OUT").seen]


def test_a_colleague_opens_it_on_order_and_by_hand_it_is_opened_at_its_valve():
    stage = burning(tuple(s for s in SEATS if s != "DCS"))
    assert stage.act("IC", "operate", "HC-202", "open", to="DCS") == ""
    assert stage.act("FF", "operate", "HC-203", "open") == "out_of_reach"
    stage.stand("FF", "CV3")
    assert stage.act("FF", "operate", "HC-203", "open") == ""
    stage.wait(30)
    assert stage.device("HC-202").state == stage.device("HC-203").state == "open"
