"""Fallen: those without a seat who lie in the gas: what passes the escape mask, how long it lasts. Once a second."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import exposure
from scenarios.rules.ground.air import air_now
from scenarios.rules.pressurised_release import cloud
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics import incapacitation
from sim_core.world import TICKS_PER_S, Casualty

PERIOD_S = 1.0
ARREST = 0.3  # share of the lethal dose at which somebody stops breathing by himself: training assumption 训练假设


def breathe(draft: Draft, rules: PressurisedRelease) -> None:
    """Everybody's second, where a gas that poisons is about. Who is resuscitated is breathed for."""
    if not rules.incident.hot or not draft.casualties or not draft.hazard.train.puffs.shape[1]:
        return
    read = cloud.reader(draft, rules, air_now(draft, rules), cloud.gas_of(rules))
    found = read(np.array([(c.x_m, c.y_m) for c in draft.casualties])).tolist()
    for n, c in enumerate(draft.casualties):
        if c.body.condition != incapacitation.DEAD and c.state != "treated":
            _second(draft, rules, n, c, found[n])


def _second(draft: Draft, rules: PressurisedRelease, n: int, c: Casualty, met: float) -> None:
    runs_out = rules.incident.escape_s * TICKS_PER_S
    through = c.lets_in if draft.tick < runs_out else 1.0
    k = rules.site.species_index[rules.incident.species]
    air = tuple(met * through if i == k else v for i, v in enumerate(rules.site.clean_air))
    body = incapacitation.breathe(c.body, exposure.mixture(rules, air), exposure.AT_REST_L_MIN, PERIOD_S)
    if body == c.body:
        return
    stops = c.body.lethal < ARREST <= body.lethal
    draft.casualties[n] = replace(c, body=body, breathing=c.breathing and not stops)
    if body.condition == incapacitation.DEAD:
        draft.casualties[n] = replace(draft.casualties[n], breathing=False)
        draft.event("harm", subject=c.id, detail="dead", value=1.0)
        draft.fact("casualty_died")
