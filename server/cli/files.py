"""Files: read with a limit, written whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from server.cli.failure import CommandError

RECORD_MOST_BYTES = 256 * 1024 * 1024


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """Read a file of at most so many bytes. CommandError if it cannot be read or is larger."""
    try:
        with path.open("rb") as file:
            data = file.read(most_bytes + 1)
    except OSError as error:
        raise cannot_read(path, error) from error
    if len(data) > most_bytes:
        most = f"{most_bytes // (1024 * 1024)} MiB"
        raise CommandError(f"{path} 超过 {most}", f"{path} is larger than {most}")
    return data


def prepare(folder: Path) -> None:
    """Make the folder if need be, and see that a file can be written there. CommandError if not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise cannot_write(folder, error) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there entirely or as it was before."""
    temporary = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_secret(path: Path, data: bytes) -> None:
    """Write a new file that only its owner may read. CommandError if there is one already: it is left as it is."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_read(path: Path, error: OSError) -> CommandError:
    """Say that a file cannot be read, and why."""
    return CommandError(f"无法读取 {path}：{error.strerror}", f"cannot read {path}: {error.strerror}")


def cannot_write(path: Path, error: OSError) -> CommandError:
    """Say that a file cannot be written, and why."""
    return CommandError(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}")
