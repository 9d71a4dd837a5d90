"""Vapour: what a pool in the bund gives off while it does not burn, and whom it meets. Once a second.

Worked only where the incident asks for it. A pool that burns gives nothing to the wind: detectors fall silent.
"""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import exposure, meeting
from scenarios.rules.ground.air import air_now
from scenarios.rules.ground.meeting import Floats
from scenarios.rules.ground.pools import give_off, sky
from scenarios.rules.tank_fire.rules import TankFire
from sim_core.draft import Draft
from sim_core.physics import train_motion, train_reading
from sim_core.physics.incapacitation import FIT

PERIOD_S = 1.0
PURE = 1.0  # of its vapour pressure: one substance
LOW_M = 0.5  # detectors hang so low, and who works at a pool stoops to it: training assumption 训练假设
FAINTEST_OF_LFL = 0.002  # slabs thinner than this are let go
SMELT_OF_LFL = 0.02


def rise(draft: Draft, rules: TankFire) -> None:
    """A second of vapour: given off, carried away, met, breathed."""
    if not rules.incident.vapour:
        return
    incident, air = rules.incident, air_now(draft, rules)
    n, lfl = incident.bund, incident.liquid.lfl
    pool = draft.hazard.pools[n]
    if pool.mass_kg > 0.0 and draft.hazard.fires_kw[n] == 0.0:
        over, at = sky(draft, incident.size.ambient_k), rules.site.bunds[n].middle_m
        left = give_off(draft, incident.liquid, incident.gas, n, pool, at, over, air, PURE)
        pools = draft.hazard.pools
        draft.hazard = replace(draft.hazard, pools=(*pools[:n], left, *pools[n + 1 :]))
    carried = train_motion.advance(draft.hazard.train, incident.gas, air, PERIOD_S, FAINTEST_OF_LFL * lfl)
    draft.hazard = replace(draft.hazard, train=carried)

    def read(points_m: Floats) -> Floats:
        return train_reading.concentration(carried, incident.gas, air, points_m, np.full(points_m.shape[0], LOW_M))

    meeting.meet(draft, rules, incident.liquid.id, read, SMELT_OF_LFL * lfl)
    exposure.breathe(draft, rules)
    for p in draft.people:
        if p.body.condition != FIT:
            draft.fact("handler_poisoned", seat=p.seat)
