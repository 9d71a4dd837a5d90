"""Washing: what walls of water and fog take out of a cloud that dissolves, and where that water goes."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import curtains
from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft

FAR_M = 200.0


def share(draft: Draft, rules: PressurisedRelease) -> float:
    """Of what flies: each fog that reaches the leak, each curtain that stands down the wind of it, takes its share of
    the rest: training assumption 训练假设."""
    yard = rules.incident.yard
    head = water.head(draft, rules)
    if yard is None or head <= 0.0:
        return 0.0
    past = 1.0
    for _ in range(water.monitors(draft, rules, "fog") + _curtains(draft, rules)):
        past *= 1.0 - yard.wash_share * head
    return 1.0 - past


def _curtains(draft: Draft, rules: PressurisedRelease) -> int:
    """How many curtains stand open in the way of the wind from the leak."""
    (x, y), w = rules.centre_m, draft.weather
    speed = max(w.speed_m_s, 1.0e-6)
    down = np.array([(x + FAR_M * w.u_m_s / speed, y + FAR_M * w.v_m_s / speed)])
    return sum(
        water.open_share(draft, rules, c.device) > 0.5 and bool(curtains.crossed(c, x, y, down)[0][0])
        for c in rules.incident.curtains
    )


def run_off(draft: Draft, rules: PressurisedRelease, kg: float) -> None:
    """The water takes what it dissolved into the yard; by an open outfall it leaves the site."""
    yard = rules.incident.yard
    if yard is None or kg <= 0.0 or water.open_share(draft, rules, yard.outfall) <= 0.0:
        return
    drained = draft.hazard.drained_kg + kg
    draft.hazard = replace(draft.hazard, drained_kg=drained)
    draft.fact("run_off")
    if drained >= yard.spoils_kg:
        draft.fact("river_spoiled", value=drained)
