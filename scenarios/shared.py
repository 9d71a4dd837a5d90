"""Shared: what several scenario files name instead of writing out: clauses, sites, items of the sheet, false alarms."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

Beside = Callable[[str], str | None]
CHECKED = "CHECKED"  # stands in the sheet of false alarms for the scenario's own `checks`
SHEETS, SITES = "sheets", "sites"  # folders of what is shared here


class NotSharedError(KeyError):
    """A name that nothing shared bears. key: where it stands in the file."""

    def __init__(self, key: str, name: str) -> None:
        self.key, self.name = key, name
        super().__init__(key, name)


def nowhere(name: str) -> str | None:
    """Nothing lies beside: of a scenario that is not read from a folder."""
    return None


def expanded(document: dict[str, Any], beside: Beside = nowhere) -> dict[str, Any]:
    """Put rows and tables in the place of their names, so that a record needs no file but its own. NotSharedError.

    beside: gives the text of a site or sheet that lies beside the scenario's file, which goes before those shared here.
    """
    whole = dict(document)
    if isinstance(document.get("standards"), list):
        whole["standards"] = [_standard(row) for row in document["standards"]]
    if isinstance(document.get("false_alarm"), dict):
        whole["false_alarm"] = _with_sheet(document["false_alarm"])
    if isinstance(document.get("site"), str):
        whole["site"] = _toml(*_named("site", SITES, document["site"], beside))
    rubric = document.get("rubric")
    if isinstance(rubric, dict) and isinstance(rubric.get("items"), list):
        items = [row for _, row in _items(rubric, beside)]
        whole["rubric"] = {**{key: value for key, value in rubric.items() if key != "shares"}, "items": items}
    return whole


def lent(document: dict[str, Any], beside: Beside = nowhere) -> dict[str, str]:
    """Items of the sheet that stand in a shared file, and that file: there their faults are to be mended."""
    rubric = document.get("rubric")
    if not isinstance(rubric, dict) or not isinstance(rubric.get("items"), list):
        return {}
    return {row["id"]: file for file, row in _items(rubric, beside) if file}


def _items(rubric: dict[str, Any], beside: Beside) -> Iterator[tuple[str, Any]]:
    """Items with the shared file that each stands in, "" = none. A row `shared` names several of the file `shares`."""
    file, text = _named("rubric.shares", SHEETS, rubric["shares"], beside) if "shares" in rubric else ("", "")
    known = {row["id"]: row for row in _tables(_toml(file, text).get("items"))}
    for row in rubric["items"]:
        names = row.get("shared") if isinstance(row, dict) else None
        if not isinstance(names, list):
            yield "", row
            continue
        if not file:
            raise NotSharedError("rubric.shares", "shares")
        for name in names:
            if not isinstance(name, str) or name not in known:
                raise NotSharedError("rubric.items.shared", str(name))
            yield file, known[name]


def _toml(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error


def _tables(rows: Any) -> list[dict[str, Any]]:
    """Of whatever a file holds there, the tables that have a name."""
    found = rows if isinstance(rows, list) else []
    return [row for row in found if isinstance(row, dict) and isinstance(row.get("id"), str)]


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


def _named(key: str, folder: str, name: Any, beside: Beside) -> tuple[str, str]:
    """File and text that a name stands for: what lies beside the scenario, else what is shared here."""
    if not isinstance(name, str) or not name.replace("_", "").isalnum():
        raise NotSharedError(key, str(name))
    own = beside(name)
    if own is not None:
        return f"{name}.toml", own
    file = files("scenarios").joinpath(folder, f"{name}.toml")
    if not file.is_file():
        raise NotSharedError(key, name)
    return f"{folder}/{name}.toml", file.read_text(encoding="utf-8")


@cache
def standards() -> dict[str, Any]:
    """Every clause that scenarios cite, by id (`scenarios/standards.toml`)."""
    return {row["id"]: row for row in tomllib.loads(_text("standards.toml"))["standards"]}


def _text(name: str) -> str:
    return files("scenarios").joinpath(name).read_text(encoding="utf-8")
