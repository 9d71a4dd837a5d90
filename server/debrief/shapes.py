"""Shapes: what the routes of the debrief give. Times are ticks of the drill, 20 a second; amounts are strings with two
decimals, as on the sheet."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """What a person reads, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven when the record was opened: chain and seal hold, the draw fits its commitment.

    record_sha256: its fingerprint. digest: of the last state. signer: public key. All in hex. check_url: opens the
    debrief, which proves the record again and compares; check_qr: the same as a picture, a data URI.
    """

    record_sha256: str
    digest: str
    signer: str
    commitment: str
    engine: str
    product: str
    blocks: int
    size_bytes: int
    check_url: str
    check_qr: str


@dataclass(frozen=True, slots=True)
class SeatTold:
    """A seat. who: human, bot or colleague. examined: whose reactions the sheet counts. number: of who held it."""

    seat: str
    name: Said
    who: str
    examined: bool
    number: str


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event, in words. kind: as in `sim_core.events.KINDS`."""

    tick: int
    kind: str
    seat: str
    act: str
    subject: str
    detail: str
    to: str
    by: str
    text: Said


@dataclass(frozen=True, slots=True)
class Talk:
    """Something that was said. kind: order, read_back, report. heard_tick: when it reached `to`, None = never.

    answered_tick: of an order, when it was read back; None = never.
    """

    tick: int
    kind: str
    sender: str
    to: str
    text: Said
    heard_tick: int | None
    answered_tick: int | None


@dataclass(frozen=True, slots=True)
class CueTold:
    """A cue, and when each seat perceived it first."""

    id: str
    name: Said
    revealed: dict[str, int]


@dataclass(frozen=True, slots=True)
class Split:
    """Where the time of one response went, s; None = not measured, and `missing` says why (`server.debrief.splits`).

    cue_tick, seen_tick, begun_tick, effect_tick: the four moments, None = not in the record.
    """

    cue_tick: int | None
    seen_tick: int | None
    begun_tick: int | None
    effect_tick: int | None
    perceive_s: float | None
    decide_s: float | None
    act_s: float | None
    missing: Said | None


@dataclass(frozen=True, slots=True)
class ItemTold:
    """One line of the sheet. points, time_points: the machine's, points None = for the examiners alone.

    panel_points: the panel's mean with its time points, None = no panel, or not to be seen. lost: of what this line
    can give, by the panel where there is one. tick: what decided it; done_tick: the deed, None = not done.
    """

    item: str
    name: Said
    section: str
    critical: bool
    human: bool
    max_points: str
    points: str | None
    time_max: str
    time_points: str
    panel_points: str | None
    lost: str | None
    reason: Said
    tick: int | None
    done_tick: int | None
    seconds: str | None
    target_s: float
    limit_s: float
    standard: Said
    split: Split | None


@dataclass(frozen=True, slots=True)
class VetoTold:
    """A veto. stands: the panel (or, without one, the log) draws it."""

    id: str
    name: Said
    tick: int | None
    reason: Said | None
    stands: bool


@dataclass(frozen=True, slots=True)
class AxisTold:
    """One axis of the radar, 0..100; mean None = not enough evidence."""

    id: str
    name: Said
    items: int
    mean: float | None
    low: float | None
    high: float | None
    capped: bool


@dataclass(frozen=True, slots=True)
class Move:
    """One of the three things that would move the radar most, and the second it happened."""

    item: str
    text: Said
    tick: int | None


@dataclass(frozen=True, slots=True)
class Mattered:
    """One line of the lesson. kind: cue, alarm, wrong, veto, lost, ignition, harm, fact. costs: points, "" = none."""

    tick: int
    kind: str
    text: Said
    costs: str


@dataclass(frozen=True, slots=True)
class ExaminerTold:
    """A member of the panel. total: of 100, before any veto."""

    name: str
    external: bool
    total: str


@dataclass(frozen=True, slots=True)
class PanelTold:
    """What the panel came to. decision: the chief's reason, "" = there was none."""

    mean: str
    score: str
    passed: bool
    examiners: tuple[ExaminerTold, ...]
    chief: str
    decision: str


@dataclass(frozen=True, slots=True)
class ModelText:
    """The model answer in words, as the scenario gives it."""

    steps: tuple[Said, ...]
    branches: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class HiddenTold:
    """What the drill did not tell, as it was drawn: the blind part, opened now."""

    id: str
    name: Said
    value: Said
    unit: str
    cue: Said
    decision: Said


@dataclass(frozen=True, slots=True)
class HintTold:
    """What the tutor said. about: step or veto of the sheet. source: where the demand comes from."""

    tick: int
    seat: str
    about: str
    text: Said
    source: Said


@dataclass(frozen=True, slots=True)
class IdleTold:
    """Share of the drill, hundredths of 1, in which a seat did nothing that it was told to or began itself."""

    seat: str
    share: str


@dataclass(frozen=True, slots=True)
class TeamTold:
    """Teamwork. closed_loop: share of orders read back in time; None = no orders. Seconds are medians."""

    orders: int
    closed_loop: str | None
    outstanding: int
    to_read_back_s: str | None
    to_done_s: str | None
    overlap: int
    repeated: int
    span: int
    idle: tuple[IdleTold, ...]


@dataclass(frozen=True, slots=True)
class OpeningOut:
    """All that is shown at once. panel: None = none, or not for this account; then machine_score is what there is."""

    drill: str
    scenario: str
    scenario_name: Said
    mode: str
    candidate: str
    outcome: str
    outcome_text: Said
    started_at: str
    ticks: int
    proof: Proof
    seats: tuple[SeatTold, ...]
    site: dict[str, Any]
    events: tuple[EventTold, ...]
    talk: tuple[Talk, ...]
    cues: tuple[CueTold, ...]
    items: tuple[ItemTold, ...]
    vetoes: tuple[VetoTold, ...]
    machine_points: str
    machine_max: str
    machine_score: str
    panel: PanelTold | None
    axes: tuple[AxisTold, ...]
    moves: tuple[Move, ...]
    mattered: tuple[Mattered, ...]
    hidden: tuple[HiddenTold, ...]
    model: ModelText
    hints: tuple[HintTold, ...] = ()
    team: TeamTold | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A quantity over the drill, once a second from tick 0 on, in hundredths; one value alone: it never changed.

    kind: gas, gas_shown, gas_person, level, level_shown, fire, wall, air. id: what it belongs to.
    """

    kind: str
    id: str
    name: Said
    unit: str
    hundredths: list[int]


@dataclass(frozen=True, slots=True)
class Track:
    """Where a seat was, once a second from tick 0 on, tenths of a metre."""

    seat: str
    x: list[int]
    y: list[int]


@dataclass(frozen=True, slots=True)
class CourseOut:
    """The record run again. faults: what disagrees; none: every digest, keyframe and observation agrees."""

    faults: tuple[Said, ...]
    curves: tuple[Curve, ...]
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Cells at a tick: those that are new or changed since the frame before, and the names of those that went."""

    tick: int
    cells: dict[str, Any]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatesOut:
    """A span of the record. truth: as staff see it, every `step` ticks. seen: what the seat perceived, as recorded
    once a second; none without a seat. The first frame of each holds all cells."""

    from_tick: int
    to_tick: int
    step: int
    seat: str
    truth: tuple[Frame, ...]
    seen: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class ExpertItem:
    """How the expert did with an item: when, how fast, for how much."""

    item: str
    tick: int | None
    seconds: str | None
    points: str | None
    time_points: str
    reason: Said


@dataclass(frozen=True, slots=True)
class ExpertOut:
    """The expert's own run of the same draw."""

    ticks: int
    score: str
    items: tuple[ExpertItem, ...]
    facts: tuple[EventTold, ...]
