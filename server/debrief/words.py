"""Words: an event of a drill as a sentence, in both languages. A code without a name is shown as it is."""

import re
from collections.abc import Callable, Mapping

from scoring.rubric import Text
from server.debrief.shapes import EventTold, Said
from sim_core.events import Event

Names = Mapping[str, tuple[str, str]]
_MOMENT = re.compile(r"\d\d:\d\d \(tick \d+\) ")  # as `scoring.words.moment` writes it
_AT = re.compile(r" @ \d\d:\d\d \(tick \d+\)$")
OUTCOMES = {
    "handover": Said("完成移交", "handed over"),
    "time": Said("时间到", "time is up"),
    "safety_stop": Said("安全暂停", "safety stop"),
    "annulled": Said("已作废", "annulled"),
}


def both(text: Text | tuple[str, str]) -> Said:
    """A pair as it is shown."""
    return Said(text[0], text[1])


def told(event: Event, names: Names) -> EventTold:
    """An event as the debrief shows it."""
    e = event
    return EventTold(e.tick, e.kind, e.seat, e.act, e.subject, e.detail, e.to, e.by, sentence(event, names))


def sentence(event: Event, names: Names) -> Said:
    """An event in words."""
    speak = _SENTENCES.get(event.kind)
    return _plain(event, names) if speak is None else speak(event, names)


def what(event: Event, names: Names) -> Said:
    """The act of an event with what it was done to: "operate P-101 stop"."""
    codes = [f"act:{event.act}" if event.act else "", event.subject, event.detail]
    found = [named(code, names) for code in codes if code]
    zh, en = " ".join(one.zh for one in found), " ".join(one.en for one in found)
    if event.act == "zone":
        return Said(f"{zh} {event.value:g} m", f"{en} {event.value:g} m")
    if event.act == "call" and event.kind == "did":
        share = f"{100.0 * event.value:.0f} %"
        return Said(f"{zh}（内容 {share}）", f"{en} (content {share})")
    return Said(zh, en)


def named(code: str, names: Names) -> Said:
    """What a code is called."""
    if code in names or code.startswith("act:"):
        return Said(*names.get(code, (code.removeprefix("act:"),) * 2))
    parts = [part for part in code.split(":") if part]  # what a colleague reports on: an act and its subject
    if len(parts) > 1:
        found = [named(f"act:{parts[0]}" if f"act:{parts[0]}" in names else parts[0], names)]
        found += [named(part, names) for part in parts[1:]]
        return Said(" ".join(one.zh for one in found), " ".join(one.en for one in found))
    return Said(code, code)


def brief(reason: Said) -> Said:
    """A reason of the sheet without its moment, which is shown beside it; a cue that asked in vain is left out."""
    return Said(_brief(reason.zh, "：", "征兆"), _brief(reason.en, ": ", "cue"))


def _brief(text: str, colon: str, cue: str) -> str:
    head, found, tail = text.partition(colon)
    if not found or not _MOMENT.match(tail):
        return _AT.sub("", text)
    rest = _MOMENT.sub("", tail)
    return head if rest.startswith(cue) else f"{head}{colon}{rest}"


def _plain(event: Event, names: Names) -> Said:
    subject, detail = named(event.subject, names), named(event.detail, names)
    if event.subject == "released":
        return Said(f"{subject.zh} {event.value / 1000.0:.1f} t", f"{subject.en}: {event.value / 1000.0:.1f} t")
    return Said(f"{subject.zh} {detail.zh}".strip(), f"{subject.en} {detail.en}".strip())


def _cue(event: Event, names: Names) -> Said:
    cue = named(event.subject, names)
    return Said(f"{event.seat} 察觉：{cue.zh}", f"{event.seat} perceived: {cue.en}")


def _ordered(event: Event, names: Names) -> Said:
    act = what(event, names)
    return Said(f"{event.seat} → {event.to}：{act.zh}", f"{event.seat} → {event.to}: {act.en}")


def _read_back(event: Event, names: Names) -> Said:
    act = what(event, names)
    return Said(f"{event.seat} → {event.to} 复诵：{act.zh}", f"{event.seat} → {event.to} read back: {act.en}")


def _did(event: Event, names: Names) -> Said:
    act = what(event, names)
    to = f" → {event.to}" if event.to else ""
    zh, en = f"{event.seat}{to} {act.zh}", f"{event.seat}{to} {act.en}"
    return Said(f"{zh}（{event.by} 的命令）", f"{en} (ordered by {event.by})") if event.by else Said(zh, en)


def _refused(event: Event, names: Names) -> Said:
    act, subject, why = (named(code, names) for code in (f"act:{event.act}", event.subject, event.detail))
    return Said(
        f"{event.seat} 未能{act.zh} {subject.zh}：{why.zh}", f"{event.seat} could not {act.en} {subject.en}: {why.en}"
    )


def _alarm(event: Event, names: Names) -> Said:
    subject, detail = named(event.subject, names), named(event.detail, names)
    value = f"（{event.value:g}）" if event.value else ""
    return Said(
        f"报警 {subject.zh} {detail.zh}{value}",
        f"alarm {subject.en} {detail.en}{f' ({event.value:g})' if value else ''}",
    )


def _told(event: Event, names: Names) -> Said:
    topic, subject = named(event.detail, names), named(event.subject, names)
    if event.act in ("order", "read_back"):
        topic = named(f"act:{event.detail}", names)
    zh, en = f"{topic.zh} {subject.zh}".strip(), f"{topic.en} {subject.en}".strip()
    return Said(f"{event.seat} 收到 {event.to}：{zh}", f"{event.seat} heard {event.to}: {en}")


def _harm(event: Event, names: Names) -> Said:
    who, how = named(event.subject, names), named(event.detail, names)
    count = f" × {event.value:g}" if event.value > 1 else ""
    return Said(f"{who.zh} {how.zh}{count}", f"{who.en} {how.en}{count}")


def _beyond(event: Event, names: Names) -> Said:
    value = f"{event.value:g}"
    return Said(
        f"物理模型超出适用范围，已按界限取值：{event.subject} = {value}",
        f"physics asked outside its range, held at the limit: {event.subject} = {value}",
    )


def _directed(event: Event, names: Names) -> Said:
    codes = [code for code in (event.act, event.subject, event.detail) if code]
    found = [named(code, names) for code in codes]
    zh, en = " ".join(one.zh for one in found), " ".join(one.en for one in found)
    return Said(f"导调：{zh}", f"directed: {en}")


def _ended(event: Event, names: Names) -> Said:
    why = OUTCOMES.get(event.detail, Said(event.detail, event.detail))
    return Said(f"演练结束：{why.zh}", f"the drill ended: {why.en}")


_SENTENCES: dict[str, Callable[[Event, Names], Said]] = {
    "cue_revealed": _cue,
    "ordered": _ordered,
    "read_back": _read_back,
    "did": _did,
    "refused": _refused,
    "alarm": _alarm,
    "told": _told,
    "harm": _harm,
    "beyond": _beyond,
    "directed": _directed,
    "ended": _ended,
}
