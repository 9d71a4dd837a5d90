"""Breathing: what petrol vapour does to people who stand in it without a breathing set. Once a second."""

from dataclasses import replace

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.people.bodies import position, protected
from sim_core.physics import exposure

PERIOD_S = 1.0
COLLAPSE_S = 60.0  # in 2 % and more: "within minutes"; training assumption 训练假设
RECOVERY = 0.1  # seconds of fresh air wear off a tenth of a second each: training assumption 训练假设


def breathe(draft: Draft, rules: LiquidRelease) -> None:
    """Seconds in air that makes people collapse add up, and wear off in fresh air."""
    for i, p in enumerate(draft.people):
        if p.state not in ("fit", "hurt"):
            continue
        bad = exposure.vapour_harm(draft.hazard.air_people[i][0]) == "collapse" and not protected(p, draft.tick)
        narcosis_s = p.narcosis_s + PERIOD_S if bad else max(0.0, p.narcosis_s - RECOVERY * PERIOD_S)
        if narcosis_s >= COLLAPSE_S:
            x, y = position(p, draft.tick)
            draft.people[i] = replace(
                p, state="down", narcosis_s=narcosis_s, x_m=x, y_m=y, until_tick=0, route=(), doing=None
            )
            draft.event("harm", subject=p.seat, detail="down", value=1.0)
        elif narcosis_s != p.narcosis_s:
            draft.people[i] = replace(p, narcosis_s=narcosis_s)
