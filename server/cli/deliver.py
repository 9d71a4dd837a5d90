"""deliver: the worker that posts results to the certificate systems; `serve` starts it and keeps it alive."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import click
from sqlalchemy import Engine

from server.cli.configuration import configuration
from server.cli.data import catalogue_of
from server.cli.failure import DONE, WRONG
from server.cli.installation import installation_folder
from server.cli.language import Speech, both
from server.cli.receiver import secret_of
from server.cli.surroundings import real_surroundings
from server.config import Config
from server.operation.logs import set_up
from server.result.delivery import Delivery, Pace
from server.result.posting import Destination, new_client
from server.result.reconcile import Comparison, ReconcileError, reconcile
from server.surroundings import Surroundings


@click.command("deliver", help=both("向发证系统投递成绩", "deliver results to the certificate systems"))
@click.option("--data", type=click.Path(path_type=Path), help=both("数据文件夹", "data folder"))
@click.option("--config", "config_file", type=click.Path(path_type=Path), help=both("配置文件", "configuration file"))
@click.option("--reconcile", "compare", is_flag=True, help=both("与接收方核对一次", "compare with the receivers, once"))
@click.option("--supervised", is_flag=True, help=both("标准输入关闭即停止", "stop when standard input closes"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def deliver(
    speech: Speech, data: Path | None, config_file: Path | None, compare: bool, supervised: bool, as_json: bool
) -> int:
    """Deliver until the process is asked to end."""
    config, _ = configuration(config_file, installation_folder(os.environ))
    surroundings = real_surroundings()
    set_up(config.operation, surroundings.now, sys.stderr)
    destinations = tuple(
        Destination(each.name, each.url, tuple(secret_of(file) for file in each.secret_files))
        for each in config.delivery.destinations
    )
    catalogue = catalogue_of(data or config.data.folder or installation_folder(os.environ))
    try:
        if compare:
            return _compare_all(speech, catalogue, destinations, surroundings, config.delivery.timeout_s, as_json)
        asyncio.run(_work(Delivery(catalogue, destinations, pace(config), surroundings), supervised))
        return DONE
    finally:
        catalogue.dispose()


def pace(config: Config) -> Pace:
    """Give the pace of deliveries that a configuration asks for."""
    chosen = config.delivery
    return Pace(chosen.timeout_s, chosen.retry_first_s, chosen.retry_most_s, chosen.lease_s)


async def _work(delivery: Delivery, supervised: bool) -> None:
    loop = asyncio.get_running_loop()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(delivery.stop)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    if supervised:
        # Whatever ends the parent, SIGKILL included, closes this pipe: no worker is left behind.
        Thread(target=_until_closed, args=(stop,), daemon=True).start()
    await delivery.run()


def _until_closed(stop: Callable[[], None]) -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stop()


def _compare_all(
    speech: Speech,
    catalogue: Engine,
    destinations: tuple[Destination, ...],
    surroundings: Surroundings,
    timeout_s: float,
    as_json: bool,
) -> int:
    async def ask() -> dict[str, Comparison | str]:
        found: dict[str, Comparison | str] = {}
        async with new_client() as client:
            for to in destinations:
                try:
                    found[to.name] = await reconcile(catalogue, client, to, surroundings, timeout_s)
                except ReconcileError as error:
                    found[to.name] = str(error)
        return found

    compared = asyncio.run(ask())
    if as_json:
        click.echo(json.dumps({name: _shape(found) for name, found in compared.items()}))
    else:
        for name, found in compared.items():
            _tell(speech, name, found)
    well = all(isinstance(found, Comparison) and found.ok for found in compared.values())
    return DONE if well else WRONG


def _shape(found: Comparison | str) -> dict[str, object]:
    if isinstance(found, str):
        return {"ok": False, "error": found}
    lists = {name: list(getattr(found, name)) for name in ("settled", "resent", "foreign", "contrary")}
    return {"ok": found.ok, "agreed": found.agreed, **lists}


def _tell(speech: Speech, name: str, found: Comparison | str) -> None:
    if isinstance(found, str):
        speech.say(f"{name}：未能核对（{found}）", f"{name}: could not be compared ({found})")
        return
    zh = f"一致 {found.agreed}，补记 {len(found.settled)}，重投 {len(found.resent)}，"
    en = f"{found.agreed} agree, {len(found.settled)} noted as delivered, {len(found.resent)} to be sent again, "
    zh += f"来历不明 {len(found.foreign)}，内容不同 {len(found.contrary)}"
    en += f"{len(found.foreign)} unknown here, {len(found.contrary)} of other content"
    speech.say(f"{name}：{zh}", f"{name}: {en}")
