"""Methane and a spark: where they meet it burns, once, and strikes who is near."""

import pytest

from tests.pits import dress, facts, fill, pit, share

LEL = 0.05


@pytest.mark.parametrize(("device", "place", "lel", "burns"), [
    ("FN-2", "FA", 0.12, True),
    ("LP-2", "LA", 0.12, True),
    ("FN-1", "FA", 0.30, False),
    ("LP-1", "LA", 0.30, False),
    ("FN-2", "FA", 0.08, False),
])  # fmt: skip
def test_what_is_not_ex_above_a_tenth_of_lel(device, place, lel, burns):
    stage = pit()
    fill(stage, methane=lel * LEL)
    stage.stand("FF", place)
    stage.act("FF", "operate", device, "start")
    stage.wait(6)
    assert (facts(stage).get("explosion") == ("", "FF")) is burns
    assert (stage.world.hazard.ignited_tick >= 0) is burns
    assert ("blast" in stage.seen("IC").heard) is burns


def test_who_is_inside_dies_who_is_far_does_not_and_the_methane_is_gone():
    stage = pit()
    fill(stage, methane=0.12 * LEL)
    inside = ("ENT", "GAS", "MED")
    dress(stage, *inside)
    for seat in inside:
        stage.stand(seat, "P3")
    stage.stand("FF", "LA")
    stage.act("FF", "operate", "LP-2", "start")
    stage.wait(5)
    assert [stage.person(seat).state for seat in inside] == ["dead"] * 3
    assert stage.person("FF").state in ("hurt", "dead")
    assert stage.person("IC").state == "fit"
    assert share(stage, 0, "methane") < 0.01 * LEL
    assert share(stage, 0, "oxygen") == pytest.approx(0.209 - 2.0 * 0.12 * LEL, abs=2.0e-3)
    assert stage.world.beyond == () or all("tnt" in name for name in stage.world.beyond)
