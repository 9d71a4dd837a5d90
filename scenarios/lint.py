"""Lint: what a scenario file may not lack, one line per fault with file and key."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import fields
from itertools import chain
from typing import Any

from scenarios.lint_draw import draw_faults
from scenarios.lint_false_alarm import false_alarm_faults
from scenarios.lint_incident import incident_faults
from scenarios.lint_people import people_faults
from scenarios.lint_policy import SIGHTS, condition_faults, done_faults, policy_faults
from scenarios.lint_site import Fault, repeated, site_faults, unknown
from scenarios.model import Scenario
from scenarios.rules import RULES
from scoring.check import check_rubric
from scoring.rubric import Item, Pattern, Veto
from sim_core.acts import ACTS, SEATS
from sim_core.observation import Body, Observation
from sim_core.people.doing import AT_ONCE, EFFECTS
from sim_core.people.gear import WEAR_S
from sim_core.schedule import SENSE_PHASES
from sim_core.sensing import PLAN
from sim_core.text import Text

NOTED = (
    "wind", "missing", "gas", "bump", "foam", "jammed", "boils", "shell", "hot_line", "flame", "offsite", "queue",
    "permit", "inspect", "goods", "led",
)  # fmt: skip
_CITATION = re.compile(r"\bU\d+\b")


def lint(scenario: Scenario) -> tuple[Text, ...]:
    """Give the faults of a scenario, each in both languages with file and key; empty: none found."""
    found = [*_of_file(scenario)]
    found = found or [*incident_faults(scenario)]  # it is tried only where all that it stands on is sound
    told = [(_place(key, why, scenario), why) for key, why in found]
    return tuple(Text(f"{place}: {why.zh}", f"{place}: {why.en}") for place, why in told)


def _place(key: str, why: Text, scenario: Scenario) -> str:
    """File and key: of a fault in a shared item those of the shared file, and who takes it over."""
    here = key.removeprefix("rubric.").removeprefix("items.").partition(".")[0]
    item = why.en.partition(":")[0] if key == "rubric" else here if key.startswith("rubric.") else ""
    if item not in scenario.lent:
        return f"{scenario.id}.toml: {key}"
    rest = key.partition(f"{item}.")[2]
    return f"{scenario.lent[item]}: items.{item}{'.' if rest else ''}{rest} ({scenario.id})"


def _of_file(scenario: Scenario) -> Iterator[Fault]:
    """What can be told from the file alone."""
    return chain(
        site_faults(scenario.site),
        _texts("", json.loads(scenario.canonical)),
        _hidden(scenario),
        draw_faults(scenario),
        false_alarm_faults(scenario),
        _people(scenario),
        people_faults(scenario),
        _cues(scenario),
        _cards(scenario),
        _rubric(scenario),
        policy_faults(scenario),
    )


def _texts(key: str, value: Any) -> Iterator[Fault]:
    """Every text must be there in both languages."""
    if isinstance(value, dict):
        for language in ("zh", "en"):
            if not str(value.get(language, "-")).strip():
                yield f"{key}.{language}", Text("缺文字", "no text")
        for name, inner in value.items():
            yield from _texts(f"{key}.{name}".lstrip("."), inner)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            name = inner.get("id", i) if isinstance(inner, dict) else i
            yield from _texts(f"{key}.{name}", inner)


def _hidden(scenario: Scenario) -> Iterator[Fault]:
    yield from repeated("hidden", (h.id for h in scenario.hidden))
    names = _field_names(scenario)
    for h in scenario.hidden:
        key = f"hidden.{h.id}"
        if not h.fields:
            yield f"{key}.fields", Text("未声明征兆字段", "declares no field that may show it")
        for field in h.fields:
            if not any(_meets(field, name) for name in names):
                yield unknown(f"{key}.fields", field)
        yield from _citations(f"{key}.standard", h.standard, scenario)


def _field_names(scenario: Scenario) -> tuple[str, ...]:
    """Names `flatten` can give; a trailing `*` stands for ids known only in a drill."""
    tags = [n.tag for n in scenario.site.instruments]
    whole = ("panel", "body", "seen", "inbox", "notes")
    return (
        *(f"{page}.{tag}" for page in ("panel", "still", "alarm") for tag in tags),
        *(f"body.{f.name}" for f in fields(Body)),
        *(f"seen.{kind}.*" for kind in SIGHTS),
        *(f"inbox.{sender}.*" for sender in (*SEATS, PLAN)),
        *(f"notes.{topic}.*" for topic in NOTED),
        *(f.name for f in fields(Observation) if f.name not in whole),
    )


def _meets(field: str, name: str) -> bool:
    """Tell whether a declared field and a known name can mean the same field."""
    if field.endswith("*"):
        return name.rstrip("*").startswith(field[:-1]) or (
            name.endswith("*") and field[:-1].startswith(name[:-1])
        )
    return field == name or (name.endswith("*") and field.startswith(name[:-1]))


def _people(scenario: Scenario) -> Iterator[Fault]:
    yield from repeated("roles", (r.seat for r in scenario.roles))
    if len(scenario.roles) > len(SENSE_PHASES):
        yield "roles", Text(f"席位最多 {len(SENSE_PHASES)} 个", f"there are at most {len(SENSE_PHASES)} seats")
    yield from (unknown("gear", item) for item in scenario.gear if item not in WEAR_S)
    for role in scenario.roles:
        key = f"roles.{role.seat}"
        if role.seat not in SEATS:
            yield unknown(f"{key}.seat", role.seat)
        if role.place not in scenario.site.place:
            yield unknown(f"{key}.place", role.place)
        yield from (unknown(f"{key}.worn", item) for item in role.worn if item not in WEAR_S)
    yield from repeated("incident", [s.id for s in scenario.sources] + [t.id for t in scenario.traffic])
    for source in scenario.sources:
        if source.place not in scenario.site.place:
            yield unknown(f"incident.sources.{source.id}.place", source.place)


def _cues(scenario: Scenario) -> Iterator[Fault]:
    yield from repeated("cues", (c.id for c in scenario.cues))
    for cue in scenario.cues:
        if not cue.any:
            yield f"cues.{cue.id}.any", Text("没有可感知的条件", "nothing by which it can be perceived")
        for condition in cue.any:
            yield from condition_faults(f"cues.{cue.id}.any", condition, scenario)


def _cards(scenario: Scenario) -> Iterator[Fault]:
    """A plan card belongs to a seat of the scenario and is brought up by cues that there are."""
    cues, seats = [cue.id for cue in scenario.cues], [role.seat for role in scenario.roles]
    for card in scenario.plan_cards:
        key = f"plan_cards.{card.id}"
        if card.seat not in seats:
            yield unknown(f"{key}.seat", card.seat)
        if not card.cues:
            yield f"{key}.cues", Text("没有推送它的征兆", "no cue brings it up")
        yield from (unknown(f"{key}.cues", cue) for cue in card.cues if cue not in cues)


def _rubric(scenario: Scenario) -> Iterator[Fault]:
    rubric = scenario.rubric
    if rubric.id != scenario.id:
        yield "rubric.id", Text("应与情景 id 相同", "must equal the scenario's id")
    for fault in check_rubric(rubric):
        yield "rubric", Text(fault.zh, fault.en)
    cues = [cue.id for cue in scenario.cues]
    rows: tuple[Item | Veto, ...] = (*rubric.items, *rubric.vetoes)
    for row in rows:
        key = f"rubric.{row.id}"
        yield from (unknown(f"{key}.clock", cue) for cue in row.clock if cue not in cues)
        if row.limit_s > scenario.duration_s:
            yield f"{key}.limit_s", Text("超出演练时长", "lies beyond the end of the drill")
        yield from _citations(f"{key}.standard", Text(*row.standard), scenario)
        for pattern in _patterns(row):
            yield from _pattern(key, pattern, scenario)
    for veto in rubric.vetoes:
        if f"careless:{veto.id}" not in scenario.policies:
            yield f"rubric.{veto.id}", Text("没有触发它的策略", f"no policy careless:{veto.id} leads to it")


def _patterns(row: Item | Veto) -> Iterator[Pattern]:
    if isinstance(row, Veto):
        yield from (*row.facts, *row.absent)
        return
    yield from chain(row.never, row.instead_if, *row.done, *row.instead, *row.needs)


def _pattern(key: str, pattern: Pattern, scenario: Scenario) -> Iterator[Fault]:
    if pattern.act and not pattern.act.endswith("*") and pattern.act not in ACTS:
        yield unknown(key, pattern.act)
    elif pattern.act and not pattern.act.endswith("*") and pattern.act not in _done_here(scenario):
        yield key, Text(f"这类险情没有动作 {pattern.act}", f"there is no {pattern.act} at this kind of incident")
    for seat in (pattern.seat, pattern.to, pattern.by):
        if seat and seat not in SEATS:
            yield unknown(key, seat)
    if pattern.kind == "did" and pattern.subject and not pattern.subject.endswith("*"):
        yield from done_faults(key, pattern.act, pattern.subject, pattern.detail, scenario)


def _done_here(scenario: Scenario) -> Collection[str]:
    """Acts that have an effect at this kind of incident."""
    if scenario.rule_module not in RULES:
        return ACTS  # which is said once, of the module
    return {*AT_ONCE, *EFFECTS, *RULES[scenario.rule_module].effects}


def _citations(key: str, standard: Text, scenario: Scenario) -> Iterator[Fault]:
    if not standard.zh:
        yield key, Text("未注明依据", "names no source")
    known = [s.id for s in scenario.standards]
    for text in standard:
        yield from (unknown(key, name) for name in _CITATION.findall(text) if name not in known)
