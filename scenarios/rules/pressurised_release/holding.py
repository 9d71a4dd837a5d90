"""Holding: a vessel that holds gas alone. Its plant keeps its pressure while it is fed, then it falls as gas leaves."""

from dataclasses import replace

from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.leaking import AMBIENT_PA
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft

PERIOD_S = 1.0
LEAST_PA = 1000.0  # with less over ambient nothing to speak of comes out: training assumption 训练假设


def hold(draft: Draft, rules: PressurisedRelease) -> None:
    """Once a second: what the feed makes up, and the pressure of what is there, its temperature that of the air."""
    holder, n = rules.incident.holder, rules.incident.tank
    if holder is None:
        return
    v = draft.hazard.vessels[n]
    made_up = min(
        water.open_share(draft, rules, holder.feed) * holder.feed_kg_s * PERIOD_S, holder.content_kg - v.liquid_kg
    )
    kg = v.liquid_kg + max(made_up, 0.0)
    pressure = (AMBIENT_PA + holder.kept_pa) * kg / holder.content_kg
    if pressure < AMBIENT_PA + LEAST_PA:
        pressure = AMBIENT_PA
    if (kg, pressure) != (v.liquid_kg, v.gas_pa):
        vessels = list(draft.hazard.vessels)
        vessels[n] = replace(v, liquid_kg=kg, gas_pa=pressure)
        draft.hazard = replace(draft.hazard, vessels=tuple(vessels))
