"""Draining: oil that floats down the culvert, to the outfall or into the accident pool; vapour beneath the covers, and
the air that carries it. Once a second."""

from dataclasses import replace

from scenarios.rules.pipeline_release.rules import PipelineRelease, culvert_of
from sim_core.draft import Draft
from sim_core.physics import culvert as laws
from sim_core.physics import enclosure, properties
from sim_core.physics.evaporation import ATMOSPHERE_PA, GROUNDS, Weather, evaporate
from sim_core.physics.spreading import Pool, least_depth_m, spread

PERIOD_S = 1.0
STILL_M_S = 0.25  # air beneath a cover: the least that the law of evaporation knows
DARK_TENTHS = 10.0
MOIST = 1.0


def drain(draft: Draft, rules: PipelineRelease) -> None:
    """Oil moves on by one second."""
    incident, culvert = rules.incident, culvert_of(draft)
    length = incident.length_m(rules.site)
    out = max(rules.open(draft, incident.outfall), rules.open(draft, incident.pool))
    share = laws.carried_share(incident.water_m_s, length, PERIOD_S)
    masses = [pool.mass_kg for pool in culvert.oil]
    moved = [m * share for m in masses]
    moved[-1] *= out  # a gate that is shut holds it back
    oil, came = [], 0.0
    for pool, mass, goes in zip(culvert.oil, masses, moved, strict=True):
        oil.append(_floating(rules, pool, mass + came - goes, length))
        came = goes
    draft.hazard = replace(draft.hazard, culvert=replace(culvert, oil=tuple(oil)))
    _leaves(draft, rules, came)


def _floating(rules: PipelineRelease, pool: Pool, mass_kg: float, length_m: float) -> Pool:
    area = laws.floating_area_m2(
        mass_kg, rules.incident.density_kg_m3, least_depth_m("water"), rules.incident.width_m * length_m
    )
    return replace(pool, mass_kg=mass_kg, area_m2=area)


def _leaves(draft: Draft, rules: PipelineRelease, kg: float) -> None:
    """What comes to the end goes where the valves send it: into the accident pool first, else out to the water."""
    incident, hazard = rules.incident, draft.hazard
    if kg <= 0.0:
        return
    turned = rules.open(draft, incident.pool)
    to_water = kg * (1.0 - turned) if turned < 1.0 else 0.0
    caught = to_water * incident.boom_catches * rules.open(draft, incident.boom)
    out = to_water - caught
    basin, n = rules.site.bunds[incident.basin], incident.basin
    wet = spread(
        incident.substance, hazard.pools[n], out / PERIOD_S, incident.ambient_k, basin.area_m2, least_depth_m("water"),
        True, PERIOD_S,
    )  # fmt: skip
    pools = tuple(wet if k == n else pool for k, pool in enumerate(hazard.pools))
    draft.hazard = replace(
        hazard, pools=pools, drained_kg=hazard.drained_kg + out, moved_kg=hazard.moved_kg + kg * turned + caught
    )
    if draft.hazard.drained_kg >= incident.polluted_kg:
        draft.fact("water_polluted", value=draft.hazard.drained_kg)


def air(draft: Draft, rules: PipelineRelease) -> None:
    """What the oil gives off, and what draught and blower carry from reach to reach and out at the end."""
    incident, culvert = rules.incident, culvert_of(draft)
    length = incident.length_m(rules.site)
    room = incident.width_m * incident.headroom_m * length
    flow = incident.draught_m_s * incident.width_m * incident.headroom_m
    flow += incident.blower_m3_s * rules.open(draft, incident.blower)
    oil, vapour, upstream, given = [], [], 0.0, 0.0
    for pool, fraction in zip(culvert.oil, culvert.vapour, strict=True):
        left, kg = _gives_off(rules, pool, fraction)
        source = enclosure.volume_flow_m3_s(
            kg / PERIOD_S, incident.substance.kg_mol, incident.ambient_k, ATMOSPHERE_PA
        )
        after = enclosure.mixed_step((fraction,), (upstream,), (source,), flow, room, PERIOD_S)[0]
        oil.append(left)
        vapour.append(min(after, 1.0))
        upstream, given = fraction, given + kg
    now = replace(culvert, oil=tuple(oil), vapour=tuple(vapour))
    draft.hazard = replace(draft.hazard, culvert=now, evaporated_kg=draft.hazard.evaporated_kg + given)


def _gives_off(rules: PipelineRelease, pool: Pool, fraction: float) -> tuple[Pool, float]:
    """Evaporation into air that may hold vapour already."""
    incident = rules.incident
    if pool.mass_kg <= 0.0 or pool.area_m2 <= 0.0:
        return pool, 0.0
    pressure = incident.weathered * properties.vapour_pressure_pa(incident.substance, pool.temperature_k)
    share = laws.takes_up(fraction, pressure / ATMOSPHERE_PA)
    if share <= 0.0:
        return pool, 0.0
    weather = Weather(STILL_M_S, incident.ambient_k, 0.0, MOIST, DARK_TENTHS)
    left, given = evaporate(
        incident.substance, pool, weather, GROUNDS["water"], PERIOD_S, share * incident.weathered
    )
    return left, given.vapour_kg
