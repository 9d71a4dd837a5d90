"""Life: a panel is opened, sheets are saved and locked, and the last lock ends the secrecy.

Whoever writes first takes hold of the panel's row, so that of two saves, or of a save and a lock, one comes first and
the other is judged by what the first has left. A repeated save id is answered with the version that it made, whatever
has happened since: a client that lost the answer may always ask again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from scoring.marks import Sheet
from scoring.rubric import Rubric
from server.catalogue import panels
from server.catalogue.panels import MemberRow, PanelRow, VersionRow
from server.panel.chain import first_link, link
from server.panel.judging import check, marked
from server.panel.outcome import result_of
from server.panel.refusal import PanelError
from server.panel.sheet import OwnSheet, Patch, merged
from server.panel.stored import Asked, Body, body_of, canonical, prefilled_of, prefilled_text, rubric_of, rubric_text

EMPTY = OwnSheet()

# What else belongs to the transaction in which a panel becomes final, such as its result. Second: the drill.
OnFinal = Callable[[Connection, str], None]


@dataclass(frozen=True, slots=True)
class Seated:
    """An examiner's place on a panel. declared: has declared no conflict of interest."""

    examiner: str
    external: bool = False
    declared: bool = False


def open_panel(db: Connection, drill: str, rubric: Rubric, members: Sequence[Seated], at: datetime) -> None:
    """Open the panel of a drill for these accounts. ValueError: nobody, or somebody twice."""
    if not members or len({seated.examiner for seated in members}) < len(members):
        raise ValueError("a panel needs examiners, each of them once")
    rows = [MemberRow(drill, seated.examiner, seated.external, seated.declared) for seated in members]
    panels.add_panel(db, PanelRow(drill, "collecting", len(rows), at, rubric_text(rubric)), rows)


def set_prefilled(db: Connection, drill: str, sheet: Sheet) -> None:
    """Lay the machine's marks under the sheets, once the drill is sealed. The same sheet again changes nothing.

    ValueError: no such panel, another sheet than before, or a sheet of another rubric.
    """
    panel = panels.panel_of(db, drill, hold=True)
    if panel is None:
        raise ValueError("the drill has no panel")
    text, rubric = prefilled_text(sheet), rubric_of(panel.rubric)
    if [line.item_id for line in sheet.lines] != [item.id for item in rubric.items]:
        raise ValueError("the sheet does not have the lines of this rubric")
    if panel.prefilled not in (None, text):
        raise ValueError("the drill was sealed with another sheet")
    panels.set_panel(db, drill, prefilled=text)


def progress(db: Connection, drill: str) -> tuple[int, int]:
    """How many sheets are locked, of how many. All that is told before the last lock. PanelError: no panel."""
    panel = panels.panel_of(db, drill)
    if panel is None:
        raise PanelError("no_sheet")
    return panels.count_locked(db, drill), panel.size


def save(
    db: Connection, drill: str, examiner: str, save_id: str, base_version: int, patch: Patch, at: datetime
) -> VersionRow:
    """Write a patch as the next version of one's own sheet.

    base_version: the version that the examiner was looking at, 0 = the empty sheet. What other saves changed since is
    kept. PanelError: no_sheet, save_id_used, locked, unknown_base, unknown_field, not_sealed, out_of_range, conflict.
    """
    panel = _held(db, drill, examiner)
    asked = Asked("save", base_version, patch)
    if (earlier := _repeated(db, drill, examiner, save_id, asked)) is not None:
        return earlier
    current = panels.current_version(db, drill, examiner)
    if current is not None and current.state == "locked":
        raise PanelError("locked", version=current.version)
    check(patch, rubric_of(panel.rubric), _prefilled(panel))
    base = _sheet_at(db, drill, examiner, base_version, current)
    sheet = merged(base, _sheet_of(current), patch)
    return append_version(db, drill, examiner, current, "draft", asked, sheet, save_id, examiner, "", at)


def lock(
    db: Connection, drill: str, examiner: str, save_id: str, base_version: int, at: datetime, on_final: OnFinal
) -> VersionRow:
    """Lock one's own sheet as it stands at `base_version`, which must be the last.

    The last lock of a panel ends the secrecy: without a discrepancy the panel is final, and `on_final` is called in
    this transaction; else the chief examiner is needed.
    PanelError: no_sheet, save_id_used, locked, not_sealed, stale, incomplete.
    """
    panel = _held(db, drill, examiner)
    asked = Asked("lock", base_version)
    if (earlier := _repeated(db, drill, examiner, save_id, asked)) is not None:
        return earlier
    current = panels.current_version(db, drill, examiner)
    if current is not None and current.state == "locked":
        raise PanelError("locked", version=current.version)
    prefilled = _prefilled(panel)
    if prefilled is None:
        raise PanelError("not_sealed")
    standing = 0 if current is None else current.version
    if base_version != standing:
        raise PanelError("stale", version=standing)
    sheet = _sheet_of(current)
    marked(sheet, prefilled, examiner, external=False)  # refuses what is not complete
    locked = append_version(db, drill, examiner, current, "locked", asked, sheet, save_id, examiner, "", at)
    if panels.count_locked(db, drill) == panel.size:
        _all_locked(db, panel, at, on_final)
    return locked


def append_version(
    db: Connection,
    drill: str,
    examiner: str,
    last: VersionRow | None,
    state: str,
    asked: Asked,
    sheet: OwnSheet,
    save_id: str,
    actor: str,
    reason: str,
    at: datetime,
) -> VersionRow:
    """Chain the next version to the last one of a sheet (None: there is none). Callers hold the panel."""
    number, previous = (1, first_link(drill, examiner)) if last is None else (last.version + 1, last.hash)
    body = canonical(Body(asked, sheet))
    row = VersionRow(drill, examiner, number, state, body, reason, actor, save_id, previous, "", at)
    row = replace(row, hash=link(row))
    panels.add_version(db, row)
    return row


def _held(db: Connection, drill: str, examiner: str) -> PanelRow:
    panel = panels.panel_of(db, drill, hold=True)
    if panel is None or all(member.examiner != examiner for member in panels.members_of(db, drill)):
        raise PanelError("no_sheet")
    return panel


def _repeated(db: Connection, drill: str, examiner: str, save_id: str, asked: Asked) -> VersionRow | None:
    """The version that this very request made before. PanelError: the id was used for something else, which would
    otherwise be taken for saved."""
    earlier = panels.version_of_save(db, drill, examiner, save_id)
    if earlier is not None and body_of(earlier.body).asked != asked:
        raise PanelError("save_id_used")
    return earlier


def _sheet_at(db: Connection, drill: str, examiner: str, version: int, current: VersionRow | None) -> OwnSheet:
    if version == 0:
        return EMPTY
    row = panels.version_numbered(db, drill, examiner, version)
    if row is None:
        raise PanelError("unknown_base", version=0 if current is None else current.version)
    return _sheet_of(row)


def _sheet_of(row: VersionRow | None) -> OwnSheet:
    return EMPTY if row is None else body_of(row.body).sheet


def _prefilled(panel: PanelRow) -> Sheet | None:
    return None if panel.prefilled is None else prefilled_of(panel.prefilled)


def _all_locked(db: Connection, panel: PanelRow, at: datetime, on_final: OnFinal) -> None:
    if result_of(db, panel).discrepancies:
        panels.set_panel(db, panel.drill, state="adjudicating")
        return
    panels.set_panel(db, panel.drill, state="final", finalled_at=at)
    on_final(db, panel.drill)
