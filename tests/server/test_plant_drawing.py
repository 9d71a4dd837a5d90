"""A base's own plant from a DXF plan, through the command line: to a workbook, filled in, to a clean site."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ezdxf import recover
from openpyxl import load_workbook

from scenarios.lint_site import site_faults
from server.cli.main import status
from server.plant.assembling import assemble
from server.plant.columns import SHEETS
from server.plant.drawing import MOST_MARKS, read_drawing
from server.plant.faults import UnreadableError
from server.plant.plan import LAYERS, LAYERS_SAID, PATHS, rows_of
from sim_core.site import Site
from tests.server.plant_plans import FARM, Plan, farm
from tests.server.test_plant import site_of

Call = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def call(data: bytes, *words: object) -> tuple[int, Any, str]:
        (tmp_path / "our plan.dxf").write_bytes(data)
        code = status(["--lang", "en", "plant", "import", str(tmp_path / "our plan.dxf"), *map(str, words), "--json"])
        out = capsys.readouterr()
        return code, json.loads(out.out) if out.out else None, out.err

    return call


def drawn(plan: Plan) -> Site:
    marks, faults, notes = read_drawing(plan.data())
    tables, more, assumed = rows_of(marks, "x")
    return assemble(tables, (*faults, *more), (*notes, *assumed)).site


def said(shown: Any) -> list[str]:
    return [fault["what"]["en"] for fault in shown["faults"]]


def test_a_plan_becomes_a_workbook_is_filled_in_and_becomes_a_site(
    imported: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book_file, toml = tmp_path / "plan.xlsx", tmp_path / "our_plan.toml"
    code, shown, _ = imported(farm().data(), "--out", book_file, "--preview", tmp_path / "plan.svg")
    assert code == 1 and (shown["site"], shown["counts"]["tanks"], shown["counts"]["lines"]) == ("our_plan", 4, 1)
    assert shown["files"] == {"preview": str(tmp_path / "plan.svg"), "workbook": str(book_file)}
    missing = {(f["sheet"], f["column"]) for f in shown["faults"] if f["what"]["en"].endswith("is missing")}
    assert len(said(shown)) == len([s for s in said(shown) if s.endswith("is missing")])
    assert missing == {
        ("厂区 Site", "B"), ("厂区 Site", "C"), ("厂区 Site", "D"), ("防火堤 Bunds", "F"), ("储罐 Tanks", "H"),
        ("储罐 Tanks", "I"), ("设备 Devices", "F"), ("仪表 Instruments", "E"),
    }  # fmt: skip
    book = load_workbook(book_file)
    for fault in shown["faults"]:
        cell = book[fault["sheet"]][f"{fault['column']}{fault['row']}"]
        assert cell.value is None and (fault["column"] in "BCD" or fault["handle"] or fault["sheet"] == "厂区 Site")
        fill = {"H": 14.5, "I": "petrol", "E": "lel", "D": "petrol", "B": "油库", "C": "Farm"}
        if fault["sheet"] == "防火堤 Bunds":
            cell.value = 2
        elif fault["sheet"] == "设备 Devices":
            cell.value = "stopped" if book["设备 Devices"][f"D{fault['row']}"].value == "pump" else "closed"
        else:
            cell.value = fill[fault["column"]]
    book["通道 Channels"].append(["lel", "可燃气", "combustible gas", "petrol", "%LEL", 0.00014])
    book["厂区 Site"]["E3"].value = "lel"
    book.save(book_file)
    assert status(["plant", "import", str(book_file), "--out", str(toml)]) == 0, capsys.readouterr()
    site = site_of(toml.read_text("utf-8"))
    assert not [*site_faults(site)]
    for tank in FARM.tanks:
        own = site.tanks[site.tank_index[tank.id]]
        assert (own.x_m, own.y_m, own.diameter_m, own.bund) == (tank.x_m, tank.y_m, tank.diameter_m, tank.bund)
    assert [(b.id, b.x0_m, b.y0_m, b.x1_m, b.y1_m) for b in site.bunds] == [
        (b.id, b.x0_m, b.y0_m, b.x1_m, b.y1_m) for b in FARM.bunds
    ]
    (line,) = site.lines
    assert (line.pump, line.valves, line.tank) == ("P-101", ("MV-1", "XV-101", "HV-101"), "T-101")
    assert {n.tag: (n.x_m, n.y_m) for n in site.instruments} == {
        n.tag: (n.x_m, n.y_m) for n in FARM.instruments if n.kind == "gas"
    }
    assert site.place["CR"].panel and site.route("MP-N", "AT-XV-101")


@pytest.mark.parametrize(
    ("per_m", "units", "words"),
    [
        (1000.0, 4, ()),
        (1.0, 6, ()),
        (100.0, 5, ()),
        (1.0, 0, ("--unit", "m")),
        (1 / 0.3048, 2, ()),
        (1000.0, 6, ("--unit", "mm")),
    ],
)
def test_the_unit_of_the_drawing_is_minded(
    per_m: float, units: int, words: tuple[str, ...], imported: Call, tmp_path: Path
) -> None:
    _, shown, _ = imported(farm(per_m, units).data(), *words, "--out", tmp_path / "x.xlsx")
    page = load_workbook(tmp_path / "x.xlsx")["储罐 Tanks"]
    assert [page[cell].value for cell in ("A3", "E3", "F3", "G3")] == ["T-101", 20.0, 20.0, 22.0]
    assert shown["counts"]["places"] == len(drawn(farm()).places)


def test_a_drawing_without_a_unit_is_not_guessed_at(imported: Call) -> None:
    code, shown, err = imported(farm(1.0, 0).data())
    assert (code, shown) == (2, None) and "does not say its unit" in err and "--unit" in err


def test_the_grid_of_a_country_is_brought_to_an_origin_and_that_is_said(imported: Call, tmp_path: Path) -> None:
    _, shown, _ = imported(farm(1000.0, 4, (483_130.0, 3_420_190.0)).data(), "--out", tmp_path / "x.xlsx")
    page = load_workbook(tmp_path / "x.xlsx")["储罐 Tanks"]
    assert [page[cell].value for cell in ("E3", "F3")] == [40.0, 210.0]
    assert any("(483110, 3420000) m" in note["en"] for note in shown["notes"])


def test_mirrored_symbols_stand_where_they_are_seen() -> None:
    plan = farm()
    plan.symbol("YL_PLACE", 10, 170, {"TAG": "MIR"}, extrusion=(0, 0, -1))
    assert (drawn(plan).place["MIR"].x_m, drawn(plan).place["MIR"].y_m) == (-10.0, 170.0)


def test_roads_that_meet_in_the_middle_are_joined_and_what_lies_off_them_walks_there() -> None:
    plan = Plan(1.0, 6)
    plan.path("YL_ROAD", [(0, 0), (100, 0)])
    plan.path("YL_ROAD", [(50, 0.4), (50, 60)])
    plan.symbol("YL_PLACE", 52, 90, {"TAG": "MP"})
    marks, _, _ = read_drawing(plan.data())
    tables, _, notes = rows_of(marks, "x")
    site = assemble(tables).site
    assert site.route("R1", "MP") == ("R3", "R4", "MP") and len(site.ways) == 4
    assert any("MP–R4 30 m" in note.en for note in notes)


def test_a_pipe_is_what_it_passes_in_order_also_drawn_against_the_flow() -> None:
    plan = Plan(1.0, 6)
    for tag, x_m in (("T-1", 0.0), ("T-2", 100.0)):
        plan.circle("YL_TANK", x_m, 0.0, 5.0)
        plan.text("YL_TANK", tag, x_m, 0.0)
    plan.symbol("YL_VALVE", 20, 0, {"TAG": "V-1"})
    plan.symbol("YL_PUMP", 40, 0, {"TAG": "P-1"})
    plan.symbol("YL_VALVE", 60, 0, {"TAG": "V-2"})
    plan.symbol("YL_VALVE", 60, 3, {"TAG": "V-9"})
    plan.path("YL_PIPE", [(100, 0), (40, 0), (0, 0)])
    plan.path("YL_PIPE", [(100, 0), (40, 0)])  # from outside, drawn from its end
    line, other = drawn(plan).lines
    assert (other.source, other.pump, other.valves, other.tank) == ("", "P-1", ("V-2",), "T-2")
    assert (line.source, line.suction, line.pump, line.valves, line.tank) == ("T-2", ("V-2",), "P-1", ("V-1",), "T-1")


def odd(change: Callable[[Plan], None]) -> Plan:
    plan = farm()
    change(plan)
    return plan


ODD: dict[str, tuple[Callable[[Plan], None], str]] = {
    "an open bund": (lambda p: p.path("YL_BUND", [(200, 0), (210, 0), (210, 10)]), "closed polyline"),
    "a slanting bund": (lambda p: p.path("YL_BUND", [(200, 0), (210, 10), (200, 20), (190, 10)], True), "upright"),
    "a pipe from nowhere": (lambda p: p.path("YL_PIPE", [(200, 0), (210, 0)]), "must meet one pump"),
    "a road that is a point": (lambda p: p.point("YL_ROAD", 0, 0), "a road must be"),
    "a layer that is not known": (lambda p: p.point("YL_TANKS", 0, 0), "no layer that is known"),
    "a tank without a tag": (lambda p: p.circle("YL_TANK", 300, 300, 5), "tag is missing"),
    "two of one tag": (lambda p: p.symbol("YL_VALVE", 300, 300, {"TAG": "T-101"}), "the same as"),
    "a bad attribute": (lambda p: p.symbol("YL_VALVE", 300, 300, {"TAG": "V", "KIND": "x"}), "cannot be used"),
    "a tank outside": (lambda p: p.symbol("YL_TANK", 30, 50, {"TAG": "T", "BUND": "B1"}), "stand within"),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD.values(), ids=ODD)
def test_a_fault_names_layer_and_handle(case: tuple[Callable[[Plan], None], str], imported: Call) -> None:
    change, says = case
    code, shown, _ = imported(odd(change).data())
    told = [fault for fault in shown["faults"] if says in fault["what"]["en"]]
    assert code == 1 and len(told) == 1, said(shown)
    assert told[0]["layer"].startswith("YL_") and (told[0]["handle"] or "no layer" in says)


def test_what_is_left_out_is_said(imported: Call) -> None:
    plan = farm()
    plan.space.add_hatch(dxfattribs={"layer": "YL_TANK"})
    plan.text("YL_TANK", "see sheet 2", 500, 500)
    notes = " ".join(note["en"] for note in imported(plan.data())[1]["notes"])
    assert "1 HATCH (YL_TANK)" in notes and "see sheet 2" in notes


def test_too_many_marks_are_refused() -> None:
    plan = Plan(1.0, 6)
    for i in range(MOST_MARKS + 1):
        plan.point("YL_PLACE", i, 0)
    with pytest.raises(UnreadableError):
        read_drawing(plan.data())


def test_the_blank_drawing_has_every_layer_and_its_symbol_takes_a_tag(tmp_path: Path) -> None:
    assert status(["plant", "template", str(tmp_path / "new.dxf")]) == 0
    assert set(LAYERS_SAID) == {*LAYERS, *PATHS} and {key for key, _, _ in LAYERS.values()} <= set(SHEETS)
    document, audit = recover.read(io.BytesIO((tmp_path / "new.dxf").read_bytes()))
    assert not audit.errors and all(name in document.layers for name in LAYERS_SAID)
    symbol = document.modelspace().add_blockref("YL_SYMBOL", (5, 5), dxfattribs={"layer": "YL_PLACE"})
    symbol.add_auto_attribs({"TAG": "CR", "KIND": "control_room"})
    text = io.StringIO()
    document.write(text)
    (mark,), _, _ = read_drawing(document.encode(text.getvalue()))
    assert (mark.tag, mark.attributes) == ("CR", {"kind": "control_room"})


def test_the_layers_are_told_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["--lang", "zh", "plant", "layers"]) == 0
    assert "防火堤" in capsys.readouterr().out
    assert status(["plant", "layers", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(LAYERS_SAID)
