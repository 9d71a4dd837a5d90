"""Who lies in the gas: what passes the mask, when it runs out, when he stops breathing and dies."""

from dataclasses import replace

import pytest

from scenarios.rules.pressurised_release import fallen
from sim_core.draft import Draft
from sim_core.physics.incapacitation import DOWN, Body
from tests.scenarios.chlorines import store
from tests.scenarios.sour_gases import unit


def after(met, seconds, fits="good", start_s=0):
    stage = store(victim="V1", mask_fits=fits)
    draft = Draft(replace(stage.world, tick=start_s * 20))
    for _ in range(seconds):
        fallen._second(draft, stage.rules, 0, draft.casualties[0], met)
        draft.tick += 20
    return draft.casualties[0], draft


@pytest.mark.parametrize(("fits", "share"), [("good", 0.01), ("poor", 0.05)])
def test_the_mask_lets_in_its_share(fits, share):
    c, _ = after(0.01, 60, fits)
    assert c.body.lethal == pytest.approx((1.0e4 * share) ** 2 / 1.878e6, rel=0.01)
    assert c.soiled


def test_he_stops_breathing_before_he_dies():
    c, draft = after(0.02, 80, "poor")
    assert not c.breathing
    assert c.body.lethal < 1.0
    assert "casualty_died" not in draft.facts
    _, draft = after(0.02, 200, "poor")
    assert "casualty_died" in draft.facts


def test_the_mask_runs_out():
    safe, _ = after(2.0e-3, 60, start_s=0)
    late, _ = after(2.0e-3, 60, start_s=901)
    assert late.body.lethal > 1000.0 * safe.body.lethal


def test_clean_air_does_him_nothing():
    stage = store(victim="V2", wind_from_deg=225.0)
    stage.wait(120)
    assert stage.world.casualties[0].body.lethal < 0.05
    assert stage.world.casualties[0].breathing


def test_who_is_resuscitated_is_breathed_for_and_who_is_not_dies():
    """Felled by hydrogen sulphide he does not breathe by himself for minutes yet, clean air or not."""
    for state, lives in (("treated", True), ("out", False)):
        stage = unit(victim="V1", wind_from_deg=90.0)
        stage.wait(7)
        felled = Body(condition=DOWN, cause="hydrogen_sulfide", down_hydrogen_sulfide=2.0, asphyxia=0.8)
        stage.change(casualties=(replace(stage.world.casualties[0], state=state, body=felled, breathing=lives),))
        stage.wait(100)
        assert (stage.world.casualties[0].body.condition != "dead") is lives
