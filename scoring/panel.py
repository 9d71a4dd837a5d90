"""Panel: examiners' sheets, their mean, the vetoes they confirm, and what calls the chief examiner in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from scoring.amounts import FIXED, hundredths, plain
from scoring.marks import NOTHING, Line, Sheet, capped
from scoring.rubric import Rubric, Text

RATING_FROM = (Decimal(0), Decimal(60), Decimal(80), Decimal(85), Decimal(90))  # where ratings 1..5 start
BAR = Decimal(60)
WIDE_RANGE, RANGE_ACROSS_BAR, NEAR_THRESHOLD = Decimal(15), Decimal(8), Decimal(2)
RATING_GAP = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """What one examiner gave on one line. reason: why it departs from the machine's, "" = it does not."""

    item_id: str
    points: Decimal
    time_points: Decimal = NOTHING
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """One examiner's sheet.

    global_rating: 1 needs improvement, 2 borderline, 3 pass, 4 good, 5 excellent. vetoes: ids this examiner
    draws. external: the examiner comes from outside the base.
    """

    examiner: str
    marks: tuple[Mark, ...]
    global_rating: int
    vetoes: tuple[str, ...] = ()
    external: bool = False


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Why the chief examiner must look at the recording."""

    code: str
    reason: Text


@dataclass(frozen=True, slots=True)
class PanelResult:
    """What the panel's sheets come to.

    totals: (examiner, points of 100), by examiner. mean: raw, two decimals. score: the mean, capped where a
    veto stands. vetoes: ids confirmed. external: someone from outside the base sat. lines: mean points,
    unrounded.
    """

    totals: tuple[tuple[str, Decimal], ...]
    mean: Decimal
    score: Decimal
    passed: bool
    vetoes: tuple[str, ...]
    discrepancies: tuple[Discrepancy, ...]
    external: bool
    lines: tuple[Line, ...]


def _checked(line: Line, mark: Mark) -> Mark:
    if not NOTHING <= mark.points <= line.max_points or not NOTHING <= mark.time_points <= line.time_max:
        raise ValueError(f"points out of range on {line.item_id}")
    if mark.points != hundredths(mark.points) or mark.time_points != hundredths(mark.time_points):
        raise ValueError(f"more than two decimals on {line.item_id}")
    departs = line.points is not None and (mark.points, mark.time_points) != (line.points, line.time_points)
    if departs and not mark.reason.strip():
        raise ValueError(f"an override needs a reason on {line.item_id}")
    return mark


def mark_sheet(
    sheet: Sheet,
    examiner: str,
    marks: Mapping[str, Mark],
    global_rating: int,
    vetoes: tuple[str, ...] = (),
    external: bool = False,
) -> MarkedSheet:
    """Make an examiner's sheet from the pre-filled one.

    marks: item id -> mark; they fill what is open and override what the machine filled.
    ValueError: an open line left open, an unknown line, points out of range, an override without a reason.
    """
    if not 1 <= global_rating <= len(RATING_FROM):
        raise ValueError(f"global rating must be 1 to {len(RATING_FROM)}")
    if unknown := sorted(marks.keys() - {line.item_id for line in sheet.lines}):
        raise ValueError(f"no such line: {', '.join(unknown)}")
    filled = []
    for line in sheet.lines:
        if line.item_id in marks:
            filled.append(_checked(line, marks[line.item_id]))
        elif line.points is None:
            raise ValueError(f"not judged yet: {line.item_id}")
        else:
            filled.append(Mark(line.item_id, line.points, line.time_points))
    return MarkedSheet(examiner, tuple(filled), global_rating, vetoes, external)


def total(sheet: MarkedSheet) -> Decimal:
    """Add up one sheet, points of 100, before any veto."""
    with localcontext(FIXED):
        return sum((mark.points + mark.time_points for mark in sheet.marks), NOTHING)


def mean(sheets: Sequence[MarkedSheet]) -> Decimal:
    """Give the mean of the totals, rounded once, half up, to two decimals; never trimmed. exams §1."""
    with localcontext(FIXED):
        return hundredths(sum((total(sheet) for sheet in sheets), NOTHING) / len(sheets))


def confirmed_vetoes(sheets: Sequence[MarkedSheet], prefilled: Sheet, rubric: Rubric) -> tuple[str, ...]:
    """Give the vetoes that stand: drawn by a fact of the log, or by 2 of 3 (a majority of at least two)."""
    facts = {veto.veto_id for veto in prefilled.vetoes}
    standing = []
    for veto in rubric.vetoes:
        votes = sum(veto.id in sheet.vetoes for sheet in sheets)
        if veto.id in facts or (votes >= 2 and 2 * votes > len(sheets)):
            standing.append(veto.id)
    return tuple(standing)


def rating_of(points: Decimal) -> int:
    """Give the global rating, 1 to 5, that a total corresponds to."""
    return sum(points >= start for start in RATING_FROM)


def _of_totals(totals: Sequence[Decimal], average: Decimal, threshold: Decimal) -> list[Discrepancy]:
    low, high = min(totals), max(totals)
    spread = plain(high - low)
    found = []
    if high - low > WIDE_RANGE:
        text = Text(f"极差 {spread} 分，大于 {WIDE_RANGE} 分", f"range {spread} points, above {WIDE_RANGE}")
        found.append(Discrepancy("range", text))
    if low < BAR <= high and high - low > RANGE_ACROSS_BAR:
        text = Text(f"分数跨越 {BAR} 分线且极差 {spread} 分", f"scores straddle {BAR}, range {spread} points")
        found.append(Discrepancy("straddle", text))
    if abs(average - threshold) <= NEAR_THRESHOLD:
        text = Text(
            f"均分 {average} 距合格线 {threshold} 分不超过 {NEAR_THRESHOLD} 分",
            f"mean {average} lies within {NEAR_THRESHOLD} points of the pass mark {threshold}",
        )
        found.append(Discrepancy("near_threshold", text))
    return found


def _of_ratings(sheets: Sequence[MarkedSheet]) -> list[Discrepancy]:
    found = []
    for sheet in sheets:
        given, implied = sheet.global_rating, rating_of(total(sheet))
        if abs(given - implied) >= RATING_GAP:
            text = Text(
                f"考官 {sheet.examiner} 总评 {given} 级，与分项得分相当的 {implied} 级相差两级以上",
                f"examiner {sheet.examiner} rates {given}, the checklist comes to {implied}",
            )
            found.append(Discrepancy("rating", text))
    return found


def _of_critical_items(sheets: Sequence[MarkedSheet], rubric: Rubric) -> list[Discrepancy]:
    given = [{mark.item_id: mark.points for mark in sheet.marks} for sheet in sheets]
    found = []
    for item in rubric.items:
        if item.critical:
            earned = [2 * points.get(item.id, NOTHING) >= item.points for points in given]
            if any(earned) and not all(earned):
                votes = f"{sum(earned)}:{len(earned) - sum(earned)}"
                zh, en = f"关键步骤“{item.name.zh}”意见", f"critical step '{item.name.en}' split"
                found.append(Discrepancy("critical", Text(f"{zh} {votes}", f"{en} {votes}")))
    return found


def _of_vetoes(sheets: Sequence[MarkedSheet], rubric: Rubric, standing: Sequence[str]) -> list[Discrepancy]:
    found = []
    for veto in rubric.vetoes:
        votes = sum(veto.id in sheet.vetoes for sheet in sheets)
        if votes and veto.id not in standing:
            text = Text(
                f"{votes} 名考官提出一票否决“{veto.name.zh}”，未获确认",
                f"veto '{veto.name.en}' drawn by {votes}, not confirmed",
            )
            found.append(Discrepancy("veto", text))
    return found


def discrepancies(
    sheets: Sequence[MarkedSheet], prefilled: Sheet, rubric: Rubric
) -> tuple[Discrepancy, ...]:
    """Apply the discrepancy gate of exams §1; empty: the mean stands without review."""
    totals = [total(sheet) for sheet in sheets]
    standing = confirmed_vetoes(sheets, prefilled, rubric)
    with localcontext(FIXED):
        return (
            *_of_totals(totals, mean(sheets), rubric.pass_score),
            *_of_ratings(sheets),
            *_of_critical_items(sheets, rubric),
            *_of_vetoes(sheets, rubric, standing),
        )


def _mean_lines(sheets: Sequence[MarkedSheet], prefilled: Sheet) -> tuple[Line, ...]:
    lines = []
    for place, line in enumerate(prefilled.lines):
        marks = [sheet.marks[place] for sheet in sheets]
        points = sum((mark.points for mark in marks), NOTHING) / len(marks)
        time_points = sum((mark.time_points for mark in marks), NOTHING) / len(marks)
        lines.append(replace(line, points=points, time_points=time_points))
    return tuple(lines)


def panel_result(sheets: Sequence[MarkedSheet], prefilled: Sheet, rubric: Rubric) -> PanelResult:
    """Bring the locked sheets of one drill together; their order does not matter.

    ValueError: no sheet, two of one examiner, or a sheet of another rubric.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.examiner)
    if not ordered or len({sheet.examiner for sheet in ordered}) < len(ordered):
        raise ValueError("a panel needs one sheet from each of its examiners")
    names = [line.item_id for line in prefilled.lines]
    if any([mark.item_id for mark in sheet.marks] != names for sheet in ordered):
        raise ValueError("a sheet does not have the lines of this rubric")
    average = mean(ordered)
    standing = confirmed_vetoes(ordered, prefilled, rubric)
    score = capped(average, rubric, bool(standing))
    with localcontext(FIXED):
        lines = _mean_lines(ordered, prefilled)
    return PanelResult(
        tuple((sheet.examiner, total(sheet)) for sheet in ordered),
        average,
        score,
        score >= rubric.pass_score and not standing,
        standing,
        discrepancies(ordered, prefilled, rubric),
        any(sheet.external for sheet in ordered),
        lines,
    )
