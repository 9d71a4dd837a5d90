"""The models of confined spaces under the names of the contract: every case of confined_space.json, and bad input."""

import tomllib
from typing import Any

import pytest

from server.calculator import MODELS, ask
from server.calculator.asking import RefusedError
from tests.house.tree import ROOT

SPECIES = {"o2_fraction", "n2_fraction", "co2_fraction", "co_fraction", "h2o_fraction", "ch4_fraction", "h2s_fraction"}


def enclosure(**given: Any) -> dict[str, Any]:
    outputs: dict[str, Any] = ask(MODELS["enclosure"], given)["outputs"]
    return outputs


def test_purge() -> None:
    """purge_o2_7pct_300cfm: V/Q 3 min, 7 % to 19.5 % in 403 s, 20.5 % at 10 min."""
    told = enclosure(
        volume_m3=180, inflow_m3_s=1, initial={"O2": 0.07}, inflow_composition={"O2": 0.21}, duration_s=600,
        until_o2_fraction=0.195,
    )  # fmt: skip
    assert told["time_s"] == pytest.approx(403.0, abs=3.0)
    assert told["o2_fraction"] == pytest.approx(0.205, abs=0.0002)
    assert set(told) >= SPECIES and told["n2_fraction"] == pytest.approx(1.0 - told["o2_fraction"])


@pytest.mark.parametrize(("asked", "minutes"), [
    ({"time_to": {"O2": 0.08}}, 9.603), ({"time_to": {"oxygen": 0.05}}, 14.303), ({"time_to": 0.08}, 9.603),
    ({"until_species": "O2", "until_fraction": 0.05}, 14.303)])  # fmt: skip
def test_inerting(asked: dict[str, Any], minutes: float) -> None:
    """n2_inerting_dilution: 100 m3, 10 m3/min of nitrogen."""
    told = enclosure(volume_m3=100, inflow_m3_s=10 / 60, initial={"o2": 0.209}, inflow_composition={"N2": 1.0}, **asked)
    assert told["time_s"] / 60.0 == pytest.approx(minutes, rel=1.0e-3)


def test_a_fan_that_mixes_half_takes_twice_as_long() -> None:
    asked = {"volume_m3": 100, "inflow_m3_s": 0.5, "initial": {"O2": 0.1}, "until_o2_fraction": 0.195}
    assert enclosure(**asked, mixing_factor=0.5)["time_s"] == pytest.approx(
        2.0 * enclosure(**asked)["time_s"], rel=1e-3
    )


# firemodels/exp LLNL_Enclosure (public domain): CH4 g/s, exhaust g/s, O2 at first, (s, O2 dry).
LLNL = {
    "01": (4.0, 0.0, 0.2072, ((100, 0.197), (200, 0.186), (300, 0.174), (400, 0.162), (500, 0.150))),
    "05": (1.0, 0.0, 0.2085, ((100, 0.207), (2500, 0.148))),
    "07": (2.0, 0.0, None, ((300, 0.195), (500, 0.184), (1000, 0.156))),
    "10": (3.9, 110.0, 0.2090, ((500, 0.1592), (6000, 0.0905))),
    "12": (4.0, 308.0, 0.2092, ((500, 0.1768), (5000, 0.1675))),
    "15": (2.0, 312.0, 0.2096, ((500, 0.1936), (4000, 0.1894))),
}


def test_every_reading_of_llnl_in_the_terms_of_the_contract_alone() -> None:
    """Volume, flow, fire and first oxygen; leakage as of average walls. All 97 readings of 18 tests within 5 %."""
    data = tomllib.loads((ROOT / "server" / "validation" / "data" / "enclosure.toml").read_text("utf-8"))
    off = []
    for t in data["test"]:
        told = enclosure(
            volume_m3=108, inflow_m3_s=t["exhaust_g_s"] / 1200.0, initial={"O2": t["o2_first"]},
            fire_kw=50.0 * t["fuel_g_s"], duration_s=t["time_s"],
        )  # fmt: skip
        off += [p / o - 1.0 for p, o in zip(told["o2_fraction"], t["o2"], strict=True)]
    assert len(off) == 97 and max(map(abs, off)) <= 0.05


def test_a_room_that_a_fire_warms_leaks_unless_it_is_said_to_be_sealed() -> None:
    asked: dict[str, Any] = {"volume_m3": 108, "fire_kw": 200, "duration_s": 300}
    told, sealed = enclosure(**asked), enclosure(**asked, leakage_area_m2=0.0)
    walls = 6.0 * 108.0 ** (2.0 / 3.0)
    average = enclosure(**asked, leakage_area_m2=0.17e-3 * walls)
    assert told["o2_fraction"] == pytest.approx(average["o2_fraction"]) != pytest.approx(sealed["o2_fraction"])
    fan = {**asked, "inflow_m3_s": 0.2}
    assert enclosure(**fan) == enclosure(**fan, leakage_area_m2=0.0)


@pytest.mark.parametrize("test", LLNL)
def test_llnl(test: str) -> None:
    fuel, exhaust, first, readings = LLNL[test]
    told = enclosure(
        volume_m3=108, inflow_m3_s=exhaust / 1200.0, initial={} if first is None else {"O2": first},
        fire_kw=50.0 * fuel, duration_s=[t for t, _ in readings],
    )  # fmt: skip
    assert told["o2_fraction"] == pytest.approx([x for _, x in readings], rel=0.05)


def test_the_radiated_share_is_of_the_fuel_unless_it_is_given() -> None:
    asked = {"volume_m3": 108, "fire_kw": 200, "duration_s": 300, "inflow_m3_s": 0.2}
    told: list[dict[str, Any]] = [{}, {"radiant_fraction": 0.2}, {"fuel": "heptane"}]
    warm = [enclosure(**asked, **more)["temperature_k"] for more in told]
    assert warm[0] == warm[1] > warm[2] == enclosure(**asked, fuel="heptane", radiant_fraction=0.35)["temperature_k"]
    assert enclosure(**asked, radiant_fraction=0.0)["temperature_k"] > warm[0]
    with pytest.raises(RefusedError, match="radiant_fraction"):
        enclosure(**asked, radiant_fraction=0.9)


def test_methane_flame() -> None:
    """cfast_methane_species: 5 kW, 100 s."""
    told = enclosure(volume_m3=100, fire_kw=5, duration_s=100)
    assert told["o2_consumed_kg"] == pytest.approx(0.039894876, rel=0.005)
    assert told["co2_kg"] == pytest.approx(0.027433961, rel=0.005)
    assert told["h2o_kg"] == pytest.approx(0.022460815, rel=0.005)


def test_a_source_of_gas() -> None:
    """By hand: 0.5 g/s of H2S is 3.529e-4 m3/s at 20 C; in 0.2 m3/s of air 0.1761 % in the end."""
    told = enclosure(volume_m3=20, inflow_m3_s=0.2, sources_kg_s={"H2S": 5.0e-4}, duration_s=[0.0, 1.0e5], basis="wet")
    assert told["h2s_fraction"] == pytest.approx([0.0, 1.7614e-3], rel=1.0e-3)


def test_wet_is_less_than_dry() -> None:
    dry, wet = (enclosure(volume_m3=108, fire_kw=200, duration_s=400, basis=b) for b in ("dry", "wet"))
    assert wet["o2_fraction"] < dry["o2_fraction"] and wet["h2o_fraction"] > 0.0 == dry["h2o_fraction"]
    assert wet["o2_fraction"] == pytest.approx(dry["o2_fraction"] * (1.0 - wet["h2o_fraction"]))


def test_room_pressure_and_vent() -> None:
    """cfast_sealed_room_pressure, cfast_vent_overpressure, cfast_mech_flow_kg."""
    room = ask(MODELS["room_pressure"], {"heat_kw": 100, "volume_m3": 125, "duration_s": [60, 120, 900]})["outputs"]
    assert room["overpressure_pa"] == pytest.approx([19200.0, 38400.0, 288000.0], rel=0.02)
    celsius = [t - 273.15 for t in room["temperature_k"]]
    assert celsius == pytest.approx([75.26897155, 130.449315, 839.8246216], rel=0.02)
    vent = ask(MODELS["vent_flow"], {"flow_m3_s": 0.01, "vent_area_m2": 1.0e-4})["outputs"]
    assert vent["overpressure_pa"] == pytest.approx(11042.0, rel=0.01)
    vent = ask(MODELS["vent_flow"], {"flow_m3_s": 0.01, "vent_area_m2": 0.01})["outputs"]
    assert vent["overpressure_pa"] == pytest.approx(1.224489796, rel=0.05)
    assert vent["mass_flow_kg_s"] == pytest.approx(0.012, rel=0.05)


@pytest.mark.parametrize(("given", "says"), [
    ({"volume_m3": 10}, "duration_s or time_to"),
    ({"volume_m3": -10, "duration_s": 1}, "range"),
    ({"volume_m3": 10, "duration_s": 1, "initial": 3}, "mapping"),
    ({"volume_m3": 10, "duration_s": 1, "initial": {"O2": 0.6, "N2": 0.6}}, "together"),
    ({"volume_m3": 10, "duration_s": 1, "initial": {"O2": -0.1}}, "0 to 1"),
    ({"volume_m3": 10, "duration_s": 1, "initial": {"unobtainium": 0.1}}, "no species"),
    ({"volume_m3": 10, "duration_s": 1, "initial": {"O2": float("nan")}}, "0 to 1"),
    ({"volume_m3": 10, "duration_s": 1, "sources_kg_s": {"H2S": float("inf")}}, "within"),
    ({"volume_m3": 10, "duration_s": 1, "fuel": "wood"}, "one of"),
    ({"volume_m3": {"O2": 1}, "duration_s": 1}, "number"),
    ({"volume_m3": 10, "inflow_m3_s": 1, "until_o2_fraction": 0.3}, "never reached"),
    ({"volume_m3": 10, "time_to": {"O2": 0.1, "N2": 0.9}}, "one species"),
])  # fmt: skip
def test_what_cannot_be_is_refused(given: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        enclosure(**given)
