"""Timing: the one time law of the product, and how the 15 timing points are shared out."""

from decimal import Decimal, localcontext

from scoring.amounts import FIXED, HUNDRED, exact, hundredths
from scoring.rubric import SECTION_POINTS, Item, Rubric


def time_score(t_s: Decimal, target_s: Decimal, limit_s: Decimal, floor_s: Decimal) -> Decimal:
    """Score a response time: s = 100 (ln limit - ln t) / (ln limit - ln target), clipped to 0..100.

    All in s, 0 < target < limit. Faster than the physical floor earns 0. Two decimals. exams §4; lognormal
    response times after van der Linden.
    """
    if t_s < floor_s or t_s >= limit_s:
        return Decimal("0.00")
    if t_s <= target_s:
        return Decimal("100.00")
    with localcontext(FIXED):
        limit_ln = limit_s.ln()
        return hundredths(HUNDRED * (limit_ln - t_s.ln()) / (limit_ln - target_s.ln()))


def too_fast(item: Item, seconds: Decimal | None) -> bool:
    """Tell whether a response lies below the physical floor of its item."""
    return seconds is not None and item.target_s > 0 and seconds < exact(item.floor_s)


def item_time_score(item: Item, seconds: Decimal | None) -> Decimal | None:
    """Score one response; None: the item is not timed. A response without a time earns 0."""
    if item.target_s <= 0:
        return None
    if seconds is None:
        return Decimal("0.00")
    return time_score(seconds, exact(item.target_s), exact(item.limit_s), exact(item.floor_s))


def time_shares(rubric: Rubric) -> dict[str, Decimal]:
    """Share the 15 timing points out by weight: item id -> points, in hundredths that sum to exactly 15."""
    weights = {item.id: item.timing_weight for item in rubric.items if item.timing_weight > 0}
    shares: dict[str, Decimal] = {}
    with localcontext(FIXED):
        whole = sum(weights.values(), Decimal(0))
        counted = given = Decimal(0)
        for item_id, weight in weights.items():
            counted += weight  # rounding the running sum keeps the total exact
            upto = hundredths(SECTION_POINTS["timing"] * counted / whole)
            shares[item_id] = upto - given
            given = upto
    return shares
