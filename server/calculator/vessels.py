"""The models of heated vessels: time to relief and to rupture, fire heat, relief area, boil-over."""

from collections.abc import Mapping
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import boil_over, properties, relief, tnt, vessel_burst, vessel_fire, wall_strength
from sim_core.physics.properties import Properties
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.validity import check
from sim_core.physics.vessel_fire import Heated
from sim_core.text import Text

STEP_S = 1.0
LOOK_S = 10.0  # the level moves slowly: wetted area is found anew so often
LIQUEFIED = ("propane", "butane", "lpg", "ammonia", "chlorine", "vinyl_chloride")
NEAR_CRITICAL = 0.99


def _heating(
    substance: str, shape: str, diameter_m: float, length_m: float | None, thickness_m: float, fill_fraction: float,
    temperature_k: float, set_pa: float, orifice_m2: float, flux_kw_m2: float,
    wet_flux_kw_m2: float | None, environment: float, drained: bool,
    cooling_l_min_m2: float, evaporated: float, water_k: float, duration_s: float,
) -> Mapping[str, Any]:  # fmt: skip
    if shape == "bullet" and length_m is None:
        raise RefusedError("卧式罐须给出 length_m", "a bullet needs length_m")
    if fill_fraction > 1.0:
        raise RefusedError("fill_fraction 不能大于 1", "fill_fraction cannot be above 1")
    what, long_m = SUBSTANCES[substance], length_m or diameter_m
    volume = _volume(shape, diameter_m, long_m, diameter_m)
    now = Heated(fill_fraction * volume * _density(what, temperature_k), temperature_k, temperature_k, 0.0)
    film = vessel_fire.film_removes_w_m2(cooling_l_min_m2, water_k, evaporated, 1.0e6)
    dry_flux = max(flux_kw_m2 * 1000.0 - film, 0.0)
    relieves, bursts, was_open, wet_w, dry_m2, second = None, None, False, 0.0, 0.0, 0.0
    while True:
        pressure = properties.vapour_pressure_pa(what, now.liquid_k)
        was_open = relief.is_open(pressure, set_pa, was_open)
        relieves = second if was_open and relieves is None else relieves
        stress = wall_strength.hoop_pa(max(pressure - relief.GAUGE_PA, 1.0), diameter_m, thickness_m, shape == "sphere")
        margin = wall_strength.margin(now.wall_k, stress)
        if margin <= 1.0:
            bursts = second
        if bursts is not None or second >= duration_s:
            break
        if second % LOOK_S == 0.0:
            wet_m2, dry_m2 = _areas(shape, diameter_m, long_m, now.liquid_kg / _density(what, now.liquid_k))
            heat = 0.0 if wet_flux_kw_m2 is None else wet_flux_kw_m2 * 1000.0 * wet_m2
            if wet_flux_kw_m2 is None and flux_kw_m2 > 0.0 and wet_m2 > 0.0:
                heat = vessel_fire.fire_heat_w(wet_m2, environment, drained)
            wet_w = max(heat - film * wet_m2, 0.0)
        latent = properties.latent_heat_j_kg(what, now.liquid_k)
        vented = _vented(what, now.liquid_k, pressure, orifice_m2) * STEP_S if was_open else 0.0
        capacity = properties.liquid_capacity_j_kg_k(what, min(now.liquid_k, what.liquid_k[1]))
        now = vessel_fire.advance(now, wet_w, dry_flux, dry_m2, thickness_m, capacity, vented, latent, STEP_S)
        if now.liquid_k > NEAR_CRITICAL * what.critical_k:
            now = Heated(now.liquid_kg, NEAR_CRITICAL * what.critical_k, now.wall_k, now.lost_j)
        second += STEP_S
    return {
        "time_to_relief_s": relieves,
        "time_to_rupture_s": bursts,
        "at_s": second,
        "pressure_pa": pressure,
        "liquid_k": now.liquid_k,
        "wall_k": now.wall_k,
        "liquid_kg": now.liquid_kg,
        "strength_margin": margin,
    }


def _vented(what: Properties, liquid_k: float, pressure: float, orifice_m2: float) -> float:
    ratio = properties.heat_capacity_ratio(what, min(liquid_k, 450.0))
    return relief.flow_kg_s(orifice_m2, liquid_k, 0.75, what.kg_mol * 1000.0, ratio, pressure)


def _density(what: Properties, temperature_k: float) -> float:
    return properties.liquid_density_kg_m3(what, min(temperature_k, what.liquid_k[1]))


def _volume(shape: str, diameter_m: float, length_m: float, level_m: float) -> float:
    if shape == "sphere":
        return vessel_fire.sphere_volume_m3(diameter_m, level_m)
    return vessel_fire.bullet_volume_m3(diameter_m, length_m, level_m)


def _areas(shape: str, diameter_m: float, length_m: float, liquid_m3: float) -> tuple[float, float]:
    """Wetted and dry wall, m2, for a volume of liquid: its level by bisection."""
    low, high = 0.0, diameter_m
    for _ in range(40):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if _volume(shape, diameter_m, length_m, middle) < liquid_m3 else (low, middle)
    reach = min(low, vessel_fire.HIGHEST_M)
    if shape == "sphere":
        dry = vessel_fire.sphere_wetted_m2(diameter_m, diameter_m) - vessel_fire.sphere_wetted_m2(diameter_m, low)
        return vessel_fire.sphere_wetted_m2(diameter_m, reach), dry
    whole = vessel_fire.bullet_wetted_m2(diameter_m, length_m, diameter_m)
    wet = vessel_fire.bullet_wetted_m2(diameter_m, length_m, reach)
    return wet, whole - vessel_fire.bullet_wetted_m2(diameter_m, length_m, low)


def _burst(
    substance: str, volume_m3: float, fill_fraction: float, temperature_k: float, distance_m: float | None,
    blast_share: float,
) -> Mapping[str, Any]:  # fmt: skip
    what = SUBSTANCES[substance]
    pressure = properties.vapour_pressure_pa(what, temperature_k)
    check(vessel_burst.expansion_j, pressure_pa=pressure)
    liquid_kg = fill_fraction * volume_m3 * _density(what, temperature_k)
    flashed = vessel_burst.flash_share(
        temperature_k, what.boiling_k, what.critical_k,
        properties.liquid_capacity_j_kg_k(what, what.boiling_k), properties.latent_heat_j_kg(what, what.boiling_k),
    )  # fmt: skip
    vapour_m3 = (1.0 - fill_fraction) * volume_m3
    vapour_m3 += flashed * liquid_kg / properties.vapour_density_kg_m3(what, temperature_k, pressure)
    ratio = properties.heat_capacity_ratio(what, temperature_k)
    energy = vessel_burst.blast_j(vessel_burst.expansion_j(pressure, vapour_m3, ratio), blast_share)
    charge = energy / tnt.BLAST_HEAT_J_KG
    answer: dict[str, Any] = {
        "pressure_pa": pressure,
        "liquid_kg": liquid_kg,
        "flash_fraction": flashed,
        "energy_j": energy,
        "tnt_kg": charge,
        "responders_m": vessel_burst.retreat_m(max(liquid_kg, 1.0), 4.0),
        "public_m": vessel_burst.retreat_m(max(liquid_kg, 1.0), 30.0),
    }
    if distance_m is None:
        return answer
    scaled = tnt.scaled_m_kg13(charge, distance_m)
    check(tnt.overpressure_pa, scaled=scaled)
    return answer | {"overpressure_pa": tnt.overpressure_pa(scaled)}


def _fire_heat(
    wetted_m2: float, environment: float, drained: bool, latent_j_kg: float | None
) -> Mapping[str, float | None]:
    heat = vessel_fire.fire_heat_w(wetted_m2, environment, drained)
    return {
        "heat_kw": heat / 1000.0,
        "relief_kg_s": None if latent_j_kg is None else relief.fire_load_kg_s(heat, latent_j_kg),
    }


def _relief_area(**given: float) -> Mapping[str, float]:
    return {"area_m2": relief.area_m2(**given)}


def _boil_over(
    oil_m: float, hot_zone_m_h: float, burning_flux_kg_m2_s: float, density_kg_m3: float, diameter_m: float,
    burning_s: float,
) -> Mapping[str, Any]:  # fmt: skip
    burn = boil_over.burn_m_s(burning_flux_kg_m2_s, density_kg_m3)
    zone = hot_zone_m_h / boil_over.HOUR_S
    after = boil_over.time_s(oil_m, zone, burn)
    told = boil_over.sign(max(after - burning_s, 0.0))
    return {
        "time_s": after,
        "left_s": max(after - burning_s, 0.0),
        "front_m": min(boil_over.front_m(burning_s, zone, burn), oil_m),
        "retreat_m": boil_over.retreat_m(diameter_m),
        "sign": told.en,
        "sign_zh": told.zh,
    }


MODELS = (
    Model(
        "vessel_heating",
        Text("受热储罐：起跳与破裂时间", "heated vessel: time to relief and to rupture"),
        (
            Input("substance", "propane", LIQUEFIED),
            Input("shape", "sphere", ("sphere", "bullet")),
            Input("diameter_m", limits=(0.5, 30.0)),
            Input("length_m", None, limits=(0.5, 100.0)),
            Input("thickness_m"),
            Input("fill_fraction", 0.8, limits=(0.05, 0.95)),
            Input("temperature_k", 293.15, limits=(240.0, 320.0)),
            Input("set_pa"),
            Input("orifice_m2"),
            Input("flux_kw_m2", 100.0, limits=(0.0, 350.0)),
            Input("wet_flux_kw_m2", None, limits=(0.0, 350.0)),
            Input("environment", 1.0),
            Input("drained", True),
            Input("cooling_l_min_m2", 0.0, limits=(0.0, 60.0)),
            Input("evaporated", 0.3),
            Input("water_k", 288.15),
            Input("duration_s", 3600.0, limits=(1.0, 14_400.0)),
        ),
        ("time_to_relief_s", "time_to_rupture_s", "at_s", "pressure_pa", "liquid_k", "wall_k", "liquid_kg",
         "strength_margin"),
        (
            vessel_fire.advance, vessel_fire.fire_heat_w, vessel_fire.film_removes_w_m2, relief.is_open,
            relief.flow_kg_s, wall_strength.margin, wall_strength.hoop_pa,
        ),
        _heating,
    ),
    Model(
        "vessel_burst",
        Text("储罐热破裂（BLEVE）的冲击波", "blast of a vessel that bursts hot (BLEVE)"),
        (
            Input("substance", "propane", LIQUEFIED),
            Input("volume_m3", limits=(0.01, 1.0e4)),
            Input("fill_fraction", 0.8, limits=(0.05, 0.95)),
            Input("temperature_k", 328.0),
            Input("distance_m", None, limits=(0.1, 1.0e5), many=True),
            Input("blast_share", vessel_burst.DUCTILE, limits=(0.1, 1.0)),
        ),
        ("pressure_pa", "liquid_kg", "flash_fraction", "energy_j", "tnt_kg", "overpressure_pa", "responders_m",
         "public_m"),
        (vessel_burst.flash_share, vessel_burst.expansion_j, vessel_burst.blast_j, vessel_burst.retreat_m,
         tnt.overpressure_pa),
        _burst,
        narrows=lambda given: {"temperature_k": SUBSTANCES[given["substance"]].liquid_k},
    ),
    Model(
        "fire_heat",
        Text("火灾输入热量（API 521）", "heat of a fire to wetted wall (API 521)"),
        (
            Input("wetted_m2", many=True),
            Input("environment", 1.0),
            Input("drained", True),
            Input("latent_j_kg", None, limits=(1.0e4, 2.5e6)),
        ),
        ("heat_kw", "relief_kg_s"),
        (vessel_fire.fire_heat_w, relief.fire_load_kg_s),
        _fire_heat,
    ),
    Model(
        "relief_area",
        Text("安全阀面积（API 520，气体）", "relief valve area (API 520, gas)"),
        (
            Input("flow_kg_s"),
            Input("temperature_k"),
            Input("compressibility", 1.0),
            Input("molar_mass_g_mol"),
            Input("heat_capacity_ratio"),
            Input("pressure_pa"),
            Input("discharge_coefficient", 0.975),
            Input("back_pressure_factor", 1.0),
            Input("disc_factor", 1.0),
        ),
        ("area_m2",),
        (relief.area_m2,),
        _relief_area,
    ),
    Model(
        "boil_over",
        Text("沸溢：时间与撤离半径", "boil-over: time and retreat"),
        (
            Input("oil_m"),
            Input("hot_zone_m_h", 0.8, limits=(0.05, 2.0)),
            Input("burning_flux_kg_m2_s", 0.045, limits=(0.0, 0.2)),
            Input("density_kg_m3", 860.0),
            Input("diameter_m"),
            Input("burning_s", 0.0, many=True),
        ),
        ("time_s", "left_s", "front_m", "retreat_m", "sign", "sign_zh"),
        (boil_over.time_s, boil_over.front_m, boil_over.burn_m_s, boil_over.retreat_m, boil_over.sign),
        _boil_over,
    ),
)  # fmt: skip
