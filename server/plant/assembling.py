"""Assembling: tables -> `Site`, with every fault at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from server.plant.cells import value_of
from server.plant.columns import SHEETS, Sheet
from server.plant.faults import Fault, Where, once
from server.plant.lint import faults_of_plant, references
from server.plant.tables import EMPTY, Row, Tables
from server.trainees.grid import Cell
from sim_core.site import (
    Bund,
    Channel,
    Crowd,
    Device,
    Found,
    Instrument,
    Line,
    Place,
    Site,
    Tank,
)
from sim_core.text import Text

CLASSES: Mapping[str, Any] = {
    "places": Place,
    "bunds": Bund,
    "tanks": Tank,
    "devices": Device,
    "instruments": Instrument,
    "channels": Channel,
    "lines": Line,
    "crowds": Crowd,
    "casualties": Found,
}
PLACEHOLDERS: Mapping[str, object] = {"number": 0.0, "whole": 0, "truth": False, "ids": ()}  # else ""


@dataclass(frozen=True, slots=True)
class Plant:
    """What an import comes to. site: as far as it could be read, to be drawn; it serves only if there are no faults."""

    site: Site
    faults: tuple[Fault, ...]
    notes: tuple[Text, ...] = ()


def assemble(tables: Tables, before: tuple[Fault, ...] = (), notes: tuple[Text, ...] = ()) -> Plant:
    """Make the plant. before: faults of the file that have been found already; notes: what was assumed."""
    faults: list[Fault] = list(before)
    things: dict[str, list[Any]] = {}
    kept: dict[str, list[Row]] = {}
    for key, sheet in SHEETS.items():
        rows = tables.get(key, [])
        if sheet.needed and not rows:
            faults.append(_nothing(sheet))
        read = [(row, _read(sheet, row, faults)) for row in rows]
        whole = [(row, values) for row, values in read if values is not None]
        first = sheet.columns[0].key  # as it was understood: full-width letters are letters
        kept[key] = [replace(row, cells={**row.cells, first: Cell(str(values[first]))}) for row, values in whole]
        things[key] = [_thing(key, values) for _, values in whole]
    site = _site(things)
    faults += [f for row in tables.get("site", [])[1:] for f in _second(row)]
    faults += references(kept)
    faults += faults_of_plant(site, kept)
    return Plant(site, once(faults), notes)


def _read(sheet: Sheet, row: Row, faults: list[Fault]) -> dict[str, Any] | None:
    """The values of a row, a placeholder for each that is wrong; None for a thing without its id."""
    values: dict[str, Any] = {}
    for column in sheet.columns:
        value = value_of(column, row.cells.get(column.key, EMPTY), row.at(column.key))
        if isinstance(value, Fault):
            faults.append(value)
            if column.key == sheet.columns[0].key and sheet.key not in ("site", "ways", "lines"):
                return None
            value = PLACEHOLDERS.get(column.sort, "")
        values[column.key] = value
    zh, en = values.pop("name.zh", None), values.pop("name.en", None)
    if zh is not None:
        values["name"] = Text(zh, en)
        if sheet.key == "bunds":
            values["name"] = Text(zh, en) if zh or en else None
            faults += _half_named(row, zh, en)
    return values


def _half_named(row: Row, zh: str, en: str) -> Iterator[Fault]:
    """A name that may be left out must be given in both languages, or in none."""
    if bool(zh) != bool(en):
        key, language = (
            ("name.en", Text("英文名", "English name")) if zh else ("name.zh", Text("中文名", "Chinese name"))
        )
        what = Text(f"{language.zh}缺", f"{language.en} is missing")
        yield Fault(row.at(key), what, Text("两种语言都写，或都不写", "give both languages, or neither"))


def _thing(key: str, values: dict[str, Any]) -> Any:
    if key == "ways":
        return values["from"], values["to"]
    return values if key == "site" else CLASSES[key](**values)


def _site(things: dict[str, list[Any]]) -> Site:
    nobody = {"id": "", "name": Text("", ""), "air": (), "portable": ()}
    head: dict[str, Any] = (things["site"] or [nobody])[0]
    return Site(**head, **{key: tuple(rows) for key, rows in things.items() if key != "site"})  # type: ignore[arg-type]


def _nothing(sheet: Sheet) -> Fault:
    what = Text(f"没有“{sheet.name.zh}”", f"there is nothing under “{sheet.name.en}”")
    do = Text(
        f"在工作表“{sheet.title}”每行写一个（不以 # 开头）",
        f"write one a row in the sheet “{sheet.title}”, not beginning with #",
    )
    return Fault(Where(sheet=sheet.title), what, do)


def _second(row: Row) -> Iterator[Fault]:
    yield Fault(row.where, Text("多于一行", "there is more than one row"), Text("只留一行", "keep one"))
