"""The models of outflow: holes, relief, two-phase discharge, drops, emptying."""

from collections.abc import Mapping
from math import pi
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import blowdown, outflow, properties, two_phase
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

ATMOSPHERE_PA = 101325.0


def _liquid_orifice(
    pressure_pa: float, ambient_pressure_pa: float, density_kg_m3: float, head_m: float, diameter_m: float,
    discharge_coefficient: float,
) -> Mapping[str, float]:  # fmt: skip
    drive = (pressure_pa, ambient_pressure_pa, density_kg_m3, head_m)
    return {
        "mass_flow_kg_s": outflow.liquid_mass_flow_kg_s(*drive, diameter_m, discharge_coefficient),
        "velocity_m_s": outflow.liquid_velocity_m_s(*drive, discharge_coefficient),
    }


def _gas_orifice(**inputs: float) -> Mapping[str, float | bool]:
    gas = outflow.gas_flow(**inputs)
    return {
        "mass_flow_kg_s": gas.mass_flow_kg_s,
        "choked": gas.choked,
        "throat_pressure_pa": gas.throat_pressure_pa,
        "throat_temperature_k": gas.throat_temperature_k,
        "velocity_m_s": gas.velocity_m_s,
    }


def _flash_fraction(**inputs: float) -> Mapping[str, float]:
    return {"vapour_fraction": two_phase.flash_fraction(**inputs)}


def _tank_drain(**inputs: float) -> Mapping[str, float]:
    return {"drain_time_s": blowdown.drain_time_s(**inputs)}


def _relief_area(**inputs: float) -> Mapping[str, float]:
    return {"area_m2": outflow.relief_area_m2(**inputs)}


def _blowdown(
    volume_m3: float, pressure_pa: float, temperature_k: float, density_kg_m3: float, heat_capacity_ratio: float,
    diameter_m: float, discharge_coefficient: float, ambient_pressure_pa: float, time_s: float,
) -> Mapping[str, float | bool]:  # fmt: skip
    start = outflow.gas_flow(
        pressure_pa, temperature_k, density_kg_m3, heat_capacity_ratio, diameter_m, discharge_coefficient,
        ambient_pressure_pa,
    )  # fmt: skip
    if not start.choked:
        raise RefusedError(
            "开始时未达临界流：压力不足，闭式解不成立", "not choked at the start: the closed form does not hold"
        )
    tau = blowdown.time_constant_s(volume_m3, density_kg_m3, start.mass_flow_kg_s)
    ratio = blowdown.pressure_ratio(time_s, tau, heat_capacity_ratio)
    critical = outflow.critical_pressure_ratio(heat_capacity_ratio)
    return {
        "pressure_pa": ratio * pressure_pa,
        "mass_flow_kg_s": start.mass_flow_kg_s * blowdown.flow_ratio(time_s, tau, heat_capacity_ratio),
        "time_constant_s": tau,
        "pressure_ratio": ratio,
        "choked": ambient_pressure_pa <= critical * ratio * pressure_pa,
    }


def _droplet(
    surface_tension_n_m: float, gas_density_kg_m3: float, velocity_m_s: float, superheat_k: float,
    liquid_density_kg_m3: float, vapour_density_kg_m3: float | None, temperature_k: float,
) -> Mapping[str, float]:  # fmt: skip
    vapour = gas_density_kg_m3 if vapour_density_kg_m3 is None else vapour_density_kg_m3
    drop = min(
        two_phase.aerodynamic_drop_m(surface_tension_n_m, gas_density_kg_m3, velocity_m_s),
        two_phase.flashing_drop_m(superheat_k),
    )
    viscosity = two_phase.air_viscosity_pa_s(temperature_k)
    critical = two_phase.critical_drop_m(velocity_m_s, liquid_density_kg_m3, vapour, viscosity)
    return {
        "droplet_diameter_m": drop,
        "critical_diameter_m": critical,
        "aerosol_fraction": two_phase.aerosol_fraction(drop, critical),
    }


def _two_phase_orifice(
    substance: str, pressure_pa: float, temperature_k: float, diameter_m: float, pipe_length_m: float, head_m: float,
    discharge_coefficient: float, ambient_pressure_pa: float,
) -> Mapping[str, Any]:  # fmt: skip
    of = SUBSTANCES[substance]
    if not of.liquid_k[0] <= temperature_k <= of.liquid_k[1]:
        low, high = of.liquid_k
        raise RefusedError(
            f"temperature_k = {temperature_k:g} 超出 {substance} 液相范围 {low:g} 至 {high:g} K",
            f"temperature_k = {temperature_k:g} lies outside the liquid range of {substance}, {low:g} to {high:g} K",
        )
    saturation = properties.vapour_pressure_pa(of, temperature_k)
    if saturation > 1.02 * pressure_pa:
        raise RefusedError(
            f"压力低于 {temperature_k:g} K 时的饱和蒸气压 {saturation:.0f} Pa，不是液体",
            f"pressure below the vapour pressure at {temperature_k:g} K, {saturation:.0f} Pa: not liquid",
        )
    rho = properties.liquid_density_kg_m3(of, temperature_k)
    latent = properties.latent_heat_j_kg(of, temperature_k)
    capacity = properties.liquid_capacity_j_kg_k(of, temperature_k)
    change = 1.0 / properties.vapour_density_kg_m3(of, temperature_k, saturation) - 1.0 / rho
    flux = two_phase.flashing_flux_kg_m2_s(
        latent, change, temperature_k, capacity, rho, pressure_pa + rho * outflow.GRAVITY_M_S2 * head_m,
        ambient_pressure_pa, saturation, pipe_length_m, discharge_coefficient,
    )  # fmt: skip
    return {
        "mass_flow_kg_s": flux * 0.25 * pi * diameter_m * diameter_m,
        "regime": two_phase.regime(saturation, ambient_pressure_pa, pipe_length_m, False),
        "flash_fraction": two_phase.flash_fraction(capacity, temperature_k, of.boiling_k, latent),
    }


ORIFICE = (Input("diameter_m"), Input("discharge_coefficient", outflow.SHARP_LIQUID))
GAS_ORIFICE = (
    Input("pressure_pa"),
    Input("temperature_k"),
    Input("density_kg_m3"),
    Input("heat_capacity_ratio"),
    Input("diameter_m"),
    Input("discharge_coefficient", outflow.SHARP_GAS),
    Input("ambient_pressure_pa", ATMOSPHERE_PA),
)
MODELS = (
    Model(
        "liquid_orifice",
        Text("液体经孔泄漏", "liquid through a hole"),
        (
            Input("pressure_pa"),
            Input("ambient_pressure_pa", ATMOSPHERE_PA),
            Input("density_kg_m3"),
            Input("head_m", 0.0),
            *ORIFICE,
        ),
        ("mass_flow_kg_s", "velocity_m_s"),
        (outflow.liquid_mass_flow_kg_s, outflow.liquid_velocity_m_s),
        _liquid_orifice,
    ),
    Model(
        "gas_orifice",
        Text("气体经孔泄漏（临界与亚临界）", "gas through a hole, choked or not"),
        GAS_ORIFICE,
        ("mass_flow_kg_s", "choked", "throat_pressure_pa", "throat_temperature_k", "velocity_m_s"),
        (outflow.gas_flow, outflow.critical_pressure_ratio),
        _gas_orifice,
    ),
    Model(
        "flash_fraction",
        Text("闪蒸率", "flash fraction"),
        (Input("heat_capacity_j_kg_k"), Input("temperature_k"), Input("boiling_point_k"), Input("latent_heat_j_kg")),
        ("vapour_fraction",),
        (two_phase.flash_fraction,),
        _flash_fraction,
    ),
    Model(
        "tank_drain",
        Text("常压储罐经孔流空", "an open tank drains through a hole"),
        (
            Input("tank_diameter_m"),
            Input("level_m"),
            Input("hole_diameter_m"),
            Input("discharge_coefficient", outflow.SHARP_LIQUID),
        ),
        ("drain_time_s",),
        (blowdown.drain_time_s,),
        _tank_drain,
    ),
    Model(
        "two_phase_orifice",
        Text("过热液体经短管泄漏（Fauske）", "superheated liquid through a hole or short pipe (Fauske)"),
        (
            Input("substance", words=tuple(SUBSTANCES)),
            Input("pressure_pa"),
            Input("temperature_k"),
            Input("diameter_m", limits=(1.0e-4, 3.0)),
            Input("pipe_length_m", 0.0),
            Input("head_m", 0.0, limits=(0.0, 200.0)),
            Input("discharge_coefficient", outflow.SHARP_LIQUID),
            Input("ambient_pressure_pa", ATMOSPHERE_PA),
        ),
        ("mass_flow_kg_s", "regime", "flash_fraction"),
        (two_phase.flashing_flux_kg_m2_s, two_phase.regime, two_phase.flash_fraction),
        _two_phase_orifice,
    ),
    Model(
        "blowdown",
        Text("气体容器绝热泄压（临界流）", "adiabatic blowdown of a gas vessel, choked"),
        (Input("volume_m3"), *GAS_ORIFICE, Input("time_s", many=True)),
        ("pressure_pa", "mass_flow_kg_s", "time_constant_s", "pressure_ratio", "choked"),
        (outflow.gas_flow, blowdown.time_constant_s, blowdown.pressure_ratio, blowdown.flow_ratio),
        _blowdown,
    ),
    Model(
        "droplet",
        Text("喷射液滴与雨落（RELEASE）", "drops of a jet and rain-out (RELEASE)"),
        (
            Input("surface_tension_n_m"),
            Input("gas_density_kg_m3", 1.2),
            Input("velocity_m_s"),
            Input("superheat_k", 0.0),
            Input("liquid_density_kg_m3", 600.0),
            Input("vapour_density_kg_m3", None),
            Input("temperature_k", 288.15),
        ),
        ("droplet_diameter_m", "critical_diameter_m", "aerosol_fraction"),
        (
            two_phase.aerodynamic_drop_m,
            two_phase.flashing_drop_m,
            two_phase.critical_drop_m,
            two_phase.air_viscosity_pa_s,
            two_phase.aerosol_fraction,
        ),
        _droplet,
    ),
    Model(
        "relief_area",
        Text("安全阀泄放面积（气体，API 520）", "relief area for gas (API 520)"),
        (
            Input("mass_flow_kg_s"),
            Input("temperature_k"),
            Input("compressibility", 1.0),
            Input("kg_mol"),
            Input("heat_capacity_ratio"),
            Input("pressure_pa"),
            Input("discharge_coefficient", 0.975),
            Input("back_pressure_factor", 1.0),
            Input("rupture_disc_factor", 1.0),
        ),
        ("area_m2",),
        (outflow.relief_area_m2,),
        _relief_area,
    ),
)
