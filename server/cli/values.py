"""scenarios values, scenarios sign: what an expert of the base has to confirm, and his signature under it."""

import json
from pathlib import Path

import click

from scenarios.values import KINDS, Value, values, values_hash
from server.catalogue import signatures
from server.catalogue.base import new_id
from server.catalogue.signatures import SignatureRow
from server.cli.catalogue import all_scenarios, one_scenario
from server.cli.draw_options import DATA, JSON, catalogue_in, folder_of
from server.cli.failure import CommandError
from server.cli.files import prepare
from server.cli.language import Speech, both
from server.cli.surroundings import real_surroundings


@click.command("values", help=both("列出待专家签认的数值", "list the values that an expert has to confirm"))
@click.argument("scenario_id", metavar="[ID|FILE]", required=False)
@JSON
@click.pass_obj
def values_(speech: Speech, scenario_id: str | None, as_json: bool) -> None:
    """List what is to be confirmed."""
    chosen = (one_scenario(scenario_id),) if scenario_id else all_scenarios()
    if as_json:
        shown = [
            {"scenario": s.id, "values_hash": values_hash(s), "values": [_shape(v) for v in values(s)]} for s in chosen
        ]
        click.echo(json.dumps(shown, ensure_ascii=False))
        return
    for scenario in chosen:
        click.secho(f"{scenario.id}  {speech.pick(scenario.name)}", bold=True)
        for v in values(scenario):
            kind, what = speech.pick(KINDS[v.kind]), speech.pick(v.what)
            click.echo(f"  [{v.evidence}] {kind}  {what}：{speech.pick(v.value)}  ({speech.pick(v.source)})")


@click.command("sign", help=both("签认情景的数值", "confirm the values of scenarios"))
@click.argument("scenario_ids", metavar="ID...", nargs=-1, required=True)
@click.option("--by", "signed_by", required=True, help=both("签认人姓名", "who confirms"))
@click.option("--note", default="", help=both("附言", "a note"))
@DATA
@JSON
@click.pass_obj
def sign(
    speech: Speech, scenario_ids: tuple[str, ...], signed_by: str, note: str, data: Path | None, as_json: bool
) -> None:
    """Sign; `all` stands for the whole catalogue."""
    if not signed_by.strip():
        raise CommandError("请写下签认人姓名", "write down who confirms")
    chosen = all_scenarios() if scenario_ids == ("all",) else tuple(one_scenario(name) for name in scenario_ids)
    here, folder = real_surroundings(), folder_of(data)
    prepare(folder)
    name, now = signed_by.strip(), here.now()
    rows = [SignatureRow(new_id(here.entropy), s.id, values_hash(s), name, note, "", now) for s in chosen]
    with catalogue_in(folder) as engine, engine.begin() as db:
        for row in rows:
            signatures.add(db, row)
    if as_json:
        click.echo(json.dumps({"signed": [{"scenario": r.scenario_id, "values_hash": r.values_hash} for r in rows]}))
        return
    for scenario in chosen:
        n = len(values(scenario))
        speech.say(f"{scenario.id}：{n} 个数值已签认", f"{scenario.id}: {n} values confirmed")


def _shape(v: Value) -> dict[str, object]:
    return {
        "id": v.id,
        "kind": v.kind,
        "what": v.what._asdict(),
        "value": v.value._asdict(),
        "source": v.source._asdict(),
        "evidence": v.evidence,
    }
