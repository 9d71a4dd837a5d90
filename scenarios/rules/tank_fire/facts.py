"""Facts: what became true of people's conduct, held against the fire. Marks and vetoes read these."""

from dataclasses import replace

from scenarios.rules.tank_fire import boiling, shells
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.physics import boil_over
from sim_core.world import TICKS_PER_S, Person


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
    if fires.sign_tick < 0 or draft.tick - fires.sign_tick < rules.incident.size.grace_s * TICKS_PER_S:
        return
    for n, tank in enumerate(rules.site.tanks):
        radius = _retreat_m(draft, rules, n)
        if radius == 0.0:
            continue
        for p in draft.people:
            indoors = bool(p.place) and rules.site.place[p.place].indoors
            if p.state in ("fit", "hurt") and not indoors:
                x, y = position(p, draft.tick)
                if within_m(x, y, tank.x_m, tank.y_m, radius):
                    draft.fact("crew_inside", seat=p.seat, by=_author(p))


def _retreat_m(draft: Draft, rules: TankFire, n: int) -> float:
    """How far everybody has to be from a tank that shows a sign, 0 = it shows none."""
    if n == rules.incident.tank and boiling.sign(draft, rules):
        return boil_over.retreat_m(rules.site.tanks[n].diameter_m)
    shows = shells.glows(draft, rules, n) or shells.screams(draft, rules, n)
    return rules.incident.size.retreat_m if shows else 0.0
