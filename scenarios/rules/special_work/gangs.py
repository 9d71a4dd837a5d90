"""Gangs: the crew that does the work and others who come by. They act by rule, from what they are told.

A crew that is let begin walks to the work and begins; it stops for the announcement, the siren, the order to leave, and
runs from a fire. A crew that nobody has told anything begins by itself once its patience is at an end.
"""

from dataclasses import replace

from scenarios.rules.ground.sparks import STAND_STILL_S
from scenarios.rules.special_work import conduct
from scenarios.rules.special_work.rules import WATCHER, SpecialWork, put_work, work_of
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.walking import send_crowd
from sim_core.world import TICKS_PER_S, Message

STANDS = ("stopped", "put_off", "done")


def move(draft: Draft, rules: SpecialWork) -> None:
    """The crew, the others and whoever calls, a second later."""
    _set_out(draft, rules)
    if work_of(draft).stage == "called" and _there(draft, rules):
        _begin(draft, rules)
    elif rules.working(draft):
        _go_on(draft, rules)
    _put_right(draft, rules)
    _others_come(draft, rules)
    _watcher_is_called(draft, rules)


def _set_out(draft: Draft, rules: SpecialWork) -> None:
    """Nobody has told the crew anything: it begins of its own accord."""
    late = draft.tick >= rules.incident.impatient_s * TICKS_PER_S
    if work_of(draft).stage == "preparing" and late and not _called_back(draft, 0):
        call(draft, rules, "")


def call(draft: Draft, rules: SpecialWork, by: str) -> None:
    """The crew goes to the work."""
    put_work(draft, replace(work_of(draft), stage="called", by=by, since_tick=draft.tick))
    crowd = draft.crowds[rules.crew]
    if crowd.place != rules.incident.at.id:
        draft.crowds[rules.crew] = send_crowd(crowd, rules.site, rules.incident.at.id, draft.tick)


def halt(draft: Draft, rules: SpecialWork, stage: str) -> None:
    """Hands are off the work."""
    work = work_of(draft)
    halted = draft.tick if work.stage == "working" else work.halted_tick
    put_work(draft, replace(work, stage=stage, since_tick=draft.tick, halted_tick=halted))
    if work.stage == "working":
        draft.event("changed", subject=rules.incident.at.id, detail="work_stopped")
    _spark(draft, rules, False)


def _there(draft: Draft, rules: SpecialWork) -> bool:
    crowd = draft.crowds[rules.crew]
    if _called_back(draft, work_of(draft).since_tick):
        halt(draft, rules, "stopped")
        return False
    return crowd.place == rules.incident.at.id and crowd.number > 0


def _called_back(draft: Draft, since_tick: int) -> bool:
    """Whether all have been told to stop or to leave since then."""
    c = draft.command
    return max(c.stop_work_tick, c.siren_tick, c.evacuate_tick) > since_tick


def _begin(draft: Draft, rules: SpecialWork) -> None:
    """Hands are laid on it, and all that should be so is held against what is."""
    work = replace(work_of(draft), stage="working", begun_tick=draft.tick)
    put_work(draft, work)
    draft.event("changed", subject=rules.incident.at.id, detail="work_begun")
    _spark(draft, rules, True)
    conduct.at_the_start(draft, rules)


def _go_on(draft: Draft, rules: SpecialWork) -> None:
    """Another second of work, or its end."""
    work, c, crowd = work_of(draft), draft.command, draft.crowds[rules.crew]
    told = max(c.stop_work_tick, c.siren_tick)
    announced = told > work.since_tick and draft.tick >= told + STAND_STILL_S * TICKS_PER_S
    if announced or crowd.number == 0 or crowd.place != rules.incident.at.id:
        halt(draft, rules, "stopped")
    elif work.fire_tick >= 0:
        halt(draft, rules, "stopped")
        draft.crowds[rules.crew] = send_crowd(crowd, rules.site, rules.incident.rest, draft.tick)
    elif work.worked_s >= rules.incident.job_s:
        halt(draft, rules, "done")
        draft.fact("work_done")
    else:
        put_work(draft, replace(work, worked_s=work.worked_s + 1.0))


def _spark(draft: Draft, rules: SpecialWork, on: bool) -> None:
    """The work's own source of ignition is lit, or goes out."""
    fire = rules.incident.fire
    for n, s in enumerate(draft.sources):
        if fire is not None and s.id == fire.arc:
            now = replace(s, start_tick=draft.tick, stopped_tick=-1) if on else replace(s, stopped_tick=draft.tick)
            draft.sources[n] = now


def _put_right(draft: Draft, rules: SpecialWork) -> None:
    """What was not Ex and has been exchanged ignites nothing more."""
    for n, s in enumerate(draft.sources):
        if s.stopped_tick < 0 and s.kind in work_of(draft).flaws and not rules.flawed(draft, s.kind):
            draft.sources[n] = replace(s, stopped_tick=draft.tick)


def _others_come(draft: Draft, rules: SpecialWork) -> None:
    """Those who do not belong here go about their own business."""
    if work_of(draft).others_tick == draft.tick and not _called_back(draft, 0):
        n, goal = rules.others, rules.incident.others_at
        draft.crowds[n] = send_crowd(draft.crowds[n], rules.site, goal, draft.tick)


def _watcher_is_called(draft: Draft, rules: SpecialWork) -> None:
    """The head of the shift calls the watcher away, as happens: it is for the commander to notice."""
    seats = [p.seat for p in draft.people]
    if work_of(draft).calls_tick != draft.tick or WATCHER not in seats:
        return
    caller = next(s for s in seats if s not in ("IC", WATCHER))
    away = Act("go", target=rules.incident.rest)
    draft.messages.append(Message(draft.tick + 1, caller, WATCHER, "order", "go", rules.incident.rest, act=away))
