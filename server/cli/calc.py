"""calc: one hazard model, a batch of them, or the list of models with ranges and sources."""

import json
from pathlib import Path
from typing import Any

import click

from server.calculator import MODELS, Model, RefusedError, ask, unit_of
from server.calculator.model import REQUIRED
from server.cli.failure import CommandError
from server.cli.files import read_bytes
from server.cli.language import Speech, both

BATCH_MOST_BYTES = 16 * 1024 * 1024


@click.command("calc", help=both("计算一个危害模型", "compute one hazard model"))
@click.argument("model", required=False)
@click.argument("inputs", nargs=-1, metavar="NAME=VALUE ...")
@click.option("--batch", help=both("JSON 列表文件，每项 {model, inputs}", "file with a JSON list of {model, inputs}"))
@click.option("--list", "listing", is_flag=True, help=both("列出模型、范围与来源", "list models, ranges and sources"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def calc(
    speech: Speech, model: str | None, inputs: tuple[str, ...], batch: str | None, listing: bool, as_json: bool
) -> None:
    """Compute, and say what the answer rests on."""
    if listing:
        _list(speech, as_json)
    elif batch is not None:
        _batch(speech, batch)
    elif model is not None:
        try:
            answer = ask(_model(model), dict(_pair(text) for text in inputs))
        except RefusedError as error:
            raise CommandError(*error.text) from error
        if as_json:
            click.echo(json.dumps(answer, ensure_ascii=False))
        else:
            _print(speech, MODELS[model], answer)
    else:
        raise CommandError("请给出模型名，或用 --list、--batch", "name a model, or use --list or --batch")


def _model(name: Any) -> Model:
    if not isinstance(name, str) or name not in MODELS:
        raise RefusedError(
            f"没有模型 {name}；yanlian calc --list 列出全部", f"no model {name}; yanlian calc --list names them all"
        )
    return MODELS[name]


def _pair(text: str) -> tuple[str, Any]:
    """NAME=VALUE: a number, true, false, a list (1,2,3 or JSON) or a word."""
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise RefusedError(f"“{text}” 须写成 名称=值", f"{text!r} must be written NAME=VALUE")
    for candidate in (value, f"[{value}]"):
        try:
            return name, json.loads(candidate, parse_constant=float)
        except ValueError:
            continue
    return name, value


def _batch(speech: Speech, path: str) -> None:
    try:
        cases = json.loads(read_bytes(Path(path), BATCH_MOST_BYTES))
    except ValueError as error:
        raise CommandError(f"{path} 不是 JSON", f"{path} is not JSON") from error
    if not isinstance(cases, list):
        raise CommandError(f"{path} 须为 JSON 列表", f"{path} must hold a JSON list")
    click.echo(json.dumps([_case(speech, case) for case in cases], ensure_ascii=False))


def _case(speech: Speech, case: Any) -> dict[str, Any]:
    """One case of a batch; a failing one says why and stops nothing."""
    name, given = (case.get("model"), case.get("inputs", {})) if isinstance(case, dict) else (None, {})
    try:
        if not isinstance(given, dict):
            raise RefusedError("inputs 须为对象", "inputs must be an object")
        return ask(_model(name), given)
    except RefusedError as error:
        return {"model": name, "inputs": given, "error": speech.pick(error.text)}


def entry(model: Model) -> dict[str, Any]:
    """Give one model in the stable shape of `calc --list --json`."""
    ranges = {i.name: list(limits) for i in model.inputs if (limits := model.limits(i.name)) is not None}
    return {
        "model": model.name,
        "title": model.title._asdict(),
        "inputs": [i.name for i in model.inputs],
        "required": [i.name for i in model.inputs if i.default is REQUIRED],
        "defaults": {i.name: i.default for i in model.inputs if i.default is not REQUIRED},
        "words": {i.name: list(i.words) for i in model.inputs if i.words},
        "outputs": list(model.outputs),
        "units": {n: u for n in (*(i.name for i in model.inputs), *model.outputs) if (u := unit_of(n))},
        "range": ranges,
        "source": model.source,
        "assumptions": [a._asdict() for a in model.assumes],
    }


def _list(speech: Speech, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([entry(m) for m in MODELS.values()], ensure_ascii=False))
        return
    for model in MODELS.values():
        click.secho(f"{model.name:22}{speech.pick(model.title)}", bold=True)
        for i in model.inputs:
            _print_input(speech, model, i.name)
        click.echo(f"    -> {', '.join(model.outputs)}")
        click.echo(f"    {speech.pick(('来源', 'source'))}: {model.source}")
        for assumption in model.assumes:
            click.echo(f"    {speech.pick(('训练假设', 'training assumption'))}: {speech.pick(assumption)}")


def _print_input(speech: Speech, model: Model, name: str) -> None:
    i = next(i for i in model.inputs if i.name == name)
    limits = model.limits(name)
    held = f"{limits[0]:g} … {limits[1]:g} {unit_of(name)}" if limits else " | ".join(i.words)
    given = "" if i.default is REQUIRED else f"= {i.default}"
    click.echo(f"    {name:28}{held}  {given}".rstrip())


def _print(speech: Speech, model: Model, answer: dict[str, Any]) -> None:
    click.secho(speech.pick(model.title), bold=True)
    for name, value in answer["outputs"].items():
        shown = json.dumps(value, ensure_ascii=False) if not isinstance(value, float) else f"{value:.6g}"
        click.echo(f"  {name:28}{shown} {answer['units'].get(name, '')}".rstrip())
    speech.say(f"来源：{model.source}", f"source: {model.source}")
    for assumption in model.assumes:
        speech.say(f"训练假设：{assumption.zh}", f"training assumption: {assumption.en}")
    if answer["extrapolated"]:
        speech.say("已超出适用范围外推", "extrapolated beyond the range of validity", fg="yellow")
