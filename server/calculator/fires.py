"""The models of pool fires, jet fires and what their heat passes through."""

from collections.abc import Mapping
from math import inf

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import burning_rate, flame, jet_fire, pool_fire, properties, transmissivity, view_factor
from sim_core.physics.burning_rate import POOLS
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

POOL_FUELS = tuple(POOLS)
COLD = ("lng", "methane")  # burn as LNG was measured to
JET_FUELS = (
    "methane", "lng", "propane", "butane", "lpg", "ethylene", "hydrogen", "hydrogen_sulfide", "carbon_monoxide",
    "ammonia", "vinyl_chloride",
)  # fmt: skip
AIR_K = (253.0, 313.0)


def _burning_rate(fuel: str, diameter_m: float) -> Mapping[str, float | str | None]:
    pool, heat = POOLS[fuel], SUBSTANCES[fuel].heat_of_combustion_j_kg
    flux = burning_rate.flux_kg_m2_s(pool.flux_kg_m2_s, pool.k_beta_1_m, diameter_m)
    whole = None if diameter_m == inf else burning_rate.heat_release_kw(flux, heat, diameter_m)
    return {
        "flux_kg_m2_s": flux,
        "heat_release_kw": whole,
        "heat_release_kw_m2": 1.0e-3 * flux * heat,
        "flux_source": pool.source,
    }


def _flame_height(
    heat_release_kw: float, diameter_m: float, method: str, burning_flux_kg_m2_s: float | None, wind_m_s: float
) -> Mapping[str, float]:
    if method == "heskestad":
        return {"flame_length_m": flame.heskestad_length_m(heat_release_kw, diameter_m)}
    if burning_flux_kg_m2_s is None:
        raise RefusedError(
            f"{method} 需要 burning_flux_kg_m2_s", f"the method {method} needs the input burning_flux_kg_m2_s"
        )
    if method == "thomas":
        return {"flame_length_m": flame.thomas_length_m(burning_flux_kg_m2_s, diameter_m)}
    if wind_m_s <= 0.0:
        raise RefusedError(f"{method} 需要 wind_m_s 大于 0", f"the method {method} needs wind_m_s above 0")
    return {"flame_length_m": flame.thomas_windy_length_m(burning_flux_kg_m2_s, diameter_m, wind_m_s)}


def _pool_fire(
    fuel: str,
    diameter_m: float,
    burning_flux_kg_m2_s: float | None,
    radiant_fraction: float | None,
    wind_m_s: float,
    relative_humidity: float,
    ambient_temperature_k: float,
    distance_m: float,
    bearing_deg: float,
    height_m: float,
    base_m: float,
    method: str,
    receiver: str,
) -> Mapping[str, float]:
    pool, heat = POOLS[fuel], SUBSTANCES[fuel].heat_of_combustion_j_kg
    own = burning_rate.flux_kg_m2_s(pool.flux_kg_m2_s, pool.k_beta_1_m, diameter_m)
    flux = own if burning_flux_kg_m2_s is None else burning_flux_kg_m2_s
    share = pool.radiant_fraction if radiant_fraction is None else radiant_fraction
    fire = pool_fire.pool_fire(flux, heat, diameter_m, wind_m_s, pool.smoke_kw_m2, share, base_m, fuel in COLD)
    if method == "point_source":
        received = pool_fire.point_source_kw_m2(fire.heat_release_kw, share, distance_m)
    elif method == "shokri_beyler":
        if not 0.7 <= distance_m / diameter_m <= 15.0:
            raise RefusedError(
                "shokri_beyler 适用于 0.7 至 15 倍池径的距离", "shokri_beyler holds from 0.7 to 15 pool diameters away"
            )
        received = pool_fire.shokri_beyler_kw_m2(diameter_m, distance_m)
    else:
        received = pool_fire.heat_flux_kw_m2(
            fire, distance_m, bearing_deg, height_m, ambient_temperature_k, relative_humidity, receiver == "upright"
        )
    return {
        "flame_length_m": fire.flame.length_m,
        "tilt_deg": fire.tilt_deg,
        "emissive_power_kw_m2": fire.emissive_power_kw_m2,
        "heat_flux_kw_m2": received,
        "heat_release_kw": fire.heat_release_kw,
        "radiated_share": fire.radiant_kw / fire.heat_release_kw,
        "drag_ratio": fire.flame.along_m / fire.flame.across_m,
    }


def _jet_fire(
    mass_flow_kg_s: float,
    fuel: str,
    wind_m_s: float,
    distance_m: float,
    bearing_deg: float,
    pressure_pa: float,
    temperature_k: float,
    wind_angle_deg: float,
    relative_humidity: float,
    ambient_temperature_k: float,
) -> Mapping[str, float]:
    gas = SUBSTANCES[fuel]
    ratio = properties.heat_capacity_ratio(gas, temperature_k)
    velocity = jet_fire.jet_velocity_m_s(pressure_pa, temperature_k, ratio, gas.kg_mol)
    fire = jet_fire.jet_fire(
        mass_flow_kg_s, velocity, wind_m_s, wind_angle_deg, gas.kg_mol, gas.oxygen_mol, gas.heat_of_combustion_j_kg
    )
    received = jet_fire.heat_flux_kw_m2(fire, distance_m, bearing_deg, ambient_temperature_k, relative_humidity)
    return {
        "flame_length_m": fire.length_m,
        "radiant_fraction": fire.radiant_fraction,
        "heat_flux_kw_m2": received,
        "lift_off_m": fire.lift_off_m,
    }


def _transmissivity(air_temperature_k: float, relative_humidity: float, path_m: float) -> Mapping[str, float]:
    return {"transmissivity": transmissivity.transmissivity(air_temperature_k, relative_humidity, path_m)}


MODELS = (
    Model(
        "burning_rate",
        Text("池火燃烧速率", "burning rate of a pool"),
        (Input("fuel", words=POOL_FUELS), Input("diameter_m", inf, many=True)),
        ("flux_kg_m2_s", "heat_release_kw", "heat_release_kw_m2", "flux_source"),
        (burning_rate.flux_kg_m2_s,),
        _burning_rate,
    ),
    Model(
        "flame_height",
        Text("池火火焰长度", "length of the flame of a pool"),
        (
            Input("heat_release_kw", many=True),
            Input("diameter_m", many=True),
            Input("method", "heskestad", ("heskestad", "thomas", "thomas_windy")),
            Input("burning_flux_kg_m2_s", None),
            Input("wind_m_s", 0.0),
        ),
        ("flame_length_m",),
        (flame.heskestad_length_m, flame.thomas_length_m, flame.thomas_windy_length_m),
        _flame_height,
    ),
    Model(
        "pool_fire",
        Text("池火与热辐射", "pool fire and its heat"),
        (
            Input("fuel", words=POOL_FUELS),
            Input("diameter_m"),
            Input("burning_flux_kg_m2_s", None),
            Input("radiant_fraction", None),
            Input("wind_m_s", 0.0),
            Input("relative_humidity", 0.7),
            Input("ambient_temperature_k", 293.15, limits=AIR_K),
            Input("distance_m", many=True),
            Input("bearing_deg", 0.0, many=True),
            Input("height_m", 0.0),
            Input("base_m", 0.0),
            Input("method", "drill", ("drill", "point_source", "shokri_beyler")),
            Input("receiver", "facing", ("facing", "upright")),
        ),
        ("flame_length_m", "tilt_deg", "emissive_power_kw_m2", "heat_flux_kw_m2", "heat_release_kw", "radiated_share",
         "drag_ratio"),
        (burning_rate.flux_kg_m2_s, flame.length_m, flame.tilt_sine, flame.drag_ratio, view_factor.view_factors_array,
         pool_fire.pool_fire, pool_fire.heat_flux_array, pool_fire.heat_flux_kw_m2,
         transmissivity.transmissivity_array),
        _pool_fire,
    ),
    Model(
        "jet_fire",
        Text("喷射火与热辐射", "jet fire and its heat"),
        (
            Input("mass_flow_kg_s"),
            Input("fuel", words=JET_FUELS),
            Input("wind_m_s", 3.0),
            Input("distance_m", many=True),
            Input("bearing_deg", 90.0, many=True),
            Input("pressure_pa", 1.0e6),
            Input("temperature_k", 288.15),
            Input("wind_angle_deg", 0.0),
            Input("relative_humidity", 0.7),
            Input("ambient_temperature_k", 293.15, limits=AIR_K),
        ),
        ("flame_length_m", "radiant_fraction", "heat_flux_kw_m2", "lift_off_m"),
        (jet_fire.jet_velocity_m_s, jet_fire.length_m, jet_fire.radiant_fraction, jet_fire.lift_off_m,
         jet_fire.jet_fire, jet_fire.heat_flux_array, jet_fire.heat_flux_kw_m2, transmissivity.transmissivity_array),
        _jet_fire,
    ),
    Model(
        "transmissivity",
        Text("大气透射率", "transmissivity of the air"),
        (Input("air_temperature_k"), Input("relative_humidity"), Input("path_m", many=True)),
        ("transmissivity",),
        (transmissivity.transmissivity,),
        _transmissivity,
    ),
)  # fmt: skip
