"""Values: what in a scenario an expert of the base has to confirm before people are examined by it. Pure.

Time targets are the base's policy unless a standard gives them; what is marked [B] is background knowledge to be
verified, [P] a proposal of this product (evidence as in `scenarios.model.Standard`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import rfc8785

from scenarios.model import Scenario
from sim_core.text import Text

MARK = re.compile(r"\[(B|P)\]")
KINDS = {
    "target": Text("时限", "time target"),
    "item": Text("评分项", "item of the sheet"),
    "veto": Text("一票否决", "veto"),
    "hidden": Text("隐藏参数", "hidden parameter"),
    "standard": Text("条款", "clause"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value to be confirmed. id: kind and key in the file. evidence: B to be verified, P proposal."""

    id: str
    kind: str
    what: Text
    value: Text
    source: Text
    evidence: str


def values(scenario: Scenario) -> tuple[Value, ...]:
    """Every value of a scenario that is to be confirmed, in order of the file."""
    return tuple(_of(scenario))


def values_hash(scenario: Scenario) -> str:
    """SHA-256 in hex of what there is to confirm: a signature holds until one of the values changes."""
    rows = [[v.id, *v.what, *v.value, *v.source, v.evidence] for v in values(scenario)]
    return sha256(rfc8785.dumps(rows)).hexdigest()


def _of(scenario: Scenario) -> Iterator[Value]:
    for item in scenario.rubric.items:
        name, source = Text(*item.name), Text(*item.standard)
        if item.target_s > 0.0:
            zh = f"目标 {item.target_s:g} 秒，限时 {item.limit_s:g} 秒"
            en = f"target {item.target_s:g} s, limit {item.limit_s:g} s"
            yield Value(f"target/{item.id}", "target", name, Text(zh, en), source, "P")
        elif evidence := _mark(source):
            points = Text(f"{item.points} 分", f"{item.points} points")
            yield Value(f"item/{item.id}", "item", name, points, source, evidence)
    for veto in scenario.rubric.vetoes:
        source = Text(*veto.standard)
        if evidence := _mark(source):
            yield Value(f"veto/{veto.id}", "veto", Text(*veto.name), Text("否决", "veto"), source, evidence)
    for hidden in scenario.hidden:
        if evidence := _mark(hidden.standard) or _mark(hidden.p_real):
            yield Value(f"hidden/{hidden.id}", "hidden", hidden.name, hidden.p_train, hidden.standard, evidence)
    for row in scenario.standards:
        if row.evidence == "B":
            where = f"{row.standard} {row.edition} {row.clause}".strip()
            yield Value(f"standard/{row.id}", "standard", row.title, Text(where, where), Text(where, where), "B")


def _mark(text: Text) -> str:
    """The gravest mark of a source: B before P, "" = none."""
    found = MARK.findall(text.zh + text.en)
    return "B" if "B" in found else "P" if found else ""
