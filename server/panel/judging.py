"""Judging: what a patch may say, what a sheet still lacks, and the marks that a complete sheet comes to."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import NamedTuple

from msgspec import UNSET

from scoring.amounts import FIXED, hundredths
from scoring.marks import NOTHING, Line, Sheet
from scoring.panel import RATING_FROM, Mark, MarkedSheet, mark_sheet
from scoring.rubric import Rubric
from server.panel.refusal import PanelError
from server.panel.sheet import MARK, RATING, VETO, Entry, OwnSheet, Patch
from sim_core.text import Text

# What an override may give as its reason; free text will do as well.
REASONS: dict[str, Text] = {
    "seen_done": Text("现场或录像所见已完成", "seen done, on site or on the recording"),
    "seen_not_done": Text("现场或录像所见未完成", "seen not done, on site or on the recording"),
    "other_means": Text("以其他有效方式完成", "done by another valid means"),
    "wrong_manner": Text("已做但方式不当", "done, but in the wrong manner"),
    "equipment_fault": Text("设备或仿真故障影响", "a fault of equipment or simulation interfered"),
    "timing_fault": Text("计时起止点有误", "the clock started or stopped at the wrong moment"),
}


class Missing(NamedTuple):
    """What keeps a sheet from being locked. what: mark, reason or rating."""

    field: str
    what: str


def _limits(rubric: Rubric, prefilled: Sheet | None) -> dict[str, tuple[Decimal, Decimal] | None]:
    """Item id -> most points and most timing points; None: the machine's, and not open before the drill is sealed."""
    if prefilled is not None:
        return {line.item_id: (line.max_points, line.time_max) for line in prefilled.lines}
    return {item.id: (item.points, NOTHING) if item.human else None for item in rubric.items}


def _fits(amount: Decimal, most: Decimal) -> bool:
    return amount.is_finite() and NOTHING <= amount <= most and amount == hundredths(amount)


def check(patch: Patch, rubric: Rubric, prefilled: Sheet | None) -> None:
    """Refuse a patch that names what the sheet does not have, or gives what it cannot hold; the fields are named."""
    limits = _limits(rubric, prefilled)
    unknown = [MARK + item for item in patch.marks if item not in limits]
    unknown += [VETO + veto for veto in patch.vetoes if veto not in {veto.id for veto in rubric.vetoes}]
    if unknown:
        raise PanelError("unknown_field", fields=sorted(unknown))
    if early := sorted(MARK + item for item in patch.marks if limits[item] is None):
        raise PanelError("not_sealed", fields=early)
    wrong = sorted(_out_of_range(patch, limits))
    if wrong:
        raise PanelError("out_of_range", fields=wrong)


def _out_of_range(patch: Patch, limits: dict[str, tuple[Decimal, Decimal] | None]) -> Iterator[str]:
    for item, entry in patch.marks.items():
        most = limits[item]
        if entry and most and not (_fits(entry.points, most[0]) and _fits(entry.time_points, most[1])):
            yield MARK + item
    rating = patch.global_rating
    if rating is not UNSET and rating is not None and not 1 <= rating <= len(RATING_FROM):
        yield RATING


def _lacks(line: Line, entry: Entry | None) -> str | None:
    if entry is None:
        return "mark" if line.points is None else None
    departs = line.points is not None and (entry.points, entry.time_points) != (line.points, line.time_points)
    return "reason" if departs and not entry.reason.strip() else None


def missing(sheet: OwnSheet, prefilled: Sheet) -> tuple[Missing, ...]:
    """What the sheet lacks before it can be locked: open items, reasons of overrides, the global rating."""
    lacking = ((line.item_id, _lacks(line, sheet.marks.get(line.item_id))) for line in prefilled.lines)
    found = [Missing(MARK + item, what) for item, what in lacking if what]
    return (*found, Missing(RATING, "rating")) if sheet.global_rating is None else tuple(found)


def running_total(sheet: OwnSheet, prefilled: Sheet | None) -> Decimal:
    """Points so far: own marks, and the machine's where they were not overridden; before any veto."""
    given = {line.item_id: (line.points, line.time_points) for line in prefilled.lines} if prefilled else {}
    given |= {item: (entry.points, entry.time_points) for item, entry in sheet.marks.items()}
    with localcontext(FIXED):
        return sum((points + timing for points, timing in given.values() if points is not None), NOTHING)


def marked(sheet: OwnSheet, prefilled: Sheet, examiner: str, external: bool) -> MarkedSheet:
    """The marks of a complete sheet. PanelError `incomplete` names what it lacks."""
    lacking = missing(sheet, prefilled)
    if lacking or sheet.global_rating is None:
        raise PanelError("incomplete", missing=[found._asdict() for found in lacking])
    marks = {
        item: Mark(item, entry.points, entry.time_points, entry.reason) for item, entry in sheet.marks.items()
    }
    return mark_sheet(prefilled, examiner, marks, sheet.global_rating, sheet.vetoes, external)
