"""The layers of the pit: mass, weight of gas, fan, its duct, oxygen, inlets, sludge."""

import pytest

from sim_core.physics.enclosure import MOLAR_KG, held_kg
from tests.pits import fill, pit, share, space

H2S = "hydrogen_sulfide"
LAYER_M3 = 9.0 * 1.5
AMBIENT_K = 298.15


def h2s_kg(stage) -> float:
    fractions = [share(stage, k, H2S) for k in range(3)]
    return sum(held_kg(f, LAYER_M3, MOLAR_KG["H2S"], AMBIENT_K, 101325.0) for f in fractions)


def shut(stage) -> None:
    for seat, blind, place in (("ENT", "BL-1", "BI"), ("ENT", "BL-2", "BO")):
        stage.stand(seat, place)
        stage.act(seat, "isolate", blind)
        stage.wait(60.1)


def test_stirring_brings_the_pit_to_what_was_drawn_and_the_mouth_takes_a_little():
    stage = pit(post_h2s_ppm=150.0, pre_h2s_ppm=0.0)
    shut(stage)
    stage.stand("GAS", "MT")
    before = h2s_kg(stage)
    bound = space(stage).bound_kg
    assert bound == pytest.approx(held_kg(150.0e-6, 3 * LAYER_M3, MOLAR_KG["H2S"], AMBIENT_K, 101325.0))
    stage.act("GAS", "stir", "MT")
    stage.wait(30.1)
    stage.wait(45)
    early = h2s_kg(stage) - before
    stage.wait(255)
    late = h2s_kg(stage) - before
    assert 0.2 * bound < early < bound
    assert 0.5 * bound < late <= bound
    assert space(stage).bound_kg == pytest.approx(0.4 * bound)


def test_without_a_fan_what_comes_out_stays_low_and_with_it_the_bottom_clears():
    stage = pit(post_h2s_ppm=400.0)
    stage.stand("GAS", "MT")
    stage.stand("ATT", "FA")
    stage.act("GAS", "stir", "MT")
    stage.wait(60)
    assert share(stage, 0, H2S) > 2.0 * share(stage, 2, H2S)
    peak = share(stage, 0, H2S)
    stage.act("ATT", "operate", "FN-1", "start")
    stage.wait(330)
    assert share(stage, 0, H2S) < 0.2 * peak


def test_thin_air_below_is_made_good_by_the_fan():
    stage = pit(o2_bottom_pct=8.0)
    assert share(stage, 0, "oxygen") == pytest.approx(0.08, rel=1.0e-3)
    assert share(stage, 2, "oxygen") == pytest.approx(0.209, rel=1.0e-3)
    stage.stand("ATT", "FA")
    stage.act("ATT", "operate", "FN-1", "start")
    stage.wait(180)
    assert share(stage, 0, "oxygen") > 0.195


def test_oxygen_blown_in_makes_it_rich():
    stage = pit()
    stage.stand("ATT", "OX")
    stage.act("ATT", "operate", "OX-1", "open")
    stage.wait(120)
    assert share(stage, 0, "oxygen") > 0.235


def test_an_open_inlet_feeds_and_a_blind_stops_it():
    fed, closed = pit(pre_h2s_ppm=0.0), pit(pre_h2s_ppm=0.0)
    shut(closed)
    for stage in (fed, closed):
        fill(stage)
        stage.wait(300 if stage is closed else 420)
    assert h2s_kg(closed) == 0.0
    assert h2s_kg(fed) > 1.0e-4


def test_rotting_sludge_takes_oxygen_and_gives_carbon_dioxide():
    stage = pit()
    before = share(stage, 0, "oxygen")
    stage.wait(300)
    lost = before - share(stage, 0, "oxygen")
    assert 0.005 < lost < 0.016
    assert share(stage, 0, "carbon_dioxide") > 0.004


def test_fractions_keep_their_sum():
    stage = pit(o2_bottom_pct=8.0, ch4_lel=30.0, post_h2s_ppm=1000.0)
    stage.stand("GAS", "MT")
    stage.act("GAS", "stir", "MT")
    stage.wait(120)
    for layer in space(stage).layers:
        assert sum(layer) == pytest.approx(sum(stage.site.clean_air), abs=3.0e-3)
        assert min(layer) >= 0.0


def ppm(stage) -> list[float]:
    return [1.0e6 * share(stage, k, H2S) for k in range(3)]


def stirred_and_blown(duct: str = "down", **hidden):
    """Two minutes after the fan went on over stirred sludge, the end of its duct where it was left."""
    stage = pit(post_h2s_ppm=800.0, **hidden)
    stage.stand("GAS", "MT")
    stage.stand("ATT", "FA")
    if duct != "down":
        assert stage.act("ATT", "operate", "DU-1", "haul") == ""
        stage.wait(12 if duct == "half" else 25)
        stage.act("ATT", "halt")
    stage.act("GAS", "stir", "MT")
    stage.wait(31)
    stage.act("ATT", "operate", "FN-1", "start")
    stage.wait(130)
    return stage


def test_a_duct_that_is_hauled_up_clears_what_lies_above_it_and_leaves_the_bottom():
    down, up = ppm(stirred_and_blown()), ppm(stirred_and_blown("up"))
    assert down[0] < 400.0 < 1000.0 < up[0]
    assert up[1] < 10.0 and up[2] < 10.0 and min(down[1:]) > 100.0


def test_let_go_half_way_the_duct_feeds_the_middle():
    half, up = stirred_and_blown("half", o2_bottom_pct=8.0), stirred_and_blown("up", o2_bottom_pct=8.0)
    assert half.device("DU-1").state == "moving" and up.device("DU-1").state == "hauled"
    assert share(half, 1, "oxygen") > 0.2 > 0.19 > share(up, 1, "oxygen")
    assert share(half, 0, "oxygen") < 0.1


def test_with_the_duct_down_what_is_freed_rises_into_the_face_of_who_looks_in():
    met = [stirred_and_blown(duct).seen("GAS").body for duct in ("down", "up")]
    h2s = [c.id for c in pit().site.carried].index("h2s")
    assert [body.alarm for body in met] == [True, False]
    assert met[0].gas[h2s] > 7.0 > 1.0 > met[1].gas[h2s]


def test_both_fans_at_the_bottom_change_the_air_there():
    stage = pit(o2_bottom_pct=8.0)
    stage.stand("ATT", "FA")
    for fan in ("FN-1", "FN-2"):
        stage.act("ATT", "operate", fan, "start")
        stage.wait(4)
    stage.wait(90)
    assert share(stage, 0, "oxygen") > 0.195
