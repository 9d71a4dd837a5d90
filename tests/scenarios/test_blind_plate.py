"""Putting in a blind: the right flange, a valve that holds, a card that is valid, gas from upstream."""

import pytest

from tests.works import facts_of, played, points

ID = "blind_plate"


@pytest.mark.parametrize("hidden", [
    {},
    {"list": "wrong_flange", "passing": "passing"},
    {"card": "expired", "calls_s": "290"},
    {"list": "wrong_flange", "card": "expired", "rise_s": 330.0},
])  # fmt: skip
def test_every_branch_can_be_won_without_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"] and "begun_right" in facts_of(done)


def test_nobody_acts_and_it_goes_wrong_without_a_veto_of_the_commanders():
    done, sheet = played(ID, "idle", list="wrong_flange")
    assert {"begun_unbidden", *("work_flawed",)} <= facts_of(done)
    assert sheet.score_raw < 60 and sheet.vetoes == ()


def test_at_the_wrong_flange_the_crew_stands_in_vapour_and_at_the_right_one_it_does_not():
    wrong, _ = played(ID, "careless:wrong_flange", list="wrong_flange")
    right, _ = played(ID, "careless:wrong_flange")
    assert [[e.subject for e in d.events if e.kind == "harm"] != [] for d in (wrong, right)] == [True, False]


def test_a_watcher_who_is_called_away_is_called_back():
    done, sheet = played(ID, "expert", calls_s="250")
    away = [e for e in done.events if e.kind == "did" and e.seat == "ATT" and e.act == "go" and e.subject == "RS"]
    back = [e for e in done.events if e.kind == "ordered" and e.to == "ATT" and e.subject == "BP" and e.act == "go"]
    assert away and back and "watcher_left" not in facts_of(done) and sheet.passed
    alone, lost = played(ID, "expert", skip=("call_back",), calls_s="250")
    assert "watcher_left" in facts_of(alone) and [v.veto_id for v in lost.vetoes] == ["watcher_left"]
