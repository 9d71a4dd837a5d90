"""Difficulty of a draw: points by value, strata by bounds, a draw bound to a stratum, the pilot that finds them."""

import json
from collections import Counter
from dataclasses import replace

import pytest

from scenarios import catalogue, load
from scenarios.hidden import ANY, NoDrawError, Terms, draw
from scenarios.lint_draw import LEAST_SHARE
from scenarios.model import Choice, Hidden, Mixture, Part, Subset, Uniform
from scenarios.pilot import pilot
from scenarios.strata import STRATA, difficulty, points, stratum
from sim_core.chance import drill_keys

IDS = [s.id for s in catalogue()]
ODD = load("tank_overfill").hidden[0]


def hidden(range_: object, hard: dict[str, float], normal: str = "") -> Hidden:
    return replace(ODD, range=range_, hard=hard, normal=normal)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "value", "expected"),
    [
        (hidden(Choice("choice", ("no", "yes"), (1.0, 1.0)), {"yes": 2.0}, "no"), "yes", 2.0),
        (hidden(Choice("choice", ("no", "yes"), (1.0, 1.0)), {"yes": 2.0}, "no"), "no", 0.0),
        (hidden(Choice("choice", ("a", "b", "c"), (1.0, 1.0, 1.0)), {"*": 3.0, "b": 1.0}, "a"), "a", 0.0),
        (hidden(Choice("choice", ("a", "b", "c"), (1.0, 1.0, 1.0)), {"*": 3.0, "b": 1.0}, "a"), "b", 1.0),
        (hidden(Choice("choice", ("a", "b", "c"), (1.0, 1.0, 1.0)), {"*": 3.0, "b": 1.0}, "a"), "c", 3.0),
        (hidden(Uniform("uniform", 2.0, 6.0, 1.0), {"high": 4.0}), 3.0, 1.0),
        (hidden(Uniform("uniform", 2.0, 6.0, 1.0), {"low": 4.0}), 3.0, 3.0),
        (hidden(Mixture("mixture", (Part(1.0, 0, 2, 1), Part(1.0, 4, 10, 1))), {"low": 1.0, "high": 3.0}), 5.0, 2.0),
        (hidden(Subset("subset", ("A", "B", "C"), (1.0, 1.0, 1.0)), {"each": 0.5, "C": 2.0}), "A,C", 2.5),
        (hidden(Subset("subset", ("A", "B", "C"), (1.0, 1.0, 1.0)), {"each": 0.5}), "", 0.0),
    ],
)
def test_points_follow_the_value(one: Hidden, value: float | str, expected: float) -> None:
    assert points(one, value) == expected


def test_a_bound_belongs_to_what_lies_below_it() -> None:
    scenario = load("tank_overfill")
    drawn = draw(scenario, drill_keys(1).hidden)
    hard = difficulty(scenario, drawn)
    assert stratum(replace(scenario, strata=(hard, hard + 1, hard + 2, hard + 3)), drawn) == 1
    assert stratum(replace(scenario, strata=(hard - 0.1, hard, hard + 2, hard + 3)), drawn) == 2
    assert stratum(replace(scenario, strata=(hard - 4, hard - 3, hard - 2, hard - 1)), drawn) == 5
    assert stratum(replace(scenario, strata=()), drawn) == 0


@pytest.mark.parametrize("scenario_id", IDS)
def test_a_draw_bound_to_a_stratum_lies_there_and_seeds_differ(scenario_id: str) -> None:
    scenario = load(scenario_id)
    for level in STRATA:
        drawn = [draw(scenario, drill_keys(seed).hidden, Terms(level)) for seed in range(20)]
        assert {stratum(scenario, one) for one in drawn} == {level}
        assert len({json.dumps(one) for one in drawn}) > 3  # a short scenario has few draws in a stratum


def test_an_unbound_draw_is_the_first_try_of_a_bound_one() -> None:
    scenario = load("tank_overfill")
    for seed in range(30):
        key = drill_keys(seed).hidden
        free = draw(scenario, key, ANY)
        assert draw(scenario, key, Terms(stratum(scenario, free))) == free


def test_terms_that_cannot_be_met_are_an_error() -> None:
    scenario, key = load("tank_overfill"), drill_keys(1).hidden
    with pytest.raises(NoDrawError):
        draw(scenario, key, Terms(6))
    with pytest.raises(NoDrawError):
        draw(replace(scenario, strata=()), key, Terms(1))
    with pytest.raises(NoDrawError):
        draw(replace(scenario, strata=(90.0, 91.0, 92.0, 93.0)), key, Terms(5))


@pytest.mark.parametrize("scenario_id", IDS)
def test_the_pilot_bounds_the_strata_of_the_file(scenario_id: str) -> None:
    scenario = load(scenario_id)
    seen = pilot(scenario, 400)
    assert sum(seen.shares) == pytest.approx(1.0)
    assert min(seen.shares) >= LEAST_SHARE
    again = pilot(replace(scenario, strata=seen.bounds), 400)
    assert all(share == pytest.approx(0.2, abs=0.06) for share in again.shares)


def test_the_pilot_counts_values() -> None:
    seen = pilot(load("tank_overfill"), 300)
    often = seen.often("night")
    counted = Counter(drawn["night"] for drawn in seen.draws)
    assert often == {value: n / 300 for value, n in counted.items()}
    assert sum(often.values()) == pytest.approx(1.0)
