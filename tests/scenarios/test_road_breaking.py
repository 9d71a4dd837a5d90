"""Closing and breaking a road: the culvert below, the way round, the night, the fire engine."""

import pytest

from tests.works import facts_of, played, points

ID = "road_breaking"


@pytest.mark.parametrize("hidden", [
    {},
    {"culvert_lel": "22", "detour": "blocked"},
    {"night": "yes", "calls_s": "265"},
    {"culvert_lel": "22", "night": "yes", "needed_s": 350.0},
])  # fmt: skip
def test_every_branch_can_be_won_without_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"] and "begun_right" in facts_of(done)


def test_nobody_acts_and_it_goes_wrong_without_a_veto_of_the_commanders():
    done, sheet = played(ID, "idle", culvert_lel="22")
    assert {"begun_unbidden", *("ignition",)} <= facts_of(done)
    assert sheet.score_raw < 60 and sheet.vetoes == ()


def test_the_culvert_flashes_where_nobody_has_tested_it_and_not_where_its_gas_was_cut_off():
    lit, sheet = played(ID, "careless:culvert_untested", culvert_lel="22")
    assert "ignition" in facts_of(lit) and [v.veto_id for v in sheet.vetoes] == ["culvert_untested"]
    assert "ignition" not in facts_of(played(ID, "expert", culvert_lel="22")[0])


def test_the_fire_engine_passes_in_time_or_is_held_up():
    passed, sheet = played(ID, "expert")
    assert "engine_passed" in facts_of(passed) and points(sheet)["PASSED"] == 4.0
    held, lost = played(ID, "careless:engine_held_up")
    assert "engine_held_up" in facts_of(held) and points(lost)["PLATES"] == 0.0


@pytest.mark.parametrize("night", ["no", "yes"])
def test_a_car_stops_at_the_barriers_by_night_only_where_lights_are(night):
    lit, _ = played(ID, "expert", night=night)
    dark, _ = played(ID, "expert", skip=("lights",), night=night)
    assert "car_stopped" in facts_of(lit)
    assert ("car_in_the_cut" in facts_of(dark)) is (night == "yes")
