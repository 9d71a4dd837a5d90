"""Plots: observed against predicted, and both over distance or time, as SVG that takes its colours from the page."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from math import cos, pi, sin

from server.validation.axes import Axis, axis_over
from server.validation.cohort import Cohort
from server.validation.predicting import Found, Reading
from sim_core.text import Text

COLOURS = 7  # of the page: c0 ... c6, after Okabe and Ito
SHAPES = 6
WIDE, HIGH, LEFT, BELOW, EDGE = 420.0, 400.0, 62.0, 46.0, 12.0
SMALL_WIDE, SMALL_HIGH = 300.0, 220.0


def mark(index: int, x: float, y: float, hollow: bool = False, size: float = 4.6) -> str:
    """A mark that its shape tells apart as well as its colour."""
    kind = f'class="m c{index % COLOURS}{" hollow" if hollow else ""}"'
    match (index + index // COLOURS) % SHAPES:
        case 0:
            return f'<circle {kind} cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>'
        case 1:
            return f'<path {kind} d="{_corners(x, y, 4, size * 1.25, 0.25 * pi)}"/>'
        case 2:
            return f'<path {kind} d="{_corners(x, y, 3, size * 1.4, -0.5 * pi)}"/>'
        case 3:
            return f'<path {kind} d="{_corners(x, y, 4, size * 1.35, 0.0)}"/>'
        case 4:
            return f'<path {kind} d="{_corners(x, y, 3, size * 1.4, 0.5 * pi)}"/>'
        case _:
            return f'<path {kind} d="{_corners(x, y, 6, size * 1.2, 0.0)}"/>'


def _corners(x: float, y: float, n: int, radius: float, turn: float) -> str:
    points = ((x + radius * cos(turn + 2.0 * pi * k / n), y + radius * sin(turn + 2.0 * pi * k / n)) for k in range(n))
    return "M" + "L".join(f"{a:.1f},{b:.1f}" for a, b in points) + "Z"


def scatter(found: Found) -> str:
    """Predicted over observed, both logarithmic, with lines of equality and of the factor or tolerance."""
    c, shown = found.cohort, [r for r in found.readings if r.predicted]
    if not shown:
        return ""
    values = [v for r in shown for v in (r.observed, r.predicted or 0.0)]
    x = axis_over(values, LEFT, WIDE - EDGE, logarithmic=True)
    y = axis_over(values, HIGH - BELOW, EDGE, logarithmic=True)
    factors = [1.0 + c.tolerance, 1.0 - c.tolerance] if c.tolerance else [2.0, 0.5]
    lines = "".join(_ray(x, y, f, "near" if f == 1.0 else "off") for f in (1.0, *factors))
    order = {trial: n for n, trial in enumerate(c.trials)}
    marks = "".join(
        f"<g>{mark(order[r.case.trial], x.at(r.observed), y.at(r.predicted or 0.0))}"
        f"<title>{escape(_told(r, c))}</title></g>"
        for r in shown
    )
    unit = "" if c.unit == "1" else f" {c.unit}"
    seen = Text(f"实测{unit}", f"observed{unit}"), Text(f"预测{unit}", f"predicted{unit}")
    return _frame(
        WIDE,
        HIGH,
        x,
        y,
        *seen,
        lines + marks,
        Text(f"{c.title.zh}：预测对实测", f"{c.title.en}: predicted over observed"),
    )


def courses(found: Found) -> str:
    """One small plot a trial: observed as full marks, predicted as hollow ones on a line, over distance or time."""
    c = found.cohort
    return "".join(
        f'<figure class="small"><figcaption>{escape(trial)}</figcaption>{_course(found, c, trial)}</figure>'
        for trial in c.trials
        if sum(r.case.trial == trial for r in found.readings) > 1
    )


def _course(found: Found, c: Cohort, trial: str) -> str:
    rows = [r for r in found.readings if r.case.trial == trial]
    log = c.plot == "decay"
    values = [v for r in (found.readings if c.plot == "course" else rows) for v in (r.observed, r.predicted) if v]
    x = axis_over([r.at for r in rows], LEFT, SMALL_WIDE - EDGE, logarithmic=log)
    y = axis_over(values, SMALL_HIGH - BELOW, EDGE, logarithmic=log)
    sides = groups(c)
    body = ""
    for n, (_, ray) in enumerate(groupby(rows, key=lambda r: id(r.case))):
        readings = list(ray)
        body += _series(readings, x, y, sides.index(readings[0].case.group) if len(sides) > 1 else n % COLOURS)
    unit = "" if c.unit == "1" else f", {c.unit}"
    return _frame(
        SMALL_WIDE, SMALL_HIGH, x, y, Text(f"{c.axis.zh}，{c.axis_unit}", f"{c.axis.en}, {c.axis_unit}"),
        Text(f"{c.quantity.zh}{unit}", f"{c.quantity.en}{unit}"), body,
        Text(f"{c.title.zh}，{trial}：实测与预测", f"{c.title.en}, {trial}: observed and predicted"), small=True,
    )  # fmt: skip


def groups(cohort: Cohort) -> Sequence[Text]:
    """The groups of a cohort's cases, each once."""
    return list(dict.fromkeys(case.group for case in cohort.cases))


def _series(rows: Sequence[Reading], x: Axis, y: Axis, index: int) -> str:
    here = [r for r in rows if r.predicted]
    line = " ".join(f"{x.at(r.at):.1f},{y.at(r.predicted or 0.0):.1f}" for r in here)
    drawn = f'<polyline class="line c{index % COLOURS}" points="{line}"/>'
    drawn += "".join(mark(index, x.at(r.at), y.at(r.predicted or 0.0), hollow=True, size=3.2) for r in here)
    return drawn + "".join(mark(index, x.at(r.at), y.at(r.observed)) for r in rows)


def legend(found: Found) -> Iterable[tuple[str, str]]:
    """For each trial its mark and its name."""
    for n, trial in enumerate(found.cohort.trials):
        yield _key(n), trial


def sides(cohort: Cohort) -> Iterable[tuple[str, Text]]:
    """For each group its mark and its words; nothing where there is but one."""
    every = groups(cohort)
    return [(_key(n), words) for n, words in enumerate(every)] if len(every) > 1 else []


def _key(index: int) -> str:
    return f'<svg class="key" viewBox="0 0 16 16" aria-hidden="true">{mark(index, 8.0, 8.0)}</svg>'


def _told(r: Reading, c: Cohort) -> str:
    unit = "" if c.unit == "1" else f" {c.unit}"
    return f"{r.case.trial}, {r.at:g} {c.axis_unit}: {r.observed:.3g} → {r.predicted:.3g}{unit}"


def _ray(x: Axis, y: Axis, factor: float, kind: str) -> str:
    """The line predicted = factor x observed, cut at the frame."""
    low, high = max(x.least, y.least / factor), min(x.most, y.most / factor)
    if low >= high:
        return ""
    ends = f'x1="{x.at(low):.1f}" y1="{y.at(factor * low):.1f}" x2="{x.at(high):.1f}" y2="{y.at(factor * high):.1f}"'
    return f'<line class="{kind}" {ends}/>'


def _frame(
    wide: float,
    high: float,
    x: Axis,
    y: Axis,
    x_words: Text,
    y_words: Text,
    body: str,
    title: Text,
    small: bool = False,
) -> str:
    """Axes with ticks and words in both languages around a drawing."""
    right, bottom = wide - EDGE, high - BELOW
    parts = [f'<rect class="frame" x="{LEFT}" y="{EDGE}" width="{right - LEFT}" height="{bottom - EDGE}"/>']
    for value, words in x.ticks:
        at = x.at(value)
        parts.append(f'<line class="tick" x1="{at:.1f}" y1="{EDGE}" x2="{at:.1f}" y2="{bottom}"/>')
        parts.append(f'<text class="t" x="{at:.1f}" y="{bottom + 15}" text-anchor="middle">{words}</text>')
    for value, words in y.ticks:
        at = y.at(value)
        parts.append(f'<line class="tick" x1="{LEFT}" y1="{at:.1f}" x2="{right}" y2="{at:.1f}"/>')
        parts.append(f'<text class="t" x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{words}</text>')
    middle = 0.5 * (LEFT + right)
    for lang, across, up in (("zh", x_words.zh, y_words.zh), ("en", x_words.en, y_words.en)):
        parts.append(
            f'<text class="a {lang}" x="{middle}" y="{high - 10}" text-anchor="middle">{escape(across)}</text>'
        )
        if not small:
            parts.append(
                f'<text class="a {lang}" transform="translate(14 {0.5 * (EDGE + bottom)}) rotate(-90)" '
                f'text-anchor="middle">{escape(up)}</text>'
            )
    return (
        f'<svg viewBox="0 0 {wide:g} {high:g}" role="img" aria-label="{escape(title.zh)} / {escape(title.en)}">'
        f"{''.join(parts)}{body}</svg>"
    )
