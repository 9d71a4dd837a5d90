"""What mattered: five to nine lines of a drill, chosen by rule, each with the second it happened.

Always: the first cue that reached an examined seat; the site alarm, with its split (if it was never given, the cue
that asked for it); every veto; ignition; the first harm. Then acts that nobody asked for, at most two: a device moved
by an examined seat, or on its order, that neither the sheet nor the expert's plan moves so. Then the largest
deductions, until there are nine lines, those below one point only until there are five; what ignition or harm itself
has cost stands on its own line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from scenarios.model import Scenario
from server.debrief.shapes import ItemTold, Mattered, Said, VetoTold
from server.debrief.words import Names, named, sentence
from sim_core.events import Event

MOST, LEAST, WRONG_MOST = 9, 5, 2
FIRE = ("ignition", "explosion", "pool_fire")
ONE_POINT = Decimal(1)


def mattered(
    scenario: Scenario,
    events: Sequence[Event],
    examined: Sequence[str],
    items: Sequence[ItemTold],
    vetoes: Sequence[VetoTold],
) -> tuple[Mattered, ...]:
    """The lines, in order of time."""
    names = scenario.rubric.names
    lines = [*_always(scenario, events, examined, items, vetoes)]
    lines += list(_wrong(scenario, events, examined))[:WRONG_MOST]
    shown = {_alarm_item(scenario)}
    for n, line in enumerate(lines):
        if line.kind in ("ignition", "harm"):
            lost_by = [item for item in items if item.tick == line.tick and _lost(item)]
            shown |= {item.item for item in lost_by}
            lines[n] = replace(line, costs=f"{sum(map(_lost, lost_by)):.2f}" if lost_by else "")
    for item in sorted(items, key=_lost, reverse=True):
        lost = _lost(item)
        small = lost < ONE_POINT and len(lines) >= LEAST
        if len(lines) >= MOST or not lost or small or item.item in shown or item.tick is None:
            continue
        text = Said(f"{item.name.zh}：{item.reason.zh}", f"{item.name.en}: {item.reason.en}")
        lines.append(Mattered(item.tick, "lost", text, f"{lost:.2f}"))
    lines += _milestones(events, names, max(0, LEAST - len(lines)))
    return tuple(sorted(lines[:MOST], key=lambda line: line.tick))


def _always(
    scenario: Scenario,
    events: Sequence[Event],
    examined: Sequence[str],
    items: Sequence[ItemTold],
    vetoes: Sequence[VetoTold],
) -> Iterator[Mattered]:
    names = scenario.rubric.names
    cue = next((e for e in events if e.kind == "cue_revealed" and e.seat in examined), None)
    if cue is not None:
        name = named(cue.subject, names)
        yield Mattered(
            cue.tick, "cue", Said(f"首个征兆：{name.zh}（{cue.seat}）", f"first cue: {name.en} ({cue.seat})"), ""
        )
    alarm = next((item for item in items if item.item == _alarm_item(scenario)), None)
    if alarm is not None and alarm.tick is not None:
        yield Mattered(alarm.tick, "alarm", _alarm(alarm), f"{_lost(alarm):.2f}" if _lost(alarm) else "")
    for veto in vetoes:
        if veto.stands and veto.tick is not None:
            yield Mattered(veto.tick, "veto", Said(f"一票否决：{veto.name.zh}", f"veto: {veto.name.en}"), "")
    fire = next((e for e in events if e.kind == "fact" and e.subject in FIRE), None)
    if fire is not None:
        yield Mattered(fire.tick, "ignition", sentence(fire, names), "")
    harm = next((e for e in events if e.kind == "harm"), None)
    if harm is not None:
        yield Mattered(harm.tick, "harm", sentence(harm, names), "")


def _alarm_item(scenario: Scenario) -> str:
    return next((item.id for item in scenario.rubric.items if item.act == "ALARM"), "")


def _alarm(item: ItemTold) -> Said:
    """The alarm, with how long it took and where the time went."""
    if item.seconds is None or item.split is None:
        return Said(f"{item.name.zh}：{item.reason.zh}", f"{item.name.en}: {item.reason.en}")
    split = item.split
    parts = (("察觉", "perceive", split.perceive_s), ("决断", "decide", split.decide_s), ("执行", "act", split.act_s))
    zh = " ".join(f"{name} {value:.0f}" for name, _, value in parts if value is not None)
    en = " ".join(f"{name} {value:.0f}" for _, name, value in parts if value is not None)
    head = f"+{float(item.seconds):.0f} s"
    return Said(f"{item.name.zh} {head}（{zh}）", f"{item.name.en} {head} ({en})")


def _wrong(scenario: Scenario, events: Sequence[Event], examined: Sequence[str]) -> Iterator[Mattered]:
    """Devices moved that nobody asks to be moved so."""
    asked = {
        (pattern.subject, pattern.detail)
        for item in scenario.rubric.items
        for group in (*item.done, *item.instead)
        for pattern in group
        if pattern.act == "operate"
    }
    expert = scenario.policies.get("expert")
    asked |= {(s.act.target, s.act.detail) for s in (expert.steps if expert else ()) if s.act.kind == "operate"}
    for e in events:
        moved = e.kind == "did" and e.act == "operate" and e.detail != "acknowledge"
        if moved and (e.seat in examined or e.by in examined) and (e.subject, e.detail) not in asked:
            text = sentence(e, scenario.rubric.names)
            yield Mattered(e.tick, "wrong", Said(f"无人要求的操作：{text.zh}", f"nobody asked for this: {text.en}"), "")


def _milestones(events: Sequence[Event], names: Names, most: int) -> list[Mattered]:
    """What else became true, where there is too little to tell."""
    plain = [e for e in events if (e.kind == "fact" and e.subject not in FIRE) or e.kind == "ended"]
    return [Mattered(e.tick, "fact", sentence(e, names), "") for e in plain[:most]]


def _lost(item: ItemTold) -> Decimal:
    return Decimal(item.lost) if item.lost is not None else Decimal(0)
