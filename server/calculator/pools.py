"""The models of pools: what evaporates, what a spill puts into the air, how wide a fed pool lies."""

from collections.abc import Mapping
from math import ceil, pi

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import evaporation, properties, spill, spreading
from sim_core.physics.evaporation import GROUNDS, Weather
from sim_core.physics.spreading import Pool
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

MOST_STEPS = 3600


def _pool_evaporation(
    substance: str, pool_diameter_m: float, wind_10m_m_s: float, temperature_k: float, solar_w_m2: float,
    relative_humidity: float, cloud_tenths: float, ground: str, depth_m: float, duration_s: float, foam_cover: float,
    liquid_temperature_k: float | None,
) -> Mapping[str, float]:  # fmt: skip
    """Mean over duration_s of a pool kept at its depth, second by second as in a drill.

    temperature_k: of air and ground, and of the liquid at the start, unless that is given or it boils below.
    """
    of, area = SUBSTANCES[substance], 0.25 * pi * pool_diameter_m * pool_diameter_m
    if of.boiling_k < of.liquid_k[0]:
        raise RefusedError(f"{substance} 在常压下没有液相", f"{substance} has no liquid at atmospheric pressure")
    begins = temperature_k if liquid_temperature_k is None else liquid_temperature_k
    at = min(max(begins, of.liquid_k[0]), min(of.boiling_k, of.liquid_k[1]))
    kept_kg = depth_m * area * properties.liquid_density_kg_m3(of, at)
    pool = Pool(kept_kg, at, area, 0.0, foam_cover)
    weather = Weather(wind_10m_m_s, temperature_k, solar_w_m2, relative_humidity, cloud_tenths)
    steps = min(ceil(duration_s), MOST_STEPS)
    total_kg = wetted_s = 0.0
    for _ in range(steps):
        pool, off = evaporation.evaporate(of, pool, weather, GROUNDS[ground], duration_s / steps, 1.0)
        total_kg += off.vapour_kg
        wetted_s += duration_s / steps  # a pool that dries within a step leaves cold ground behind
        pool = Pool(kept_kg, off.temperature_k, area, wetted_s, foam_cover)
    flow = total_kg / duration_s
    return {"mass_flow_kg_s": flow, "flux_kg_m2_s": flow / area, "pool_temperature_k": pool.temperature_k}


def _spill_airborne(
    leak_kg_s: float, flash_fraction: float, aerosol_fraction: float, max_pool_area_m2: float | None,
    ground_conductivity_w_m_k: float, ground_diffusivity_m2_s: float, ground_temperature_k: float,
    liquid_temperature_k: float, density_kg_m3: float, latent_heat_j_kg: float, duration_s: float,
) -> Mapping[str, float]:  # fmt: skip
    after = spill.airborne(
        leak_kg_s, flash_fraction, aerosol_fraction, max_pool_area_m2, ground_conductivity_w_m_k,
        ground_diffusivity_m2_s, ground_temperature_k, liquid_temperature_k, density_kg_m3, latent_heat_j_kg,
        duration_s,
    )  # fmt: skip
    return {"airborne_kg": after.airborne_kg, "pool_kg": after.pool_kg, "pool_area_m2": after.pool_area_m2}


def _steady_pool(mass_kg: float, duration_s: float, flux_kg_m2_s: float) -> Mapping[str, float]:
    diameter = spreading.steady_diameter_m(mass_kg / duration_s, flux_kg_m2_s)
    return {"pool_diameter_m": diameter, "pool_area_m2": 0.25 * pi * diameter * diameter}


MODELS = (
    Model(
        "pool_evaporation",
        Text("液池蒸发（含热量平衡）", "evaporation of a pool with its heat balance"),
        (
            Input("substance", words=tuple(SUBSTANCES)),
            Input("pool_diameter_m"),
            Input("wind_10m_m_s", many=True),
            Input("temperature_k", limits=(223.0, 323.0)),
            Input("solar_w_m2", 0.0, limits=(0.0, 1400.0)),
            Input("relative_humidity", 0.5),
            Input("cloud_tenths", 5.0),
            Input("ground", "concrete", tuple(GROUNDS)),
            Input("depth_m", 0.01, limits=(1.0e-3, 10.0)),
            Input("duration_s", 600.0, limits=(1.0, 86400.0), many=True),
            Input("foam_cover", 0.0),
            Input("liquid_temperature_k", None, limits=(11.0, 500.0)),
        ),
        ("mass_flow_kg_s", "flux_kg_m2_s", "pool_temperature_k"),
        (
            evaporation.evaporate,
            evaporation.transfer_m_s,
            evaporation.film_flux_kg_m2_s,
            evaporation.sky_emissivity,
            evaporation.ground_film_w_m2_k,
            evaporation.foam_lets_through,
        ),
        _pool_evaporation,
    ),
    Model(
        "spill_airborne",
        Text("泄漏进入空气的量", "what a leak puts into the air"),
        (
            Input("leak_kg_s"),
            Input("flash_fraction"),
            Input("aerosol_fraction"),
            Input("max_pool_area_m2", None, limits=(0.01, 1.0e6)),
            Input("ground_conductivity_w_m_k", GROUNDS["concrete"].conductivity_w_m_k),
            Input("ground_diffusivity_m2_s", GROUNDS["concrete"].diffusivity_m2_s),
            Input("ground_temperature_k"),
            Input("liquid_temperature_k"),
            Input("density_kg_m3"),
            Input("latent_heat_j_kg"),
            Input("duration_s", many=True),
        ),
        ("airborne_kg", "pool_kg", "pool_area_m2"),
        (spill.airborne,),
        _spill_airborne,
    ),
    Model(
        "steady_pool",
        Text("稳定液池直径", "diameter of a pool that gives off what it is fed"),
        (
            Input("mass_kg", limits=(1.0e-3, 1.0e7)),
            Input("duration_s", limits=(1.0, 86400.0)),
            Input("flux_kg_m2_s", evaporation.LNG_ON_WATER_KG_M2_S),
        ),
        ("pool_diameter_m", "pool_area_m2"),
        (spreading.steady_diameter_m,),
        _steady_pool,
    ),
)
