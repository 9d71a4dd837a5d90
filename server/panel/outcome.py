"""Outcome: what the locked sheets of a panel come to. Before all are locked there is none, for anybody."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from scoring.marks import Sheet
from scoring.panel import PanelResult, panel_result
from scoring.rubric import Rubric
from server.catalogue import panels
from server.catalogue.panels import PanelRow
from server.panel.judging import marked
from server.panel.refusal import PanelError
from server.panel.stored import Decision, body_of, decision_of, prefilled_of, rubric_of


@dataclass(frozen=True, slots=True)
class Decided:
    """What the chief examiner (account id) has decided, and when."""

    chief: str
    at: datetime
    decision: Decision


@dataclass(frozen=True, slots=True)
class Outcome:
    """state: adjudicating (provisional) or final. result: totals, mean, score, vetoes, discrepancies, mean lines.

    rubric, prefilled: what the sheets were filled in on. size: examiners.
    decided: None = no chief was needed, or not yet.
    """

    state: str
    size: int
    result: PanelResult
    rubric: Rubric
    prefilled: Sheet
    decided: Decided | None


def outcome(db: Connection, drill: str) -> Outcome:
    """The outcome of a panel. PanelError: no_sheet where there is no panel, not_all_locked before the last lock."""
    panel = panels.panel_of(db, drill)
    if panel is None:
        raise PanelError("no_sheet")
    if panel.state == "collecting" or panel.prefilled is None:
        raise PanelError("not_all_locked")
    result = result_of(db, panel)
    row = panels.decision_of(db, drill)
    decided = None if row is None else Decided(row.chief, row.decided_at, decision_of(row.request))
    return Outcome(panel.state, panel.size, result, rubric_of(panel.rubric), prefilled_of(panel.prefilled), decided)


def result_of(db: Connection, panel: PanelRow) -> PanelResult:
    """Bring the last versions of all sheets of a panel together. PanelError not_all_locked: one of them is open."""
    if panel.prefilled is None:
        raise PanelError("not_all_locked")
    prefilled = prefilled_of(panel.prefilled)
    sheets = []
    for member in panels.members_of(db, panel.drill):
        row = panels.current_version(db, panel.drill, member.examiner)
        if row is None or row.state != "locked":
            raise PanelError("not_all_locked")
        sheets.append(marked(body_of(row.body).sheet, prefilled, member.examiner, member.external))
    return panel_result(sheets, prefilled, rubric_of(panel.rubric))
