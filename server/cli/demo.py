"""demo: a whole exam drill over real sockets: server, bots, three examiners, result, and who receives it."""

import asyncio
import json
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import httpx

from clients.protocol.messages import Happened
from scenarios.model import Scenario
from server.cli.catalogue import one_scenario
from server.cli.children import child, said
from server.cli.failure import WRONG, CommandError
from server.cli.files import prepare as prepare_folder
from server.cli.files import write_whole
from server.cli.installation import installation_folder, signing_key
from server.cli.language import Speech, both
from server.cli.run import SEEDS, policy_of, read_speed
from server.cli.serve import LOG, make_house
from server.cli.surroundings import real_surroundings
from server.cli.telling import Teller
from server.config import read_config
from server.demo.playing import Outcome, play
from server.demo.preparing import Prepared, prepare
from server.result.webhook import new_secret
from server.store.sqlite_log import SqliteLog
from sim_core.chance import drill_keys
from sim_core.events import Event

SCENARIO, POLICY = "tank_overfill", "expert"
CONFIG = """\
[delivery]
retry_first_s = 0.5
retry_most_s = 5.0

[[delivery.destinations]]
name = "reference"
url = {url}
secret_files = [{secret}]

[operation]
log_level = "warning"
log_format = "text"
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the demonstration is asked for. stay: the server goes on afterwards."""

    scenario: Scenario
    seed: int
    speed: float | None
    out: Path
    data: Path
    port: int
    stay: bool


@click.command("demo", help=both("通过真实套接字演示一场考试", "a whole exam drill over real sockets"))
@click.option("--scenario", "scenario_id", default=SCENARIO, show_default=True, metavar="ID")
@click.option("--seed", type=click.IntRange(0, SEEDS - 1), help=both("种子，缺省随机", "seed, else by chance"))
@click.option("--speed", default="max", callback=read_speed, help=both("倍速或 max", "times real time, or max"))
@click.option("--out", type=click.Path(path_type=Path), help=both("结果文件夹", "folder of what comes of it"))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=both("服务器端口", "port of the server"))
@click.option("--stay", is_flag=True, help=both("播报经过，演完后服务器继续运行", "tell it live; the server stays up"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def demo(
    speech: Speech,
    scenario_id: str,
    seed: int | None,
    speed: float | None,
    out: Path | None,
    port: int,
    stay: bool,
    as_json: bool,
) -> None:
    """Play one drill."""
    if stay and as_json:
        raise CommandError("--stay 与 --json 不能并用", "--stay and --json exclude each other")
    scenario = one_scenario(scenario_id)
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    out = out or Path("out") / "demo"
    prepare_folder(out)
    with TemporaryDirectory(prefix="yanlian-demo-") as spare:
        data = out / "data" if stay else Path(spare)
        try:
            asyncio.run(_demo(speech, Wanted(scenario, seed, speed, out, data.absolute(), port, stay), as_json))
        except KeyboardInterrupt:
            if not stay:
                raise
            speech.say("已停止", "stopped")


async def _demo(speech: Speech, wanted: Wanted, as_json: bool) -> None:
    scenario = wanted.scenario
    policy = policy_of(scenario, POLICY)
    async with AsyncExitStack() as stack:
        certificates, config = await stack.enter_async_context(_receiver(wanted.data))
        prepared = await asyncio.to_thread(_prepare, wanted, config)
        serve = ("serve", "--json", "--port", wanted.port, "--data", wanted.data, "--config", config)
        address = said(await stack.enter_async_context(child(*serve)))["address"]
        if wanted.stay:
            speech.say(f"服务器：{address}", f"server: {address}", bold=True)
        teller = Teller(scenario, speech) if wanted.stay else None
        outcome = await play(address, prepared, scenario, policy, None if teller is None else _tell(teller))
        deliveries = await _held(certificates, outcome.result["fingerprint"])
        files = _write(wanted.out, outcome)
        if as_json:
            click.echo(json.dumps(_shape(wanted, outcome, deliveries, files), ensure_ascii=False))
        else:
            _print(speech, outcome, deliveries, files)
        if wanted.stay:
            _print_logins(speech, address, prepared)
            await asyncio.Event().wait()


@asynccontextmanager
async def _receiver(data: Path) -> AsyncIterator[tuple[str, Path]]:
    """Run the reference receiver; its address and the configuration of a server that delivers to it."""
    prepare_folder(data)
    signing_key(installation_folder(os.environ))  # it must be there before the receiver reads whom to trust
    secret, config = data / "webhook.secret", data / "yanlian.toml"
    secret.touch(mode=0o600)
    secret.write_text(new_secret(real_surroundings().entropy) + "\n", encoding="ascii")
    async with child("receiver", "--data", data / "receiver", "--secret", secret) as url:
        config.write_text(CONFIG.format(url=json.dumps(url), secret=json.dumps(str(secret))), encoding="utf-8")
        yield url, config


def _prepare(wanted: Wanted, config: Path) -> Prepared:
    house = make_house(read_config(config.read_text("utf-8")), wanted.data, installation_folder(os.environ))
    store = SqliteLog(wanted.data / LOG)
    try:
        speed = 0.0 if wanted.speed is None else wanted.speed
        return prepare(house, store, wanted.scenario, drill_keys(wanted.seed), POLICY, speed)
    finally:
        store.close()
        house.catalogue.dispose()


def _tell(teller: Teller) -> Any:
    def tell(message: Happened) -> None:
        teller.tell(
            Event(
                message.tick,
                message.kind,
                message.seat,
                message.act,
                message.subject,
                message.detail,
                message.value,
                message.to,
                message.by,
            )
        )

    return tell


async def _held(certificates: str, fingerprint: str) -> int:
    """How many results the receiver holds for this fingerprint."""
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(certificates, params={"fingerprint": fingerprint})
    if answer.status_code != httpx.codes.OK:
        raise CommandError("接收方没有答复", "the receiver did not answer", WRONG)
    return len(answer.json()["certificates"])


def _write(out: Path, outcome: Outcome) -> dict[str, Path]:
    files = {"record": out / "record.ylr", "result": out / "result.json", "radar": out / "radar.svg"}
    write_whole(files["record"], outcome.record)
    write_whole(files["result"], json.dumps(outcome.result, ensure_ascii=False, indent=1).encode())
    write_whole(files["radar"], outcome.radar)
    return files


def _shape(wanted: Wanted, outcome: Outcome, deliveries: int, files: dict[str, Path]) -> dict[str, Any]:
    panel = outcome.panel["outcome"]
    return {
        "scenario": wanted.scenario.id,
        "seed": wanted.seed,
        "sheets": [sheet["total"] for sheet in panel["sheets"]],
        "mean": panel["mean"],
        "score": panel["score"],
        "passed": panel["passed"],
        "vetoes": panel["vetoes"],
        "discrepancies": [each["code"] for each in panel["discrepancies"]],
        "fingerprint": outcome.result["fingerprint"],
        "deliveries": deliveries,
        "files": {name: str(file.absolute()) for name, file in files.items()},
        "digest": outcome.drill["digest"],
        "ticks": outcome.drill["ticks"],
    }


def _print(speech: Speech, outcome: Outcome, deliveries: int, files: dict[str, Path]) -> None:
    panel = outcome.panel["outcome"]
    sheets = ", ".join(sheet["total"] for sheet in panel["sheets"])
    passed = ("合格", "passed") if panel["passed"] else ("不合格", "not passed")
    speech.say(f"三张评分表：{sheets}", f"three sheets: {sheets}")
    speech.say(f"平均 {panel['mean']}，{passed[0]}", f"mean {panel['mean']}, {passed[1]}", bold=True)
    fingerprint = outcome.result["fingerprint"]
    speech.say(f"数字指纹 {fingerprint}", f"fingerprint {fingerprint}")
    speech.say(f"接收方存有 {deliveries} 份", f"the receiver holds {deliveries}")
    names = {"record": ("记录", "record"), "result": ("成绩", "result"), "radar": ("雷达图", "radar")}
    for name, file in files.items():
        click.echo(f"  {speech.pick(names[name])}: {file}")


def _print_logins(speech: Speech, address: str, prepared: Prepared) -> None:
    speech.say(f"服务器 {address}，登录名与密码：", f"server {address}, log-ins:", bold=True)
    for name, password in prepared.passwords.items():
        click.echo(f"  {name:12} {password}")
    speech.say("Ctrl-C 停止", "Ctrl-C stops it")
