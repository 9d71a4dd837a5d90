"""Sight: who may see what of a panel, and when. A place on the panel outweighs whatever else an account may do."""

from dataclasses import dataclass

from sqlalchemy import Connection

from scoring.marks import Sheet
from scoring.rubric import Rubric
from server.access.roles import Role
from server.catalogue import panels
from server.catalogue.panels import PanelRow, VersionRow
from server.panel.chain import fault
from server.panel.outcome import Outcome, outcome
from server.panel.refusal import PanelError
from server.panel.sheet import OwnSheet
from server.panel.stored import body_of, prefilled_of, rubric_of

AFTER_FINAL = frozenset({Role.ADMIN, Role.EXAMINER, Role.CHIEF, Role.AUDITOR})  # as `result.read`


@dataclass(frozen=True, slots=True)
class Sight:
    """progress: state, and how many are locked. outcome: totals and mean. sheets: everybody's, with all versions."""

    progress: bool
    outcome: bool
    sheets: bool


def sight(state: str, member: bool, role: Role) -> Sight:
    """What an account sees of a panel in this state, besides a sheet of its own.

    Nothing of a sheet is seen before the last lock, by anybody; after it by the chief, who must decide; once the panel
    is final its members see the outcome, and chief and auditor all versions.
    """
    final = state == "final"
    if member:
        return Sight(progress=True, outcome=final, sheets=False)
    if role is Role.EXAMINER:  # of some other panel
        return Sight(progress=False, outcome=False, sheets=False)
    decides = role is Role.CHIEF and state in ("adjudicating", "final")
    return Sight(
        progress=True,
        outcome=decides or (final and role in AFTER_FINAL),
        sheets=decides or (final and role is Role.AUDITOR),
    )


@dataclass(frozen=True, slots=True)
class Looked:
    """A panel as one account sees it. locked, size: how many sheets are locked, of how many."""

    state: str
    locked: int
    size: int
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Own:
    """One's own sheet. current: its last version, None = nothing saved. prefilled: None until the drill is sealed."""

    rubric: Rubric
    prefilled: Sheet | None
    current: VersionRow | None
    sheet: OwnSheet


@dataclass(frozen=True, slots=True)
class History:
    """All versions of one sheet, from the first. fault: the first that breaks the hash chain, None = it holds."""

    examiner: str
    versions: tuple[VersionRow, ...]
    fault: int | None


def look(db: Connection, drill: str, account: str, role: Role) -> Looked:
    """The panel of a drill. PanelError no_sheet: there is none, or it is not for this account; which, is not told."""
    panel, members, may = _seen(db, drill, account, role)
    found = outcome(db, drill) if may.outcome else None
    return Looked(panel.state, panels.count_locked(db, drill), len(members), found)


def own_sheet(db: Connection, drill: str, examiner: str) -> Own:
    """An examiner's own sheet. PanelError no_sheet: not on this panel."""
    panel = panels.panel_of(db, drill)
    if panel is None or examiner not in _examiners(db, drill):
        raise PanelError("no_sheet")
    current = panels.current_version(db, drill, examiner)
    prefilled = None if panel.prefilled is None else prefilled_of(panel.prefilled)
    sheet = OwnSheet() if current is None else body_of(current.body).sheet
    return Own(rubric_of(panel.rubric), prefilled, current, sheet)


def histories(db: Connection, drill: str, account: str, role: Role) -> tuple[History, ...]:
    """The versions that an account may see: of its own sheet, or of all sheets once that is due.

    PanelError: no_sheet; not_all_locked (to a chief) and not_final (to others) where it is too early.
    """
    panel, members, may = _seen(db, drill, account, role)
    if account in members:
        members = (account,)
    elif not may.sheets:
        raise PanelError("not_all_locked" if role is Role.CHIEF else "not_final")
    found = ((member, panels.versions_of(db, panel.drill, member)) for member in members)
    return tuple(History(member, rows, fault(drill, member, rows)) for member, rows in found)


def _examiners(db: Connection, drill: str) -> tuple[str, ...]:
    return tuple(member.examiner for member in panels.members_of(db, drill))


def _seen(db: Connection, drill: str, account: str, role: Role) -> tuple[PanelRow, tuple[str, ...], Sight]:
    panel = panels.panel_of(db, drill)
    if panel is None:
        raise PanelError("no_sheet")
    members = _examiners(db, drill)
    may = sight(panel.state, account in members, role)
    if not may.progress:
        raise PanelError("no_sheet")
    return panel, members, may
