"""The models of demand by name: the clauses as read, totals by hand, what is second-hand says so, refusals."""

from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask


def outputs(model: str, **inputs: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(MODELS[model], inputs)["outputs"]
    return found


def test_external_floating_roof() -> None:
    got = outputs("foam_demand", tank="external_floating_roof", diameter_m=60.0, standard="gb50151")
    assert (got["rate_l_min_m2"], got["minutes"], got["max_perimeter_per_generator_m"]) == (12.5, 60.0, 24.0)
    assert got["total_m3"] == pytest.approx(12.5 * 60.0 * 167.1013 / 1000.0, rel=1e-4)
    assert "GB 50151-2021 4.3.2" in got["clause"] and got["generators"] == 8 and got["evidence"] == "R"


def test_the_other_read_clauses() -> None:
    got = outputs("foam_demand", tank="fixed_roof_subsurface", diameter_m=20.0)
    assert (got["rate_l_min_m2"], got["minutes"]) == (6.0, 60.0)
    assert outputs("foam_demand", tank="fixed_roof", fuel="petrol", diameter_m=20.0)["rate_l_min_m2"] == 5.0
    got = outputs("foam_demand", tank="lng_bund", area_m2=100.0, fuel="lng")
    assert (got["rate_l_min_m2"], got["minutes"], got["expansion"]) == (7.2, 40.0, "300-500")
    assert got["total_m3"] == pytest.approx(28.8)
    got = outputs("foam_demand", tank="fixed_roof_monitor", diameter_m=18.0, standard="nfpa11")
    assert (got["rate_l_min_m2"], got["max_diameter_m"]) == (6.5, 18.3)
    got = outputs("foam_demand", spill="outdoor", area_m2=100.0)
    assert (got["rate_l_min_m2"], got["minutes"], got["concentrate_m3"]) == (4.0, 15.0, pytest.approx(0.18))


def test_cooling() -> None:
    surface = [outputs("cooling_demand", tank=t, area_m2=10.0, standard="cfr46") for t in ("horizontal", "vertical")]
    assert [s["rate_l_min_m2"] for s in surface] == [10.0, 4.0]
    assert surface[0]["minutes"] is None and surface[0]["total_m3"] is None and surface[0]["flow_l_min"] == 100.0
    got = outputs("cooling_demand", tank="vessel", area_m2=100.0, standard="nfpa15", minutes=60.0)
    assert (got["rate_l_min_m2"], got["total_m3"], got["standing"]) == (10.2, pytest.approx(61.2), "to be confirmed")
    got = outputs("cooling_demand", tank="neighbour", diameter_m=20.0, height_m=15.0)
    assert got["total_m3"] == pytest.approx(2.0 * 471.2389 * 360.0 / 1000.0, rel=1e-6)
    assert "8.4.5" in got["clause"] and got["standing_zh"] == "待确认"
    got = outputs("cooling_demand", tank="sphere", diameter_m=12.0)
    assert (got["rate_l_min_m2"], got["minutes"], got["area_m2"]) == (9.0, 360.0, pytest.approx(452.389, rel=1e-5))


def test_foam_attack_and_ignition() -> None:
    assert outputs("foam_attack", rate_l_min_m2=6.5)["knock_down_s"] == pytest.approx(30.0)
    assert outputs("foam_attack", rate_l_min_m2=6.5, polar=True)["extinguishes"] is False
    got = outputs("ignition_chance", flow_kg_s=[1.0, 10.0], scene="plant")
    assert got["total"] == pytest.approx([0.01, 0.07])
    assert outputs("ignition_chance", flow_kg_s=50.0, kind="gas_high")["immediate"] == 0.5


@pytest.mark.parametrize(
    ("model", "inputs", "says"),
    [
        ("foam_demand", {"diameter_m": 20.0}, "one of tank and spill"),
        ("foam_demand", {"tank": "fixed_roof_monitor", "standard": "nfpa11", "diameter_m": 30.0}, "at most 18.3"),
        ("foam_demand", {"tank": "lng_bund", "standard": "nfpa11"}, "no clause"),
        ("foam_demand", {"tank": "fixed_roof", "fuel": "ethanol"}, "alcohol-resistant"),
        ("foam_demand", {"spill": "outdoor", "fuel": "butane"}, "1.0.4"),
        ("foam_demand", {"tank": "fixed_roof", "diameter_m": -3.0}, "range"),
        ("cooling_demand", {"tank": "fixed_roof"}, "needs diameter_m"),
        ("cooling_demand", {"tank": "fixed_roof", "diameter_m": 20.0}, "needs height_m"),
        ("cooling_demand", {"tank": "vessel", "standard": "gb50160", "diameter_m": 3.0}, "no clause"),
    ],
)
def test_refusals(model: str, inputs: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        ask(MODELS[model], inputs)
