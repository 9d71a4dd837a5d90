"""Leaking: what pressure stands at the hole, what runs out of it, and where that goes. Once a second."""

from dataclasses import replace

from scenarios.rules.pipeline_release.rules import PipelineRelease, culvert_of, line_of
from sim_core.draft import Draft
from sim_core.physics.culvert import hole_pressure_pa, left_head_pa
from sim_core.physics.outflow import GRAVITY_M_S2, SHARP_LIQUID, liquid_mass_flow_kg_s
from sim_core.physics.spreading import least_depth_m, overtop, spread
from sim_core.world import TICKS_PER_S

PERIOD_S = 1.0
ATMOSPHERE_PA = 101325.0
PAVED = "concrete"


def pressure_pa(draft: Draft, rules: PipelineRelease) -> float:
    """At the hole, over ambient."""
    incident, line = rules.incident, line_of(draft)
    up, down = rules.open(draft, incident.upstream), rules.open(draft, incident.downstream)
    head = GRAVITY_M_S2 * incident.density_kg_m3
    left = left_head_pa(line.left_m3 / incident.left_m3, incident.left_head_m, incident.density_kg_m3)
    return hole_pressure_pa(
        rules.open(draft, incident.pump), up, down, incident.run_pa, incident.shut_in_pa, head * incident.up_head_m,
        head * incident.down_head_m, left,
    )  # fmt: skip


def leak(draft: Draft, rules: PipelineRelease) -> None:
    """The second that ends now: out of the hole, onto the ground above and into the culvert beneath."""
    incident, line = rules.incident, line_of(draft)
    if draft.tick < incident.begins_s * TICKS_PER_S:
        return
    draft.fact("leak")
    over = pressure_pa(draft, rules)
    flow = liquid_mass_flow_kg_s(
        ATMOSPHERE_PA + over, ATMOSPHERE_PA, incident.density_kg_m3, 0.0, line.hole_m, SHARP_LIQUID
    )
    shut_in = rules.open(draft, incident.upstream) == 0.0 and rules.open(draft, incident.downstream) == 0.0
    left = line.left_m3
    if shut_in:
        flow = min(flow, left * incident.density_kg_m3 / PERIOD_S)
        left -= flow * PERIOD_S / incident.density_kg_m3
    if rules.open(draft, incident.pump) > 0.5 and over > 1.1 * incident.run_pa:
        draft.fact("dead_headed", by=draft.devices[rules.site.device_index[incident.downstream]].by)
    draft.hazard = replace(
        draft.hazard,
        line=replace(line, flow_kg_s=flow, pressure_pa=over, left_m3=left),
        spilled_kg=draft.hazard.spilled_kg + flow * PERIOD_S,
    )
    _flow_off(draft, rules, flow)


def _flow_off(draft: Draft, rules: PipelineRelease, flow_kg_s: float) -> None:
    """A share wells up and stands on the ground above until it runs over the kerb; all else is in the culvert."""
    incident, line, hazard = rules.incident, line_of(draft), draft.hazard
    n = incident.kerbs[line.reach]
    kerb, up = rules.site.bunds[n], incident.surface_share * flow_kg_s
    wet = spread(
        incident.substance, hazard.pools[n], up, incident.ambient_k, kerb.area_m2, least_depth_m(PAVED), False,
        PERIOD_S,
    )  # fmt: skip
    wet, over_kg = overtop(incident.substance, wet, kerb.wall_m)
    culvert = culvert_of(draft)
    floats = culvert.oil[line.reach]
    gained = replace(floats, mass_kg=floats.mass_kg + (flow_kg_s - up) * PERIOD_S + over_kg)
    oil = tuple(gained if k == line.reach else pool for k, pool in enumerate(culvert.oil))
    pools = tuple(wet if k == n else pool for k, pool in enumerate(hazard.pools))
    draft.hazard = replace(hazard, pools=pools, culvert=replace(culvert, oil=oil))
