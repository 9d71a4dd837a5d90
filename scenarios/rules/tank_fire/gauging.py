"""Instruments of a tank farm in a fire: level, water bottom, shell, fire main. The others are the ground's."""

from collections.abc import Mapping

from scenarios.rules.ground.instruments import NOISE, READINGS, Reading
from scenarios.rules.tank_fire import flames
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.draft import Draft
from sim_core.site import Instrument

ICE_K = 273.15


def _level(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    return draft.tanks[rules.site.tank_index[n.subject]].level_m


def _interface(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    return fires_of(draft).tanks[rules.site.tank_index[n.subject]].bottom_m


def _temperature(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    return draft.tanks[rules.site.tank_index[n.subject]].wall_k - ICE_K


def _flow(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    moved = sum(t.outflow_kg_s for t in draft.tanks)
    if n.subject == rules.incident.outfall:
        return _to_outfall_kg_s(draft, rules) / rules.incident.density_kg_m3 * 3600.0 * (1.0 + NOISE["flow"] * noise)
    through = draft.tanks[rules.incident.tank].inflow_kg_s if n.subject == rules.incident.feed else moved
    flow = through / rules.incident.density_kg_m3 * 3600.0
    return flow * (1.0 + NOISE["flow"] * noise)


def _to_outfall_kg_s(draft: Draft, rules: TankFire) -> float:
    b = rules.incident.bund
    pool = draft.hazard.pools[b]
    return flames.drains_kg_s(draft, rules, b, pool.mass_kg, pool.area_m2) * rules.open(draft, rules.incident.outfall)


def _level_switch(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    """Whether liquid stands in the sump of a tank's bund."""
    bund = rules.site.tanks[rules.site.tank_index[n.subject]].bund
    return 1.0 if draft.hazard.pools[rules.site.bund_index[bund]].mass_kg > 0.0 else 0.0


def _oxygen(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    return 100.0 * draft.tanks[rules.site.tank_index[n.subject]].roof_o2


def _pressure(draft: Draft, rules: TankFire, i: int, n: Instrument, noise: float) -> float:
    return fires_of(draft).main_mpa


OF_FIRES: Mapping[str, Reading] = {
    **READINGS,
    "level": _level,  # type: ignore[dict-item]  # a rule module's readings are only ever asked with its own rules
    "level_switch": _level_switch,  # type: ignore[dict-item]
    "interface": _interface,  # type: ignore[dict-item]
    "temperature": _temperature,  # type: ignore[dict-item]
    "flow": _flow,  # type: ignore[dict-item]
    "oxygen": _oxygen,  # type: ignore[dict-item]
    "pressure": _pressure,  # type: ignore[dict-item]
}
