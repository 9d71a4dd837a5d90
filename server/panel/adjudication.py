"""Adjudication: where the sheets disagree, the chief examiner confirms them, or replaces one, and says why."""

from datetime import datetime

from sqlalchemy import Connection

from server.catalogue import panels
from server.catalogue.panels import DecisionRow, PanelRow
from server.panel.judging import check, marked
from server.panel.life import OnFinal, append_version
from server.panel.refusal import PanelError
from server.panel.sheet import applied
from server.panel.stored import Asked, Decision, body_of, canonical, decision_of, prefilled_of, rubric_of


def adjudicate(
    db: Connection, drill: str, chief: str, save_id: str, decision: Decision, at: datetime, on_final: OnFinal
) -> DecisionRow:
    """Decide a panel whose sheets disagree; it is final after that, and `on_final` is called in this transaction.

    A replaced sheet gets a new version by the chief, so that the mean stays a mean of all; the original stays.
    A repeated save id is answered with the decision that it made.
    PanelError: no_sheet, own_panel, save_id_used, not_all_locked, already_final, reason_needed, and those of a save.
    """
    panel = panels.panel_of(db, drill, hold=True)
    if panel is None:
        raise PanelError("no_sheet")
    if any(member.examiner == chief for member in panels.members_of(db, drill)):
        raise PanelError("own_panel")
    earlier = panels.decision_of(db, drill)
    if earlier is not None and (earlier.save_id, earlier.chief) == (save_id, chief):
        if decision_of(earlier.request) != decision:
            raise PanelError("save_id_used")
        return earlier
    if panel.state == "collecting":
        raise PanelError("not_all_locked")
    if panel.state == "final":
        raise PanelError("already_final")
    if not decision.reason.strip():
        raise PanelError("reason_needed")
    if decision.kind == "replace":
        _replace(db, panel, chief, save_id, decision, at)
    row = DecisionRow(drill, chief, save_id, canonical(decision), at)
    panels.add_decision(db, row)
    panels.set_panel(db, drill, state="final", finalled_at=at)
    on_final(db, drill)
    return row


def _replace(
    db: Connection, panel: PanelRow, chief: str, save_id: str, decision: Decision, at: datetime
) -> None:
    examiner = decision.examiner
    last = panels.current_version(db, panel.drill, examiner)
    if last is None or panel.prefilled is None:
        raise PanelError("no_such_member")
    if panels.version_of_save(db, panel.drill, examiner, save_id) is not None:
        raise PanelError("save_id_used")
    prefilled, before = prefilled_of(panel.prefilled), body_of(last.body).sheet
    check(decision.patch, rubric_of(panel.rubric), prefilled)
    sheet = applied(before, decision.patch)
    if sheet == before:
        raise PanelError("nothing_changed")
    marked(sheet, prefilled, examiner, external=False)  # refuses what is not complete
    asked = Asked("replace", last.version, decision.patch)
    append_version(db, panel.drill, examiner, last, "locked", asked, sheet, save_id, chief, decision.reason, at)
