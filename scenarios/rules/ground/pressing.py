"""Pressing: people over the commander who press on the phone to start again, and what comes of giving way to them.

A manager asks once all that the scenario names is so for what he hears and reads where he sits, and rings again unless
he is refused with a reason. Whoever answers him calls him back: a refusal ends it, giving way is an order in the
commander's name, carried out by the acts that there are. Nothing here is drawn by chance.
"""

from dataclasses import replace

from scenarios.model import Manager
from scenarios.rules.ground.rules import Ground
from sim_core.acts import Act
from sim_core.cues import holds
from sim_core.draft import Draft
from sim_core.observation import pages, perceive
from sim_core.people import talking
from sim_core.world import TICKS_PER_S, Job, Message, Person

COMMANDER = "IC"
ANSWER, REFUSE, GIVE_WAY = "answer", "refuse", "give_way"
TELLS_TICKS = 40  # from being urged to telling the commander


def press(draft: Draft, rules: Ground) -> None:
    """Once a second, every manager who has not asked yet."""
    for m in rules.managers:
        if m.asks not in draft.facts and _wants(draft, rules, m):
            _ask(draft, m)


def _wants(draft: Draft, rules: Ground, m: Manager) -> bool:
    here = rules.site.place[m.place]
    seen = perceive(draft, rules.site, Person(m.id, True, here.x_m, here.y_m, m.place, worn=()))
    if m.screen:
        seen = replace(seen, panel=pages(draft))
    return all(holds(c, seen, rules.site) for c in m.when)


def _ask(draft: Draft, m: Manager) -> None:
    """The phone rings in the commander's pocket, and again later."""
    draft.fact(m.asks)
    rings = (0.0, m.again_s) if m.again_s > 0.0 else (0.0,)
    for after_s in rings:
        due = draft.tick + 1 + int(after_s * TICKS_PER_S)
        draft.messages.append(Message(due, m.id, COMMANDER, "report", m.asks, via="phone"))


def call(draft: Draft, rules: Ground, i: int, act: Act, by: str) -> None:
    """A call outside; a manager who has asked for something takes it as his answer."""
    talking.call(draft, rules, i, act, by)
    m = next((m for m in rules.managers if m.id == act.target), None)
    if m is None or m.asks not in draft.facts:
        return
    seat, answer = draft.people[i].seat, dict(act.words).get(ANSWER, "")
    reasoned = rules.check_words(draft, act.target, act.words) >= 1.0
    if answer == REFUSE:
        draft.fact(f"{m.asks}_refused", seat=seat, by=by, value=float(reasoned))
    if answer == GIVE_WAY or (answer == REFUSE and reasoned):
        draft.messages = [said for said in draft.messages if said.sender != m.id]
    if answer == GIVE_WAY and f"{m.asks}_given_way" not in draft.facts:
        draft.fact(f"{m.asks}_given_way", seat=seat, by=by)
        _give_way(draft, rules, m, by or seat)


def _give_way(draft: Draft, rules: Ground, m: Manager, author: str) -> None:
    """What he wanted is ordered by whoever gave way."""
    n = [p.seat for p in draft.people].index(author)
    for act in m.gives:
        talking.order(draft, rules, n, act)


def passed_on(draft: Draft, asked: str) -> Job:
    """A colleague who is urged to something tells the commander of it, before anything else."""
    return Job("", Act("report", target=asked, to=COMMANDER), "working", draft.tick + TELLS_TICKS)
