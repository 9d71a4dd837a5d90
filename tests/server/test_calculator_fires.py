"""The models of fires through the calculator: the reference cases under the contract's names, and what is refused."""

import json
from math import pi, sqrt
from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask
from sim_core.physics.burning_rate import POOLS
from tests.sim_core import test_physics_flame as flames
from tests.sim_core import test_physics_pool_fire as pools


def answer(model: str, **inputs: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(MODELS[model], inputs)["outputs"]
    return found


@pytest.mark.parametrize(("q_star", "lengths"), flames.HESKESTAD)
def test_flame_height(q_star: float, lengths: float) -> None:
    heat_kw = q_star * 1.204 * 1.0 * 293.15 * sqrt(9.81)
    found = answer("flame_height", heat_release_kw=heat_kw, diameter_m=1.0)["flame_length_m"]
    assert found == pytest.approx(lengths, abs=0.02 + 0.002 * lengths)


def test_flame_height_by_thomas_needs_the_burning_rate() -> None:
    with pytest.raises(RefusedError, match="burning_flux"):
        answer("flame_height", heat_release_kw=1.0e5, diameter_m=10.0, method="thomas")
    with pytest.raises(RefusedError, match="wind_m_s"):
        answer("flame_height", heat_release_kw=1e5, diameter_m=9.0, method="thomas_windy", burning_flux_kg_m2_s=0.05)
    found = answer("flame_height", heat_release_kw=6.2e6, diameter_m=35.0, method="thomas", burning_flux_kg_m2_s=0.13)
    assert found["flame_length_m"] == pytest.approx(42.0 * 35.0 * (0.13 / (1.2 * sqrt(9.81 * 35.0))) ** 0.61, rel=1e-9)


MEASURED = {"acetone": 0.040, "benzene": 0.087, "butane": 0.078, "ethanol": 0.030, "heptane": 0.067, "methanol": 0.022}


@pytest.mark.parametrize("fuel", MEASURED)
def test_burning_rate_of_wide_pools(fuel: str) -> None:
    found = answer("burning_rate", fuel=fuel)
    assert found["flux_kg_m2_s"] == MEASURED[fuel] and found["heat_release_kw"] is None


def test_burning_rate_of_the_nureg_worksheet() -> None:
    found = answer("burning_rate", fuel="diesel", diameter_m=sqrt(4.0 * 236.44 / pi))
    assert found["heat_release_kw"] == pytest.approx(472403.6, rel=1e-3)


def test_the_drills_model_stands_between_its_two_checks() -> None:
    """A petrol pool of 10 m seen from 30 m: Shokri and Beyler is known to be safe, the point source near its middle."""
    asked: dict[str, Any] = {"fuel": "petrol", "diameter_m": 10.0, "distance_m": 30.0, "bearing_deg": 90.0}
    drill, shokri = (answer("pool_fire", **asked, method=m)["heat_flux_kw_m2"] for m in ("drill", "shokri_beyler"))
    assert shokri == pytest.approx(2.6847, rel=1e-3) and shokri / 3.0 < drill < shokri * 1.5
    point = answer("pool_fire", **asked, method="point_source", radiant_fraction=0.3)
    assert point["heat_flux_kw_m2"] == pytest.approx(0.3 * point["heat_release_kw"] / (4.0 * pi * 900.0), rel=1e-9)
    with pytest.raises(RefusedError, match="diameters"):
        answer("pool_fire", fuel="petrol", diameter_m=10.0, distance_m=200.0, method="shokri_beyler")


def test_a_burning_rate_names_its_source() -> None:
    assert "SFPE" in answer("burning_rate", fuel="petrol")["flux_source"]


def test_a_pool_without_end_can_be_told_as_json() -> None:
    told = ask(MODELS["burning_rate"], {"fuel": "petrol", "diameter_m": "inf"})
    assert json.loads(json.dumps(told, allow_nan=False))["range"]["diameter_m"] == [0.2, "inf"]
    with pytest.raises(RefusedError, match="range"):
        answer("burning_rate", fuel="petrol", diameter_m=0.1)


ELSEWHERE = {"montoir": 0.14, "phoenix": 0.25}  # the radiant fractions of NIST


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("test", pools.TESTS, ids=lambda t: t["id"])
def test_pool_fire(test: dict[str, Any], own: bool) -> None:
    """Large LNG fires with the radiant fraction left out, and with that assumed for them elsewhere."""
    share = None if own else ELSEWHERE[test["id"].split("_")[0]]
    rows = test["heat"]
    found = answer(
        "pool_fire", fuel="lng", diameter_m=test["diameter_m"], burning_flux_kg_m2_s=test["burning_flux_kg_m2_s"],
        radiant_fraction=share, wind_m_s=test["wind_m_s"], relative_humidity=test["relative_humidity"],
        ambient_temperature_k=test["air_temperature_k"], distance_m=[r[2] for r in rows],
        bearing_deg=[r[1] for r in rows],
    )  # fmt: skip
    assert found["flame_length_m"][0] == pytest.approx(test["flame_length_m"], rel=0.25)
    assert found["tilt_deg"][0] == pytest.approx(test["tilt_deg"], abs=15.0)
    off = [max(m / r[3], r[3] / m) for m, r in zip(found["heat_flux_kw_m2"], rows, strict=True)]
    assert sum(v <= 1.5 for v in off) >= 2 * len(off) / 3 and sum(v > 2.0 for v in off) <= 1
    if test["id"].startswith(("montoir_lng_3", "phoenix_lng_2")):  # kept apart from the fit
        assert max(off) <= 2.0


@pytest.mark.parametrize("fuel", POOLS)
def test_every_fuel_burns(fuel: str) -> None:
    found = answer("pool_fire", fuel=fuel, diameter_m=10.0, distance_m=20.0, wind_m_s=3.0)
    assert found["flame_length_m"] > 1.0 and 0.05 < found["heat_flux_kw_m2"] < found["emissive_power_kw_m2"]


@pytest.mark.parametrize(("flow", "wind", "length", "share"), [(2.9, 6.3, 19.8, 0.137), (19.5, 3.6, 49.9, 0.202)])
@pytest.mark.parametrize("more", [{}, {"pressure_pa": 6.0e6}])
def test_jet_fire(flow: float, wind: float, length: float, share: float, more: dict[str, float]) -> None:
    """Loughborough: length 20 %, radiant fraction 0.05."""
    found = answer("jet_fire", mass_flow_kg_s=flow, fuel="methane", wind_m_s=wind, distance_m=50.0, **more)
    assert found["flame_length_m"] == pytest.approx(length, rel=0.2)
    assert found["radiant_fraction"] == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize("fuel", next(i.words for i in MODELS["jet_fire"].inputs if i.name == "fuel"))
def test_every_gas_burns_as_a_jet(fuel: str) -> None:
    found = answer("jet_fire", mass_flow_kg_s=2.0, fuel=fuel, distance_m=[10.0, 40.0], bearing_deg=[90.0, 90.0])
    assert 2.0 < found["flame_length_m"][0] < 60.0 and found["heat_flux_kw_m2"][0] > found["heat_flux_kw_m2"][1] > 0.0


@pytest.mark.parametrize(("air_k", "path_m", "share"), [
    (253.0, 10.0, 0.96), (253.0, 1000.0, 0.72), (273.0, 100.0, 0.78), (273.0, 1000.0, 0.61), (293.0, 10.0, 0.86),
    (293.0, 100.0, 0.71), (303.0, 10.0, 0.84),
])  # fmt: skip
def test_transmissivity(air_k: float, path_m: float, share: float) -> None:
    found = answer("transmissivity", air_temperature_k=air_k, relative_humidity=0.5, path_m=path_m)
    assert found["transmissivity"] == pytest.approx(share, rel=0.01)


def test_transmissivity_of_a_kilometre_of_warm_air_is_two_percent_low() -> None:
    """The table has 0.47; the published formula gives 0.460."""
    found = answer("transmissivity", air_temperature_k=303.0, relative_humidity=0.5, path_m=1000.0)
    assert found["transmissivity"] == pytest.approx(0.47, rel=0.025)


def test_fireball_by_how_the_receiver_stands() -> None:
    """The worked case is of an upright one; one that faces the ball gets r^2 / (X^2 + r^2) of 350 kW/m2."""
    asked: dict[str, Any] = {"mass_kg": 11957.7, "distance_m": 100.0}
    told, upright = answer("fireball", **asked), answer("fireball", **asked, receiver="upright")
    assert told == upright and told["view_factor"] == pytest.approx(0.255, rel=0.01)
    facing = answer("fireball", **asked, receiver="facing")
    assert facing["heat_flux_kw_m2"] == pytest.approx(350.0 * 66.32**2 / (100.0**2 + 66.32**2), rel=1e-3)
    assert facing["view_factor"] == pytest.approx(facing["heat_flux_kw_m2"] / 350.0)
    moist = [answer("fireball", **asked, relative_humidity=0.5, receiver=r)["heat_flux_kw_m2"] for r in WAYS]
    assert moist[1] / moist[0] == pytest.approx(facing["view_factor"] / upright["view_factor"], rel=1e-9)


WAYS = ("upright", "facing")


def test_pool_fire_by_how_the_receiver_stands() -> None:
    """Far from the flame, which radiates from 0.3 of its length: an upright receiver gets the level part."""
    asked: dict[str, Any] = {"fuel": "lng", "diameter_m": 20.0, "distance_m": 400.0, "bearing_deg": 90.0}
    upright, facing = (answer("pool_fire", **asked, receiver=r) for r in WAYS)
    told = answer("pool_fire", **asked)
    assert told == facing
    up = 0.3 * told["flame_length_m"]
    share = upright["heat_flux_kw_m2"] / facing["heat_flux_kw_m2"]
    assert share == pytest.approx(400.0 / sqrt(400.0**2 + up**2), rel=1e-6) and share < 0.9995


def test_fireball_in_moist_air() -> None:
    clear = answer("fireball", mass_kg=11957.7, distance_m=100.0)["heat_flux_kw_m2"]
    moist = answer("fireball", mass_kg=11957.7, distance_m=100.0, relative_humidity=0.7)["heat_flux_kw_m2"]
    assert clear == pytest.approx(89.1, rel=0.01) and 0.6 * clear < moist < clear
    burst = answer("fireball", mass_kg=1306.2, distance_m=100.0, fuel="lng")
    assert 26.4 / 2.0 < burst["heat_flux_kw_m2"] < 26.4 * 2.0 and burst["duration_s"] == pytest.approx(4.5, rel=0.4)


@pytest.mark.parametrize(("model", "inputs", "says"), [
    ("pool_fire", {"fuel": "water", "diameter_m": 5.0, "distance_m": 9.0}, "one of"),
    ("pool_fire", {"fuel": "petrol", "diameter_m": 500.0, "distance_m": 9.0}, "200"),
    ("pool_fire", {"fuel": "petrol", "diameter_m": 5.0, "distance_m": 9.0, "wind_m_s": 40.0}, "25"),
    ("pool_fire", {"fuel": "petrol", "diameter_m": 5.0, "distance_m": 9.0, "ambient_temperature_k": 400.0}, "313"),
    ("jet_fire", {"fuel": "methane", "mass_flow_kg_s": -1.0, "distance_m": 9.0}, "0.01"),
    ("transmissivity", {"air_temperature_k": 293.0, "relative_humidity": 50.0, "path_m": 9.0}, "0 to 1"),
])  # fmt: skip
def test_what_cannot_be_computed_is_refused(model: str, inputs: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        answer(model, **inputs)
