"""Instruments: what gauges, switches and detectors make of the truth, and what they put on the panel."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.physics import sensor
from sim_core.plant.devices import opening
from sim_core.sensing import cell, lies, show
from sim_core.site import Channel, Instrument, Site
from sim_core.world import Air, Gauge, Person

PERIOD_S = 0.5
FIXED_TAU_S = 12.0
LN10 = 2.302585092994046
NOISE = {"flow": 0.004, "gas": 0.15, "wind_speed": 0.05, "wind_direction": 3.0}
DEGREES = 57.29577951308232
UNIT_SPREAD = 3.4641016151377544  # a flat spread of this width has standard deviation 1
Reading = Callable[[Draft, Ground, int, Instrument, float], float]


def read(draft: Draft, rules: Ground) -> None:
    """Every instrument of the panel, twice a second; portable detectors with their own lag."""
    draws = rules.chance.uniforms("instruments", draft.tick, len(rules.site.instruments)).tolist()
    values = [
        spurious(draft.gauges[i], NOISE.get(n.kind, 0.0) * n.resolution * UNIT_SPREAD * (draws[i] - 0.5))
        if lies(draft.gauges[i], draft.tick)
        else rules.readings[n.kind](draft, rules, i, n, UNIT_SPREAD * (draws[i] - 0.5))
        for i, n in enumerate(rules.site.instruments)
    ]
    show(draft, rules, values)
    for i, p in enumerate(draft.people):
        air = draft.hazard.air_people[i] if draft.hazard.air_people else rules.site.clean_air
        carried = carried_by(draft, rules.site, p, air) if "portable" in p.worn else ()
        if p.portable != carried:
            draft.people[i] = replace(p, portable=carried)


def carried_by(draft: Draft, site: Site, p: Person, air: Air) -> tuple[float, ...]:
    """The cells of somebody's detector half a second later, dead or spurious ones among them."""
    shown = portable(site, p.portable, air)
    if not p.dead_cells and p.spurious is None:
        return shown
    return tuple(cell(p, c.id, value, draft.tick) for c, value in zip(site.carried, shown, strict=True))


def in_units(site: Site, channel: Channel, air: Air) -> float:
    """What a perfect cell of this channel would show in such air, in its unit."""
    return air[site.species_index[channel.species]] / channel.per_unit


def portable(site: Site, before: tuple[float, ...], air: Air) -> tuple[float, ...]:
    """The cells of a sound portable detector half a second later."""
    if not before:
        before = tuple(in_units(site, c, site.clean_air) for c in site.carried)
    return tuple(
        _follow(was, min(in_units(site, c, air), c.most), c.tau_s)
        for was, c in zip(before, site.carried, strict=True)
    )


@cache
def _share(tau_s: float) -> float:
    return sensor.lag_share(PERIOD_S, LN10 * tau_s)


def _follow(value: float, target: float, tau_s: float) -> float:
    """The lag of a cell; within a thousandth of its target it has reached it."""
    if value == target:
        return value
    after = sensor.lagged(value, target, _share(tau_s))
    return target if abs(after - target) < 1.0e-3 else after


def position_percent(draft: Draft, rules: Ground, i: int, n: Instrument, noise: float) -> float:
    """How far open a valve is."""
    return 100.0 * opening(draft.devices[rules.site.device_index[n.subject]], draft.tick)


def running(draft: Draft, rules: Ground, i: int, n: Instrument, noise: float) -> float:
    """Whether a machine runs."""
    return 1.0 if opening(draft.devices[rules.site.device_index[n.subject]], draft.tick) > 0.5 else 0.0


def wind_speed(draft: Draft, rules: Ground, i: int, n: Instrument, noise: float) -> float:
    """Anemometer."""
    return max(0.0, draft.weather.speed_m_s + NOISE["wind_speed"] * noise)


def wind_direction(draft: Draft, rules: Ground, i: int, n: Instrument, noise: float) -> float:
    """Vane: the bearing that the wind blows from."""
    return (draft.weather.bearing_rad * DEGREES + 180.0 + NOISE["wind_direction"] * noise) % 360.0


def gas(draft: Draft, rules: Ground, i: int, n: Instrument, noise: float) -> float:
    """A dead cell shows nothing; a live one follows with a lag of 12 s, and shows no more than its range."""
    gauge, channel = draft.gauges[i], rules.site.channel[n.subject]
    if gauge.fault == "dead":
        return 0.0
    met = draft.hazard.met_gauges[i] if draft.hazard.met_gauges else 0.0
    value = _follow(gauge.value, min(met, channel.most), FIXED_TAU_S)
    if value != gauge.value:
        draft.gauges[i] = replace(gauge, value=value)
    steps = value + NOISE["gas"] * noise * channel.resolution
    most = gauge.held if gauge.fault == "saturates" else channel.most
    return min(max(steps, 0.0), most)


def spurious(gauge: Gauge, noise: float) -> float:
    """What a lying instrument shows, restless as any other."""
    return max(0.0, gauge.held + noise)


def stuck(draft: Draft, i: int, gauge: Gauge, value: float) -> float:
    """A sticking gauge holds what it showed when it stuck."""
    if gauge.fault == "stuck" and draft.tick >= gauge.fault_tick:
        if gauge.held == 0.0:
            draft.gauges[i] = replace(gauge, held=value - gauge.offset)
        return draft.gauges[i].held
    return value - gauge.offset


READINGS: Mapping[str, Reading] = {
    "position": position_percent,
    "running": running,
    "gas": gas,
    "wind_speed": wind_speed,
    "wind_direction": wind_direction,
}
