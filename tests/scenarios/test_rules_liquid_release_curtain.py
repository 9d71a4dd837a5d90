"""Water curtain: what lies behind it meets less vapour, what lies before it as much as ever; it needs the main."""

import numpy as np
import pytest

from scenarios.rules.ground import curtains
from sim_core.draft import Draft
from tests.drills import SEATS, Stage, drill, put


def overflowing(**hidden: float | str) -> Stage:
    """Vapour has drifted east, toward the manifold, for four minutes."""
    stage = Stage(drill(overflow_at_s=3.0, inflow_m3_h=900.0, wind_from_deg=270.0, wind_speed_m_s=2.0, **hidden))
    stage.wait(240)
    return stage


def met(stage: Stage, tag: str) -> float:
    return stage.world.hazard.met_gauges[stage.site.tag_index[tag]]


def test_opened_from_the_panel_it_stands_and_is_seen():
    stage = Stage(drill())
    stage.stand("OUT", "RE")
    assert stage.act("DCS", "operate", "CT-1", "open") == ""
    stage.wait(15)
    assert [(s.id, s.x_m, s.y_m) for s in stage.seen("OUT").seen if s.kind == "curtain"] == [("CT-1", 88.0, 20.0)]


def test_behind_it_vapour_is_thinned_by_what_the_law_says_and_before_it_not_at_all():
    """60 L/min a metre, 2 m/s, 2 m deep: 1 + 5000 x 0.001 / 4 at the row; (F - 1) / (1 + x / 20)^2 behind it."""
    stage = overflowing()
    stage.stand("OUT", "MF")
    stage.stand("SAF", "DV1")
    stage.wait(1)
    dry_behind, dry_before = stage.met_lel("OUT"), stage.met_lel("SAF")
    assert dry_behind > 1.0 and dry_before > 1.0
    wind = stage.world.weather.speed_m_s
    put(stage, CT_1="open")
    stage.wait(1)
    far = 112.0 - 88.0
    factor = 1.0 + 5000.0 * 0.001 / (wind * 2.0) / (1.0 + far / 20.0) ** 2
    assert dry_behind / stage.met_lel("OUT") == pytest.approx(factor, rel=0.03)
    assert dry_before / stage.met_lel("SAF") == pytest.approx(1.0, rel=0.03)


def test_on_the_side_away_from_the_drift_it_changes_nothing():
    stage = overflowing()
    stage.stand("OUT", "MF")
    stage.wait(1)
    dry = stage.met_lel("OUT")
    put(stage, CT_2="open")
    stage.wait(1)
    assert dry / stage.met_lel("OUT") == pytest.approx(1.0, rel=0.03)


def test_without_the_fire_pump_there_is_neither_curtain_nor_foam():
    stage = Stage(drill(overflow_at_s=3.0))
    put(stage, CT_1="open", FM_1="open")
    stage.wait(20)
    assert any(s.kind == "curtain" for s in stage.world.sights) and stage.world.foam_stock_l < 16000.0
    assert stage.act("DCS", "operate", "FP-1", "stop") == ""
    stage.wait(12)
    stock = stage.world.foam_stock_l
    stage.wait(5)
    assert not any(s.kind == "curtain" for s in stage.world.sights) and stage.world.foam_stock_l == stock


def test_by_hand_it_is_opened_at_its_valves_only():
    stage = Stage(drill())
    assert stage.act("FF", "operate", "CT-2", "open") == "out_of_reach"
    stage.stand("FF", "CV1")
    assert stage.act("FF", "operate", "CT-2", "open") == ""
    stage.wait(30)
    assert stage.device("CT-2").state == "open"


def test_a_colleague_opens_it_on_order():
    stage = Stage(drill(tuple(s for s in SEATS if s != "DCS")))
    assert stage.act("IC", "operate", "CT-1", "open", to="DCS") == ""
    stage.wait(30)
    assert stage.device("CT-1").state == "open" and stage.device("CT-1").by == "IC"


@pytest.mark.parametrize(("point", "crosses"), [((112.0, 20.0), True), ((80.0, 20.0), False), ((20.0, -30.0), False)])
def test_only_the_straight_way_from_the_release_across_the_row_counts(point: tuple[float, float], crosses: bool):
    stage = Stage(drill())
    east = stage.rules.incident.curtains[0]
    found = curtains.dilution(Draft(stage.world), stage.rules, east, 60.0, np.array([point]))
    assert (float(found[0]) > 1.0) is crosses
