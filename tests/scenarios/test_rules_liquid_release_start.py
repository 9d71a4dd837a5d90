"""Start and weather: what a draw makes of tick 0, what stays of it, and the wind of each second."""

from math import pi

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.rules.ground.start import ticks
from sim_core.chance import drill_keys
from sim_core.pack import digest
from tests.drills import SCENARIO, Stage, drill

VALUES = {
    "gauge_stuck_s": 60.0, "gauge_offset_m": 0.2, "inflow_m3_h": 900.0, "wind_speed_m_s": 6.0, "wind_from_deg": 90.0,
    "wind_shift_s": 180.0, "wind_shift_deg": 90.0, "switch_dead": "yes", "rosov_fails": "yes",
    "dead_detectors": "LEL-1", "ignition_place": "boiler", "ignition_start_s": 420.0, "vehicle_start_s": 300.0,
    "night": "yes", "fog": "yes", "foam": "short", "radio_dead": "FF",
}  # fmt: skip


def test_each_hidden_parameter_changes_the_world_at_tick_0():
    """The source's moment alone waits for the place: it is drawn with a place fixed."""
    assert set(VALUES) == {h.id for h in SCENARIO.hidden}
    base = {"ignition_place": "gate", "inflow_m3_h": 600.0}
    plain = digest(drill(**base).point.world)
    for name, value in VALUES.items():
        assert digest(drill(**{**base, name: value}).point.world) != plain, name


def test_the_shift_finds_everything_normal():
    world, site = drill().point.world, SCENARIO.site
    assert [s.state for s in world.devices] == [d.normal for d in site.devices]
    assert [p.seat for p in world.people] == [r.seat for r in SCENARIO.roles]
    assert [p.place for p in world.people] == [r.place for r in SCENARIO.roles]
    assert all((p.x_m, p.y_m) == (site.place[p.place].x_m, site.place[p.place].y_m) for p in world.people)
    assert world.hazard.train.puffs.shape[1] == 0 and world.facts == () and world.ended == ""
    assert all(t.level_m < tank.rim_m for t, tank in zip(world.tanks, site.tanks, strict=True))
    assert set(world.panel.alarms) == {0}


def test_humans_are_no_colleagues():
    world = drill(humans=("IC", "FF")).point.world
    assert [p.seat for p in world.people if not p.colleague] == ["IC", "FF"]


def test_the_valve_that_fails_is_the_one_at_the_inlet():
    stage = Stage(drill(rosov_fails="yes"))
    assert [d.id for d, s in zip(stage.site.devices, stage.world.devices, strict=True) if s.stuck] == ["XV-101"]


def test_nothing_is_alarmed_at_the_start_of_any_draw():
    for offset in (0.2, 0.6):
        stage = Stage(drill(gauge_offset_m=offset, inflow_m3_h=600.0))
        stage.wait(5)
        assert not stage.told("alarm")


def test_the_wind_turns_by_its_angle_over_a_minute():
    still = Stage(drill(wind_speed_m_s=6.0, wind_from_deg=0.0))
    turning = Stage(drill(wind_speed_m_s=6.0, wind_from_deg=0.0, wind_shift_s=180.0, wind_shift_deg=90.0))
    turned = []
    for second in (170, 210, 245):
        for stage in (still, turning):
            stage.change(tick=ticks(second))
            stage.tick_with()
        turned.append((turning.world.weather.bearing_rad - still.world.weather.bearing_rad) * 180.0 / pi)
    assert turned == [0.0, pytest.approx(45.0), pytest.approx(90.0)]


def test_the_wind_blows_where_it_should_and_changes_slowly():
    stage = Stage(drill(wind_speed_m_s=5.0, wind_from_deg=0.0))
    before = None
    for _ in range(120):
        stage.wait(1)
        w = stage.world.weather
        assert 2.5 < w.speed_m_s < 7.5 and w.v_m_s < 0.0 and abs(w.u_m_s) < -w.v_m_s
        assert w.speed_m_s * w.speed_m_s == pytest.approx(w.u_m_s * w.u_m_s + w.v_m_s * w.v_m_s)
        assert before is None or abs(w.speed_m_s - before) < 0.1
        before = w.speed_m_s


@pytest.mark.parametrize(
    ("night", "speed", "stability"), [("yes", 1.0, "F"), ("yes", 4.0, "D"), ("no", 4.0, "D"), ("no", 1.0, "C")]
)
def test_stability_follows_from_sky_and_wind(night: str, speed: float, stability: str):
    assert drill(night=night, wind_speed_m_s=speed).point.world.weather.stability == stability


def test_a_drain_that_was_left_open_stands_open_and_alone():
    keys = drill_keys(7)
    left = build(load("loading_arm_leak"), keys.hidden, keys.world, hidden={"drain": "open"})
    shut = build(load("loading_arm_leak"), keys.hidden, keys.world, hidden={"drain": "closed"})
    devices, states = left.rules.site.devices, left.point.world.devices
    parted = [d.id for d, a, b in zip(devices, states, shut.point.world.devices, strict=True) if a != b]
    assert parted == ["DV-1"] and states[left.rules.site.device_index["DV-1"]].opening == 1.0
