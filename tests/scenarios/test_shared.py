"""What is shared is written once: standards are cited by id, a site stands in a file of its own."""

import json
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from scenarios import ScenarioError, catalogue, load, read
from scenarios.shared import NotSharedError, expanded, standards

TOML = files("scenarios").joinpath("catalogue", "tank_overfill.toml").read_text(encoding="utf-8")


def test_a_record_holds_the_clauses_themselves() -> None:
    held: Any = json.loads(load("tank_overfill").canonical)["standards"]
    named = tomllib.loads(TOML)["standards"]
    assert [row["id"] for row in held] == named
    assert all(row == standards()[row["id"]] for row in held)


def test_every_clause_is_cited_by_some_scenario() -> None:
    assert {s.id for scenario in catalogue() for s in scenario.standards} == set(standards())


def test_a_base_may_write_out_a_clause_of_its_own() -> None:
    own = {"id": "Q/YL 1", "evidence": "P"}
    assert expanded({"standards": ["U1", own]})["standards"] == [standards()["U1"], own]


def test_a_clause_that_is_not_there_is_an_error_in_one_line() -> None:
    with pytest.raises(ScenarioError) as caught:
        read(TOML.replace('standards = ["P"', 'standards = ["P0"'), "mine.toml")
    assert str(caught.value) == "mine.toml: standards: 没有 P0 / there is no P0"


@pytest.mark.parametrize("name", ["nowhere", "../catalogue/tank_overfill", ""])
def test_a_site_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(NotSharedError):
        expanded({"site": name})
