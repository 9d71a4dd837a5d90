"""Sheet: what one examiner has put down so far, and how saves from several tabs come together."""

from decimal import Decimal
from typing import Any, TypeAlias

from msgspec import UNSET, Struct, UnsetType, structs, to_builtins

from server.panel.refusal import PanelError


class Entry(Struct, frozen=True):
    """The mark on one item. Points and timing points with two decimals. reason: of an override, "" = none."""

    points: Decimal
    time_points: Decimal
    reason: str = ""


class OwnSheet(Struct, frozen=True):
    """marks: item id -> mark. global_rating: 1..5, None = not given yet. vetoes: ids drawn, sorted. notes: own text."""

    marks: dict[str, Entry] = {}
    global_rating: int | None = None
    vetoes: tuple[str, ...] = ()
    notes: str = ""


class Patch(Struct, frozen=True, omit_defaults=True):
    """What a save changes; what it does not name stays.

    marks: item id -> mark, None takes the own mark back. global_rating: None takes it back. vetoes: id -> drawn or not.
    """

    marks: dict[str, Entry | None] = {}
    global_rating: int | UnsetType | None = UNSET
    vetoes: dict[str, bool] = {}
    notes: str | UnsetType = UNSET


Value: TypeAlias = Entry | int | str | None  # None: nothing is there
MARK, VETO, RATING, NOTES = "marks/", "vetoes/", "global_rating", "notes"


def fields(sheet: OwnSheet) -> dict[str, Value]:
    """The sheet as single fields, the unit in which saves agree or conflict; one without a value is not there."""
    found: dict[str, Value] = {MARK + item: entry for item, entry in sheet.marks.items()}
    found |= {VETO + veto: "drawn" for veto in sheet.vetoes}
    return found | {RATING: sheet.global_rating, NOTES: sheet.notes}


def changes(patch: Patch) -> dict[str, Value]:
    """The fields that a patch names, with the values it wants."""
    wanted: dict[str, Value] = {MARK + item: entry for item, entry in patch.marks.items()}
    wanted |= {VETO + veto: "drawn" if drawn else None for veto, drawn in patch.vetoes.items()}
    if patch.global_rating is not UNSET:
        wanted[RATING] = patch.global_rating
    if patch.notes is not UNSET:
        wanted[NOTES] = patch.notes
    return wanted


def applied(sheet: OwnSheet, patch: Patch) -> OwnSheet:
    """The sheet with the patch's values in the fields that it names."""
    marks = {**sheet.marks, **patch.marks}
    vetoes = {**dict.fromkeys(sheet.vetoes, True), **patch.vetoes}
    changed = structs.replace(
        sheet,
        marks={item: entry for item, entry in sorted(marks.items()) if entry is not None},
        vetoes=tuple(sorted(veto for veto, drawn in vetoes.items() if drawn)),
    )
    if patch.global_rating is not UNSET:
        changed = structs.replace(changed, global_rating=patch.global_rating)
    if patch.notes is not UNSET:
        changed = structs.replace(changed, notes=patch.notes)
    return changed


def merged(base: OwnSheet, current: OwnSheet, patch: Patch) -> OwnSheet:
    """The current sheet with a patch that was made while looking at `base`.

    A field that changed since, to something else than the patch wants, is a conflict: PanelError naming all of them
    with both values. So nobody writes over a value that they have not seen.
    """
    then, now = fields(base), fields(current)
    conflicts = [
        {"field": field, "saved": plain(now.get(field)), "sent": plain(wanted)}
        for field, wanted in sorted(changes(patch).items())
        if now.get(field) != then.get(field) and now.get(field) != wanted
    ]
    if conflicts:
        raise PanelError("conflict", fields=conflicts)
    return applied(current, patch)


def plain(value: Struct | Value) -> Any:
    """A value as plain JSON: amounts as strings with two decimals."""
    return to_builtins(value)
