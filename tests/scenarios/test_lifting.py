"""Lifting: weight, ground, people on the walkway, and a wind that rises."""

import pytest

from tests.works import facts_of, played, points

ID = "lifting"


@pytest.mark.parametrize("hidden", [
    {},
    {"load": "heavier", "ground": "soft"},
    {"passer_s": 290.0, "wind_s": 340.0},
    {"load": "heavier", "wind_s": 390.0},
])  # fmt: skip
def test_every_branch_can_be_won_without_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"] and "begun_right" in facts_of(done)


def test_nobody_acts_and_it_goes_wrong_without_a_veto_of_the_commanders():
    done, sheet = played(ID, "idle", load="heavier")
    assert {"begun_unbidden", *("load_dropped", "struck")} <= facts_of(done)
    assert sheet.score_raw < 60 and sheet.vetoes == ()


def test_too_heavy_a_load_comes_down_and_one_that_another_crane_takes_does_not():
    emergency = ("stop", "evacuate", "head", "sitrep", "count", "draft", "watch", "handover", "handover_later")
    fallen, sheet = played(ID, "careless:unsound", skip=emergency, load="heavier")
    assert "load_dropped" in facts_of(fallen) and points(sheet)["NO_DROP"] == 0.0
    assert "load_dropped" not in facts_of(played(ID, "expert", load="heavier")[0])


def test_a_crane_that_leans_can_still_be_put_down():
    """Who looked at nothing but stops at the first lean loses the marks and nobody's life."""
    done, sheet = played(ID, "careless:unsound", ground="soft")
    lean = [e for e in done.events if e.kind == "cue_revealed" and e.seat == "IC" and e.subject == "crane_unsteady"]
    assert lean and "load_dropped" not in facts_of(done) and [v.veto_id for v in sheet.vetoes] == ["unsound"]
