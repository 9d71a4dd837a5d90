"""run: one drill headless, or told live in the terminal; record, marks and radar beside each other."""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import click

from scenarios.drill import build
from scenarios.hidden import NoDrawError, Terms
from scenarios.model import Scenario
from scenarios.play import COMMANDER, Follower, Played, play
from scenarios.policy import Policy
from scoring import Sheet, Text, drill_radar, prefill, radar_svg
from server.cli.catalogue import one_scenario
from server.cli.failure import CommandError
from server.cli.files import prepare, write_whole
from server.cli.installation import installation_folder, signing_key
from server.cli.language import Speech, both
from server.cli.meta import describe
from server.cli.progress import Progress
from server.cli.sheet import print_sheet, sheet_shape
from server.cli.telling import Teller
from sim_core.acts import SeatAct
from sim_core.chance import drill_keys
from sim_core.events import Event
from sim_core.record.drill import Recorder
from sim_core.simulation import Point
from sim_core.world import TICKS_PER_S

SEEDS = 2**63
FILE_NAMES = (Text("记录", "record"), Text("评分表", "marks"), Text("雷达图", "radar"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A drill that was run here. wall_s: from the build to the pre-filled sheet, without imports."""

    scenario: Scenario
    seed: int
    policy: str
    played: Played
    sheet: Sheet
    wall_s: float

    @property
    def sim_s(self) -> float:
        """Length of the drill."""
        return self.played.point.world.tick / TICKS_PER_S


class Pace:
    """Lets a drill run at a multiple of real time and tells its events as they come."""

    def __init__(self, teller: Teller, speed: float | None) -> None:
        self._teller, self._speed, self._start_s = teller, speed, perf_counter()

    def follow(self, before: Point, acts: Sequence[SeatAct], after: Point, events: Sequence[Event]) -> None:
        """Wait for this tick's time, then tell what it brought."""
        if self._speed is not None:
            sleep(max(0.0, self._start_s + before.world.tick / TICKS_PER_S / self._speed - perf_counter()))
        for event in events:
            self._teller.tell(event)


def read_speed(context: click.Context, option: click.Parameter, value: str) -> float | None:
    """Read `--speed`: times real time, or `max`."""
    if value == "max":
        return None
    try:
        speed = float(value)
    except ValueError:
        speed = 0.0
    if not 0.0 < speed < 1.0e6:
        raise click.BadParameter(both("须为正数或 max", "a positive number or max"), context, option)
    return speed


@click.command("run", help=both("运行一次演练", "run one drill"))
@click.argument("scenario_id", metavar="ID")
@click.option("--seed", type=click.IntRange(0, SEEDS - 1), help=both("种子，缺省随机", "seed, else by chance"))
@click.option("--policy", default="expert", help="expert | idle | careless[:VETO]")
@click.option("--stratum", type=click.IntRange(1, 5), help=both("难度 L1 至 L5", "difficulty L1 to L5"))
@click.option("--false-alarm", is_flag=True, help=both("报警为误报的演练", "a drill whose alarm is false"))
@click.option("--out", type=click.Path(path_type=Path), help=both("记录写到此文件", "write the record here"))
@click.option("--live", is_flag=True, help=both("在终端现场播报", "tell it live in the terminal"))
@click.option("--speed", default="30", callback=read_speed, help=both("播报倍速或 max", "times real time, or max"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def run(
    speech: Speech,
    scenario_id: str,
    seed: int | None,
    policy: str,
    stratum: int | None,
    false_alarm: bool,
    out: Path | None,
    live: bool,
    speed: float | None,
    as_json: bool,
) -> None:
    """Run a drill."""
    if live and as_json:
        raise CommandError("--live 与 --json 不能并用", "--live and --json exclude each other")
    scenario = one_scenario(scenario_id)
    table = policy_of(scenario, policy)
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    out = Path("out") / f"{scenario.id}.ylr" if live and out is None else out
    if out is not None:
        prepare(out.parent)
    terms = Terms(stratum or 0, "must" if false_alarm else "never")
    outcome = _run(speech, scenario, table, seed, terms, out, Teller(scenario, speech) if live else None, speed)
    if as_json:
        click.echo(json.dumps(_shape(outcome), ensure_ascii=False))
        return
    radar = drill_radar(outcome.sheet.lines, scenario.rubric, _vetoes(outcome.sheet), outcome.sheet.teamwork)
    print_sheet(speech, scenario, outcome.sheet, radar)
    digest = outcome.played.point.chain.hex()
    speech.say(f"  种子 {seed}，摘要 {digest}", f"  seed {seed}, digest {digest}")
    if out is not None:
        for what, file in zip(FILE_NAMES, _files(out), strict=True):
            click.echo(f"  {speech.pick(what)}: {file}")


def policy_of(scenario: Scenario, name: str) -> Policy:
    """Find a policy; `careless` alone takes the scenario's first veto. CommandError if there is none."""
    wanted = f"careless:{scenario.rubric.vetoes[0].id}" if name == "careless" else name
    if wanted not in scenario.policies:
        known = ", ".join(sorted(scenario.policies))
        raise CommandError(f"没有策略 {name}，可用：{known}", f"no policy {name}; there are: {known}")
    return scenario.policies[wanted]


def _run(
    speech: Speech,
    scenario: Scenario,
    policy: Policy,
    seed: int,
    terms: Terms,
    out: Path | None,
    teller: Teller | None,
    speed: float | None,
) -> Outcome:
    started_s = perf_counter()
    keys = drill_keys(seed)
    try:
        drill = build(scenario, keys.hidden, keys.world, humans=(COMMANDER,), terms=terms)
    except NoDrawError as error:
        raise CommandError(f"{scenario.id} 没有这样的抽取", f"{scenario.id} has no such draw: {error}") from error
    scenario = drill.scenario
    bar = Progress(speech, scenario.name, drill.rules.limit_tick)
    followers: list[Follower] = [lambda before, acts, after, events: bar.reach(before.world.tick)]
    if teller is not None:
        followers = [Pace(teller, speed).follow]
    recorder = None
    if out is not None:
        recorder = Recorder(describe(drill, keys, policy.id, terms), drill.rules.site)
        followers.append(recorder.follow)
    try:
        played = play(drill, policy, *followers)
    finally:
        bar.close()
    sheet = prefill(played.events, scenario.rubric, (COMMANDER,), played.point.world.tick)
    outcome = Outcome(scenario, seed, policy.id, played, sheet, perf_counter() - started_s)
    if out is not None and recorder is not None:
        _write(outcome, recorder, out)
    return outcome


def _files(out: Path) -> tuple[Path, Path, Path]:
    return out, out.with_suffix(".marks.json"), out.with_suffix(".radar.svg")


def _vetoes(sheet: Sheet) -> list[str]:
    return [veto.veto_id for veto in sheet.vetoes]


def _write(outcome: Outcome, recorder: Recorder, out: Path) -> None:
    """Write record, marks and radar, each of them whole or not at all."""
    key = signing_key(installation_folder(os.environ))
    public_key = key.public_key().public_bytes_raw()
    scenario, sheet = outcome.scenario, outcome.sheet
    marks = json.dumps(sheet_shape(scenario, sheet), ensure_ascii=False, indent=1)
    radar = drill_radar(sheet.lines, scenario.rubric, _vetoes(sheet), sheet.teamwork)
    record, marks_file, radar_file = _files(out)
    write_whole(record, recorder.seal(outcome.played.point, public_key, key.sign))
    write_whole(marks_file, marks.encode())
    write_whole(radar_file, radar_svg(radar, Text(*scenario.name), sheet.score).encode())


def _shape(outcome: Outcome) -> dict[str, object]:
    end, sheet = outcome.played.point, outcome.sheet
    return {
        "scenario": outcome.scenario.id,
        "seed": outcome.seed,
        "policy": outcome.policy,
        "score": f"{sheet.score_raw:.2f}",
        "capped_score": f"{sheet.score:.2f}",
        "passed": sheet.passed,
        "vetoes": _vetoes(sheet),
        "digest": end.chain.hex(),
        "ticks": end.world.tick,
        "sim_seconds": outcome.sim_s,
        "wall_seconds": round(outcome.wall_s, 4),
        "realtime_factor": round(outcome.sim_s / outcome.wall_s, 1),
        "ended": end.world.ended,
    }
