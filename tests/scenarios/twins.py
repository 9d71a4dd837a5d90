"""Twin drills for the proof of blindness: one world key, one hidden parameter changed, every seat compared."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scenarios.drill import Drill, build
from scenarios.hidden import draw
from scenarios.model import Choice, Hidden, Mixture, Scenario, Subset
from scenarios.policy import Memory, Policy, decide
from sim_core.acts import SeatAct
from sim_core.observation import Observation, flatten, observe
from sim_core.pack import pack
from sim_core.sensing import PLAN
from sim_core.simulation import advance, jump
from sim_core.site import Site
from sim_core.world import World

HIDDEN_KEY, WORLD_KEY = b"\x01" * 32, b"\x02" * 32
LOOK_EVERY = 10
Value = float | str
See = Callable[[World, Site, int], Observation]


@dataclass(frozen=True)
class Leak:
    """Where a seat's observation first differed from its twin's, though nothing had told that seat."""

    parameter: str
    seat: str
    tick: int
    fields: tuple[str, ...]


def pairs(hidden: Hidden) -> tuple[tuple[Value, Value], ...]:
    """Values to hold against each other: the ends of a range, or the normal option against every other."""
    r = hidden.range
    if isinstance(r, Choice):
        return tuple((r.options[0], other) for other in r.options[1:])
    if isinstance(r, Subset):
        return tuple((r.members[i], r.members[i + 1]) for i in range(0, len(r.members) - 1, 2))
    if isinstance(r, Mixture):
        return ((r.parts[0].low, r.parts[-1].high), (r.parts[0].high, r.parts[-1].low))
    return ((r.low, r.high),)


def apart(hidden: Hidden, value: Value) -> Value:
    """Another value, as far from a drawn one as the range goes; of options the commonest other one."""
    r = hidden.range
    if isinstance(r, Choice):
        others = [(weight, option) for weight, option in zip(r.weights, r.options, strict=True) if option != value]
        return max(others, key=lambda pair: pair[0])[1]
    if isinstance(r, Subset):
        return next(m for m in r.members if m != value)
    low, high = (r.parts[0].low, r.parts[-1].high) if isinstance(r, Mixture) else (r.low, r.high)
    return low if float(value) - low > high - float(value) else high


def looks(drill: Drill, policy: Policy, see: See) -> Iterator[tuple[int, list[Observation]]]:
    """What every seat observes, every LOOK_EVERY ticks to the end, with the policy in the commander's seat."""
    point, rules, memory, seq = drill.point, drill.rules, Memory(), 0
    seats = [p.seat for p in point.world.people]
    for tick in range(0, rules.limit_tick, LOOK_EVERY):
        while point.world.tick < tick and not point.world.ended:
            point, _ = advance(point, rules)
            point = jump(point, rules, tick)
        if point.world.ended:
            return
        seen = [see(point.world, rules.site, i) for i in range(len(seats))]
        yield tick, seen
        acts, memory = decide(policy, seen[seats.index("IC")], memory, rules.site)
        stamped = [SeatAct("IC", seq + n, act) for n, act in enumerate(acts)]
        seq += len(stamped)
        point, _ = advance(point, rules, stamped)


def leaks(
    scenario: Scenario, hidden: Hidden, values: tuple[Value, Value], policy: Policy, see: See = observe
) -> tuple[Leak, ...]:
    """Compare twins until every seat has rightly parted or the drill is over; byte for byte, then field by field.

    A seat may part from its twin only by a field that the parameter declares, by a message from a seat that has
    parted before, or by what others who have parted are seen or heard to do.
    """
    first, second = (build(scenario, HIDDEN_KEY, WORLD_KEY, hidden={hidden.id: v}) for v in values)
    return compared(scenario, hidden, policy, looks(first, policy, see), looks(second, policy, see))


def leaks_beside(scenario: Scenario, hidden: Hidden, policy: Policy) -> tuple[Leak, ...]:
    """Compare the drill as drawn, which is run once for all parameters, with one whose parameter lies far from it."""
    drawn = draw(scenario, HIDDEN_KEY)[hidden.id]
    key = (scenario.id, scenario.duration_s, policy.id)
    if key not in AS_DRAWN:
        while len(AS_DRAWN) >= KEPT:
            del AS_DRAWN[next(iter(AS_DRAWN))]
        AS_DRAWN[key] = list(looks(build(scenario, HIDDEN_KEY, WORLD_KEY), policy, observe))
    twin = build(scenario, HIDDEN_KEY, WORLD_KEY, hidden={hidden.id: apart(hidden, drawn)})
    return compared(scenario, hidden, policy, AS_DRAWN[key], looks(twin, policy, observe))


Looks = Iterable[tuple[int, list[Observation]]]
CARD = "inbox.plan."  # a plan card follows a cue of the seat's own: it tells no more than what it came with
KEPT = 2  # drills as drawn: a scenario's, with either policy
AS_DRAWN: dict[tuple[str, float, str], list[tuple[int, list[Observation]]]] = {}


def compared(scenario: Scenario, hidden: Hidden, policy: Policy, ours: Looks, others: Looks) -> tuple[Leak, ...]:
    """What differs between two drills before it may, seat by seat."""
    parted: list[str] = []
    found: list[Leak] = []
    for (tick, left), (_, right) in zip(ours, others, strict=False):
        fresh = []
        for one, other in zip(left, right, strict=True):
            if one.seat in parted or pack(one) == pack(other):
                continue
            fresh.append(one.seat)
            a, b = flatten(one, scenario.site), flatten(other, scenario.site)
            fallen = fallen_out(one, other)
            differing = sorted(k for k in a.keys() | b.keys() if a.get(k) != b.get(k) and k not in fallen)
            told = [f for f in differing if not f.startswith(CARD)] or differing
            wrong = [f for f in told if not _allowed(f, hidden, parted, not policy.steps)]
            if wrong or not differing:
                found.append(Leak(hidden.id, one.seat, tick, tuple(wrong)))
        parted += fresh
        if len(parted) == len(scenario.roles):
            break
    return tuple(found)


def fallen_out(one: Observation, other: Observation) -> set[str]:
    """Old messages that a full inbox of one of the twins has already let go for newer ones: they tell nothing."""
    oldest = max((m.number for seen in (one, other) for m in seen.inbox[:1]), default=0)
    return {f"inbox.{m.sender}.{m.number}" for seen in (one, other) for m in seen.inbox if m.number < oldest}


def _allowed(field: str, hidden: Hidden, parted: list[str], idle: bool) -> bool:
    """Declared; or said by one who has parted; or the deed of one who has parted (with orders: its consequences)."""
    if any(field == p or (p.endswith("*") and field.startswith(p[:-1])) for p in hidden.fields):
        return True
    if field.startswith("inbox."):
        sender = field.split(".")[1]
        ordered = bool(parted) and not idle  # a plan card comes with a cue: the siren that one who has parted sounded
        return sender in parted or (sender == PLAN and ordered)
    if idle:
        return field.startswith("seen.person.") and field.split(".")[2] in parted
    return (bool(parted) and not field.startswith("body.")) or field in DEEDS_ON_ONESELF


DEEDS_ON_ONESELF = ("body.doing", "body.moving", "body.place", "body.x_m", "body.y_m", "body.worn", "body.air_min")
