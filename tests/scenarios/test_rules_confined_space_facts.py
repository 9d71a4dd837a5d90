"""Conduct held against the truth: who is to blame for what, just short of it and at it."""

from dataclasses import replace

import pytest

from tests.drills import Stage
from tests.pits import SEATS, dress, facts, fill, pit, space


def had_tested(stage, ago_s: float = 0.0) -> None:
    """Set the stage: every level was tested so long ago."""
    now = space(stage)
    ticks = tuple(stage.tick - int(ago_s * 20) for _ in now.tested_tick)
    stage.change(hazard=replace(stage.world.hazard, spaces=(replace(now, tested_tick=ticks),)))


def enter(stage, seat: str = "ENT") -> None:
    stage.stand(seat, "MT")
    stage.walk(seat, "P1")
    stage.wait(1.1)


VETOES = {"bare_entry", "filter_in_idlh", "entry_untested", "attendant_entered", "attendant_left", "stirred_occupied"}


def measure_all(stage: Stage) -> None:
    """The tester measures every level from the mouth."""
    stage.stand("GAS", "MT")
    for level in ("bottom", "middle", "top"):
        stage.act("GAS", "measure", "MT", level)
        stage.wait(15.1)


def test_dressed_and_on_a_fresh_test_nothing_is_noted():
    stage = pit()
    dress(stage, "ENT")
    had_tested(stage)
    enter(stage)
    assert not VETOES & set(facts(stage))


@pytest.mark.parametrize("worn", [("antistatic",), ("scba",), ("harness",)])
def test_without_set_or_line(worn):
    stage = pit()
    had_tested(stage)
    stage.put("ENT", worn=worn, air_tick=stage.tick)
    enter(stage)
    assert facts(stage)["bare_entry"] == ("ENT", "") and "filter_in_idlh" not in facts(stage)


def test_a_filter_mask_is_a_fault_of_its_own():
    stage = pit()
    had_tested(stage)
    stage.put("ENT", worn=("filter", "harness"))
    enter(stage)
    assert facts(stage)["filter_in_idlh"] == ("ENT", "") and "bare_entry" not in facts(stage)


def test_a_colleague_sent_in_bare_is_the_senders_fault():
    stage = pit(humans=("IC",))
    had_tested(stage)
    stage.act("IC", "go", "P1", to="ENT")
    stage.wait(40)
    assert facts(stage)["bare_entry"] == ("ENT", "IC")


@pytest.mark.parametrize(("ago_s", "counts"), [(1750.0, True), (1810.0, False)])
def test_a_test_counts_for_half_an_hour(ago_s, counts):
    stage = pit()
    stage.change(tick=1810 * 20)
    stage = _later(stage)
    dress(stage, "ENT")
    had_tested(stage, ago_s)
    enter(stage)
    assert ("entry_untested" not in facts(stage)) is counts


def _later(stage):
    stage.rules = replace(stage.rules, limit_tick=4000 * 20)
    return stage


def test_one_level_is_no_test_and_three_after_stirring_are():
    stage = pit()
    dress(stage, "ENT")
    stage.stand("GAS", "MT")
    stage.act("GAS", "stir", "MT")
    stage.wait(30.1)
    for level in ("bottom", "middle"):
        stage.act("GAS", "measure", "MT", level)
        stage.wait(15.1)
    assert "levels_tested" not in facts(stage)
    early = pit()
    dress(early, "ENT")
    early.change(hazard=replace(early.world.hazard, spaces=(space(stage),)))
    enter(early)
    assert facts(early)["entry_untested"] == ("ENT", "")
    stage.act("GAS", "measure", "MT", "top")
    stage.wait(15.1)
    assert facts(stage)["levels_tested"] == ("GAS", "")
    enter(stage)
    assert "entry_untested" not in facts(stage)


def test_three_levels_before_the_stirring_are_no_test_of_it():
    stage = pit()
    measure_all(stage)
    stage.act("GAS", "stir", "MT")
    stage.wait(31)
    assert "levels_tested" not in facts(stage)


def test_a_test_of_still_sludge_counts_no_more_once_it_is_stirred():
    stage = pit()
    dress(stage, "ENT")
    measure_all(stage)
    stage.act("GAS", "stir", "MT")
    stage.wait(31)
    enter(stage)
    assert facts(stage)["entry_untested"] == ("ENT", "")


@pytest.mark.parametrize(("h2s_ppm", "o2", "worn", "left"), [
    (300.0, 0.209, (), False), (90.0, 0.209, (), False), (40.0, 0.209, (), True), (300.0, 0.209, ("scba",), True),
    (0.0, 0.05, (), False), (0.0, 0.19, (), True),
])  # fmt: skip
def test_who_attends_without_a_set_may_step_out_of_bad_air(h2s_ppm, o2, worn, left):
    stage = pit()
    dress(stage, "ENT")
    enter(stage)
    fill(stage, hydrogen_sulfide=1.0e-6 * h2s_ppm, oxygen=o2)
    stage.put("ATT", worn=("antistatic", "portable", *worn), air_tick=stage.tick)
    stage.stand("ATT", "LD")
    stage.wait(1.1)
    assert ("attendant_left" in facts(stage)) is left


def test_the_attendant_may_go_while_nobody_is_inside_and_not_after():
    stage = pit()
    stage.walk("ATT", "GT")
    assert "attendant_left" not in facts(stage)
    dress(stage, "ENT")
    enter(stage)
    assert facts(stage)["attendant_left"] == ("ATT", "")


def test_the_attendant_at_the_fan_attends():
    stage = pit()
    stage.stand("ATT", "FA")
    dress(stage, "ENT")
    enter(stage)
    stage.wait(5)
    assert "attendant_left" not in facts(stage)


def test_the_attendant_goes_in_or_as_a_colleague_refuses():
    stage = pit()
    dress(stage, "ATT")
    enter(stage, "ATT")
    assert facts(stage)["attendant_entered"] == ("ATT", "")
    stage = pit(humans=tuple(s for s in SEATS if s != "ATT"))
    stage.act("IC", "go", "P1", to="ATT")
    stage.wait(30)
    assert stage.person("ATT").place == "MT" and "attendant_entered" not in facts(stage)
    assert [e.detail for e in stage.told("told", seat="IC", subject="go:P1")] == ["cannot"]


def test_stirring_with_somebody_inside():
    stage = pit()
    stage.stand("GAS", "MT")
    stage.act("GAS", "stir", "MT")
    stage.wait(31)
    assert "stirred_occupied" not in facts(stage)
    dress(stage, "ENT")
    enter(stage)
    stage.act("GAS", "stir", "MT")
    stage.wait(31)
    assert facts(stage)["stirred_occupied"] == ("GAS", "")


def test_oxygen_is_noted_as_soon_as_it_flows():
    stage = pit()
    stage.stand("ATT", "OX")
    assert "oxygen_blown_in" not in facts(stage)
    stage.act("ATT", "operate", "OX-1", "open")
    stage.wait(6)
    assert facts(stage)["oxygen_blown_in"] == ("", "ATT")


def test_air_is_kept_on_only_where_it_reaches_the_bottom():
    stage = pit()
    stage.stand("ATT", "FA")
    for device, detail, takes_s in (("FN-1", "start", 10), ("DU-1", "haul", 25)):
        stage.act("ATT", "operate", device, detail)
        stage.wait(takes_s)
    stage.act("IC", "handover")
    stage.wait(21)
    assert "all_out" in facts(stage) and "air_kept" not in facts(stage)


def test_what_is_true_at_the_end():
    stage = pit()
    stage.stand("ATT", "FA")
    stage.act("ATT", "operate", "FN-1", "start")
    stage.wait(10)
    stage.act("IC", "handover")
    stage.wait(21)
    assert {"nobody_went_in", "all_out", "air_kept"} <= set(facts(stage))
    stage = pit()
    dress(stage, "ENT")
    fill(stage)
    enter(stage)
    stage.act("IC", "handover")
    stage.wait(21)
    assert not {"all_out", "air_kept"} & set(facts(stage))
