"""Electricity: hands on a live conductor, and somebody who switches on what bears no lock."""

from dataclasses import replace

from scenarios.rules.special_work import gangs, lives
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.world import DeviceState


def flow(draft: Draft, rules: SpecialWork) -> None:
    """Who switches on, whom it strikes."""
    shock = rules.incident.shock
    if shock is None:
        return
    _restore(draft, rules, shock.live)
    work = work_of(draft)
    if not rules.working(draft):
        return
    if work.worked_s >= shock.touch_s and rules.open(draft, shock.live) > 0.0:
        lives.strike(draft, rules, "shocked", rules.incident.at.id, False)
    elif work.worked_s >= shock.use_s and rules.flawed(draft, shock.cable):
        if rules.flawed(draft, shock.rcd):
            lives.strike(draft, rules, "shocked", rules.incident.at.id, False)
        else:
            draft.fact("rcd_tripped", by=work.by)
            gangs.halt(draft, rules, "stopped")


def _restore(draft: Draft, rules: SpecialWork, breaker: str) -> None:
    """Somebody at the switchboard misses his power and puts it on, unless a lock forbids it."""
    work = work_of(draft)
    if work.restores_tick != draft.tick:
        return
    n = rules.site.device_index[breaker]
    if breaker in work.locked:
        draft.fact("lock_held")
    elif draft.devices[n].state != "running":
        draft.devices[n] = DeviceState("running", 1.0, draft.tick, wanted="running")
        draft.event("changed", subject=breaker, detail="running")
        put_work(draft, replace(work_of(draft), restores_tick=-1))
