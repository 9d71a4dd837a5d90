"""Veto 一票否决: which vetoes the log itself draws."""

from collections.abc import Collection
from dataclasses import dataclass

from scoring.rubric import Rubric, Text, Veto
from scoring.timeline import TICKS_PER_S, Log
from scoring.words import describe, moment
from sim_core.events import Event


@dataclass(frozen=True, slots=True)
class Drawn:
    """A veto drawn by the log. event: the fact, or the cue that asked in vain; None = start of drill."""

    veto_id: str
    tick: int
    event: Event | None
    reason: Text


def _by_fact(log: Log, veto: Veto) -> Drawn | None:
    event = log.first(veto.facts)
    if event is None:
        return None
    what = describe(event, log.names)
    reason = Text(f"一票否决：{veto.name.zh}；{what.zh}", f"veto: {veto.name.en}; {what.en}")
    return Drawn(veto.id, event.tick, event, reason)


def _by_absence(log: Log, veto: Veto, examined: Collection[str], end_tick: int) -> Drawn | None:
    cue = log.cue(veto.clock, examined)
    if not veto.absent or (veto.clock and cue is None):
        return None
    deadline = (cue.tick if cue else 0) + round(veto.limit_s * TICKS_PER_S)
    act = log.first(veto.absent)
    if deadline > end_tick or (act is not None and act.tick <= deadline):
        return None
    reason = Text(
        f"一票否决：{veto.name.zh}；至 {moment(deadline)} 仍未执行",
        f"veto: {veto.name.en}; not done by {moment(deadline)}",
    )
    return Drawn(veto.id, deadline, cue, reason)


def drawn(log: Log, rubric: Rubric, examined: Collection[str], end_tick: int) -> tuple[Drawn, ...]:
    """Give the vetoes that the log draws, in the rubric's order. A deadline after the end draws nothing."""
    found = (_by_fact(log, veto) or _by_absence(log, veto, examined, end_tick) for veto in rubric.vetoes)
    return tuple(veto for veto in found if veto)
