"""receiver: the reference certificate system, for demonstrations and tests; prints its address, then serves."""

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from sqlite3 import Error as SqliteError

import click
from starlette.types import ASGIApp

from server.cli.failure import CommandError
from server.cli.files import prepare, read_bytes
from server.cli.installation import installation_folder, own_signer, signers
from server.cli.language import Speech, both
from server.cli.surroundings import real_surroundings
from server.cli.verify import KEYS_HELP
from server.receiver.application import Trust, make_receiver
from server.receiver.faults import FAULTS, Misbehaving, Plan, check_names
from server.receiver.ledger import Ledger
from server.receiver.serving import listening, serve
from server.result.webhook import SecretError, read_secret

SECRET_MOST_BYTES = 4096
FILE = "certificates.db"


@click.command("receiver", help=both("参考接收方：收存成绩", "the reference receiver of results"))
@click.option("--data", type=click.Path(path_type=Path), required=True, help=both("数据文件夹", "data folder"))
@click.option(
    "--secret",
    "secret_files",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    help=both("投递密钥文件，可多个", "file of a delivery secret; may be several"),
)
@click.option("--keys", type=click.Path(path_type=Path), help=KEYS_HELP)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=both("0 表示任一空闲端口", "0 takes a free one"))
@click.option(
    "--misbehave",
    help=both(f"依次循环的故障，或 none、all：{', '.join(FAULTS)}", "faults, over and over; none and all as well"),
)
@click.option("--hold-s", type=click.FloatRange(0), default=30.0, help=both("delay 的秒数", "seconds of `delay`"))
@click.pass_obj
def receiver(
    speech: Speech,
    data: Path,
    secret_files: tuple[Path, ...],
    keys: Path | None,
    host: str,
    port: int,
    misbehave: str | None,
    hold_s: float,
) -> None:
    """Serve until the process is asked to end. With --misbehave it may be told faults at PUT /faults, too."""
    trusted = signers(keys) if keys else own_signer(installation_folder(os.environ))
    trust = Trust(trusted, tuple(secret_of(file) for file in secret_files))
    prepare(data)
    try:
        ledger = Ledger(data / FILE)
    except SqliteError as error:
        raise CommandError(f"{data / FILE} 不可用", f"{data / FILE} cannot be used") from error
    app: ASGIApp = make_receiver(ledger, trust, real_surroundings())
    if misbehave is not None:
        app = Misbehaving(app, Plan(names=_names(misbehave), repeat=True), hold_s, _die)
    try:
        on = listening(host, port)
    except OSError as error:
        raise CommandError(f"无法监听 {host}:{port}", f"cannot listen on {host}:{port}") from error
    click.echo(f"http://{f'[{host}]' if ':' in host else host}:{on.getsockname()[1]}/certificates")
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(serve(app, on))
    finally:
        ledger.close()


def secret_of(file: Path) -> bytes:
    """Read the secret in a file. CommandError, which never shows it."""
    try:
        return read_secret(read_bytes(file, SECRET_MOST_BYTES).decode("ascii", "replace"))
    except SecretError as error:
        raise CommandError(f"{file}：{error.text.zh}", f"{file}: {error.text.en}") from None


def _names(written: str) -> list[str]:
    if written in ("", "none"):
        return []
    names = list(FAULTS) if written == "all" else written.split(",")
    try:
        check_names(names)
    except ValueError as error:
        raise CommandError(f"没有此故障：{written}", str(error)) from error
    return names


def _die() -> None:
    """End the process as a power cut would."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
