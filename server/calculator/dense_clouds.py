"""The models of dense clouds in closed form: the check of the cloud that drills run, not that cloud."""

from collections.abc import Mapping

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import britter_mcquaid as dense
from sim_core.physics.properties import GAS_CONSTANT
from sim_core.text import Text

AIR_KG_MOL = 0.02896
ATMOSPHERE_PA = 101325.0


def _reduced_gravity_m_s2(vapour_density_kg_m3: float, ambient_temperature_k: float, pressure_pa: float) -> float:
    air_kg_m3 = pressure_pa * AIR_KG_MOL / (GAS_CONSTANT * ambient_temperature_k)
    reduced = dense.G * (vapour_density_kg_m3 - air_kg_m3) / air_kg_m3
    if reduced <= 0.0:
        raise RefusedError(
            f"气云密度 {vapour_density_kg_m3:g} 不大于空气密度 {air_kg_m3:g} kg/m3，不是重气",
            f"the cloud, {vapour_density_kg_m3:g} kg/m3, is no denser than the air, {air_kg_m3:g} kg/m3",
        )
    return reduced


def _refuse_beyond(alpha: float) -> None:
    if alpha > dense.MOST_ALPHA:
        raise RefusedError(
            f"alpha = {alpha:.2f} 超出曲线上限 {dense.MOST_ALPHA:g}（风太小或气云太重）",
            f"alpha = {alpha:.2f} lies above {dense.MOST_ALPHA:g}, where the curves end: too little wind, too dense",
        )


def _dense_plume(
    mass_flow_kg_s: float,
    vapour_density_kg_m3: float,
    vapour_temperature_k: float,
    wind_10m_m_s: float,
    ambient_temperature_k: float,
    x_m: float,
    ambient_pressure_pa: float,
) -> Mapping[str, float]:
    gravity = _reduced_gravity_m_s2(vapour_density_kg_m3, ambient_temperature_k, ambient_pressure_pa)
    flow_m3_s = mass_flow_kg_s / vapour_density_kg_m3
    alpha = dense.plume_alpha(gravity, flow_m3_s, wind_10m_m_s)
    _refuse_beyond(alpha)
    diluted = dense.plume_dilution(flow_m3_s, gravity, wind_10m_m_s, x_m)
    return {
        "volume_fraction": dense.warmed_fraction(diluted, vapour_temperature_k, ambient_temperature_k),
        "alpha": alpha,
    }


def _dense_puff(
    volume_m3: float,
    vapour_density_kg_m3: float,
    initial_fraction: float,
    wind_10m_m_s: float,
    ambient_temperature_k: float,
    x_m: float,
    time_s: float | None,
    vapour_temperature_k: float | None,
    ambient_pressure_pa: float,
) -> Mapping[str, float]:
    gravity = _reduced_gravity_m_s2(vapour_density_kg_m3, ambient_temperature_k, ambient_pressure_pa)
    alpha = dense.puff_alpha(gravity, volume_m3, wind_10m_m_s)
    _refuse_beyond(alpha)
    front_m = x_m
    if time_s is not None:
        centre_m = dense.PUFF_SPEED * wind_10m_m_s * time_s
        radius_m = dense.puff_radius_m(volume_m3, gravity, time_s)
        if abs(x_m - centre_m) > radius_m:
            return {"volume_fraction": 0.0, "alpha": alpha}
        front_m = centre_m + radius_m
    diluted = dense.puff_dilution(volume_m3, gravity, wind_10m_m_s, front_m)
    if vapour_temperature_k is not None:
        diluted = dense.warmed_fraction(diluted, vapour_temperature_k, ambient_temperature_k)
    return {"volume_fraction": initial_fraction * diluted, "alpha": alpha}


PRESSURE = Input("ambient_pressure_pa", ATMOSPHERE_PA, limits=(5.0e4, 1.1e5))
DENSITY = Input("vapour_density_kg_m3", limits=(0.5, 20.0))
MODELS = (
    Model(
        "dense_plume",
        Text("重气烟羽（Britter-McQuaid）", "dense plume after Britter and McQuaid"),
        (
            Input("mass_flow_kg_s", limits=(1.0e-3, 1.0e4)),
            DENSITY,
            Input("vapour_temperature_k"),
            Input("wind_10m_m_s"),
            Input("ambient_temperature_k"),
            Input("x_m", many=True),
            PRESSURE,
        ),
        ("volume_fraction", "alpha"),
        (dense.plume_dilution, dense.plume_alpha, dense.warmed_fraction),
        _dense_plume,
    ),
    Model(
        "dense_puff",
        Text("重气烟团（Britter-McQuaid）", "dense puff after Britter and McQuaid"),
        (
            Input("volume_m3"),
            DENSITY,
            Input("initial_fraction", 1.0, limits=(1.0e-4, 1.0)),
            Input("wind_10m_m_s"),
            Input("ambient_temperature_k"),
            Input("x_m", limits=(0.0, 2.0e4), many=True),
            Input("time_s", None, many=True),
            Input("vapour_temperature_k", None),
            PRESSURE,
        ),
        ("volume_fraction", "alpha"),
        (dense.puff_dilution, dense.puff_alpha, dense.puff_radius_m, dense.warmed_fraction),
        _dense_puff,
    ),
)
