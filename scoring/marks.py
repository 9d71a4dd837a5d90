"""Marks: the sheet as the machine fills it from the log. What a person must judge stays open."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from scoring.amounts import FIXED, HUNDRED, exact, hundredths, plain
from scoring.evidence import Evidence
from scoring.rubric import Item, Rubric, Text
from scoring.team import teamwork
from scoring.timeline import Log, Response, respond
from scoring.timing import item_time_score, time_shares, too_fast
from scoring.veto import Drawn, drawn
from scoring.words import describe
from sim_core.events import Event

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet.

    points: of max_points, None = for an examiner to judge. time_points: of time_max, its part of the 15
    timing points. tick, event: what decided it; for an act left undone, the cue that asked for it. seconds:
    response time, s. time_score: 0..100, None = not timed. too_fast: below the physical floor, for a look.
    """

    item_id: str
    section: str
    max_points: Decimal
    points: Decimal | None
    reason: Text
    tick: int | None = None
    event: Event | None = None
    seconds: Decimal | None = None
    time_max: Decimal = NOTHING
    time_points: Decimal = NOTHING
    time_score: Decimal | None = None
    too_fast: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet as the machine fills it.

    score_raw: machine points / machine maximum x 100, two decimals. score: the same, capped by a veto.
    passed: score at or above the pass mark, no veto. teamwork: what the orders show of axis D8; never marks.
    """

    rubric_id: str
    rubric_version: str
    lines: tuple[Line, ...]
    vetoes: tuple[Drawn, ...]
    machine_points: Decimal
    machine_max: Decimal
    score_raw: Decimal
    score: Decimal
    passed: bool
    teamwork: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    right: bool
    reason: Text
    tick: int
    event: Event | None


def _of_event(log: Log, right: bool, zh: str, en: str, event: Event) -> _Verdict:
    what = describe(event, log.names)
    return _Verdict(right, Text(f"{zh}：{what.zh}", f"{en}: {what.en}"), event.tick, event)


def _outcome(item: Item, log: Log, end_tick: int) -> _Verdict | None:
    """Judge what must not have happened and what must have come with it; None: nothing against the item."""
    lost = log.first(item.never)
    if lost:
        return _of_event(log, False, "失分事件", "lost by", lost)
    if item.needs and log.completed(item.needs) is None:
        return _Verdict(False, Text("所需处置未进行", "what it needs was not done"), end_tick, None)
    if not (item.done or item.instead):
        return _Verdict(True, Text("直至结束未发生", "did not happen up to the end"), end_tick, None)
    return None


def _undone(response: Response, log: Log, end_tick: int) -> _Verdict:
    if response.cue:
        return _of_event(log, False, "征兆出现后未完成", "not done after its cue", response.cue)
    return _Verdict(False, Text("未完成", "not done"), end_tick, None)


def _act(item: Item, log: Log, responses: Mapping[str, Response], end_tick: int) -> _Verdict:
    """Judge an act: done, in order, within its limit. Two acts in the same tick are in order."""
    response = responses[item.id]
    done = response.done
    if done is None:
        return _undone(response, log, end_tick)
    for earlier in item.after:
        before = responses[earlier].done
        if before is None or before.tick > done.tick:
            first = responses[earlier].item.name
            zh, en = f"顺序不符，应先“{first.zh}”", f"out of order, '{first.en}' comes first"
            return _of_event(log, False, zh, en, done)
    seconds = response.seconds
    if seconds is not None and item.limit_s > 0 and seconds > exact(item.limit_s):
        spent, limit = plain(seconds), plain(exact(item.limit_s))
        zh, en = f"过迟，用时 {spent} s，限时 {limit} s", f"too late, {spent} s against a limit of {limit} s"
        return _of_event(log, False, zh, en, done)
    if too_fast(item, seconds):
        return _of_event(log, True, "快于物理下限，无时间分", "below the physical floor, no time credit", done)
    if item.target_s > 0 and seconds is None:
        return _of_event(log, True, "先于征兆完成，无时间分", "done ahead of its cue, no time credit", done)
    if response.by_alternative:
        return _of_event(log, True, "以替代处置完成", "done by the alternative", done)
    return _of_event(log, True, "已完成", "done", done)


def _line(item: Item, log: Log, responses: Mapping[str, Response], share: Decimal, end_tick: int) -> Line:
    if item.human:
        return Line(item.id, item.section, item.points, None, Text("由考官评判", "for the examiner to judge"))
    verdict = _outcome(item, log, end_tick) or _act(item, log, responses, end_tick)
    seconds = responses[item.id].seconds
    score = item_time_score(item, seconds if verdict.right else None)
    return Line(
        item.id,
        item.section,
        item.points,
        item.points if verdict.right else NOTHING,
        verdict.reason,
        verdict.tick,
        verdict.event,
        seconds,
        share,
        NOTHING if score is None else hundredths(share * score / HUNDRED),
        score,
        too_fast(item, seconds),
    )


def prefill(events: Iterable[Event], rubric: Rubric, examined: Collection[str], end_tick: int) -> Sheet:
    """Fill the machine's items from the log.

    An act earns its points whole or not at all: right, in order, within its limit; only then its timing
    points by the time law. Every amount is in hundredths, so that the lines add up to what is printed.
    exams §1, §4.
    """
    told = tuple(events)
    log = Log(told, rubric.names)
    responses = {item.id: respond(log, item, examined) for item in rubric.items}
    shares = time_shares(rubric)
    with localcontext(FIXED):
        lines = tuple(
            _line(item, log, responses, shares.get(item.id, NOTHING), end_tick) for item in rubric.items
        )
        marked = [line for line in lines if line.points is not None]
        points = sum((line.points + line.time_points for line in marked if line.points is not None), NOTHING)
        maximum = sum((line.max_points + line.time_max for line in marked), NOTHING)
        vetoes = drawn(log, rubric, examined, end_tick)
        raw = hundredths(HUNDRED * points / maximum) if maximum else NOTHING
    score = capped(raw, rubric, bool(vetoes))
    passed = score >= rubric.pass_score and not vetoes
    shown = teamwork(told, examined)
    return Sheet(rubric.id, rubric.version, lines, vetoes, points, maximum, raw, score, passed, shown)


def capped(raw: Decimal, rubric: Rubric, vetoed: bool) -> Decimal:
    """Cap a score where a veto stands."""
    return hundredths(min(raw, rubric.veto_cap)) if vetoed else raw
