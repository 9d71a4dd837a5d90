"""Leaking: what runs out of each hole, what of it flies and what rains down. Once a second."""

from dataclasses import replace
from functools import cache
from math import sqrt

from scenarios.rules.pressurised_release import absorbing, sinking, washing, water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from scenarios.rules.pressurised_release.start import level_m
from sim_core.draft import Draft
from sim_core.physics import flashing_jet, outflow, properties, two_phase
from sim_core.physics.flashing_jet import Given
from sim_core.physics.pressure_vessel import Leak, VesselState, pumped_m3_h
from sim_core.physics.properties import Properties
from sim_core.physics.spreading import Pool, least_depth_m, spread

PERIOD_S = 1.0
AMBIENT_PA = 101325.0
SURFACE_TENSION_N_M = 0.0076  # propane at 20 C (NIST); other liquefied gases are near it: training assumption 训练假设
GROUND = "concrete"
DOWN, UP = "down", "up"
GAS_HOLE = 0.85  # discharge coefficient of gas through a hole (CCPS 1999)
WATER_KG_M3 = 998.0
FREEZES_K = 273.15  # water put into colder liquid freezes in the line: training assumption 训练假设
MOST_FILLED = 0.9  # of its volume a vessel may hold: training assumption 训练假设
TURNED = 0.5  # of the way round, and the outlet has come out of the liquid: training assumption 训练假设


def leak(draft: Draft, rules: PressurisedRelease) -> None:
    """Every hole for a second; one that cold opens; liquid on the ground; levels."""
    _open_by_cold(draft, rules)
    if not any(draft.tick >= k.start_tick >= 0 for k in draft.hazard.leaks):
        return
    if rules.incident.alight == "yes" and "leak" not in draft.facts:
        _catch_fire(draft)
    hazard = draft.hazard
    vessels, leaks = list(hazard.vessels), list(hazard.leaks)
    by_water = _inject(draft, rules, vessels)
    gone = airborne = burned = rain = washed_kg = 0.0
    absorber, bath, washed = absorbing.begin(hazard.absorber), hazard.bath, washing.share(draft, rules)
    for n, k in enumerate(leaks):
        gas = of_gas(draft, rules, k)
        k, flow = _held_back(draft, rules, k, _flow_kg_s(draft, rules, vessels[k.vessel], k, gas))
        if k.vessel == rules.incident.tank and not gas:
            flow *= 1.0 - by_water
        given = _given(rules, vessels[k.vessel], k, flow, gas, water.monitors(draft, rules, "fog"))
        given = _splashed(draft, rules, given)
        if bath is not None and k.id == rules.incident.bath:
            bound, given, bath = sinking.bubble(draft, rules, bath, given)
        else:
            bound, absorber = absorbing.take(draft, rules, absorber, given.vapour_kg_s * PERIOD_S)
        wet = 0.0 if rules.in_room(k.id) else washed
        past = (1.0 - bound) * (1.0 - wet)
        leaks[n] = replace(
            k, flow_kg_s=flow, airborne_kg_s=past * given.vapour_kg_s, air_kg_s=past * given.air_kg_s,
            heat_w=past * given.heat_w,
        )  # fmt: skip
        v = vessels[k.vessel]
        vessels[k.vessel] = _chilled(rules, replace(v, liquid_kg=v.liquid_kg - flow * PERIOD_S), flow if gas else 0.0)
        gone += flow * PERIOD_S
        washed_kg += wet * (1.0 - bound) * given.vapour_kg_s * PERIOD_S
        rain += given.rain_kg_s * PERIOD_S
        if k.burning_s >= 0.0:
            burned += given.vapour_kg_s * PERIOD_S
        else:
            airborne += given.vapour_kg_s * PERIOD_S
    draft.hazard = replace(
        hazard, vessels=tuple(vessels), leaks=tuple(leaks), pools=_rained(draft, rules, rain),
        fires_kw=_fires_kw(draft, rules, rain),
        spilled_kg=hazard.spilled_kg + gone,
        evaporated_kg=hazard.evaporated_kg + airborne + burned,
        burned_kg=hazard.burned_kg + burned, absorber=absorber, bath=bath,
    )  # fmt: skip
    washing.run_off(draft, rules, washed_kg)
    if any(k.escapes for k in leaks):
        draft.fact("leak")
    elif any(k.escapes for k in hazard.leaks):
        draft.fact("leak_ended")
    _levels(draft, rules)


def _held_back(draft: Draft, rules: PressurisedRelease, k: Leak, flow: float) -> tuple[Leak, float]:
    """An excess-flow valve shuts by itself on too large a flow, but for the small hole that evens out its two sides."""
    if k.excess_kg_s <= 0.0 or flow <= k.excess_kg_s:
        return k, flow
    draft.fact("excess_flow_shut")
    share = rules.incident.excess_leaves
    return replace(k, left=k.left * share, excess_kg_s=0.0), flow * share


def _catch_fire(draft: Draft) -> None:
    """What begins to leak here is alight at once."""
    hazard = draft.hazard
    leaks = tuple(replace(k, burning_s=0.0) if draft.tick >= k.start_tick >= 0 else k for k in hazard.leaks)
    draft.hazard = replace(hazard, leaks=leaks, ignited_tick=draft.tick)
    draft.fact("ignition")


def _open_by_cold(draft: Draft, rules: PressurisedRelease) -> None:
    """A flange beside the leak shrinks in its cold and weeps after so many seconds of it."""
    leaks = draft.hazard.leaks
    if len(leaks) < 2 or leaks[1].start_tick >= 0 or leaks[0].flow_kg_s == 0.0:
        return
    left_s = leaks[1].cold_s - PERIOD_S
    opened = draft.tick if left_s <= 0.0 else -1
    if opened >= 0:
        draft.fact("second_leak")
    second = replace(leaks[1], cold_s=left_s, start_tick=opened)
    draft.hazard = replace(draft.hazard, leaks=(leaks[0], second))


def of_gas(draft: Draft, rules: PressurisedRelease, k: Leak) -> bool:
    """Whether vapour escapes there and no liquid: it lies on the gas side, or the vessel has been turned so."""
    return k.gas or water.open_share(draft, rules, rules.incident.cradle) >= TURNED


def _flow_kg_s(draft: Draft, rules: PressurisedRelease, v: VesselState, k: Leak, gas: bool) -> float:
    """What a hole passes where no water stands before it: nothing behind a shut valve."""
    shut = min((water.open_share(draft, rules, valve) for valve in k.closed_by), default=1.0)
    if draft.tick < k.start_tick or k.start_tick < 0 or shut <= 0.0 or k.left <= 0.0:
        return 0.0
    if v.liquid_kg <= 0.0 or v.gas_pa == AMBIENT_PA:
        return 0.0
    s, t = rules.incident.substance, v.liquid_k
    if gas:
        return min(_gas_kg_s(s, v, k) * shut, v.liquid_kg / PERIOD_S)
    tank = rules.site.tanks[k.vessel]
    density = properties.liquid_density_kg_m3(s, t)
    head_pa = density * outflow.GRAVITY_M_S2 * level_m(rules.incident, tank, v.liquid_kg, 0.0)
    boiling_pa = properties.vapour_pressure_pa(s, t)
    per_kg = 1.0 / properties.vapour_density_kg_m3(s, t, boiling_pa) - 1.0 / density
    flux = two_phase.flashing_flux_kg_m2_s(
        properties.latent_heat_j_kg(s, t), per_kg, t, properties.liquid_capacity_j_kg_k(s, t), density,
        pressure_pa(s, v) + head_pa, AMBIENT_PA, boiling_pa, rules.incident.pipe_m, outflow.SHARP_LIQUID,
    )  # fmt: skip
    area = 0.7853981633974483 * k.hole_m * k.hole_m * k.left
    return min(flux * area * shut, v.liquid_kg / PERIOD_S)


def _gas_kg_s(s: Properties, v: VesselState, k: Leak) -> float:
    pressure = pressure_pa(s, v)
    wide = k.hole_m * sqrt(k.left)
    ratio = properties.heat_capacity_ratio(s, v.liquid_k)
    density = properties.vapour_density_kg_m3(s, v.liquid_k, pressure)
    return outflow.gas_flow(pressure, v.liquid_k, density, ratio, wide, GAS_HOLE, AMBIENT_PA).mass_flow_kg_s


def _chilled(rules: PressurisedRelease, v: VesselState, gas_kg_s: float) -> VesselState:
    """What boils off inside takes its heat from the liquid, which its surroundings warm again."""
    incident = rules.incident
    if v.gas_pa > 0.0:
        return v
    cold_k = incident.ambient_k - v.liquid_k
    if gas_kg_s <= 0.0 and cold_k < 1.0e-3:
        return v
    s = incident.substance
    capacity = max(v.liquid_kg, 1.0) * properties.liquid_capacity_j_kg_k(s, v.liquid_k)
    if gas_kg_s <= 0.0 and incident.warms_w_k <= 0.0:
        return v
    lost_w = gas_kg_s * properties.latent_heat_j_kg(s, v.liquid_k) - incident.warms_w_k * cold_k
    k = max(v.liquid_k - lost_w * PERIOD_S / capacity, s.boiling_k)
    return replace(v, liquid_k=k, layer_k=k)


def _splashed(draft: Draft, rules: PressurisedRelease, given: Given) -> Given:
    """A solid stream on a leak that takes no water boils at once all that would have rained down."""
    if not rules.incident.no_water or given.rain_kg_s <= 0.0 or not water.monitors(draft, rules, "jet"):
        return given
    return replace(given, vapour_kg_s=given.vapour_kg_s + given.rain_kg_s, rain_kg_s=0.0)


def pressure_pa(substance: Properties, v: VesselState) -> float:
    """Absolute pressure in a vessel: that at which its warm layer boils, or of the gas that is all it holds."""
    if v.gas_pa > 0.0:
        return v.gas_pa
    low, high = substance.liquid_k
    return properties.vapour_pressure_pa(substance, min(max(v.layer_k, low), high))


def _given(rules: PressurisedRelease, v: VesselState, k: Leak, flow: float, gas: bool, fog: int) -> Given:
    """What flies and what falls. Fog of a monitor on the leak draws in half as much air again: 训练假设."""
    if flow <= 0.0:
        return Given(0.0, 0.0, 0.0, 0.0)
    s, incident = rules.incident.substance, rules.incident
    if gas:
        capacity = properties.vapour_capacity_j_kg_k(s, s.boiling_k)
        drawn = incident.jet_air_ratio * (1.0 + 0.5 * fog) * flow
        return Given(flow, 0.0, drawn, flow * capacity * (v.liquid_k - incident.ambient_k))
    flash = two_phase.flash_fraction(
        properties.liquid_capacity_j_kg_k(s, s.boiling_k), v.liquid_k, s.boiling_k,
        properties.latent_heat_j_kg(s, s.boiling_k),
    )  # fmt: skip
    density = properties.liquid_density_kg_m3(s, s.boiling_k)
    vapour = properties.vapour_density_kg_m3(s, s.boiling_k, AMBIENT_PA)
    velocity = min(flow / (0.7853981633974483 * k.hole_m * k.hole_m * k.left * density), 300.0)
    critical = _critical_m(int(velocity / 2.0), density, vapour)
    drop = two_phase.flashing_drop_m(v.liquid_k - s.boiling_k)
    flies = two_phase.aerosol_fraction(drop, critical)
    points = k.points if k.points in (DOWN, UP) else "level"
    return flashing_jet.given(
        flow, flash, flies, flashing_jet.caught_share(points), incident.jet_air_ratio * (1.0 + 0.5 * fog),
        properties.latent_heat_j_kg(s, s.boiling_k), properties.vapour_capacity_j_kg_k(s, s.boiling_k), s.boiling_k,
        incident.ambient_k,
    )  # fmt: skip


@cache
def _critical_m(velocity_2_m_s: int, density: float, vapour: float) -> float:
    """Largest drop that the jet carries; its velocity in steps of 2 m/s, so that it is solved once for many seconds."""
    viscosity = two_phase.air_viscosity_pa_s(290.0)
    return two_phase.critical_drop_m(2.0 * velocity_2_m_s + 1.0, density, vapour, viscosity)


def _rained(draft: Draft, rules: PressurisedRelease, rain_kg: float) -> tuple[Pool, ...]:
    pools, n = list(draft.hazard.pools), rules.incident.bund
    if rain_kg > 0.0:
        s = rules.incident.substance
        pools[n] = spread(
            s, pools[n], rain_kg / PERIOD_S, s.boiling_k, rules.site.bunds[n].area_m2, least_depth_m(GROUND), False,
            PERIOD_S,
        )  # fmt: skip
    return tuple(pools)


def _fires_kw(draft: Draft, rules: PressurisedRelease, rain_kg: float) -> tuple[float, ...]:
    """What rains down beside a flame burns where it lies; how much heat that is `burning` works."""
    fires, n = list(draft.hazard.fires_kw), rules.incident.bund
    if rain_kg > 0.0 and any(k.burning_s >= 0.0 for k in draft.hazard.leaks):
        fires[n] = max(fires[n], 1.0)
    return tuple(fires)


def _inject(draft: Draft, rules: PressurisedRelease, vessels: list[VesselState]) -> float:
    """Water pumped into the vessel that leaks settles below. What share of its leaks now passes water instead of gas:
    all where water stands before them, else as much as the pump gives of what they would pass."""
    incident = rules.incident
    n = incident.tank
    v = vessels[n]
    given = _pumped_m3_s(draft, rules, v) * PERIOD_S
    if given <= 0.0 and v.water_m3 <= 0.0:
        return 0.0
    area = sum(
        0.7853981633974483 * k.hole_m * k.hole_m * k.left
        for k in draft.hazard.leaks
        if k.vessel == n and 0 <= k.start_tick <= draft.tick
        and min((water.open_share(draft, rules, valve) for valve in k.closed_by), default=1.0) > 0.0
    )  # fmt: skip
    out = (
        PERIOD_S
        * area
        * outflow.liquid_velocity_m_s(
            pressure_pa(incident.substance, v), AMBIENT_PA, WATER_KG_M3, 0.0, outflow.SHARP_LIQUID
        )
    )
    held = v.water_m3 + given
    vessels[n] = replace(v, water_m3=max(held - out, 0.0))
    if vessels[n].water_m3 > 0.0:
        draft.fact("water_injected")
    return 1.0 if held >= out else held / out


def _pumped_m3_s(draft: Draft, rules: PressurisedRelease, v: VesselState) -> float:
    """What the pump puts in: less the higher the pressure, nothing once full; into liquid below 0 C it freezes."""
    incident = rules.incident
    speed = water.open_share(draft, rules, incident.inject_pump)
    if speed <= 0.0 or v.state == "burst":
        return 0.0
    if v.liquid_k < FREEZES_K:
        draft.fact("water_froze")
        return 0.0
    filled = v.liquid_kg / properties.liquid_density_kg_m3(incident.substance, v.liquid_k) + v.water_m3
    whole = incident.volume_m3(rules.site.tanks[incident.tank])
    if filled > MOST_FILLED * whole:
        draft.fact("overfilled", by=draft.devices[rules.site.device_index[incident.inject_pump]].by)
    if filled >= whole:
        return 0.0
    back_pa = pressure_pa(incident.substance, v) - AMBIENT_PA
    return speed * pumped_m3_h(incident.inject_m3_h, min(back_pa, 2.0e7), incident.inject_most_pa) / 3600.0


def _levels(draft: Draft, rules: PressurisedRelease) -> None:
    n = rules.incident.tank
    v, t = draft.hazard.vessels[n], draft.tanks[n]
    level = level_m(rules.incident, rules.site.tanks[n], v.liquid_kg, v.water_m3)
    draft.tanks[n] = replace(t, level_m=level, spill_kg_s=sum(k.flow_kg_s for k in draft.hazard.leaks), wall_k=v.wall_k)
