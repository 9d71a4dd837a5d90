"""Cohort: calls of one model of the calculator, what was measured there, the bars, and what others reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from sim_core.text import Text

ALL = Text("", "")


@dataclass(frozen=True, slots=True)
class Case:
    """One call. at: where each measurement stands on the axis; observed: one value for each.

    group: which rays or side of a trial this is, where a trial takes several calls.
    """

    trial: str
    inputs: Mapping[str, Any]
    at: tuple[float, ...]
    observed: tuple[float, ...]
    group: Text = ALL


@dataclass(frozen=True, slots=True)
class Bar:
    """What a statistic must reach: from least to most."""

    statistic: str
    least: float = -inf
    most: float = inf

    def held(self, value: float) -> bool:
        """Whether a value reaches the bar."""
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class Reference:
    """What another model reached. of: on which measurements; None: not published. key: its name in JSON."""

    key: str
    title: Text
    of: Text
    source: str
    n: int | None = None
    fac2: float | None = None
    mg: float | None = None
    vg: float | None = None
    fb: float | None = None
    within_tolerance: float | None = None
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Rival:
    """Another way to compute the same measurements here: calls of another model, or values that were kept.

    Predictions stand in the order of the cohort's measurements. per: what a prediction is divided by to be in the
    unit of the observed.
    """

    key: str
    title: Text
    source: str
    model: str = ""
    output: str = ""
    inputs: tuple[Mapping[str, Any], ...] = ()
    per: tuple[float, ...] = ()
    kept: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Cohort:
    """name: as in `validate --json`. model, output: of the calculator. unit, axis_unit: as shown; axis: what varies.

    floor: below it a value counts as the floor (detection limit or resolution of the data), floor_says why.
    tolerance: a share of the observed within which a value must lie, None where the factor alone counts.
    plot: "decay" (both axes logarithmic), "course" (both linear), "" for scatter alone.
    """

    name: str
    title: Text
    model: str
    output: str
    quantity: Text
    unit: str
    axis: Text
    axis_unit: str
    cases: tuple[Case, ...]
    floor: float
    floor_says: Text
    source: str
    tolerance: float | None = None
    plot: str = "decay"
    bars: tuple[Bar, ...] = ()
    references: tuple[Reference, ...] = ()
    rivals: tuple[Rival, ...] = ()
    notes: tuple[Text, ...] = ()
    left_out: tuple[Text, ...] = ()

    @property
    def n(self) -> int:
        """How many measurements."""
        return sum(len(c.observed) for c in self.cases)

    @property
    def trials(self) -> tuple[str, ...]:
        """The trials, each once, in their order."""
        return tuple(dict.fromkeys(c.trial for c in self.cases))
