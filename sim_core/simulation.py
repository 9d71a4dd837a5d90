"""Simulation: a drill being run: a world, its rules, the chain of digests. Stepping and jumping give equal digests."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xxhash import xxh3_128_digest

from sim_core.acts import SeatAct
from sim_core.events import Event
from sim_core.pack import pack
from sim_core.rules import Rules
from sim_core.schedule import CYCLE
from sim_core.step import next_due, step
from sim_core.world import World

START = b"\0" * 16


def link(chain: bytes, world: World) -> bytes:
    """The next digest of a chain: xxh3-128 over the digest before and the packed state."""
    return xxh3_128_digest(chain + pack(world))


@dataclass(frozen=True, slots=True)
class Point:
    """A drill at one tick: enough to go on from. chain: digest of all before."""

    world: World
    chain: bytes = START


def advance(point: Point, rules: Rules, acts: Sequence[SeatAct] = ()) -> tuple[Point, tuple[Event, ...]]:
    """Work exactly one tick, and take the digest if it is due (every 20th tick and at the end)."""
    tick, ended = point.world.tick, point.world.ended
    world, events = step(point.world, rules, acts)
    due = tick % CYCLE == 0 or (world.ended and not ended)
    return Point(world, link(point.chain, world) if due else point.chain), events


def jump(point: Point, rules: Rules, limit_tick: int) -> Point:
    """Skip the quiet ticks: to the next tick at which anything is due, but not beyond limit_tick."""
    if point.world.ended:
        return point
    tick = min(next_due(point.world, rules), limit_tick)
    return point if tick <= point.world.tick else Point(replace(point.world, tick=tick), point.chain)
