"""Casualties: people without a seat who lie somewhere; brought out, resuscitated, decontaminated."""

from dataclasses import replace

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import REACH_M, position, within_m
from sim_core.people.walking import go
from sim_core.rules import Rules
from sim_core.world import Casualty, Person


def index(draft: Draft, id_: str) -> int:
    """Position of a casualty, -1 = there is none of that name."""
    return next((n for n, c in enumerate(draft.casualties) if c.id == id_), -1)


def within_reach(draft: Draft, p: Person, id_: str) -> bool:
    """Whether a person's hands reach a casualty: at the same place, or no further than a reach away outdoors."""
    n = index(draft, id_)
    if n < 0:
        return False
    c = draft.casualties[n]
    if c.place:
        return c.place == p.place
    x, y = position(p, draft.tick)
    return within_m(x, y, c.x_m, c.y_m, REACH_M)


def carry(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """A casualty is taken up and brought to the place `detail`, to be laid down there."""
    seat = draft.people[i].seat
    draft.event("did", seat=seat, act="carry", subject=act.target, detail=act.detail, by=by)
    carry_off(draft, rules, i, act)


def carry_off(draft: Draft, rules: Rules, i: int, act: Act) -> None:
    """Whoever has taken up a casualty sets out with them."""
    n = index(draft, act.target)
    draft.casualties[n] = replace(
        draft.casualties[n], state="carried", place="", by=draft.people[i].seat, tick=draft.tick
    )
    if act.detail in rules.site.place:
        go(draft, rules, i, Act("go", target=act.detail))


def follow(draft: Draft, rules: Rules) -> None:
    """Who is carried is where the carrier is, and is laid down where the carrier stands outside any confined space."""
    for n, c in enumerate(draft.casualties):
        if c.state != "carried" or not c.by:
            continue
        p = next(q for q in draft.people if q.seat == c.by)
        x, y = position(p, draft.tick)
        here = rules.site.place.get(p.place)
        if here is not None and not here.zone and not p.route and p.until_tick == 0:
            lay_down(draft, n, replace(c, x_m=here.x_m, y_m=here.y_m, place=here.id))
        elif p.until_tick == 0 or p.state not in ("fit", "hurt"):
            draft.casualties[n] = replace(c, x_m=x, y_m=y)


def lay_down(draft: Draft, n: int, c: Casualty) -> None:
    """A casualty lies in open air now: clocks of first aid start here."""
    draft.casualties[n] = replace(c, state="out", by="", tick=draft.tick)
    draft.fact(f"{c.id}_out")
    draft.event("changed", subject=c.id, detail="brought_out")


def cpr(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """First aid: airway, breathing, compressions. value: 1 if the casualty was not breathing."""
    p, n = draft.people[i], index(draft, act.target)
    c = draft.casualties[n]
    draft.casualties[n] = replace(c, state="treated", breathing=True, by=p.seat, tick=draft.tick)
    draft.event("did", seat=p.seat, act="cpr", subject=act.target, value=0.0 if c.breathing else 1.0, by=by)


def decon(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Clothes off, skin and eyes rinsed. value: 1 if there was something to wash off."""
    p, n = draft.people[i], index(draft, act.target)
    c = draft.casualties[n]
    draft.casualties[n] = replace(c, soiled=False)
    draft.event("did", seat=p.seat, act="decon", subject=act.target, value=1.0 if c.soiled else 0.0, by=by)
