"""Work at height: anchor, boards, card, and a wind that rises."""

import pytest

from tests.works import facts_of, played, points

ID = "work_at_height"


@pytest.mark.parametrize("hidden", [
    {},
    {"anchor": "loose", "boards": "rotten"},
    {"card": "expired", "calls_s": "290"},
    {"wind_to_m_s": 13.5, "wind_s": 330.0, "boards": "rotten"},
])  # fmt: skip
def test_every_branch_can_be_won_without_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"] and "begun_right" in facts_of(done)


def test_nobody_acts_and_it_goes_wrong_without_a_veto_of_the_commanders():
    done, sheet = played(ID, "idle", boards="rotten")
    assert {"begun_unbidden", *("fell",)} <= facts_of(done)
    assert sheet.score_raw < 60 and sheet.vetoes == ()


def test_staying_aloft_in_the_wind_costs_a_fall_that_the_line_holds_and_coming_down_does_not():
    stayed, sheet = played(ID, "careless:in_wind", wind_to_m_s=13.5)
    assert "fall_arrested" in facts_of(stayed) and [v.veto_id for v in sheet.vetoes] == ["in_wind"]
    down, _ = played(ID, "expert", wind_to_m_s=13.5)
    assert not {"fall_arrested", "fell", "worked_on_in_wind"} & facts_of(down)


def test_on_rotten_boards_somebody_falls_and_with_new_ones_nobody_does():
    fallen, _ = played(ID, "careless:unsound", boards="rotten", anchor="loose")
    assert "fell" in facts_of(fallen) and [e.subject for e in fallen.events if e.kind == "harm"] == ["W1"]
    assert "fell" not in facts_of(played(ID, "expert", boards="rotten", anchor="loose")[0])
