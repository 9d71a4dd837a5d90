"""Play: one drill headless, a policy in the commander's seat, as fast as it goes. No files, no clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scenarios.drill import Drill
from scenarios.policy import Memory, Policy, decide
from sim_core.acts import SeatAct
from sim_core.events import Event
from sim_core.observation import observe
from sim_core.simulation import Point, advance, jump

COMMANDER = "IC"
LOOK_TICKS, LOOK_PHASE = 10, 6  # twice a second, when no seat's senses and no digest are due

Follower = Callable[[Point, Sequence[SeatAct], Point, Sequence[Event]], None]


@dataclass(frozen=True, slots=True)
class Played:
    """A drill that is over: its last point and all that happened."""

    point: Point
    events: tuple[Event, ...]


def play(drill: Drill, policy: Policy, *followers: Follower) -> Played:
    """Run the drill to its end. followers: called for each tick worked with (before, acts, after, events)."""
    point, rules = drill.point, drill.rules
    seat = [p.seat for p in point.world.people].index(COMMANDER)
    memory, seq, told = Memory(), 0, list[Event]()
    while not point.world.ended:
        tick = point.world.tick
        acts: tuple[SeatAct, ...] = ()
        if tick % LOOK_TICKS == LOOK_PHASE:
            wanted, memory = decide(policy, observe(point.world, rules.site, seat), memory, rules.site)
            acts = tuple(SeatAct(COMMANDER, seq + n, act, tick) for n, act in enumerate(wanted))
            seq += len(acts)
        after, events = advance(point, rules, acts)
        told += events
        for follow in followers:
            follow(point, acts, after, events)
        point = jump(after, rules, _next_look(after.world.tick))
    return Played(point, tuple(told))


def _next_look(tick: int) -> int:
    return tick + (LOOK_PHASE - tick) % LOOK_TICKS
