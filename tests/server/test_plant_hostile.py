"""Files that are no plant: each ends in one line, and nothing is unpacked or filled beyond a bound."""

import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from scenarios import load
from server.cli.main import status
from server.cli.plant import DXF_MOST_BYTES, XLSX_MOST_BYTES
from server.plant.assembling import assemble
from server.plant.blank import blank_drawing
from server.plant.drawing import read_drawing
from server.plant.faults import UnreadableError
from server.plant.plan import rows_of
from server.plant.tables import laid, tables_of
from server.plant.workbook import read_workbook, write_workbook
from server.trainees.grid import MOST_ROWS, UNPACKED_MOST_BYTES
from tests.server.plant_plans import farm

WHOLE = write_workbook(tables_of(load("hot_work").site))
DRAWING = blank_drawing()


def rezipped(change: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with its parts changed."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return data.getvalue()


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (UNPACKED_MOST_BYTES + 1))
    return data.getvalue()


def merged(ranges: str, times: int = 1) -> bytes:
    """Every sheet claims that ranges are merged, however large."""
    told = (f'<mergeCells count="{times}">' + f'<mergeCell ref="{ranges}"/>' * times + "</mergeCells>").encode()
    return rezipped(lambda name, part: part.replace(b"</sheetData>", b"</sheetData>" + told))


def long_sheet() -> bytes:
    book = load_workbook(io.BytesIO(WHOLE))
    book["道路 Roads"].cell(MOST_ROWS + 5, 1).value = "HW"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def other_book() -> bytes:
    data = io.BytesIO()
    Workbook().save(data)
    return data.getvalue()


UNREADABLE = {
    "nothing.xlsx": (b"", "no XLSX"),
    "picture.xlsx": (b"\x89PNG\r\n\x1a\n\0\0", "no XLSX"),
    "old.xlsx": (b"\xd0\xcf\x11\xe0" + bytes(600), "old .xls"),
    "half.xlsx": (WHOLE[: len(WHOLE) // 2], "broken"),
    "bomb.xlsx": (bomb(), "too large once unpacked"),
    "entities.xlsx": (
        rezipped(lambda name, part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part if "sheet" in name else part),
        "not allowed",
    ),
    "merges.xlsx": (merged("A1:XFD1048576", 50), "too many merged"),
    "rows.xlsx": (long_sheet(), "more than"),
    "other.xlsx": (other_book(), "No sheet has a name that is known"),
    "large.xlsx": (b"PK\x03\x04" + bytes(XLSX_MOST_BYTES), "larger than 8 MiB"),
    "plant.csv": (b"id,name\n", "not a kind of file"),
    "nothing.dxf": (b"", "empty"),
    "picture.dxf": (b"\x89PNG\r\n\x1a\n\0\0", "no whole DXF"),
    "dwg.dxf": (b"AC1032" + bytes(100), "DWG"),
    "half.dxf": (DRAWING[: len(DRAWING) // 2], "no whole DXF"),
    "words.dxf": (b"hello\nworld\n" * 5 + b"EOF\n", "broken"),
    "blank.dxf": (DRAWING, "Nothing in the model space"),
    "large.dxf": (b"999\n" + b"x" * DXF_MOST_BYTES, "larger than 32 MiB"),
    "binary.dxf": (b"AutoCAD Binary DXF\r\n\x1a\0" + bytes(200), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_no_plant_is_one_line(name: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, says = UNREADABLE[name]
    (tmp_path / name).write_bytes(data)
    code = status(["--lang", lang, "plant", "import", str(tmp_path / name), "--out", str(tmp_path / "x.toml")])
    out = capsys.readouterr()
    assert (code, out.out, out.err.count("\n")) == (2, "", 1), out
    assert not (tmp_path / "x.toml").exists()
    assert says in out.err if lang == "en" else "错误" in out.err
    assert "fault of the program" not in out.err and "程序自身故障" not in out.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "none.xlsx"), "cannot read"),
        (("import", "none.xlsx", "--out", "x.txt"), "must end in .toml or .xlsx"),
        (("import", "none.xlsx", "--out", "our-plant.toml"), "letters, digits and _"),
        (("import", "none.xlsx", "--preview", "x.png"), "must end in .svg"),
        (("import", "none.dxf", "--unit", "mile"), "mile"),
        (("template", "x.doc"), "must end in"),
        (("export", "nothing", "x.xlsx"), "nothing"),
    ],
)
def test_bad_usage_is_one_line(words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = status(["--lang", "en", "plant", *words])
    err = capsys.readouterr().err
    assert code == 2 and says in err and err.count("\n") == 1


def test_a_workbook_that_may_have_been_filled_in_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, plan = tmp_path / "x.xlsx", tmp_path / "plan.dxf"
    plan.write_bytes(farm().data())
    file.write_bytes(WHOLE)
    for words in (("template", file), ("export", "hot_work", file), ("import", plan, "--out", file)):
        assert status(["--lang", "en", "plant", *map(str, words)]) == 2
        assert "not written over" in capsys.readouterr().err
    assert file.read_bytes() == WHOLE


def test_merged_cells_are_told_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = load_workbook(io.BytesIO(WHOLE))
    book["储罐 Tanks"].merge_cells("D3:D4")
    book.save(tmp_path / "m.xlsx")
    assert status(["--lang", "en", "plant", "import", str(tmp_path / "m.xlsx"), "--json"]) == 1
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["row"], fault["column"]) == (4, "D") and "merged" in fault["what"]["en"]


def test_words_that_look_like_a_formula_are_written_as_words() -> None:
    data = write_workbook({"tanks": [laid("tanks", 0, {"id": "=1+1", "name.zh": "#N/A", "name.en": "=HYPERLINK(1)"})]})
    page = load_workbook(io.BytesIO(data))["储罐 Tanks"]
    assert [page[cell].data_type for cell in ("A3", "B3", "C3")] == ["s", "s", "s"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(re.search(rb"<f>|<f ", archive.read(part)) for part in archive.namelist())


def test_what_a_spreadsheet_program_adds_is_no_word_on_the_terminal() -> None:
    """Rules of cells are warned of by the reader, in lines of its own."""
    rule = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    data = rezipped(lambda name, part: part.replace(b"</worksheet>", rule))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not assemble(*read_workbook(data)).faults


def test_a_damaged_coordinate_is_not_guessed_at(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_drawing(farm().data().replace(b"\n20000.0\n", b"\nT20000.0\n", 1))
    assert "damaged" in refused.value.what.en and capfd.readouterr().err == ""


def whole_or_unreadable(data: bytes) -> None:
    try:
        made = assemble(*read_workbook(data))
    except UnreadableError as error:
        assert error.what.zh and error.do.en
        return
    assert all(fault.said().zh and fault.said().en for fault in made.faults)


@given(st.binary(max_size=600))
@settings(deadline=None, max_examples=40)
def test_any_bytes_give_a_plant_or_are_refused(data: bytes) -> None:
    whole_or_unreadable(data)
    whole_or_unreadable(b"PK\x03\x04" + data)


@given(st.binary(max_size=200), st.integers(0, len(WHOLE)), st.integers(0, 200))
@settings(deadline=None, max_examples=30)
def test_so_does_a_workbook_that_was_damaged(other: bytes, at: int, gone: int) -> None:
    whole_or_unreadable(WHOLE[:at] + other + WHOLE[at + gone :])


LINES = farm().data().splitlines(keepends=True)
DRAWN = next(i for i, line in enumerate(LINES) if b"YL_" in line)  # the tables before it are the library's own
GROUPS = (
    b"  0\n",
    b"CIRCLE\n",
    b"  8\n",
    b"YL_TANK\n",
    b" 10\n",
    b"nan\n",
    b" 40\n",
    b"1e999\n",
    b"INSERT\n",
    b"-5\n",
    b"ENDSEC\n",
)


@given(st.lists(st.tuples(st.integers(DRAWN, len(LINES) - 1), st.sampled_from(GROUPS)), min_size=1, max_size=12))
@settings(deadline=None, max_examples=30)
def test_a_drawing_that_was_damaged_gives_marks_or_is_refused(changes: list[tuple[int, bytes]]) -> None:
    lines = list(LINES)
    for at, line in changes:
        lines[at] = line
    try:
        marks, faults, notes = read_drawing(b"".join(lines) + b"\nEOF\n", "m")
        tables, more, _ = rows_of(marks, "x")
    except UnreadableError as error:
        assert error.what.zh and error.do.en
        return
    assemble(tables, (*faults, *more), notes)
