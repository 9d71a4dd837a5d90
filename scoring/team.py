"""Team: measures of teamwork, from what was ordered, read back and done. They speak to axis D8, never to marks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from scoring.amounts import FIXED, hundredths, tenths
from scoring.evidence import Evidence
from scoring.rubric import Text
from scoring.timeline import TICKS_PER_S
from sim_core.events import Event

AXIS = "D8"
ONE, HALF = Decimal(1), Decimal("0.5")
ORDERS_NEEDED = 3  # fewer say nothing of a team: training assumption 训练假设
LOOP_S = 30  # an order that is read back later than so is not a closed loop: training assumption 训练假设


@dataclass(frozen=True, slots=True)
class Order:
    """One order. tick: when it had been spoken; read_back, done: ticks, None = never. doer: the seat ordered."""

    tick: int
    author: str
    doer: str
    act: str
    subject: str
    read_back: int | None
    done: int | None


@dataclass(frozen=True, slots=True)
class Team:
    """closed_loop: share of orders read back within LOOP_S, None without orders. outstanding: orders never done.

    to_read_back_s, to_done_s: medians, None without any. overlap: orders to a seat that had two undone ones already.
    repeated: the same deed ordered of two seats. idle_hands: share of time in which a seat does nothing that it was
    ordered to or began itself, by seat. span: how many seats the busiest author ordered about.
    """

    orders: tuple[Order, ...]
    closed_loop: Decimal | None
    outstanding: int
    to_read_back_s: Decimal | None
    to_done_s: Decimal | None
    overlap: int
    repeated: int
    idle_hands: dict[str, Decimal]
    span: int


def team(events: Sequence[Event], seats: Sequence[str], end_tick: int) -> Team:
    """Read the teamwork of a drill off its events."""
    orders = _orders(events)
    return Team(
        orders=orders,
        closed_loop=_share(sum(map(closed, orders)), len(orders)) if orders else None,
        outstanding=sum(o.done is None for o in orders),
        to_read_back_s=_median_s([o.read_back - o.tick for o in orders if o.read_back is not None]),
        to_done_s=_median_s([o.done - o.tick for o in orders if o.done is not None]),
        overlap=sum(_waiting(orders, o) >= 2 for o in orders),
        repeated=sum(_ordered_before(orders, n) for n in range(len(orders))),
        idle_hands={seat: _idle(events, orders, seat, end_tick) for seat in seats},
        span=max((len({o.doer for o in orders if o.author == author}) for author in seats), default=0),
    )


def teamwork(events: Sequence[Event], examined: Collection[str]) -> tuple[Evidence, ...]:
    """What the orders that the examined seats gave show of D8; none where they gave too few.

    Shares: read back in time; carried out; neither heaped on a seat nor given to two; and, of the seats, those that
    were not idle throughout. The last two weigh half.
    """
    seats = sorted({e.seat for e in events if e.kind in ("cue_revealed", "ordered", "did")})
    end_tick = max((e.tick for e in events), default=0)
    seen = team([e for e in events if e.kind != "ordered" or e.seat in examined], seats, end_tick)
    count = len(seen.orders)
    if count < ORDERS_NEEDED or seen.closed_loop is None:
        return ()
    open_loop = next((o.tick for o in seen.orders if not closed(o)), None)
    undone = next((o.tick for o in seen.orders if o.done is None), None)
    clear = max(0, count - seen.overlap - seen.repeated)
    done, used = count - seen.outstanding, sum(share < 1 for share in seen.idle_hands.values())
    return (
        _piece("team_loop", Text("命令闭环", "orders read back in time"), seen.closed_loop, ONE, open_loop),
        _piece("team_done", Text("命令落实", "orders carried out"), _share(done, count), ONE, undone),
        _piece("team_clear", Text("命令不堆积不重复", "orders not heaped nor doubled"), _share(clear, count), HALF),
        _piece("team_hands", Text("各席位均有任务", "no seat left without a task"), _share(used, len(seats)), HALF),
    )


def closed(order: Order) -> bool:
    """Whether an order was read back in time."""
    return order.read_back is not None and order.read_back - order.tick <= LOOP_S * TICKS_PER_S


def _piece(name: str, text: Text, value: Decimal, weight: Decimal, tick: int | None = None) -> Evidence:
    return Evidence(name, text, ((AXIS, weight),), value, tick, None)


def _orders(events: Sequence[Event]) -> tuple[Order, ...]:
    """Each order with the first read-back and the first deed of its doer that answer it; neither answers twice."""
    taken: set[int] = set()
    found = []
    for n, event in enumerate(events):
        if event.kind != "ordered":
            continue
        back = _answer(events, n, taken, "read_back", event)
        deed = _answer(events, n, taken, "did", event)
        found.append(
            Order(
                event.tick,
                event.seat,
                event.to,
                event.act,
                event.subject,
                None if back is None else events[back].tick,
                None if deed is None else events[deed].tick,
            )
        )
    return tuple(found)


def _answer(events: Sequence[Event], after: int, taken: set[int], kind: str, order: Event) -> int | None:
    for n in range(after + 1, len(events)):
        event = events[n]
        if n in taken or event.kind != kind or event.seat != order.to or event.act != order.act:
            continue
        if event.subject not in ("", order.subject) and order.act not in ("measure", "watch"):
            continue
        taken.add(n)
        return n
    return None


def _waiting(orders: Sequence[Order], order: Order) -> int:
    """How many earlier orders the doer still had to do when this one came."""
    return sum(
        o.doer == order.doer and o.tick < order.tick and (o.done is None or o.done > order.tick) for o in orders
    )


def _ordered_before(orders: Sequence[Order], n: int) -> bool:
    """Whether the same deed had been ordered of another seat before, and was still to be done."""
    mine = orders[n]
    return any(
        (o.act, o.subject) == (mine.act, mine.subject)
        and o.doer != mine.doer
        and (o.done is None or o.done > mine.tick)
        for o in orders[:n]
    )


def _idle(events: Sequence[Event], orders: Sequence[Order], seat: str, end_tick: int) -> Decimal:
    """Share of the drill outside every span from an order to its deed, and outside the ten seconds before a deed."""
    busy = [(o.tick, end_tick if o.done is None else o.done) for o in orders if o.doer == seat]
    busy += [
        (max(0, e.tick - 10 * TICKS_PER_S), e.tick) for e in events if e.kind in ("did", "ordered") and e.seat == seat
    ]
    covered, reached = 0, 0
    for start, end in sorted(busy):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return _share(max(0, end_tick - covered), end_tick) if end_tick else Decimal(0)


def _share(part: int, whole: int) -> Decimal:
    return hundredths(FIXED.divide(Decimal(part), Decimal(whole)))


def _median_s(ticks: Sequence[int]) -> Decimal | None:
    if not ticks:
        return None
    return tenths(FIXED.divide(Decimal(median_low(ticks)), Decimal(TICKS_PER_S)))
