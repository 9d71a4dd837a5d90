"""validate: the physics against field data: a table, and with --out a page with plots and the batch behind it."""

import json
from pathlib import Path
from typing import Any

import click

from server.cli.files import prepare, write_whole
from server.cli.language import Speech, both
from server.cli.progress import Progress
from server.validation import Found, batch, cohorts, examined, find, observed, page, shape, verdict
from server.validation.words import figure, judged, missed, poor_readings, poor_trials, share

PAGE, BATCH, OBSERVED, SCORES = "validation.html", "batch.json", "observed.json", "validation.json"
OUT_HELP = both("写出网页、批算文件与实测值的目录", "folder for the page, the batch for calc and what was measured")


@click.command("validate", help=both("物理模型与现场数据比对", "the physics against field data"))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help=OUT_HELP)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def validate(speech: Speech, out: Path | None, as_json: bool) -> None:
    """Run every cohort and say how well it is met."""
    if out is not None:
        prepare(out)
    found = _found(speech)
    answer = {**shape(found), "files": {}}
    if out is not None:
        answer["files"] = _write(out, found, answer, speech.language)
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    _table(speech, found)
    if out is not None:
        speech.say(f"网页：{out / PAGE}", f"page: {out / PAGE}")


def _found(speech: Speech) -> list[Found]:
    every = cohorts()
    bar = Progress(speech, ("比对", "comparing"), sum(len(c.cases) for c in every), step=1)
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        bar.reach(done)

    try:
        return [find(c, one_more) for c in every]
    finally:
        bar.close()


def _write(out: Path, found: list[Found], answer: dict[str, Any], language: str) -> dict[str, str]:
    """Write the files and give their paths by what they are."""
    every = [f.cohort for f in found]
    files = {"page": out / PAGE, "batch": out / BATCH, "observed": out / OBSERVED, "scores": out / SCORES}
    write_whole(files["page"], page(found, language).encode())
    write_whole(files["batch"], _json(batch(every)))
    write_whole(files["observed"], _json(observed(every)))
    write_whole(files["scores"], _json(answer["cohorts"]))
    return {name: str(path) for name, path in files.items()}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _table(speech: Speech, found: list[Found]) -> None:
    click.secho(f"{'':24}{'n':>5}{'FAC2':>7}{'MG':>7}{'VG':>7}{'FB':>7}", bold=True)
    for f in found:
        s = f.scores
        click.secho(f"{f.cohort.name:24}{s.n:5}{share(s.fac2):>7}{figure(s.mg):>7}{figure(s.vg):>7}{figure(s.fb):>7}")
        for v in verdict(f):
            sign, colour = ("✓", "green") if v.held else ("✗", "red")
            click.secho(f"    {sign} {speech.pick(judged(v, f.cohort))}", fg=colour)
        for r in f.references:
            if r.fac2 is not None:
                n = "" if r.n is None else r.n
                figures = f"{n:>5}{share(r.fac2):>7}{figure(r.mg):>7}{figure(r.vg):>7}{figure(r.fb):>7}"
                click.secho(f"{'':24}{figures}  {speech.pick(r.title)} ({speech.pick(r.of)})", dim=True)
    _poor(speech, found)


def _poor(speech: Speech, found: list[Found]) -> None:
    """Say where the models are poor: bars and trials by name, readings by number."""
    speech.say("不好的结果：", "poor results:", bold=True)
    for f in found:
        readings = len(poor_readings(f))
        for words in (*missed(f), *poor_trials(f)):
            click.echo(f"    {f.cohort.name}: {speech.pick(words)}")
        if readings:
            factor = ("容差", "the tolerance") if f.cohort.tolerance else ("两倍", "a factor of 2")
            told = (f"{readings}/{f.scores.n} 个测点超出{factor[0]}", f"{readings} of {f.scores.n} beyond {factor[1]}")
            click.echo(f"    {f.cohort.name}: {speech.pick(told)}")
    for w in examined():
        if not w.held:
            click.echo(f"    {speech.pick(w.name)}: {w.deviation} ({w.allowed})")
