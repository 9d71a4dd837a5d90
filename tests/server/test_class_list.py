import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from server.catalogue.trainees import Entry
from server.trainees.class_list import LONGEST, ClassList, letters, read_class_list
from server.trainees.grid import MOST_ROWS, UNPACKED_MOST_BYTES

HEAD = ("学号", "姓名", "单位", "证书等级")
ROW = ("0417", "张三", "东港油库", "主要负责人")


def xlsx(*rows: Sequence[object]) -> bytes:
    book, data = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(data)
    return data.getvalue()


def csv(*rows: Sequence[str], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    return "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)


WHOLE = Entry("0417", "张三", "东港油库", "主要负责人")
READABLE = {
    "xlsx": xlsx(HEAD, ROW),
    "utf-8": csv(HEAD, ROW),
    "utf-8 with its mark": csv(HEAD, ROW, encoding="utf-8-sig"),
    "gb18030": csv(HEAD, ROW, encoding="gb18030"),
    "utf-16, tabs": csv(HEAD, ROW, encoding="utf-16", delimiter="\t"),
    "semicolons": csv(HEAD, ROW, delimiter=";"),
    "english": csv(("Number", "Name", "Company", "Certificate level"), ROW),
    "titles above, columns moved": csv(("第三期学员名单",), ("姓名*", "学 号（必填）", "等级", "单位"), ("张三", "0417", "主要负责人", "东港油库")),
}


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE)
def test_what_spreadsheets_write_is_read(data: bytes) -> None:
    read = read_class_list(data)
    assert (read.entries, read.faults) == ((WHOLE,), ())


def test_numbers_of_a_spreadsheet_are_numbers_of_people() -> None:
    assert read_class_list(xlsx(("学号", "姓名"), (20260001, "张三"), (20260002.0, "李四"))).entries == (
        Entry("20260001", "张三", None, None),
        Entry("20260002", "李四", None, None),
    )


def test_faults_say_row_and_column_and_what_to_do() -> None:
    read = read_class_list(
        xlsx(
            *(("学号", "备注", "姓名"), ("1", "", "张三"), (), ("", "", "李四"), ("=A1", "", "王五")),
            *(("1", "", "赵六"), ("2", "", ""), ("110101199001011237", "", "孙七"), ("3 4", "", "周八")),
        )
    )
    assert [(fault.row, fault.column) for fault in read.faults] == [
        *((4, "A"), (5, "A"), (6, "A"), (7, "C"), (8, "A"), (9, "A")),
    ]
    said = [fault.text.en for fault in read.faults]
    assert "missing" in said[0] and "formula" in said[1] and "row 2" in said[2] and "identity" in said[4]
    assert all(fault.text.zh and fault.advice.zh and fault.advice.en for fault in read.faults)
    assert read.rows == (2,)


def test_identity_numbers_are_left_out_and_it_is_said() -> None:
    read = read_class_list(csv((*HEAD, "身份证号"), (*ROW, "110101199001011237")))
    assert read.entries == (WHOLE,) and "110101" not in repr(read)
    assert "身份证" in read.notes[0].zh


def test_a_list_without_its_columns_says_which() -> None:
    read = read_class_list(csv(("姓名", "电话"), ("张三", "1")))
    assert read.entries == () and "学号" in read.faults[0].text.zh
    assert read_class_list(csv(("学号", "编号", "姓名"), ("1", "2", "张三"))).faults[0].column == "B"
    assert "nobody" in read_class_list(csv(("学号", "姓名"))).faults[0].text.en


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (UNPACKED_MOST_BYTES + 1))
    return data.getvalue()


def with_entities() -> bytes:
    whole, data = xlsx(HEAD, ROW), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(data, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename.endswith("sheet1.xml"):
                text = b'<!DOCTYPE x [<!ENTITY a "b">]>' + text
            new.writestr(part.filename, text)
    return data.getvalue()


UNREADABLE = {
    "nothing": b"",
    "blank": b" \n\n",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0",
    "old excel": b"\xd0\xcf\x11\xe0" + bytes(600),
    "half a file": READABLE["xlsx"][:1500],
    "no encoding": b"\xff\xff\x80",
    "a zip bomb": bomb(),
    "entities": with_entities(),
    "too many rows": csv(HEAD, *([str(n), "张三"] for n in range(MOST_ROWS + 1))),
    "a long cell": csv(HEAD, ("1", "x" * 5000)),
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_list_gives_one_clear_fault(data: bytes) -> None:
    read = read_class_list(data)
    assert len(read.faults) == 1 and read.entries == ()
    assert read.faults[0].row == 0 and read.faults[0].text.zh and read.faults[0].advice.en


def sound(read: ClassList) -> bool:
    good = all(entry.number and entry.name and len(entry.name) <= LONGEST["name"] for entry in read.entries)
    return good and len(read.entries) == len(read.rows) and bool(read.entries or read.faults)


cells = st.one_of(
    st.text(max_size=80), st.none(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.datetimes()
)


@given(st.binary(max_size=2000))
def test_any_bytes_give_people_or_faults(data: bytes) -> None:
    assert sound(read_class_list(data))


@given(st.binary(max_size=400), st.integers(0, 4000), st.integers(0, 200))
def test_so_does_a_workbook_that_was_damaged(other: bytes, at: int, gone: int) -> None:
    whole = READABLE["xlsx"]
    assert sound(read_class_list(whole[:at] + other + whole[at + gone :]))


@given(st.text(max_size=500), st.sampled_from(("utf-8", "gb18030", "utf-16")))
def test_so_does_any_text_under_the_headings(text: str, encoding: str) -> None:
    data = ("学号,姓名\n" + text).encode(encoding, "ignore")
    assert sound(read_class_list(data))


@given(st.lists(st.lists(cells, max_size=6), max_size=8))
def test_so_do_any_cells(rows: list[list[object]]) -> None:
    try:
        data = xlsx(("学号", "姓名", "单位"), *rows)
    except Exception:  # what a spreadsheet cannot hold
        return
    assert sound(read_class_list(data))


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
