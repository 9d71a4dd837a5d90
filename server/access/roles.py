"""Roles of accounts and what each may do. A trainee has no account: the token of a seat opens that seat alone."""

from enum import StrEnum

from sim_core.text import Text


class Role(StrEnum):
    """What an account is for."""

    ADMIN = "admin"
    DIRECTOR = "director"
    EXAMINER = "examiner"
    CHIEF = "chief"
    MEDIC = "medic"
    AUDITOR = "auditor"


ROLE_TEXTS: dict[Role, Text] = {
    Role.ADMIN: Text("管理员", "administrator"),
    Role.DIRECTOR: Text("导演", "director"),
    Role.EXAMINER: Text("考官", "examiner"),
    Role.CHIEF: Text("主考", "chief examiner"),
    Role.MEDIC: Text("医护", "medic"),
    Role.AUDITOR: Text("监督员", "auditor"),
}

EVERYONE = frozenset(Role)
# What a staff socket of each role sees and may send.
SOCKET_CLASSES: dict[Role, str] = {
    Role.ADMIN: "director",
    Role.DIRECTOR: "director",
    Role.EXAMINER: "examiner",
    Role.CHIEF: "examiner",
    Role.MEDIC: "observer",
    Role.AUDITOR: "observer",
}

# action -> roles that may do it. An action that is not here does not exist.
PERMITS: dict[str, frozenset[Role]] = {
    "session.own": EVERYONE,
    "accounts.read": frozenset({Role.ADMIN, Role.DIRECTOR}),
    "accounts.change": frozenset({Role.ADMIN}),
    "drills.read": EVERYONE,
    "drills.change": frozenset({Role.ADMIN, Role.DIRECTOR}),
    "seats.issue": frozenset({Role.ADMIN, Role.DIRECTOR}),
    "record.read": frozenset({Role.ADMIN, Role.DIRECTOR, Role.EXAMINER, Role.CHIEF, Role.AUDITOR}),
    "panel.read": frozenset({Role.ADMIN, Role.DIRECTOR, Role.EXAMINER, Role.CHIEF, Role.AUDITOR}),
    "sheet.own": frozenset({Role.EXAMINER}),
    "sheet.versions": frozenset({Role.EXAMINER, Role.CHIEF, Role.AUDITOR}),
    "watching.read": frozenset({Role.DIRECTOR, Role.EXAMINER, Role.CHIEF}),
    "bookmarks.own": frozenset({Role.DIRECTOR, Role.EXAMINER, Role.CHIEF}),
    "panel.adjudicate": frozenset({Role.CHIEF}),
    "result.read": frozenset({Role.ADMIN, Role.EXAMINER, Role.CHIEF, Role.AUDITOR}),
    "outbox.read": frozenset({Role.ADMIN}),
    "outbox.retry": frozenset({Role.ADMIN}),
    "metrics.read": frozenset({Role.ADMIN}),
    "vitals.read": EVERYONE,
    "cases.read": EVERYONE,
    "values.read": EVERYONE,
    "values.sign": frozenset({Role.ADMIN, Role.CHIEF}),
    "settings.read": EVERYONE,
    "settings.change": frozenset({Role.ADMIN}),
    "network.read": frozenset({Role.ADMIN, Role.DIRECTOR}),
    "seating.change": frozenset({Role.ADMIN, Role.DIRECTOR}),
    # An examiner knows a candidate by number alone, so the class list is not for him.
    "trainees.read": frozenset({Role.ADMIN, Role.DIRECTOR, Role.MEDIC}),
    "trainees.change": frozenset({Role.ADMIN, Role.DIRECTOR}),
    "headsets.use": frozenset({Role.ADMIN, Role.DIRECTOR, Role.MEDIC}),
    "headsets.change": frozenset({Role.ADMIN, Role.DIRECTOR}),
}
