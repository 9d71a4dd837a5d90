"""Evidence: what one thing in a drill shows of the capabilities."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.rubric import Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one item, or one measure of teamwork, shows.

    value: 0..1. tick: where to look in the replay. late_s: s beyond the target, None = not timed, or not done
    after its cue.
    """

    item_id: str
    name: Text
    axes: tuple[tuple[str, Decimal], ...]
    value: Decimal
    tick: int | None
    late_s: Decimal | None
