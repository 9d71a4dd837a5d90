"""Step: the one mutation. `step(world, rules, acts)` works `world.tick` and gives the world of the next tick.

Within a tick, in this order: acts (by a keyed order of seats, then seq), whatever ends at this tick (walks, hands,
strokes, messages), phenomena that are due, senses and colleagues that are due, the limit of the drill.
"""

from collections.abc import Sequence
from dataclasses import replace

from sim_core.acts import SeatAct
from sim_core.direction import STAFF, direct
from sim_core.draft import Draft
from sim_core.events import Event
from sim_core.observation import observe
from sim_core.people import colleague, doing, talking, walking
from sim_core.people.doing import perform
from sim_core.plant import devices
from sim_core.rules import Rules
from sim_core.schedule import CYCLE, SENSE_PHASES
from sim_core.sensing import reveal
from sim_core.world import World

NEVER = 1 << 62


def step(world: World, rules: Rules, acts: Sequence[SeatAct] = ()) -> tuple[World, tuple[Event, ...]]:
    """Work one tick."""
    periodic = rules.waits[world.tick % CYCLE] == 0
    if world.ended or not (acts or periodic or next_due(world, rules) <= world.tick):
        return replace(world, tick=world.tick + 1), ()
    draft = Draft(world)
    seats = [p.seat for p in draft.people]
    for a in _ordered(draft, rules, acts):
        if a.seat == STAFF:
            direct(draft, a.act)
        elif a.seat in seats:
            perform(draft, rules, seats.index(a.seat), a.act)
    doing.finish(draft, rules)
    devices.settle(draft, rules)
    _move_others(draft, rules)
    talking.deliver(draft)
    phase = draft.tick % CYCLE
    for phenomenon in rules.phenomena:
        if draft.tick % phenomenon.period == phenomenon.phase:
            phenomenon.work(draft, rules)
    if phase in SENSE_PHASES:
        _sense(draft, rules, SENSE_PHASES.index(phase))
    if draft.tick + 1 >= rules.limit_tick and not draft.ended:
        draft.ended = "time"
    if draft.ended:
        rules.close(draft)
        draft.event("ended", detail=draft.ended)
    return draft.world(world.tick + 1), tuple(draft.events)


def next_due(world: World, rules: Rules) -> int:
    """The first tick >= world.tick at which anything happens by itself."""
    if world.ended:
        return NEVER
    tick = world.tick
    ends = [tick + rules.waits[tick % CYCLE], rules.limit_tick - 1]
    ends += [m.deliver_tick for m in world.messages]
    for p in world.people:
        if p.until_tick:
            ends.append(p.until_tick)
        if p.doing is not None:
            ends.append(p.doing.until_tick)
    ends += [s.until_tick for s in world.devices if s.until_tick]
    ends += [c.until_tick for c in world.crowds if c.until_tick]
    ends += [v.until_tick for v in world.vehicles if v.until_tick]
    ends += [v.start_tick for v in world.vehicles if v.start_tick >= tick]
    return max(min(ends), tick)


def _ordered(draft: Draft, rules: Rules, acts: Sequence[SeatAct]) -> list[SeatAct]:
    """By a keyed hash of (tick, seat), so that nobody's name or line wins; a seat's own acts by seq.

    A seq that a seat uses twice is one act: the same one is kept whatever came first.
    """
    if len(acts) < 2:
        return list(acts)
    rank = {a.seat: rules.chance.bits("order." + a.seat, 0, draft.tick) for a in acts}
    ordered = sorted(acts, key=lambda a: (rank[a.seat], a.seat, a.seq, repr(a.act)))
    return list({(a.seat, a.seq): a for a in reversed(ordered)}.values())[::-1]


def _move_others(draft: Draft, rules: Rules) -> None:
    """Crowds and vehicles whose leg ends or begins now."""
    for i, c in enumerate(draft.crowds):
        if c.until_tick and c.until_tick <= draft.tick:
            draft.crowds[i] = walking.arrive_crowd(c, rules.site, draft.tick)
    for i, v in enumerate(draft.vehicles):
        if (v.until_tick and v.until_tick <= draft.tick) or v.start_tick == draft.tick:
            draft.vehicles[i] = walking.drive_on(v, draft.tick)


def _sense(draft: Draft, rules: Rules, i: int) -> None:
    """One seat's turn to look: cues are revealed, a colleague thinks."""
    if i >= len(draft.people):
        return
    seen = observe(draft, rules.site, i)
    before = draft.people[i].cues
    reveal(draft, rules, i, seen)
    after = draft.people[i].cues
    if draft.people[i].colleague:
        if after is not before:
            fresh = [n for n, t in enumerate(after) if t >= 0 and before[n] < 0]
            colleague.notice(draft, rules, i, fresh)
        colleague.think(draft, rules, i, seen)
