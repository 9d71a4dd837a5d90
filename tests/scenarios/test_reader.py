"""The reader gives a scenario or its own error, and a record's canonical JSON gives the same scenario back."""

import json
import tomllib
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import Scenario, ScenarioError, catalogue, from_canonical, load, read
from scenarios.shared import expanded

TOML = files("scenarios").joinpath("catalogue", "tank_overfill.toml").read_text(encoding="utf-8")
OWN = "policies.careless:no_evacuation"
JSON: dict[str, Any] = json.loads(load("tank_overfill").canonical)


def canonical(**changed: Any) -> bytes:
    return rfc8785.dumps({**JSON, **changed})


def test_catalogue_lists_what_can_be_loaded() -> None:
    assert load("tank_overfill") in catalogue()
    assert [s.id for s in catalogue()] == sorted(s.id for s in catalogue())


def test_canonical_bytes_alone_give_the_same_scenario() -> None:
    scenario = load("tank_overfill")
    assert from_canonical(scenario.canonical) == scenario
    assert scenario.canonical == rfc8785.dumps(expanded(tomllib.loads(TOML)))
    assert scenario.hash == sha256(scenario.canonical).hexdigest()


def test_hash_follows_content_and_not_layout() -> None:
    assert read("# a remark\n" + TOML).hash == load("tank_overfill").hash
    assert read(TOML.replace("duration_s = 1500", "duration_s = 1501")).hash != load("tank_overfill").hash


def test_decimals_are_as_written() -> None:
    wind = next(item for item in load("tank_overfill").rubric.items if item.id == "WIND")
    assert str(wind.axes["D5"]) == "0.5"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (TOML.replace("wall_m = 2.0 }", "wall_m = 2.0, roof = 1 }"), "site.bunds.0.roof"),
        (TOML.replace("mandatory = true", 'mandatory = "yes"'), "mandatory"),
        (TOML.replace("mandatory = true\n", ""), "mandatory"),
        (TOML.replace('family = "tank_leak"', 'family = "leak"'), "family"),
        (TOML.replace("stroke_s = 10,", 'stroke_s = "10",'), "site.devices.0.stroke_s"),
        (TOML.replace('kind = "subset"', 'kind = "sub"'), "hidden.9.range"),
        (TOML.replace('drop = ["evacuate"]', 'drop = ["run"]'), f"{OWN}.drop"),
        (TOML.replace('base = "expert"\ndrop = ["ev', 'base = "x"\ndrop = ["ev'), f"{OWN}.base"),
    ],
)
def test_error_names_file_and_key_in_one_line(text: str, key: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        read(text, "own.toml")
    assert caught.value.key == key
    assert str(caught.value).startswith(f"own.toml: {key}: ")
    assert "\n" not in str(caught.value) and " / " in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "id = ", "x = nan", "x = 2020-01-01", "x = " + "[" * 3000, "x = " + "9" * 5000, "x = 99999999999999999"],
)
def test_what_is_no_scenario_is_refused(text: str) -> None:
    with pytest.raises(ScenarioError):
        read(text)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b"\xff", b'{"a":1,"a":2}', b"[" * 100_000, canonical() + b" ", b'{ "id": 1}'],
)
def test_bytes_of_a_record_must_be_canonical(data: bytes) -> None:
    with pytest.raises(ScenarioError):
        from_canonical(data)


def test_an_id_is_not_a_path() -> None:
    for name in ("../tank_overfill", "/etc/passwd", "tank_overfill.toml", ""):
        with pytest.raises(ScenarioError):
            load(name)


@settings(max_examples=25, deadline=None)
@given(at=st.integers(0, len(TOML)), length=st.integers(0, 40), put=st.text(max_size=6))
def test_mutated_text_gives_a_scenario_or_its_own_error(at: int, length: int, put: str) -> None:
    try:
        scenario = read(TOML[:at] + put + TOML[at + length :])
    except ScenarioError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(scenario, Scenario)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for key, part in inner for spot in spots(part, (*path, key)))]


SPOTS = spots(JSON)[1:]
ODD: st.SearchStrategy[Any] = st.sampled_from([None, True, -1, 1e300, "", "\n", [], {}, [[]], {"zh": "x"}, "careless:"])


@settings(max_examples=150, deadline=None)
@given(spot=st.sampled_from(SPOTS), odd=ODD)
def test_a_changed_value_gives_a_scenario_or_its_own_error(spot: tuple[Any, ...], odd: Any) -> None:
    changed = json.loads(json.dumps(JSON))
    target = changed
    for key in spot[:-1]:
        target = target[key]
    target[spot[-1]] = odd
    try:
        scenario = from_canonical(rfc8785.dumps(changed))
    except ScenarioError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(scenario, Scenario)


def test_a_dropped_step_is_waited_for_no_longer() -> None:
    policies = load("tank_overfill").policies
    assert [s.after for s in policies["expert"].steps if s.id == "count"] == [("evacuate",)]
    assert [s.after for s in policies["careless:no_evacuation"].steps if s.id == "count"] == [()]
    assert policies["careless:no_evacuation"].around == "B1"
    assert policies["idle"].steps == ()
