"""bench: measure, each figure beside its reference, its bar and its goal."""

import json
from dataclasses import asdict
from typing import Any

import click

from server.cli.failure import CommandError
from server.cli.language import Speech, both
from server.cli.measure import Measure
from server.cli.measures import LONG, MEASURES


@click.command("bench", help=both("测量性能", "measure what it costs"))
@click.argument("name", required=False)
@click.option("--quick", is_flag=True, help=both("少量样本，略去耗时项", "fewer samples, without what takes long"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def bench(speech: Speech, name: str | None, quick: bool, as_json: bool) -> None:
    """Measure one figure, or all."""
    if name is not None and name not in MEASURES:
        known = ", ".join(MEASURES)
        raise CommandError(f"没有测量项 {name}，可用：{known}", f"no measure {name}; there are: {known}")
    found: list[Measure] = []
    for chosen in [name] if name else plain(quick):
        rows = MEASURES[chosen](quick)
        found += rows
        if not as_json:
            for row in rows:
                _print(speech, row)
    if as_json:
        click.echo(json.dumps([_shape(row) for row in found], ensure_ascii=False))


def plain(quick: bool) -> list[str]:
    """The measures that are taken when none is named."""
    return [name for name in MEASURES if not (quick and name in LONG)]


def _shape(row: Measure) -> dict[str, Any]:
    return {**asdict(row), "ratio": row.value / row.reference_value}


def _print(speech: Speech, row: Measure) -> None:
    figures = f"{row.name:26}{row.value:12.5g} {row.unit:6}"
    ratio = f"{row.value / row.reference_value:.4g} × {row.reference}"
    speech.say(
        f"{figures} 底线 {row.bar:g} 目标 {row.goal:g}  （{ratio}）",
        f"{figures} bar {row.bar:g} goal {row.goal:g}  ({ratio})",
    )
