"""The models of passive plumes and puffs."""

from collections.abc import Mapping
from math import hypot

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import gaussian, obstacles, plume_rise, sigma, stability, wind_profile
from sim_core.physics.validity import states
from sim_core.text import Text

TERRAINS = ("rural", "urban")
PLUME_SETS = ("briggs", "briggs_rural", "briggs_urban", "ccps", "isc3", "isc3_rural", "tno", "turner")
PUFF_SETS = ("ccps", "ccps_puff", "tno", "tno_puff", "briggs", "briggs_rural", "briggs_urban", "isc3_rural", "turner")
AMBIENT_K = 293.15
NEAREST_M, FARTHEST_M = 1.0, 1.0e5
LEAST_ROUGHNESSES = 10.0  # below it no surface layer has formed
BUOYANT_SHARE = 3.5  # ISC3: a rising plume spreads by a 3.5th of its rise


def _plume_set(sigma_set: str, terrain: str) -> str:
    """The set of curves for a name and a terrain; ISC3 takes the curves of Briggs in towns."""
    if sigma_set in ("briggs", "isc3"):
        return "briggs_urban" if terrain == "urban" else f"{sigma_set}_rural"
    if terrain == "urban" and sigma_set in ("ccps", "isc3_rural", "briggs_rural", "turner"):
        raise RefusedError(
            f"sigma_set = {sigma_set} 仅适用于 rural，urban 用 briggs 或 isc3",
            f"sigma_set = {sigma_set} holds for rural terrain alone; for urban take briggs or isc3",
        )
    return sigma_set


@states(
    "transport wind: as given",
    assumes=Text(
        "不给 wind_height_m 时，wind_m_s 即输送风速，不作换算",
        "without wind_height_m, wind_m_s carries the plume as it is given",
    ),
)
def transport_wind_m_s(
    wind_m_s: float,
    wind_height_m: float | None,
    roughness_m: float,
    stability_class: str,
    sigma_z_m: float,
    release_height_m: float,
) -> float:
    """Wind that carries a plume, m/s: u = as given, or at 0.6 of the mean height of the plume by its profile."""
    if wind_height_m is None:
        return wind_m_s
    if wind_height_m < LEAST_ROUGHNESSES * roughness_m:
        raise RefusedError(
            f"wind_height_m = {wind_height_m:g} 须不低于粗糙长度的 {LEAST_ROUGHNESSES:g} 倍",
            f"wind_height_m = {wind_height_m:g} must be at least {LEAST_ROUGHNESSES:g} times the roughness length",
        )
    height_m = min(wind_profile.transport_height_m(sigma_z_m, wind_height_m, release_height_m), 200.0)
    obukhov_m = stability.obukhov_m(stability_class, roughness_m)
    at, measured = (wind_profile.businger_m_s(z, 1.0, roughness_m, obukhov_m) for z in (height_m, wind_height_m))
    return wind_m_s * at / measured


def _sigma(stability: str, x_m: float, sigma_set: str) -> Mapping[str, float]:
    chosen = "briggs_rural" if sigma_set == "briggs" else sigma_set
    return {
        "sigma_y_m": sigma.sigma_y_m(stability, x_m, chosen),
        "sigma_z_m": sigma.sigma_z_m(stability, x_m, chosen),
    }


def _plume(
    emission_kg_s: float,
    wind_m_s: float,
    stability: str,
    x_m: float,
    y_m: float,
    z_m: float,
    release_height_m: float,
    terrain: str,
    averaging_s: float,
    sigma_set: str,
    wind_height_m: float | None,
    roughness_m: float,
    stack_diameter_m: float,
    exit_velocity_m_s: float,
    exit_temperature_k: float,
    ambient_temperature_k: float,
    building_m2: float,
) -> Mapping[str, float]:
    chosen = _plume_set(sigma_set, terrain)
    across = sigma.sigma_y_m(stability, x_m, chosen) * gaussian.averaging_factor(averaging_s, stability)
    upward = sigma.sigma_z_m(stability, x_m, chosen)
    if chosen == "tno" and wind_height_m is not None:
        upward *= sigma.roughness_factor(x_m, roughness_m)
    wind = transport_wind_m_s(wind_m_s, wind_height_m, roughness_m, stability, upward, release_height_m)
    risen_m = 0.0
    if stack_diameter_m > 0.0:
        climb = plume_rise.rise(
            stack_diameter_m, exit_velocity_m_s, exit_temperature_k, wind_m_s, ambient_temperature_k, stability
        )
        risen_m = plume_rise.rise_m(climb, x_m)
        across, upward = hypot(across, risen_m / BUOYANT_SHARE), hypot(upward, risen_m / BUOYANT_SHARE)
    height_m = release_height_m + risen_m
    concentration = gaussian.plume_kg_m3(emission_kg_s, wind, across, upward, y_m, z_m, height_m)
    return {
        "concentration_kg_m3": concentration / obstacles.wake_dilution(across, upward, building_m2),
        "sigma_y_m": across,
        "sigma_z_m": upward,
        "transport_wind_m_s": wind,
        "plume_height_m": height_m,
    }


def _puff(
    mass_kg: float,
    wind_m_s: float,
    stability: str,
    x_m: float,
    y_m: float,
    z_m: float,
    time_s: float,
    release_height_m: float,
    sigma_set: str,
    terrain: str,
    duration_s: float,
) -> Mapping[str, float]:
    chosen = f"{sigma_set}_puff" if sigma_set in ("ccps", "tno") else sigma_set
    if sigma_set == "briggs":
        chosen = f"briggs_{terrain}"
    centre_m = wind_m_s * time_s
    if duration_s == 0.0:
        if not NEAREST_M <= centre_m <= FARTHEST_M:
            raise RefusedError(
                f"烟团已移动 {centre_m:g} m，扩散曲线适用于 1 m 至 100 km",
                f"the puff has moved {centre_m:g} m; the curves of its spread hold from 1 m to 100 km",
            )
        along = sigma.sigma_x_m(stability, centre_m, chosen)
        across, upward = (f(stability, centre_m, chosen) for f in (sigma.sigma_y_m, sigma.sigma_z_m))
        concentration = gaussian.puff_kg_m3(mass_kg, x_m - centre_m, y_m, z_m, release_height_m, along, across, upward)
        return {"concentration_kg_m3": concentration, "centre_m": centre_m}
    if x_m < NEAREST_M:
        raise RefusedError("x_m 须不小于 1 m", "x_m must be at least 1 m")
    across, upward = (f(stability, x_m, chosen) for f in (sigma.sigma_y_m, sigma.sigma_z_m))
    steady = gaussian.plume_kg_m3(mass_kg / duration_s, wind_m_s, across, upward, y_m, z_m, release_height_m)
    rear_m = wind_m_s * max(time_s - duration_s, 0.0)
    front_sigma, rear_sigma = (
        sigma.sigma_x_m(stability, min(max(m, NEAREST_M), FARTHEST_M), chosen) for m in (centre_m, rear_m)
    )
    share = gaussian.finite_share(x_m, wind_m_s, time_s, duration_s, front_sigma, rear_sigma)
    return {"concentration_kg_m3": steady * share, "centre_m": 0.5 * (centre_m + rear_m)}


STABILITY = Input("stability", words=stability.CLASSES)
MODELS = (
    Model(
        "sigma",
        Text("扩散系数", "spread of a passive plume"),
        (STABILITY, Input("x_m", many=True), Input("sigma_set", "briggs_rural", ("briggs", *sigma.SETS))),
        ("sigma_y_m", "sigma_z_m"),
        (sigma.sigma_y_m, sigma.sigma_z_m),
        _sigma,
    ),
    Model(
        "plume",
        Text("高斯烟羽（中性气体，稳定排放）", "Gaussian plume of a passive gas, steady release"),
        (
            Input("emission_kg_s"),
            Input("wind_m_s"),
            STABILITY,
            Input("x_m", many=True),
            Input("y_m", 0.0, many=True),
            Input("z_m", 0.0, many=True),
            Input("release_height_m", 0.0),
            Input("terrain", "rural", TERRAINS),
            Input("averaging_s", 600.0),
            Input("sigma_set", "briggs", PLUME_SETS),
            Input("wind_height_m", None),
            Input("roughness_m", 0.03),
            Input("stack_diameter_m", 0.0, limits=(0.0, 20.0)),
            Input("exit_velocity_m_s", 1.0),
            Input("exit_temperature_k", AMBIENT_K),
            Input("ambient_temperature_k", AMBIENT_K),
            Input("building_m2", 0.0),
        ),
        ("concentration_kg_m3", "sigma_y_m", "sigma_z_m", "transport_wind_m_s", "plume_height_m"),
        (
            gaussian.plume_kg_m3, sigma.sigma_y_m, sigma.sigma_z_m, gaussian.averaging_factor, transport_wind_m_s,
            wind_profile.transport_height_m, wind_profile.businger_m_s, sigma.roughness_factor, plume_rise.rise,
            obstacles.wake_dilution,
        ),
        _plume,
    ),
    Model(
        "puff",
        Text("高斯烟团（瞬时或有限时长排放）", "Gaussian puff of a passive gas, instantaneous or of some duration"),
        (
            Input("mass_kg"),
            Input("wind_m_s"),
            STABILITY,
            Input("x_m", limits=(0.0, 1.0e5), many=True),
            Input("y_m", 0.0, many=True),
            Input("z_m", 0.0, many=True),
            Input("time_s", many=True),
            Input("release_height_m", 0.0),
            Input("sigma_set", "ccps", PUFF_SETS),
            Input("terrain", "rural", TERRAINS),
            Input("duration_s", 0.0),
        ),
        ("concentration_kg_m3", "centre_m"),
        (gaussian.puff_kg_m3, gaussian.plume_kg_m3, gaussian.finite_share, sigma.sigma_x_m),
        _puff,
    ),
)  # fmt: skip
