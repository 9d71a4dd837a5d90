"""serve: the server on its embedded stores; prints address and first log-in, then runs until it is asked to end."""

import asyncio
import gc
import hmac
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import click
import uvicorn

from server.access.passwords import Passwords
from server.api.trust import plain_app
from server.app import Start, make_app
from server.catalogue import accounts
from server.cli.configuration import configuration
from server.cli.data import catalogue_of
from server.cli.failure import DONE, CommandError
from server.cli.files import prepare
from server.cli.installation import installation_folder, server_secret, signing_key
from server.cli.language import Speech, both
from server.cli.listening import Listening, listen
from server.cli.meta import origin
from server.cli.surroundings import real_surroundings
from server.cli.worker import Worker
from server.config import Config
from server.house import House
from server.live.transport import Patient, SmallBuffers
from server.operation.logs import set_up
from server.store.log import StoreError
from server.store.sqlite_log import SqliteLog

LOG = "log.db"
SWITCH_S = 0.0005  # how long the writer thread waits for its turn beside the ticks
GC_THRESHOLDS = (50_000, 20, 100)  # a full collection over many drills takes the time of several ticks
GRACE_S = 5


@click.command("serve", help=both("启动服务器", "run the server"))
@click.option("--host", help=both("监听地址", "address to listen on"))
@click.option("--port", type=click.IntRange(0, 65535), help=both("端口，0 为任一空闲端口", "port, 0 takes a free one"))
@click.option("--data", type=click.Path(path_type=Path), help=both("数据文件夹", "data folder"))
@click.option("--config", "file", type=click.Path(path_type=Path), help=both("配置文件", "configuration file"))
@click.option(
    "--tls", is_flag=True, help=both("加密，无证书则自建证书机构", "encrypt; no certificate: makes an authority")
)
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
    chosen = config.server.port if port is None else port
    listening = listen(config, host or config.server.host, chosen, folder / "tls", tls, surroundings.now())
    with house.catalogue.begin() as db:
        first = accounts.first_admin(db, Passwords(surroundings.entropy), surroundings.entropy, surroundings.now())
    worker = Worker(folder, file) if config.delivery.destinations else None
    delivery_up = (lambda: None) if worker is None else worker.is_up
    app = make_app(Start(house, store, alive_at, delivery_up, listening.network, ahead=True))
    server = uvicorn.Server(_uvicorn(app, config, listening.files))
    runner = asyncio.Runner(loop_factory=server.config.get_loop_factory())
    with suppress(KeyboardInterrupt), runner:  # the server has stopped in good order when it comes
        runner.run(_run(server, listening, worker, lambda: _tell(speech, listening, first, folder, as_json)))
    return DONE


def make_house(config: Config, folder: Path, installation: Path) -> House:
    """Open catalogue and keys. CommandError if they cannot be used here."""
    secret = server_secret(installation)
    return House(
        config=config,
        folder=folder,
        surroundings=real_surroundings(),
        catalogue=catalogue_of(folder),
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


class Beside(uvicorn.Server):
    """A server that runs beside the one that hears the signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them to the other."""
        yield


async def _run(server: uvicorn.Server, listening: Listening, worker: Worker | None, tell: Callable[[], None]) -> None:
    # uvicorn raises a signal anew once it has stopped: it must find a handler, or what comes after is not done.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: setattr(server, "should_exit", True))
    serving = asyncio.create_task(server.serve(sockets=[listening.on]))
    trust = asyncio.create_task(_show_trust(listening))
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
        trust.cancel()
        if worker is not None and supervising is not None:
            supervising.cancel()
            await worker.end()


async def _show_trust(listening: Listening) -> None:
    """Serve the page of trust without encryption, where it is needed."""
    if listening.plain is not None:
        app = plain_app(listening.network)
        config = uvicorn.Config(app, http=Patient, ws="none", lifespan="off", log_config=None, access_log=False)
        config.server_header = False
        await Beside(config).serve(sockets=[listening.plain])


def _tell(speech: Speech, listening: Listening, first: tuple[str, str] | None, folder: Path, as_json: bool) -> None:
    network = listening.network
    if as_json:
        login = None if first is None else {"name": first[0], "password": first[1]}
        said = {"address": listening.url, "first_login": login, "data": str(folder), "urls": network.urls}
        if network.authority:
            said |= {"trust": network.trust_url, "fingerprint": network.fingerprint}
        click.echo(json.dumps(said))
    else:
        speech.say(f"服务器已启动：{listening.url}", f"the server is up: {listening.url}", bold=True)
        if first is not None:
            name, password = first
            speech.say(
                f"首次登录：{name} / {password}（仅显示这一次）", f"first log-in: {name} / {password} (shown this once)"
            )
        _tell_ways(speech, listening)
        speech.say(f"数据：{folder}，Ctrl-C 停止", f"data: {folder}, Ctrl-C stops it")
    sys.stdout.flush()


def _tell_ways(speech: Speech, listening: Listening) -> None:
    network = listening.network
    if network.only_here:
        speech.say(
            "只有本机能打开；局域网用 --host 0.0.0.0", "this machine alone can open it; for a LAN: --host 0.0.0.0"
        )
    else:
        shown = "  ".join(network.urls)
        speech.say(f"其他设备打开：{shown}", f"other devices open: {shown}")
    if network.authority:
        speech.say(f"设备先信任：{network.trust_url}", f"devices first trust it: {network.trust_url}")
        speech.say(f"指纹 SHA-256：{network.fingerprint}", f"fingerprint SHA-256: {network.fingerprint}")
    if listening.left_out:
        shown = ", ".join(listening.left_out)
        speech.say(f"证书不含（非局域网地址）：{shown}", f"not in the certificate, being no LAN address: {shown}")
