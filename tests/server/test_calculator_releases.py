"""The model `release` through the calculator: the field trials under the names of the contract, and what it refuses."""

import tomllib
from math import exp, log
from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask
from sim_core.physics import train_air
from tests.house.tree import ROOT
from tests.sim_core import steady_slab

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


SAID = {  # how a trial may be told: left out, or put otherwise
    "a class for the length": lambda t: {"obukhov_m": None, "stability": train_air.stability_of(1.0 / t["obukhov_m"])},
    "both": lambda t: {"stability": train_air.stability_of(1.0 / t["obukhov_m"])},
    "no stability": lambda t: {"obukhov_m": None},
    "no friction velocity": lambda t: {"friction_velocity_m_s": None},
    "no roughness": lambda t: {"roughness_m": None},
    "neither": lambda t: {"roughness_m": None, "friction_velocity_m_s": None},
    "a class and the wind": lambda t: {**SAID["neither"](t), **SAID["a class for the length"](t)},
    "the wind alone": lambda t: {**SAID["neither"](t), "obukhov_m": None},
    "a flow": lambda t: {"mass_kg": None, "mass_flow_kg_s": t["mass_kg"] / t["duration_s"]},
    "boiling": lambda t: {"temperature_k": None},
    "methane": lambda t: {"substance": "methane"},
    "sea level": lambda t: {"ambient_pressure_pa": 101325.0},
}  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_field_trials_however_they_are_told(said: str) -> None:
    """The bars at hand hold for every way to tell the same trials, with no more of the air told than its wind."""
    found, means = [], []
    for trial in (t for t in TRIALS if not t["fence"]):
        inputs = {"substance": "lng", "temperature_k": 111.7, **{k: trial[k] for k in TAKEN}, **SAID[said](trial)}
        inputs = {k: v for k, v in inputs.items() if v is not None}
        predicted = ask(MODELS["release"], inputs)["outputs"]["max_volume_fraction"]
        of_trial = [log(o / p) for o, p in zip(trial["observed_fraction"], predicted, strict=True)]
        means.append(exp(sum(of_trial) / len(of_trial)))
        found += of_trial
    assert sum(0.5 <= mean <= 2.0 for mean in means) >= 4
    assert sum(abs(r) <= log(2.0) for r in found) >= 0.55 * 26
    assert 0.7 <= exp(sum(found) / 26) <= 1.4 and exp(sum(r * r for r in found) / 26) <= 2.2


@pytest.mark.parametrize("said", ["a flow", "boiling", "methane"])
def test_what_is_the_same_put_otherwise_gives_the_same(said: str) -> None:
    """111.7 K is what LNG boils at, and LNG is taken as methane."""
    trial = TRIALS[0]
    inputs = {"substance": "lng", "temperature_k": 111.7, **{k: trial[k] for k in TAKEN}}
    plain, other = (ask(MODELS["release"], {**inputs, **more})["outputs"] for more in ({}, SAID[said](trial)))
    assert other["max_volume_fraction"] == pytest.approx(plain["max_volume_fraction"], rel=0.01)


# Short releases in fresh wind, some from small pools: kg/s, s, pool in m, wind in m/s, u* in m/s, L in m, air in K.
FRESH = [
    (100.0, 170.0, 28.0, 8.8, 0.37, -110.0, 307.0), (135.0, 80.0, 32.0, 5.9, 0.25, -140.0, 308.0),
    (130.0, 100.0, 31.0, 11.0, 0.48, -26.0, 301.0), (21.0, 95.0, 15.0, 8.6, 0.28, -100.0, 288.0),
    (27.0, 215.0, 20.0, 9.8, 0.32, -80.0, 289.0),
]  # fmt: skip


@pytest.mark.parametrize(("flow", "lasts", "pool", "wind", "friction", "length", "air_k"), FRESH)
def test_fresh_wind_is_as_by_a_steady_slab(
    flow: float, lasts: float, pool: float, wind: float, friction: float, length: float, air_k: float
) -> None:
    """An oracle that shares no code, of a release without end, within a fifth from 60 m to where the end cuts in."""
    xs = [60.0, 140.0, 250.0, 400.0]
    got = released(
        mass_kg=flow * lasts, duration_s=lasts, pool_diameter_m=pool, wind_10m_m_s=wind, stability=None,
        obukhov_m=length, friction_velocity_m_s=friction, roughness_m=0.0002, ambient_temperature_k=air_k,
        distance_m=xs,
    )  # fmt: skip
    exponent = train_air.wind_exponent(wind, friction, 1.0 / length)
    kind = train_air.stability_of(1.0 / length)
    spread = {"C": 0.210, "D": 0.136}[kind] * (18.4 / 600.0) ** 0.2
    case = steady_slab.Case(
        flow, 0.443113 * pool, 0.016043, 2150.0, 111.7, wind * 10.0**-exponent, exponent, friction, wind, air_k,
        101325.0, spread,
    )  # fmt: skip
    assert got == pytest.approx(steady_slab.march(case, xs), rel=0.2)


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
