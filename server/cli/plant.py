"""plant: a base's own plant, from a workbook or a DXF plan to a `[site]`, without code."""

import json
import re
from pathlib import Path
from typing import Any

import click

from server.cli.catalogue import one_scenario
from server.cli.failure import DONE, WRONG, CommandError
from server.cli.files import prepare, read_bytes, write_whole
from server.cli.language import Speech, both
from server.plant.assembling import Plant, assemble
from server.plant.blank import blank_drawing
from server.plant.drawing import METRES, read_drawing
from server.plant.faults import UnreadableError
from server.plant.lint import notes_on
from server.plant.plan import LAYERS_SAID, TAGS_SAID, rows_of
from server.plant.preview import preview
from server.plant.site_file import site_toml
from server.plant.tables import Tables, tables_of
from server.plant.workbook import read_workbook, write_workbook

XLSX_MOST_BYTES = 8 * 1024 * 1024
DXF_MOST_BYTES = 32 * 1024 * 1024
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(
    "plant", help=both("一座厂区：由表格或 DXF 图到 [site]", "a plant: from a workbook or a DXF plan to a [site]")
)
def plant() -> None:
    """Group the commands of a plant."""


@plant.command(
    "template", help=both("写出空表（带例行）或空图（带图层）", "write an empty workbook or drawing to begin with")
)
@click.argument("file", metavar="FILE.xlsx|FILE.dxf", type=FILE)
@click.pass_obj
def template(speech: Speech, file: Path) -> None:
    """Write a workbook with examples and a legend, or a drawing with the layers."""
    _fresh(file, ".xlsx", ".dxf")
    _write(file, blank_drawing() if file.suffix.lower() == ".dxf" else write_workbook({}, examples=True))
    speech.say(f"已写出 {file}", f"{file} is written")


@plant.command("export", help=both("把一个情景的厂区写成表格", "write the plant of a scenario as a workbook"))
@click.argument("scenario_id", metavar="ID|FILE")
@click.argument("file", metavar="FILE.xlsx", type=FILE)
@click.pass_obj
def export(speech: Speech, scenario_id: str, file: Path) -> None:
    """Write a plant that is there, to begin with it."""
    _fresh(file, ".xlsx")
    _write(file, write_workbook(tables_of(one_scenario(scenario_id).site)))
    speech.say(f"已写出 {file}", f"{file} is written")


@plant.command("layers", help=both("DXF 图层约定", "the layers of a DXF plan"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def layers(speech: Speech, as_json: bool) -> None:
    """Tell which layer holds what, drawn how."""
    if as_json:
        click.echo(json.dumps({name: told._asdict() for name, told in LAYERS_SAID.items()}, ensure_ascii=False))
        return
    for name, told in LAYERS_SAID.items():
        click.echo(f"{name:15}{speech.pick(told)}")
    click.echo(speech.pick(TAGS_SAID))


@plant.command("import", help=both("读取并检查表格或 DXF 图", "read and check a workbook or a DXF plan"))
@click.argument("file", metavar="FILE.xlsx|FILE.dxf", type=FILE)
@click.option(
    "--out",
    type=FILE,
    help=both("无误则写出 .toml；.xlsx 总写出，供补全", "a .toml if it is clean; an .xlsx to fill in, always"),
)
@click.option(
    "--unit",
    type=click.Choice(tuple(METRES)),
    default=None,
    help=both("DXF 图的单位，未写明时必给", "unit of a DXF plan, needed if it does not say so itself"),
)
@click.option("--preview", "picture", type=FILE, help=both("平面图 .svg", "the plan as .svg"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_(speech: Speech, file: Path, out: Path | None, unit: str | None, picture: Path | None, as_json: bool) -> int:
    """Read a plant, tell all its faults at once, and write what was asked for."""
    if out is not None:
        _outward(out)
    if picture is not None:
        _ending(picture, ".svg")
    tables, made = _read(file, unit)
    files: dict[str, str] = {}
    if picture is not None:
        _write(picture, preview(made.site, speech.language).encode())
        files["preview"] = str(picture)
    if out is not None and out.suffix.lower() == ".xlsx":
        _write(out, write_workbook(tables))
        files["workbook"] = str(out)
    elif out is not None and not made.faults:
        _write(out, site_toml(made.site).encode())
        files["site"] = str(out)
    if as_json:
        click.echo(json.dumps(_shape(made, files), ensure_ascii=False))
    else:
        _print(speech, made, files)
    return WRONG if made.faults else DONE


def _read(file: Path, unit: str | None) -> tuple[Tables, Plant]:
    try:
        match file.suffix.lower():
            case ".xlsx":
                tables, faults, notes = read_workbook(read_bytes(file, XLSX_MOST_BYTES))
            case ".dxf":
                marks, of_shapes, seen = read_drawing(read_bytes(file, DXF_MOST_BYTES), unit)
                tables, of_plan, assumed = rows_of(marks, _slug(file))
                faults, notes = (*of_shapes, *of_plan), (*seen, *assumed)
            case other:
                raise CommandError(f"不识别的文件 {other or file}", f"not a kind of file that is read: {other or file}")
        return tables, assemble(tables, faults, notes)
    except UnreadableError as error:
        what, do = error.what, error.do
        raise CommandError(f"{file}：{what.zh}；{do.zh}", f"{file}: {what.en}; {do.en}") from error


def _slug(file: Path) -> str:
    """The id that a plan has until one is given: its file's name as far as it may be one."""
    return re.sub(r"[^a-z0-9]+", "_", file.stem.casefold()).strip("_")


def _shape(made: Plant, files: dict[str, str]) -> dict[str, Any]:
    site = made.site
    return {
        "ok": not made.faults,
        "site": site.id,
        "name": site.name._asdict(),
        "counts": _counts(made),
        "faults": [fault.shape() for fault in made.faults],
        "notes": [note._asdict() for note in (*made.notes, *notes_on(site))],
        "files": files,
    }


def _counts(made: Plant) -> dict[str, int]:
    site = made.site
    kinds = ("places", "ways", "bunds", "tanks", "devices", "instruments", "channels", "lines", "crowds", "casualties")
    return {kind: len(getattr(site, kind)) for kind in kinds}


def _print(speech: Speech, made: Plant, files: dict[str, str]) -> None:
    for fault in made.faults:
        click.secho(speech.pick(fault.said()), fg="red")
    for note in (*made.notes, *notes_on(made.site)):
        click.secho(f"{speech.pick(('注意：', 'note: '))}{speech.pick(note)}", fg="yellow")
    counts = _counts(made)
    speech.say(
        f"{made.site.id}：{counts['places']} 个地点，{counts['tanks']} 座储罐，{counts['devices']} 台设备，"
        f"{counts['instruments']} 块仪表；{len(made.faults)} 处问题",
        f"{made.site.id}: {counts['places']} places, {counts['tanks']} tanks, {counts['devices']} devices, "
        f"{counts['instruments']} instruments; {len(made.faults)} faults",
    )
    for path in files.values():
        speech.say(f"已写出 {path}", f"{path} is written")


def _write(path: Path, data: bytes) -> None:
    prepare(path.parent)
    write_whole(path, data)


def _outward(out: Path) -> None:
    """Where an import may write to: a workbook that is not there yet, or a site that a scenario can name."""
    _ending(out, ".toml", ".xlsx")
    if out.suffix.lower() == ".xlsx":
        _fresh(out, ".xlsx")
    elif not out.stem.isascii() or not out.stem.replace("_", "").isalnum():
        raise CommandError(
            f"{out}：文件名只可用字母、数字和下划线，情景里写 site = 文件名",
            f"{out}: the name takes letters, digits and _ only, as a scenario says site = the name",
        )


def _fresh(path: Path, *endings: str) -> None:
    """What people fill in is never written over."""
    _ending(path, *endings)
    if path.exists():
        raise CommandError(f"{path} 已存在，不覆盖", f"{path} is there already and is not written over")


def _ending(path: Path, *endings: str) -> None:
    if path.suffix.lower() not in endings:
        wanted = "、".join(endings)
        raise CommandError(f"{path}：文件名应以 {wanted} 结尾", f"{path}: the name must end in {' or '.join(endings)}")
