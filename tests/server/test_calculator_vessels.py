"""The models of heated vessels by name: API cases, what water and fire change, boil-over, refusals."""

from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask
from server.calculator.vessels import LIQUEFIED

BULLET = {
    "shape": "bullet", "diameter_m": 2.4, "length_m": 10.0, "thickness_m": 0.012, "set_pa": 1.77e6,
    "orifice_m2": 3.0e-3,
}  # fmt: skip


def outputs(model: str, **inputs: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(MODELS[model], inputs)["outputs"]
    return found


def test_api_cases() -> None:
    heat = [outputs("fire_heat", wetted_m2=500 * 0.09290304, drained=d)["heat_kw"] for d in (True, False)]
    assert [h / 0.29307107e-3 for h in heat] == pytest.approx([3430636.0, 5636046.0], rel=1e-3)
    got = outputs("relief_area", flow_kg_s=6.741666666666666, temperature_k=348.0, compressibility=0.9,
                  molar_mass_g_mol=51.0, heat_capacity_ratio=1.11, pressure_pa=6.7e5)  # fmt: skip
    assert got["area_m2"] == pytest.approx(0.0036990460646834414, rel=1e-6)


def test_an_engulfed_bullet_bursts_within_the_times_seen() -> None:
    """Bare bullets in engulfing fires burst after one minute to some hours, most within half an hour."""
    got = outputs("vessel_heating", **BULLET)
    assert 300.0 < got["time_to_rupture_s"] < 1800.0 and got["wall_k"] > 800.0
    jet = outputs("vessel_heating", **BULLET, flux_kw_m2=200.0)
    assert jet["time_to_rupture_s"] < got["time_to_rupture_s"]
    jet = outputs("vessel_heating", **BULLET, flux_kw_m2=200.0, wet_flux_kw_m2=200.0)
    assert jet["liquid_k"] > got["liquid_k"] - 20.0
    thick = outputs("vessel_heating", **{**BULLET, "thickness_m": 0.02})
    assert thick["time_to_rupture_s"] is None or thick["time_to_rupture_s"] > got["time_to_rupture_s"]


def test_water_saves_it() -> None:
    wet = outputs("vessel_heating", **BULLET, cooling_l_min_m2=10.2)
    assert wet["time_to_rupture_s"] is None and wet["wall_k"] < 400.0
    thin = outputs("vessel_heating", **BULLET, cooling_l_min_m2=1.0)
    assert thin["time_to_rupture_s"] is None or thin["time_to_rupture_s"] > 900.0


def test_relief_holds_the_pressure_near_its_set_point() -> None:
    got = outputs("vessel_heating", **{**BULLET, "thickness_m": 0.03}, flux_kw_m2=60.0, duration_s=3600.0)
    assert got["time_to_relief_s"] is not None and got["liquid_kg"] < 18_000.0
    assert 0.9 * 1.77e6 < got["pressure_pa"] - 101_325.0 < 1.1 * 1.77e6


@pytest.mark.parametrize("substance", LIQUEFIED)
def test_every_liquefied_gas_can_be_heated(substance: str) -> None:
    got = outputs("vessel_heating", **BULLET, substance=substance, temperature_k=270.0, duration_s=600.0)
    assert got["liquid_k"] > 270.0 and got["pressure_pa"] > 0.0


def test_vessel_burst() -> None:
    """By hand for 10 m3 of propane, 80 % full at 328 K: p 19 bar, about 3.5 t; half flashes; R of 3.5 t is 44 m."""
    got = outputs("vessel_burst", volume_m3=10.0, temperature_k=328.0, distance_m=[20.0, 50.0])
    assert got["pressure_pa"][0] == pytest.approx(1.9e6, rel=0.03)
    assert got["liquid_kg"][0] == pytest.approx(3540.0, rel=0.03)
    assert got["flash_fraction"][0] == pytest.approx(0.5, rel=0.05)
    assert got["responders_m"][0] == pytest.approx(4.0 * 2.9 * got["liquid_kg"][0] ** (1.0 / 3.0))
    assert got["overpressure_pa"][0] > got["overpressure_pa"][1] > 1000.0
    twice = outputs("vessel_burst", volume_m3=20.0, temperature_k=328.0)
    assert twice["energy_j"] == pytest.approx(2.0 * got["energy_j"][0])


def test_boil_over() -> None:
    got = outputs("boil_over", oil_m=12.0, hot_zone_m_h=0.8, burning_flux_kg_m2_s=860.0 * 0.2 / 3600.0,
                  density_kg_m3=860.0, diameter_m=60.0, burning_s=[0.0, 42600.0])  # fmt: skip
    assert got["time_s"] == pytest.approx([43200.0] * 2) and got["retreat_m"] == [600.0, 600.0]
    assert got["left_s"] == pytest.approx([43200.0, 600.0]) and got["sign"][0] == "none" and "frying" in got["sign"][1]


@pytest.mark.parametrize(
    ("model", "inputs", "says"),
    [
        ("vessel_heating", {**BULLET, "length_m": None}, "needs length_m"),
        ("vessel_heating", {**BULLET, "fill_fraction": 1.5}, "range"),
        ("vessel_burst", {"volume_m3": 10.0, "temperature_k": 360.0}, "range"),
        ("boil_over", {"oil_m": -1.0, "diameter_m": 60.0}, "range"),
        ("fire_heat", {"wetted_m2": 0.0}, "range"),
    ],
)
def test_refusals(model: str, inputs: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        ask(MODELS[model], inputs)
