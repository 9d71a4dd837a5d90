"""The calculator through its door: the command line: one model, a batch, the list, bad input, every model."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.calculator import MODELS, PHENOMENA, Model, ask, unit_of
from server.calculator.asking import RefusedError
from server.cli.main import status


def calc(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = status(["--lang", "en", "calc", *words])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_one_model(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = calc(capsys, "fireball", "mass_kg=11957.7", "distance_m=100", "--json")
    answer = json.loads(out)
    assert code == 0
    assert set(answer) >= {"model", "inputs", "outputs", "units", "range", "source", "extrapolated"}
    assert answer["outputs"]["diameter_m"] == pytest.approx(132.6, rel=0.01)
    assert answer["outputs"]["heat_flux_kw_m2"] == pytest.approx(89.1, rel=0.01)
    assert answer["units"]["heat_flux_kw_m2"] == "kW/m2"


def test_a_list_gives_lists(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = calc(capsys, "fireball", "mass_kg=1000", "distance_m=50,100", "--json")
    fluxes = json.loads(out)["outputs"]["heat_flux_kw_m2"]
    one = ask(MODELS["fireball"], {"mass_kg": 1000.0, "distance_m": 100.0})["outputs"]["heat_flux_kw_m2"]
    assert fluxes[1] == one < fluxes[0]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("no_such_model",), "no model"),
        (("fireball",), "mass_kg"),
        (("fireball", "mass_kg=-1", "distance_m=10"), "range"),
        (("fireball", "mass_kg=-1", "distance_m=10", "allow_extrapolation=true"), "range"),
        (("fireball", "mass_kg=abc", "distance_m=10"), "number"),
        (("fireball", "mass_kg=NaN", "distance_m=10"), "range"),
        (("fireball", "mass_kg=1", "distance_m=10", "colour=3"), "no input colour"),
        (("fireball", "mass_kg=1", "distance_m=10", "fuel=wood"), "one of"),
        (("fireball", "mass_kg"), "NAME=VALUE"),
        (("--batch", "/nonexistent"), "cannot read"),
        ((), "name a model"),
    ],
)
def test_bad_input_says_what(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str) -> None:
    code, out, err = calc(capsys, *words)
    assert code == 2 and says in err and len(err.splitlines()) == 1 and not out


def test_extrapolation_is_asked_for_and_marked(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = calc(capsys, "fireball", "mass_kg=2e6", "distance_m=1000")
    assert code == 2 and "1e+06" in err
    code, out, _ = calc(capsys, "fireball", "mass_kg=2e6", "distance_m=1000", "allow_extrapolation=true", "--json")
    assert code == 0 and json.loads(out)["extrapolated"] is True


def test_a_batch_survives_its_bad_cases(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    batch: list[Any] = [
        {"model": "fireball", "inputs": {"mass_kg": 1000, "distance_m": [50, 100]}},
        {"model": "fireball", "inputs": {"mass_kg": -1, "distance_m": 100}},
        {"model": 3}, "nonsense", {"model": "fireball", "inputs": 7},
    ]  # fmt: skip
    file = tmp_path / "batch.json"
    file.write_text(json.dumps(batch))
    code, out, _ = calc(capsys, "--batch", str(file))
    answers = json.loads(out)
    assert code == 0 and len(answers) == 5
    assert "outputs" in answers[0] and all("error" in a and "outputs" not in a for a in answers[1:])


@pytest.mark.parametrize("name", MODELS)
def test_every_model_is_whole(name: str) -> None:
    """Title in both languages, a source, a unit or a share for every number, and a range for every number taken."""
    model = MODELS[name]
    assert model.name == name and all(model.title) and model.functions and model.source
    for i in model.inputs:
        number = not i.words and not isinstance(i.default, bool | dict)
        assert not number or model.limits(i.name) is not None, f"{name}: {i.name} has no range"
    assert isinstance(model.assumes, tuple)


def test_no_two_models_share_a_name() -> None:
    assert sum(len(phenomenon.MODELS) for phenomenon in PHENOMENA) == len(MODELS)


def test_units_are_read_from_names() -> None:
    names = ("mass_flow_kg_s", "flux_kg_m2_s", "wind_10m_m_s", "solar_w_m2", "vapour_fraction")
    assert [unit_of(n) for n in names] == ["kg/s", "kg/(m2 s)", "m/s", "W/m2", ""]


def test_a_model_without_a_range_is_refused_by_the_loop() -> None:
    from server.calculator import Input
    from sim_core.physics import fireball
    from sim_core.text import Text

    model = Model("x", Text("x", "x"), (Input("speed"),), ("y",), (fireball.diameter_m,), lambda speed: {"y": speed})
    assert model.limits("speed") is None
    with pytest.raises(RefusedError):
        ask(model, {"speed": "fast"})
