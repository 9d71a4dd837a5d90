"""Shared: what several scenario files name instead of writing out: clauses, sites, the sheet of false alarms."""

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

Beside = Callable[[str], str | None]
CHECKED = "CHECKED"  # stands in the sheet of false alarms for the scenario's own `checks`


class NotSharedError(KeyError):
    """A name that nothing shared bears. key: where it stands in the file."""

    def __init__(self, key: str, name: str) -> None:
        self.key, self.name = key, name
        super().__init__(key, name)


def nowhere(name: str) -> str | None:
    """No site lies beside: of a scenario that is not read from a folder."""
    return None


def expanded(document: dict[str, Any], beside: Beside = nowhere) -> dict[str, Any]:
    """Put rows and tables in the place of their names, so that a record needs no file but its own. NotSharedError.

    beside: gives the text of a site that lies beside the scenario's file, which goes before those shared here.
    """
    whole = dict(document)
    if isinstance(document.get("standards"), list):
        whole["standards"] = [_standard(row) for row in document["standards"]]
    if isinstance(document.get("false_alarm"), dict):
        whole["false_alarm"] = _with_sheet(document["false_alarm"])
    if isinstance(document.get("site"), str):
        whole["site"] = _site(document["site"], beside)
    return whole


def _standard(row: Any) -> Any:
    if not isinstance(row, str):
        return row
    if row not in standards():
        raise NotSharedError("standards", row)
    return standards()[row]


def _with_sheet(told: dict[str, Any]) -> dict[str, Any]:
    """Put in the common sheet: what counts as a second look, and the cues that its clocks start at."""
    items = tomllib.loads(_text("false_alarm.toml"))["items"]
    for item in items:
        for groups in ("done", "needs"):
            if item.get(groups) == [[CHECKED]]:
                item[groups] = told.get("checks", [])
        if "target_s" in item:
            item["clock"] = told.get("clock", [])
    return {**told, "items": items}


def _site(name: str, beside: Beside) -> Any:
    if not name.replace("_", "").isalnum():
        raise NotSharedError("site", name)
    file = files("scenarios").joinpath("sites", f"{name}.toml")
    text = beside(name) or (file.read_text(encoding="utf-8") if file.is_file() else None)
    if text is None:
        raise NotSharedError("site", name)
    return tomllib.loads(text)


@cache
def standards() -> dict[str, Any]:
    """Every clause that scenarios cite, by id (`scenarios/standards.toml`)."""
    return {row["id"]: row for row in tomllib.loads(_text("standards.toml"))["standards"]}


def _text(name: str) -> str:
    return files("scenarios").joinpath(name).read_text(encoding="utf-8")
