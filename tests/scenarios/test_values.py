"""Values to be confirmed: every target is one, marks are read from the sources, a change makes another list."""

from dataclasses import replace

import pytest

from scenarios import catalogue, load
from scenarios.values import KINDS, values, values_hash
from sim_core.text import Text


@pytest.mark.parametrize("scenario_id", [s.id for s in catalogue()])
def test_every_time_target_is_policy_to_be_confirmed(scenario_id: str) -> None:
    scenario = load(scenario_id)
    found = {v.id: v for v in values(scenario)}
    timed = [item for item in scenario.rubric.items if item.target_s > 0]
    assert timed
    for item in timed:
        assert found[f"target/{item.id}"].evidence == "P"
        assert f"{item.target_s:g}" in found[f"target/{item.id}"].value.en
    assert len(found) == len(values(scenario))
    assert all(v.kind in KINDS and v.what.zh and v.what.en and v.value.zh and v.value.en for v in found.values())


def test_background_knowledge_is_listed_and_what_was_read_is_not() -> None:
    found = {v.id: v for v in values(load("tank_overfill"))}
    assert found["standard/U9"].evidence == "B"
    assert "standard/U2" not in found


def test_a_mark_in_either_language_counts_and_b_goes_before_p() -> None:
    scenario = load("tank_overfill")
    marked = replace(scenario.hidden[3], standard=Text("甲 [P] [B]", "a"), p_real=Text("", ""))
    plain = replace(scenario.hidden[4], standard=Text("甲 [R]", "a [R]"), p_real=Text("", ""))
    found = {v.id: v.evidence for v in values(replace(scenario, hidden=(marked, plain)))}
    assert found.get(f"hidden/{marked.id}") == "B"
    assert f"hidden/{plain.id}" not in found


def test_a_changed_value_wants_a_new_signature_and_a_changed_briefing_does_not() -> None:
    scenario = load("tank_overfill")
    items = (replace(scenario.rubric.items[0], target_s=61.0), *scenario.rubric.items[1:])
    changed = replace(scenario, rubric=replace(scenario.rubric, items=items))
    assert values_hash(changed) != values_hash(scenario)
    assert values_hash(replace(scenario, duration_s=1400.0)) == values_hash(scenario)
