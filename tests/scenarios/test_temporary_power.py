"""Temporary power: a lock, a box, a cable, and a pump whose seal leaks."""

import pytest

from tests.works import facts_of, played, points

ID = "temporary_power"


@pytest.mark.parametrize("hidden", [
    {},
    {"box": "not_ex", "cable": "damaged"},
    {"restores_s": 220.0, "rise_s": 330.0},
    {"cable": "damaged", "rise_s": 390.0},
])  # fmt: skip
def test_every_branch_can_be_won_without_harm(hidden):
    done, sheet = played(ID, "expert", **hidden)
    assert sheet.passed and not sheet.vetoes, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"] and "begun_right" in facts_of(done)


def test_nobody_acts_and_it_goes_wrong_without_a_veto_of_the_commanders():
    done, sheet = played(ID, "idle")
    assert {"begun_unbidden", *("shocked",)} <= facts_of(done)
    assert sheet.score_raw < 60 and sheet.vetoes == ()


def test_without_a_lock_somebody_switches_on_and_with_one_he_cannot():
    """Switched off and not locked: the fitter is struck while he works."""
    done, sheet = played(ID, "careless:not_locked")
    assert "shocked" in facts_of(done) and [v.veto_id for v in sheet.vetoes] == ["not_locked"]
    off, _ = played(ID, "expert", skip=("lock",), restores_s=220.0)
    assert "lock_held" not in facts_of(off)
    kept, _ = played(ID, "expert", restores_s=220.0)
    assert "lock_held" in facts_of(kept) and "shocked" not in facts_of(kept)


def test_a_box_that_is_not_ex_lights_the_leak_though_the_work_has_stopped():
    lit, sheet = played(ID, "expert", skip=("box", "pump"), box="not_ex")
    assert "ignition" in facts_of(lit) and points(sheet)["NO_FIRE"] == 0.0
    assert "ignition" not in facts_of(played(ID, "expert", skip=("pump",), box="not_ex")[0])
