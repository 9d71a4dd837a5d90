"""Perceiving: what a tick brings to each audience, as events."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from clients.protocol.messages import Declined, Happened, Message
from server.views import trainee
from sim_core.events import Event
from sim_core.observation import observe
from sim_core.site import Site
from sim_core.world import World

Make = Callable[[int], Message]


def perceived(
    timeline: str, before: World, after: World, site: Site, i: int, events: Sequence[Event]
) -> Iterator[Make]:
    """What is new to the seat at position i of `people`: refusals of its own acts, messages heard, things found out.

    Whether there is anything is seen from the person; what it is, from the observation alone.
    """
    was, now = before.people[i], after.people[i]
    for event in events:
        if event.kind == "refused" and event.seat == now.seat and event.by in ("", now.seat):
            yield partial(_declined, timeline, event)
    if now.inbox is not was.inbox or now.notes is not was.notes:
        yield from trainee.tidings(timeline, observe(after, site, i), was.heard, before.tick)


def _declined(timeline: str, event: Event, number: int) -> Message:
    return Declined(
        timeline=timeline, event=number, tick=event.tick, act=event.act, target=event.subject, word=event.detail
    )


def happened(timeline: str, event: Event) -> Make:
    """An event as staff are told it."""

    def make(number: int) -> Message:
        return Happened(
            timeline=timeline,
            event=number,
            tick=event.tick,
            kind=event.kind,
            seat=event.seat,
            act=event.act,
            subject=event.subject,
            detail=event.detail,
            value=event.value,
            to=event.to,
            by=event.by,
        )

    return make
