"""Grid: a spreadsheet as cells of text, from the bytes of an XLSX or CSV file. Nothing in it is ever evaluated.

Whatever the bytes are, there comes a grid or a GridError. What is unpacked is bounded before anything is unpacked.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zipfile import ZipFile

from openpyxl import load_workbook  # type: ignore[import-untyped]

from sim_core.text import Text

MOST_ROWS = 2000
MOST_COLUMNS = 60
MOST_LETTERS = 500  # of one cell
UNPACKED_MOST_BYTES = 8 * 1024 * 1024
PARTS_MOST = 400  # files inside an XLSX
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
DELIMITERS = (",", "\t", ";", "，")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. kind: text, or formula, date, truth, error, merged (of which no text is taken)."""

    text: str
    kind: str = "text"


Grid = list[list[Cell]]


class GridError(Exception):
    """The file is no table that can be read. text: what is wrong; advice: what to do."""

    def __init__(self, text: Text, advice: Text) -> None:
        super().__init__(text.en)
        self.text, self.advice = text, advice


SAVE_AGAIN = Text(
    "请在表格软件中打开，另存为 .xlsx 或 CSV UTF-8，再上传",
    "Open it in the spreadsheet program, save it as .xlsx or as CSV UTF-8, and upload that",
)
OLD = Text("这是旧版 .xls 或加密的文件", "This is an old .xls file, or one with a password")
BROKEN = Text("此 XLSX 文件已损坏", "This XLSX file is broken")
FEWER = Text("请删去多余的行和工作表，或分几次上传", "Delete surplus rows and sheets, or upload it in parts")


def read_grid(data: bytes) -> Grid:
    """Read the first sheet. Raises GridError, and nothing else."""
    if not data.strip():
        raise GridError(Text("文件是空的", "The file is empty"), SAVE_AGAIN)
    if data.startswith(OLD_EXCEL):
        raise GridError(OLD, SAVE_AGAIN)
    return _workbook(data) if data.startswith(ZIP) else _plain(data)


def _workbook(data: bytes) -> Grid:
    bounded(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file claims of its size may be wrong, or a trap
        rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
        grid = [[cell_of(cell.value, cell.data_type) for cell in row] for row in rows]
    except Exception as error:  # the reader of XLSX fails in many ways on what is broken; none says more
        raise GridError(BROKEN, SAVE_AGAIN) from error
    return _checked(grid)


def bounded(data: bytes) -> None:
    """Look at what the archive says of itself; the reader unpacks no more of a part than it says."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            too_large = len(parts) > PARTS_MOST or sum(part.file_size for part in parts) > UNPACKED_MOST_BYTES
            foreign = not too_large and any(
                b"<!DOCTYPE" in archive.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))
            )
    except Exception as error:  # of the archive and of each way to pack
        raise GridError(BROKEN, SAVE_AGAIN) from error
    if too_large:
        raise GridError(Text("文件解开后过大", "The file is too large once unpacked"), FEWER)
    if foreign:
        raise GridError(Text("此 XLSX 文件含不允许的内容", "This XLSX file holds what is not allowed"), SAVE_AGAIN)


def _plain(data: bytes) -> Grid:
    text = _decoded(data)
    if "\0" in text:
        raise GridError(Text("这不是表格文件", "This is no table"), SAVE_AGAIN)
    head = text[:2000].splitlines()[:10]
    delimiter = max(DELIMITERS, key=lambda mark: max((line.count(mark) for line in head), default=0))
    try:
        rows = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([cell_of(value, "s") for value in row[:MOST_COLUMNS]])
            if len(rows) > MOST_ROWS:
                break
    except csv.Error as error:
        raise GridError(Text("此 CSV 文件无法读懂", "This CSV file cannot be read"), SAVE_AGAIN) from error
    return _checked(rows)


def _decoded(data: bytes) -> str:
    """The text, in whichever of the encodings Excel writes: UTF-8 and UTF-16 by their marks, else UTF-8 or GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: Sequence[str] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise GridError(
        Text("文件编码既不是 UTF-8 也不是 GB18030", "The file is encoded neither as UTF-8 nor as GB18030"), SAVE_AGAIN
    )


def _checked(grid: Grid) -> Grid:
    if len(grid) > MOST_ROWS:
        raise GridError(Text(f"超过 {MOST_ROWS} 行", f"There are more than {MOST_ROWS} rows"), FEWER)
    if any(len(cell.text) > MOST_LETTERS for row in grid for cell in row):
        raise GridError(
            Text(f"有单元格超过 {MOST_LETTERS} 字", f"A cell has more than {MOST_LETTERS} letters"), SAVE_AGAIN
        )
    if not any(cell.text for row in grid for cell in row):
        raise GridError(Text("表格是空的", "The table is empty"), SAVE_AGAIN)
    return grid


def cell_of(value: object, data_type: str) -> Cell:
    """What stands in a cell, of its value. data_type: as openpyxl names it."""
    if value is None:
        return Cell("")
    if data_type == "e":
        return Cell(str(value), "error")
    if isinstance(value, bool):
        return Cell(str(value), "truth")
    if isinstance(value, datetime | date | time):
        return Cell(str(value), "date")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return Cell(str(int(value)))
    text = " ".join(str(value).split())
    return Cell(text, "formula" if data_type == "f" or text.startswith("=") else "text")
