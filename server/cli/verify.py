"""verify: whether a record is what was sealed, signed, drawn and run."""

import json
import os
from pathlib import Path
from typing import Any

import click

from server.cli.failure import DONE
from server.cli.files import RECORD_MOST_BYTES, read_bytes
from server.cli.installation import installation_folder, own_signer, signers
from server.cli.judgement import Verdict, judge
from server.cli.language import Speech, both
from server.cli.progress import Progress
from sim_core.record.drill import DrillRecord
from sim_core.record.reexecute import Moment

KEYS_HELP = both("可信公钥文件，每行一个", "file of trusted public keys, one a line")


@click.command("verify", help=both("核验演练记录", "verify the record of a drill"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--keys", type=click.Path(path_type=Path), help=KEYS_HELP)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def verify(speech: Speech, file: Path, keys: Path | None, as_json: bool) -> int:
    """Judge a record."""
    verdict = judge_file(speech, file, keys)
    if as_json:
        click.echo(json.dumps(shape(verdict, speech), ensure_ascii=False))
    tell(verdict, speech, as_json)
    return verdict.status


def judge_file(speech: Speech, file: Path, keys: Path | None) -> Verdict:
    """Judge a record by the signers in `keys`, or by the installation's own."""
    data = read_bytes(file, RECORD_MOST_BYTES)
    trusted = signers(keys) if keys else own_signer(installation_folder(os.environ))
    bars: list[Progress] = []

    def watch(record: DrillRecord, moment: Moment) -> None:
        if not bars:
            bars.append(Progress(speech, ("重演", "re-executing"), record.ticks))
        bars[0].reach(moment.before.world.tick)

    try:
        return judge(data, trusted, watch)
    finally:
        for bar in bars:
            bar.close()


def shape(verdict: Verdict, speech: Speech) -> dict[str, Any]:
    """Give the verdict in its stable JSON shape."""
    record, meta = verdict.record, verdict.meta
    return {
        "ok": verdict.ok,
        "kind": "drill",
        "reexecuted": verdict.reexecuted,
        "ticks": record.ticks if record else 0,
        "digest": record.digest.hex() if record else "",
        "faults": [speech.pick(fault) for fault in verdict.faults],
        "scenario": meta.scenario.get("id") if meta else None,
        "started_at": meta.started_at if meta else None,
        "engine": meta.engine if meta else None,
    }


def tell(verdict: Verdict, speech: Speech, as_json: bool) -> None:
    """Say what was found: faults on standard error, in one line."""
    if verdict.faults:
        speech.complain(("；".join(f.zh for f in verdict.faults), "; ".join(f.en for f in verdict.faults)))
    elif verdict.status == DONE and verdict.record is not None and not as_json:
        digest = verdict.record.digest.hex()
        speech.say(
            f"记录成立：{verdict.record.ticks} 个时刻已重演，摘要 {digest}",
            f"the record holds: {verdict.record.ticks} ticks re-executed, digest {digest}",
        )
