"""Radar: what one drill says about the eight capabilities, with how sure that is."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from scoring.amounts import FIXED, HUNDRED, exact, tenths
from scoring.axes import AXES
from scoring.beta import quantiles
from scoring.evidence import Evidence as Evidence
from scoring.marks import Line
from scoring.rubric import Rubric, Text

MODEL_VERSION = "radar-2"
PRIOR = Decimal(2)  # Beta(2, 2)
ITEMS_NEEDED = 3
BAND = (Decimal("0.025"), Decimal("0.975"))
CORRECT_SHARE, SPEED_SHARE = Decimal("0.7"), Decimal("0.3")


@dataclass(frozen=True, slots=True)
class Axis:
    """One capability, 0..100 to 0.1.

    items: how many items speak to it. mean, low, high: with the 95 % band; None = not enough evidence (grey).
    capped: a veto holds it down.
    """

    id: str
    name: Text
    items: int
    mean: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Radar:
    """The eight axes of one drill and its evidence, by the rubric and model of these versions."""

    axes: tuple[Axis, ...]
    evidence: tuple[Evidence, ...]
    rubric_id: str
    rubric_version: str
    model_version: str = MODEL_VERSION


def evidence(lines: Iterable[Line], rubric: Rubric) -> tuple[Evidence, ...]:
    """Turn the judged lines of a sheet into evidence: correct x (0.7 + 0.3 s / 100). exams §4.

    Lines still open give none; an item that is not timed is judged on being correct alone.
    """
    items = {item.id: item for item in rubric.items}
    found = []
    with localcontext(FIXED):
        for line in lines:
            item = items[line.item_id]
            if line.points is None or not item.axes:
                continue
            speed = HUNDRED if line.time_score is None else line.time_score
            value = line.points / line.max_points * (CORRECT_SHARE + SPEED_SHARE * speed / HUNDRED)
            late = None
            if item.target_s > 0 and line.seconds is not None:
                late = max(line.seconds - exact(item.target_s), Decimal(0))
            axes = tuple(item.axes.items())
            found.append(Evidence(item.id, item.name, axes, value, line.tick, late))
    return tuple(found)


def _axis(axis_id: str, found: Sequence[Evidence], cap: Decimal | None) -> Axis:
    spoken = [(dict(piece.axes).get(axis_id, Decimal(0)), piece.value) for piece in found]
    weighed = [(weight, value) for weight, value in spoken if weight > 0]
    name = AXES[axis_id]
    if len(weighed) < ITEMS_NEEDED:
        return Axis(axis_id, name, len(weighed), capped=cap is not None)
    a = PRIOR + sum((weight * value for weight, value in weighed), Decimal(0))
    b = PRIOR + sum((weight * (1 - value) for weight, value in weighed), Decimal(0))
    drawn = [tenths(HUNDRED * x) for x in (a / (a + b), *quantiles(a, b, BAND))]
    mean, low, high = drawn if cap is None else [min(x, cap) for x in drawn]
    return Axis(axis_id, name, len(weighed), mean, low, high, cap is not None)


def drill_radar(
    lines: Iterable[Line], rubric: Rubric, vetoes: Collection[str], teamwork: Iterable[Evidence] = ()
) -> Radar:
    """Draw up the radar of one drill: Beta(2, 2) posterior per axis with evidence weights, 95 % band.

    lines: of the pre-filled sheet or of the panel. vetoes: ids that stand; each caps the axes it touches. teamwork:
    what the orders of the drill show beside its items (`Sheet.teamwork`).
    """
    found = (*evidence(lines, rubric), *teamwork)
    touched = {axis for veto in rubric.vetoes if veto.id in vetoes for axis in veto.axes}
    with localcontext(FIXED):
        cap = tenths(rubric.veto_cap)
        axes = tuple(_axis(axis, found, cap if axis in touched else None) for axis in AXES)
    return Radar(axes, found, rubric.id, rubric.version)


def weak_points(radar: Radar, count: int = 3) -> tuple[Evidence, ...]:
    """Give the lowest pieces of evidence, weakest first, the heavier first among equals."""
    short = [piece for piece in radar.evidence if piece.value < 1]
    short.sort(key=lambda piece: (piece.value, -max(weight for _, weight in piece.axes)))
    return tuple(short[:count])
