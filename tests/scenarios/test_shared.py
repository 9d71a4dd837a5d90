"""What is shared is written once: standards are cited by id, a site stands in a file of its own."""

import json
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from scenarios import Scenario, ScenarioError, catalogue, load, read
from scenarios.lint import lint
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


HOT_WORK = files("scenarios").joinpath("catalogue", "hot_work.toml").read_text(encoding="utf-8")
SHEET = files("scenarios").joinpath("sheets", "permit_work.toml").read_text(encoding="utf-8")


def with_sheet(was: str, now: str) -> Scenario:
    """Hot work with a sheet of its own beside it, in which something stands otherwise."""
    assert SHEET.count(was) == 1
    other = SHEET.replace(was, now)
    return read(HOT_WORK, "hot_work.toml", lambda name: other if name == "permit_work" else None)


def test_a_record_holds_the_shared_items_themselves_in_their_places() -> None:
    held: Any = json.loads(load("hot_work").canonical)["rubric"]
    shared = {row["id"]: row for row in tomllib.loads(SHEET)["items"]}
    ids = [row["id"] for row in held["items"]]
    assert set(held) == {"id", "version", "items", "vetoes"}
    assert ids[ids.index("CMD") :] == [i for i in shared if i not in ("PERMIT", "NO_HARM", "RIGHT_START")]
    assert held["items"][ids.index("CMD")] == shared["CMD"] and held["items"][ids.index("PERMIT")] != shared["PERMIT"]


def test_every_shared_item_is_taken_over_by_some_scenario() -> None:
    taken = {(name, file) for scenario in catalogue() for name, file in scenario.lent.items()}
    stand = {
        (row["id"], f"sheets/{file.name}")
        for file in files("scenarios").joinpath("sheets").iterdir()
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["items"]
    }
    assert taken == stand


def test_the_hash_of_a_scenario_covers_what_it_shares() -> None:
    other = with_sheet('en = "orders are read back"', 'en = "orders are repeated"')
    assert other.hash != load("hot_work").hash
    assert with_sheet("# Items of the sheet", "# The items of the sheet").hash == load("hot_work").hash


def test_what_cannot_be_read_in_a_shared_item_is_told_of_the_shared_file() -> None:
    with pytest.raises(ScenarioError) as caught:
        with_sheet('done = [[{ kind = "read_back", to = "IC" }]]', "done = 3")
    assert (caught.value.file, caught.value.key) == ("permit_work.toml", "items.CLOSED_LOOP.done")


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('act = "objectives"', 'act = "pray"', "permit_work.toml: items.CMD (hot_work): pray does not exist"),
        ('en = "orders are read back"', 'en = ""', "permit_work.toml: items.CLOSED_LOOP.name.en (hot_work): no text"),
        ('kind = "read_back"', 'kind = "echo"', "permit_work.toml: items.CLOSED_LOOP (hot_work): CLOSED_LOOP: unknown"),
    ],
)
def test_what_makes_no_sense_in_a_shared_item_is_told_of_the_shared_file(was: str, now: str, said: str) -> None:
    assert any(fault.en.startswith(said) for fault in lint(with_sheet(was, now)))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('shares = "permit_work"', 'shares = "nowhere"', "rubric.shares: 没有 nowhere / there is no nowhere"),
        ('shares = "permit_work"', "shares = 3", "rubric.shares: 没有 3 / there is no 3"),
        ('shared = ["CMD"', 'shared = ["AMEN"', "rubric.items.shared: 没有 AMEN / there is no AMEN"),
        ('shares = "permit_work"\n', "", "rubric.shares: 没有 shares / there is no shares"),
    ],
)
def test_what_is_not_shared_is_an_error_in_one_line(was: str, now: str, said: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        read(HOT_WORK.replace(was, now), "mine.toml")
    assert str(caught.value).startswith(f"mine.toml: {said}")


def test_a_shared_file_that_is_no_toml_is_an_error_in_one_line() -> None:
    with pytest.raises(ScenarioError) as caught:
        with_sheet("# Items of the sheet", "Items of the sheet")
    assert "permit_work.toml" in str(caught.value)
