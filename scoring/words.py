"""Words: how a sheet names a moment and an event to a person."""

from scoring.rubric import Text
from scoring.timeline import TICKS_PER_S
from sim_core.events import Event

_KINDS = {
    "cue_revealed": Text("征兆", "cue"),
    "ordered": Text("下令", "ordered"),
    "read_back": Text("复诵", "read back"),
    "did": Text("执行", "did"),
    "refused": Text("未能执行", "refused"),
    "changed": Text("设备状态", "changed"),
    "alarm": Text("报警", "alarm"),
    "told": Text("信息", "told"),
    "fact": Text("事实", "fact"),
    "harm": Text("伤害", "harm"),
    "ended": Text("结束", "ended"),
}


def moment(tick: int) -> str:
    """Write a tick as minutes and seconds of the drill, the tick beside it."""
    minutes, seconds = divmod(tick // TICKS_PER_S, 60)
    return f"{minutes:02d}:{seconds:02d} (tick {tick})"


def describe(event: Event) -> Text:
    """Name an event and its moment."""
    kind = _KINDS.get(event.kind, Text(event.kind, event.kind))
    rest = " ".join(word for word in (event.seat, event.act, event.subject, event.detail) if word)
    return Text(f"{moment(event.tick)} {kind.zh} {rest}", f"{moment(event.tick)} {kind.en} {rest}")
