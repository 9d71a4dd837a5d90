"""Radar picture: the radar of one drill as a standalone SVG. Same radar, same bytes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from html import escape
from textwrap import wrap

from scoring.amounts import FIXED, HUNDRED, hundredths, tenths
from scoring.radar import ITEMS_NEEDED, Axis, Radar
from scoring.rubric import Text

WIDTH, HEIGHT = 980, 860
CENTRE_X, CENTRE_Y, RADIUS = Decimal(490), Decimal(450), Decimal(230)
LABEL_RADIUS = RADIUS + 26
DIAGONAL = Decimal("0.70710678")  # cos 45°: written out, since libm is not the same on every machine
ZERO, ONE = Decimal(0), Decimal(1)
SPOKES = (
    (ZERO, -ONE),
    (DIAGONAL, -DIAGONAL),
    (ONE, ZERO),
    (DIAGONAL, DIAGONAL),
    (ZERO, ONE),
    (-DIAGONAL, DIAGONAL),
    (-ONE, ZERO),
    (-DIAGONAL, -DIAGONAL),
)
PASS_LINE = Decimal(80)
STYLE = """
text { font-family: "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif }
text { fill: #22313c }
.grid { fill: none; stroke: #dbe2e7 } .spoke { stroke: #c3cdd4 }
.scale { font-size: 11px; fill: #6b7882; paint-order: stroke; stroke: #fbfcfd; stroke-width: 4px }
.pass { fill: none; stroke: #b0692b; stroke-width: 1.6; stroke-dasharray: 7 4 }
.at-pass { fill: #8f531f; font-weight: 700 }
.band { fill: #3f7f9c; fill-opacity: .2; fill-rule: evenodd } .whisker { stroke: #3f7f9c; stroke-width: 2.4 }
.mean { fill: none; stroke: #1d5470; stroke-width: 2.6; stroke-linejoin: round } .dot { fill: #1d5470 }
.unknown { stroke: #a7b0b7; stroke-width: 1.4; stroke-dasharray: 3 5 }
.title { font-size: 23px; font-weight: 600 } .sub { font-size: 14px; fill: #4d5c67 }
.zh { font-size: 16px; font-weight: 600 } .en { font-size: 12px; fill: #4d5c67 }
.figure { font-size: 14px; fill: #1d5470 } .note { font-size: 12px; fill: #8f531f }
text.grey { fill: #6f7a82 }
""".strip()

Point = tuple[Decimal, Decimal]


def _at(place: int, value: Decimal) -> Point:
    """Give the point of a spoke at a value of 0..100, px."""
    x, y = SPOKES[place]
    return CENTRE_X + x * RADIUS * value / HUNDRED, CENTRE_Y + y * RADIUS * value / HUNDRED


def _path(points: Sequence[Point], closed: bool) -> str:
    return "M" + " L".join(f"{tenths(x)},{tenths(y)}" for x, y in points) + (" Z" if closed else "")


def _text(x: Decimal | int, y: Decimal | int, kind: str, words: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'


def _line(start: Point, end: Point, kind: str) -> str:
    (x1, y1), (x2, y2) = start, end
    ends = f'x1="{tenths(x1)}" y1="{tenths(y1)}" x2="{tenths(x2)}" y2="{tenths(y2)}"'
    return f'<line class="{kind}" {ends}/>'


def _ring(value: Decimal, kind: str) -> str:
    return f'<path class="{kind}" d="{_path([_at(place, value) for place in range(len(SPOKES))], True)}"/>'


def _runs(axes: Sequence[Axis]) -> list[list[int]]:
    """Group neighbouring spokes that have a value, around the circle; a full circle is one run."""
    known = [place for place, axis in enumerate(axes) if axis.mean is not None]
    runs: list[list[int]] = []
    for place in known:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == len(axes) - 1:
        runs[0] = runs.pop() + runs[0]
    return runs


def _grid(axes: Sequence[Axis]) -> Iterator[str]:
    for value in (20, 40, 60, 80, 100):
        yield _ring(Decimal(value), "grid")
    for place, axis in enumerate(axes):
        yield _line(_at(place, ZERO), _at(place, HUNDRED), "spoke" if axis.mean is not None else "unknown")


def _scale() -> Iterator[str]:
    for value in (20, 40, 60, 80, 100):
        x, y = _at(0, Decimal(value))
        kind = "scale at-pass" if value == PASS_LINE else "scale"
        yield _text(tenths(x + 6), tenths(y + 4), kind, str(value))


def _shape(axes: Sequence[Axis]) -> Iterator[str]:
    """Draw band and mean line over the known axes only: nothing is drawn where nothing is known."""
    bands, means = [], []
    for run in _runs(axes):
        whole = len(run) == len(axes)
        high = [_at(place, axes[place].high or ZERO) for place in run]
        low = [_at(place, axes[place].low or ZERO) for place in run]
        bands.append(f"{_path(high, True)} {_path(low, True)}" if whole else _path(high + low[::-1], True))
        means.append(_path([_at(place, axes[place].mean or ZERO) for place in run], whole))
    yield from (f'<path class="band" d="{band}"/>' for band in bands)
    yield _ring(PASS_LINE, "pass")
    yield from (f'<path class="mean" d="{mean}"/>' for mean in means)
    for place, axis in enumerate(axes):
        if axis.mean is not None:
            yield _line(_at(place, axis.low or ZERO), _at(place, axis.high or ZERO), "whisker")
            x, y = _at(place, axis.mean)
            yield f'<circle class="dot" cx="{tenths(x)}" cy="{tenths(y)}" r="4.5"/>'


def _label(axis: Axis, width: int) -> list[tuple[str, str]]:
    """Write an axis as lines of (class, words): its name, its figures or why there are none."""
    grey = " grey" if axis.mean is None else ""
    lines = [("zh" + grey, f"{axis.id} {axis.name.zh}")]
    lines += [("en" + grey, words) for words in wrap(axis.name.en, width)]
    if axis.mean is None:
        lines.append(("figure grey", f"证据不足（{axis.items} 项）"))
        lines.append(("en grey", f"not enough evidence ({axis.items})"))
    else:
        lines.append(("figure", f"{axis.mean} ({axis.low}–{axis.high})"))
    if axis.capped:
        lines.append(("note", "一票否决封顶 capped by veto"))
    return lines


def _labels(axes: Sequence[Axis]) -> Iterator[str]:
    for place, axis in enumerate(axes):
        x, y = SPOKES[place]
        upright = x == 0
        lines = _label(axis, 44 if upright else 27)
        height = 17 * len(lines)
        at_x, at_y = CENTRE_X + x * LABEL_RADIUS, CENTRE_Y + y * LABEL_RADIUS
        # above the spoke that points up, below the one that points down, beside the others
        top = at_y - Decimal(height) / 2 * (1 - y if upright else 1)
        anchor = "middle" if upright else "start" if x > 0 else "end"
        for row, (kind, words) in enumerate(lines):
            yield _text(tenths(at_x), tenths(top + 14 + 17 * row), kind, words, anchor)


def _head(scenario: Text, score: Decimal) -> Iterator[str]:
    yield _text(32, 44, "title", f"{scenario.zh} {scenario.en}")
    yield _text(32, 72, "sub", f"能力雷达图 Capability radar · 得分 score {hundredths(score)}")
    yield _text(32, 94, "sub", "仅为一次演练，不代表个人能力档案 one drill only, not a profile of the person")


def _legend() -> Iterator[str]:
    y = HEIGHT - 26
    mid = y - 5
    yield f'<line class="mean" x1="32" y1="{mid}" x2="62" y2="{mid}"/>'
    yield f'<circle class="dot" cx="47" cy="{mid}" r="4.5"/>'
    yield _text(70, y, "en", "均值 mean")
    yield f'<rect class="band" x="160" y="{y - 12}" width="30" height="14"/>'
    yield _text(198, y, "en", "95 % 可信区间 credible band")
    yield f'<line class="pass" x1="398" y1="{mid}" x2="428" y2="{mid}"/>'
    yield _text(436, y, "en", f"合格线 pass line {PASS_LINE}")
    yield f'<line class="unknown" x1="576" y1="{mid}" x2="606" y2="{mid}"/>'
    too_few = f"证据不足（少于 {ITEMS_NEEDED} 项）not enough evidence (under {ITEMS_NEEDED} items)"
    yield _text(614, y, "en", too_few)


def radar_svg(radar: Radar, scenario: Text, score: Decimal) -> str:
    """Draw the radar of one drill, 980 x 860 px, with the scenario's name and the score of 100."""
    with localcontext(FIXED):
        parts = [
            *_head(scenario, score),
            *_grid(radar.axes),
            *_shape(radar.axes),
            *_scale(),
            *_labels(radar.axes),
            *_legend(),
        ]
    versions = escape(f"{radar.rubric_id} {radar.rubric_version} · {radar.model_version}")
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
            f"<title>{escape(f'{scenario.zh} {scenario.en}')}</title>",
            f"<desc>{versions}</desc>",
            f"<style>{STYLE}</style>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fbfcfd"/>',
            *parts,
            "</svg>\n",
        )
    )
