"""Words of the trainee's screens: whatever the core can say, the screens can explain. No browser is needed."""

import ast
import re
from pathlib import Path

import pytest

from scenarios import catalogue
from scenarios.model import Choice
from scenarios.policy import UPWIND
from scenarios.rules.special_work.crew import NOTHING_WRONG
from scenarios.rules.special_work.incident import listed, paired
from server.api.vocabulary import possible, vocabulary
from server.api.words_said import CONTENT, NUMBERS, TOPICS
from sim_core.acts import ACTS

ROOT = Path(__file__).resolve().parents[2]
TRAINEE = ROOT / "clients" / "web" / "src" / "trainee"
SPEAKING = [
    *(ROOT / "sim_core" / "people").glob("*.py"),
    *(ROOT / "sim_core" / "plant").glob("*.py"),
    *(ROOT / "scenarios" / "rules").rglob("rules.py"),
]
NOT_CHOSEN = {"steer", "read_back", "safety_stop"}
WORD = re.compile(r"^[a-z]+(_[a-z]+)*$")
REFUSING = re.compile(r"^(go|steer|halt|perform|_?why_not\w*|_?cannot\w*|_begin|_speak)$")


def refusals_of(path: Path) -> set[str]:
    """Words that functions which say why not can return: constants in their return statements."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and REFUSING.match(node.name):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    found |= {c.value for c in said(inner.value) if WORD.match(c.value)}
    return found


def said(value: ast.expr) -> list[ast.Constant]:
    """Texts that an expression can be, not those that it compares with."""
    if isinstance(value, ast.IfExp):
        return said(value.body) + said(value.orelse)
    return [value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


def keys(name: str) -> set[str]:
    """Keys of a table of texts on the screens' side."""
    return set(re.findall(r"^  (\w+): \{", (TRAINEE / name).read_text("utf-8"), re.MULTILINE))


def test_every_refusal_of_the_core_is_explained() -> None:
    words = set().union(*map(refusals_of, SPEAKING)) | {"malformed"}
    assert {"busy", "out_of_reach", "in_the_way", "no_set_here", "not_at_panel", "unknown_place"} <= words
    assert not words - keys("refusals.ts")


def test_no_word_is_explained_that_nobody_says() -> None:
    words = set().union(*map(refusals_of, SPEAKING)) | {"malformed"}
    assert not keys("refusals.ts") - words


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda one: one.id)
def test_what_a_scenario_needs_can_be_said_and_is_not_given_away(scenario) -> None:
    told = vocabulary(scenario)
    assert {cue.id for cue in scenario.cues if cue.report} <= set(TOPICS)
    assert set(scenario.calls) <= set(NUMBERS)
    options = {point.key: {one.id for one in point.options} for point in told.content}
    for number, required in scenario.calls.items():
        for key, right in required.items():
            assert {word for word in right if word != "@wind"} <= options[key], (number, key)
            assert len(options[key]) > len(right), f"{key}: the right words alone stand there"
    assert [point.key for point in told.content] == list(CONTENT), "every call asks for the same"


@pytest.mark.parametrize("scenario", [s for s in catalogue() if "paper" in s.params], ids=lambda one: one.id)
def test_what_a_permit_and_a_look_on_the_spot_tell_has_its_words(scenario) -> None:
    fields = {field.partition("=")[0] for field in listed(scenario.params["paper"])}
    shown = set(paired(scenario.params.get("shows", "")).values()) | {f for f in fields if "=" not in f}
    words = {
        option for h in scenario.hidden if h.id in shown and isinstance(h.range, Choice) for option in h.range.options
    }
    assert fields and not (fields | words | {NOTHING_WRONG}) - keys("found.ts")


def test_every_act_is_offered_somewhere() -> None:
    offered = {act.kind for scenario in catalogue() for act in vocabulary(scenario).acts}
    assert set(ACTS) - offered == NOT_CHOSEN


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda one: one.id)
def test_each_act_of_the_expert_can_be_chosen(scenario) -> None:
    acts = {act.kind: act for act in vocabulary(scenario).acts}
    assert set(acts) == possible(scenario) - NOT_CHOSEN
    for step in scenario.policies["expert"].steps:
        act = step.act
        details = {act.detail}
        if act.detail.startswith(UPWIND):
            details = {p.id for p in scenario.site.places if p.kind == act.detail.removeprefix(UPWIND)}
        ways = [way for way in acts[act.kind].ways if way.detail in details]
        assert {way.detail for way in ways} == details, f"{step.id}: {act.kind} {act.detail}"
        targets = {one.id for way in ways for one in way.targets}
        if act.target and not act.target.startswith("@"):
            assert act.target in targets, f"{step.id}: {act.target}"
        if act.value:
            assert any(act.value in way.values for way in ways), f"{step.id}: {act.value}"
        if act.to and acts[act.kind].seats:
            assert act.to in acts[act.kind].seats
