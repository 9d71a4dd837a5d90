import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.server.conftest import Yanlian

KEYS = {"id", "code", "name", "family", "mandatory", "roles", "hidden", "vetoes", "duration_s", "rule_module"}


def test_the_list_has_its_stable_shape_and_no_hidden_value(yanlian: Yanlian) -> None:
    found = json.loads(yanlian("scenarios", "list", "--json").stdout)
    assert "tank_overfill" in [scenario["id"] for scenario in found]
    for scenario in found:
        assert set(scenario) >= KEYS
        assert set(scenario["name"]) == {"zh", "en"}
        assert scenario["hidden"]
        assert all(isinstance(name, str) for name in scenario["hidden"])


def test_list_and_show_speak_both_languages(yanlian: Yanlian) -> None:
    chinese = yanlian("--lang", "zh", "scenarios", "show", "tank_overfill").stdout
    english = yanlian("--lang", "en", "scenarios", "show", "tank_overfill").stdout
    assert "隐藏参数" in chinese
    assert "hidden parameters" in english
    assert "必考" in yanlian("scenarios", "list", env={"LANG": "zh_CN.UTF-8"}).stdout


def test_show_tells_what_may_be_known(yanlian: Yanlian) -> None:
    found = json.loads(yanlian("scenarios", "show", "tank_overfill", "--json").stdout)
    assert found["briefing"]["situation"]["zh"]
    assert "hidden_values" not in found
    assert yanlian("scenarios", "show", "nothing").returncode == 2


def test_the_catalogue_is_clean(yanlian: Yanlian) -> None:
    done = yanlian("scenarios", "lint", "--json")
    assert (done.returncode, json.loads(done.stdout)["faults"]) == (0, [])


def test_a_file_outside_the_catalogue_is_checked_and_piloted(yanlian: Yanlian, tmp_path: Path) -> None:
    text = files("scenarios").joinpath("catalogue", "h2s_pit.toml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(text.replace("turn_s", "turns_s", 1).replace('id = "h2s_pit"', 'id = "mine"'), encoding="utf-8")
    done = yanlian("--lang", "en", "scenarios", "lint", mine)
    assert done.returncode == 2
    assert done.stderr.startswith("error: mine.toml: site.devices.0.turns_s: ")
    mine.write_text(text.replace('id = "h2s_pit"', 'id = "mine"'), encoding="utf-8")
    assert json.loads(yanlian("scenarios", "lint", mine, "--json").stdout)["ok"] is True
    seen = json.loads(yanlian("scenarios", "pilot", mine, "--draws", 200, "--json").stdout)
    assert (seen["scenario"], seen["draws"], sum(seen["shares"])) == ("mine", 200, pytest.approx(1.0))
    assert seen["quintiles"] == sorted(seen["quintiles"])


def test_the_pilot_speaks_both_languages_and_names_no_seed(yanlian: Yanlian) -> None:
    chinese = yanlian("--lang", "zh", "scenarios", "pilot", "h2s_pit", "--draws", 50).stdout
    assert "难度五分位" in chinese
    assert "quintiles of difficulty" in yanlian("--lang", "en", "scenarios", "pilot", "h2s_pit", "--draws", 50).stdout
    assert "L5" in chinese
    assert "night" in chinese


def test_a_file_that_is_not_there_is_one_line(yanlian: Yanlian, tmp_path: Path) -> None:
    done = yanlian("--lang", "en", "scenarios", "lint", tmp_path / "none.toml")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "cannot be read" in done.stderr


def test_cases_are_searched_in_both_languages(yanlian: Yanlian) -> None:
    found = json.loads(yanlian("scenarios", "cases", "硫化氢", "中毒", "--json").stdout)
    assert [case["id"] for case in found] == ["chengdu_2024", "nanyang_2024"]
    assert found[0]["what_happened"][0]["evidence"] == "R" and set(found[0]["title"]) == {"zh", "en"}
    assert "沸溢" in yanlian("--lang", "zh", "scenarios", "cases", "boil-over").stdout
    assert "boil-over" in yanlian("--lang", "en", "scenarios", "cases", "沸溢").stdout
