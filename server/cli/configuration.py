"""Configuration: the one file, as commands find it."""

from pathlib import Path

from server.cli.failure import CommandError
from server.cli.files import read_bytes
from server.config import Config, ConfigError, read_config

NAME = "yanlian.toml"
MOST_BYTES = 1024 * 1024


def configuration(file: Path | None, installation: Path) -> tuple[Config, Path | None]:
    """Read the file that is named, else that of the installation, if there is one. CommandError if it is faulty."""
    own = installation / NAME
    chosen = file or (own if own.is_file() else None)
    if chosen is None:
        return Config(), None
    try:
        return read_config(read_bytes(chosen, MOST_BYTES).decode("utf-8")), chosen
    except ConfigError as error:
        raise CommandError(f"{chosen}：{error.text.zh}", f"{chosen}: {error.text.en}") from error
    except UnicodeDecodeError:
        raise CommandError(f"{chosen} 不是 UTF-8", f"{chosen} is not UTF-8") from None
