"""Tables: a plant as rows of cells, whether they were written in a workbook, drawn on a plan or come from a `Site`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from server.plant.columns import SHEETS, Column
from server.plant.faults import Where
from server.trainees.class_list import letters
from server.trainees.grid import Cell
from sim_core.site import Site
from sim_core.text import Text

EMPTY = Cell("")
YES, NO = "是", "否"
FIRST_ROW = 3  # of a workbook made here: headings, what they mean, then things


@dataclass(frozen=True, slots=True)
class Row:
    """One thing. where: its row, or its entity on a drawing; letters: the column of each key."""

    where: Where
    cells: Mapping[str, Cell]
    letters: Mapping[str, str] = field(default_factory=dict)

    def at(self, key: str) -> Where:
        """Where the cell of a column stands, or would stand."""
        w = self.where
        return Where(w.sheet, w.row, self.letters.get(key, ""), w.layer, w.handle)

    def text(self, key: str) -> str:
        """What stands in a cell."""
        return self.cells.get(key, EMPTY).text


Tables = Mapping[str, list[Row]]


def laid(sheet: str, number: int, cells: Mapping[str, str], layer: str = "", handle: str = "") -> Row:
    """The row of a thing as a workbook made here would hold it. number: of the thing, from 0."""
    columns = SHEETS[sheet].columns
    at = Where(SHEETS[sheet].title, FIRST_ROW + number, "", layer, handle)
    return Row(at, {k: Cell(v) for k, v in cells.items()}, {c.key: letters(i) for i, c in enumerate(columns)})


def tables_of(site: Site) -> dict[str, list[Row]]:
    """A plant as rows; what equals a default is left empty."""
    return {key: [laid(key, i, cells) for i, cells in enumerate(_things(key, site))] for key in SHEETS}


def _things(key: str, site: Site) -> Iterator[dict[str, str]]:
    things: tuple[Any, ...] = (site,) if key == "site" else getattr(site, key)
    for thing in things:
        if key == "ways":
            yield {"from": thing[0], "to": thing[1]}
        else:
            yield {column.key: _written(column, _value(thing, column.key)) for column in SHEETS[key].columns}


def _value(thing: Any, key: str) -> Any:
    if key.startswith("name."):
        name: Text | None = thing.name
        return "" if name is None else getattr(name, key.removeprefix("name."))
    return getattr(thing, key)


def _written(column: Column, value: Any) -> str:
    if column.default is not None and value == column.default:
        return ""
    match value:
        case bool():
            return YES if value else NO
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)
