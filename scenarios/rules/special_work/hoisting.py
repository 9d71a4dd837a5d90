"""Hoisting: a load too heavy, ground too soft, a wind too strong: the crane leans or the load swings, then it falls."""

from dataclasses import replace

from scenarios.rules.special_work import gangs, lives
from scenarios.rules.special_work.incident import Hoist
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.world import TICKS_PER_S


def lift(draft: Draft, rules: SpecialWork) -> None:
    """Another second with a load on the hook. Put down, it leans no more."""
    hoist, work = rules.incident.hoist, work_of(draft)
    if hoist is None or work.dropped:
        return
    if not (rules.working(draft) and unsteady(draft, rules, hoist)):
        if work.leans_tick >= 0:
            put_work(draft, replace(work, leans_tick=-1))
    elif work.leans_tick < 0:
        put_work(draft, replace(work, leans_tick=draft.tick))
    elif draft.tick - work.leans_tick >= hoist.lean_s * TICKS_PER_S:
        _drop(draft, rules, hoist)


def hangs(draft: Draft, rules: SpecialWork, hoist: Hoist) -> bool:
    """Whether the load is off the ground."""
    return rules.working(draft) and work_of(draft).worked_s >= hoist.hook_s


def unsteady(draft: Draft, rules: SpecialWork, hoist: Hoist) -> bool:
    """Whether the crane leans or the load swings."""
    return hangs(draft, rules, hoist) and (leans(draft, rules, hoist) or draft.weather.speed_m_s >= hoist.swing_m_s)


def leans(draft: Draft, rules: SpecialWork, hoist: Hoist) -> bool:
    """Whether it is more than the crane or the ground below it bears."""
    heavy = work_of(draft).carries_kg > hoist.rated_kg and rules.flawed(draft, hoist.heavy)
    return heavy or rules.flawed(draft, hoist.soft)


def _drop(draft: Draft, rules: SpecialWork, hoist: Hoist) -> None:
    """It comes down on whoever stands below, and on what lies there."""
    put_work(draft, replace(work_of(draft), dropped=True))
    draft.fact("load_dropped", by=work_of(draft).by)
    here = rules.incident.at
    for i, p in enumerate(draft.people):
        if within_m(*position(p, draft.tick), here.x_m, here.y_m, hoist.under_m) and p.state in ("fit", "hurt"):
            draft.people[i] = replace(p, state="down", doing=None)
            draft.event("harm", subject=p.seat, detail="down", value=1.0)
    others = draft.crowds[rules.others]
    if others.number > 0 and rules.near(draft, others, hoist.under_m):
        draft.crowds[rules.others] = replace(others, number=0, hurt=others.hurt + others.number)
        draft.event("harm", subject=rules.incident.others, detail="hurt", value=float(others.number))
    lives.strike(draft, rules, "struck", here.id, True)
    gangs.halt(draft, rules, "stopped")
