"""Workbook: the sheets of a plant written as XLSX (empty, from a site, from a drawing) and read back."""

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.comments import Comment  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]

from server.plant.cells import NUMBER
from server.plant.columns import SHEETS, Column, Sheet
from server.plant.faults import Fault, UnreadableError, Where
from server.plant.sheets import read_sheets
from server.plant.tables import FIRST_ROW, Row, Tables
from server.trainees.class_list import letters
from server.trainees.grid import Cell, Grid, GridError
from sim_core.text import Text

LEGEND = Text("说明", "Legend")
REMARK = "#"  # a row that begins with it is read over
HEAD_ROWS = 10
_HEAD, _WHAT, _GAP = PatternFill("solid", "DDEBF7"), PatternFill("solid", "F2F2F2"), PatternFill("solid", "FFF2CC")
_BOLD, _GREY = Font(bold=True), Font(italic=True, color="7F7F7F")
_WRAP = Alignment(wrap_text=True, vertical="top")

HOW = (
    "一厂一簿：每类一张工作表，每行一个。单位写在表头里，不写在格内。",
    "One plant, one workbook: a sheet for each kind, a row for each thing. Units stand in the headings, not in cells.",
    "以 # 开头的行不读取：去掉例行的 # 即可使用。黄格必填。",
    "Rows that begin with # are read over: take the # off an example to use it. Yellow cells must be filled in.",
    "原点自定；x 向东、y 向北，单位米。公式不计算，合并的单元格不接受。",
    "The origin is yours to choose; x east, y north, metres. No formula is evaluated, no merged cell accepted.",
    "检查：yanlian plant import 文件.xlsx --preview 图.svg；无误后加 --out 编号.toml",
    "To check: yanlian plant import FILE.xlsx --preview plan.svg; when it is clean, add --out ID.toml",
)


def write_workbook(tables: Tables, examples: bool = False) -> bytes:
    """The workbook of some rows. examples: rows that are read over, to show how. Cells to be filled in are yellow."""
    book = Workbook()
    book.remove(book.active)
    _legend(book.create_sheet(f"{LEGEND.zh} {LEGEND.en}"))
    for key, sheet in SHEETS.items():
        page = book.create_sheet(sheet.title)
        _heads(page, sheet)
        for row in tables.get(key, []):
            page.append([_cell(column, row.text(column.key)) for column in sheet.columns])
            for cell, column in zip(page[page.max_row], sheet.columns, strict=True):
                if isinstance(cell.value, str):  # words that look like a formula or an error must not become one
                    cell.data_type = "s"
                if column.default is None and not row.text(column.key):
                    cell.fill = _GAP
        if examples:
            _examples(page, sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _heads(page: Any, sheet: Sheet) -> None:
    page.append([f"{c.name.zh} {c.name.en}" for c in sheet.columns])
    whats = [f"{c.what.zh} {c.what.en}" for c in sheet.columns]
    page.append([f"{REMARK} {whats[0]}", *whats[1:]])
    for i, column in enumerate(sheet.columns, start=1):
        head, what = page.cell(1, i), page.cell(2, i)
        head.font, head.fill, head.alignment = _BOLD, _HEAD, _WRAP
        what.font, what.fill, what.alignment = _GREY, _WHAT, _WRAP
        if column.of:
            head.comment = Comment("\n".join(column.of), "Yanlian")
        page.column_dimensions[letters(i - 1)].width = 22
    page.freeze_panes = f"B{FIRST_ROW}"


def _examples(page: Any, sheet: Sheet) -> None:
    for i in range(max(len(column.example) for column in sheet.columns)):
        words = [column.example[i] if i < len(column.example) else "" for column in sheet.columns]
        cells = [_cell(column, word) for column, word in zip(sheet.columns, words, strict=True)]
        page.append([f"{REMARK}{words[0]}", *cells[1:]])
        for cell in page[page.max_row]:
            cell.font = _GREY


def _cell(column: Column, text: str) -> float | str | None:
    if column.sort in ("number", "whole") and NUMBER.fullmatch(text):
        return float(text)
    return text or None


def _legend(page: Any) -> None:
    rows: list[tuple[str, ...]] = [(line,) for line in HOW]
    rows += [(), ("工作表 sheet", "列 column", "键 key", "必填 needed", "内容 what", "可选值 one of")]
    for sheet in SHEETS.values():
        for c in sheet.columns:
            needed = "是 yes" if c.default is None else ""
            head, what = f"{c.name.zh} {c.name.en}", f"{c.what.zh} / {c.what.en}"
            rows.append((sheet.title, head, c.key, needed, what, ", ".join(c.of)))
    for row in rows:
        page.append(row)
    for column, width in zip("ABCDEF", (24, 28, 16, 12, 70, 60), strict=True):
        page.column_dimensions[column].width = width


def read_workbook(data: bytes) -> tuple[dict[str, list[Row]], tuple[Fault, ...], tuple[Text, ...]]:
    """Rows, faults of sheets and headings, and notes of what was left out. UnreadableError for what is no workbook."""
    try:
        grids = read_sheets(data)
    except GridError as error:
        raise UnreadableError(error.text, error.advice) from error
    tables: dict[str, list[Row]] = {}
    faults: list[Fault] = []
    notes: list[Text] = []
    for title, grid in grids.items():
        sheet = _sheet_of(title)
        if sheet is None:
            if _plain(title) not in _names(LEGEND):
                notes.append(Text(f"工作表“{title}”未取用", f"the sheet “{title}” is left out"))
        elif sheet.key in tables:
            what = Text(f"有两张工作表都是“{sheet.name.zh}”", f"two sheets are “{sheet.name.en}”")
            faults.append(Fault(Where(sheet=title), what, Text("并为一张", "make them one")))
        else:
            tables[sheet.key] = _rows(title, sheet, grid, faults, notes)
    if not tables:
        raise UnreadableError(
            Text("没有一张工作表的名称可识别", "No sheet has a name that is known"),
            Text("用 yanlian plant template 做一份空表", "make an empty workbook with: yanlian plant template"),
        )
    return tables, tuple(faults), tuple(notes)


def _rows(title: str, sheet: Sheet, grid: Grid, faults: list[Fault], notes: list[Text]) -> list[Row]:
    head, places, unknown = _headings(sheet, grid)
    filled = [
        (number, cells)
        for number, cells in enumerate(grid[head + 1 :], start=head + 2)
        if any(c.text or c.kind == "merged" for c in cells) and not _remark(cells)
    ]
    if not filled:
        return []
    for column in sheet.columns:
        if column.key not in places and column.default is None:
            what = Text(f"没有“{column.name.zh}”一列", f"there is no column “{column.name.en}”")
            do = Text(f"补上表头“{column.name.zh}”", f"add the heading “{column.name.en}”")
            faults.append(Fault(Where(title, head + 1), what, do))
    for key, at in places.items():
        if len(at) > 1:
            name = next(c.name for c in sheet.columns if c.key == key)
            what = Text(f"有两列都叫“{name.zh}”", f"two columns are headed “{name.en}”")
            faults.append(Fault(Where(title, head + 1, letters(at[1])), what, Text("只留一列", "keep one of them")))
    if unknown:
        shown = ", ".join(unknown)
        notes.append(Text(f"工作表“{title}”中未取用的列：{shown}", f"columns left out of the sheet “{title}”: {shown}"))
    lettered = {key: letters(at[0]) for key, at in places.items()}
    # What has no column at all has been told once, not in every row.
    gone = {c.key: Cell(_stand_in(c)) for c in sheet.columns if c.key not in places and c.default is None}
    return [
        Row(
            Where(title, number),
            {**gone, **{k: cells[at[0]] for k, at in places.items() if at[0] < len(cells)}},
            lettered,
        )
        for number, cells in filled
    ]


def _stand_in(column: Column) -> str:
    """Something that passes where a whole column is missing; the plant is faulty already."""
    if column.sort in ("number", "whole"):
        return f"{max(column.within[0], 0.0):g}" if column.within[0] <= 1.0 else "1"
    return column.of[0] if column.of else "-"


def _remark(cells: Iterable[Cell]) -> bool:
    first = next((cell.text for cell in cells if cell.text), "")
    return normalize("NFKC", first).startswith(REMARK)


def _headings(sheet: Sheet, grid: Grid) -> tuple[int, Mapping[str, list[int]], list[str]]:
    """The row that names the most columns, where each stands, and headings that are not known."""
    words = {name: column.key for column in sheet.columns for name in {*_names(column.name), _plain(column.key)}}
    best, found, unknown = 0, dict[str, list[int]](), list[str]()
    for number, cells in enumerate(grid[:HEAD_ROWS]):
        named: dict[str, list[int]] = {}
        for i, cell in enumerate(cells):
            if (key := words.get(_plain(cell.text))) is not None:
                named.setdefault(key, []).append(i)
        if len(named) > len(found):
            best, found = number, named
            unknown = [cell.text[:20] for cell in cells if cell.text and _plain(cell.text) not in words]
    return best, found, unknown


def _sheet_of(title: str) -> Sheet | None:
    plain = _plain(title)
    return next((s for s in SHEETS.values() if plain in {*_names(s.name), s.key}), None)


def _names(name: Text) -> set[str]:
    return {_plain(name.zh), _plain(name.en), _plain(name.zh + name.en)}


def _plain(heading: str) -> str:
    """A heading without its unit, blanks and marks."""
    heading = re.sub(r"[(\[【].*?[)\]】]", "", normalize("NFKC", heading).casefold())
    return re.sub(r"[\s*:._-]", "", heading)
