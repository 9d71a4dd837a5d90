"""Trainee's view: an Observation as named cells, and back, exactly. Nothing but the Observation is known here.

Cells: `body.*`, `night`, `fog`, `rain`, `sock`, `heard`, `work_stopped`, `muster`, `zone_m`; in the control room
`panel`, `permits`, and for each instrument `reading.TAG`, `alarm.TAG`, `moved.TAG` (the second of the drill,
counted by whole seconds of its tick, in which the reading last moved); `seen` names what is in sight, in order, each
with a cell `seen.KIND.ID`; `inbox.NUMBER`; `notes` counts, each with a cell `note.PLACE`. Floats as in
`server.views.numbers`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from clients.protocol import messages
from server.views.numbers import from_wire, to_wire
from sim_core.observation import Act, Body, Heard, Note, Observation, PanelView, Sighting, Sock

TICKS_PER_S = 20
ACT_FIELDS = ("kind", "target", "detail", "value", "words", "to", "via")


def encode(seen: Observation, tags: Sequence[str]) -> dict[str, Any]:
    """Write what a seat perceives. tags: of the site's instruments, in order."""
    body = seen.body
    cells: dict[str, Any] = {
        "seat": seen.seat,
        "body.x_m": to_wire(body.x_m),
        "body.y_m": to_wire(body.y_m),
        "body.place": body.place,
        "body.moving": body.moving,
        "body.doing": body.doing,
        "body.worn": list(body.worn),
        "body.air_min": to_wire(body.air_min),
        "body.state": body.state,
        "body.smell": body.smell,
        "body.lel": to_wire(body.lel),
        "body.gas": [to_wire(value) for value in body.gas],
        "body.alarm": body.alarm,
        "night": seen.night,
        "fog": seen.fog,
        "rain": seen.rain,
        "sock": None if seen.sock is None else [seen.sock.octant, seen.sock.strength],
        "heard": list(seen.heard),
        "permits": list(seen.permits),
        "work_stopped": seen.work_stopped,
        "muster": seen.muster,
        "zone_m": to_wire(seen.zone_m),
    }
    if seen.panel is not None:
        _write_panel(cells, seen.panel, tags, seen.tick)
    names = []
    for s in seen.seen:
        name = f"seen.{s.kind}.{s.id}"
        names.append([s.kind, s.id])
        cells[name] = [to_wire(s.x_m), to_wire(s.y_m), s.state]
    cells["seen"] = names
    for m in seen.inbox:
        cells[f"inbox.{m.number}"] = _heard_to_wire(m)
    cells["notes"] = len(seen.notes)
    for place, n in enumerate(seen.notes):
        cells[f"note.{place}"] = [n.tick, n.topic, n.subject, to_wire(n.value), n.word]
    return cells


def decode(cells: Mapping[str, Any], tick: int, tags: Sequence[str]) -> Observation:
    """Read what a seat perceives at a tick; the exact inverse of `encode`."""
    sock = cells["sock"]
    inbox = sorted(int(key.removeprefix("inbox.")) for key in cells if key.startswith("inbox."))
    return Observation(
        tick,
        cells["seat"],
        Body(
            from_wire(cells["body.x_m"]),
            from_wire(cells["body.y_m"]),
            cells["body.place"],
            cells["body.moving"],
            cells["body.doing"],
            tuple(cells["body.worn"]),
            from_wire(cells["body.air_min"]),
            cells["body.state"],
            cells["body.smell"],
            from_wire(cells["body.lel"]),
            tuple(from_wire(value) for value in cells["body.gas"]),
            cells["body.alarm"],
        ),
        cells["night"],
        cells["fog"],
        cells["rain"],
        None if sock is None else Sock(*sock),
        tuple(cells["heard"]),
        _read_panel(cells, tags, tick) if cells.get("panel") else None,
        tuple(cells["permits"]),
        tuple(_sighting(kind, id_, cells[f"seen.{kind}.{id_}"]) for kind, id_ in cells["seen"]),
        tuple(_heard_from_wire(n, cells[f"inbox.{n}"]) for n in inbox),
        tuple(_note(cells[f"note.{place}"]) for place in range(cells["notes"])),
        cells["work_stopped"],
        cells["muster"],
        from_wire(cells["zone_m"]),
    )


def tidings(
    timeline: str, seen: Observation, heard: int, tick: int
) -> Iterator[Callable[[int], messages.Message]]:
    """What is new to a seat: messages from number `heard` on, and what its acts found out at `tick`.

    Each still wants its number among the seat's events.
    """
    for m in seen.inbox:
        if m.number >= heard:
            act = {} if m.act is None else {name: getattr(m.act, name) for name in ACT_FIELDS}
            yield partial(_told, timeline, m, act)
    for n in seen.notes:
        if n.tick == tick:
            yield partial(_found, timeline, n)


def _told(timeline: str, m: Heard, act: dict[str, Any], number: int) -> messages.Message:
    return messages.Heard(
        timeline=timeline,
        event=number,
        tick=m.tick,
        sender=m.sender,
        kind=m.kind,
        topic=m.topic,
        subject=m.subject,
        value=m.value,
        via=m.via,
        act=act,
    )


def _found(timeline: str, n: Note, number: int) -> messages.Message:
    return messages.Noted(
        timeline=timeline, event=number, tick=n.tick, topic=n.topic, subject=n.subject, value=n.value, word=n.word
    )


def _write_panel(cells: dict[str, Any], panel: PanelView, tags: Sequence[str], tick: int) -> None:
    cells["panel"] = True
    now_s = tick // TICKS_PER_S
    for tag, reading, still_s, alarm in zip(tags, panel.readings, panel.still_s, panel.alarms, strict=True):
        cells[f"reading.{tag}"] = to_wire(reading)
        cells[f"moved.{tag}"] = now_s - still_s
        cells[f"alarm.{tag}"] = alarm


def _read_panel(cells: Mapping[str, Any], tags: Sequence[str], tick: int) -> PanelView:
    now_s = tick // TICKS_PER_S
    return PanelView(
        tuple(from_wire(cells[f"reading.{tag}"]) for tag in tags),
        tuple(now_s - cells[f"moved.{tag}"] for tag in tags),
        tuple(cells[f"alarm.{tag}"] for tag in tags),
    )


def _heard_to_wire(m: Heard) -> list[Any]:
    return [m.tick, m.sender, m.kind, m.topic, m.subject, to_wire(m.value), _act_to_wire(m.act), m.via]


def _heard_from_wire(number: int, row: Sequence[Any]) -> Heard:
    tick, sender, kind, topic, subject, value, act, via = row
    return Heard(number, tick, sender, kind, topic, subject, from_wire(value), _act(act), via)


def _act_to_wire(act: Act | None) -> list[Any] | None:
    if act is None:
        return None
    return [act.kind, act.target, act.detail, to_wire(act.value), [list(w) for w in act.words], act.to, act.via]


def _act(row: Sequence[Any] | None) -> Act | None:
    if row is None:
        return None
    kind, target, detail, value, words, to, via = row
    return Act(kind, target, detail, from_wire(value), tuple((key, word) for key, word in words), to, via)


def _sighting(kind: str, id_: str, row: Sequence[Any]) -> Sighting:
    x_m, y_m, state = row
    return Sighting(kind, id_, from_wire(x_m), from_wire(y_m), state)


def _note(row: Sequence[Any]) -> Note:
    tick, topic, subject, value, word = row
    return Note(tick, topic, subject, from_wire(value), word)
