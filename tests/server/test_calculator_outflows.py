"""The models of outflow through the calculator's door: the cases of discharge, the Loughborough jets, refusals."""

from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask

PSI_PA = 6894.757293168361
ATMOSPHERE_PA = 101325.0


def out(name: str, **inputs: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask(MODELS[name], inputs)["outputs"]
    return answer


def test_ccps_liquid_orifice() -> None:
    # CCPS 1999 p. 40
    got = out("liquid_orifice", pressure_pa=120935.0368, ambient_pressure_pa=ATMOSPHERE_PA, density_kg_m3=490.0,
              diameter_m=0.01, discharge_coefficient=0.63)  # fmt: skip
    assert got["mass_flow_kg_s"] == pytest.approx(0.21691154763598, rel=1e-6)
    assert got["velocity_m_s"] == pytest.approx(5.636333880812954, rel=1e-6)


def test_butane_sphere() -> None:
    got = out("liquid_orifice", pressure_pa=264.7 * PSI_PA, ambient_pressure_pa=14.7 * PSI_PA, density_kg_m3=573.2301,
              head_m=15.24, diameter_m=0.0508, discharge_coefficient=0.61)  # fmt: skip
    assert got["mass_flow_kg_s"] == pytest.approx(56.31092763613714, rel=1e-3)
    flash = out("flash_fraction", heat_capacity_j_kg_k=2417.2963, temperature_k=298.15, boiling_point_k=272.55,
                latent_heat_j_kg=361290.339)  # fmt: skip
    assert flash["vapour_fraction"] == pytest.approx(0.17128269541302374, rel=1e-6)
    drop = out("droplet", surface_tension_n_m=0.0149129309, gas_density_kg_m3=1.29525, velocity_m_s=79.454,
               superheat_k=25.6, liquid_density_kg_m3=602.51, vapour_density_kg_m3=2.5995,
               temperature_k=272.55)  # fmt: skip
    assert drop["droplet_diameter_m"] == pytest.approx(2.188550597862162e-05, rel=0.05)
    # The published sum (critical drop 0.14 mm, aerosol 0.923) has White's drag with a wrong sign, 6/(1 - sqrt(Re)).
    assert drop["critical_diameter_m"] == pytest.approx(6.14e-3, rel=0.01) and drop["aerosol_fraction"] == 1.0


def test_ccps_gas_orifice() -> None:
    # CCPS 1999 p. 47
    got = out("gas_orifice", pressure_pa=501.0e3, temperature_k=298.0, density_kg_m3=8.90, heat_capacity_ratio=1.15,
              diameter_m=0.01, discharge_coefficient=0.85, ambient_pressure_pa=ATMOSPHERE_PA)  # fmt: skip
    assert got["choked"] is True
    assert got["mass_flow_kg_s"] == pytest.approx(0.09002799947040846, rel=1e-9)
    assert got["throat_pressure_pa"] == pytest.approx(287766.01316878956, rel=1e-9)
    assert got["throat_temperature_k"] == pytest.approx(277.2093023255814, rel=1e-9)


@pytest.mark.parametrize(("hole_m", "measured_kg_s"), [(0.020, 2.9), (0.035, 9.6), (0.050, 19.5)])
def test_loughborough_jets(hole_m: float, measured_kg_s: float) -> None:
    got = out("gas_orifice", pressure_pa=60.0e5, temperature_k=288.15, density_kg_m3=46.18, heat_capacity_ratio=1.31,
              diameter_m=hole_m, discharge_coefficient=0.85, ambient_pressure_pa=ATMOSPHERE_PA)  # fmt: skip
    assert got["mass_flow_kg_s"] == pytest.approx(measured_kg_s, rel=0.15)


def test_api_520_relief_area() -> None:
    # an independent package, fluids 1.3.1
    got = out("relief_area", mass_flow_kg_s=6.741666666666666, temperature_k=348.0, compressibility=0.9, kg_mol=0.051,
              heat_capacity_ratio=1.11, pressure_pa=670000.0)  # fmt: skip
    assert got["area_m2"] == pytest.approx(0.0036990460646834414, rel=1e-6)


VESSEL = {"pressure_pa": 1.0e7, "temperature_k": 300.0, "density_kg_m3": 116.0, "heat_capacity_ratio": 1.4,
          "diameter_m": 0.01, "discharge_coefficient": 0.85, "ambient_pressure_pa": ATMOSPHERE_PA}  # fmt: skip


def test_adiabatic_blowdown() -> None:
    """The volume that makes tau 100 s; p/p0 as the closed form has it."""
    flow = out("gas_orifice", **VESSEL)["mass_flow_kg_s"]
    got = out("blowdown", volume_m3=100.0 * flow / 116.0, **VESSEL, time_s=[10.0, 50.0, 100.0, 200.0])
    assert got["time_constant_s"] == pytest.approx([100.0] * 4)
    assert got["pressure_ratio"] == pytest.approx([0.87056, 0.513158, 0.279082, 0.094865], rel=1e-3)
    assert got["choked"] == [True] * 4
    assert out("blowdown", volume_m3=100.0 * flow / 116.0, **VESSEL, time_s=900.0)["choked"] is False


def test_blowdown_that_is_not_choked_is_refused() -> None:
    with pytest.raises(RefusedError, match="choked"):
        out("blowdown", volume_m3=1.0, **{**VESSEL, "pressure_pa": 1.2e5, "density_kg_m3": 1.4}, time_s=1.0)


def test_tank_drain() -> None:
    # 40000 / 0.61 sqrt(10 / 9.80665), by hand
    got = out("tank_drain", tank_diameter_m=10.0, level_m=5.0, hole_diameter_m=0.05, discharge_coefficient=0.61)
    assert got["drain_time_s"] == pytest.approx(66218.0, rel=1e-4)


def test_superheated_liquid_by_length_of_pipe() -> None:
    def through(pipe: float) -> dict[str, Any]:
        return out("two_phase_orifice", substance="propane", pressure_pa=9.6e5, temperature_k=298.15, diameter_m=0.02,
                   pipe_length_m=pipe)  # fmt: skip

    hole, pipe = through(0.0), through(0.5)
    assert (hole["regime"], pipe["regime"]) == ("liquid", "two_phase")
    assert hole["mass_flow_kg_s"] > 2.0 * pipe["mass_flow_kg_s"] > 0.0
    assert 0.2 < hole["flash_fraction"] < 0.6


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"temperature_k": 500.0}, "liquid range"),
        ({"pressure_pa": 2.0e5}, "not liquid"),
        ({"substance": "wood"}, "one of"),
        ({"pipe_length_m": 100.0}, "0 to 50 m"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, Any], says: str) -> None:
    right = {"substance": "propane", "pressure_pa": 1.0e6, "temperature_k": 298.15, "diameter_m": 0.02}
    with pytest.raises(RefusedError, match=says):
        out("two_phase_orifice", **{**right, **change})
