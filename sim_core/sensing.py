"""Sensing: the panel's readings and alarms, and the first time that a seat perceives a cue."""

from dataclasses import replace

from sim_core.cues import holds
from sim_core.draft import Draft
from sim_core.observation import Observation, displayed
from sim_core.rules import Rules
from sim_core.world import Gauge, Message, Panel, Person

PLAN = "plan"  # the plant's warning system, which brings up plan cards
DEADBAND = 0.1  # an alarm clears a tenth below its limit, so that it does not chatter (ISA-18.2)


def show(draft: Draft, rules: Rules, values: list[float]) -> None:
    """Put values (aligned with `site.instruments`) on the panel: display steps, stillness, alarms.

    An alarm is raised when its limit is reached, and once cleared or reset it comes again only from below.
    """
    panel, instruments = draft.panel, rules.site.instruments
    readings, moved, alarms = list(panel.readings), list(panel.moved_tick), list(panel.alarms)
    horn = panel.horn
    for i, n in enumerate(instruments):
        shown = displayed(values[i], n.resolution)
        if shown != readings[i]:
            moved[i] = draft.tick
        limit = n.high or n.high_high
        if limit and not alarms[i] and shown >= limit > readings[i]:
            alarms[i] = 1
            horn = True
            draft.event("alarm", subject=n.tag, detail="raised", value=shown)
        elif n.high and n.high_high and shown >= n.high_high > readings[i]:
            alarms[i] = 1
            horn = True
            draft.event("alarm", subject=n.tag, detail="high_high", value=shown)
        elif limit and alarms[i] and shown < limit * (1.0 - DEADBAND):
            alarms[i] = 0
            draft.event("alarm", subject=n.tag, detail="cleared", value=shown)
        readings[i] = shown
    draft.panel = Panel(tuple(readings), tuple(moved), tuple(alarms), horn)


def reveal(draft: Draft, rules: Rules, i: int, seen: Observation) -> None:
    """Cues that this seat perceives for the first time. Response times start here."""
    p = draft.people[i]
    fresh = [
        n
        for n, cue in enumerate(rules.cues)
        if p.cues[n] < 0 and any(holds(c, seen, rules.site) for c in cue.any)
    ]
    if not fresh:
        return
    cues = list(p.cues)
    for n in fresh:
        cues[n] = draft.tick
        draft.event("cue_revealed", seat=p.seat, subject=rules.cues[n].id)
    draft.people[i] = replace(p, cues=tuple(cues))
    known = {card for n, cue in enumerate(rules.cues) if p.cues[n] >= 0 for card in cue.cards}
    for card in dict.fromkeys(card for n in fresh for card in rules.cues[n].cards if card not in known):
        seat, _, name = card.partition("/")
        if seat == p.seat:
            draft.messages.append(Message(draft.tick + 1, PLAN, seat, "card", name, via="screen"))


def cell(p: Person, channel: str, true: float, tick: int) -> float:
    """What a cell of somebody's portable detector makes of the truth."""
    if p.spurious is not None and p.spurious[0] == channel and lies(p.spurious[1], tick):
        return p.spurious[1].held
    return 0.0 if channel in p.dead_cells else true


def lies(gauge: Gauge, tick: int) -> bool:
    """Whether an instrument shows what is not so."""
    return gauge.fault == "spurious" and tick >= gauge.fault_tick
