"""Branching: a training drill left at a tick: a new drill with the same past, keys and draw, frozen there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenarios.reader import from_canonical
from server.house import House
from server.live.opening import ID_BYTES, Wish
from server.live.sealing import NEEDED, Course, read_course
from server.live.vault import put_away
from server.rooms.rows import ActRow, KeyRow, Opened, TickRow, kind_of, read, write
from server.store.log import LogStore, Row
from sim_core.pack import pack
from sim_core.record.reexecute import course
from sim_core.simulation import Point, jump


@dataclass(frozen=True, slots=True)
class Branch:
    """A drill to be put on the air: what the catalogue is told, and the rows of its log, its key last."""

    wish: Wish
    opened: Opened
    key: KeyRow
    rows: tuple[Row, ...]


def branch_wish(
    house: House, store: LogStore, parent: str, tick: int, by: str, candidates: Mapping[str, str]
) -> Branch | None:
    """Work out the branch of a drill at a tick; None if it has not come so far. LookupError: no such log."""
    stored = [(row.kind, row.payload) for row in store.read(parent, kinds=NEEDED)]
    if not stored:
        raise LookupError(parent)
    found = read_course(stored, house.vault)
    if tick > max(found.digests, default=0):
        return None
    point = _point_at(found, tick)
    opened = _opened(house, found, tick, point)
    past = list(_past(stored, tick))
    key = _key(opened, point, past)
    rows = [Row(opened.drill, kind_of(each), 0, write(each)) for each in (opened, *past)]
    rows.append(Row(opened.drill, "key", tick, write(key)))
    scenario = from_canonical(found.opened.scenario)
    wish = Wish(
        scenario,
        "training",
        dict.fromkeys(opened.people, "person"),
        by=by,
        policy=opened.policy,
        candidates=candidates,
    )
    return Branch(wish, opened, key, tuple(rows))


def _point_at(found: Course, tick: int) -> Point:
    point = found.drill.point
    for moment in course(point, found.drill.rules, found.acts, tick):
        point = moment.after
    return jump(point, found.drill.rules, tick)


def _opened(house: House, found: Course, tick: int, point: Point) -> Opened:
    entropy = house.surroundings.entropy
    drill = entropy(ID_BYTES).hex()
    parent = found.opened
    return Opened(
        drill=drill,
        scenario=parent.scenario,
        mode="training",
        people=dict(parent.people),
        keys=put_away(found.keys, drill, house.vault, entropy),
        nonce=parent.nonce,
        commitment=parent.commitment,
        policy=parent.policy,
        opened_at=house.surroundings.now().isoformat(timespec="seconds"),
        parent=parent.drill,
        parent_tick=tick,
        parent_digest=point.chain,
        stratum=parent.stratum,
        false_alarm=parent.false_alarm,
        tutored=parent.tutored,
    )


def _past(stored: list[tuple[str, bytes]], tick: int) -> Iterator[ActRow | TickRow]:
    """The acts and digests up to the tick. The events were told on another timeline and are left out."""
    rows = [read(kind, payload) for kind, payload in stored]
    done = {act for row in rows if isinstance(row, TickRow) and row.tick < tick for act in row.acts}
    for row in rows:
        if isinstance(row, ActRow) and (row.seat, row.seq) in done:
            yield row
        elif isinstance(row, TickRow) and row.tick < tick:
            yield TickRow(row.tick, row.acts, row.chain, {})


def _key(opened: Opened, point: Point, past: list[ActRow | TickRow]) -> KeyRow:
    seqs: dict[str, int] = {}
    for row in past:
        if isinstance(row, ActRow):
            seqs[row.seat] = max(row.seq, seqs.get(row.seat, 0))
    lived = seqs.get("@staff", 0)
    return KeyRow(pack(point), {}, seqs, (), lived, "frozen", 1.0, dict(opened.people))
