"""Talking: orders, read-backs and reports by voice, radio, phone or runner; what a dead radio swallows."""

from dataclasses import replace

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.rules import Rules
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S, Heard, Message, Person

EARSHOT_M = 8.0
INBOX = 12
DELAY_S = {"voice": 0.0, "radio": 0.5, "phone": 8.0, "runner": 40.0}
SPEAK_S = 3.0
ALL = "ALL"


def say(draft: Draft, i: int, act: Act, kind: str, ordered: Act | None = None) -> None:
    """What was said leaves the mouth now. In earshot it needs no radio; a dead radio at either end loses it."""
    p = draft.people[i]
    for q in draft.people:
        if q.seat != p.seat and act.to in (q.seat, ALL):
            near = distance_m(*position(p, draft.tick), *position(q, draft.tick)) <= EARSHOT_M
            via = "voice" if near else act.via
            draft.messages.append(
                Message(
                    deliver_tick=draft.tick + 1 + int(DELAY_S[via] * TICKS_PER_S),
                    sender=p.seat,
                    to=q.seat,
                    kind=kind,
                    topic=act.kind if kind in ("order", "read_back") else act.target,
                    subject=act.target if kind in ("order", "read_back") else act.detail,
                    value=act.value,
                    act=ordered,
                    via=via,
                    lost=not near and _lost(p, q, via),
                )
            )


def _lost(p: Person, q: Person, via: str) -> bool:
    """Out of earshot: a shout is not heard, a dead radio at either end is silent, a phone needs two places."""
    if via == "radio":
        return p.radio_dead or q.radio_dead
    return via == "voice" or (via == "phone" and not (p.place and q.place))


def deliver(draft: Draft) -> None:
    """Hand over the messages that are due, in the order in which they were said."""
    due = [m for m in draft.messages if m.deliver_tick <= draft.tick]
    if not due:
        return
    draft.messages = [m for m in draft.messages if m.deliver_tick > draft.tick]
    for m in due:
        for i, p in enumerate(draft.people):
            if p.seat == m.to and not m.lost and p.state in ("fit", "hurt"):
                heard = Heard(
                    p.heard, draft.tick, m.sender, m.kind, m.topic, m.subject, m.value, m.act, m.via
                )
                draft.people[i] = replace(p, inbox=(*p.inbox, heard)[-INBOX:], heard=p.heard + 1)
                draft.event(
                    "told",
                    seat=p.seat,
                    act=m.kind,
                    subject=m.subject,
                    detail=m.topic,
                    to=m.sender,
                    value=m.value,
                )


def order(draft: Draft, rules: Rules, i: int, act: Act) -> None:
    """The order has been spoken."""
    p = draft.people[i]
    say(draft, i, act, "order", ordered=replace(act, to=""))
    draft.event(
        "ordered",
        seat=p.seat,
        act=act.kind,
        subject=act.target,
        detail=act.detail,
        value=act.value,
        to=act.to,
    )


def read_back(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Repeat an order to its author. target: what was ordered; detail: kind of act."""
    p = draft.people[i]
    say(draft, i, replace(act, kind=act.detail), "read_back")
    draft.event("read_back", seat=p.seat, act=act.detail, subject=act.target, to=act.to)


def report(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Tell a seat something. target: topic; detail: subject."""
    p = draft.people[i]
    say(draft, i, act, act.kind)
    draft.event(
        "did", seat=p.seat, act=act.kind, subject=act.target, detail=act.detail, to=act.to, value=act.value
    )


def call(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """A call outside is over: how much of what must be said was said and is true."""
    p = draft.people[i]
    draft.event(
        "did",
        seat=p.seat,
        act="call",
        subject=act.target,
        value=rules.check_words(draft, act.target, act.words),
        by=by,
    )
