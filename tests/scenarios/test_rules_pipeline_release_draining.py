"""The culvert: oil floats down to gate, pool, boom or open water; vapour gathers beneath the covers, air drives it."""

import pytest

from tests.culverts import LFL, culvert, facts, fill, street
from tests.drills import put


def oil(stage) -> list[float]:
    return [pool.mass_kg for pool in culvert(stage).oil]


def test_oil_goes_down_with_the_water_and_never_up():
    stage = street(leak_reach="MH-3")
    stage.wait(300)
    kg = oil(stage)
    assert kg[0] == kg[1] == 0.0
    assert kg[2] > kg[3] > kg[4] > 0.0


def test_an_open_gate_lets_it_out_to_the_water():
    stage = street(leak_reach="MH-5", leak_m3_h=50.0)
    stage.wait(400)
    assert stage.world.hazard.drained_kg > 200.0
    assert "water_polluted" in facts(stage)
    stage.stand("OUT", "QW")
    stage.wait(1)
    assert "SEA" in [s.id for s in stage.seen("OUT").seen if s.kind == "pool"]


@pytest.mark.parametrize(("devices", "out", "held"), [
    ({"OV_1": "closed"}, False, False),
    ({"OV_1": "closed", "AV_1": "open"}, False, True),
    ({"AV_1": "open"}, False, True),
])  # fmt: skip
def test_a_shut_gate_keeps_it_back_and_the_accident_pool_takes_it(devices, out, held):
    stage = street(leak_reach="MH-5", leak_m3_h=50.0)
    put(stage, **devices)
    stage.wait(400)
    assert (stage.world.hazard.drained_kg > 0.0, stage.world.hazard.moved_kg > 0.0) == (out, held)


def test_a_boom_catches_four_fifths_of_what_comes_out():
    stage = street(leak_reach="MH-5", leak_m3_h=50.0)
    put(stage, BM_1="laid")
    stage.wait(400)
    hazard = stage.world.hazard
    assert hazard.moved_kg / (hazard.moved_kg + hazard.drained_kg) == pytest.approx(0.8)


def test_a_boom_is_laid_by_hand_at_the_outfall():
    stage = street()
    assert stage.act("FF", "operate", "BM-1", "lay") == "out_of_reach"
    stage.stand("FF", "BW")
    assert stage.act("FF", "operate", "BM-1", "lay") == ""
    stage.wait(62)
    assert stage.device("BM-1").state == "laid"


def test_vapour_passes_the_lower_limit_under_the_covers_within_minutes_and_never_what_saturates():
    """Crude at 12 C: ln p = 20.1019 - 2946.62 / T; six tenths of it are left, of 101325 Pa."""
    stage = street(leak_m3_h=50.0)
    stage.wait(600)
    saturated = 0.6 * 2.718281828**(20.1019 - 2946.62 / 285.15) / 101325.0
    assert LFL < max(culvert(stage).vapour) < 1.02 * saturated
    assert culvert(stage).vapour[0] < 0.01 * LFL


def test_it_gathers_though_the_leak_is_shut_in_again():
    stage = street()
    stage.wait(120)
    put(stage, P_1="stopped", BV_1="closed", BV_2="closed")
    early = culvert(stage).vapour[1]
    stage.wait(400)
    assert culvert(stage).vapour[1] > 2.0 * early


def test_old_vapour_is_there_from_the_start_most_at_the_leak():
    vapour = culvert(street(culvert_lel=80.0, leak_reach="MH-2")).vapour
    assert [f / LFL for f in vapour] == pytest.approx([0.4, 0.8, 0.4, 0.2, 0.1])


def test_the_blower_clears_the_upper_reaches_and_drives_it_down():
    """5 m3/s and a draught of 0.06 through reaches of 270 m3: the first is down to e^-(5.06 t / 270) of itself."""
    still, blown = (street(leak_m3_h=2.0, leak_reach="MH-5") for _ in range(2))
    put(blown, FN_1="running")
    for stage in (still, blown):
        fill(stage, 1.0, 1.0, 0.0, 0.0, 0.0)
        stage.wait(60)
    assert culvert(blown).vapour[0] / LFL == pytest.approx(2.718281828 ** (-5.06 * 60 / 270.0), rel=0.02)
    assert culvert(blown).vapour[2] > 10.0 * culvert(still).vapour[2]


def test_over_a_manhole_a_tenth_of_it_is_met_and_elsewhere_nothing():
    stage = street()
    fill(stage, 0.0, 0.0, 5.0, 0.0, 0.0)
    stage.stand("OUT", "MH-3")
    stage.stand("SAF", "S3")
    stage.wait(1)
    assert stage.met_lel("OUT") == pytest.approx(50.0, rel=0.02)
    assert stage.met_lel("SAF") == 0.0
    assert stage.seen("OUT").body.smell == 2
