"""What hot work in the tank farm promises beyond what every scenario holds."""

import pytest

from tests.works import facts_of, played, points

ID = "hot_work"
EMERGENCY = ("stop", "alarm", "evacuate", "shut", "extinguish")


@pytest.mark.parametrize("hidden", [
    {},
    {"grade": "first", "blind": "missing", "drain_lel": "15"},
    {"wind_speed_m_s": 12.0, "sampling": "yes", "camera": "not_ex"},
    {"wind_speed_m_s": 2.0, "camera": "not_ex", "drain_lel": "15", "rise_s": 690.0},
    {"test_age_min": 50.0, "sampling": "yes", "blind": "missing"},
])  # fmt: skip
def test_every_branch_can_be_won_without_fire_or_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not facts_of(done) & {"ignition", "fire_begun", "tank_explosion"}
    assert not [e for e in done.events if e.kind == "harm"]


def test_in_a_strong_wind_the_work_is_put_off_and_the_leak_dealt_with_all_the_same():
    done, sheet = played(ID, "expert", wind_speed_m_s=11.0)
    assert {"put_off_for_wind", "never_begun", "leak_stopped"} <= facts_of(done)
    assert points(sheet)["MONITOR"] == 4 and points(sheet)["STOPWORK"] == 6


def test_who_does_not_stop_the_work_sees_the_flash_fire_and_who_stops_it_does_not():
    done, sheet = played(ID, "expert", skip=EMERGENCY, wind_speed_m_s=2.5)
    assert "ignition" in facts_of(done) and points(sheet)["NO_HARM"] == 0.0
    assert "ignition" not in facts_of(played(ID, "expert", wind_speed_m_s=2.5)[0])


def test_without_blinds_the_tank_explodes_and_with_them_it_does_not():
    done, sheet = played(ID, "careless:valve_for_blind", blind="missing")
    assert {"ignition", "tank_explosion"} <= facts_of(done)
    assert [v.veto_id for v in sheet.vetoes] == ["valve_for_blind"]
    assert "tank_explosion" not in facts_of(played(ID, "expert", blind="missing")[0])


def test_slag_burns_where_no_blanket_lies_and_the_watcher_puts_it_out():
    done, sheet = played(ID, "expert", skip=("tray",))
    assert {"fire_begun", "fire_out"} <= facts_of(done) and "fire_spread" not in facts_of(done)
    assert points(sheet)["EXTING"] == 3 and points(sheet)["COVER"] == 0


def test_a_crew_that_waits_too_long_begins_by_itself_and_that_is_no_veto_of_the_commanders():
    done, sheet = played(ID, "idle")
    assert {"begun_unbidden", "ignition"} <= facts_of(done)
    assert sheet.vetoes == () and sheet.score_raw < 60


def test_stopping_in_time_leaves_a_margin_at_every_wind_at_which_work_is_allowed():
    """From the first cue of the watcher to gas of half its lower limit at the arc: more than the target of 30 s."""
    for wind in (2.0, 3.0, 4.5):
        done, _ = played(ID, "expert", skip=EMERGENCY, wind_speed_m_s=wind)
        seen = min(e.tick for e in done.events if e.kind == "cue_revealed" and e.subject == "gas_rising")
        lit = [e.tick for e in done.events if e.kind == "fact" and e.subject == "ignition"]
        assert not lit or lit[0] - seen > 30 * 20, wind
