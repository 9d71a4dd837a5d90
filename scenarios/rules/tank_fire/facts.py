"""Facts: what became true of people's conduct, held against the fire. Marks and vetoes read these."""

from dataclasses import replace

from scenarios.rules.tank_fire import shells
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.world import TICKS_PER_S, Person

GRACE_S = 180.0  # to walk out of the radius once the sign stands: training assumption 训练假设


def judge(draft: Draft, rules: TankFire) -> None:
    """Once a second, on where people are."""
    _entered(draft, rules)
    _unseen(draft, rules)
    _stayed(draft, rules)
    draft.hazard = replace(draft.hazard, stood_m=tuple(position(p, draft.tick) for p in draft.people))


def _entered(draft: Draft, rules: TankFire) -> None:
    """Somebody stepped over the wall of a bund in which something burns: of own will, or sent there."""
    before = draft.hazard.stood_m
    if not before or not rules.burning(draft):
        return
    bund = rules.site.bunds[rules.incident.bund]
    for p, (bx, by) in zip(draft.people, before, strict=True):
        x, y = position(p, draft.tick)
        if bund.within(x, y, 0.0) and not bund.within(bx, by, 0.0):
            draft.fact("bund_entered", seat=p.seat, by=_author(p))


def _unseen(draft: Draft, rules: TankFire) -> None:
    """Somebody stepped into a bund where product lies whose flame does not show, and no thermal camera has looked."""
    before, b = draft.hazard.stood_m, rules.incident.bund
    if not (rules.incident.faint and before and draft.hazard.pools[b].mass_kg > 0.0):
        return
    looked, bund = fires_of(draft).looked_tick, rules.site.bunds[b]
    if looked >= 0 and draft.tick - looked <= rules.incident.size.look_s * TICKS_PER_S:
        return
    for p, (bx, by) in zip(draft.people, before, strict=True):
        if bund.within(*position(p, draft.tick), 0.0) and not bund.within(bx, by, 0.0):
            draft.fact("unseen_entered", seat=p.seat, by=_author(p))


def _author(p: Person) -> str:
    return next((j.author for j in p.jobs if j.author), "")


def _stayed(draft: Draft, rules: TankFire) -> None:
    """A warning sign has stood long enough to walk out, and somebody is still, or again, within the radius."""
    fires = fires_of(draft)
    if fires.sign_tick < 0 or draft.tick - fires.sign_tick < GRACE_S * TICKS_PER_S:
        return
    for n, tank in enumerate(rules.site.tanks):
        if not (shells.glows(draft, rules, n) or shells.screams(draft, rules, n)):
            continue
        for p in draft.people:
            indoors = bool(p.place) and rules.site.place[p.place].indoors
            if p.state in ("fit", "hurt") and not indoors:
                x, y = position(p, draft.tick)
                if within_m(x, y, tank.x_m, tank.y_m, rules.incident.size.retreat_m):
                    draft.fact("crew_inside", seat=p.seat, by=_author(p))
