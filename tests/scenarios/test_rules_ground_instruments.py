"""Instruments: what they make of the truth: offsets, sticking, dead cells, lags, display steps."""

from dataclasses import replace

import pytest

from tests.drills import SCENARIO, Stage, drill

SHOWN_MOST = 100.0
TAG = SCENARIO.site.tag_index


def reading(stage: Stage, tag: str) -> float:
    return stage.world.panel.readings[TAG[tag]]


def test_a_level_reads_low_and_sticks_at_its_moment():
    stage = Stage(drill(gauge_offset_m=0.5, gauge_stuck_s=20.0))
    stage.wait(19)
    assert reading(stage, "LT-101") == pytest.approx(stage.world.tanks[0].level_m - 0.5, abs=0.006)
    stage.wait(2)
    held = reading(stage, "LT-101")
    stage.wait(60)
    assert reading(stage, "LT-101") == held
    assert stage.world.tanks[0].level_m - 0.5 - held > 0.01
    assert stage.seen("DCS").panel.still_s[TAG["LT-101"]] >= 60
    assert reading(stage, "LT-102") == pytest.approx(stage.world.tanks[1].level_m, abs=0.006)


@pytest.mark.parametrize(("dead", "shown"), [("no", 1.0), ("yes", 0.0)])
def test_the_independent_switch_tells_unless_it_is_dead(dead: str, shown: float):
    stage = Stage(drill(overflow_at_s=10.0, switch_dead=dead))
    stage.wait(20)
    assert reading(stage, "LSH-101") == shown and reading(stage, "LSH-102") == 0.0
    assert [e.subject for e in stage.told("alarm") if e.subject.startswith("LSH")] == ["LSH-101"] * int(shown)


def test_a_detector_follows_with_a_lag_and_a_dead_one_never():
    stage = Stage(drill(dead_detectors="LEL-2"))
    stage.wait(1)
    lel = tuple(80.0 if n.kind == "gas" else 0.0 for n in stage.site.instruments)
    curve = []
    for _ in range(30):
        for _ in range(20):
            stage.change(hazard=replace(stage.world.hazard, met_gauges=lel))
            stage.tick_with()
        curve.append(reading(stage, "LEL-1"))
    assert abs(curve[11] - 80.0 * (1 - 2.718281828**-1)) < 4.0  # 12 s
    assert 70.0 < curve[-1] < 81.0 and reading(stage, "LEL-2") == 0.0
    assert stage.told("alarm", subject="LEL-1") and not stage.told("alarm", subject="LEL-2")


def test_a_detector_shows_no_more_than_its_range():
    stage = Stage(drill())
    for _ in range(100 * 20):
        stage.change(hazard=replace(stage.world.hazard, met_gauges=(900.0,) * len(stage.site.instruments)))
        stage.tick_with()
    assert reading(stage, "LEL-1") <= SHOWN_MOST + 1.0


def test_a_portable_shows_what_its_carrier_stands_in():
    stage = Stage(drill())
    for _ in range(60 * 20):
        stage.vapour(40.0)
        stage.tick_with()
    assert stage.seen("OUT").body.lel == 40.0 and stage.seen("FF").body.lel == -1.0
    assert stage.person("FF").portable == ()
    stage.stand("OUT", "CR")
    stage.wait(60)
    assert stage.seen("OUT").body.lel == 0.0


def test_flow_position_running_and_wind_tell_the_truth_within_their_noise():
    stage = Stage(drill(wind_speed_m_s=4.0, wind_from_deg=120.0, inflow_m3_h=700.0))
    stage.wait(5)
    assert abs(reading(stage, "FI-101") - 700.0) <= 12.0
    assert (reading(stage, "ZS-101"), reading(stage, "ZS-102"), reading(stage, "PR-101")) == (100.0, 0.0, 1.0)
    weather = stage.world.weather
    assert abs(reading(stage, "WS-1") - weather.speed_m_s) < 0.25
    from_deg = (weather.bearing_rad * 57.29577951308232 + 180.0) % 360.0
    assert abs(reading(stage, "WD-1") - from_deg) < 10.0
    stage.act("DCS", "operate", "XV-101", "close")
    stage.wait(13)
    assert 40.0 < reading(stage, "ZS-101") < 60.0
    assert stage.world.tanks[0].inflow_kg_s < 0.7 * 700.0 / 3.6 * 0.75
    stage.wait(15)
    assert reading(stage, "ZS-101") == 0.0 and reading(stage, "FI-101") == 0.0


def test_a_valve_that_fails_shows_on_its_position():
    stage = Stage(drill(rosov_fails="yes"))
    stage.act("DCS", "operate", "XV-101", "close")
    stage.wait(60)
    assert reading(stage, "ZS-101") == 100.0 and reading(stage, "FI-101") > 100.0
