"""Placing: words on a plan, so that none lies on another. What stands first in the list is placed first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

Box = tuple[float, float, float, float]  # left, top, right, bottom
WAYS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
REACHES = (8.0, 18.0, 32.0, 50.0, 75.0, 105.0)
GAP = 1.5
DOT = 4.0  # half of what is drawn at a point


@dataclass(frozen=True, slots=True)
class Words:
    """What is written beside (or, middle, on) a point of the picture."""

    text: str
    x: float
    y: float
    colour: str
    size: float
    middle: bool = False


def placed(words: Sequence[Words], within: tuple[float, float]) -> Iterator[str]:
    """The words as SVG, with a thin line to the point where they stand far from it. Names before mere numbers."""
    dots = ((w.x, w.y) for w in words if not w.middle)
    taken: list[Box] = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in dots]
    for one in sorted(words, key=lambda w: (not w.middle, -w.size)):
        box, far = _free(one, taken, within)
        taken.append(box)
        left, top, right, bottom = box
        if far:
            x, y = min(max(one.x, left), right), min(max(one.y, top), bottom)
            yield (
                f'<line x1="{one.x:.1f}" y1="{one.y:.1f}" x2="{x:.1f}" y2="{y:.1f}" stroke="{one.colour}"'
                ' stroke-width="0.5"/>'
            )
        yield (
            f'<text x="{left:.1f}" y="{bottom - one.size * 0.25:.1f}" font-size="{one.size:g}" fill="{one.colour}"'
            f' stroke="#fff" stroke-width="2" paint-order="stroke">{escape(one.text)}</text>'
        )


def _free(one: Words, taken: Sequence[Box], within: tuple[float, float]) -> tuple[Box, bool]:
    """The nearest box that lies on no other and in the picture; the nearest of all if there is none."""
    wide = sum(one.size if east_asian_width(letter) in "WF" else one.size * 0.58 for letter in one.text)
    half = (wide / 2.0, one.size * 0.6)
    tried = [] if not one.middle else [_box(one.x, one.y, half)]
    for reach in REACHES:
        for x, y in WAYS:
            tried.append(_box(one.x + x * (reach + half[0]), one.y + y * (reach + half[1]), half))
    for i, box in enumerate(tried):
        inside = box[0] >= 0.0 and box[1] >= 40.0 and box[2] <= within[0] and box[3] <= within[1]
        if inside and not any(_meet(box, other) for other in taken):
            return box, i >= 2 * len(WAYS)
    return tried[0], False


def _box(x: float, y: float, half: tuple[float, float]) -> Box:
    return x - half[0], y - half[1], x + half[0], y + half[1]


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] + GAP and b[0] < a[2] + GAP and a[1] < b[3] + GAP and b[1] < a[3] + GAP
