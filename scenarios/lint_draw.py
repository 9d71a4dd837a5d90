"""Lint of the draw: ranges, faults, points of difficulty, strata that are reached, items that a fault spoils."""

from collections.abc import Iterator
from itertools import pairwise

from scenarios.lint_site import Fault, unknown
from scenarios.model import Choice, Distribution, Hidden, Mixture, Part, Scenario, Subset, Uniform
from scenarios.pilot import pilot
from scenarios.strata import STRATA
from sim_core.text import Text

LEAST_SHARE = 0.05  # of the draws in each stratum, so that a draw bound to it is soon found


def draw_faults(scenario: Scenario) -> Iterator[Fault]:
    """What is wrong with ranges, faults, difficulty and strata, and with items that a hidden value spoils."""
    items = {item.id: item for item in scenario.rubric.items}
    sound = True
    for hidden in scenario.hidden:
        key = f"hidden.{hidden.id}"
        for why in _range(hidden.range):
            sound = False
            yield f"{key}.range", why
        yield from ((f"{key}.fault", why) for why in _fault(hidden))
        yield from ((f"{key}.hard", why) for why in _hard(hidden))
        for item in hidden.spoils:
            if item not in items:
                yield unknown(f"{key}.spoils", item)
            elif not items[item].instead:
                why = Text(f"{hidden.id} 使其不可行，须有替代", f"{hidden.id} spoils it: give an alternative")
                yield f"rubric.{item}.instead", why
    yield from _strata(scenario, sound)


def _range(range_: Distribution) -> Iterator[Text]:
    parts: tuple[Uniform | Part, ...] = ()
    weights: tuple[float, ...] = (1.0,)
    match range_:
        case Uniform():
            parts = (range_,)
        case Mixture():
            parts, weights = range_.parts, tuple(p.weight for p in range_.parts)
        case Choice():
            weights = range_.weights
            if len(weights) != len(range_.options):
                yield Text("权重与取值个数不符", "as many weights as options are needed")
        case Subset():
            weights = range_.counts
            if len(weights) > len(range_.members) + 1:
                yield Text("个数权重多于成员", "more counts than members")
    if not weights or min(weights) < 0.0 or sum(weights) <= 0.0:
        yield Text("权重须非负且和为正", "weights must not be negative and must not sum to 0")
    for part in parts:
        if not (part.low < part.high and part.step > 0.0):
            yield Text("须满足 low < high 且 step > 0", "low < high and step > 0 do not hold")


def _fault(h: Hidden) -> Iterator[Text]:
    if not h.fault:
        return
    if isinstance(h.range, Uniform | Mixture):
        yield Text("连续量不能列为故障", "a continuous quantity cannot be a fault")
    elif isinstance(h.range, Choice):
        for value in (h.normal, *(v for v in h.fault if v != "*")):
            if value not in h.range.options:
                yield Text(f"{value} 不在取值之中", f"{value} is not among the options")


def _hard(hidden: Hidden) -> Iterator[Text]:
    if isinstance(hidden.range, Choice):
        known = ("*", *hidden.range.options)
    elif isinstance(hidden.range, Subset):
        known = ("each", *hidden.range.members)
    else:
        known = ("low", "high")
    for name, points in hidden.hard.items():
        if name not in known:
            yield Text(f"{name} 不是其取值", f"{name} is none of its values")
        if points < 0.0:
            yield Text("难度分不得为负", "points of difficulty must not be negative")


def _strata(scenario: Scenario, sound: bool) -> Iterator[Fault]:
    bounds = scenario.strata
    if not bounds:
        yield "strata", Text("缺少难度分层的四个界", "the four bounds of difficulty are missing")
        return
    if any(low >= high for low, high in pairwise(bounds)):
        yield "strata", Text("四个界须递增", "the four bounds must rise")
        return
    if not sound:
        return  # what cannot be drawn cannot be counted
    for level, share in zip(STRATA, pilot(scenario).shares, strict=True):
        if share < LEAST_SHARE:
            yield "strata", Text(
                f"L{level} 只有 {share:.1%} 的抽取，至少须 {LEAST_SHARE:.0%}",
                f"L{level} holds {share:.1%} of the draws, at least {LEAST_SHARE:.0%} are needed",
            )
