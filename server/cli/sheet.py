"""Sheet: the marks that the machine has filled in, as JSON for programs and as lines for a person."""

from decimal import Decimal
from typing import Any

import click

from scenarios.model import Scenario
from scoring.marks import Line, Sheet
from scoring.radar import Radar
from scoring.recommend import reasons
from scoring.rubric import SECTIONS
from server.cli.language import Speech
from server.cli.telling import clock
from server.cli.words import SECTIONS as SECTION_NAMES

NOTHING = Decimal("0.00")


def sheet_shape(scenario: Scenario, sheet: Sheet) -> dict[str, Any]:
    """Give the pre-filled sheet as JSON: amounts as strings with two decimals, reasons in both languages."""
    return {
        "scenario": scenario.id,
        "rubric": {"id": sheet.rubric_id, "version": sheet.rubric_version},
        "score": _amount(sheet.score),
        "score_raw": _amount(sheet.score_raw),
        "passed": sheet.passed,
        "machine_points": _amount(sheet.machine_points),
        "machine_max": _amount(sheet.machine_max),
        "vetoes": [{"id": v.veto_id, "tick": v.tick, "reason": v.reason._asdict()} for v in sheet.vetoes],
        "lines": [_line_shape(scenario, line) for line in sheet.lines],
    }


def _line_shape(scenario: Scenario, line: Line) -> dict[str, Any]:
    item = next(item for item in scenario.rubric.items if item.id == line.item_id)
    return {
        "item": item.id,
        "name": item.name._asdict(),
        "section": line.section,
        "human": item.human,
        "critical": item.critical,
        "max_points": _amount(line.max_points),
        "points": None if line.points is None else _amount(line.points),
        "time_max": _amount(line.time_max),
        "time_points": _amount(line.time_points),
        "time_score": None if line.time_score is None else _amount(line.time_score),
        "seconds": None if line.seconds is None else _amount(line.seconds),
        "too_fast": line.too_fast,
        "tick": line.tick,
        "reason": line.reason._asdict(),
        "standard": item.standard._asdict(),
    }


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}"


def print_sheet(speech: Speech, scenario: Scenario, sheet: Sheet, radar: Radar) -> None:
    """Print section sums, what was lost and why, vetoes, and what to practise."""
    result = ("合格", "passed") if sheet.passed else ("不合格", "not passed")
    click.secho(f"{speech.pick(scenario.name)}: {_amount(sheet.score)} / 100, {speech.pick(result)}", bold=True)
    for section in SECTIONS:
        earned, most = _sum_of(sheet, section)
        click.echo(f"  {speech.pick(SECTION_NAMES[section])}: {_amount(earned)} / {_amount(most)}")
    left = sum(line.points is None for line in sheet.lines)
    speech.say(f"  由考官评判：{left} 项", f"  for the examiner: {left} items")
    for veto in sheet.vetoes:
        click.secho(f"  ✗ {speech.pick(veto.reason)}", fg="red")
    names = {item.id: item.name for item in scenario.rubric.items}
    for line in sheet.lines:
        lost = NOTHING if line.points is None else line.max_points + line.time_max - line.points - line.time_points
        if lost > NOTHING:
            at = "" if line.tick is None else f" {clock(line.tick)}"
            click.echo(f"  -{_amount(lost)}{at} {speech.pick(names[line.item_id])}: {speech.pick(line.reason)}")
    for advice in reasons(radar):
        click.echo(f"  → {speech.pick(advice)}")


def _sum_of(sheet: Sheet, section: str) -> tuple[Decimal, Decimal]:
    """Points earned and to be had in a section, of what the machine judges."""
    marked = [(line, line.points) for line in sheet.lines if line.points is not None]
    if section == "timing":
        return (
            sum((line.time_points for line, _ in marked), NOTHING),
            sum((line.time_max for line, _ in marked), NOTHING),
        )
    inside = [(line, points) for line, points in marked if line.section == section]
    return (
        sum((points for _, points in inside), NOTHING),
        sum((line.max_points for line, _ in inside), NOTHING),
    )
