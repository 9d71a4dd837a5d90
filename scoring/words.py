"""Words: how a sheet names a moment and an event to a person."""

from collections.abc import Mapping

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
    "directed": Text("导调", "directed"),
    "ended": Text("结束", "ended"),
}


def moment(tick: int) -> str:
    """Write a tick as minutes and seconds of the drill, the tick beside it."""
    minutes, seconds = divmod(tick // TICKS_PER_S, 60)
    return f"{minutes:02d}:{seconds:02d} (tick {tick})"


def describe(event: Event, names: Mapping[str, tuple[str, str]]) -> Text:
    """Name an event and its moment. names: what its codes are called, (Chinese, English);
    acts stand under `act:<kind>`."""
    kind = _KINDS.get(event.kind, Text(event.kind, event.kind))
    codes = [event.seat, f"act:{event.act}" if event.act else "", event.subject, event.detail]
    plain = [names.get(code, (code.removeprefix("act:"),) * 2) for code in codes if code]
    zh, en = (" ".join(name[language] for name in plain) for language in (0, 1))
    return Text(f"{moment(event.tick)} {kind.zh} {zh}", f"{moment(event.tick)} {kind.en} {en}")
