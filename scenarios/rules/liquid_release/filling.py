"""Filling: pumps, lines and valves into the tanks and from one to another; what goes over a rim falls as a cascade into
bund and air."""

from dataclasses import replace

from scenarios.rules.ground import lines
from scenarios.rules.ground.air import air_now
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import overflow, train_birth
from sim_core.physics.spreading import least_depth_m, spread
from sim_core.site import Line
from sim_core.world import Hazard

PERIOD_S = 1.0
CASCADE = 100  # number of the first tank's cascade among the sources of the train; a pool has that of its bund


def line_flow_kg_s(draft: Draft, rules: LiquidRelease, line: Line) -> float:
    """Flow through one line: of what comes in from outside, or of what the pump between tanks moves."""
    m3_h = rules.incident.transfer_m3_h if line.source else draft.inflow_m3_h
    return lines.flow(draft, rules, line, m3_h / 3600.0 * rules.incident.density_kg_m3, rules.incident.suction_m)


def received_kg_s(draft: Draft, rules: LiquidRelease) -> float:
    """What comes in from outside now, into whichever tank."""
    return sum(line_flow_kg_s(draft, rules, line) for line in rules.site.lines if not line.source)


def fill(draft: Draft, rules: LiquidRelease) -> None:
    """Levels, spill, cascade and pool of the second that ends now. What one tank gives another one takes."""
    site = rules.site
    into, out = [0.0] * len(site.tanks), [0.0] * len(site.tanks)
    for line in site.lines:
        flow = line_flow_kg_s(draft, rules, line)
        into[site.tank_index[line.tank]] += flow
        if line.source:
            out[site.tank_index[line.source]] += flow
    for i, t in enumerate(draft.tanks):
        if any((into[i], out[i], t.inflow_kg_s, t.outflow_kg_s, t.spill_kg_s)):
            _fill(draft, rules, i, into[i], out[i])
    moved_kg = sum(out) * PERIOD_S
    if moved_kg > 0.0:
        draft.hazard = replace(draft.hazard, moved_kg=draft.hazard.moved_kg + moved_kg)


def _fill(draft: Draft, rules: LiquidRelease, i: int, into_kg_s: float, out_kg_s: float) -> None:
    incident, tank, t = rules.incident, rules.site.tanks[i], draft.tanks[i]
    drawn = t.level_m - out_kg_s * PERIOD_S / (incident.density_kg_m3 * tank.area_m2)
    level, over_kg = overflow.fill(drawn, into_kg_s, tank.rim_m, tank.area_m2, incident.density_kg_m3, PERIOD_S)
    draft.tanks[i] = replace(
        t, level_m=level, inflow_kg_s=into_kg_s, outflow_kg_s=out_kg_s, spill_kg_s=over_kg / PERIOD_S,
        ran_over=t.ran_over or over_kg > 0.0,
    )  # fmt: skip
    if over_kg > 0.0:
        _spill(draft, rules, i, over_kg)
        if i != incident.tank:
            draft.fact("second_overflow")


def _spill(draft: Draft, rules: LiquidRelease, i: int, over_kg: float) -> None:
    """Part of the fall becomes cold vapour with air in it, or burns over a burning pool; the rest feeds the pool."""
    incident, hazard = rules.incident, draft.hazard
    bund = rules.site.bund_index[rules.site.tanks[i].bund]
    fall = overflow.cascade(
        incident.substance, over_kg / PERIOD_S, incident.liquid_k, incident.ambient_k, incident.fall_height_m
    )
    pools = list(hazard.pools)
    area_m2 = rules.site.bunds[bund].area_m2
    pools[bund] = spread(
        incident.substance, pools[bund], fall.liquid_kg_s, fall.temperature_k, area_m2, least_depth_m("concrete"),
        False, PERIOD_S,
    )  # fmt: skip
    vapour_kg = fall.vapour_kg_s * PERIOD_S
    hazard = replace(
        hazard,
        pools=tuple(pools),
        spilled_kg=hazard.spilled_kg + over_kg,
        evaporated_kg=hazard.evaporated_kg + vapour_kg,
    )
    if hazard.fires_kw[bund] > 0.0:
        draft.hazard = replace(hazard, burned_kg=hazard.burned_kg + vapour_kg)
    else:
        draft.hazard = _feed(draft, rules, i, hazard, vapour_kg, fall.air_kg_s * PERIOD_S, fall.heat_w * PERIOD_S)
    draft.fact("overflow")


def _feed(
    draft: Draft, rules: LiquidRelease, i: int, hazard: Hazard, vapour_kg: float, air_kg: float, heat_j: float
) -> Hazard:
    """The foot of a tank's cascade feeds the train of puffs, as wide as the tank."""
    tank, air = rules.site.tanks[i], air_now(draft, rules)
    train = train_birth.feed(
        hazard.train, air, CASCADE + i, tank.x_m, tank.y_m, tank.diameter_m, vapour_kg, air_kg, heat_j
    )
    return replace(hazard, train=train)
