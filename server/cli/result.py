"""result: whether a result.json is what was issued and signed."""

import json
import os
from pathlib import Path

import click

from server.cli.failure import DONE, UNUSABLE, WRONG
from server.cli.files import read_bytes
from server.cli.installation import installation_folder, own_signer, signers
from server.cli.language import Speech, both
from server.cli.verify import KEYS_HELP
from server.result.document import MOST_BYTES
from server.result.signing import NotAResultError, WrongResultError, check
from sim_core.text import Text


@click.group("result", help=both("考试成绩", "results of exams"))
def result() -> None:
    """Group the commands."""


@result.command("verify", help=both("核验成绩文件的签名与数字指纹", "verify signature and fingerprint of a result"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--keys", type=click.Path(path_type=Path), help=KEYS_HELP)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def verify(speech: Speech, file: Path, keys: Path | None, as_json: bool) -> int:
    """Judge the file of a result by the signers in `keys`, or by the installation's own."""
    data = read_bytes(file, MOST_BYTES)
    trusted = signers(keys) if keys else own_signer(installation_folder(os.environ))
    status, fingerprint, fault = DONE, "", None
    try:
        fingerprint = check(data, trusted).fingerprint
    except NotAResultError as error:
        status, fault = UNUSABLE, error.text
    except WrongResultError as error:
        status, fingerprint, fault = WRONG, error.fingerprint, error.text
    _tell(speech, fingerprint, fault, as_json)
    return status


def _tell(speech: Speech, fingerprint: str, fault: Text | None, as_json: bool) -> None:
    if as_json:
        faults = [speech.pick(fault)] if fault else []
        shape = {"ok": not faults, "kind": "result", "fingerprint": fingerprint, "faults": faults}
        click.echo(json.dumps(shape, ensure_ascii=False))
    if fault:
        speech.complain(fault)
    elif not as_json:
        speech.say(f"成绩成立：数字指纹 {fingerprint}", f"the result holds: fingerprint {fingerprint}")
