"""serve: the server on its embedded stores; prints address and first log-in, then runs until it is asked to end."""

import asyncio
import gc
import hmac
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
import uvicorn

from server.access.passwords import Passwords
from server.app import Start, make_app
from server.catalogue import accounts
from server.catalogue.engine import NewerCatalogueError, open_catalogue
from server.cli.certificate import own_certificate
from server.cli.configuration import configuration
from server.cli.failure import DONE, CommandError
from server.cli.files import prepare
from server.cli.installation import installation_folder, server_secret, signing_key
from server.cli.language import Speech, both
from server.cli.meta import origin
from server.cli.surroundings import real_surroundings
from server.cli.worker import Worker
from server.config import Config
from server.house import House
from server.live.transport import Patient, SmallBuffers
from server.operation.logs import set_up
from server.store.log import StoreError
from server.store.sqlite_log import SqliteLog

CATALOGUE, LOG = "catalogue.db", "log.db"
SWITCH_S = 0.0005  # how long the writer thread waits for its turn beside the ticks
GC_THRESHOLDS = (50_000, 20, 100)  # a full collection over many drills takes the time of several ticks
GRACE_S = 5


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens. url: what a person opens."""

    on: socket.socket
    url: str


@click.command("serve", help=both("启动服务器", "run the server"))
@click.option("--host", help=both("监听地址", "address to listen on"))
@click.option("--port", type=click.IntRange(0, 65535), help=both("端口，0 为任一空闲端口", "port, 0 takes a free one"))
@click.option("--data", type=click.Path(path_type=Path), help=both("数据文件夹", "data folder"))
@click.option("--config", "file", type=click.Path(path_type=Path), help=both("配置文件", "configuration file"))
@click.option("--tls", is_flag=True, help=both("加密，无证书则自签", "encrypt, with an own certificate if need be"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def serve(
    speech: Speech,
    host: str | None,
    port: int | None,
    data: Path | None,
    file: Path | None,
    tls: bool,
    as_json: bool,
) -> int:
    """Serve."""
    installation = installation_folder(os.environ)
    config, file = configuration(file, installation)
    folder = data or config.data.folder or installation
    prepare(folder)
    surroundings = real_surroundings()
    set_up(config.operation, surroundings.now, sys.stderr)
    alive_at = _last_write(folder)
    house = make_house(config, folder, installation)
    try:
        store = SqliteLog(folder / LOG)
    except StoreError as error:
        raise CommandError(error.text.zh, error.text.en) from error
    certificate = _certificate(config, folder, tls)
    address = _listen(host or config.server.host, config.server.port if port is None else port, bool(certificate))
    with house.catalogue.begin() as db:
        first = accounts.first_admin(db, Passwords(surroundings.entropy), surroundings.entropy, surroundings.now())
    worker = Worker(folder, file) if config.delivery.destinations else None
    app = make_app(Start(house, store, alive_at, (lambda: None) if worker is None else worker.is_up))
    server = uvicorn.Server(_uvicorn(app, config, certificate))
    runner = asyncio.Runner(loop_factory=server.config.get_loop_factory())
    with suppress(KeyboardInterrupt), runner:  # the server has stopped in good order when it comes
        runner.run(_run(server, address, worker, lambda: _tell(speech, address, first, folder, as_json)))
    return DONE


def make_house(config: Config, folder: Path, installation: Path) -> House:
    """Open catalogue and keys. CommandError if they cannot be used here."""
    secret = server_secret(installation)
    try:
        catalogue = open_catalogue(folder / CATALOGUE)
    except NewerCatalogueError as error:
        raise CommandError("目录库由更新的版本写成", "the catalogue was written by a newer version") from error
    return House(
        config=config,
        folder=folder,
        surroundings=real_surroundings(),
        catalogue=catalogue,
        signer=signing_key(installation),
        pepper=hmac.digest(secret, b"pepper", "sha256"),
        vault=hmac.digest(secret, b"vault", "sha256"),
        origin=origin(),
    )


def _last_write(folder: Path) -> datetime | None:
    """When an earlier process was last at work: the newest change of the log."""
    files = [folder / LOG, folder / f"{LOG}-wal"]
    times = [file.stat().st_mtime for file in files if file.exists()]
    return datetime.fromtimestamp(max(times)).astimezone() if times else None


def _certificate(config: Config, folder: Path, wanted: bool) -> tuple[Path, Path] | None:
    if config.tls.certificate is not None and config.tls.key is not None:
        return config.tls.certificate, config.tls.key
    return own_certificate(folder / "tls") if wanted else None


def _listen(host: str, port: int, tls: bool) -> Address:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        on = socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise CommandError(
            f"无法监听 {host}:{port}：{error.strerror}", f"cannot listen on {host}:{port}: {error.strerror}"
        ) from error
    shown = f"[{host}]" if ":" in host else host
    return Address(on, f"{'https' if tls else 'http'}://{shown}:{on.getsockname()[1]}")


def _uvicorn(app: object, config: Config, certificate: tuple[Path, Path] | None) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http=Patient,
        ws=SmallBuffers,
        ws_max_size=config.limits.frame_bytes,
        ws_ping_interval=None,
        ws_ping_timeout=None,
        ws_per_message_deflate=False,
        loop="auto",  # uvloop where there is one
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
        ssl_certfile=certificate[0] if certificate else None,
        ssl_keyfile=certificate[1] if certificate else None,
    )


async def _run(server: uvicorn.Server, address: Address, worker: Worker | None, tell: Callable[[], None]) -> None:
    # uvicorn raises a signal anew once it has stopped: it must find a handler, or what comes after is not done.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: setattr(server, "should_exit", True))
    serving = asyncio.create_task(server.serve(sockets=[address.on]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.01)
    supervising = None
    if server.started:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLDS)
        sys.setswitchinterval(SWITCH_S)
        supervising = None if worker is None else asyncio.create_task(worker.keep_up())
        tell()
    try:
        await serving
    finally:
        if worker is not None and supervising is not None:
            supervising.cancel()
            await worker.end()


def _tell(speech: Speech, address: Address, first: tuple[str, str] | None, folder: Path, as_json: bool) -> None:
    if as_json:
        login = None if first is None else {"name": first[0], "password": first[1]}
        click.echo(json.dumps({"address": address.url, "first_login": login, "data": str(folder)}))
    else:
        speech.say(f"服务器已启动：{address.url}", f"the server is up: {address.url}", bold=True)
        if first is not None:
            name, password = first
            speech.say(
                f"首次登录：{name} / {password}（仅显示这一次）", f"first log-in: {name} / {password} (shown this once)"
            )
        speech.say(f"数据：{folder}，Ctrl-C 停止", f"data: {folder}, Ctrl-C stops it")
    sys.stdout.flush()
