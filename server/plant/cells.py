"""Cells: what stands in one as the value of its column, or what is wrong with it. Full-width digits are digits."""

import re
from unicodedata import category, normalize

from server.plant.columns import Column
from server.plant.faults import Fault, Where
from server.trainees.grid import Cell
from sim_core.text import Text

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
ID = re.compile(r"[\w.\-]{1,40}")
SLUG = re.compile(r"[a-z0-9_]{1,60}")
PARTING = re.compile(r"[,;，；、\s]+")
LONGEST_WORDS = 80
TRUTHS = {
    **dict.fromkeys(("是", "有", "√", "y", "yes", "true", "1", "x"), True),
    **dict.fromkeys(("否", "无", "n", "no", "false", "0"), False),
}
_KINDS = {
    "formula": (
        Text("是公式，公式不计算", "is a formula, and formulas are not evaluated"),
        Text("复制后“粘贴为值”", "copy it and paste it as a value"),
    ),
    "date": (
        Text("被表格软件当成了日期", "was taken for a date by the spreadsheet program"),
        Text("把该列设为“文本”格式后重新键入", "format the column as text and type it anew"),
    ),
    "truth": (Text("应为文字或数", "must be words or a number"), Text("重新键入", "type it anew")),
    "error": (Text("单元格显示错误值", "the cell shows an error"), Text("重新键入", "type it anew")),
    "merged": (
        Text("在合并的单元格之中", "lies under a merged cell"),
        Text("取消合并，每行都写全", "take the merging off and write every row out"),
    ),
}


def value_of(column: Column, cell: Cell, where: Where) -> object | Fault:
    """The value that a cell gives its column. An empty one gives the default."""
    named = column.name
    wanted = Text(f"应填：{column.what.zh}", f"wanted: {column.what.en}")

    def fault(zh: str, en: str) -> Fault:
        return Fault(where, Text(f"{named.zh}{zh}", f"{named.en} {en}"), wanted)

    if cell.kind == "truth" and column.sort == "truth":
        return cell.text == "True"
    if cell.kind != "text":
        what, do = _KINDS[cell.kind]
        return Fault(where, Text(f"{named.zh}{what.zh}", f"{named.en} {what.en}"), do)
    text = cell.text if column.sort == "words" else normalize("NFKC", cell.text).strip()
    if not text:
        return fault("缺", "is missing") if column.default is None else column.default
    if any(category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn") for letter in text):
        return Fault(
            where,
            Text(f"{named.zh}含不可见字符", f"{named.en} holds characters that cannot be seen"),
            Text("重新键入", "type it anew"),
        )
    match column.sort:
        case "number" | "whole":
            number = _number(column, text)
            return _no_number(column, text, where) if number is None else number
        case "truth":
            known = TRUTHS.get(text.casefold())
            return fault(f"“{text}”既非是也非否", f"{text!r} is neither yes nor no") if known is None else known
        case "ids":
            ids = tuple(part for part in PARTING.split(text) if part)
            wrong = [i for i in ids if not ID.fullmatch(i) or (column.of and i not in column.of)]
            return fault(f"“{'，'.join(wrong)}”不可用", f"{', '.join(wrong)} cannot be used") if wrong else ids
        case "words":
            too_long = len(text) > LONGEST_WORDS
            return fault(f"超过 {LONGEST_WORDS} 字", f"is longer than {LONGEST_WORDS}") if too_long else text
        case _:
            good = (SLUG if column.sort == "slug" else ID).fullmatch(text) and (not column.of or text in column.of)
            return text if good else _not_one_of(column, text, fault(f"“{text}”不可用", f"{text!r} cannot be used"))


def _no_number(column: Column, text: str, where: Where) -> Fault:
    named, (least, most) = column.name, column.within
    what = Text(f"{named.zh}“{text}”不是可用的数", f"{named.en} {text!r} is no number that can be used")
    kind = (
        ("整数", "a whole number") if column.sort == "whole" else ("数（单位不写在格内）", "a number, without its unit")
    )
    above = ("大于 0", "above 0") if 0.0 < least < 1e-5 else (f"不小于 {least:g}", f"from {least:g}")
    do = Text(f"应为{kind[0]}，{above[0]}，不大于 {most:g}", f"wanted: {kind[1]}, {above[1]}, to {most:g}")
    return Fault(where, what, do)


def _not_one_of(column: Column, text: str, plain: Fault) -> Fault:
    if not column.of:
        return plain
    words = ", ".join(column.of)
    return Fault(plain.where, plain.what, Text(f"应为其中之一：{words}", f"one of: {words}"))


def _number(column: Column, text: str) -> float | None:
    """The number, None if it is none or not within its bounds."""
    if not NUMBER.fullmatch(text):
        return None
    value, (least, most) = float(text), column.within
    if not least <= value <= most or (column.sort == "whole" and not value.is_integer()):
        return None
    return int(value) if column.sort == "whole" else value
