"""Conduct: what should be so when hands are laid on the work, and while they are, held against what is.

Each fact bears the name of who let the work begin; "" where the crew began of its own accord.
"""

from collections.abc import Iterator
from dataclasses import replace

from scenarios.rules.special_work.rules import WATCHER, SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.world import TICKS_PER_S

FOUL_LEL = 10.0  # a watcher without a set may step out of it


def at_the_start(draft: Draft, rules: SpecialWork) -> None:
    """Everything that must be so before."""
    by = work_of(draft).by
    if not by:
        draft.fact("begun_unbidden")
    wrong = list(_wrong(draft, rules))
    for name in wrong:
        draft.fact(name, by=by)
    if not wrong and by:
        draft.fact("begun_right", by=by)


def _wrong(draft: Draft, rules: SpecialWork) -> Iterator[str]:
    work, incident = work_of(draft), rules.incident
    oldest = draft.tick - incident.valid_s * TICKS_PER_S
    if any(t < oldest for t in work.tested_tick):
        yield "work_untested"
    if max(work.tested, default=0.0) > incident.limit_lel:
        yield "work_above_limit"
    if incident.grade_right and work.grade != incident.grade_right:
        yield "work_wrong_grade"
    if any(not rules.is_set(draft, b) for b in incident.blinds):
        yield "work_unblinded"
    if any(lock not in work.locked or rules.open(draft, lock) > 0.0 for lock in incident.locks):
        yield "work_unlocked"
    if any(not rules.is_set(draft, g) for g in incident.guards):
        yield "work_unguarded"
    if any(subject not in work.looked for subject in incident.looks):
        yield "work_unlooked"
    if any(rules.flawed(draft, f) for f in incident.sound):
        yield "work_flawed"
    if draft.weather.speed_m_s >= incident.wind_limit_m_s:
        yield "work_in_wind"
    if not rules.watched(draft):
        yield "work_unwatched"
    if amid(draft, rules):
        yield "work_amid_others"


def _gas_lel(draft: Draft, rules: SpecialWork) -> float:
    """%LEL about the crew."""
    met = draft.hazard.air_crowds
    return 100.0 * met[rules.crew][0] / rules.incident.lfl if met else 0.0


def amid(draft: Draft, rules: SpecialWork) -> bool:
    """Whether people who do not belong here are about the work."""
    crowd = draft.crowds[rules.others]
    return crowd.number > 0 and rules.near(draft, crowd, rules.incident.clear_m)


def judge(draft: Draft, rules: SpecialWork) -> None:
    """Once a second while hands are at work: what goes on wrong for longer than it takes to stop it."""
    by, working = work_of(draft).by, rules.working(draft)
    wrong = {
        "watcher_left": not rules.watched(draft) and not _driven_off(draft, rules),
        "worked_on_in_wind": draft.weather.speed_m_s >= rules.incident.wind_limit_m_s,
        "worked_on_in_gas": _gas_lel(draft, rules) > rules.incident.limit_lel,
        "worked_on_amid_others": amid(draft, rules),
    }
    for name, holds in wrong.items():
        if _goes_on(draft, rules, name, working and holds):
            draft.fact(name, by=by)


def _goes_on(draft: Draft, rules: SpecialWork, name: str, holds: bool) -> bool:
    """Whether it has held without a break for longer than the grace."""
    work = work_of(draft)
    since = dict(work.wrong_since)
    if not holds:
        if name in since:
            put_work(draft, replace(work, wrong_since=tuple(row for row in work.wrong_since if row[0] != name)))
        return False
    if name not in since:
        put_work(draft, replace(work, wrong_since=(*work.wrong_since, (name, draft.tick))))
        return False
    return draft.tick - since[name] >= rules.incident.grace_s * TICKS_PER_S


def _driven_off(draft: Draft, rules: SpecialWork) -> bool:
    """Whether gas drives the watcher off: then he may go."""
    met = draft.hazard.air_people
    return bool(met) and any(
        p.seat == WATCHER and 100.0 * air[0] / rules.incident.lfl >= FOUL_LEL
        for p, air in zip(draft.people, met, strict=True)
    )
