"""Opening: all that a debrief shows at once, from a proven record and, where it may be seen, its panel's outcome."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal, localcontext

import segno

from scenarios.false_alarm import harmless, lie
from scenarios.hidden import draw
from scoring.amounts import FIXED, hundredths
from scoring.marks import Line, Sheet, prefill
from scoring.radar import Axis, Radar, drill_radar, weak_points
from scoring.recommend import reasons
from scoring.rubric import Item
from scoring.timeline import Response, response
from server.debrief.mattered import mattered
from server.debrief.proven import Proven
from server.debrief.shapes import (
    AxisTold,
    CueTold,
    HiddenTold,
    ItemTold,
    ModelText,
    Move,
    OpeningOut,
    PanelTold,
    Proof,
    Said,
    SeatTold,
    Split,
    VetoTold,
)
from server.debrief.splits import Splits
from server.debrief.talk import talk
from server.debrief.together import hints, together
from server.debrief.words import OUTCOMES, Names, both, brief, named, told
from sim_core.events import Event


@dataclass(frozen=True, slots=True)
class Told:
    """What the catalogue knows of a drill and a record does not. check_url: where a printed fingerprint is compared.
    numbers: of those who held the seats, "" = none. lines, vetoes: the panel's; None where it has none, or where this
    account may not see it."""

    drill: str
    candidate: str
    record_sha256: str
    check_url: str
    numbers: Mapping[str, str] = field(default_factory=dict)
    panel: PanelTold | None = None
    lines: tuple[Line, ...] | None = None
    vetoes: tuple[str, ...] | None = None


def opening(proven: Proven, known: Told) -> OpeningOut:
    """Put it together."""
    scenario, events, examined = proven.drill.scenario, proven.events, proven.examined
    rubric, meta = scenario.rubric, proven.meta
    sheet = prefill(events, rubric, examined, proven.record.ticks)
    splits = Splits(rubric, proven.acts, events, examined)
    responses = {one.item.id: one for one in response(events, rubric, examined)}
    marked = {line.item_id: line for line in known.lines or ()}
    items = tuple(
        _item(line, responses[line.item_id], marked.get(line.item_id), splits.of(responses[line.item_id]))
        for line in sheet.lines
    )
    stand = {drawn.veto_id for drawn in sheet.vetoes} if known.vetoes is None else set(known.vetoes)
    vetoes = _vetoes(proven, sheet, stand)
    radar = drill_radar(sheet.lines if known.lines is None else known.lines, rubric, stand, sheet.teamwork)
    ended = next((e.detail for e in reversed(events) if e.kind == "ended"), "")
    return OpeningOut(
        drill=known.drill,
        scenario=scenario.id,
        scenario_name=both(scenario.name),
        mode=meta.mode,
        candidate=known.candidate,
        outcome=ended,
        outcome_text=OUTCOMES.get(ended, Said(ended, ended)),
        started_at=meta.started_at,
        ticks=proven.record.ticks,
        proof=_proof(proven, known),
        seats=_seats(proven, known.numbers),
        site=asdict(scenario.site),
        events=tuple(told(event, rubric.names) for event in events),
        talk=talk(events, rubric.names),
        cues=_cues(proven),
        items=items,
        vetoes=vetoes,
        machine_points=_amount(sheet.machine_points),
        machine_max=_amount(sheet.machine_max),
        machine_score=_amount(sheet.score),
        panel=known.panel,
        axes=tuple(_axis(axis) for axis in radar.axes),
        moves=_moves(radar),
        mattered=mattered(scenario, events, examined, items, vetoes),
        hidden=_hidden(proven),
        model=ModelText(
            tuple(both(step) for step in scenario.model_answer.steps),
            tuple(both(branch) for branch in scenario.model_answer.branches),
        ),
        hints=tuple(hints(proven.acts)),
        team=together(events, [role.seat for role in scenario.roles], proven.record.ticks),
    )


def _proof(proven: Proven, known: Told) -> Proof:
    return Proof(
        known.record_sha256,
        proven.record.digest.hex(),
        proven.seal.public_key.hex(),
        proven.meta.commitment,
        proven.meta.engine,
        proven.meta.product,
        proven.blocks,
        proven.size_bytes,
        known.check_url,
        segno.make(known.check_url, error="m").svg_data_uri(scale=4),
    )


def _seats(proven: Proven, numbers: Mapping[str, str]) -> tuple[SeatTold, ...]:
    held, examined = proven.meta.seats, proven.examined
    return tuple(
        SeatTold(
            role.seat,
            both(role.name),
            held.get(role.seat, "colleague"),
            role.seat in examined,
            numbers.get(role.seat, ""),
        )
        for role in proven.drill.scenario.roles
    )


def _cues(proven: Proven) -> tuple[CueTold, ...]:
    revealed: dict[str, dict[str, int]] = {}
    for event in proven.events:
        if event.kind == "cue_revealed":
            revealed.setdefault(event.subject, {}).setdefault(event.seat, event.tick)
    return tuple(CueTold(cue.id, both(cue.name), revealed.get(cue.id, {})) for cue in proven.drill.scenario.cues)


def _item(line: Line, found: Response, marked: Line | None, split: Split | None) -> ItemTold:
    item: Item = found.item
    return ItemTold(
        item=item.id,
        name=both(item.name),
        section=item.section,
        critical=item.critical,
        human=item.human,
        max_points=_amount(line.max_points),
        points=None if line.points is None else _amount(line.points),
        time_max=_amount(line.time_max),
        time_points=_amount(line.time_points),
        panel_points=None if marked is None else _amount(_given(marked)),
        lost=_lost(line, marked),
        reason=brief(both(line.reason)),
        tick=line.tick,
        done_tick=None if found.done is None else found.done.tick,
        seconds=None if line.seconds is None else f"{line.seconds:.2f}",
        target_s=item.target_s,
        limit_s=item.limit_s,
        standard=both(item.standard),
        split=split,
    )


def _given(line: Line) -> Decimal:
    """Points and time points, rounded as they are shown; the panel's mean is unrounded."""
    with localcontext(FIXED):
        return hundredths((line.points or Decimal(0)) + line.time_points)


def _lost(line: Line, marked: Line | None) -> str | None:
    """What this line could have given and did not; None: only the examiners know, and there are none."""
    judged = line if marked is None else marked
    if judged.points is None:
        return None
    with localcontext(FIXED):
        return _amount(line.max_points + line.time_max - _given(judged))


def _vetoes(proven: Proven, sheet: Sheet, stand: Collection[str]) -> tuple[VetoTold, ...]:
    drawn = {one.veto_id: one for one in sheet.vetoes}
    return tuple(
        VetoTold(
            veto.id,
            both(veto.name),
            drawn[veto.id].tick if veto.id in drawn else None,
            both(drawn[veto.id].reason) if veto.id in drawn else None,
            veto.id in stand,
        )
        for veto in proven.drill.scenario.rubric.vetoes
        if veto.id in drawn or veto.id in stand
    )


def _axis(axis: Axis) -> AxisTold:
    mean, low, high = (None if x is None else float(x) for x in (axis.mean, axis.low, axis.high))
    return AxisTold(axis.id, both(axis.name), axis.items, mean, low, high, axis.capped)


def _moves(radar: Radar) -> tuple[Move, ...]:
    pairs = zip(weak_points(radar), reasons(radar), strict=True)
    return tuple(Move(piece.item_id, brief(both(text)), piece.tick) for piece, text in pairs)


def _hidden(proven: Proven) -> tuple[HiddenTold, ...]:
    """The draw, made again from its key; a false alarm before all else."""
    scenario, terms = proven.drill.scenario, proven.meta.terms
    key = bytes.fromhex(proven.meta.keys.hidden_key)
    drawn: Mapping[str, float | str] = draw(scenario, key, terms)
    names, false = scenario.rubric.names, lie(scenario, key, terms)
    first: tuple[HiddenTold, ...] = ()
    if false is not None:
        drawn = harmless(scenario, drawn)[1]
        first = (HiddenTold("false_alarm", FALSE_ALARM, _value(false.tag, names), "", FALSE_CUE, FALSE_DECISION),)
    rows = (
        HiddenTold(h.id, both(h.name), _value(drawn[h.id], names), h.unit, both(h.cue), both(h.decision))
        for h in scenario.hidden
    )
    return (*first, *rows)


FALSE_ALARM = Said("误报（仪表）", "false alarm (instrument)")
FALSE_CUE = Said("第二个独立来源不支持它", "a second, independent source does not bear it out")
FALSE_DECISION = Said("先核实，再决定疏散与上报的规模", "check first, then decide how far to go")


DRAWN = {
    "": Said("无", "none"),
    "none": Said("无", "none"),
    "yes": Said("是", "yes"),
    "no": Said("否", "no"),
    "good": Said("充足", "good"),
    "short": Said("不足", "short"),
    "wrong": Said("类型不符", "wrong type"),
}


def _value(value: float | str, names: Names) -> Said:
    if isinstance(value, str):
        return DRAWN.get(value) or named(value, names)
    return Said(f"{value:g}", f"{value:g}")


def facts_of(events: Iterable[Event]) -> tuple[Event, ...]:
    """What became true, and who was hurt."""
    return tuple(event for event in events if event.kind in ("fact", "harm", "ended"))


def _amount(points: Decimal) -> str:
    return f"{points:.2f}"
