"""Panel answers: what the panel's routes give. Amounts are strings with two decimals."""

from datetime import datetime
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel

from scoring.marks import Line
from scoring.rubric import NO_TEXT, Item, Veto
from scoring.veto import Drawn
from server.api.bodies import Both, both
from server.catalogue.panels import VersionRow
from server.panel.judging import REASONS, missing, running_total
from server.panel.outcome import Decided, Outcome
from server.panel.sheet import OwnSheet, plain
from server.panel.sight import History, Looked, Own
from server.panel.stored import body_of


class MarkAnswer(BaseModel):
    """A mark that was given."""

    points: str
    time_points: str
    reason: str


class SheetAnswer(BaseModel):
    """What an examiner has put down."""

    marks: dict[str, MarkAnswer]
    global_rating: int | None
    vetoes: list[str]
    notes: str


class SavedAnswer(BaseModel):
    """The version that a save or a lock has made; the same to every repeat of it."""

    drill: str
    version: int
    state: Literal["draft", "locked"]
    saved_at: datetime
    hash: str
    sheet: SheetAnswer


class LineAnswer(BaseModel):
    """One line. open: it may be marked now. points: the machine's, null = for the examiner, or not known yet."""

    item: str
    name: Both
    section: str
    human: bool
    critical: bool
    standard: Both
    open: bool
    max_points: str
    points: str | None
    time_max: str
    time_points: str
    reason: Both
    tick: int | None
    seconds: str | None
    too_fast: bool


class VetoAnswer(BaseModel):
    """A veto an examiner may draw. drawn: by the machine, with its reason; null = not, or not known yet."""

    id: str
    name: Both
    life: bool
    standard: Both
    drawn: Both | None
    tick: int | None


class MissingAnswer(BaseModel):
    """What keeps the sheet from being locked."""

    field: str
    what: Literal["mark", "reason", "rating"]


class OwnAnswer(BaseModel):
    """One's own sheet. version: 0 = nothing saved. saved_at: of it, by the server's clock. sealed: machine's marks are
    in, the sheet may be locked. total: points so far, before any veto. missing: null = not sealed yet. reasons:
    ready-made reasons of overrides."""

    drill: str
    state: Literal["draft", "locked"]
    version: int
    saved_at: datetime | None
    sealed: bool
    total: str
    sheet: SheetAnswer
    lines: list[LineAnswer]
    vetoes: list[VetoAnswer]
    missing: list[MissingAnswer] | None
    reasons: dict[str, Both]


class TotalAnswer(BaseModel):
    """What one examiner's sheet adds up to, before any veto."""

    examiner: str
    total: str


class DiscrepancyAnswer(BaseModel):
    """Why the chief examiner must look."""

    code: str
    zh: str
    en: str


class DecisionAnswer(BaseModel):
    """What the chief decided. examiner: whose sheet was replaced, "" = none."""

    kind: Literal["confirm", "replace"]
    reason: str
    examiner: str
    chief: str
    at: datetime


class OutcomeAnswer(BaseModel):
    """What the sheets come to. provisional: the chief has yet to decide."""

    provisional: bool
    sheets: list[TotalAnswer]
    mean: str
    score: str
    passed: bool
    vetoes: list[str]
    external: bool
    discrepancies: list[DiscrepancyAnswer]
    decision: DecisionAnswer | None


class PanelAnswer(BaseModel):
    """A panel. Before the last lock, how many are locked is all that is told of it."""

    drill: str
    state: Literal["collecting", "adjudicating", "final"]
    locked: int
    of: int
    outcome: OutcomeAnswer | None


class VersionAnswer(BaseModel):
    """One version. kind: what made it: save, lock, replace. changes: what it changed, as it was sent."""

    version: int
    state: Literal["draft", "locked"]
    kind: str
    base_version: int
    actor: str
    reason: str
    changes: dict[str, object]
    saved_at: datetime
    previous_hash: str
    hash: str


class HistoryAnswer(BaseModel):
    """All versions of a sheet. fault: the first version that breaks the hash chain, null = it holds."""

    examiner: str
    sheet: SheetAnswer
    versions: list[VersionAnswer]
    fault: int | None


class VersionsAnswer(BaseModel):
    """The sheets whose versions the asker may see."""

    drill: str
    sheets: list[HistoryAnswer]


def _amount(points: Decimal) -> str:
    return f"{points:.2f}"


def _sheet(sheet: OwnSheet) -> SheetAnswer:
    return SheetAnswer.model_validate(plain(sheet))


def saved(row: VersionRow) -> SavedAnswer:
    """Answer a save or a lock."""
    state: Literal["draft", "locked"] = "locked" if row.state == "locked" else "draft"
    return SavedAnswer(
        drill=row.drill,
        version=row.version,
        state=state,
        saved_at=row.saved_at,
        hash=row.hash,
        sheet=_sheet(body_of(row.body).sheet),
    )


def _line(item: Item, line: Line | None) -> LineAnswer:
    return LineAnswer(
        item=item.id,
        name=both(item.name),
        section=item.section,
        human=item.human,
        critical=item.critical,
        standard=both(item.standard),
        open=item.human or line is not None,
        max_points=_amount(item.points),
        points=None if line is None or line.points is None else _amount(line.points),
        time_max=_amount(line.time_max if line else Decimal(0)),
        time_points=_amount(line.time_points if line else Decimal(0)),
        reason=both(line.reason if line else NO_TEXT),
        tick=line.tick if line else None,
        seconds=None if line is None or line.seconds is None else _amount(line.seconds),
        too_fast=line is not None and line.too_fast,
    )


def _veto(veto: Veto, drawn: Drawn | None) -> VetoAnswer:
    return VetoAnswer(
        id=veto.id,
        name=both(veto.name),
        life=veto.life,
        standard=both(veto.standard),
        drawn=both(drawn.reason) if drawn else None,
        tick=drawn.tick if drawn else None,
    )


def own(drill: str, found: Own) -> OwnAnswer:
    """Answer who asks for their own sheet."""
    lines = {line.item_id: line for line in found.prefilled.lines} if found.prefilled else {}
    drawn = {veto.veto_id: veto for veto in found.prefilled.vetoes} if found.prefilled else {}
    lacking = None if found.prefilled is None else missing(found.sheet, found.prefilled)
    return OwnAnswer.model_validate(
        {
            "drill": drill,
            "state": found.current.state if found.current else "draft",
            "version": found.current.version if found.current else 0,
            "saved_at": found.current.saved_at if found.current else None,
            "sealed": found.prefilled is not None,
            "total": _amount(running_total(found.sheet, found.prefilled)),
            "sheet": _sheet(found.sheet),
            "lines": [_line(item, lines.get(item.id)) for item in found.rubric.items],
            "vetoes": [_veto(veto, drawn.get(veto.id)) for veto in found.rubric.vetoes],
            "missing": None if lacking is None else [one._asdict() for one in lacking],
            "reasons": {code: text._asdict() for code, text in REASONS.items()},
        }
    )


def _decision(decided: Decided) -> DecisionAnswer:
    told = {"kind": decided.decision.kind, "reason": decided.decision.reason, "examiner": decided.decision.examiner}
    return DecisionAnswer.model_validate(told | {"chief": decided.chief, "at": decided.at})


def _outcome(found: Outcome) -> OutcomeAnswer:
    result = found.result
    return OutcomeAnswer(
        provisional=found.state != "final",
        sheets=[TotalAnswer(examiner=examiner, total=_amount(total)) for examiner, total in result.totals],
        mean=_amount(result.mean),
        score=_amount(result.score),
        passed=result.passed,
        vetoes=list(result.vetoes),
        external=result.external,
        discrepancies=[
            DiscrepancyAnswer(code=one.code, zh=one.reason.zh, en=one.reason.en) for one in result.discrepancies
        ],
        decision=None if found.decided is None else _decision(found.decided),
    )


def panel(drill: str, found: Looked) -> PanelAnswer:
    """Answer who asks how a panel stands."""
    shape = {"drill": drill, "state": found.state, "locked": found.locked, "of": found.size}
    return PanelAnswer.model_validate(shape | {"outcome": _outcome(found.outcome) if found.outcome else None})


def _version(row: VersionRow) -> VersionAnswer:
    asked = body_of(row.body).asked
    told = {"version": row.version, "state": row.state, "actor": row.actor, "reason": row.reason}
    made = {"kind": asked.kind, "base_version": asked.base_version, "changes": plain(asked).get("patch", {})}
    chain = {"saved_at": row.saved_at, "previous_hash": row.previous_hash, "hash": row.hash}
    return VersionAnswer.model_validate(told | made | chain)


def versions(drill: str, found: tuple[History, ...]) -> VersionsAnswer:
    """Answer who asks for versions."""
    return VersionsAnswer(
        drill=drill,
        sheets=[
            HistoryAnswer(
                examiner=one.examiner,
                sheet=_sheet(body_of(one.versions[-1].body).sheet if one.versions else OwnSheet()),
                versions=[_version(row) for row in one.versions],
                fault=one.fault,
            )
            for one in found
        ],
    )
