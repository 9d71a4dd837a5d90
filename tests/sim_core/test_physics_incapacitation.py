"""Incapacitation: who enters what falls when, of what, and who comes round."""

import pytest

from sim_core.physics.incapacitation import DEAD, DOWN, FIT, IMPAIRED, LETHAL, Air, Body, breathe

CLEAN = Air()


def stay(body: Body, air: Air, seconds: int) -> Body:
    for _ in range(seconds):
        body = breathe(body, air, 25.0, 1.0)
    return body


def falls_at(air: Air, within: int = 7200) -> int | None:
    body = Body()
    for second in range(1, within + 1):
        body = breathe(body, air, 25.0, 1.0)
        if body.condition in (DOWN, DEAD):
            return second
    return None


def test_clean_air_leaves_fit() -> None:
    assert stay(Body(), CLEAN, 600) == Body()


@pytest.mark.parametrize(("air", "least", "most"), [
    (Air(hydrogen_sulfide=500.0e-6), 270, 330),  # OSHA: collapse in 5 min
    (Air(hydrogen_sulfide=700.0e-6), 30, 120),  # within 1 to 2 min
    (Air(hydrogen_sulfide=1500.0e-6), 1, 10),  # within breaths
    (Air(o2=0.10), 300, 1200),  # by hand: exp(8.13 - 0.54 x 10.9) = 9.44 min
    (Air(o2=0.06), 40, 90),  # 1.09 min
    (Air(o2=0.02), 2, 20),  # a nitrogen-filled tank: two or three breaths
    (Air(carbon_monoxide=4000.0e-6), 240, 480),  # by hand: 30/(3.317e-5 x 4000^1.036 x 25)= 6.7 min, less by CO2
    (Air(co2=0.10), 120, 180),  # by hand: exp(6.1623 - 5.189) = 2.65 min
    (Air(vapour=0.04), 60, 240),
])  # fmt: skip
def test_when_a_person_falls(air: Air, least: int, most: int) -> None:
    fell = falls_at(air)
    assert fell is not None and least <= fell <= most


@pytest.mark.parametrize("air", [
    Air(hydrogen_sulfide=7.0e-6), Air(carbon_monoxide=26.0e-6), Air(o2=0.195), Air(co2=0.005),
    Air(chlorine=0.5e-6), Air(ammonia=25.0e-6), Air(vapour=0.0003)])  # fmt: skip
def test_entry_limits_leave_a_person_fit_for_an_hour(air: Air) -> None:
    assert stay(Body(), air, 3600).condition == FIT


@pytest.mark.parametrize(("air", "cause"), [
    (Air(hydrogen_sulfide=150.0e-6), "hydrogen_sulfide"), (Air(o2=0.155), "lack_of_oxygen"),
    (Air(chlorine=40.0e-6), "chlorine"), (Air(ammonia=1000.0e-6), "ammonia")])  # fmt: skip
def test_what_impairs_at_once(air: Air, cause: str) -> None:
    body = stay(Body(), air, 5)
    assert (body.condition, body.cause) == (IMPAIRED, cause)


def test_a_rescuer_without_a_set_falls_beside_the_first() -> None:
    """A pit at 1000 ppm: down within half a minute; pulled out after three minutes: comes round; after ten: dead."""
    pit = Air(hydrogen_sulfide=1000.0e-6)
    down = stay(Body(), pit, 30)
    assert (down.condition, down.cause) == (DOWN, "hydrogen_sulfide")
    assert stay(stay(down, pit, 150), CLEAN, 900).condition in (FIT, IMPAIRED)
    out = stay(down, pit, 150)
    assert 0.5 < stay(out, CLEAN, 300).down_hydrogen_sulfide < 1.0
    assert stay(out, CLEAN, 300).condition == DOWN, "below what felled, but not yet round"
    dead = stay(down, pit, 570)
    assert dead.condition == DEAD and stay(dead, CLEAN, 900).condition == DEAD


def test_a_nitrogen_filled_tank_kills_in_minutes() -> None:
    tank = Air(o2=0.02)
    assert stay(Body(), tank, 60).cause == "lack_of_oxygen"
    assert stay(Body(), tank, 200).condition == DOWN
    assert stay(stay(Body(), tank, 120), CLEAN, 300).condition == FIT
    assert stay(Body(), tank, 460).condition == DEAD


def test_carbon_monoxide_stays_in_the_blood() -> None:
    smoke = stay(Body(), Air(carbon_monoxide=4000.0e-6), 500)
    assert smoke.condition == DOWN
    assert stay(smoke, CLEAN, 600).condition == DOWN, "half-life 320 min: ten minutes of air do not help"


@pytest.mark.parametrize("gas", LETHAL)
def test_much_of_any_poison_kills_and_says_so(gas: str) -> None:
    body = stay(Body(), Air(**{gas: 0.05}), 1200)
    assert body.condition == DEAD and body.cause == gas


def test_harder_work_falls_sooner() -> None:
    light = heavy = Body()
    for _ in range(200):
        light, heavy = (
            breathe(b, Air(carbon_monoxide=3000.0e-6), rmv, 1.0) for b, rmv in ((light, 10.0), (heavy, 60.0))
        )
    assert heavy.down_carbon_monoxide == pytest.approx(6.0 * light.down_carbon_monoxide, rel=0.01)
