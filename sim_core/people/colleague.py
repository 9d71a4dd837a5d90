"""Colleagues: simulated people in the seats that nobody holds. They see `Observation` alone and act by `perform`.

A colleague reads an order back after a human delay, goes there, dresses if gas is about, does it and reports;
tells the commander what is perceived; walks out of strong vapour if not dressed for it. Nothing else: a colleague
takes no decision that is the commander's.
"""

from dataclasses import replace
from math import sqrt

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.observation import Observation
from sim_core.people import gear
from sim_core.people.doing import SPOKEN, perform
from sim_core.people.walking import at_instrument, served_from
from sim_core.rules import Rules
from sim_core.world import TICKS_PER_S, Heard, Job, Person

COMMANDER = "IC"
HEAR_S, HEAR_SPREAD_S = 1.5, 2.0
NOTICE_S, NOTICE_SPREAD_S = 4.0, 5.0
UNBEARABLE_LEL = 20.0
DRIVEN_OFF = 2  # withdrawals after which a job is given up
NO_HANDS = ("report", "halt")  # acts that wait for no walk
DIAGONAL = 0.7071067811865476
UPWIND = (
    (0.0, 1.0), (DIAGONAL, DIAGONAL), (1.0, 0.0), (DIAGONAL, -DIAGONAL),
    (0.0, -1.0), (-DIAGONAL, -DIAGONAL), (-1.0, 0.0), (-DIAGONAL, DIAGONAL),
)  # fmt: skip


def think(draft: Draft, rules: Rules, i: int, seen: Observation) -> None:
    """One colleague looks, listens and perhaps begins one act."""
    _listen(draft, rules, i, seen)
    p = draft.people[i]
    if p.state not in ("fit", "hurt"):
        return
    if _in_danger(seen) and not _told_to_go_bare(p):
        _withdraw(draft, rules, i, seen)
        p = draft.people[i]
    if p.doing is not None:
        return
    n = _next_job(p, draft.tick)
    if n < 0:
        return
    if p.jobs[n].stage == "heard":
        _read_back(draft, rules, i, n)
    elif p.jobs[n].act.kind in NO_HANDS or not p.until_tick:
        _work(draft, rules, i, n)


def _next_job(p: Person, tick: int) -> int:
    """What the mouth has to say comes first, then the hands' work in the order in which it was given."""
    ready = [n for n, job in enumerate(p.jobs) if job.ready_tick <= tick]
    spoken = [n for n in ready if p.jobs[n].stage == "heard" or p.jobs[n].act.kind in NO_HANDS]
    return spoken[0] if spoken else ready[0] if ready else -1


def notice(draft: Draft, rules: Rules, i: int, cues: list[int]) -> None:
    """Newly perceived cues become reports to the commander, before any other job that has not begun."""
    p = draft.people[i]
    jobs = list(p.jobs)
    for n in cues:
        cue = rules.cues[n]
        if cue.report and p.seat != COMMANDER:
            wait = _delay(draft, rules, i, "notice", n, NOTICE_S, NOTICE_SPREAD_S)
            jobs.insert(0, Job("", Act("report", target=cue.id, to=COMMANDER), "working", draft.tick + wait))
    draft.people[i] = replace(p, jobs=tuple(jobs))


def _delay(draft: Draft, rules: Rules, i: int, label: str, n: int, least_s: float, spread_s: float) -> int:
    chance = rules.chance.uniform(f"colleague.{label}.{n}", i, draft.tick)
    return int((least_s + spread_s * chance) * TICKS_PER_S)


def _listen(draft: Draft, rules: Rules, i: int, seen: Observation) -> None:
    p = draft.people[i]
    fresh = [h for h in seen.inbox if h.number >= p.handled]
    if not fresh:
        return
    jobs = (_job(draft, rules, i, h) for h in fresh if h.kind == "order" and h.act is not None)
    draft.people[i] = replace(p, jobs=(*p.jobs, *jobs), handled=fresh[-1].number + 1)


def _job(draft: Draft, rules: Rules, i: int, heard: Heard) -> Job:
    wait = _delay(draft, rules, i, "hear", heard.number, HEAR_S, HEAR_SPREAD_S)
    assert heard.act is not None
    return Job(
        heard.sender, heard.act, "heard", draft.tick + wait, "runner" if heard.via == "runner" else "radio"
    )


def _in_danger(seen: Observation) -> bool:
    """Without a set, in vapour that is unbearable, or while a detector that has no %LEL cell sounds."""
    body = seen.body
    bare = "scba" not in body.worn or body.air_min < 5.0
    return bare and (body.lel >= UNBEARABLE_LEL or body.smell >= 2 or (body.alarm and body.lel < 0.0))


def _told_to_go_bare(p: Person) -> bool:
    ordered = next((job for job in p.jobs if job.author), None)  # a report of one's own may stand before it
    return ordered is not None and ("ppe", "none") in ordered.act.words


def _withdraw(draft: Draft, rules: Rules, i: int, seen: Observation) -> None:
    """Out of the vapour to the nearest place that is not at risk; what one says is said first.

    The job at hand stays for later, dressed.
    """
    p = draft.people[i]
    refuge = _refuge(rules, p, seen)
    leaving = bool(p.route) and _is_refuge(rules, p.route[-1])
    if leaving or not refuge or (p.doing is not None and p.doing.act.kind in SPOKEN):
        return
    if p.doing is not None or p.until_tick:
        perform(draft, rules, i, Act("halt"))
        _interrupt(draft, i)
    perform(draft, rules, i, Act("go", target=refuge))


def _interrupt(draft: Draft, i: int) -> None:
    """The job at hand is broken off; driven off it too often, the colleague says that it cannot be done."""
    n = next((n for n, job in enumerate(draft.people[i].jobs) if job.author and job.stage != "heard"), -1)
    if n < 0:
        return
    job = draft.people[i].jobs[n]
    _put(draft, i, n, replace(job, stage="working", withdrawals=job.withdrawals + 1))
    if job.withdrawals + 1 >= DRIVEN_OFF:
        _give_up(draft, i, n)


def _is_refuge(rules: Rules, place: str) -> bool:
    return rules.site.place[place].kind in ("post", "muster") and not rules.risky(place)


def _refuge(rules: Rules, p: Person, seen: Observation) -> str:
    """The nearest other post or muster that is not at risk and does not lie downwind, as far as the sock tells."""
    ux, uy = UPWIND[seen.sock.octant] if seen.sock is not None and seen.sock.octant >= 0 else (0.0, 0.0)
    best, least = "", 1.0e9
    for place in rules.site.places:
        dx, dy = place.x_m - seen.body.x_m, place.y_m - seen.body.y_m
        far = sqrt(dx * dx + dy * dy)
        if place.id != p.place and _is_refuge(rules, place.id) and dx * ux + dy * uy >= -0.3 * far:
            best, least = (place.id, far) if far < least else (best, least)
    return best


def _read_back(draft: Draft, rules: Rules, i: int, n: int) -> None:
    job = draft.people[i].jobs[n]
    said = Act("read_back", target=job.act.target, detail=job.act.kind, to=job.author, via=job.via)
    if not perform(draft, rules, i, said):
        _put(draft, i, n, replace(job, stage="working", ready_tick=draft.tick + TICKS_PER_S))


def _put(draft: Draft, i: int, n: int, job: Job | None) -> None:
    """Job n becomes another one, or is struck off."""
    p = draft.people[i]
    now = (job,) if job is not None else ()
    draft.people[i] = replace(p, jobs=(*p.jobs[:n], *now, *p.jobs[n + 1 :]))


def _work(draft: Draft, rules: Rules, i: int, n: int) -> None:
    """The next thing that this job needs: dress, go there, do it, report it."""
    p = draft.people[i]
    job = p.jobs[n]
    if job.stage == "acting":
        if not perform(draft, rules, i, _finding(p, job)):
            _put(draft, i, n, None)
        return
    if job.act.kind == "halt":
        _strike_begun(draft, i, n)
        n = draft.people[i].jobs.index(job)
    if job.author and rules.refuses(p, _goal(draft, rules, p, job.act)):
        _give_up(draft, i, n)
        return
    step = _preparation(draft, rules, p, job)
    if step is not None:
        if perform(draft, rules, i, step):
            _give_up(draft, i, n)
    elif perform(draft, rules, i, job.act, by=job.author):
        _give_up(draft, i, n)
    else:
        _put(draft, i, n, replace(job, stage="acting", ready_tick=draft.tick + 1) if job.author else None)


def _strike_begun(draft: Draft, i: int, n: int) -> None:
    """Who is told to halt leaves what has been begun."""
    p = draft.people[i]
    jobs = tuple(job for k, job in enumerate(p.jobs) if k == n or job.stage != "acting")
    draft.people[i] = replace(p, jobs=jobs)


def _finding(p: Person, job: Job) -> Act:
    """What is reported to the author: what was found out if the act found something, else that it is done."""
    found = p.notes[-1] if p.notes and p.notes[-1].tick >= job.ready_tick else None
    if found is None:
        subject = f"{job.act.kind}:{job.act.target}"
        return Act("report", target="done", detail=subject, to=job.author, via=job.via)
    subject = found.word or found.subject
    return Act("report", target=found.topic, detail=subject, value=found.value, to=job.author, via=job.via)


def _give_up(draft: Draft, i: int, n: int) -> None:
    """It cannot be done: say so to the author (a report of one's own is simply dropped)."""
    job = draft.people[i].jobs[n]
    if not job.author:
        _put(draft, i, n, None)
        return
    cannot = Act(
        "report", target="cannot", detail=f"{job.act.kind}:{job.act.target}", to=job.author, via=job.via
    )
    _put(draft, i, n, Job("", cannot, "working", draft.tick + TICKS_PER_S))


def _preparation(draft: Draft, rules: Rules, p: Person, job: Job) -> Act | None:
    """What must come before the job itself, or None."""
    goal = _goal(draft, rules, p, job.act)
    if goal == p.place or goal not in rules.site.place:
        return None
    lacks = [item for item in rules.demands(goal) if item not in p.worn]
    if lacks and ("ppe", "none") not in job.act.words and rules.risky(goal) and _knows_danger(rules, p):
        kit = _nearest_kit(rules, p)
        return Act("wear", target=lacks[0]) if kit == p.place else Act("go", target=kit)
    return None if job.act.kind == "go" else Act("go", target=goal)


def _goal(draft: Draft, rules: Rules, p: Person, act: Act) -> str:
    """Where an act leads, "" if here will do."""
    return act.target if act.kind == "go" else _where(draft, rules, p, act)


def _where(draft: Draft, rules: Rules, p: Person, act: Act) -> str:
    """The place at which an act is done, "" if here will do."""
    site = rules.site
    if act.kind == "operate" and act.target in site.device_index:
        device = site.devices[site.device_index[act.target]]
        return "" if device.remote and p.place and site.place[p.place].panel else device.place
    if act.kind == "alarm" and act.target in site.device_index:
        return site.devices[site.device_index[act.target]].place
    if act.kind in ("measure", "watch") and act.target in site.place:
        return act.target
    if act.kind == "bump" and act.target in site.tag_index:
        detector = site.instruments[site.tag_index[act.target]]
        return "" if at_instrument(p, site, detector, draft.tick) else served_from(site, detector)
    if act.kind == "wear" and act.target in gear.AT_KIT:
        return _nearest_kit(rules, p)
    return rules.whereabouts(draft, p, act)


def _knows_danger(rules: Rules, p: Person) -> bool:
    return any(cue.danger and p.cues[n] >= 0 for n, cue in enumerate(rules.cues))


def _nearest_kit(rules: Rules, p: Person) -> str:
    here = p.place or rules.site.nearest(p.x_m, p.y_m)
    kits = [k for k in rules.site.places if k.scba]
    return (
        min(kits, key=lambda k: len(rules.site.route(here, k.id))).id
        if here not in [k.id for k in kits]
        else here
    )
