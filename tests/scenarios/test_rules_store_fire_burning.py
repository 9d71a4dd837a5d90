"""The fire grows, the oxidiser beside it warms, fumes and goes; water beats it back, or feeds it."""

import pytest

from tests.drills import put
from tests.stores import face_k, facts, shed, store, warm


def test_the_fire_grows_by_the_square_of_time_and_no_further_than_there_is_to_burn():
    stage = shed(growth_kw_s2=0.1)
    stage.wait(101)
    assert store(stage).fire_kw == pytest.approx(0.1 * 101.0**2, rel=0.03)
    stage.wait(800)
    assert store(stage).fire_kw == 60000.0


def test_the_face_of_the_oxidiser_takes_eight_tenths_of_what_reaches_it():
    """60 MW, 35 % of it over a sphere of 6 m, on 45 kg/m2 of 1700 J/(kg K), less 10 W/(m2 K) of losses."""
    stage = shed()
    stage.wait(780)
    before = face_k(stage)
    stage.wait(10)
    flux = 0.8 * 1000.0 * 0.35 * 60000.0 / (4.0 * 3.141592653589793 * 36.0)
    assert 370.0 < before < 430.0
    assert face_k(stage) - before == pytest.approx(10.0 * (flux - 10.0 * (before - 298.15)) / (45.0 * 1700.0), rel=0.05)


def test_it_fumes_before_it_goes_and_everybody_may_see_and_hear_it():
    stage = shed()
    stage.stand("SAF", "LK-E")
    stage.stand("IC", "CP-N")
    warm(stage, 462.0)
    stage.wait(1)
    assert "warning_sign" not in facts(stage)
    warm(stage, 465.0)
    stage.wait(2)
    assert "warning_sign" in facts(stage)
    assert "explosion" not in facts(stage)
    assert "hiss" in stage.seen("SAF").heard
    for seat in ("SAF", "IC"):
        assert ("vapour", "brown") in [(s.kind, s.state) for s in stage.seen(seat).seen]


def test_at_300_degrees_it_goes_with_three_tenths_of_it():
    """0.3 x 30 t x 1.59 MJ/kg over 4.68 MJ/kg."""
    stage = shed()
    warm(stage, 580.0)
    stage.wait(1)
    charge = [e.value for e in stage.told("fact", subject="explosion")]
    assert charge == pytest.approx([0.3 * 30000.0 * 1.59 / 4.68])
    assert "blast" in stage.seen("IC").heard


@pytest.mark.parametrize(("place", "state"), [("AT", "dead"), ("RC1", "hurt"), ("MP-N", "fit"), ("CP-W", "fit")])
def test_it_kills_near_hurts_farther_and_spares_beyond_the_radius(place, state):
    stage = shed(oxidiser_t=60.0)
    stage.stand("FF", place)
    warm(stage, 580.0)
    stage.wait(1)
    assert stage.person("FF").state == state


def test_contaminated_it_goes_sooner_after_the_sign():
    took = []
    for dirty in ("no", "yes"):
        stage = shed(contaminated=dirty)
        stage.wait(700)
        warm(stage, 462.0)
        stage.wait(400)
        sign, end = (stage.told("fact", subject=s)[0].tick for s in ("warning_sign", "explosion"))
        took.append(end - sign)
    assert took[1] < 0.8 * took[0]


def test_water_in_time_cools_it_and_beats_the_fire_back():
    dry, wet = shed(), shed()
    for stage in (dry, wet):
        stage.wait(500)
    put(wet, WM_1="fog")
    for stage in (dry, wet):
        stage.wait(400)
    assert store(wet).fire_kw < 0.1 * store(dry).fire_kw
    assert face_k(wet) < 355.0 < 400.0 < face_k(dry)
    assert "warning_sign" not in facts(wet)


def test_water_on_what_must_not_meet_it_feeds_the_fire():
    stages = [shed(reactive=word) for word in ("no", "yes")]
    for stage in stages:
        stage.wait(200)
        put(stage, WM_1="fog")
        stage.wait(20)
    calm, fed = (store(stage).fire_kw for stage in stages)
    assert calm < 0.1 * 200.0**2 < fed - 8000.0


@pytest.mark.parametrize(("known", "reactive", "unfit"), [
    (False, "no", True), (False, "yes", True), (True, "no", False), (True, "yes", True),
])  # fmt: skip
def test_water_is_right_only_on_goods_that_are_known_and_bear_it(known, reactive, unfit):
    stage = shed(reactive=reactive)
    if known:
        for place in ("LK-W", "LK-E"):
            stage.stand("SAF", place)
            stage.act("SAF", "record")
            stage.wait(9)
    stage.stand("FF", "RC1")
    assert stage.act("FF", "spray", "WM-1", "fog") == ""
    stage.wait(11)
    assert ("water_unfit" in facts(stage)) == unfit


def test_the_sensor_above_the_fire_warms_first():
    """Alpert: 1 MW under 7 m: 16.9 x 100 / 25.6 above it."""
    stage = shed(growth_kw_s2=0.1)
    stage.wait(100)
    shown = [stage.world.panel.readings[stage.site.tag_index[f"TT-{k}"]] for k in (1, 2, 4)]
    assert shown[0] == pytest.approx(25.0 + 16.9 * (0.1 * 99.0**2) ** (2 / 3) / 7.0 ** (5 / 3), abs=2.0)
    assert shown[0] > shown[1] > shown[2]
    assert stage.told("alarm", subject="TT-1")
