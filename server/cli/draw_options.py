"""Options of the commands of `draw`, and the catalogue that they work on."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine

from server.cli.configuration import configuration
from server.cli.data import catalogue_of
from server.cli.failure import UNUSABLE, WRONG, CommandError
from server.cli.installation import installation_folder
from server.cli.language import both
from server.draws import DrawRefusedError

NAME = re.compile(r"[\w.-]{1,64}")
HEX = re.compile(r"[0-9a-fA-F]{64}")


def read_name(context: click.Context, option: click.Parameter, value: str) -> str:
    """Read the name of an exam or the number of a candidate."""
    if not NAME.fullmatch(value):
        said = both("限 64 个字母、数字、点、横线", "at most 64 letters, digits, dots, dashes")
        raise click.BadParameter(said, context, option)
    return value


def read_commitment(context: click.Context, option: click.Parameter, value: str) -> str:
    """Read a published commitment."""
    if value and not HEX.fullmatch(value):
        raise click.BadParameter(both("须为 64 位十六进制", "64 hex digits"), context, option)
    return value.lower()


CANDIDATE_HELP = both("考生编号（非姓名）", "number of the candidate, not the name")
FIRST_HELP = both("第几次，缺省 1", "1 if not given")

FILE = click.argument("file", type=click.Path(path_type=Path))
EXAM = click.option("--exam", required=True, callback=read_name, help=both("考试名称", "name of the exam"))
CANDIDATE = click.option("--candidate", required=True, callback=read_name, help=CANDIDATE_HELP)
ATTEMPT = click.option("--attempt", type=click.IntRange(1, 99), default=1, help=FIRST_HELP)
DATA = click.option("--data", type=click.Path(path_type=Path), help=both("数据文件夹", "data folder"))
JSON = click.option("--json", "as_json", is_flag=True)


def folder_of(data: Path | None) -> Path:
    """Give the folder that is named, else that of the configuration, else the installation."""
    installation = installation_folder(os.environ)
    config, _ = configuration(None, installation)
    return data or config.data.folder or installation


@contextmanager
def catalogue_in(folder: Path) -> Iterator[Engine]:
    """The catalogue of a data folder; a draw that is refused ends the command in one line."""
    engine = catalogue_of(folder)
    try:
        yield engine
    except DrawRefusedError as error:
        raise CommandError(error.text.zh, error.text.en, WRONG if error.altered else UNUSABLE) from error
    finally:
        engine.dispose()
