"""scenarios: the catalogue and its checks. Names of hidden parameters are shown, never a value."""

import json
from typing import Any

import click

from scenarios.lint import lint as faults_of
from scenarios.model import FAMILIES, Scenario
from scenarios.pilot import DRAWS, pilot
from scenarios.strata import STRATA
from server.cli.cases import cases_
from server.cli.catalogue import all_scenarios, one_scenario
from server.cli.failure import DONE, WRONG
from server.cli.language import Speech, both
from server.cli.values import sign, values_
from sim_core.text import Text

MANDATORY, DRAWN, TRAINING_ALONE = Text("必考", "mandatory"), Text("选考", "drawn"), Text("仅训练", "training alone")
MOST, MANY = 6, 12  # values of a parameter shown; more than so many are a continuous range


@click.group("scenarios", help=both("情景目录及其检查", "the catalogue and its checks"))
def scenarios() -> None:
    """Group the commands of the catalogue."""


@scenarios.command("list", help=both("列出情景", "list the scenarios"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def list_(speech: Speech, as_json: bool) -> None:
    """List the catalogue."""
    found = all_scenarios()
    if as_json:
        click.echo(json.dumps([entry(scenario) for scenario in found], ensure_ascii=False))
        return
    for scenario in found:
        duty = MANDATORY if scenario.mandatory else DRAWN if scenario.examined else TRAINING_ALONE
        words = (speech.pick(scenario.name), speech.pick(FAMILIES[scenario.family]), speech.pick(duty))
        click.echo(f"{scenario.id:24}{'  '.join(words)}  {scenario.duration_s / 60.0:.0f} min")


@scenarios.command("show", help=both("显示一个情景的任务书", "show the briefing of a scenario"))
@click.argument("scenario_id", metavar="ID|FILE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def show(speech: Speech, scenario_id: str, as_json: bool) -> None:
    """Show what every seat may know beforehand."""
    scenario = one_scenario(scenario_id)
    if as_json:
        click.echo(json.dumps({**entry(scenario), **_briefing(scenario)}, ensure_ascii=False))
        return
    click.secho(f"{scenario.id} ({scenario.code})  {speech.pick(scenario.name)}", bold=True)
    for part in (scenario.briefing.situation, scenario.briefing.task, *scenario.briefing.rules):
        click.echo(speech.pick(part))
    for role in scenario.roles:
        click.echo(f"  {role.seat:5}{speech.pick(role.name)}：{speech.pick(role.brief)}")
    for title, rows in (
        (Text("隐藏参数", "hidden parameters"), scenario.hidden),
        (Text("一票否决", "vetoes"), scenario.rubric.vetoes),
    ):
        click.echo(f"{speech.pick(title)}:")
        for row in rows:
            click.echo(f"  {row.id:24}{speech.pick(row.name)}")


@scenarios.command("lint", help=both("检查情景文件", "check the scenario files"))
@click.argument("scenario_id", metavar="[ID|FILE]", required=False)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def lint(speech: Speech, scenario_id: str | None, as_json: bool) -> int:
    """Check one scenario, or all."""
    chosen = (one_scenario(scenario_id),) if scenario_id else all_scenarios()
    found = [fault for scenario in chosen for fault in faults_of(scenario)]
    if as_json:
        faults = [speech.pick(fault) for fault in found]
        shown = {"ok": not found, "scenarios": len(chosen), "faults": faults}
        click.echo(json.dumps(shown, ensure_ascii=False))
    else:
        for fault in found:
            click.echo(speech.pick(fault))
        speech.say(f"{len(chosen)} 个情景，{len(found)} 处问题", f"{len(chosen)} scenarios, {len(found)} faults")
    return WRONG if found else DONE


@scenarios.command("pilot", help=both("试抽一个情景，看难度分层", "draw a scenario many times: where its strata lie"))
@click.argument("scenario_id", metavar="ID|FILE")
@click.option("--draws", type=click.IntRange(10, 100_000), default=DRAWS, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def pilot_(speech: Speech, scenario_id: str, draws: int, as_json: bool) -> None:
    """Draw many times and tell how hard the draws are. Values are told as shares only, never by seed."""
    scenario = one_scenario(scenario_id)
    seen = pilot(scenario, draws)
    if as_json:
        shown = {"scenario": scenario.id, "draws": draws, "strata": scenario.strata, "quintiles": seen.bounds}
        click.echo(json.dumps({**shown, "shares": seen.shares}))
        return
    click.echo(f"strata = {list(seen.bounds)}  # {speech.pick(Text('难度五分位', 'quintiles of difficulty'))}")
    for level, share in zip(STRATA, seen.shares, strict=True):
        bar = "█" * round(share * 50.0)
        click.echo(f"  L{level} {share:6.1%} {bar}" if scenario.strata else f"  L{level}")
    for hidden in scenario.hidden:
        often = list(seen.often(hidden.id).items())
        values = "  ".join(f"{value} {share:.0%}" for value, share in often[:MOST]) if len(often) <= MANY else ""
        click.echo(f"  {hidden.id:24}{values}")


scenarios.add_command(cases_)
scenarios.add_command(values_)
scenarios.add_command(sign)


def entry(scenario: Scenario) -> dict[str, Any]:
    """Give one scenario in its stable JSON shape."""
    return {
        "id": scenario.id,
        "code": scenario.code,
        "name": scenario.name._asdict(),
        "family": scenario.family,
        "mandatory": scenario.mandatory,
        "roles": [role.seat for role in scenario.roles],
        "hidden": [hidden.id for hidden in scenario.hidden],
        "vetoes": [veto.id for veto in scenario.rubric.vetoes],
        "duration_s": scenario.duration_s,
        "rule_module": scenario.rule_module,
    }


def _briefing(scenario: Scenario) -> dict[str, Any]:
    briefing = scenario.briefing
    return {
        "briefing": {
            "situation": briefing.situation._asdict(),
            "task": briefing.task._asdict(),
            "rules": [rule._asdict() for rule in briefing.rules],
        },
        "briefs": {role.seat: role.brief._asdict() for role in scenario.roles},
        "policies": sorted(scenario.policies),
    }
