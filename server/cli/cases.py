"""cases: the library of accidents on the terminal."""

import json
from dataclasses import asdict
from typing import Any

import click

from scenarios.cases import Case, library, search
from server.cli.language import Speech, both


@click.command("cases", help=both("检索事故案例", "search the accident cases"))
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def cases_(speech: Speech, words: tuple[str, ...], as_json: bool) -> None:
    """List the cases that hold all words, best first."""
    here = library()
    found, names = search(here, " ".join(words)), here.names()
    if as_json:
        click.echo(json.dumps([_entry(case) for case in found], ensure_ascii=False))
        return
    for case in found:
        tags = " ".join(speech.pick(names[tag]) for tag in case.tags)
        click.echo(f"{case.id:22}{case.date or '-':12}{speech.pick(case.title)}  {tags}")
    speech.say(f"{len(found)} / {len(here.cases)} 个案例", f"{len(found)} of {len(here.cases)} cases")


def _entry(case: Case) -> dict[str, Any]:
    """One case in its stable JSON shape."""
    texts = {"title": case.title._asdict(), "place": case.place._asdict(), "source": case.source._asdict()}
    numbers = [{**asdict(one), "what": one.what._asdict()} for one in case.numbers]
    return {**asdict(case), **texts, "numbers": numbers}
