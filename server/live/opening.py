"""Opening: a new drill: its keys, the commitment to its draw, its first row, what the catalogue knows of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from scenarios.hidden import ANY, Terms
from scenarios.model import Scenario
from scenarios.sealing import commitment
from server.catalogue import drills, seats
from server.live.vault import put_away
from server.meta import policy_hash
from server.rooms.rows import Opened
from server.surroundings import Surroundings
from sim_core.chance import DrillKeys, keys_of

ID_BYTES, KEY_BYTES, NONCE_BYTES = 8, 32, 32
Mode = Literal["training", "exam", "week"]
Prepare = Callable[[Connection, str], None]
Holder = Literal["person", "bot"]


@dataclass(frozen=True, slots=True)
class Wish:
    """A drill as it is asked for. people: seats that a person or a bot holds; colleagues take the others.
    candidate: pseudonymous number, "" = none; candidates: of single seats, where they differ from it. by: account.
    speed: times real time, 0 = as fast as it goes. terms: what the draw is bound to. tutored: whether the tutor
    speaks."""

    scenario: Scenario
    mode: Mode
    people: Mapping[str, Holder]
    candidate: str = ""
    by: str = ""
    policy: str = ""
    speed: float = 1.0
    candidates: Mapping[str, str] = field(default_factory=dict)
    terms: Terms = ANY
    tutored: bool = False


def open_drill(
    db: Connection,
    wish: Wish,
    vault: bytes,
    surroundings: Surroundings,
    keys: DrillKeys | None = None,
    prepare: Prepare | None = None,
) -> Opened:
    """Note a new drill in the catalogue, and give the first row of its log. keys: None = drawn by chance.

    prepare: called with the drill's id in the same transaction, for what must be there from the start.
    """
    entropy, now = surroundings.entropy, surroundings.now()
    drill = entropy(ID_BYTES).hex()
    keys = keys or keys_of(entropy(KEY_BYTES))
    nonce = entropy(NONCE_BYTES).hex()
    opened = Opened(
        drill=drill,
        scenario=wish.scenario.canonical,
        mode=wish.mode,
        people=dict(wish.people),
        keys=put_away(keys, drill, vault, entropy),
        nonce=nonce,
        commitment=commitment(keys.hidden.hex(), wish.scenario.hash, nonce, wish.terms),
        policy=wish.policy,
        opened_at=now.isoformat(timespec="seconds"),
        speed=wish.speed,
        stratum=wish.terms.stratum,
        false_alarm=wish.terms.false_alarm,
        tutored=wish.tutored,
    )
    note(db, opened, wish, now)
    if prepare is not None:
        prepare(db, drill)
    return opened


def note(db: Connection, opened: Opened, wish: Wish, now: datetime) -> None:
    """Put a drill and its seats into the catalogue."""
    drills.add(
        db,
        drills.DrillRow(
            id=opened.drill,
            scenario_id=wish.scenario.id,
            scenario_hash=wish.scenario.hash,
            mode=wish.mode,
            created_at=now,
            parent=opened.parent or None,
            parent_tick=opened.parent_tick if opened.parent else None,
            commitment=opened.commitment,
            policy_hash=policy_hash(wish.scenario),
            candidate=wish.candidate,
            created_by=wish.by,
        ),
    )
    for role in wish.scenario.roles:
        holder = wish.people.get(role.seat, "colleague")
        candidate = wish.candidates.get(role.seat, wish.candidate) if holder != "colleague" else ""
        seats.add(db, opened.drill, role.seat, holder, candidate)
