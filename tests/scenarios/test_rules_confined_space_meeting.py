"""Who breathes which air, and what the nose tells."""

from dataclasses import replace

import pytest

from scenarios.rules.confined_space.meeting import smells
from tests.pits import fill, pit, share

PPM = 1.0e-6


def ppm(stage, seat: str) -> float:
    n = stage.site.species_index["hydrogen_sulfide"]
    return stage.world.hazard.air_people[stage.index(seat)][n] / PPM


def test_inside_it_is_the_layer_at_the_mouth_a_little_and_elsewhere_clean():
    stage = pit()
    fill(stage, hydrogen_sulfide=200.0 * PPM)
    stage.stand("ENT", "P3")
    stage.stand("ATT", "MT")
    stage.wait(1.1)
    assert ppm(stage, "ENT") == pytest.approx(200.0, rel=0.1)
    assert ppm(stage, "ATT") == pytest.approx(10.0, rel=0.2)
    assert ppm(stage, "IC") == 0.0


def test_on_the_ladder_one_is_where_one_climbs_to():
    stage = pit()
    fill(stage, hydrogen_sulfide=200.0 * PPM)
    stage.stand("ENT", "MT")
    stage.act("ENT", "go", "P3")
    stage.wait(1.6)
    assert stage.person("ENT").place == "" and ppm(stage, "ENT") > 100.0


@pytest.mark.parametrize(("fraction", "smell"), [(0.0, 0), (1.0 * PPM, 1), (50.0 * PPM, 1), (150.0 * PPM, 0)])
def test_the_nose_is_no_detector(fraction, smell):
    assert smells(fraction) == smell


def test_the_fixed_detector_meets_what_rises_out_of_the_mouth():
    stage = pit()
    fill(stage, hydrogen_sulfide=400.0 * PPM)
    stage.wait(1.1)
    gauge = [n.tag for n in stage.site.instruments].index("GD-1")
    assert stage.world.hazard.met_gauges[gauge] == pytest.approx(20.0, rel=0.2)


def test_a_body_without_a_set_falls_and_one_with_a_set_does_not():
    stage = pit()
    fill(stage, hydrogen_sulfide=2000.0 * PPM)
    stage.put("FF", worn=("scba", "harness"), air_tick=stage.tick)
    for seat in ("ENT", "FF"):
        stage.stand(seat, "P1")
    stage.wait(10)
    assert stage.person("ENT").state == "down" and stage.person("FF").state == "fit"


def test_who_stands_where_a_fan_blows_off_what_it_draws_out_meets_it():
    stage = pit()
    fill(stage, hydrogen_sulfide=400.0e-6)
    for seat, place in (("ATT", "MT"), ("GAS", "FA"), ("ENT", "LA"), ("FF", "EQ")):
        stage.stand(seat, place)
    stage.act("ATT", "operate", "FN-1", "start")
    stage.wait(1.1)
    assert ppm(stage, "GAS") == pytest.approx(0.05 * 400.0, rel=0.05)
    fill(stage, hydrogen_sulfide=400.0e-6)
    stage.act("GAS", "operate", "FN-2", "start")
    stage.wait(9)
    bottom = 1.0e6 * share(stage, 0, "hydrogen_sulfide")
    assert ppm(stage, "ATT") == ppm(stage, "GAS") == pytest.approx(0.2 * bottom, rel=0.05)
    assert ppm(stage, "ENT") < 0.06 * bottom and ppm(stage, "FF") == 0.0


def test_a_fan_beside_one_that_draws_out_blows_in_again_what_that_blew_off():
    left = []
    for met in (0.0, 0.2):
        stage = pit()
        stage.rules = replace(stage.rules, incident=replace(stage.rules.incident, discharge_share=met))
        stage.stand("ATT", "FA")
        for fan in ("FN-1", "FN-2"):
            stage.act("ATT", "operate", fan, "start")
            stage.wait(9)
        fill(stage, hydrogen_sulfide=400.0e-6)
        stage.wait(60)
        left.append(share(stage, 0, "hydrogen_sulfide"))
    assert 1.05 * left[0] < left[1]
