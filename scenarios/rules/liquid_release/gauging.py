"""Instruments of tanks that are filled: level, switch, flow, oxygen under a roof. The others are the ground's."""

from collections.abc import Mapping

from scenarios.rules.ground.instruments import NOISE, READINGS, Reading, stuck
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.site import Instrument


def _level(draft: Draft, rules: LiquidRelease, i: int, n: Instrument, noise: float) -> float:
    return stuck(draft, i, draft.gauges[i], draft.tanks[rules.site.tank_index[n.subject]].level_m)


def _level_switch(draft: Draft, rules: LiquidRelease, i: int, n: Instrument, noise: float) -> float:
    tank = rules.site.tank_index[n.subject]
    high = draft.tanks[tank].level_m >= rules.site.tanks[tank].rim_m - rules.incident.switch_below_rim_m
    return 1.0 if high and draft.gauges[i].fault != "dead" else 0.0


def _flow(draft: Draft, rules: LiquidRelease, i: int, n: Instrument, noise: float) -> float:
    moved = sum(t.outflow_kg_s for t in draft.tanks)
    through = sum(t.inflow_kg_s for t in draft.tanks) - moved if n.subject == rules.incident.pump else moved
    flow = through / rules.incident.density_kg_m3 * 3600.0
    return flow * (1.0 + NOISE["flow"] * noise)


def _oxygen(draft: Draft, rules: LiquidRelease, i: int, n: Instrument, noise: float) -> float:
    return 100.0 * draft.tanks[rules.site.tank_index[n.subject]].roof_o2


OF_TANKS: Mapping[str, Reading] = {
    **READINGS,
    "level": _level,  # type: ignore[dict-item]  # a rule module's readings are only ever asked with its own rules
    "level_switch": _level_switch,  # type: ignore[dict-item]
    "flow": _flow,  # type: ignore[dict-item]
    "oxygen": _oxygen,  # type: ignore[dict-item]
}
