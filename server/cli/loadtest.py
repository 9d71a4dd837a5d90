"""loadtest: many drills on a running server, everybody in them acting, and what they get to see."""

import asyncio
import json
from dataclasses import asdict
from typing import Any

import click
import httpx

from clients.sdk import Rest, RestError
from clients.sdk.link import socket_address
from server.cli.failure import DONE, WRONG, CommandError
from server.cli.language import Speech, both
from server.cli.load_drills import SEATS, Loaded, Size, load
from server.cli.progress import Progress
from sim_core.world import TICKS_PER_S

SCENARIO = "tank_overfill"


@click.command("loadtest", help=both("对服务器加压并测量", "put a server under load and measure"))
@click.argument("url")
@click.option("--name", default="admin", show_default=True, help=both("登录名（主任或管理员）", "director or admin"))
@click.option(
    "--password",
    envvar="YANLIAN_PASSWORD",
    prompt=True,
    hide_input=True,
    help=both("密码，缺省取 YANLIAN_PASSWORD 或询问", "else YANLIAN_PASSWORD, else it is asked for"),
)
@click.option("--drills", type=click.IntRange(1, 1000), default=40, show_default=True, help=both("演练数", "drills"))
@click.option("--seats", type=click.IntRange(1, len(SEATS)), default=3, show_default=True, help=both("席位数", "seats"))
@click.option("--seconds", type=click.FloatRange(1.0), default=60.0, show_default=True, help=both("时长", "how long"))
@click.option("--scenario", default=SCENARIO, show_default=True, metavar="ID")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def loadtest(
    speech: Speech,
    url: str,
    name: str,
    password: str,
    drills: int,
    seats: int,
    seconds: float,
    scenario: str,
    as_json: bool,
) -> int:
    """Load a server with training drills; they are annulled in the end."""
    try:
        socket_address(url)
    except ValueError as error:
        raise CommandError("地址须以 http:// 或 https:// 开头", str(error)) from error
    size = Size(drills, seats, seconds)
    progress = Progress(speech, ("加压", "under load"), round(seconds * TICKS_PER_S))

    async def run() -> Loaded:
        async with Rest(url.rstrip("/"), language=speech.language) as rest:
            await rest.login(name, password)
            return await load(url.rstrip("/"), rest, scenario, size, lambda s: progress.reach(round(s * TICKS_PER_S)))

    try:
        loaded = asyncio.run(run())
    except RestError as error:
        raise CommandError(f"服务器拒绝：{error.zh}", f"the server refused: {error.en}", WRONG) from error
    except (OSError, httpx.HTTPError) as error:
        raise CommandError("连不上服务器", "cannot reach the server", WRONG) from error
    finally:
        progress.close()
    if as_json:
        click.echo(json.dumps(_shape(loaded)))
    else:
        _print(speech, loaded)
    return DONE if loaded.report.whole else WRONG


def _shape(loaded: Loaded) -> dict[str, Any]:
    return {
        **asdict(loaded.report),
        "whole": loaded.report.whole,
        "tick_lateness_p99_ms": loaded.late_p99_ms,
        "server_cpu_s": loaded.after.cpu_s - loaded.before.cpu_s,
        "server_memory_mb": loaded.after.memory_mb,
    }


def _print(speech: Speech, loaded: Loaded) -> None:
    seen = loaded.report
    speech.say(
        f"{seen.clients} 个客户端，{seen.seconds:g} 秒", f"{seen.clients} clients, {seen.seconds:g} s", bold=True
    )
    rows = (
        ("节拍延迟 p99", "tick lateness p99", f"{loaded.late_p99_ms:.2f} ms"),
        ("每客户端节拍率，最低", "ticks a client, least", f"{seen.ticks_hz_least:.3f} Hz"),
        ("每客户端状态率，最低", "states a client, least", f"{seen.states_hz_least:.3f} Hz"),
        (
            "动作到他人收到 p50/p95/p99",
            "act to event elsewhere p50/p95/p99",
            _ms(seen.event_p50_ms, seen.event_p95_ms, seen.event_p99_ms),
        ),
        ("落盘确认 p50/p99", "acknowledgement p50/p99", _ms(seen.ack_p50_ms, seen.ack_p99_ms)),
        ("每席位状态流量", "states to a seat", f"{seen.state_kbit_s:.1f} kbit/s"),
        ("两次状态间最长间隔", "longest pause between states", f"{seen.longest_pause_s * 1000.0:.0f} ms"),
        ("动作", "acts", f"{seen.acts} {seen.refused or ''}"),
        ("丢失/重复/乱序", "lost/doubled/late", f"{seen.lost}/{seen.doubled}/{seen.late}"),
        ("未确认/未见到", "unanswered/unseen", f"{seen.unanswered}/{seen.unseen}"),
        ("被断开", "let go", f"{seen.dropped or 0}"),
        (
            "服务器 CPU、内存",
            "server's CPU, memory",
            f"{loaded.after.cpu_s - loaded.before.cpu_s:.1f} s, {loaded.after.memory_mb:.0f} MB",
        ),
        ("本工具定时器延迟 p99", "own timer's lateness p99", f"{seen.own_late_p99_ms:.2f} ms"),
    )
    for zh, en, value in rows:
        click.echo(f"  {speech.pick((zh, en)):36} {value}")


def _ms(*values: float) -> str:
    return " / ".join(f"{value:.1f}" for value in values) + " ms"
