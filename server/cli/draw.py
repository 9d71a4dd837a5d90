"""draw: which scenarios a candidate gets, by commit and reveal, so that anyone can check it (`scenarios.fair_draw`)."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from sqlalchemy import Connection

from scenarios import fair_draw
from scenarios.fair_draw import Opened, Sealed
from scenarios.fair_draw.documents import MOST_BYTES
from server import draws
from server.catalogue.engine import reading
from server.cli.catalogue import all_scenarios
from server.cli.draw_new import new_command
from server.cli.draw_options import (
    ATTEMPT,
    CANDIDATE,
    DATA,
    EXAM,
    FILE,
    JSON,
    catalogue_in,
    folder_of,
    read_commitment,
)
from server.cli.draw_words import faults_of, opened_shape, report_shape, tell_opened, tell_report
from server.cli.failure import DONE, UNUSABLE, WRONG, CommandError
from server.cli.files import prepare, read_bytes, write_whole
from server.cli.language import Speech, both, line
from server.cli.surroundings import real_surroundings
from sim_core.text import Text

OPEN_HELP = both(
    "用考生（或监考）随机数开启；考次结束后加 --reveal 揭示。揭示前公开文件不含服务器种子、随机数与演练密钥，"
    "无法推知隐藏参数；揭示后任何人可用 draw verify 复算",
    "draw with the candidate's (or invigilator's) nonce; once the sitting is over, --reveal. Until then the public "
    "file holds neither the server's seed and nonce nor any drill's key, so nothing hidden can be worked out; "
    "afterwards anyone can recompute it with `draw verify`",
)
COMMITMENT_HELP = both(
    "事先公布的承诺；不给则只核对文件自身", "as it was published; without it the file is held against itself alone"
)
CANCEL_HELP = both("撤销抽签：理由与签字人留档并上报", "cancel a draw: reason and name stay and are reported")
REPORT_HELP = both("全部抽签、撤销与重抽，并核对日志", "all draws, cancellations and redraws; checks the log")


@click.group("draw", help=both("公平抽签：先承诺，后揭示", "fair draws, by commit and reveal"))
def draw() -> None:
    """Group the commands."""


draw.add_command(new_command(all_scenarios))


@draw.command("open", help=OPEN_HELP)
@FILE
@click.option("--candidate-nonce", help=both("考生随机数，4 至 64 字", "the candidate's nonce, 4 to 64 signs"))
@click.option("--reveal", is_flag=True, help=both("考次已结束：揭示种子", "the sitting is over: reveal the seed"))
@click.option("--out", type=click.Path(path_type=Path), help=both("公开文件写到此处", "write the public file here"))
@DATA
@JSON
@click.pass_obj
def open_(
    speech: Speech,
    file: Path,
    candidate_nonce: str | None,
    reveal: bool,
    out: Path | None,
    data: Path | None,
    as_json: bool,
) -> None:
    """Open a sealed draw, or reveal it."""
    if reveal == (candidate_nonce is not None):
        raise CommandError(
            "给出 --candidate-nonce 以开启；考次结束后仅给 --reveal",
            "give --candidate-nonce to open; once the sitting is over, --reveal alone",
        )
    sealed = _sealed(file)
    stem = file.name.removesuffix(".json").removesuffix(".sealed")
    out = out or file.with_name(f"{stem}.{'revealed' if reveal else 'opened'}.json")
    if out.resolve() == file.resolve():
        raise CommandError("不得覆盖封存文件", "the sealed file is not to be written over")
    prepare(out.parent)
    with catalogue_in(folder_of(data)) as engine, engine.begin() as db:
        opened = _open(db, sealed, candidate_nonce)
    write_whole(out, fair_draw.write(opened))
    if as_json:
        click.echo(json.dumps(opened_shape(opened, out), ensure_ascii=False))
    else:
        tell_opened(speech, opened, out)


def _open(db: Connection, sealed: Sealed, candidate_nonce: str | None) -> Opened:
    now = real_surroundings().now()
    if candidate_nonce is None:
        return draws.reveal(db, sealed, now)
    try:
        fair_draw.nonce_text(candidate_nonce)
    except ValueError:
        raise CommandError("考生随机数须为 4 至 64 个可见字符", "a nonce has 4 to 64 visible signs") from None
    return draws.open_draw(db, sealed, candidate_nonce, now)


@draw.command("verify", help=both("复算已揭示的抽签", "recompute a draw that was revealed"))
@FILE
@click.option("--commitment", default="", callback=read_commitment, help=COMMITMENT_HELP)
@JSON
@click.pass_obj
def verify(speech: Speech, file: Path, commitment: str, as_json: bool) -> int:
    """Verify a draw."""
    status, texts = _judged(read_bytes(file, MOST_BYTES), commitment)
    if as_json:
        faults = [speech.pick(text) for text in texts]
        click.echo(json.dumps({"ok": not faults, "faults": faults}, ensure_ascii=False))
    if texts:
        speech.complain(("；".join(text.zh for text in texts), "; ".join(text.en for text in texts)))
    elif not as_json:
        speech.say("抽签属实。", "The draw holds.")
        if not commitment:
            speech.say("请用 --commitment 与公布的承诺核对。", "Hold it against the published one by --commitment.")
    return status


def _judged(data: bytes, commitment: str) -> tuple[int, Sequence[Text]]:
    try:
        opened = fair_draw.read_opened(data)
    except ValueError as error:
        return UNUSABLE, [line(f"不是公开的抽签文件：{error}", f"not a public draw: {error}")]
    digests = {opened.public.digest}
    if opened.revealed is not None:
        digests.add(opened.revealed.committed.parameters.digest)
    for digest in sorted(digests):
        if not fair_draw.at_hand(digest):
            return UNUSABLE, [line(f"本机没有摘要算法 {digest}", f"there is no digest {digest} on this machine")]
    try:
        faults = fair_draw.verify(opened, commitment)
    except fair_draw.NotRevealedError:
        return UNUSABLE, [line("尚未揭示：考次结束后方可复算", "not revealed yet: it can be checked after the sitting")]
    return WRONG if faults else DONE, [fault.text for fault in faults]


@draw.command("cancel", help=CANCEL_HELP)
@EXAM
@CANDIDATE
@ATTEMPT
@click.option("--reason", required=True, help=both("撤销理由", "why it is cancelled"))
@click.option("--signed-by", required=True, help=both("签字人", "who signs for it"))
@DATA
@JSON
@click.pass_obj
def cancel(
    speech: Speech,
    exam: str,
    candidate: str,
    attempt: int,
    reason: str,
    signed_by: str,
    data: Path | None,
    as_json: bool,
) -> None:
    """Cancel a draw."""
    with catalogue_in(folder_of(data)) as engine, engine.begin() as db:
        done = draws.cancel(db, exam, candidate, attempt, reason, signed_by, real_surroundings().now())
    if as_json:
        said = {"exam": exam, "candidate": candidate, "attempt": attempt, "state": "cancelled"}
        click.echo(json.dumps({**said, "reason": done.reason, "signed_by": done.signed_by}, ensure_ascii=False))
    else:
        speech.say("已撤销，留档备查。", "Cancelled; it stays in the report.")


@draw.command("report", help=REPORT_HELP)
@click.option("--exam", help=both("仅此考试", "of this exam only"))
@DATA
@JSON
@click.pass_obj
def report(speech: Speech, exam: str | None, data: Path | None, as_json: bool) -> int:
    """Report on draws."""
    with catalogue_in(folder_of(data)) as engine, reading(engine) as db:
        found = draws.report(db, exam)
    if as_json:
        click.echo(json.dumps(report_shape(speech, found), ensure_ascii=False))
    else:
        tell_report(speech, found)
    faults = faults_of(found)
    if faults:
        speech.complain(("；".join(fault.zh for fault in faults), "; ".join(fault.en for fault in faults)))
    return WRONG if faults else DONE


def _sealed(file: Path) -> Sealed:
    try:
        return fair_draw.read_sealed(read_bytes(file, MOST_BYTES))
    except ValueError as error:
        raise CommandError(f"{file} 不是封存文件：{error}", f"{file} is not a sealed draw: {error}") from error
