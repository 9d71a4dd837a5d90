"""Lint of people without a seat who act by rule: that what they look at, ask for and run to is there."""

from collections.abc import Iterator
from itertools import chain

from scenarios.lint_policy import condition_faults
from scenarios.lint_site import Fault, repeated, unknown
from scenarios.model import Frightened, Manager, Scenario
from scoring.rubric import Pattern
from sim_core.acts import ACTS
from sim_core.text import Text


def people_faults(scenario: Scenario) -> Iterator[Fault]:
    """Faults of managers and of those who may lose their heads."""
    yield from repeated("managers", (m.id for m in scenario.managers))
    yield from repeated("frightened", (f.crowd for f in scenario.frightened))
    for m in scenario.managers:
        yield from _manager(f"managers.{m.id}", m, scenario)
    for f in scenario.frightened:
        yield from _frightened(f"frightened.{f.crowd}", f, scenario)


def _manager(key: str, m: Manager, scenario: Scenario) -> Iterator[Fault]:
    if m.place not in scenario.site.place:
        yield unknown(f"{key}.place", m.place)
    if not m.when:
        yield f"{key}.when", Text("没有可感知的条件", "nothing that he perceives")
    for condition in m.when:
        yield from condition_faults(f"{key}.when", condition, scenario)
    if "answer" not in scenario.calls.get(m.id, {}):
        yield f"{key}.id", Text(f"calls.{m.id} 没有 answer", f"calls.{m.id} holds no answer")
    seats = [role.seat for role in scenario.roles]
    for act in m.gives:
        if act.kind not in ACTS:
            yield unknown(f"{key}.gives", act.kind)
        if act.to not in seats:
            yield unknown(f"{key}.gives", act.to or "to")
        if act.kind == "operate" and act.target not in scenario.site.device_index:
            yield unknown(f"{key}.gives", act.target or "target")
    if not any(p.subject == f"{m.asks}_given_way" for p in _read_by_the_sheet(scenario)):
        yield f"{key}.asks", Text("评分表不问是否让步", "the sheet does not ask whether he was given way")


def _read_by_the_sheet(scenario: Scenario) -> Iterator[Pattern]:
    for item in scenario.rubric.items:
        yield from chain(item.never, item.instead_if, *item.done, *item.instead, *item.needs)
    for veto in scenario.rubric.vetoes:
        yield from veto.facts


def _frightened(key: str, f: Frightened, scenario: Scenario) -> Iterator[Fault]:
    crowd = next((c for c in scenario.site.crowds if c.id == f.crowd), None)
    if crowd is None:
        yield unknown(f"{key}.crowd", f.crowd)
    elif crowd.number != 1:
        yield f"{key}.crowd", Text("只能是一个人", "must be one person")
    if f.came_in not in scenario.site.place:
        yield unknown(f"{key}.came_in", f.came_in)
    if not any(f.when):
        yield f"{key}.when", Text("没有可感知的条件", "nothing that he perceives")
    for condition in chain(*f.when):
        yield from condition_faults(f"{key}.when", condition, scenario)
