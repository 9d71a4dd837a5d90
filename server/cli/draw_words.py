"""Words and shapes of draws: what the commands of `draw` print, as JSON for programs and as lines for a person."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from scenarios.fair_draw import Opened, Public
from server.cli.language import Speech
from server.draws import History, Report
from sim_core.text import Text

STATES = {
    "committed": Text("已承诺", "committed"),
    "opened": Text("已开启", "opened"),
    "revealed": Text("已揭示", "revealed"),
    "cancelled": Text("已撤销", "cancelled"),
}
RELAXED = {
    "pair_substance": Text("两个情景介质相同", "the same substance twice"),
    "pair_axis": Text("两个情景主考维度相同", "the same dominant axis twice"),
    "last_substance": Text("介质与考生上次抽签相同", "a substance of the candidate's last draw"),
    "last_axis": Text("主考维度与考生上次抽签相同", "a dominant axis of the candidate's last draw"),
}


def public_shape(public: Public, sealed: Path) -> dict[str, Any]:
    """Give what is published, and where the sealed file lies."""
    return {**public.model_dump(mode="json"), "sealed": str(sealed)}


def tell_public(speech: Speech, public: Public, sealed: Path) -> None:
    """Print a commitment to be published."""
    speech.say(
        f"考试 {public.exam}，考生 {public.candidate}，第 {public.attempt} 次，难度层 {public.stratum}",
        f"exam {public.exam}, candidate {public.candidate}, attempt {public.attempt}, stratum {public.stratum}",
    )
    speech.say(f"承诺（{public.digest}）：{public.commitment}", f"commitment ({public.digest}): {public.commitment}")
    speech.say(f"封存文件，须保密：{sealed}", f"sealed file, keep it secret: {sealed}")
    speech.say("请先公布承诺，再向考生索取随机数。", "Publish the commitment, then ask for the candidate's nonce.")


def opened_shape(opened: Opened, file: Path) -> dict[str, Any]:
    """Give what was drawn, and where the public draw lies."""
    public = opened.public
    return {
        "exam": public.exam,
        "candidate": public.candidate,
        "attempt": public.attempt,
        "commitment": public.commitment,
        "candidate_nonce": opened.candidate_nonce,
        "drawn": [variant.scenario for variant in opened.drawn],
        "relaxed": list(opened.relaxed),
        "revealed": opened.revealed is not None,
        "file": str(file),
    }


def tell_opened(speech: Speech, opened: Opened, file: Path) -> None:
    """Print what was drawn."""
    drawn = ", ".join(variant.scenario for variant in opened.drawn)
    speech.say(f"抽中：{drawn}", f"drawn: {drawn}")
    for rule in opened.relaxed:
        what = speech.pick(RELAXED[rule])
        speech.say(f"题库所限，未能避免：{what}", f"the pool left no way to avoid: {what}")
    speech.say(f"公开的抽签文件：{file}", f"the public draw: {file}")


def faults_of(report: Report) -> tuple[Text, ...]:
    """What is wrong with the log of draws."""
    faults = [
        Text(
            f"{h.draw.exam} {h.draw.candidate} 第 {h.draw.attempt} 次：日志中没有其承诺",
            f"{h.draw.exam} {h.draw.candidate} attempt {h.draw.attempt}: its commitment is not in the log",
        )
        for h in report.draws
        if h.committed_at is None
    ]
    if report.broken is not None:
        number = report.broken
        faults.append(Text(f"日志第 {number} 条被改动", f"the log was changed at entry {number}"))
    return tuple(faults)


def report_shape(speech: Speech, report: Report) -> dict[str, Any]:
    """Give the report: its draws, and the log's newest hash to be lodged with the authority."""
    faults = [speech.pick(fault) for fault in faults_of(report)]
    drawn = [_history_shape(history) for history in report.draws]
    return {"ok": not faults, "faults": faults, "head": report.head, "events": report.events, "draws": drawn}


def tell_report(speech: Speech, report: Report) -> None:
    """Print one line a draw, and a second where it was cancelled."""
    for history in report.draws:
        draw = history.draw
        click.echo(
            f"{draw.exam}  {draw.candidate}  {speech.pick((f'第 {draw.attempt} 次', f'attempt {draw.attempt}'))}  "
            f"{speech.pick(STATES[history.state])}  {', '.join(history.drawn) or '-'}  {draw.commitment}"
        )
        if history.cancelled:
            reason, name = history.cancelled.reason, history.cancelled.signed_by
            speech.say(f"  撤销理由：{reason}（签字：{name}）", f"  cancelled: {reason} (signed by {name})")
        if history.follows:
            before = speech.pick(STATES[history.follows])
            speech.say(f"  上一次：{before}", f"  the attempt before: {before}")
    speech.say(
        f"日志 {report.events} 条，末条哈希 {report.head}（请交主管部门留存）",
        f"{report.events} entries in the log, newest hash {report.head} (lodge it with the authority)",
    )


def _history_shape(history: History) -> dict[str, Any]:
    draw, cancelled = history.draw, history.cancelled
    signed = cancelled and {"at": _iso(cancelled.at), "reason": cancelled.reason, "signed_by": cancelled.signed_by}
    return {
        "exam": draw.exam,
        "candidate": draw.candidate,
        "attempt": draw.attempt,
        "level": draw.level,
        "stratum": draw.stratum,
        "commitment": draw.commitment,
        "state": history.state,
        "committed_at": _iso(history.committed_at),
        "opened_at": _iso(history.opened_at),
        "revealed_at": _iso(history.revealed_at),
        "cancelled": signed,
        "drawn": list(history.drawn),
        "relaxed": list(history.relaxed),
        "follows": history.follows,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
