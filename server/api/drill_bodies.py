"""Drill bodies: what the routes of drills take and give."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from server.api.bodies import Both

Word = Annotated[str, Field(max_length=64)]
# As on a class list (`server.trainees.class_list.NUMBER`): a drill knows numbers, never names.
Number = Annotated[str, Field(max_length=32, pattern=r"^([0-9A-Za-z][0-9A-Za-z._/-]*)?$")]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ExaminerIn(_In):
    """A member of the panel. external: from outside the base. declared: has declared no conflict of interest."""

    account: Annotated[str, Field(max_length=64)]
    external: bool = False
    declared: bool = False


class NewDrill(_In):
    """A drill to be opened. people: seats that people (or bots) hold; colleagues take the others. candidate: the
    pseudonymous number; candidates: of single seats, where they differ from it. examiners: of an exam, as many as the
    panel has. stratum: difficulty L1 to L5 that the draw is bound to, 0 = none. false_alarm: whether the alarm of a
    training drill may be false; in the share of draws that the scenario says. Nothing else here bears on the draw.
    tutored: whether the tutor speaks in a training drill."""

    scenario: Annotated[str, Field(max_length=64)]
    mode: Literal["training", "exam"] = "training"
    people: dict[str, Literal["person", "bot"]] = Field(default={"IC": "person"}, max_length=16)
    candidate: Number = ""
    candidates: dict[str, Number] = Field(default={}, max_length=16)
    examiners: Annotated[list[ExaminerIn], Field(max_length=9)] = []
    stratum: Annotated[int, Field(ge=0, le=5)] = 0
    false_alarm: Literal["never", "may"] = "never"
    tutored: bool = False


class Direction(_In):
    """What staff do: brief, start, freeze, resume, speed, inject, takeover, finish, annul, safety_stop. An exam is
    annulled with a reason only. act_id: made by the client, the same on every repeat, which is done once."""

    kind: Word
    target: Word = ""
    detail: Word = ""
    value: Annotated[float, Field(ge=-1.0e6, le=1.0e6, allow_inf_nan=False)] = 0.0
    words: Annotated[list[tuple[Word, Annotated[str, Field(max_length=200)]]], Field(max_length=8)] = []
    reason: Annotated[str, Field(max_length=200)] = ""
    act_id: UUID | None = None


class InjectionOut(BaseModel):
    """A row of the safe list: what a director may do to the world of a training drill. needs: what stands in detail
    (seat), value (bearing, degrees), both detail and words (message), or nothing."""

    id: str
    name: Both
    needs: Literal["seat", "bearing", "message", "nothing"]


class DirectingOut(BaseModel):
    """What a director may choose from. panel: examiners of an exam drill. unsigned: scenarios by which nobody is
    examined until their values are confirmed as they are now."""

    injections: list[InjectionOut]
    panel: int
    unsigned: list[str]


class BranchIn(_In):
    """Where a training drill is left for another course."""

    tick: Annotated[int, Field(ge=0, lt=1 << 31)]


class CodeOut(BaseModel):
    """A seat's code, good once, until expires_at. url: what the QR code holds; qr: the picture, as SVG."""

    seat: str
    code: str
    expires_at: str
    url: str
    qr: str


class SeatOut(BaseModel):
    """A seat of a drill. holder: person, bot or colleague."""

    seat: str
    holder: str
    candidate: str
    claimed: bool
    connected: bool


class DrillOut(BaseModel):
    """A drill. phase: lobby, briefing, running, frozen, ended, sealed. tick, digest: the newest that are on disk; the
    digest is that of `digest_tick`. Times: ISO 8601."""

    id: str
    scenario: str
    mode: str
    phase: str
    outcome: str
    parent: str | None
    parent_tick: int | None
    commitment: str
    candidate: str
    created_at: str
    started_at: str | None = None
    ended_at: str | None = None
    ticks: int
    speed: float | None = None
    digest: str
    digest_tick: int
    record_sha256: str
    seats: list[SeatOut] = []


class OpenedOut(BaseModel):
    """A drill that was opened, and the codes of its seats, told this once."""

    drill: DrillOut
    codes: dict[str, str]
    invitations: list[CodeOut]
