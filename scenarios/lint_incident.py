"""Lint of the incident: that its rule module finds all that it asks for, and asks for all that the file hides."""

from collections.abc import Iterator, Mapping, Sequence

from scenarios.false_alarm import harmless
from scenarios.hidden import Value, draw
from scenarios.lint_site import Fault, unknown
from scenarios.model import Choice, Scenario
from scenarios.rules import RULES
from sim_core.chance import drill_keys
from sim_core.simulation import Point, advance
from sim_core.text import Text

DRAWS = 40  # some values are asked for only where another one was drawn
TRIED_TICKS = 40  # every phenomenon has had its turn
PLACE = "ignition_place"
NOWHERE = ("", "none")
Refusal = (KeyError, ValueError, IndexError, StopIteration, TypeError)


class Asked(Mapping[str, Value]):
    """A draw that remembers what was asked of it."""

    def __init__(self, drawn: Mapping[str, Value], names: set[str]) -> None:
        self._drawn, self._names = drawn, names

    def __getitem__(self, name: str) -> Value:
        self._names.add(name)
        return self._drawn[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._drawn)

    def __len__(self) -> int:
        return len(self._drawn)


def incident_faults(scenario: Scenario) -> Iterator[Fault]:
    """What the rule module does not find, and hidden parameters that it never asks for."""
    if scenario.rule_module not in RULES:
        known = "、".join(RULES), ", ".join(RULES)
        yield "rule_module", Text(f"{scenario.rule_module} 不存在；有：{known[0]}",
                                  f"{scenario.rule_module} does not exist; there are: {known[1]}")  # fmt: skip
        return
    asked: set[str] = set()
    found = [*_tried("incident", scenario, [draw(scenario, drill_keys(n).hidden) for n in range(DRAWS)], asked)]
    yield from found
    if found:
        return
    for h in scenario.hidden:
        if h.id not in asked:
            why = f"{scenario.rule_module} 不读此参数", f"{scenario.rule_module} reads no such parameter"
            yield f"hidden.{h.id}", Text(*why)
    if scenario.false_alarm is not None:
        quiet, drawn = harmless(scenario, draw(scenario, drill_keys(0).hidden))
        yield from _tried("false_alarm.settings", quiet, [drawn], set())
    yield from _places(scenario)


def _tried(key: str, scenario: Scenario, draws: Sequence[Mapping[str, Value]], asked: set[str]) -> Iterator[Fault]:
    """Begin a drill of each draw, and go on with the last one until every phenomenon has had its turn."""
    try:
        for drawn in draws:
            world, rules = RULES[scenario.rule_module].build(scenario, Asked(drawn, asked), drill_keys(0).world, ())
            empty = [tank.id for tank, t in zip(scenario.site.tanks, world.tanks, strict=True) if t.level_m < 0.0]
            if empty:
                yield key, Text(f"{empty[0]} 开始时液位低于 0", f"{empty[0]} would start below its floor")
                return
        point = Point(world)
        while point.world.tick < TRIED_TICKS:
            point, _ = advance(point, rules)
    except Refusal as refusal:
        yield key, _refused(scenario.rule_module, refusal)


def _refused(module: str, refusal: Exception) -> Text:
    """A KeyError names what is lacking: a hidden parameter, a key of params, or a thing of the plant."""
    if isinstance(refusal, KeyError):
        name = refusal.args[0]
        return Text(
            f"{module} 要用 {name}，而 [[hidden]]、[incident.params]、[site] 都没有",
            f"{module} asks for {name}, which is in none of [[hidden]], [incident.params] and [site]",
        )
    why = f"{type(refusal).__name__} {refusal}".strip()
    return Text(
        f"{module} 无法开始（{why}）；请与同一规则模块的文件对照 [incident] 与 [site]",
        f"{module} cannot start ({why}); compare [incident] and [site] with a file on the same rule module",
    )


def _places(scenario: Scenario) -> Iterator[Fault]:
    """A drawn source of ignition is one of the incident's: `lamps` stands for `lamps-south` and `lamps-north`."""
    there = [s.id.partition("-")[0] for s in scenario.sources]
    for h in scenario.hidden:
        if h.id == PLACE and isinstance(h.range, Choice):
            lacking = (option for option in h.range.options if option not in (*there, *NOWHERE))
            yield from (unknown(f"hidden.{PLACE}.range", option) for option in lacking)
