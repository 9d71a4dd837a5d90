"""The model `release` through the calculator: the field trials under the names of the contract, and what it refuses."""

import tomllib
from math import exp, log
from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask
from tests.house.tree import ROOT

TRIALS = tomllib.loads((ROOT / "server" / "validation" / "data" / "lng_field.toml").read_text("utf-8"))["trial"]
TAKEN = ("mass_kg", "duration_s", "pool_diameter_m", "wind_10m_m_s", "friction_velocity_m_s", "obukhov_m",
         "roughness_m",         "ambient_temperature_k", "ambient_pressure_pa", "distance_m")  # fmt: skip
SPILL = {"substance": "lng", "mass_kg": 6000.0, "duration_s": 60.0, "pool_diameter_m": 20.0, "temperature_k": 111.7,
         "wind_10m_m_s": 5.0, "stability": "D", "distance_m": 200.0}  # fmt: skip


def released(**more: Any) -> Any:
    return ask(MODELS["release"], {**SPILL, **more})["outputs"]["max_volume_fraction"]


def test_field_trials() -> None:
    """FAC2 >= 0.55, MG 0.6-1.7, VG <= 2.2 on the arcs at hand."""
    found = []
    for trial in TRIALS:
        if trial["fence"]:
            continue
        inputs = {"substance": "lng", "temperature_k": 111.7, **{k: trial[k] for k in TAKEN}}
        answer = ask(MODELS["release"], inputs)
        assert not answer["extrapolated"]
        predicted = answer["outputs"]["max_volume_fraction"]
        found += [log(o / p) for o, p in zip(trial["observed_fraction"], predicted, strict=True)]
    assert len(found) == 26
    assert sum(abs(r) <= log(2.0) for r in found) >= 0.65 * 26
    assert 0.8 <= exp(sum(found) / 26) <= 1.25
    assert exp(sum(r * r for r in found) / 26) <= 1.8


def test_one_distance_gives_a_number_and_many_a_list() -> None:
    many = released(distance_m=[100.0, 200.0])
    assert isinstance(many, list) and many[1] == pytest.approx(released(), rel=0.05)


def test_a_flow_is_a_mass_over_time() -> None:
    assert released(mass_kg=None, mass_flow_kg_s=100.0) == pytest.approx(released())


def test_the_class_follows_from_the_obukhov_length_and_back() -> None:
    stable = released(stability=None, obukhov_m=20.0)
    assert stable > released() > released(stability=None, obukhov_m=-20.0)


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"mass_flow_kg_s": 3.0}, "either"),
        ({"mass_kg": None}, "either"),
        ({"mass_kg": -5.0}, "mass_kg"),
        ({"obukhov_m": 0.0}, "obukhov_m"),
        ({"wind_10m_m_s": 60.0}, "wind_10m_m_s"),
        ({"temperature_k": 3000.0}, "temperature_k"),
        ({"substance": "unobtainium"}, "substance"),
        ({"distance_m": -4.0}, "distance_m"),
        ({"distance_m": 9000.0, "wind_10m_m_s": 0.5}, "does not get there"),
    ],
)
def test_refuses(more: dict[str, Any], word: str) -> None:
    with pytest.raises(RefusedError, match=word):
        released(**more)


def test_beyond_its_range_only_when_asked() -> None:
    answer = ask(MODELS["release"], {**SPILL, "wind_10m_m_s": 30.0, "allow_extrapolation": True})
    assert answer["extrapolated"] and answer["outputs"]["max_volume_fraction"] > 0.0


def test_says_what_it_assumes() -> None:
    answer = ask(MODELS["release"], SPILL)
    assert all(a["zh"] and a["en"] for a in answer["assumptions"]) and len(answer["assumptions"]) >= 3
    assert "HEGADAS" in answer["source"] and answer["units"]["distance_m"] == "m"


@pytest.mark.parametrize(
    "substance", ["chlorine", "ammonia", "petrol", "propane", "hydrogen_sulfide", "carbon_monoxide"]
)
def test_other_substances_thin_with_distance(substance: str) -> None:
    near, far = released(substance=substance, temperature_k=None, distance_m=[50.0, 500.0])
    assert 1.0 > near > far > 0.0
