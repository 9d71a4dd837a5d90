"""Instruments: what gauges, switches and detectors make of the truth, and what they put on the panel."""

from dataclasses import replace

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import detector
from sim_core.plant.devices import opening
from sim_core.sensing import show
from sim_core.site import Instrument
from sim_core.world import Gauge

PERIOD_S = 0.5
FIXED_LAG = detector.lag_share(12.0, PERIOD_S)
PORTABLE_LAG = detector.lag_share(8.0, PERIOD_S)
NOISE = {"flow": 0.004, "gas": 0.15, "wind_speed": 0.05, "wind_direction": 3.0}
DEGREES = 57.29577951308232
UNIT_SPREAD = 3.4641016151377544  # a flat spread of this width has standard deviation 1


def read(draft: Draft, rules: LiquidRelease) -> None:
    """Every instrument of the panel, twice a second; portable detectors with their own lag."""
    draws = rules.chance.uniforms("instruments", draft.tick, len(rules.site.instruments)).tolist()
    noise = [UNIT_SPREAD * (u - 0.5) for u in draws]
    values = [_value(draft, rules, i, n, noise[i]) for i, n in enumerate(rules.site.instruments)]
    show(draft, rules, values)
    for i, p in enumerate(draft.people):
        lel = min(draft.hazard.lel_people[i], detector.SHOWN_MOST) if "portable" in p.worn else 0.0
        if p.portable_lel != lel:
            draft.people[i] = replace(p, portable_lel=_settled(detector.lag(p.portable_lel, lel, PORTABLE_LAG), lel))


def _value(draft: Draft, rules: LiquidRelease, i: int, n: Instrument, noise: float) -> float:
    site, gauge = rules.site, draft.gauges[i]
    if n.kind == "level":
        return _level(draft, i, gauge, draft.tanks[site.tank_index[n.subject]].level_m)
    if n.kind == "level_switch":
        tank = site.tank_index[n.subject]
        high = draft.tanks[tank].level_m >= site.tanks[tank].rim_m - rules.incident.switch_below_rim_m
        return 1.0 if high and gauge.fault != "dead" else 0.0
    if n.kind == "flow":
        flow = sum(t.inflow_kg_s for t in draft.tanks) / rules.incident.substance.density_kg_m3 * 3600.0
        return flow * (1.0 + NOISE["flow"] * noise)
    if n.kind == "position":
        return 100.0 * opening(draft.devices[site.device_index[n.subject]], draft.tick)
    if n.kind == "running":
        return 1.0 if opening(draft.devices[site.device_index[n.subject]], draft.tick) > 0.5 else 0.0
    if n.kind == "gas":
        return _gas(draft, i, gauge, noise)
    if n.kind == "wind_speed":
        return max(0.0, draft.weather.speed_m_s + NOISE["wind_speed"] * noise)
    return (draft.weather.bearing_rad * DEGREES + 180.0 + NOISE["wind_direction"] * noise) % 360.0


def _level(draft: Draft, i: int, gauge: Gauge, level_m: float) -> float:
    """A sticking gauge holds what it showed when it stuck."""
    if gauge.fault == "stuck" and draft.tick >= gauge.fault_tick:
        if gauge.held == 0.0:
            draft.gauges[i] = replace(gauge, held=level_m - gauge.offset)
        return draft.gauges[i].held
    return level_m - gauge.offset


def _gas(draft: Draft, i: int, gauge: Gauge, noise: float) -> float:
    """A dead cell shows nothing; a live one follows with a lag of 12 s."""
    if gauge.fault == "dead":
        return 0.0
    target = min(draft.hazard.lel_gauges[i], detector.SHOWN_MOST)
    value = _settled(detector.lag(gauge.value, target, FIXED_LAG), target)
    if value != gauge.value:
        draft.gauges[i] = replace(gauge, value=value)
    return detector.reading_lel(value, NOISE["gas"] * noise, 1.0)


def _settled(value: float, target: float) -> float:
    """A lag that is within a thousandth of its target has reached it."""
    return target if abs(value - target) < 1.0e-3 else value
