"""Warning: pitch and colour tell that a vessel may burst; who stands near it then; monitors before its end."""

import pytest

from scenarios.rules.pressurised_release import warning
from tests.drills import put
from tests.scenarios.bullets import OWN, bullet, heated

RISEN_K = 331.5  # propane boils at 2.05 MPa here: more than 1.08 x 1.77 MPa over ambient


def test_it_burns_from_the_start():
    stage = bullet()
    stage.wait(9)
    assert stage.world.hazard.ignited_tick < 0
    stage.wait(3)
    assert stage.told("fact", subject="ignition")
    assert stage.world.hazard.leaks[0].burning_s >= 0.0
    assert stage.world.hazard.train.puffs.shape[1] == 0  # nothing drifts: what leaks burns
    assert stage.world.hazard.burned_kg == pytest.approx(stage.world.hazard.spilled_kg, rel=0.2)


@pytest.mark.parametrize(("layer_k", "relief", "sound"), [
    (RISEN_K, True, "shriek"), (RISEN_K - 5.0, True, "scream"), (RISEN_K, False, ""),
])  # fmt: skip
def test_the_pitch_of_the_relief_valve_rises_with_the_pressure_above_its_own(layer_k, relief, sound):
    stage = bullet()
    stage.wait(12)
    heated(stage, layer_k=layer_k, relief=relief)
    pitch = warning.pitch_rises(stage.rules, stage.world.hazard.vessels[OWN])
    assert pitch is (sound == "shriek")
    if relief:
        stage.wait(1)
        heard = stage.seen("IC").heard
        assert (sound in heard) and not ({"scream", "shriek"} - {sound} & set(heard))


def test_a_short_relief_valve_lets_the_pressure_climb_and_a_sound_one_does_not():
    rises = {}
    for percent in (100.0, 15.0):
        stage = bullet(relief_pct=percent, flame_kw_m2=160.0)
        stage.wait(300)
        rises[percent] = bool(stage.told("fact", subject="warning_sign")) and not any(
            e.detail == "glowing" for e in stage.events if e.kind == "changed"
        )
    assert rises == {100.0: False, 15.0: True}


def test_four_radii_of_the_fireball_and_ninety_metres_at_least():
    stage = bullet()
    vessel = stage.world.hazard.vessels[OWN]
    for kg, metres in ((8000.0, 4 * 2.9 * 20.0), (100.0, 90.0)):
        heated(stage, liquid_kg=kg)
        assert warning.radius_m(stage.rules, stage.world.hazard.vessels[OWN]) == pytest.approx(metres, rel=1e-6)
    assert vessel.liquid_kg > 8000.0


def signalled(at: str, **what: object):
    """A stage on which the shell has glowed for so long that nobody should be near, OUT at a place."""
    stage = bullet()
    stage.wait(12)
    for seat in ("OUT", "FF", "SAF"):
        stage.stand(seat, "CP-E")
    stage.stand("OUT", at)
    heated(stage, state="glowing", wall_k=840.0, warned_s=float(stage.rules.incident.retreat_s))
    if what:
        stage.put("OUT", **what)
    stage.wait(2)
    return stage


@pytest.mark.parametrize(("at", "inside"), [("WME", True), ("LO1", True), ("CP-E", False), ("CR", False)])
def test_who_stands_near_after_the_sign_is_noted(at, inside):
    assert bool(signalled(at).told("fact", subject="crew_inside")) is inside


def test_who_is_on_the_way_out_is_not_to_blame():
    stage = signalled("LO1", until_tick=40_000, vx_m_s=1.7, tick=0, place="")
    assert not stage.told("fact", subject="crew_inside")


def test_before_the_time_for_it_is_over_nobody_is_noted():
    stage = bullet()
    stage.wait(12)
    stage.stand("OUT", "WME")
    heated(stage, state="glowing", wall_k=840.0)
    stage.wait(stage.rules.incident.retreat_s - 10)
    assert stage.told("fact", subject="warning_sign")
    assert not stage.told("fact", subject="crew_inside")
    stage.wait(15)
    assert stage.told("fact", subject="crew_inside")


@pytest.mark.parametrize(("monitor", "place", "end"), [
    ("WM-N", "WMN", True), ("WM-S", "WMS", True), ("WM-E", "WME", False), ("WM-W", "WMW", False),
])  # fmt: skip
def test_a_manned_monitor_before_an_end_is_noted(monitor, place, end):
    stage = bullet()
    stage.wait(12)
    stage.stand("FF", place)
    assert stage.act("FF", "spray", monitor, "fog") == ""
    stage.wait(12)
    assert bool(stage.told("fact", subject="manned_at_end")) is end


def hottest(stage, seconds: float = 240.0) -> float:
    stage.wait(seconds)
    return max(v.wall_k for v in stage.world.hazard.vessels)


def test_a_flame_sweeps_off_most_of_a_spray_and_monitors_hold_it():
    spray, both = bullet(flame_kw_m2=180.0), bullet(flame_kw_m2=180.0)
    put(spray, WR_102="open")
    put(both, WR_102="open", RM_1="open", RM_2="open")
    bare = bullet(flame_kw_m2=180.0)
    assert hottest(bare) > hottest(spray) + 50.0 > hottest(both) + 300.0


def test_a_spray_that_is_blocked_gives_next_to_nothing_and_shows_no_water():
    sound, blocked = bullet(), bullet(ring_blocked="yes")
    for stage in (sound, blocked):
        assert stage.act("IC", "operate", "WR-102", "open") == ""
        stage.wait(14)
        stage.stand("OUT", "LO1")
    shown = [{s.id for s in stage.seen("OUT").seen if s.kind == "spray"} for stage in (sound, blocked)]
    assert shown == [{"WR-102"}, set()]
    assert hottest(blocked) > hottest(sound) + 60.0


def test_a_level_flame_strikes_the_neighbour_that_lies_in_its_way():
    at = {jet: bullet(jet=jet, hole_mm=20.0, wind_from_deg=90.0 if jet == "W" else 270.0) for jet in ("up", "E", "W")}
    for stage in at.values():
        stage.wait(150)
    hot = {jet: max(range(4), key=lambda n: stage.world.hazard.vessels[n].wall_k) for jet, stage in at.items()}
    assert hot == {"up": 1, "E": 2, "W": 0}
