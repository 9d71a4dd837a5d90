"""Engines beyond the fence: how long they run after a call, what they light, whom the flash meets."""

from dataclasses import replace

import pytest

from scenarios.rules.pressurised_release import engines
from sim_core.draft import Draft
from tests.holders import leaking


def with_cloud(stage, met=0.03, **what):
    """Set the stage: so much gas where the queue stands."""
    road, queue = stage.world.hazard.offsite
    stage.change(hazard=replace(stage.world.hazard, offsite=(road, replace(queue, met=met, **what))))
    return stage


def lit(stage):
    return engines.lit_by_engines(Draft(stage.world), stage.rules)


@pytest.mark.parametrize(("met", "burns"), [(0.017, False), (0.019, True)])
def test_an_engine_lights_half_of_the_lower_limit(met, burns):
    """LFL 3.6 %."""
    assert (lit(with_cloud(leaking(), met)) == ("queue", "")) == burns


@pytest.mark.parametrize(("starts", "runs_s"), [(False, 90.0), (True, 90.0 + 12.0 * 20)])
def test_engines_stop_after_the_call_and_later_where_lorries_drive_off(starts, runs_s):
    stage = leaking()
    stage.change(tick=20000)
    for ago_s, burns in ((runs_s - 1.0, True), (runs_s + 1.0, False)):
        with_cloud(stage, warned_tick=20000 - round(20 * ago_s), starts=starts)
        assert (lit(stage) is not None) == burns


def test_the_flash_hurts_those_who_are_still_there_and_nobody_once_they_have_gone():
    """90 s until the engines are off, 60 s and 3 s a lorry to walk away: 210 s for twenty."""
    stage = leaking()
    stage.change(tick=20000)
    for ago_s, state in ((205.0, "hurt"), (215.0, "well")):
        with_cloud(stage, warned_tick=20000 - round(20 * ago_s), state="well")
        draft = Draft(stage.world)
        engines.flash(draft, stage.rules)
        assert draft.hazard.offsite[1].state == state
        assert draft.hazard.offsite[0].state == "well"  # no gas there
