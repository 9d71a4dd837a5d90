"""replay: run a record again and show what happened, up to a tick."""

import json
from pathlib import Path

import click

from server.cli.failure import CommandError
from server.cli.language import Speech, both
from server.cli.telling import Teller
from server.cli.verify import KEYS_HELP, judge_file, shape, tell
from sim_core.record.reexecute import seek


@click.command("replay", help=both("重演记录，显示经过", "re-execute a record and show what happened"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "to_tick", type=click.IntRange(min=0), help=both("到此时刻为止", "up to this tick"))
@click.option("--keys", type=click.Path(path_type=Path), help=KEYS_HELP)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def replay(speech: Speech, file: Path, to_tick: int | None, keys: Path | None, as_json: bool) -> int:
    """Judge a record whole, then give its state at a tick."""
    verdict = judge_file(speech, file, keys)
    found, record, drill = shape(verdict, speech), verdict.record, verdict.drill
    at_tick = record.ticks if to_tick is None and record else to_tick or 0
    if verdict.ok and record and drill:
        if at_tick > record.ticks:
            raise CommandError(f"演练止于时刻 {record.ticks}", f"the drill ends at tick {record.ticks}")
        found["digest"] = seek(record, drill.point, drill.rules, at_tick).chain.hex()
        if not as_json:
            teller = Teller(drill.scenario, speech)
            for span in record.spans:
                for event in span.log().events:
                    if event.tick < at_tick:
                        teller.tell(event)
    if as_json:
        click.echo(json.dumps({**found, "at_tick": at_tick}, ensure_ascii=False))
    tell(verdict, speech, as_json)
    return verdict.status
