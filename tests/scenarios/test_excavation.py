"""Excavation: ground, a cable on no drawing, a lorry at the edge, a line that opens up."""

import pytest

from tests.works import facts_of, played, points

ID = "excavation"


@pytest.mark.parametrize("hidden", [
    {},
    {"ground": "soft", "cable": "there"},
    {"truck": "yes", "card": "expired"},
    {"cable": "there", "truck": "yes", "rise_s": 340.0},
])  # fmt: skip
def test_every_branch_can_be_won_without_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"] and "begun_right" in facts_of(done)


def test_nobody_acts_and_it_goes_wrong_without_a_veto_of_the_commanders():
    done, sheet = played(ID, "idle", ground="soft")
    assert {"begun_unbidden", *("ignition",)} <= facts_of(done)
    assert sheet.score_raw < 60 and sheet.vetoes == ()


def test_unshored_soft_ground_buries_somebody_unless_the_cracks_are_heeded():
    heeded, sheet = played(ID, "careless:unshored", ground="soft")
    assert "trench_collapsed" not in facts_of(heeded) and [v.veto_id for v in sheet.vetoes] == ["unshored"]
    emergency = ("stop", "evacuate", "pump", "head", "sitrep", "count", "draft", "watch", "handover", "handover_later")
    buried, _ = played(ID, "careless:unshored", skip=emergency, ground="soft")
    assert "trench_collapsed" in facts_of(buried)


def test_a_cable_that_was_not_located_is_hit_and_one_found_by_a_trial_pit_is_not():
    hit, _ = played(ID, "careless:unlocated", cable="there")
    assert "cable_hit" in facts_of(hit)
    assert "cable_hit" not in facts_of(played(ID, "expert", cable="there")[0])
