"""A base's own plant from a workbook, through the command line: it becomes the same site and serves a drill."""

import io
import json
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import MISSING
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from pydantic import TypeAdapter

from scenarios import load
from scenarios.reader import catalogue
from server.cli.main import status
from server.plant.assembling import assemble
from server.plant.columns import SHEETS
from server.plant.site_file import site_toml
from server.plant.tables import tables_of
from server.plant.workbook import read_workbook, write_workbook
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
from tests.server.plant_sites import sites

Call = Callable[..., tuple[int, str, str]]
SITE = TypeAdapter(Site)
SITES = {scenario.site.id: scenario.site for scenario in catalogue()}


@pytest.fixture
def plant(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*words: object, lang: str = "en") -> tuple[int, str, str]:
        code = status(["--lang", lang, "plant", *map(str, words)])
        out = capsys.readouterr()
        return code, out.out, out.err

    return call


def site_of(toml: str) -> Site:
    return SITE.validate_json(rfc8785.dumps(tomllib.loads(toml)), strict=True)


def exported(scenario: str) -> Workbook:
    return load_workbook(io.BytesIO(write_workbook(tables_of(load(scenario).site))))


def saved(book: Workbook, folder: Path, name: str = "own.xlsx") -> Path:
    book.save(folder / name)
    return folder / name


@pytest.mark.parametrize("name", SITES)
def test_every_plant_of_the_catalogue_comes_back_from_its_workbook_and_its_file(name: str) -> None:
    site = SITES[name]
    made = assemble(*read_workbook(write_workbook(tables_of(site))))
    assert (made.site, made.faults, made.notes) == (site, (), ())
    assert site_of(site_toml(site)) == site


def test_an_exported_plant_serves_the_same_drill(
    plant: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The scenario's own site goes out as a workbook, comes in as a file beside it, and the drill is the same."""
    book, site = tmp_path / "farm.xlsx", tmp_path / "petrol_farm.toml"
    assert plant("export", "tank_overfill", book)[0] == 0
    code, out, _ = plant("import", book, "--out", site, "--json")
    assert (code, json.loads(out)["files"]) == (0, {"site": str(site)})
    text = files("scenarios").joinpath("catalogue", "tank_overfill.toml").read_text(encoding="utf-8")
    before, rest = text.split("[site]\n", 1)
    after = rest.split("# -----", 1)[1]
    own = f'site = "petrol_farm"\n{before}# -----{after}'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert status(["scenarios", "lint", str(tmp_path / "own.toml")]) == 0
    capsys.readouterr()
    digests = []
    for words in (own, text):  # a minute and a half is enough to see whether they are the same drill
        (tmp_path / "short.toml").write_text(words.replace("duration_s = 1500", "duration_s = 90", 1), encoding="utf-8")
        assert status(["run", str(tmp_path / "short.toml"), "--seed", "3", "--json"]) == 0
        digests.append(json.loads(capsys.readouterr().out)["digest"])
    assert digests[0] == digests[1]


def test_a_site_beside_goes_before_a_shared_one_and_none_is_said(plant: Call, tmp_path: Path) -> None:
    text = files("scenarios").joinpath("catalogue", "hot_work.toml").read_text(encoding="utf-8")
    (tmp_path / "hot_work.toml").write_text(text.replace("unit_edge", "no_such_site", 1), encoding="utf-8")
    code, _, err = plant("export", tmp_path / "hot_work.toml", tmp_path / "x.xlsx")
    assert code == 2 and "there is no no_such_site" in err
    (tmp_path / "hot_work.toml").write_text(text, encoding="utf-8")
    shared = files("scenarios").joinpath("sites", "unit_edge.toml").read_text(encoding="utf-8")
    ours = shared.replace("Edge of the process unit", "Our own unit")
    (tmp_path / "unit_edge.toml").write_text(ours, encoding="utf-8")
    assert plant("export", tmp_path / "hot_work.toml", tmp_path / "x.xlsx")[0] == 0
    assert load_workbook(tmp_path / "x.xlsx")[SHEETS["site"].title]["C3"].value == "Our own unit"


def test_the_template_is_empty_until_the_marks_of_its_examples_are_taken_off(plant: Call, tmp_path: Path) -> None:
    file = tmp_path / "new.xlsx"
    assert plant("template", file)[0] == 0
    code, out, _ = plant("import", file, "--json")
    assert code == 1 and [f["sheet"] for f in json.loads(out)["faults"]] == ["厂区 Site", "地点 Places"]
    book = load_workbook(file)
    for page in book.worksheets[1:]:
        for cell in page["A"][2:]:
            cell.value = str(cell.value).removeprefix("#") or None
    code, out, _ = plant("import", saved(book, tmp_path), "--out", tmp_path / "new.toml", "--json")
    assert (code, json.loads(out)["faults"]) == (0, [])
    assert site_of((tmp_path / "new.toml").read_text("utf-8")).tanks[0].product == "petrol"


def test_the_legend_names_every_column_in_both_languages() -> None:
    rows = [row for row in load_workbook(io.BytesIO(write_workbook({}))).worksheets[0].values if row[2]]
    assert [row[2] for row in rows[1:]] == [c.key for sheet in SHEETS.values() for c in sheet.columns]
    assert all(part for sheet in SHEETS.values() for c in sheet.columns for part in (*c.name, *c.what))


def test_columns_are_those_of_the_site_with_their_defaults() -> None:
    kinds = {
        "places": Place, "bunds": Bund, "tanks": Tank, "devices": Device, "instruments": Instrument,
        "channels": Channel, "lines": Line, "crowds": Crowd, "casualties": Found,
    }  # fmt: skip
    for key, kind in kinds.items():
        fields: dict[str, Any] = kind.__dataclass_fields__
        columns = {c.key: c for c in SHEETS[key].columns}
        assert {name.split(".")[0] for name in columns} == set(fields)
        for name, column in columns.items():
            if not name.startswith("name."):
                own = fields[name].default
                assert column.default == own or (own is MISSING and column.default in (None, "", ())), (key, name)


OF_DK = 3 + SITES["petrol_farm"].ways.index(("OF", "DK"))
# Told beside the cell that was spoilt.
ELSEWHERE = {"B1 and B2 overlap": "B", "English name is missing": "H", "no way leads from CR to DK": ""}
Spoil = tuple[str, str, object]
FAULTS: dict[str, tuple[Spoil, str]] = {  # cell of the petrol farm, what is put there, what is said of it
    "text for a number": (("储罐 Tanks", "G3", "22 m"), "no number"),
    "a comma in a number": (("储罐 Tanks", "G3", "22,5"), "no number"),
    "not a number": (("储罐 Tanks", "G3", "NaN"), "no number"),
    "infinite": (("储罐 Tanks", "G3", "1e999"), "no number"),
    "no diameter": (("储罐 Tanks", "G3", 0), "no number"),
    "half a turn": (("设备 Devices", "H4", 2.5), "no number"),
    "a date": (("储罐 Tanks", "G3", date(2026, 1, 1)), "date"),
    "a formula": (("储罐 Tanks", "G3", "=11*2"), "formula"),
    "a missing name": (("储罐 Tanks", "C3", None), "missing"),
    "a missing tag": (("储罐 Tanks", "A3", None), "missing"),
    "a tag told twice": (("储罐 Tanks", "A4", "T-101"), "the same as 储罐 Tanks!3"),
    "full-width tag told twice": (("储罐 Tanks", "A4", "Ｔ－１０１"), "the same as"),
    "tag of a device": (("设备 Devices", "A3", "T-101"), "the same as"),
    "a bad tag": (("储罐 Tanks", "A3", "T 101/a"), "cannot be used"),
    "an unknown substance": (("储罐 Tanks", "I3", "汽油"), "cannot be used"),
    "an unknown bund": (("储罐 Tanks", "D3", "B9"), "B9 does not exist"),
    "a tank outside its bund": (("储罐 Tanks", "E3", 300), "does not stand within bund B1"),
    "tanks that overlap": (("储罐 Tanks", "F5", 25), "overlap"),
    "a bund inside out": (("防火堤 Bunds", "D3", -5), "not above"),
    "bunds that overlap": (("防火堤 Bunds", "C4", 30), "B1 and B2 overlap"),
    "half a name": (("防火堤 Bunds", "G3", "一号堤"), "English name is missing"),
    "a road to nowhere": (("道路 Roads", "B3", "XX"), "XX does not exist"),
    "a road to itself": (("道路 Roads", "B3", "RA"), "to itself"),
    "a place cut off": (("道路 Roads", f"B{OF_DK}", "GT"), "no way leads from CR to DK"),
    "an unknown kind": (("设备 Devices", "D3", "valve"), "cannot be used"),
    "a state it cannot have": (("设备 Devices", "F3", "open"), "has no state"),
    "a device nowhere": (("设备 Devices", "E3", "YY"), "YY does not exist"),
    "a drain of no bund": (("设备 Devices", "L13", "B9"), "B9 does not exist"),
    "a gauge of nothing": (("仪表 Instruments", "E3", "T-9"), "T-9 does not exist"),
    "a detector without channel": (("仪表 Instruments", "E17", None), "missing"),
    "an unknown gas": (("厂区 Site", "D3", "petrol, phlogiston"), "phlogiston cannot be used"),
    "a channel that is not carried": (("厂区 Site", "E3", "lel, o2"), "o2 does not exist"),
    "a channel of no gas": (("通道 Channels", "D3", "methane"), "methane does not exist"),
    "a pipe without its pump": (("管线 Pipes", "A3", "P-9"), "P-9 does not exist"),
    "a pipe through nothing": (("管线 Pipes", "B3", "MV-1, XV-9"), "XV-9 does not exist"),
    "a pipe into nothing": (("管线 Pipes", "C3", "T-9"), "T-9 does not exist"),
    "people nowhere": (("人群 Crowds", "D3", "ZZ"), "ZZ does not exist"),
    "neither yes nor no": (("地点 Places", "G3", "maybe"), "neither"),
    "a capital in the site's id": (("厂区 Site", "A3", "Farm"), "cannot be used"),
}  # fmt: skip


@pytest.mark.parametrize("spoil", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_at_its_cell(spoil: tuple[Spoil, str], plant: Call, tmp_path: Path) -> None:
    (sheet, cell, value), says = spoil
    book = exported("tank_overfill")
    book[sheet][cell].value = value
    code, out, err = plant("import", saved(book, tmp_path), "--out", tmp_path / "x.toml", "--json")
    assert (code, err) == (1, "") and not (tmp_path / "x.toml").exists()
    faults = json.loads(out)["faults"]
    column, row = cell.rstrip("0123456789"), int(cell.lstrip("ABCDEFGHIJKLM"))
    told = [f for f in faults if says in f["what"]["en"]]
    assert told, faults
    if column := ELSEWHERE.get(says, column):
        assert (told[0]["sheet"], told[0]["row"], told[0]["column"]) == (sheet, row, column), told
    assert all(part for f in faults for part in (*f["what"].values(), *f["do"].values()))


def test_all_faults_are_told_at_once_in_either_language(plant: Call, tmp_path: Path) -> None:
    book = exported("tank_overfill")
    for sheet, cell, value in (("储罐 Tanks", "G3", "x"), ("储罐 Tanks", "H4", None), ("道路 Roads", "B3", "XX")):
        book[sheet][cell].value = value
    code, out, _ = plant("import", saved(book, tmp_path), lang="zh")
    lines = [line for line in out.splitlines() if "!" in line]
    assert code == 1 and len(lines) == 3
    assert lines[0].startswith("储罐 Tanks!G3: 直径 (m)“x”不是可用的数；应为数（单位不写在格内）")


def test_other_headings_full_width_digits_and_moved_columns_are_read(plant: Call, tmp_path: Path) -> None:
    book = exported("tank_overfill")
    page = book["储罐 Tanks"]
    page.title = "储罐"
    page["G1"].value, page["G3"].value = "直径（米）", "２２．０"
    page["A3"].value, page["J3"].value = " Ｔ－１０１ ", "Cylinder".lower()
    page.insert_cols(1)
    page["A1"].value, page["A3"].value = "备注", "新刷漆"
    page.insert_rows(1)
    page["B1"].value = "某公司储罐一览"
    code, out, _ = plant("import", saved(book, tmp_path), "--json")
    shown = json.loads(out)
    assert (code, shown["faults"]) == (0, [])
    assert "备注" in shown["notes"][0]["zh"] and shown["counts"]["tanks"] == 4


def test_a_missing_column_is_told_once(plant: Call, tmp_path: Path) -> None:
    book = exported("tank_overfill")
    book["储罐 Tanks"].delete_cols(8)
    faults = json.loads(plant("import", saved(book, tmp_path), "--json")[1])["faults"]
    assert [f["what"]["en"] for f in faults] == ["there is no column “rim height (m)”"]


def test_the_picture_names_everything_and_is_xml(plant: Call, tmp_path: Path) -> None:
    book = exported("tank_overfill")
    book["储罐 Tanks"]["B3"].value = '罐 <T-101> & "co"'
    book["厂区 Site"]["B3"].value = "甲 & <乙> 油库"
    code = plant("import", saved(book, tmp_path), "--preview", tmp_path / "plan.svg", lang="zh")[0]
    root = ElementTree.parse(tmp_path / "plan.svg").getroot()
    words = " ".join("".join(element.itertext()) for element in root)
    site = load("tank_overfill").site
    assert code == 0 and all(t.id in words for t in site.tanks) and all(b.id in words for b in site.bunds)
    assert (
        all(p.name.zh in words for p in site.places) and "罐 <T-101>" in words and "50 m" in words and "<乙>" in words
    )
    assert all(n.tag in words for n in site.instruments if n.kind == "gas") and "N" in words.split()


def test_a_plant_with_faults_is_drawn_too(plant: Call, tmp_path: Path) -> None:
    book = exported("tank_overfill")
    for row in book["防火堤 Bunds"]["B3:F4"]:
        for cell in row:
            cell.value = None
    assert plant("import", saved(book, tmp_path), "--preview", tmp_path / "plan.svg")[0] == 1
    assert "T-101" in (tmp_path / "plan.svg").read_text("utf-8")


@given(sites)
@settings(deadline=None, max_examples=60)
def test_any_site_comes_back_from_its_workbook_and_its_file(site: Site) -> None:
    assert assemble(*read_workbook(write_workbook(tables_of(site)))).site == site
    assert site_of(site_toml(site)) == site


numbers = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False))
cells = st.one_of(st.none(), st.text(max_size=20), numbers, st.booleans(), st.datetimes())


@given(st.sampled_from(sorted(SHEETS)), st.lists(st.lists(cells, max_size=12), max_size=6))
@settings(deadline=None, max_examples=60)
def test_any_cells_give_a_plant_or_faults(key: str, rows: Sequence[Sequence[object]]) -> None:
    book = load_workbook(io.BytesIO(write_workbook(tables_of(load("hot_work").site))))
    page = book[SHEETS[key].title]
    data = io.BytesIO()
    try:
        for row in rows:
            page.append(list(row))
        book.save(data)
    except Exception:  # what a spreadsheet cannot hold
        return
    made = assemble(*read_workbook(data.getvalue()))
    if not made.faults:
        assert site_of(site_toml(made.site)) == made.site
