"""draw new: seals a draw and prints what is to be published."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from sqlalchemy import Connection

from scenarios import fair_draw
from scenarios.fair_draw import DIGESTS, PARAMETERS, Public, Sitting
from scenarios.model import Scenario
from scenarios.values import values_hash
from server import draws
from server.catalogue import signatures
from server.catalogue.base import new_id
from server.cli.draw_options import ATTEMPT, CANDIDATE, DATA, EXAM, JSON, catalogue_in, folder_of
from server.cli.draw_words import public_shape, tell_public
from server.cli.failure import CommandError
from server.cli.files import prepare, write_secret
from server.cli.language import Speech, both
from server.cli.surroundings import real_surroundings

OUT_HELP = both(
    "封存文件写到此处，缺省在数据文件夹 draws 中", "write the sealed file here, else into `draws` of the data folder"
)


def new_command(scenarios: Callable[[], Sequence[Scenario]]) -> click.Command:
    """Make `draw new` on a catalogue of scenarios."""

    @click.command("new", help=both("封存一次抽签并公布承诺", "seal a draw and print its public commitment"))
    @EXAM
    @CANDIDATE
    @click.option("--level", required=True, type=click.Choice(tuple(PARAMETERS.strata)))
    @ATTEMPT
    @click.option("--digest", type=click.Choice(DIGESTS), default="sha256", help=both("摘要算法", "digest algorithm"))
    @click.option("--out", type=click.Path(path_type=Path), help=OUT_HELP)
    @DATA
    @JSON
    @click.pass_obj
    def new(
        speech: Speech,
        exam: str,
        candidate: str,
        level: str,
        attempt: int,
        digest: fair_draw.Digest,
        out: Path | None,
        data: Path | None,
        as_json: bool,
    ) -> None:
        """Seal a draw."""
        if not fair_draw.at_hand(digest):
            raise CommandError(f"本机没有摘要算法 {digest}", f"there is no digest {digest} on this machine")
        folder = folder_of(data)
        prepare(folder)
        sitting = Sitting(exam, candidate, attempt, level)
        public, file = _commit(scenarios(), sitting, digest, folder, out)
        if as_json:
            click.echo(json.dumps(public_shape(public, file), ensure_ascii=False))
        else:
            tell_public(speech, public, file)

    return new


def _must_be_signed(db: Connection, scenarios: Sequence[Scenario]) -> None:
    """Nobody is examined by values that the base has not confirmed."""
    lacking = signatures.unsigned(db, ((s.id, values_hash(s)) for s in scenarios if s.examined))
    if lacking:
        names = ", ".join(lacking)
        raise CommandError(
            f"数值尚未签认：{names}；请在“数值签认”页或用 yanlian scenarios sign 签认",
            f"values not confirmed yet: {names}; sign them on the page Values or by yanlian scenarios sign",
        )


def _commit(
    scenarios: Sequence[Scenario], sitting: Sitting, digest: fair_draw.Digest, folder: Path, out: Path | None
) -> tuple[Public, Path]:
    """The sealed file is written first: a commitment that nobody can open would have to be cancelled."""
    here = real_surroundings()
    now, draw_id = here.now(), new_id(here.entropy)
    file = out or folder / "draws" / f"{draw_id}.sealed.json"
    prepare(file.parent)
    parameters = PARAMETERS.model_copy(update={"digest": digest})
    written = False
    try:
        with catalogue_in(folder) as engine, engine.begin() as db:
            _must_be_signed(db, scenarios)
            fresh = fair_draw.Fresh(now.isoformat(timespec="seconds"), here.entropy(32).hex(), here.entropy(32).hex())
            sealed = fair_draw.seal(scenarios, sitting, parameters, draws.previous_of(db, sitting.candidate), fresh)
            public = fair_draw.commit(sealed)
            write_secret(file, fair_draw.write(sealed))
            written = True
            draws.commit(db, draw_id, public, now)
        return public, file
    except BaseException as error:
        if written:
            file.unlink(missing_ok=True)
        if isinstance(error, fair_draw.PoolError):
            raise CommandError(error.text.zh, error.text.en) from error
        raise
