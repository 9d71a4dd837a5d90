"""Rubric: what a sheet of 100 points asks for. Pure data; `scoring.marks` fills it from events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

SECTIONS = ("procedure", "timing", "outcome", "command", "closing")
SECTION_POINTS = {"procedure": 45, "timing": 15, "outcome": 15, "command": 15, "closing": 10}


class Text(NamedTuple):
    """What a person reads, in both languages. Shape of `sim_core.text.Text`, which lies behind the wall."""

    zh: str
    en: str


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which events count. An empty string matches anything; a trailing `*` matches a prefix.

    value_min, value_max: inclusive limits of `Event.value`.
    """

    kind: str
    seat: str = ""
    act: str = ""
    subject: str = ""
    detail: str = ""
    to: str = ""
    by: str = ""
    value_min: float | None = None
    value_max: float | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the sheet.

    done: groups of patterns; every group must be met, any pattern of a group meets it. The item is done at
        the tick at which the last group was first met.
    never: the item is lost if any of these is met (outcome items; an item with `never` and no `done` is
        earned at the end of the drill by nothing having happened).
    instead: groups as in `done`: the alternative that earns the item where the draw makes the act wrong.
    instead_if: the alternative counts only once one of these is met (empty: always).
    clock: cue ids; the clock starts at the first of them revealed to an examined seat (empty: start of
        drill).
    target_s, limit_s, floor_s: the time law (exams §4); target_s 0 = a matter of state or order, not timed.
    after: items that must have been done before this one. critical: a critical step.
    needs: patterns without which an item with `never` is not earned (all groups), e.g. that the drill was
        fought.
    human: of human judgement, never pre-filled. timing_weight: its share of the 15 timing points, 0 = none.
    axes: capability axis -> weight (Q-matrix). standard: where the demand comes from.
    """

    id: str
    name: Text
    section: str
    points: Decimal
    act: str = ""
    done: tuple[tuple[Pattern, ...], ...] = ()
    never: tuple[Pattern, ...] = ()
    needs: tuple[tuple[Pattern, ...], ...] = ()
    instead: tuple[tuple[Pattern, ...], ...] = ()
    instead_if: tuple[Pattern, ...] = ()
    clock: tuple[str, ...] = ()
    target_s: float = 0.0
    limit_s: float = 0.0
    floor_s: float = 0.0
    after: tuple[str, ...] = ()
    critical: bool = False
    human: bool = False
    timing_weight: Decimal = Decimal(0)
    axes: dict[str, Decimal] = field(default_factory=dict)
    standard: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Veto:
    """一票否决.

    facts: any of these events draws it. absent: drawn when none of these came within limit_s of the clock
    (patterns of acts that must not be missing). life: where life was at stake.
    """

    id: str
    name: Text
    facts: tuple[Pattern, ...] = ()
    absent: tuple[Pattern, ...] = ()
    clock: tuple[str, ...] = ()
    limit_s: float = 0.0
    life: bool = True
    axes: tuple[str, ...] = ()
    standard: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Rubric:
    """The whole sheet. Points of procedure, outcome, command and closing items sum to their section; the 15
    timing points are shared out over the items by `timing_weight`. pass_score: 80; veto_cap: 59.
    names: what codes in events are called, (Chinese, English); a code without a name is shown as it is."""

    id: str
    version: str
    items: tuple[Item, ...]
    vetoes: tuple[Veto, ...]
    pass_score: Decimal = Decimal(80)
    veto_cap: Decimal = Decimal(59)
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
