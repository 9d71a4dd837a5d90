"""Vapour: what a pool in the bund gives off while it does not burn, whom it meets, and what lights it. Once a second.

Worked only where the incident asks for it. A pool that burns gives nothing to the wind: detectors fall silent.
"""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import exposure, meeting
from scenarios.rules.ground.air import air_now
from scenarios.rules.ground.meeting import Floats, Met
from scenarios.rules.ground.pools import give_off, sky
from scenarios.rules.ground.sparks import lit_by, stop_sources
from scenarios.rules.tank_fire.rules import TankFire
from sim_core.draft import Draft
from sim_core.physics import flash_fire_zone, train, train_motion, train_reading
from sim_core.physics.incapacitation import FIT

PERIOD_S = 1.0
PURE = 1.0  # of its vapour pressure: one substance
NOSE_M = 1.5
FAINTEST_OF_LFL = 0.002  # slabs thinner than this are let go
SMELT_OF_LFL = 0.02


def rise(draft: Draft, rules: TankFire) -> None:
    """A second of vapour: given off, carried away, met, perhaps lit, breathed."""
    if not rules.incident.vapour:
        return
    incident, air = rules.incident, air_now(draft, rules)
    n = incident.bund
    pool = draft.hazard.pools[n]
    if pool.mass_kg > 0.0 and draft.hazard.fires_kw[n] == 0.0:
        over, at = sky(draft, incident.size.ambient_k), rules.site.bunds[n].middle_m
        left = give_off(draft, incident.liquid, incident.gas, n, pool, at, over, air, PURE)
        pools = draft.hazard.pools
        draft.hazard = replace(draft.hazard, pools=(*pools[:n], left, *pools[n + 1 :]))
    faintest = FAINTEST_OF_LFL * incident.liquid.lfl
    carried = train_motion.advance(draft.hazard.train, incident.gas, air, PERIOD_S, faintest)
    draft.hazard = replace(draft.hazard, train=carried)

    def read(points_m: Floats) -> Floats:
        return train_reading.concentration(carried, incident.gas, air, points_m, np.full(points_m.shape[0], NOSE_M))

    met = meeting.meet(draft, rules, incident.liquid.id, read, SMELT_OF_LFL * incident.liquid.lfl)
    stop_sources(draft, rules)
    _look_for_spark(draft, rules, met)
    exposure.breathe(draft, rules)
    for p in draft.people:
        if p.body.condition != FIT:
            draft.fact("handler_poisoned", seat=p.seat)


def _look_for_spark(draft: Draft, rules: TankFire, met: Met) -> None:
    """Half of LFL at a source that is at work: a flash over the cloud, and the pool burns."""
    lfl, n = rules.incident.liquid.lfl, rules.incident.bund
    lit = lit_by(draft, [f / lfl for f in met.sources], [f / lfl for f in met.vehicles])
    if lit is None or draft.hazard.fires_kw[n] > 0.0:
        return
    source, by = lit
    draft.fact("ignition", by=by)
    draft.event("changed", subject=source, detail="ignited")
    exposure.strike(
        draft,
        rules,
        [flash_fire_zone.zone(air[0], lfl) for air in draft.hazard.air_people],
        [flash_fire_zone.zone(air[0], lfl) for air in draft.hazard.air_crowds],
        lambda x, y: (0.0, 0.0),
    )
    fires = draft.hazard.fires_kw
    draft.hazard = replace(draft.hazard, train=train.EMPTY, fires_kw=(*fires[:n], 1.0, *fires[n + 1 :]))
