"""Off site: who lives and drives beyond the fence, the call that warns them, what they breathe. Every five seconds."""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import pressing
from scenarios.rules.ground.air import air_now
from scenarios.rules.pressurised_release import cloud, engines
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people import command
from sim_core.physics.shelter import inside_after
from sim_core.physics.toxic_load import PROBITS, toxic_load
from sim_core.world import TICKS_PER_S, OffSite

PERIOD_S = 5.0
PPM = 1.0e6
SHUT_PER_H = 0.5  # air changes with doors and windows shut: training assumption 训练假设
PASSES_S = 20.0  # who drives is through the cloud in so long: training assumption 训练假设


def call(draft: Draft, rules: PressurisedRelease, i: int, act: Act, by: str) -> None:
    """A call outside. Those whom it reaches say how far away they are, and shelter or close the road; a queue says how
    many wait in it, and goes on foot, or drives off if it is told so."""
    pressing.call(draft, rules, i, act, by)
    found = [o for o in draft.hazard.offsite if act.target in rules.incident.beyond[o.id].calls]
    if not found:
        return
    drives = ("order", "drive_off") in act.words
    draft.hazard = replace(
        draft.hazard,
        offsite=tuple(
            replace(o, warned_tick=draft.tick, starts=drives and rules.incident.beyond[o.id].queues)
            if o in found and o.warned_tick < 0
            else o
            for o in draft.hazard.offsite
        ),
    )
    for o in found:
        if rules.incident.beyond[o.id].queues:
            command.note(draft, i, "queue", o.id, float(o.number))
        else:
            command.note(draft, i, "offsite", o.id, o.far_m)
        if drives and rules.incident.beyond[o.id].queues:
            draft.fact("lorries_started", by=by or draft.people[i].seat)
        draft.fact(f"{o.id}_warned", by=by or draft.people[i].seat, value=o.far_m)


def expose(draft: Draft, rules: PressurisedRelease) -> None:
    """What the cloud is there, outdoors and in, and what has been breathed of it."""
    places = draft.hazard.offsite
    if not places or draft.tick % int(PERIOD_S * TICKS_PER_S):
        return
    if draft.hazard.train.puffs.shape[1]:
        height_m = rules.incident.offsite_m or cloud.NOSE_M
        read = cloud.reader(draft, rules, air_now(draft, rules), cloud.gas_of(rules), height_m)
        found = read(np.array([at for o in places for at in o.points_m])).tolist()
    else:
        found = [0.0] * sum(len(o.points_m) for o in places)
    after, start = [], 0
    for o in places:
        met = max(found[start : start + len(o.points_m)])
        after.append(_breathed(draft, rules, o, met))
        start += len(o.points_m)
    draft.hazard = replace(draft.hazard, offsite=tuple(after))


def _breathed(draft: Draft, rules: PressurisedRelease, o: OffSite, met: float) -> OffSite:
    """Load by C^n t. In time those who shelter breathe the air of the building, and a closed road is empty."""
    incident = rules.incident
    inside = inside_after(o.inside, met, SHUT_PER_H, PERIOD_S) if met > 0.0 or o.inside > 0.0 else 0.0
    heeded = engines.since(draft, o, engines.empty_s(rules, o))
    if incident.harmful <= 0.0:  # it burns, and that is `engines`
        return replace(o, met=met, inside=inside)
    breathed = (inside if o.stays else 0.0) if heeded else met
    n = PROBITS[incident.substance.id].n
    if o.stays:
        load = o.load + toxic_load(PPM * breathed, n, PERIOD_S)
    else:
        load = max(o.load, toxic_load(PPM * breathed, n, PASSES_S))
    if met >= incident.harmful and not heeded:
        draft.fact(f"cloud_at_{o.id}", value=PPM * met)
    if met >= incident.harmful and o.warned_tick < 0:
        draft.fact("offsite_unwarned", value=PPM * met)
    state = "hurt" if load >= incident.hurt_load else "irritated" if load >= incident.irritating_load else "well"
    if state != o.state and state != "well":
        draft.event("harm", subject=o.id, detail=state, value=float(o.number))
        draft.fact(f"offsite_{state}", value=float(o.number))
    return replace(o, met=met, inside=inside, load=load, state=state)
