"""Meeting: the nose that is dulled, for good, by gas that is strong or before the drill began."""

import pytest

from scenarios.rules.ground.meeting import DULLED, _smell
from sim_core.draft import Draft
from tests.scenarios.sour_gases import unit

SMELT, FAILS = 0.5e-6, 100.0e-6


def smelt(stage, *ppm):
    """What OUT smells after breathing so much, one second each."""
    for value in ppm:
        draft = Draft(stage.world)
        _smell(draft, [1.0e-6 * value] * len(draft.people), SMELT, FAILS)
        stage.change(people=tuple(draft.people))
    return stage.seen("OUT").body.smell


@pytest.mark.parametrize(("ppm", "smell"), [((0.1,), 0), ((1.0,), 1), ((50.0,), 2), ((150.0,), 0), ((150.0, 50.0), 0)])
def test_much_of_it_has_no_smell_and_afterwards_little_has_none(ppm, smell):
    assert smelt(unit(), *ppm) == smell


def test_who_wears_a_set_keeps_his_nose():
    stage = unit()
    stage.put("OUT", worn=("antistatic", "scba"))
    assert smelt(stage, 150.0) == 0
    assert stage.person("OUT").smell != DULLED
    stage.put("OUT", worn=("antistatic",))
    assert smelt(stage, 50.0) == 2


def test_a_nose_that_the_shift_has_dulled_tells_nothing_and_its_detector_does():
    stage = unit(smell_fatigue="OUT", wind_from_deg=270.0, hole_mm=10.0)
    stage.stand("OUT", "RD")
    stage.wait(60)
    assert stage.seen("OUT").body.smell == 0
    assert stage.seen("OUT").body.alarm
    sound = unit(wind_from_deg=270.0, hole_mm=3.0)
    sound.stand("OUT", "RD")
    sound.wait(60)
    assert sound.seen("OUT").body.smell > 0
