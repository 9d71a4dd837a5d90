import json

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
