import re

from scenarios.names import CODES
from server.cli.words import DIRECTIONS, KINDS, SECTIONS
from sim_core import direction
from sim_core.events import KINDS as EVENT_KINDS
from tests.house.tree import ROOT, python_files

FACT = re.compile(r"""\.fact\(\s*"(\w+)\"""")
REFUSAL = re.compile(r"""return "([a-z]+_[a-z_]+|busy|walking)"$|else "([a-z]+_[a-z_]+)"$""", re.MULTILINE)
ENDED = re.compile(r"""draft\.ended = "(\w+)\"""")


def test_every_fact_refusal_and_end_has_its_words() -> None:
    sources = python_files("sim_core/people", "sim_core/plant", "scenarios/rules")
    core = (ROOT / "sim_core" / "step.py", ROOT / "sim_core" / "direction.py")
    text = "".join(file.read_text("utf-8") for file in (*sources, *core))
    refused = {"".join(found) for found in REFUSAL.findall(text)}
    assert len(refused) > 10
    codes = {*FACT.findall(text), *refused, *ENDED.findall(text)}
    assert codes - set(CODES) == set()


def test_kinds_and_sections_are_all_there_in_both_languages() -> None:
    assert set(KINDS) == set(EVENT_KINDS)
    assert set(DIRECTIONS) == set(direction.DIRECTIONS)
    for text in (*KINDS.values(), *DIRECTIONS.values(), *CODES.values(), *SECTIONS.values()):
        assert text.zh
        assert text.en
