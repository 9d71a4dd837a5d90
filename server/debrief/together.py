"""Together: how the team worked, and what the tutor said, for the debrief."""

from collections.abc import Iterator, Sequence

from scoring.team import team
from server.debrief.shapes import HintTold, IdleTold, Said, TeamTold
from sim_core.direction import STAFF
from sim_core.events import Event
from sim_core.record.drill import TimedAct


def together(events: Sequence[Event], seats: Sequence[str], end_tick: int) -> TeamTold:
    """The measures of teamwork."""
    seen = team(events, seats, end_tick)

    def text(amount: object) -> str | None:
        return None if amount is None else str(amount)

    return TeamTold(
        orders=len(seen.orders),
        closed_loop=text(seen.closed_loop),
        outstanding=seen.outstanding,
        to_read_back_s=text(seen.to_read_back_s),
        to_done_s=text(seen.to_done_s),
        overlap=seen.overlap,
        repeated=seen.repeated,
        span=seen.span,
        idle=tuple(IdleTold(seat, str(share)) for seat, share in seen.idle_hands.items()),
    )


def hints(acts: Sequence[TimedAct]) -> Iterator[HintTold]:
    """What the tutor said, from the record's own acts."""
    for timed in acts:
        act = timed.act.act
        if timed.act.seat == STAFF and act.kind == "hint":
            words = dict(act.words)
            yield HintTold(
                timed.tick,
                act.detail,
                act.target,
                Said(words.get("zh", ""), words.get("en", "")),
                Said(words.get("source_zh", ""), words.get("source_en", "")),
            )
