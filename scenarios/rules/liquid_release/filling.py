"""Filling: pump, line and valves into the tanks; what goes over a rim falls as a cascade into bund and air."""

from dataclasses import replace

from scenarios.rules.ground.air import air_now
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import overflow, train_birth
from sim_core.physics.spreading import least_depth_m, spread
from sim_core.plant.devices import opening
from sim_core.site import Line
from sim_core.world import Hazard

PERIOD_S = 1.0
CASCADE = 100  # number of the cascade among the sources of the train; a pool has that of its bund


def line_flow_kg_s(draft: Draft, rules: LiquidRelease, line: Line) -> float:
    """Flow through one line: the pump's rate, throttled by its narrowest valve, shared by the lines that are open."""
    total = sum(_throat(draft, rules, other) for other in rules.site.lines if other.pump == line.pump)
    mine = _throat(draft, rules, line)
    if mine <= 0.0:
        return 0.0
    running = opening(draft.devices[rules.site.device_index[line.pump]], draft.tick)
    rate = draft.inflow_m3_h / 3600.0 * rules.incident.density_kg_m3
    return running * rate * min(1.0, total) * mine / total


def _throat(draft: Draft, rules: LiquidRelease, line: Line) -> float:
    return min(opening(draft.devices[rules.site.device_index[v]], draft.tick) for v in line.valves)


def fill(draft: Draft, rules: LiquidRelease) -> None:
    """Levels, spill, cascade and pool of the second that ends now."""
    site, incident = rules.site, rules.incident
    for line in site.lines:
        i = site.tank_index[line.tank]
        tank, t = site.tanks[i], draft.tanks[i]
        inflow = line_flow_kg_s(draft, rules, line)
        if inflow == 0.0 and t.inflow_kg_s == 0.0 and t.spill_kg_s == 0.0:
            continue
        level, over_kg = overflow.fill(
            t.level_m, inflow, tank.rim_m, tank.area_m2, incident.density_kg_m3, PERIOD_S
        )
        draft.tanks[i] = replace(t, level_m=level, inflow_kg_s=inflow, spill_kg_s=over_kg / PERIOD_S)
        if over_kg > 0.0:
            _spill(draft, rules, site.bund_index[tank.bund], over_kg)


def _spill(draft: Draft, rules: LiquidRelease, bund: int, over_kg: float) -> None:
    """Part of the fall becomes cold vapour with air in it, or burns over a burning pool; the rest feeds the pool."""
    incident, hazard = rules.incident, draft.hazard
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
        draft.hazard = _feed(draft, rules, hazard, vapour_kg, fall.air_kg_s * PERIOD_S, fall.heat_w * PERIOD_S)
    draft.fact("overflow")


def _feed(
    draft: Draft, rules: LiquidRelease, hazard: Hazard, vapour_kg: float, air_kg: float, heat_j: float
) -> Hazard:
    """The foot of the cascade feeds the train of puffs, as wide as the tank."""
    x, y = rules.incident.centre(rules.site)
    wide_m = rules.site.tanks[rules.incident.tank].diameter_m
    train = train_birth.feed(
        hazard.train, air_now(draft, rules), CASCADE, x, y, wide_m, vapour_kg, air_kg, heat_j
    )
    return replace(hazard, train=train)
