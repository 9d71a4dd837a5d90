"""Check: the faults of a rubric, in words, for the lint of a scenario."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, localcontext

from scoring.amounts import FIXED, hundredths, plain
from scoring.axes import AXES
from scoring.rubric import SECTION_POINTS, SECTIONS, Item, Pattern, Rubric, Text, Veto
from sim_core.events import KINDS


def _fault(name: str, zh: str, en: str) -> Text:
    return Text(f"{name}：{zh}", f"{name}: {en}")


def _sections(rubric: Rubric) -> Iterator[Text]:
    for section in SECTIONS:
        if section == "timing":
            continue
        found = sum((item.points for item in rubric.items if item.section == section), Decimal(0))
        wanted = SECTION_POINTS[section]
        if found != wanted:
            yield _fault(
                section,
                f"合计 {plain(found)} 分，应为 {wanted} 分",
                f"sums to {plain(found)} points instead of {wanted}",
            )
    if not any(item.timing_weight > 0 for item in rubric.items):
        yield _fault("timing", "没有带计时权重的项目", "no item carries a timing weight")


def _ids(rubric: Rubric) -> Iterator[Text]:
    names = Counter([item.id for item in rubric.items] + [veto.id for veto in rubric.vetoes])
    for name, times in names.items():
        if times > 1:
            yield _fault(name, f"编号重复 {times} 次", f"id used {times} times")


def _kinds(name: str, patterns: Iterator[Pattern]) -> Iterator[Text]:
    for pattern in patterns:
        if pattern.kind not in KINDS:
            yield _fault(name, f"未知事件类别 {pattern.kind}", f"unknown kind of event {pattern.kind}")


def _patterns(item: Item) -> Iterator[Pattern]:
    for group in (*item.done, *item.instead, *item.needs, item.never, item.instead_if):
        yield from group


def _points(item: Item) -> Iterator[Text]:
    if item.section not in SECTIONS or item.section == "timing":
        yield _fault(item.id, f"无此部分 {item.section}", f"no such section for items: {item.section}")
    if item.points <= 0 or item.points != hundredths(item.points):
        yield _fault(
            item.id, "分值须为正且不超过两位小数", "points must be positive and have at most two decimals"
        )
    if item.timing_weight < 0:
        yield _fault(item.id, "计时权重为负", "timing weight below 0")
    for axis in item.axes:
        if axis not in AXES:
            yield _fault(item.id, f"未知能力维度 {axis}", f"unknown axis {axis}")


def _evidence(item: Item) -> Iterator[Text]:
    seen = bool(item.done or item.instead)
    if item.human and (next(_patterns(item), None) or item.after or item.timing_weight or item.target_s):
        yield _fault(item.id, "人工评判项不得带机器判据", "a human item carries something for the machine")
    if not item.human and not seen and not item.never:
        yield _fault(item.id, "机器无从判定", "nothing for the machine to judge by")
    if not seen and (item.after or item.timing_weight or item.target_s):
        yield _fault(item.id, "无动作却有顺序或时限", "order or time without an act")
    if any(not group for group in (*item.done, *item.instead, *item.needs)):
        yield _fault(item.id, "判据组为空", "an empty group of patterns can never be met")
    if item.instead_if and not item.instead:
        yield _fault(item.id, "有替代条件而无替代处置", "a condition without an alternative")


def _time(item: Item) -> Iterator[Text]:
    if item.target_s > 0 and not item.clock:
        yield _fault(item.id, "计时项没有起始征兆", "timed without a clock")
    if item.target_s > 0 and not 0 <= item.floor_s < item.target_s < item.limit_s:
        yield _fault(item.id, "须满足 下限 < 目标 < 限时", "floor < target < limit does not hold")
    if item.timing_weight > 0 and item.target_s <= 0:
        yield _fault(item.id, "有计时权重而无目标时间", "a timing weight without a target time")


def _order(rubric: Rubric) -> Iterator[Text]:
    items = {item.id: item for item in rubric.items}
    for item in rubric.items:
        waiting, earlier = list(item.after), dict.fromkeys(item.after)
        while waiting:
            known = items.get(waiting.pop())
            fresh = [name for name in known.after if name not in earlier] if known else []
            earlier.update(dict.fromkeys(fresh))
            waiting += fresh
        if item.id in earlier:
            yield _fault(item.id, "先后顺序成环", "comes after itself")
        for name in item.after:
            if name not in items:
                yield _fault(item.id, f"先行项 {name} 不存在", f"after names an unknown item {name}")
            elif not (items[name].done or items[name].instead):
                yield _fault(item.id, f"先行项 {name} 没有动作", f"after names {name}, which has no act")


def _veto(veto: Veto) -> Iterator[Text]:
    if not veto.facts and not veto.absent:
        yield _fault(veto.id, "一票否决没有判据", "a veto with neither facts nor absent acts")
    if veto.absent and veto.limit_s <= 0:
        yield _fault(veto.id, "缺项否决没有时限", "a veto for an absent act without a limit")
    for axis in veto.axes:
        if axis not in AXES:
            yield _fault(veto.id, f"未知能力维度 {axis}", f"unknown axis {axis}")
    yield from _kinds(veto.id, iter((*veto.facts, *veto.absent)))


def check_rubric(rubric: Rubric) -> tuple[Text, ...]:
    """Give the faults of a rubric, each in both languages; empty: none found."""
    with localcontext(FIXED):
        faults = [*_sections(rubric), *_ids(rubric)]
        for item in rubric.items:
            faults += [*_points(item), *_evidence(item), *_time(item), *_kinds(item.id, _patterns(item))]
        faults += _order(rubric)
        for veto in rubric.vetoes:
            faults += _veto(veto)
    return tuple(faults)
