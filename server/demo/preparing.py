"""Preparing: the accounts of a demonstration and its drill, written before the server starts: a route takes no seed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from scenarios.model import Scenario
from server.access.passwords import Passwords
from server.access.roles import Role
from server.access.tokens import new_token
from server.catalogue import accounts, seats
from server.catalogue.base import new_id
from server.house import House
from server.live.opening import Wish, open_drill
from server.panel.life import Seated, open_panel
from server.rooms.rows import kind_of, write
from server.store.log import LogStore, Row
from sim_core.chance import DrillKeys

COMMANDER = "IC"
EXAMINERS = ("examiner-1", "examiner-2", "examiner-3")
CREW: dict[str, Role] = {
    "director": Role.DIRECTOR,
    **dict.fromkeys(EXAMINERS, Role.EXAMINER),
    "chief": Role.CHIEF,
    "auditor": Role.AUDITOR,
    "admin": Role.ADMIN,
}
CODE_LIFETIME = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the players need. passwords: by account name. code: of the commander's seat."""

    drill: str
    passwords: dict[str, str]
    code: str


def prepare(house: House, store: LogStore, scenario: Scenario, keys: DrillKeys, policy: str, speed: float) -> Prepared:
    """Make the crew and one exam drill with these keys. speed: times real time, 0 = as fast as it goes."""
    passwords = {name: new_token(lambda _: house.surroundings.entropy(12)) for name in CREW}
    hashing = Passwords(house.surroundings.entropy)
    hashes = {name: hashing.hash(password) for name, password in passwords.items()}
    wish = Wish(scenario, "exam", {COMMANDER: "bot"}, "0001", "demo", policy, speed)
    entropy, now = house.surroundings.entropy, house.surroundings.now()
    with house.catalogue.begin() as db:
        ids = _crew(db, hashes, house)
        opened = open_drill(db, wish, house.vault, house.surroundings, keys, _convene(house, scenario, ids))
        code = seats.issue_code(
            db, opened.drill, COMMANDER, pepper=house.pepper, entropy=entropy, now=now, lifetime=CODE_LIFETIME
        )
    store.append([Row(opened.drill, kind_of(opened), 0, write(opened))])
    return Prepared(opened.drill, passwords, code)


def _crew(db: Connection, hashes: dict[str, str], house: House) -> dict[str, str]:
    """The ids of the crew's accounts; those that are there from an earlier demonstration get a new password."""
    known = {account.name: account.id for account in accounts.list_(db)}
    now, ids = house.surroundings.now(), {}
    for name, role in CREW.items():
        if name in known:
            ids[name] = known[name]
            accounts.change(db, known[name], now, role=role, disabled=False, password_hash=hashes[name])
        else:
            ids[name] = new_id(house.surroundings.entropy)
            accounts.add(db, ids[name], name, role, hashes[name], now)
    return ids


def _convene(house: House, scenario: Scenario, ids: dict[str, str]) -> Callable[[Connection, str], None]:
    def convene(db: Connection, drill: str) -> None:
        members = [Seated(ids[name], external=name == EXAMINERS[0], declared=True) for name in EXAMINERS]
        open_panel(db, drill, scenario.rubric, members, house.surroundings.now())

    return convene
