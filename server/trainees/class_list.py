"""Class list: people from a table, or line by line what is wrong with it. Any bytes give one or the other."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import category, normalize

from server.catalogue.trainees import Entry, number_key
from server.trainees.grid import Cell, Grid, GridError, read_grid
from sim_core.text import Text

# column -> how people head it, without spaces, brackets and marks
HEADINGS: dict[str, frozenset[str]] = {
    "number": frozenset(
        {"学号", "编号", "学员编号", "学员号", "工号", "number", "no", "studentnumber", "traineenumber"}
    ),
    "name": frozenset({"姓名", "学员姓名", "名字", "name", "fullname"}),
    "company": frozenset({"单位", "单位名称", "工作单位", "公司", "企业", "企业名称", "company", "employer"}),
    "level": frozenset({"证书等级", "证书级别", "等级", "级别", "level", "certificatelevel", "grade"}),
}
IDENTITY = frozenset({"身份证", "身份证号", "身份证号码", "证件号", "证件号码", "idnumber", "identitynumber", "idcard"})
COLUMN_TEXTS: dict[str, Text] = {
    "number": Text("学号", "number"),
    "name": Text("姓名", "name"),
    "company": Text("单位", "company"),
    "level": Text("证书等级", "certificate level"),
}
LONGEST = {"number": 32, "name": 64, "company": 120, "level": 64}
NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]*")
CHINESE_IDENTITY = re.compile(r"[1-9]\d{16}[\dXx]")
HEADER_ROWS = 10  # titles may stand above the headings
MOST_FAULTS = 200  # told at once
_CORRECT = Text("改正后重新上传", "Correct it and upload the file again")


@dataclass(frozen=True, slots=True)
class Fault:
    """row: as the spreadsheet counts, 0 = the file as a whole. column: its letter, "" = the row as a whole."""

    row: int
    column: str
    text: Text
    advice: Text


@dataclass(frozen=True, slots=True)
class ClassList:
    """rows: of each entry, in the file. notes: what was left out on purpose. If there are faults, take nothing."""

    entries: tuple[Entry, ...] = ()
    rows: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Text, ...] = ()


def read_class_list(data: bytes) -> ClassList:
    """Read the bytes of a file. Never raises."""
    try:
        grid = read_grid(data)
    except GridError as error:
        return ClassList(faults=(Fault(0, "", error.text, error.advice),))
    at, columns = _headings(grid)
    faults = _faults_of_headings(at, columns)
    if faults:
        return ClassList(faults=faults)
    return _people(grid, at, {name: places[0] for name, places in columns.items()})


def letters(column: int) -> str:
    """The letters of a column, 0 = A."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _headings(grid: Grid) -> tuple[int, Mapping[str, list[int]]]:
    """The row of the headings, and the columns of each; the first row that names the most, -1 if none names any."""
    best = -1
    found: dict[str, list[int]] = {}
    for row, cells in enumerate(grid[:HEADER_ROWS]):
        named: dict[str, list[int]] = {}
        for column, cell in enumerate(cells):
            for name, words in HEADINGS.items():
                if _plain(cell.text) in words:
                    named.setdefault(name, []).append(column)
        if len(named) > len(found):
            best, found = row, named
    return best, found


def _plain(heading: str) -> str:
    heading = re.sub(r"[(（\[【].*?[)）\]】]", "", normalize("NFKC", heading).casefold())
    return re.sub(r"[\s*:：._-]", "", heading)


def _faults_of_headings(at: int, columns: Mapping[str, list[int]]) -> tuple[Fault, ...]:
    faults = []
    for name in ("number", "name"):
        if name not in columns:
            text = COLUMN_TEXTS[name]
            wanted = Text(f"没有“{text.zh}”一列", f"There is no column “{text.en}”")
            faults.append(
                Fault(
                    at + 1,
                    "",
                    wanted,
                    Text(
                        f"在表头写上“{text.zh}”（或 {text.en}），再上传",
                        f"Head a column “{text.en}” (or {text.zh}) and upload the file again",
                    ),
                )
            )
    for name, places in columns.items():
        if len(places) > 1:
            text = COLUMN_TEXTS[name]
            twice = Text(f"有两列都叫“{text.zh}”", f"Two columns are headed “{text.en}”")
            faults.append(Fault(at + 1, letters(places[1]), twice, Text("只留一列", "Keep one of them")))
    return tuple(faults)


def _people(grid: Grid, at: int, columns: Mapping[str, int]) -> ClassList:
    entries, rows, faults = [], [], []
    first: dict[str, int] = {}
    for row, cells in enumerate(grid[at + 1 :], start=at + 2):
        if not any(cell.text for cell in cells):
            continue
        read = {name: _read(name, cells, column) for name, column in columns.items()}
        wrong = [Fault(row, letters(columns[name]), *told) for name, told in read.items() if not isinstance(told, str)]
        number = read["number"]
        if isinstance(number, str):
            before = first.setdefault(number_key(number), row)
            if before != row:
                twice = Text(f"学号与第 {before} 行相同", f"The number is that of row {before}")
                wrong.append(Fault(row, letters(columns["number"]), twice, _CORRECT))
        faults += wrong
        if not wrong:
            said = {name: value for name, value in read.items() if isinstance(value, str)}
            entries.append(Entry(said["number"], said["name"], said.get("company"), said.get("level")))
            rows.append(row)
    if not entries and not faults:
        nobody = Text("表头以下没有人", "There is nobody below the headings")
        faults.append(Fault(at + 1, "", nobody, Text("每行写一人", "Write one person a row")))
    return ClassList(tuple(entries), tuple(rows), tuple(faults), _notes(grid[at], columns))


def _notes(headings: Sequence[Cell], columns: Mapping[str, int]) -> tuple[Text, ...]:
    left = [cell for n, cell in enumerate(headings) if cell.text and n not in columns.values()]
    notes = []
    if any(_plain(cell.text) in IDENTITY for cell in left):
        notes.append(
            Text(
                "身份证号一列不保存：本系统用不到，少存一份个人信息",
                "The column of identity numbers is not stored: nothing here needs it, and it is personal",
            )
        )
    if others := [cell.text[:20] for cell in left if _plain(cell.text) not in IDENTITY]:
        shown = "、".join(others[:6])
        notes.append(Text(f"以下列未取用：{shown}", f"These columns are left out: {shown}"))
    return tuple(notes)


def _read(name: str, cells: Sequence[Cell], column: int) -> str | tuple[Text, Text]:
    """The value of a cell, or what is wrong with it and what to do."""
    cell = cells[column] if column < len(cells) else Cell("")
    if cell.kind != "text":
        return _WRONG_KINDS[cell.kind]
    return checked(name, cell.text)


def checked(name: str, written: str) -> str | tuple[Text, Text]:
    """A value of a column as it is kept, or what is wrong with it and what to do."""
    text, label = " ".join(normalize("NFC", written).split()), COLUMN_TEXTS[name]
    if name == "number":
        text = normalize("NFKC", text)
    if not text and name in ("number", "name"):
        return Text(f"缺少{label.zh}", f"The {label.en} is missing"), _CORRECT
    if len(text) > LONGEST[name]:
        return Text(f"{label.zh}超过 {LONGEST[name]} 字", f"The {label.en} is longer than {LONGEST[name]}"), _CORRECT
    if any(category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn") for letter in text):
        return Text("含不可见字符", "It holds characters that cannot be seen"), Text("重新键入", "Type it anew")
    if name == "number":
        if CHINESE_IDENTITY.fullmatch(text):
            return (
                Text("像是身份证号，不予保存", "This looks like an identity number, which is not stored"),
                Text("改用学号或工号", "Use a student or staff number"),
            )
        if not NUMBER.fullmatch(text):
            return (
                Text("学号只可用字母、数字和 . _ / -", "A number takes letters, digits and . _ / - only"),
                _CORRECT,
            )
    return text


_WRONG_KINDS: dict[str, tuple[Text, Text]] = {
    "formula": (
        Text("是公式，公式不计算", "This is a formula, and formulas are not evaluated"),
        Text("复制后“粘贴为值”", "Copy it and paste it as a value"),
    ),
    "date": (
        Text("被表格软件当成了日期", "The spreadsheet program took this for a date"),
        Text("把该列设为“文本”格式后重新键入", "Format the column as text and type it anew"),
    ),
    "truth": (Text("应为文字", "This must be text"), _CORRECT),
    "error": (Text("单元格显示错误值", "The cell shows an error"), _CORRECT),
}
