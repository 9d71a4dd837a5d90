"""Sights: what eyes can see of the work and of what goes wrong there, put up once a second from the truth."""

from scenarios.rules.ground import sights as ground
from scenarios.rules.special_work import digging, hoisting
from scenarios.rules.special_work.rules import SpecialWork, work_of
from sim_core.draft import Draft
from sim_core.world import Sight


def show(draft: Draft, rules: SpecialWork) -> None:
    """The work itself, its sparks, a fire."""
    work, here = work_of(draft), rules.incident.at
    found = list(ground.sparks(draft))
    if work.begun_tick >= 0:
        found.append(Sight("work", here.id, here.x_m, here.y_m, _state(draft, rules)))
    if work.fire_tick >= 0 or work.out_tick >= 0:
        at = rules.site.place[work.fire_at]
        found.append(Sight("fire", at.id, at.x_m, at.y_m, "burning" if work.fire_tick >= 0 else "out", shines=True))
    draft.sights = tuple(found)


def _state(draft: Draft, rules: SpecialWork) -> str:
    """What eyes tell of the work: what has gone wrong before what is about to, before how it stands."""
    trench, hoist, work = rules.incident.trench, rules.incident.hoist, work_of(draft)
    if work.collapsed or work.dropped:
        return "collapsed" if work.collapsed else "dropped"
    if trench is not None and digging.cracks(draft, rules, trench):
        return "cracking"
    if hoist is not None and hoisting.hangs(draft, rules, hoist):
        if hoisting.leans(draft, rules, hoist):
            return "leaning"
        return "swinging" if hoisting.unsteady(draft, rules, hoist) else "hanging"
    return "working" if rules.working(draft) else "stopped"
