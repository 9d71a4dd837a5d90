"""Sheets: every sheet of an XLSX file as cells of text. Nothing is evaluated, nothing is unpacked without a bound."""

import io
import re
from collections.abc import Iterator
from typing import Any
from warnings import catch_warnings, simplefilter

from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.utils.cell import range_boundaries  # type: ignore[import-untyped]

from server.trainees.grid import (
    BROKEN,
    FEWER,
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    OLD,
    OLD_EXCEL,
    SAVE_AGAIN,
    ZIP,
    Cell,
    Grid,
    GridError,
    bounded,
    cell_of,
)
from sim_core.text import Text

MOST_SHEETS = 60
Ranges = list[tuple[int, int, int, int]]  # first column, first row, last column, last row
MOST_MERGED = 100_000  # cells in all
_MERGED = re.compile(rb"mergeCell\b[^>]*?\bref\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']")


def read_sheets(data: bytes) -> dict[str, Grid]:
    """Read every sheet by the name of its tab. Raises GridError, and nothing else.

    What lies under a merged cell, but for its first, is of the kind "merged".
    """
    if data.startswith(OLD_EXCEL):
        raise GridError(OLD, SAVE_AGAIN)
    if not data.startswith(ZIP):
        raise GridError(Text("这不是 XLSX 文件", "This is no XLSX file"), SAVE_AGAIN)
    bounded(data)
    try:
        with catch_warnings():
            simplefilter("ignore")  # of rules and pictures in cells, which nothing here needs
            return _checked(*_read(data))
    except GridError:
        raise
    except Exception as error:  # the reader of XLSX fails in many ways on what is broken; none says more
        raise GridError(BROKEN, SAVE_AGAIN) from error


def _read(data: bytes) -> tuple[dict[str, Grid], dict[str, Ranges]]:
    # Read-only: the other way of reading fills whatever range a file names, however large it claims to be.
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    sheets = book.worksheets[:MOST_SHEETS]
    return {s.title: _grid(s) for s in sheets}, {s.title: _merged(s) for s in sheets}


def _checked(grids: dict[str, Grid], merged: dict[str, Ranges]) -> dict[str, Grid]:
    for name, grid in grids.items():
        if len(grid) > MOST_ROWS:
            what = Text(f"工作表“{name}”超过 {MOST_ROWS} 行", f"The sheet {name} has more than {MOST_ROWS} rows")
            raise GridError(what, FEWER)
        if any(len(cell.text) > MOST_LETTERS for row in grid for cell in row):
            what = Text(
                f"工作表“{name}”有单元格超过 {MOST_LETTERS} 字",
                f"A cell of the sheet {name} has more than {MOST_LETTERS} letters",
            )
            raise GridError(what, Text("缩短后再导入", "Shorten it and import again"))
        _mark(grid, merged[name])
    return grids


def _grid(sheet: Any) -> Grid:
    sheet.reset_dimensions()  # what the file claims of its size may be wrong, or a trap
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
    return [[cell_of(cell.value, cell.data_type) for cell in row] for row in rows]


def _merged(sheet: Any) -> Ranges:
    """The merged ranges of a sheet; the read-only reader has no door for them, so they are read off its source."""
    with sheet._get_source() as source:
        return [range_boundaries(found.decode()) for found in _MERGED.findall(source.read())]


def _mark(grid: Grid, ranges: Ranges) -> None:
    marked = 0
    for first_column, first_row, last_column, last_row in ranges:
        for row, column in _inside(grid, first_row, last_row, first_column, last_column):
            marked += 1
            if marked > MOST_MERGED:
                raise GridError(
                    Text("合并的单元格过多", "There are too many merged cells"),
                    Text("取消合并后再导入", "Take the merging off and import again"),
                )
            if (row, column) != (first_row - 1, first_column - 1):
                grid[row][column] = Cell("", "merged")


def _inside(grid: Grid, top: int, bottom: int, left: int, right: int) -> Iterator[tuple[int, int]]:
    """The cells of a range that lie in the grid, counted from 0."""
    for row in range(top - 1, min(bottom, len(grid))):
        yield from ((row, column) for column in range(left - 1, min(right, len(grid[row]))))
